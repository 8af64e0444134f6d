"""Striking from the command line: the words of a capture go for good, out of every stored file."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_session, desk_for
from lcterm.cli.choosing_captures import choose_capture
from lcterm.cli.context import Context
from lcterm.core.commands import StrikeCapture
from lcterm.core.refusal import Refused
from lcterm.core.when import clock, zone_or_utc

WORDS_MAX = 2


def add_strike(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[SESSION] CAPTURE")
    parser.epilog = (
        "CAPTURE: its id or the beginning of it, as `lcterm show --json` has them; also of one that was taken back or "
        "dropped. It cannot be undone."
    )
    parser.set_defaults(run=strike)


def strike(context: Context, options: Namespace) -> int:
    """Words gone for good; says what was changed."""
    words: list[str] = options.words
    if len(words) > WORDS_MAX:
        raise Refused("strike takes one capture: `lcterm strike [SESSION] CAPTURE`, by its id")
    held = choose_session(context, words[0] if len(words) == WORDS_MAX else None)
    desk = desk_for(context, held)
    capture = choose_capture(desk, words[-1], gone_too=True)
    outcome = desk.act(StrikeCapture(capture.id))
    if outcome.refused:
        raise Refused(outcome.text)
    desk.settle()
    written = clock(capture.at, zone_or_utc(desk.meeting.session.zone))
    context.say(f"{outcome.text} It was: {capture.words.kind}, written at {written}.")
    for line in desk.erased:
        context.say(line)
    return 0
