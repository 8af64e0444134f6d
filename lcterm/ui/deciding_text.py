"""What is typed and said while a group decides: counted marks, whose a mark is, what the ways are called."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused

Chosen = Literal["lights", "pairs", "what-else", "park"]
"""A way to decide, or to leave it for another time."""


class WayOfDeciding(NamedTuple):
    """A way as it is offered: its key, what it is called, what it is in a few words."""

    way: Chosen
    key: str
    title: str
    words: str


WAYS: tuple[WayOfDeciding, ...] = (
    WayOfDeciding("lights", "l", "Traffic light", "green and red marks for each suggestion; reds are seen"),
    WayOfDeciding("pairs", "p", "In pairs", "three suggestions each: must, should, could; one to the wall; all vote"),
    WayOfDeciding("what-else", "w", "What else?", "what would we need to know before we can decide"),
    WayOfDeciding("park", "k", "Park it", "leave it open today, on purpose"),
)
"""In the order in which they are offered ([HB])."""

CARDS: dict[str, Chosen] = {
    "traffic-light": "lights",
    "must-should-could": "pairs",
    "what-else": "what-else",
    "park": "park",
}
"""The cards that tell of a way, by the names of their files."""

_COUNTS = re.compile(r"(\d{1,3})(?:\s*gr?\w*)?(?:[\s,;:/+-]+(\d{1,3})(?:\s*r\w*)?)?", re.IGNORECASE)


def read_counts(typed: str) -> tuple[int, int]:
    """Greens and reds, as they are called out: `9 2`, `9/2`, `9 green, 2 red`; `9` alone has no red. Raises Refused."""
    read = _COUNTS.fullmatch(typed.strip())
    if read is None:
        raise Refused("Write how many greens, then how many reds: 9 2.")
    return int(read[1]), int(read[2] or 0)


def counts_words(green: int, red: int) -> str:
    """9 green, 2 red"""
    return f"{green} green, {red} red"


def read_people(typed: str, people: Sequence[Known]) -> list[str]:
    """Whose mark it is: one person by badge or name, or several with blanks or commas between. Raises Refused for the
    first that is nobody's, or not clear."""
    parts = [part for part in typed.split(",") if part.strip()]
    if len(parts) == 1:
        try:
            return [find_person(typed, people)]
        except Refused:
            parts = typed.split()
            if len(parts) == 1:
                raise
    return list(dict.fromkeys(find_person(part, people) for part in parts))


def way_title(way: str) -> str:
    """What a way is called."""
    return next((one.title for one in WAYS if one.way == way), way)
