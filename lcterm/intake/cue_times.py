"""The times of captions, as WebVTT and SRT write them: `00:01:02.500 --> 00:01:04.000`, read without a float."""

import re
from typing import NamedTuple

from lcterm.core.recordings import MICROSECONDS
from lcterm.intake.spoken_lines import LENGTH_MAX

ARROW = "-->"

_TIME = r"(?:([0-9]{1,6}):)?([0-9]{1,2}):([0-9]{2})[.,]([0-9]{3})"
_SPAN = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_BEGINS = re.compile(r"[ \t]*[0-9:.,]+[ \t]*-->")
_MILLISECOND = MICROSECONDS // 1000


class Span(NamedTuple):
    """From when for how long, in microseconds."""

    start: int
    length: int


def is_span(line: str) -> bool:
    """Whether the line is the times of a cue."""
    return _SPAN.fullmatch(line) is not None


def begins_span(line: str) -> bool:
    """Whether the line is meant for the times of a cue, right or wrong; words with an arrow in them are not."""
    return _BEGINS.match(line) is not None


def read_span(line: str) -> Span:
    """The stretch that a cue's times say. Hours may be left out, a comma stands for the point as in SRT, what follows
    the end (WebVTT's settings) is passed over. Raises ValueError, saying what is wrong in words."""
    found = _SPAN.fullmatch(line)
    if found is None:
        raise ValueError("its times are not like 00:01:02.500 --> 00:01:04.000")
    start, end = _moment(found.groups("0")[:4]), _moment(found.groups("0")[4:])
    if end < start:
        raise ValueError("it ends before it begins")
    if end - start > LENGTH_MAX:
        raise ValueError("it lasts longer than any recording")
    return Span(start, end - start)


def clock_time(hours: str, minutes: str, seconds: str) -> int:
    """Microseconds. Raises ValueError for a minute or a second that no clock has."""
    if int(minutes) > 59 or int(seconds) > 59:
        raise ValueError("its times have a minute or a second beyond 59")
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * MICROSECONDS


def _moment(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, milliseconds = parts
    return clock_time(hours, minutes, seconds) + int(milliseconds) * _MILLISECOND
