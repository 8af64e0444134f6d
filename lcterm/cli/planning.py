"""Planning from the command line: plan, templates, sessions."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import msgspec

from lcterm.cli.choosing import choose_community, unread
from lcterm.cli.context import Context
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.badges import badges
from lcterm.core.community import Community
from lcterm.core.names import Known, find_person
from lcterm.core.when import clock, full_day, iso, local, minutes, read_moment, zone_named, zone_or_utc
from lcterm.store.register import plan as plan_session
from lcterm.store.shelf import Held, communities, sessions
from lcterm.store.templates import copy_template, find_template
from lcterm.store.templates import templates as all_templates
from lcterm.store.zone import machine_zone

DEFAULT_TEMPLATE = "ordinary"


def add_plan(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--template", metavar="NAME", help=f"an agenda to start from (default: {DEFAULT_TEMPLATE})")
    source.add_argument("--agenda", metavar="FILE", help="an agenda as text; - for standard input")
    parser.add_argument("--starts", metavar="TIME", help='like "2026-12-01 14:00"; left out: now, rounded up to 5 min')
    parser.add_argument("--zone", metavar="ZONE", help="time zone, like Europe/Berlin (default: the machine's)")
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
    """A planned session; its id alone on standard output, so that a script can use it."""
    community = choose_community(context, options.community)
    zone_name = options.zone or machine_zone()
    zone = zone_named(zone_name)
    starts = None if options.starts is None else read_moment(options.starts, zone, "--starts")
    presenters = [find_person(name, _people(community)) for name in options.presenter]
    title, template, points = _agenda(context, options, community, presenters)
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
    context.say(id)
    return 0


def _people(community: Community) -> list[Known]:
    given = badges([(one.person, one.name) for one in community.active])
    return [Known(one.person, one.name, given[one.person]) for one in community.active]


def _agenda(
    context: Context, options: Namespace, community: Community, presenters: Sequence[str]
) -> tuple[str, str, Sequence[PlannedPoint]]:
    """Title, template and points, from a template or from text."""
    if options.agenda is None:
        template = find_template(options.template or DEFAULT_TEMPLATE, context.home.templates)
        return "", template.id, template.planned(presenters)
    from lcterm.intake.agenda_text import AGENDA_BYTES, read_agenda, with_presenters
    from lcterm.intake.files import as_text, read_file

    source = "standard input" if options.agenda == "-" else options.agenda
    data = context.read_stdin(AGENDA_BYTES) if options.agenda == "-" else read_file(Path(source), AGENDA_BYTES)
    read = read_agenda(as_text(data, source), source, [(one.person, one.name) for one in community.active])
    for line in (*read.guessed, *read.warnings):
        context.warn(line)
    return read.title, "", with_presenters(read.points, presenters)


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
        when = f"{full_day(local(one.session.starts, zone).date())} {clock(one.session.starts, zone)}"
        context.say(f"{one.session.id}  {when}  {one.session.status:8} {one.community.name}, {one.session.title}")
    if said := unread(context):
        context.warn(said)
    if not held:
        context.say("No session yet; lcterm plan makes one.")
    return 1 if said else 0


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
