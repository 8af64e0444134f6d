"""The live hour from the command line: do, capture, show."""

import sys
from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_session, names_session
from lcterm.cli.context import Context
from lcterm.core.acts import ACTS, read_act
from lcterm.core.captures import read_line
from lcterm.core.commands import AnyCommand, WriteCapture
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.when import local, read_moment, zone_or_utc
from lcterm.documents.plain import plain_lines
from lcterm.documents.record import encode, session_record
from lcterm.store.desk import Desk
from lcterm.store.shelf import Held
from lcterm.store.watcher import Watcher

SWEEP_SECONDS = 1.0
"""How long `--follow` relies on being told of a change before it looks by itself."""


def add_do(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[SESSION] ACT [ARG…]")
    parser.add_argument("--at", metavar="TIME", help="when it happened: ISO, not before the last thing noted")
    parser.epilog = "Acts: " + " · ".join(act.usage for act in ACTS.values())
    parser.set_defaults(run=do)


def add_capture(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[SESSION] TEXT")
    parser.epilog = (
        "TEXT: KIND text @owner ^date >audience. Kinds: a action, l learning, d decision, q question, p parked, "
        "r report, s story, o outcome, u quote, f feedback, n note; none: learning."
    )
    parser.set_defaults(run=capture)


def add_show(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--follow", action="store_true", help="go on as it changes, until the session is closed")
    parser.set_defaults(run=show)


def do(context: Context, options: Namespace) -> int:
    """One act of the live hour."""
    words = list(options.words)
    typed = None if words[0] in ACTS else words.pop(0)
    if not words:
        raise Refused(f"{typed!r} is no act; there is {', '.join(ACTS)}")
    held = choose_session(context, typed, open_only=words[0] == "start")
    desk = desk_for(context, held)
    return _done(context, desk, read_act(words, known(desk.meeting)), options.at)


def capture(context: Context, options: Namespace) -> int:
    """One capture line, from anywhere."""
    words = list(options.words)
    typed = words.pop(0) if len(words) > 1 and names_session(context, words[0]) else None
    desk = desk_for(context, choose_session(context, typed))
    zone = zone_or_utc(desk.meeting.session.zone)
    line = read_line(" ".join(words), known(desk.meeting), local(desk.now(), zone).date())
    if line.problem:
        raise Refused(line.problem)
    return _done(context, desk, WriteCapture(line.words), None)


def show(context: Context, options: Namespace) -> int:
    """The state, as plain lines or JSON."""
    desk = desk_for(context, choose_session(context, options.session))
    watcher = Watcher(desk.folders) if options.follow else None
    desk.poll()  # what was written before the watch began would not be seen by it
    context.say(_state(desk, as_json=options.json))
    while watcher is not None and desk.meeting.session.status != "closed":
        sys.stdout.flush()
        watcher.wait(SWEEP_SECONDS)
        if desk.poll():
            context.say("" if options.json else "-")
            context.say(_state(desk, as_json=options.json))
    return 0


def _state(desk: Desk, *, as_json: bool) -> str:
    meeting, now = desk.meeting, desk.now()
    if as_json:
        return encode(session_record(meeting, now, desk.notices))
    return "\n".join(plain_lines(meeting, now, desk.notices))


def desk_for(context: Context, held: Held) -> Desk:
    """A place at this session."""
    return Desk(context.home, held.community.id, held.session.id, context.clock)


def _done(context: Context, desk: Desk, command: AnyCommand, at: str | None) -> int:
    session = desk.meeting.session
    moment = None if at is None else read_moment(at, zone_or_utc(session.zone), "--at")
    if moment is not None and moment < session.at:
        last = local(session.at, zone_or_utc(session.zone)).isoformat(timespec="seconds")
        raise Refused(f"--at {at} is before the last thing noted, at {last}; give a time from then on")
    outcome = desk.act(command, moment)
    if outcome.refused:
        raise Refused(outcome.text)
    desk.settle()
    context.say(outcome.text)
    return 0
