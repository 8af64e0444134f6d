"""todo.txt in: a task a line, as `lcterm actions --format todotxt` writes it and other programs change it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lcterm.core.community_events import Becoming
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.core.todo_words import is_sign, name_back, words_back
from lcterm.intake.files import MIB, as_text

TODO_BYTES = 4 * MIB
_LINE_MAX = 10_000
_LINES = re.compile("\r\n|[\r\n]")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_BEGINNING = re.compile(rf"(?P<over>x +)?(?:\([A-Z]\) +)?(?P<first>{_DAY}(?: +|$))?(?P<second>{_DAY}(?: +|$))?")
_NEXT = "next-session"
_ONCE = ("due", "when", "state", "session", "id")


class Task(NamedTuple):
    """A line of todo.txt. `state`: how far it is, None where the line is not crossed out and says nothing of it.
    `owners` by name, as its contexts say. `session` and `id`: which action of lcterm's it is, "" for none. `written`:
    the day it was written down."""

    line: int
    text: str
    state: Becoming | None = None
    owners: tuple[str, ...] = ()
    due: date | None = None
    due_next: bool = False
    session: str = ""
    id: str = ""
    written: date | None = None


def read_todotxt(data: bytes, source: str) -> list[Task]:
    """The tasks in these bytes, without blank lines. Raises Refused, naming the line, for what is no text, for a date
    that is none, and for a line that says one thing twice."""
    tasks = []
    for number, line in enumerate(_LINES.split(as_text(data, source)), 1):
        if len(line) > _LINE_MAX:
            raise Refused(f"{source}, line {number}: it is {len(line)} characters long; that is no task")
        if line := clean(line, limit=_LINE_MAX, what="a task"):
            tasks.append(_task(line, number, f"{source}, line {number}"))
    return tasks


def _task(line: str, number: int, where: str) -> Task:
    begun = _BEGINNING.match(line)
    assert begun is not None, "all of it may be missing"
    over, dates = begun["over"] is not None, [one for one in (begun["first"], begun["second"]) if one]
    # What is not crossed out has one date; a second one is the beginning of its text.
    kept = dates if over else dates[:1]
    rest = line[begun.end() if kept == dates else begun.start("second") :]
    words = rest.split()
    signs = [word for word in words if is_sign(word)]
    keys = _keys(signs, where)
    return Task(
        line=number,
        text=words_back(" ".join(word for word in words if not is_sign(word))),
        state=_state(keys.get("state", ""), over=over, where=where),
        owners=tuple(name_back(word[1:]) for word in signs if word[0] == "@"),
        due=_day(keys["due"], where) if "due" in keys else None,
        due_next=keys.get("when") == _NEXT,
        session=keys.get("session", ""),
        id=keys.get("id", ""),
        written=_written(kept, where),
    )


def _keys(signs: Sequence[str], where: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, _, value in (word.partition(":") for word in signs if word[0] not in "+@"):
        if key in _ONCE and found.setdefault(key, value) != value:
            raise Refused(f"{where}: it says {key}: twice, {found[key]} and {value}; leave one of them")
    return found


def _state(said: str, *, over: bool, where: str) -> Becoming | None:
    """A line that is crossed out is done unless it says that it was dropped; one that no longer is has been taken up
    again, whatever it said before."""
    match said:
        case "dropped":
            return "dropped" if over else "open"
        case "going" | "open":
            return "done" if over else "going" if said == "going" else "open"
        case "" | "done":
            return "done" if over else None
        case _:
            raise Refused(f"{where}: state:{said} is none; write going, open or dropped, or cross the line out with x")


def _written(dates: Sequence[str], where: str) -> date | None:
    days = [_day(one.strip(), where) for one in dates]
    return days[-1] if days else None


def _day(text: str, where: str) -> date:
    try:
        if re.fullmatch(_DAY, text) is None:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{where}: {text[:40]!r} is no date; write it like 2026-12-24") from None
