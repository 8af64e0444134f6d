"""The live hour from the command line: do, capture."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.act_meanings import HelpOfActs, acts_told
from lcterm.cli.choosing import choose_session, desk_for, names_session
from lcterm.cli.choosing_captures import choose_capture
from lcterm.cli.context import Context
from lcterm.core.acts import ACTS, read_act
from lcterm.core.acts_deciding import aimed
from lcterm.core.captures import read_line, readers
from lcterm.core.commands import AnyCommand, EditCapture, TickItem, WriteCapture
from lcterm.core.events import CaptureEdited, Words
from lcterm.core.kept_captures import as_mended, by_speaker
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Capture
from lcterm.core.when import local, read_moment, zone_or_utc
from lcterm.documents.plain import capture_facts
from lcterm.store.checklist import find_item, lines_of
from lcterm.store.desk import Desk, Outcome

NEAR = 0.7
"""How alike an act is to a slip of the pen, of 1."""


def add_do(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[SESSION] ACT [ARG…]")
    parser.add_argument("--at", metavar="TIME", help="when it happened: ISO, not before the last thing noted")
    parser.epilog, parser.formatter_class = acts_told(), HelpOfActs
    parser.set_defaults(run=do)


def add_capture(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[SESSION] TEXT")
    mend = "the line as this capture shall read from now on; its id, words that only it has, or `last`"
    parser.add_argument("--mend", metavar="CAPTURE", help=mend)
    parser.epilog = (
        "TEXT: KIND text @owner ^date >audience. Kinds: a action, l learning, d decision, q question, p parked, "
        "r report, s story, o outcome, u quote, f feedback, n note; none: learning."
    )
    parser.set_defaults(run=capture)


def do(context: Context, options: Namespace) -> int:
    """One act of the live hour."""
    words = list(options.words)
    typed = None if words[0] in ACTS else words.pop(0)
    if typed is not None and not (words and words[0] in ACTS):
        _refuse_slip(context, typed)
    if not words:
        raise Refused(f"{typed!r} is no act; there is {', '.join(ACTS)}")
    held = choose_session(context, typed, open_only=words[0] == "start")
    desk = desk_for(context, held)
    if len(words) > 1 and "CAPTURE" in ACTS[words[0]].usage:
        words[1] = choose_capture(desk, words[1], by_words=True).id
    command = aimed(read_act(words, known(desk.meeting)), desk.meeting.session.deciding)
    return _done(context, desk, _on_the_list(desk, command), options.at)


def _refuse_slip(context: Context, typed: str) -> None:
    """Raises Refused for a word that is nearly an act, and no session: the right one is heard before any list."""
    from difflib import get_close_matches

    near = get_close_matches(typed.casefold(), ACTS, n=1, cutoff=NEAR)
    if near and not names_session(context, typed):
        raise Refused(f"{typed!r} is no act; did you mean {near[0]}? `lcterm do --help` lists all")


def capture(context: Context, options: Namespace) -> int:
    """One capture line, from anywhere."""
    words = list(options.words)
    typed = words.pop(0) if len(words) > 1 and names_session(context, words[0]) else None
    desk = desk_for(context, choose_session(context, typed))
    mended = choose_capture(desk, options.mend, by_words=True) if options.mend else None
    zone = zone_or_utc(desk.meeting.session.zone)
    line = read_line(" ".join(words), known(desk.meeting), local(desk.now(), zone).date())
    if line.problem:
        raise Refused(line.problem)
    code = _done(context, desk, _written(desk, line.words, mended), None, understood=True)
    if line.unaddressed:
        context.warn(f"{line.unaddressed} and stays in the text; {readers(line.words)} can read it")
    return code


def _written(desk: Desk, words: Words, mended: Capture | None) -> AnyCommand:
    if mended is not None:
        return EditCapture(mended.id, as_mended(words, mended.words))
    return WriteCapture(by_speaker(words, desk.meeting.session))


def _on_the_list(desk: Desk, command: AnyCommand) -> AnyCommand:
    """The command, of an item that stands on the checklist where it is about one."""
    if not isinstance(command, TickItem):
        return command
    return TickItem(find_item(lines_of(desk.meeting.community), command.item), command.done)


def _done(context: Context, desk: Desk, command: AnyCommand, at: str | None, *, understood: bool = False) -> int:
    """Do it and say what became of it; `understood`: with what a line was taken to say beside its words."""
    session = desk.meeting.session
    moment = None if at is None else read_moment(at, zone_or_utc(session.zone), "--at")
    if moment is not None and moment < session.at:
        last = local(session.at, zone_or_utc(session.zone)).isoformat(timespec="seconds")
        raise Refused(f"--at {at} is before the last thing noted, at {last}; give a time from then on")
    outcome = desk.act(command, moment)
    if outcome.refused:
        raise Refused(outcome.text)
    desk.settle()
    if understood and (said := _understood(desk, outcome)):
        context.say(f"{outcome.text.removesuffix('.')}; {said}.")
        return 0
    brings = f" `lcterm do redo` brings {'both' if outcome.together == 2 else 'all'} back."
    context.say(f"{outcome.text}{brings if outcome.together > 1 else ''}")
    return 0


def _understood(desk: Desk, outcome: Outcome) -> str:
    """Whose it is, by when, for whom, where the line said so."""
    captures, event = desk.meeting.session.captures, outcome.event
    id = event.capture if isinstance(event, CaptureEdited) else next(reversed(captures), "")
    names = {person: member.name for person, member in desk.meeting.community.members.items()}
    return capture_facts(captures[id], names, group=False) if id in captures else ""
