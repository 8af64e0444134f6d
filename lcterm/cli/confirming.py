"""Captures confirmed one by one at a terminal."""

import sys
from collections.abc import Sequence

from lcterm.cli.context import Context
from lcterm.core.captures import preview, read_line, write_line
from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Meeting
from lcterm.core.when import local, zone_or_utc
from lcterm.intake.minutes import Proposed
from lcterm.store.desk import Desk
from lcterm.store.neutral import neutral_text

_KEYS = "y keeps it, n leaves it out, e mends it, q stops"


def confirm(context: Context, desk: Desk, proposed: Sequence[Proposed]) -> int:
    """Ask for each of them; how many were kept. Every one is written down at once, so that who stops half-way keeps
    what was kept until then."""
    kept = 0
    asked = [one for one in proposed if not one.stands]
    for number, one in enumerate(asked, 1):
        context.say(f"{number} of {len(asked)}, line {one.line}:")
        words = _settled(context, desk.meeting, one, desk.now())
        if isinstance(words, Words):
            outcome = desk.act(WriteCapture(words))
            if outcome.refused:
                raise Refused(outcome.text)
            kept += 1
        elif words is None:
            break
    return kept


def _settled(context: Context, meeting: Meeting, one: Proposed, now: int) -> Words | bool | None:
    """The words to keep, False to leave it out, None to stop."""
    names = {member.person: member.name for member in meeting.community.members.values()}
    likely = ", ".join(names.get(maybe.people[0], "someone") for maybe in one.maybe)
    keys = f"{_KEYS}, o keeps it as {likely}'s" if likely else _KEYS
    context.say(f"  {one.words.text}\n  {preview(one.words, names)}")
    while True:
        typed = _answer(f"  {keys}: ")
        match typed:
            case "y" | "yes":
                return one.words
            case "o" if likely:
                return one.guessed
            case "n" | "no":
                return False
            case "e":
                if (mended := _mended(context, meeting, one, now)) is not None:
                    return mended
            case "q" | None:
                return None
            case _:
                context.warn(f"{typed!r} is none of them")


def _mended(context: Context, meeting: Meeting, one: Proposed, now: int) -> Words | None:
    """The words as the line reads that is typed now; None where nothing is."""
    people = known(meeting)
    before = write_line(one.guessed, people)
    today = local(now, zone_or_utc(meeting.session.zone)).date()
    while True:
        typed = _line("  as it shall read, or nothing: ", before)
        if not typed:
            return None
        line = read_line(typed, people, today)
        if not line.problem:
            if line.unaddressed:
                context.warn(f"{line.unaddressed} and stays in the text")
            return line.words
        context.warn(line.problem)
        before = typed


def _answer(prompt: str) -> str | None:
    """What is typed, small and without blanks round it; None where the terminal has gone."""
    print(neutral_text(prompt), end="", file=sys.stderr, flush=True)
    typed = sys.stdin.readline()
    return typed.strip().casefold() if typed else None


def _line(prompt: str, before: str) -> str:
    """A line, mended in place where the terminal can do that; "" for none."""
    if sys.platform == "win32":
        return _anew(prompt, before)
    try:
        import readline
    except ImportError:  # a Python that was built without it
        return _anew(prompt, before)
    readline.set_startup_hook(lambda: readline.insert_text(before))
    try:
        return input(neutral_text(prompt)).strip()
    except EOFError:
        return ""
    finally:
        readline.set_startup_hook()


def _anew(prompt: str, before: str) -> str:
    """Where a line cannot be mended in place it is typed anew, below what it was."""
    print(f"  {neutral_text(before)}", file=sys.stderr)
    return _answer(prompt) or ""
