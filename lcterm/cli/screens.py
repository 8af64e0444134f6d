"""Commands that open a screen: open, run, room, demo. Textual is imported here and nowhere else on the command line.

What is needed to open one is imported by the command that opens it: every command declares `open`, too.
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import get_args

from msgspec.structs import replace

from lcterm.cli.beside import beside
from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.store.seats import SeatKind
from lcterm.unneeded import without

GREETING = "A sample session; nothing of yours is touched."
BROWSER_KEYS = "In a browser F10 is ctrl+n, F12 is ctrl+t."


def add_open(parser: ArgumentParser) -> None:
    parser.set_defaults(run=open_home)


def add_run(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.add_argument(
        "--seat", choices=get_args(SeatKind), default="board", help="notes: the co-facilitator's; watch: only looks"
    )
    parser.set_defaults(run=run)


def add_room(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.set_defaults(run=room)


def add_replay(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.set_defaults(run=replay)


def add_demo(parser: ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="start the sample anew instead of going on with it")
    parser.add_argument("--tour", action="store_true", help="a tour of two minutes, on a sample started anew")
    parser.set_defaults(run=demo)


def open_home(context: Context, options: Namespace) -> int:
    """The home screen."""
    need_terminal(context)
    load_textual()
    from lcterm.ui.app import open_home as show

    return show(context.home, context.clock, context.environ, beside(context))


def run(context: Context, options: Namespace) -> int:
    """A seat at a session: the facilitator's board, the co-facilitator's notes, or one that only watches."""
    need_terminal(context)
    from lcterm.cli.choosing import choose_session

    if options.seat == "watch":
        context = replace(context, home=replace(context.home, untouched=True))
    held = choose_session(context, options.session, open_only=True)
    load_textual()
    from lcterm.ui.app import Opened, run_board

    opened = Opened(BROWSER_KEYS if in_browser(context) else "", carrier=beside(context), seat=options.seat)
    return run_board(context.home, context.clock, context.environ, held.community.id, held.session.id, opened)


def room(context: Context, options: Namespace) -> int:
    """The projector's view: what the room may see, beside a board. Writes nothing."""
    need_terminal(context)
    from lcterm.cli.choosing import choose_session

    looking = replace(context, home=replace(context.home, untouched=True))
    held = choose_session(looking, options.session, open_only=True)
    load_textual()
    from lcterm.ui.room_app import run_room

    carrier = beside(context)
    if carrier is not None:  # a projector's laptop may have no board; the screen looks at the files by itself
        carrier.attend(held.community.id, held.session.id, lambda: None)
    return run_room(looking.home, context.clock, context.environ, held.community.id, held.session.id)


def replay(context: Context, options: Namespace) -> int:
    """A session once more, minute by minute; for its facilitators. Changes nothing."""
    need_terminal(context)
    from lcterm.cli.choosing import choose_session

    held = choose_session(context, options.session)
    load_textual()
    from lcterm.ui.app import run_replay

    return run_replay(context.home, context.clock, context.environ, held.community.id, held.session.id)


def demo(context: Context, options: Namespace) -> int:
    """The sample community with a session under way, in a home of its own; the real one is not touched."""
    need_terminal(context)
    from lcterm.store.sample import sample_home

    sample = sample_home(context.clock, fresh=options.fresh or options.tour)
    load_textual()
    from lcterm.ui.app import Opened, run_board

    opened = Opened(GREETING, tour=options.tour, keys_from=context.home)
    return run_board(sample.home, context.clock, context.environ, sample.community, sample.session, opened)


def in_browser(context: Context) -> bool:
    """Whether `lcterm serve` has started this, so that keys and picture go through a browser."""
    driver = context.environ.get("TEXTUAL_DRIVER")
    if driver is None:
        return False
    from lcterm.serving.seats import DRIVER

    return driver == DRIVER


def need_terminal(context: Context) -> None:
    """A screen needs a terminal to read keys from and one to draw on, or a browser. Raises Refused without."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()) and not in_browser(context):
        raise Refused("this needs a terminal for keys and picture; `lcterm show` and `lcterm do` work without one")


def load_textual() -> None:
    """The screens' event loop talks to a terminal and to nobody over a network, and they pack no files: without OpenSSL
    and two packers a screen takes a seventh less memory."""
    with without("ssl", "bz2", "lzma"):
        import textual.app  # noqa: F401
