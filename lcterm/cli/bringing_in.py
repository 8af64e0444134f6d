"""`lcterm import`: the doors in."""

from argparse import SUPPRESS, ArgumentParser

from lcterm.cli.archives import add_import_archive
from lcterm.cli.people import add_import_members
from lcterm.cli.recordings import add_import_turns


def add_import(parser: ArgumentParser) -> None:
    """Members, turns and whole communities."""
    names = "members|turns|archive"
    doors = parser.add_subparsers(dest="door", metavar=names, required=True, parser_class=type(parser))
    for name, help, add in (
        ("members", "people from a list or a CSV", add_import_members),
        ("turns", "who spoke when, from a recording", add_import_turns),
        ("archive", "a whole community, as `lcterm export` wrote it", add_import_archive),
    ):
        door = doors.add_parser(name, help=help, allow_abbrev=False)
        # SUPPRESS, so that `lcterm import --home DIR turns …` is not overwritten by this one's absence.
        door.add_argument("--home", metavar="DIR", dest="home_after", default=SUPPRESS, help="where everything is kept")
        add(door)
