"""A published agenda, from the command line: import agenda."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.planning import agenda_typed, plan, points_of_text, presenting, starting
from lcterm.core.community import Community
from lcterm.core.when import minutes
from lcterm.intake.agenda_text import ReadAgenda
from lcterm.store.next_time import proposed


def add_import_agenda(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("agenda", metavar="FILE", help="Markdown, a list, a table or CSV; - for standard input")
    parser.add_argument("--dry-run", action="store_true", help="show the points as they were understood; plan nothing")
    parser.add_argument("--starts", metavar="TIME", help='like "2026-12-01 14:00"; left out: as agreed, else now')
    parser.add_argument("--zone", metavar="ZONE", help="time zone, like Europe/Berlin (default: the machine's)")
    parser.add_argument("--place", metavar="TEXT", help="where; left out: as agreed")
    parser.add_argument("--title", metavar="TEXT", default="", help="default: the agenda's own, else its number")
    parser.add_argument("--presenter", action="append", default=[], metavar="NAME", help="in the order they present")
    parser.set_defaults(run=import_agenda, template=None)


def import_agenda(context: Context, options: Namespace) -> int:
    """A planned session from an agenda; its id alone on standard output, as of `plan --agenda`. With `--dry-run` the
    points as they were understood, and nothing planned."""
    if not options.dry_run:
        return plan(context, options)
    community = choose_community(context, options.community)
    agreed = proposed(context.home, community, context.clock.now())
    starting(context, options, agreed)
    presenters = presenting(options, community)
    read = agenda_typed(context, options, community)
    points = points_of_text(context, community, read, presenters, agreed)
    for line in point_table(read._replace(points=tuple(points)), community):
        context.say(line)
    for line in read.warnings:
        context.warn(line)
    return 0


def point_table(read: ReadAgenda, community: Community) -> list[str]:
    """The points, a line each: number, minutes, mode, title, presenters. A mode with a question mark was guessed."""
    guessed = {number for number in range(len(read.points)) if _is_guess(read, number)}
    modes = [f"{point.mode}{'?' if number in guessed else ''}" for number, point in enumerate(read.points)]
    wide = max(map(len, modes), default=0)
    total = minutes(sum(point.minutes for point in read.points))
    lines = [f"{read.title or 'No title'}: {len(read.points)} points, {total} min; nothing was planned."]
    section = ""
    for number, (point, mode) in enumerate(zip(read.points, modes, strict=True)):
        if point.section and point.section != section:
            lines.append(f"{point.section}:")
        section = point.section
        presenters = ", ".join(map(community.name_of, point.presenters))
        named = f"{point.title} ({presenters})" if presenters else point.title
        lines.append(f"{number + 1:3}  {minutes(point.minutes):>4} min  {mode:{wide}}  {named}")
    return [
        *lines,
        *(["A mode with ? was guessed from the title; [round], [queue] … behind it says it."] if guessed else []),
    ]


def _is_guess(read: ReadAgenda, number: int) -> bool:
    return any(line.startswith(f"point {number + 1}, ") for line in read.guessed)
