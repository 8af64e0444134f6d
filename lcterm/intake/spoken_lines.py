"""What a line of a recording's file says, whatever the format: who spoke from when for how long, or why it says
nothing. And the one way in which seconds are read: as decimals, never as floats."""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from lcterm.core.recordings import MICROSECONDS

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_DIGITS_MAX = 25
"""So many are exact in Decimal's arithmetic."""

_START_MAX = Decimal(10) ** 10
"""In seconds: beyond any clock, so that times since the epoch still fit."""

_LENGTH_MAX = Decimal(10) ** 6
"""In seconds: eleven days of talk without a breath."""

LENGTH_MAX = int(_LENGTH_MAX) * MICROSECONDS
"""The same in microseconds."""


class Spoken(NamedTuple):
    """A stretch of speech; `start` and `length` in microseconds."""

    recording: str
    speaker: str
    start: int
    length: int


class Unread(NamedTuple):
    """A line that cannot be taken: of which recording, if that can be told, and why."""

    recording: str
    why: str


def fields(line: str) -> list[str]:
    """The parts of a line between blanks and tabs."""
    return [part for part in re.split(r"[ \t]+", line.strip(" \t")) if part]


def moment(text: str, what: str) -> int:
    """Microseconds out of seconds, to the nearest. Raises ValueError, saying what is wrong in words, for what is no
    number, below nothing or absurdly large."""
    return _microseconds(text, what, _START_MAX)


def stretch(text: str, what: str) -> int:
    """`moment` for a length of time."""
    return _microseconds(text, what, _LENGTH_MAX)


def spoken(recording: str, speaker: str, start: int, length: int) -> Spoken | Unread:
    """The stretch of speech if its figures make sense."""
    if length < 0:
        return Unread(recording, "it ends before it begins")
    if length > LENGTH_MAX:
        return Unread(recording, "it lasts longer than any recording")
    return Spoken(recording, speaker, start, length)


def _microseconds(text: str, what: str, most: Decimal) -> int:
    if len(text) > _DIGITS_MAX or not _DECIMAL.fullmatch(text):
        raise ValueError(f"the {what} is not a number of seconds: {text[:_DIGITS_MAX]}")
    seconds = Decimal(text)
    if seconds < 0:
        raise ValueError(f"the {what} is below nothing: {text}")
    if seconds > most:
        raise ValueError(f"the {what} is too large: {text}")
    return int((seconds * MICROSECONDS).to_integral_value(ROUND_HALF_EVEN))
