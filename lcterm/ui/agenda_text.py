"""What is typed when an agenda is changed, understood: a new point, who presents."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lcterm.core.agenda_plan import Mode
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.intake.agenda_modes import guess_mode, take_mode

NOBODY = "-"
"""Typed in place of presenters: there are none any more."""
_NEW = re.compile(
    r"(?P<title>.*?\S)[\s,;:(–-]+(?P<minutes>\d{1,4}(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|['’′])?\)?", re.I
)


class NewPoint(NamedTuple):
    """A point to put in; the mode as written in square brackets behind it, else as the title suggests."""

    title: str
    minutes: float
    mode: Mode


def read_point(typed: str) -> NewPoint:
    """`Coffee 10`, `Coffee, 10 min`, `Round of doubts 15 [round]`. Raises Refused where the minutes are missing."""
    words, mode = take_mode(typed.strip())
    found = _NEW.fullmatch(words.strip())
    if found is None:
        raise Refused("How long? Write the minutes behind the title: Coffee 10.")
    title = found["title"].strip(" ,;:–-")
    return NewPoint(title, float(found["minutes"].replace(",", ".")), mode or guess_mode(title, presented=False))


def read_presenters(typed: str, people: Sequence[Known]) -> tuple[str, ...]:
    """Ids of the people named, by name or badge, with commas between them, or blanks where each word is a badge or a
    name; none for `-`. Raises Refused for a name nobody has."""
    if typed.strip() == NOBODY:
        return ()
    parts = [part for part in re.split(r"[,;]|\band\b", typed) if part.strip()]
    try:
        named = [find_person(part, people) for part in parts]
    except Refused:
        apart = [word for part in parts for word in part.split()]
        if len(apart) == len(parts):
            raise
        named = [find_person(word, people) for word in apart]
    return tuple(dict.fromkeys(named))
