"""Communities and their people from the command line: new, members, import members."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import msgspec

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.core.badges import badges
from lcterm.core.community import Community, Member
from lcterm.core.events import NewMember, Role, RolesGiven
from lcterm.core.joining import Newcomer, joining, strangers
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
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
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=members)


def add_import_members(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[COMMUNITY] FILE")
    parser.add_argument("--dry-run", action="store_true", help="show what would come in, and change nothing")
    parser.set_defaults(run=import_members)


def new(context: Context, options: Namespace) -> int:
    """Set up a community; its slug."""
    people = _read_people(context, options.members) if options.members else ()
    context.say(found(context.home, context.clock, options.name, options.purpose, people).slug)
    return 0


def members(context: Context, options: Namespace) -> int:
    """List the members, after any change that was asked for."""
    community = choose_community(context, options.community)
    people = [Newcomer(name) for name in options.add]
    if options.file:
        people += _strangers(context, community, _read_people(context, options.file))
    joined = joining(community, people, new_person_id)
    roles = _roles(_known(community, joined.members), options.role)
    given = [RolesGiven(person=person, roles=roles) for person, roles in roles.items()]
    if people or given:
        community = change(context.home, context.clock, community.id, [*([joined] if people else []), *given])
    if options.json:
        context.say(msgspec.json.format(msgspec.json.encode(_record(community)), indent=2).decode())
    else:
        context.say("\n".join(_lines(community)))
    return 0


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
        for one in community.members.values()
    ]


def _lines(community: Community) -> list[str]:
    if not community.members:
        return [f"{community.name} has no members yet; lcterm members --add NAME, or --import FILE."]
    given = _badges(community)

    def line(one: Member) -> str:
        roles = ", ".join(role for role in one.roles if role != "member")
        return " · ".join(part for part in (f"{given.get(one.person, ''):3} {one.name}", one.area, roles) if part)

    return [line(one) for one in community.members.values()]


def _known(community: Community, newcomers: Sequence[NewMember]) -> list[Known]:
    """Everyone who can be named once these have joined too."""
    active = [(one.person, one.name) for one in community.active] + [(one.person, one.name) for one in newcomers]
    badge_of = badges(active)
    gone = [(one.person, one.name) for one in community.members.values() if not one.active]
    return [Known(person, name, badge_of.get(person, "")) for person, name in (*active, *gone)]


def _roles(people: Sequence[Known], options: Sequence[str]) -> dict[str, tuple[Role, ...]]:
    given: dict[str, tuple[Role, ...]] = {}
    for option in options:
        name, _, wanted = option.partition("=")
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
