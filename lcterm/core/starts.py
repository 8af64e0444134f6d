"""When something is to start, as people type it."""

import re
from datetime import UTC, datetime, time, tzinfo

from lcterm.core.days import read_due
from lcterm.core.refusal import Refused
from lcterm.core.when import local, read_moment, to_ms, zone_named

_CLOCK = re.compile(
    r"(?:(?P<day>.*?\S)(?:\s+at)?[\s,]+|at\s+)?"
    r"(?P<hour>\d{1,2})(?:(?P<sign>[:.h])(?P<minute>\d{2}))?\s*(?P<half>[ap])?(?(half)\.?m\.?)",
    re.IGNORECASE,
)
_ZONED = re.compile(r"(?P<moment>.*\d.*),\s*(?P<zone>[A-Za-z][\w+-]*(?:/[\w+-]+)+|UTC)")


def read_start(text: str, now: int, zone: tzinfo, usual: time | None = None, what: str = "the start") -> int:
    """`2026-12-15 14:00`, `fri 2pm`, `Tue 15 Dec 2026, 14:00`, `15.12. 14:00`, `tomorrow 9:30`, or a time of today;
    wall ms, local to the zone, or to one that is named at the end. A day alone will do where there is a `usual` time of
    day. Raises Refused; it names `what`."""
    if (zoned := _ZONED.fullmatch(text.strip())) is not None:
        text, zone = zoned["moment"], zone_named(zoned["zone"])
    found = _CLOCK.fullmatch(text.strip())
    if found is not None and not (found["minute"] or found["half"]):
        found = None
    if found is not None and found["sign"] == "." and not found["half"] and _may_be_a_day(found):
        hour, minute = found["hour"], found["minute"]
        raise Refused(
            f"{what} {text.strip()!r} could be a day or a time of day; write {hour}:{minute}, or {hour}.{minute}. 14:00"
        )
    today = local(now, zone).date()
    alone = read_due(text, today) if usual is not None and found is None else None
    if usual is not None and alone is not None:
        return _at(datetime.combine(alone, usual, zone), text, what)
    on = today if found and not found["day"] else read_due(found["day"], today) if found else None
    if found is None or on is None:
        return read_moment(text, zone, what)
    at = _clock_time(int(found["hour"]), int(found["minute"] or 0), found["half"])
    if at is None:
        raise Refused(f"{what} {text.strip()!r} is no time; write it like 2026-12-01 14:00")
    return _at(datetime.combine(on, at, zone), text, what)


def _may_be_a_day(found: re.Match[str]) -> bool:
    """Whether what reads as a time of day is the day and month that some people write so, with no other day beside."""
    told = any(sign.isdecimal() for sign in found["day"] or "")
    return not told and 1 <= int(found["hour"]) <= 31 and 1 <= int(found["minute"]) <= 12


def _clock_time(hour: int, minute: int, half: str | None) -> time | None:
    """A time of day; `half`: a or p where it is told by twelve hours."""
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _at(moment: datetime, text: str, what: str) -> int:
    """Wall ms. Raises Refused for what no clock of that zone ever shows."""
    try:
        at = to_ms(moment)
    except (ValueError, OverflowError, OSError):
        at = -1
    shown = local(at, moment.tzinfo or UTC)
    if abs((shown.date() - moment.date()).days) > 1:
        raise Refused(f"{what} {text.strip()!r} is too far from now; write a year between 1970 and 9998")
    if shown.replace(tzinfo=None, fold=0) != moment.replace(tzinfo=None, fold=0):
        hours = f"{moment:%H:%M}"
        raise Refused(
            f"there is no {hours} on that day: the clocks are put ahead; {shown:%H:%M} is what they show then"
        )
    return at
