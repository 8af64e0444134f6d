"""Times as people write them: clock times, spans of the clock, lengths."""

import re
import unicodedata
from typing import NamedTuple

DAY = 24 * 60
HALF_DAY = 12 * 60
_NIGHT = 6 * 60

_NUMBER = r"(?:\d{1,4}(?:[.,]\d{1,2})?[½¼¾]?|[½¼¾])"
_HOURS = r"(?:hours?|hrs?|h|std)(?![^\W\d_])\.?"
_MINUTES = r"(?:minuten|minutes?|mins?|m)(?!\w)\.?|['′’](?![\w:'])"
_ROUGHLY = r"(?:(?:~|≈|ca\.?|c\.|approx\.?|about|max\.?|up\ to)\s*)?"
_TO = r"(?:-|–|—|−|‒|~|→|->|to|till?|until)"

LENGTH = rf"""{_ROUGHLY}(?<![\w.,:/])(?:
    (?P<clock_hours>[0-9]):(?P<clock_minutes>[0-5]\d)\s?{_HOURS}
  | (?P<hours>{_NUMBER})[\s-]?{_HOURS}
    (?:(?P<stuck>[0-5]?\d)(?!\d)(?:\s?(?:{_MINUTES}))?|(?:\s|,|\band\b)*(?P<odd>[0-5]?\d)[\s-]?(?:{_MINUTES}))?
  | (?:\d{{1,3}}\s?{_TO}\s?)?(?P<minutes>{_NUMBER})[\s-]?(?:{_MINUTES})
)"""
"""How long: 10 min, 10', 5-10 minutes (the longer counts), 1h30, 1.5 h, 1:30 h, ½ hour."""

_ZONE = r"(?:\s?\(?(?-i:UTC|GMT|BST|CET|CEST|EET|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|AEST)(?:[+-]\d{1,2})?\b\)?)?"
_SUFFIX = rf"(?:\s?(?:uhr|hrs?|h)(?!\w))?{_ZONE}"


def _clock(name: str) -> str:
    hour, half = rf"(?P<{name}_hour>2[0-4]|[01]?\d)(?!\d)", rf"\s?(?P<{name}_half>[ap])\.?m(?!\w)\.?"
    minute = rf"(?:[:.h](?P<{name}_minute>[0-5]\d)(?::[0-5]\d)?(?!\d|:\d))"
    return rf"(?<![\w.,:/]){hour}{minute}?(?:{half})?{_SUFFIX}"


SPAN = rf"{_clock('start')}\s?{_TO}\s?{_clock('end')}"
"""From when to when: 13:30 - 13:40, 1:30–2:15 pm, 9-10am."""

CLOCK = _clock("start")


class Clock(NamedTuple):
    """A time of day in minutes; `twelve` if the afternoon could be meant as well."""

    minute: int
    twelve: bool = False


class When(NamedTuple):
    """What a line says of time; clock times are local, lengths in minutes."""

    start: Clock | None = None
    end: Clock | None = None
    minutes: float | None = None


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern made of LENGTH, SPAN or CLOCK: spaces in LENGTH do not count."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def when(match: re.Match[str]) -> When | None:
    """What a match of LENGTH, SPAN or CLOCK says, or None if it is only a number after all."""
    found = match.groupdict()
    if (found.get("hours") or "").isdecimal() and len(found.get("stuck") or "") == 2 and int(found["hours"]) >= 7:
        # 14h20 is how a clock is written in French; nobody plans a point of seven hours.
        return When(_time(found["hours"], found["stuck"], "")) if int(found["hours"]) <= 24 else None
    if minutes := _length(found):
        return When(minutes=minutes[0])
    start_half, end_half = found.get("start_half") or "", found.get("end_half") or ""
    if not (found.get("start_minute") or start_half or (end_half and found.get("end_hour"))):
        return None
    start = _time(found["start_hour"], found["start_minute"], start_half)
    if not found.get("end_hour"):
        return When(start)
    if not (found["end_minute"] or end_half):
        return None
    end = _time(found["end_hour"], found["end_minute"], end_half)
    if end_half and not start_half:
        same_half = _time(found["start_hour"], found["start_minute"], end_half)
        start = same_half if same_half.minute <= end.minute or end_half in "aA" else start._replace(twelve=False)
    return When(start, end)


def _length(found: dict[str, str | None]) -> tuple[float] | None:
    if minutes := found.get("minutes"):
        return (_number(minutes),)
    if hours := found.get("hours"):
        minutes_of_hours = _number(hours) * 60
        whole = int(minutes_of_hours) if minutes_of_hours == int(minutes_of_hours) else minutes_of_hours
        return (whole + int(found.get("stuck") or found.get("odd") or 0),)
    if hours := found.get("clock_hours"):
        return (int(hours) * 60 + int(found.get("clock_minutes") or 0),)
    return None


def _number(written: str) -> float:
    part = unicodedata.numeric(written[-1]) if written[-1] in "½¼¾" else 0
    whole = written.rstrip("½¼¾").replace(",", ".")
    number = (float(whole) if whole else 0) + part
    return int(number) if number == int(number) else number


def _time(hour: str, minute: str | None, half: str) -> Clock:
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half in "pP" else 0)
    twelve = not half and 1 <= hours <= 12 and not (len(hour) == 2 and hours < 10)
    return Clock((hours * 60 + int(minute or 0)) % DAY, twelve)


def between(start: Clock, end: Clock) -> int | None:
    """Minutes from one time to the next: over midnight, or from morning to an afternoon written as 1:00, if that is
    no more than six hours. None if the times run backwards."""
    if end.minute >= start.minute:
        return end.minute - start.minute
    over_midnight = end.minute + DAY - start.minute
    if over_midnight <= _NIGHT:
        return over_midnight
    past_noon = end.minute + HALF_DAY - start.minute
    return past_noon if start.twelve and end.twelve and 0 <= past_noon <= _NIGHT else None
