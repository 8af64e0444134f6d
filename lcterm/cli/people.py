"""Communities and their people from the command line: new, members, import members."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import msgspec

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.synced import warn_if_synced
from lcterm.core.badges import badges
from lcterm.core.community import Community, Member
from lcterm.core.community_events import MemberEvent, RolesGiven
from lcterm.core.events import Role
from lcterm.core.joining import Newcomer, joining, strangers
from lcterm.core.membership import after, known_members, leaving, left_to_do, member_named, renaming, returning
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.store.ids import new_person_id
from lcterm.store.register import change, found, join

ROLES: tuple[Role, ...] = get_args(Role)


def add_new(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--purpose", metavar="TEXT", default="", help="what the group is for, in a sentence")
    parser.add_argument(
        "--members", metavar="FILE", help="its people: names, one a line, or a CSV; - for standard input"
    )
    parser.set_defaults(run=new)


def add_members(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--add", action="append", default=[], metavar="NAME", help="a new member")
    parser.add_argument(
        "--import", dest="file", metavar="FILE", help="names, one a line, or a CSV; - for standard input"
    )
    parser.add_argument(
        "--role",
        action="append",
        default=[],
        metavar="NAME=ROLE",
        help=f"from now on; several with commas or said again: {', '.join(ROLES)}",
    )
    for option, name, help in (
        ("--rename", "OLD=NEW", "another name, in what lies behind as well"),
        ("--leave", "NAME", "belongs to the community no longer; the past keeps the name"),
        ("--return", "NAME", "belongs to it again"),
    ):
        parser.add_argument(
            option, action="append", default=[], metavar=name, help=help, dest=f"to_{option.lstrip('-')}"
        )
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.epilog = "Renaming, leaving and coming back happen first. `lcterm forget` takes a person out for good."
    parser.set_defaults(run=members)


def add_import_members(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[COMMUNITY] FILE")
    parser.add_argument("--dry-run", action="store_true", help="show what would come in, and change nothing")
    parser.set_defaults(run=import_members)


def new(context: Context, options: Namespace) -> int:
    """Set up a community; its slug."""
    people = _read_people(context, options.members) if options.members else ()
    context.say(found(context.home, context.clock, options.name, options.purpose, people).slug)
    warn_if_synced(context)
    return 0


def members(context: Context, options: Namespace) -> int:
    """List the members, after any change that was asked for."""
    stored = choose_community(context, options.community)
    community, changes = _changes(stored, options)
    people = [Newcomer(name) for name in options.add]
    if options.file:
        people += _strangers(context, community, _read_people(context, options.file))
    joined = joining(community, people, new_person_id)
    roles = _roles(known_members(community, joined.members), options.role)
    given = [RolesGiven(person=person, roles=roles) for person, roles in roles.items()]
    events = [*changes, *([joined] if people else []), *given]
    if events:
        community = change(context.home, context.clock, community.id, events)
    for line in _undone(stored, community):
        context.warn(line)
    if options.json:
        context.say(msgspec.json.format(msgspec.json.encode(_record(community)), indent=2).decode())
    else:
        context.say("\n".join(_lines(community)))
    return 0


def _changes(community: Community, options: Namespace) -> tuple[Community, list[MemberEvent]]:
    """Who takes another name, leaves, comes back; and the community as it will be then. Raises Refused, and then
    nothing at all is changed."""
    events: list[MemberEvent] = []

    def note(event: MemberEvent) -> None:
        nonlocal community
        events.append(event)
        community = after(community, event)

    for option in options.to_rename:
        old, new = _old_and_new(community, option)
        note(renaming(community, member_named(community, old).person, new))
    for name in options.to_leave:
        note(leaving(community, member_named(community, name).person))
    for name in options.to_return:
        note(returning(community, member_named(community, name).person))
    return community, events


def _undone(before: Community, now: Community) -> list[str]:
    """What those did for the group who have just left it."""
    left = [one for one in before.active if not now.members[one.person].active]
    return [line for one in left for line in left_to_do(one)]


def _old_and_new(community: Community, option: str) -> tuple[str, str]:
    """Where a name has the sign in it itself, the longest that somebody has counts."""
    places = [place for place, sign in enumerate(option) if sign == "="]
    known = {folded(one.name) for one in community.named}
    found = [place for place in places if folded(option[:place]) in known] or places[:1]
    old, new = (option[: found[-1]], option[found[-1] + 1 :]) if found else (option, "")
    if not old.strip() or not new.strip():
        raise Refused(f"--rename {option!r}: write it like Ana=Anna")
    return old, new


def import_members(context: Context, options: Namespace) -> int:
    """Take in a list of people; those the community has are passed over."""
    if len(options.words) > 2:
        raise Refused("write it like: lcterm import members [COMMUNITY] FILE")
    community = choose_community(context, options.words[0] if len(options.words) == 2 else None)
    people = _strangers(context, community, _read_people(context, options.words[-1]))
    joined = joining(community, people, new_person_id).members
    if not options.dry_run:
        join(context.home, context.clock, community, people)
    for member in joined:
        context.say(f"{member.name}{f', {member.area}' if member.area else ''}")
    count = f"{len(joined)} {'person' if len(joined) == 1 else 'people'}"
    context.say(f"{count} {'would join' if options.dry_run else 'joined'} {community.name}.")
    return 0


def _read_people(context: Context, file: str) -> list[Newcomer]:
    """The people in a file; what was left out is said on standard error."""
    from lcterm.intake.files import read_file
    from lcterm.intake.members import MEMBERS_BYTES, read_members

    data = context.read_stdin(MEMBERS_BYTES) if file == "-" else read_file(Path(file), MEMBERS_BYTES)
    read = read_members(data, "standard input" if file == "-" else file)
    for skipped in read.skipped:
        context.warn(f"{file}, line {skipped.line}, left out: {skipped.why}")
    return [Newcomer(member.name, member.area) for member in read.members]


def _strangers(context: Context, community: Community, people: Sequence[Newcomer]) -> list[Newcomer]:
    new, known = strangers(community, people)
    for person in known:
        context.warn(f"{person.name} is a member already; nothing changed for them")
    return new


def _badges(community: Community) -> dict[str, str]:
    return badges([(one.person, one.name) for one in community.active])


def _record(community: Community) -> list[dict[str, object]]:
    """`members --json`, as the contract has it."""
    given = _badges(community)
    return [
        {
            "name": one.name,
            "badge": given.get(one.person, ""),
            "area": one.area,
            "roles": list(one.roles),
            "active": one.active,
        }
        for one in community.named
    ]


def _lines(community: Community) -> list[str]:
    if not community.named:
        return [f"{community.name} has no members yet; lcterm members --add NAME, or --import FILE."]
    given = _badges(community)

    def line(one: Member) -> str:
        roles = ", ".join(role for role in one.roles if role != "member")
        left = "" if one.active else "left"
        return " · ".join(part for part in (f"{given.get(one.person, ''):3} {one.name}", one.area, roles, left) if part)

    return [line(one) for one in community.named]


def _roles(people: Sequence[Known], options: Sequence[str]) -> dict[str, tuple[Role, ...]]:
    given: dict[str, tuple[Role, ...]] = {}
    for option in options:
        name, _, wanted = option.rpartition("=")
        if not name or not wanted:
            raise Refused(f"--role {option!r}: write it like Ana=facilitator")
        person = find_person(name, people)
        given[person] = (*given.get(person, ()), *(_role(word) for word in wanted.split(",")))
    return given


def _role(word: str) -> Role:
    wanted = word.strip().casefold().replace("_", "-")
    for role in ROLES:
        if wanted in (role, role.replace(" ", "-")):
            return role
    raise Refused(f"{word!r} is no role; there is {', '.join(ROLES)}")
