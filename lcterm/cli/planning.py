"""Planning from the command line: plan, templates, sessions."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lcterm.cli.choosing import choose_community, unread
from lcterm.cli.context import Context
from lcterm.cli.locking import warn_if_locked
from lcterm.cli.synced import warn_if_synced
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.apart import planned_apart
from lcterm.core.badges import badges
from lcterm.core.community import Community
from lcterm.core.names import Known, find_person
from lcterm.core.next_time import NextTime, still_to_come
from lcterm.core.refresh import ABOUT, is_refresh
from lcterm.core.starts import read_start
from lcterm.core.text import clean
from lcterm.core.when import clock, full_day, iso, local, minutes, zone_named, zone_or_utc
from lcterm.store.charter_agenda import charter_agenda, subject_place
from lcterm.store.next_template import next_template
from lcterm.store.next_time import PLACE_MAX, agreed_but_gone, as_many_as_fit, proposed, taken_along
from lcterm.store.register import change
from lcterm.store.register import plan as plan_session
from lcterm.store.shelf import Held, communities, read_session, sessions
from lcterm.store.templates import copy_template, find_template
from lcterm.store.templates import templates as all_templates
from lcterm.store.zone import machine_zone

if TYPE_CHECKING:
    from lcterm.intake.agenda_text import ReadAgenda


def add_plan(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--template",
        metavar="NAME",
        help="an agenda to start from (default: ordinary, as the charter has it; circle after a circle)",
    )
    source.add_argument("--agenda", metavar="FILE", help="an agenda as text; - for standard input")
    parser.add_argument("--starts", metavar="TIME", help='like "2026-12-01 14:00"; left out: as agreed, else now')
    parser.add_argument("--zone", metavar="ZONE", help="time zone, like Europe/Berlin (default: the machine's)")
    parser.add_argument("--place", metavar="TEXT", help="where; left out: as agreed")
    parser.add_argument("--title", metavar="TEXT", default="", help="default: session and its number")
    parser.add_argument("--presenter", action="append", default=[], metavar="NAME", help="in the order they present")
    parser.set_defaults(run=plan)


def add_templates(parser: ArgumentParser) -> None:
    parser.add_argument("--show", metavar="NAME", help="a template in full")
    parser.add_argument("--copy", metavar="NAME", help="make it yours to edit; prints the path")
    parser.set_defaults(run=templates)


def add_sessions(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=list_sessions)


def plan(context: Context, options: Namespace) -> int:
    """A planned session; its id alone on standard output, so that a script can use it. What the group has agreed for
    its next time is taken over where nothing else was said, and said on standard error."""
    community = choose_community(context, options.community)
    agreed = proposed(context.home, community, context.clock.now())
    left = agreed_but_gone(context.home, community)
    starts, zone_name, taken = starting(context, options, agreed)
    zone = zone_named(zone_name)
    presenters = presenting(options, community)
    place = clean(options.place, limit=PLACE_MAX, what="the place") if options.place is not None else agreed.place
    title, template, points = _agenda(context, options, community, presenters, agreed)
    id = plan_session(
        context.home,
        context.clock,
        community,
        points,
        zone,
        zone_name,
        starts=starts,
        title=options.title or title,
        template=template,
    )
    if along := taken_along(community, id, points, place):
        change(context.home, context.clock, community.id, along)
    if is_refresh(community, template):
        context.warn(ABOUT[0].lower() + ABOUT[1:].rstrip("."))
    if taken:
        context.warn(f"as agreed, on {full_day(local(agreed.starts, zone).date())}, {clock(agreed.starts, zone)}")
    if place and options.place is None:
        context.warn(f"as agreed, at this place: {place}")
    if left and not presenters:
        context.warn(f"agreed as presenting, but has left: {', '.join(left)}")
    context.say(id)
    return 0


def starting(context: Context, options: Namespace, agreed: NextTime) -> tuple[int | None, str, bool]:
    """When it starts (wall ms, None for now), the name of its zone, and whether both are as agreed. Raises Refused."""
    taken = options.starts is None and agreed.starts > 0
    zone_name = options.zone or (agreed.zone if taken else "") or machine_zone()
    zone, typed = zone_named(zone_name), options.starts
    if taken:
        return agreed.starts, zone_name, taken
    if typed is None or typed.strip().casefold() == "now":
        return None, zone_name, taken
    return read_start(typed, context.clock.now(), zone, what="--starts"), zone_name, taken


def presenting(options: Namespace, community: Community) -> list[str]:
    """Who presents by name (ids). Raises Refused."""
    given = badges([(one.person, one.name) for one in community.active])
    people = [Known(one.person, one.name, given[one.person]) for one in community.active]
    return [find_person(name, people) for name in options.presenter]


def _agenda(
    context: Context, options: Namespace, community: Community, presenters: Sequence[str], agreed: NextTime
) -> tuple[str, str, Sequence[PlannedPoint]]:
    """Title, template and points, from a template or from text. `agreed`: who presents where nobody was named, and what
    the group wants to learn."""
    if options.agenda is None:
        wanted = options.template or next_template(context.home, community)
        template = find_template(wanted, context.home.templates)
        by_charter = partial(charter_agenda, community, template, subject=agreed.subject)
        _tell_subject(context, agreed.subject, room=subject_place(template) >= 0)
        return "", template.id, _presented(context, community, by_charter, presenters, agreed.presenters)
    read = agenda_typed(context, options, community)
    for line in (*read.guessed, *read.warnings):
        context.warn(line)
    return read.title, "", points_of_text(context, community, read, presenters, agreed)


def agenda_typed(context: Context, options: Namespace, community: Community) -> "ReadAgenda":
    """The agenda in the file or on standard input, as it was understood. Raises Refused."""
    from lcterm.intake.agenda_text import AGENDA_BYTES, read_agenda
    from lcterm.intake.files import as_text, read_file

    source = "standard input" if options.agenda == "-" else options.agenda
    data = context.read_stdin(AGENDA_BYTES) if options.agenda == "-" else read_file(Path(source), AGENDA_BYTES)
    return read_agenda(as_text(data, source), source, [(one.person, one.name) for one in community.active])


def points_of_text(
    context: Context, community: Community, read: "ReadAgenda", presenters: Sequence[str], agreed: NextTime
) -> Sequence[PlannedPoint]:
    """Its points with these presenters; where neither they nor it name anybody, with those agreed on."""
    from lcterm.intake.agenda_text import with_presenters

    _tell_subject(context, agreed.subject, room=False)
    named = any(point.presenters for point in read.points)
    others = () if named else agreed.presenters
    return _presented(context, community, partial(with_presenters, read.points), presenters, others)


def _tell_subject(context: Context, subject: str, *, room: bool) -> None:
    if subject and room:
        context.warn(f"as agreed, to learn: {subject}")
    elif subject:
        context.warn(f"agreed was to learn something too, but no point of this agenda is made for it: {subject}")


def _presented(
    context: Context,
    community: Community,
    agenda: Callable[[Sequence[str]], Sequence[PlannedPoint]],
    presenters: Sequence[str],
    agreed: Sequence[str],
) -> Sequence[PlannedPoint]:
    """The agenda with these presenters; where there are none, with those agreed on, as many as it has room for."""
    if presenters or not agreed:
        return agenda(presenters)
    points, left = as_many_as_fit(agenda, agreed)
    taken = [community.name_of(person) for person in agreed if person not in left]
    if taken:
        context.warn(f"as agreed, presenting: {', '.join(taken)}")
    if left:
        over = ", ".join(community.name_of(person) for person in left)
        context.warn(f"agreed as presenting too, but this agenda has no room for them: {over}")
    return points


def templates(context: Context, options: Namespace) -> int:
    """The agendas to start from."""
    if options.copy:
        context.say(str(copy_template(options.copy, context.home.templates)))
        return 0
    if options.show:
        template = find_template(options.show, context.home.templates)
        context.say(template.path.read_text(encoding="utf-8").rstrip())
        return 0
    found, problems = all_templates(context.home.templates)
    for template in found:
        mine = " (yours)" if template.own else ""
        context.say(f"{template.id:14} {minutes(template.minutes):>4} min  {template.about}{mine}")
    for problem in problems:
        context.warn(problem)
    return 1 if problems and not found else 0


def list_sessions(context: Context, options: Namespace) -> int:
    """The sessions of a community, or of all."""
    chosen = [choose_community(context, options.community)] if options.community else communities(context.home)
    held = [one for community in chosen for one in sessions(context.home, community)]
    if options.json:
        context.say(msgspec.json.format(msgspec.json.encode([_record(one) for one in held]), indent=2).decode())
        return 0
    for one in held:
        zone = zone_or_utc(one.session.zone)
        when = f"{full_day(local(one.session.began, zone).date())} {clock(one.session.began, zone)}"
        context.say(f"{one.session.id}  {when}  {one.session.status:8} {one.community.name}, {one.session.title}")
    for line in _planned_apart(context, held):
        context.warn(line)
    if said := unread(context, None if options.community else held):
        context.warn(said)
    if not held:
        context.say("No session yet; lcterm plan makes one.")
    warn_if_locked(context)
    warn_if_synced(context)
    return 1 if said else 0


def _planned_apart(context: Context, held: Sequence[Held]) -> list[str]:
    """What two laptops planned without knowing of each other, of what is still to come."""
    from lcterm.documents.next_lines import planned_lines

    now = context.clock.now()
    ahead = [one for one in held if still_to_come(one.session, now)]
    lines: list[str] = []
    for community in {one.community.id: one.community for one in ahead}.values():
        own = [one.session for one in ahead if one.community.id == community.id]
        if planned_apart(own):
            full = [read_session(context.home, community.id, one.session) for one in own]
            lines += planned_lines(full, community)
    return lines


def _record(held: Held) -> dict[str, object]:
    """`sessions --json`, as the contract has it."""
    session = held.session
    return {
        "id": session.id,
        "title": session.title,
        "status": session.status,
        "planned_start": iso(session.starts, zone_or_utc(session.zone)),
        "community": held.community.name,
    }
