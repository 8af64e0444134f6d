"""Commands that open a screen: open, run, room, demo. Textual is imported here and nowhere else on the command line.

What is needed to open one is imported by the command that opens it: every command declares `open`, too.
"""

import sys
from argparse import ArgumentParser, Namespace

from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.store.paths import Home

GREETING = "A sample session; nothing of yours is touched."


def add_open(parser: ArgumentParser) -> None:
    parser.set_defaults(run=open_home)


def add_run(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.set_defaults(run=run)


def add_room(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.set_defaults(run=room)


def add_demo(parser: ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="start the sample anew instead of going on with it")
    parser.add_argument("--tour", action="store_true", help="a tour of two minutes, on a sample started anew")
    parser.set_defaults(run=demo)


def open_home(context: Context, options: Namespace) -> int:
    """The home screen."""
    need_terminal()
    from lcterm.ui.app import open_home as show

    return show(context.home, context.clock, context.environ)


def run(context: Context, options: Namespace) -> int:
    """The facilitator's board."""
    need_terminal()
    from lcterm.cli.choosing import choose_session

    held = choose_session(context, options.session, open_only=True)
    from lcterm.ui.app import run_board

    return run_board(context.home, context.clock, context.environ, held.community.id, held.session.id)


def room(context: Context, options: Namespace) -> int:
    """The projector's view: what the room may see, beside a board. Writes nothing."""
    need_terminal()
    from lcterm.cli.choosing import choose_session

    looking = context._replace(home=Home(context.home.path, untouched=True))
    held = choose_session(looking, options.session, open_only=True)
    from lcterm.ui.room_app import run_room

    return run_room(looking.home, context.clock, context.environ, held.community.id, held.session.id)


def demo(context: Context, options: Namespace) -> int:
    """The sample community with a session under way, in a home of its own; the real one is not touched."""
    need_terminal()
    from lcterm.store.sample import sample_home
    from lcterm.ui.app import Opened, run_board

    sample = sample_home(context.clock, fresh=options.fresh or options.tour)
    opened = Opened(GREETING, tour=options.tour, keys_from=context.home)
    return run_board(sample.home, context.clock, context.environ, sample.community, sample.session, opened)


def need_terminal() -> None:
    """A screen needs a terminal to read keys from and one to draw on. Raises Refused without."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Refused("this needs a terminal for keys and picture; `lcterm show` and `lcterm do` work without one")
