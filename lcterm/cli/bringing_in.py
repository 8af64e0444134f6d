"""`lcterm import`: the doors in."""

from argparse import SUPPRESS, ArgumentParser

from lcterm.cli.actions_in import add_import_actions
from lcterm.cli.agendas import add_import_agenda
from lcterm.cli.archives import add_import_archive
from lcterm.cli.attendance import add_import_attendance
from lcterm.cli.minutes import add_import_minutes
from lcterm.cli.people import add_import_members
from lcterm.cli.recordings import add_import_turns
from lcterm.cli.session_file import add_import_session


def add_import(parser: ArgumentParser) -> None:
    """Members, what was planned, said and agreed elsewhere, and whole communities."""
    names = "members|turns|attendance|agenda|minutes|actions|session|archive"
    doors = parser.add_subparsers(dest="door", metavar=names, required=True, parser_class=type(parser))
    for name, help, add in (
        ("members", "people from a list or a CSV", add_import_members),
        ("turns", "who spoke when, from a recording", add_import_turns),
        ("attendance", "who was there and when, from Zoom's or Teams' report", add_import_attendance),
        ("agenda", "a session planned from a published agenda", add_import_agenda),
        ("minutes", "captures that minutes propose, confirmed one by one", add_import_minutes),
        ("actions", "what became of actions, from a file of todo.txt", add_import_actions),
        ("session", "a whole session, as `lcterm session` wrote it", add_import_session),
        ("archive", "a whole community, as `lcterm export` wrote it", add_import_archive),
    ):
        door = doors.add_parser(name, help=help, allow_abbrev=False)
        # SUPPRESS, so that `lcterm import --home DIR turns …` is not overwritten by this one's absence.
        door.add_argument("--home", metavar="DIR", dest="home_after", default=SUPPRESS, help="where everything is kept")
        add(door)
