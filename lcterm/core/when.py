"""Times as people say them. In: what they type. Out: local time of the session's zone. Inside all is ms, UTC."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lcterm.core.refusal import Refused

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MINUTE = 60_000
_LAST = round(datetime(9999, 1, 1, tzinfo=UTC).timestamp() * 1000)
"""The calendar of the standard library ends with that year; up to here every zone is safe."""
_LEAP_GAP = 8
"""Years from one 29 February to the next, at most."""
_AHEAD = re.compile(r"\+(\d{1,3})([dwm])")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+(\d{4}))?")


def zone_named(name: str) -> ZoneInfo:
    """The time zone of this IANA name. Raises Refused for a name nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise Refused(f"there is no time zone {name!r}; write it like Europe/Berlin") from problem


def zone_or_utc(name: str) -> tzinfo:
    """The time zone of this name; UTC where this machine does not know it, so that a stored session always opens."""
    try:
        return zone_named(name)
    except Refused:
        return UTC


def local(ms: int, zone: tzinfo) -> datetime:
    """The wall time in that zone; a stored time beyond the calendar is shown as its first or last moment."""
    return datetime.fromtimestamp(min(max(ms, 0), _LAST) / 1000, zone)


def to_ms(moment: datetime) -> int:
    """Milliseconds since the epoch of an aware time."""
    return round(moment.timestamp() * 1000)


def iso(ms: int, zone: tzinfo) -> str:
    """ISO 8601 with offset, to the second, or to the millisecond where there is one."""
    moment = local(ms, zone)
    return moment.isoformat(timespec="milliseconds" if ms % 1000 else "seconds")


def read_moment(text: str, zone: tzinfo, what: str) -> int:
    """ISO time or `2026-12-01 14:00`, local to the zone unless it has an offset; ms. Raises Refused."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as problem:
        raise Refused(f"{what} {text!r} is no time; write it like 2026-12-01 14:00") from problem
    try:
        at = to_ms(moment if moment.tzinfo else moment.replace(tzinfo=zone))
    except (OverflowError, ValueError, OSError):
        at = -1
    if not 0 <= at <= _LAST:
        raise Refused(f"{what} {text!r} is too far from now; write a year between 1970 and 9998")
    return at


def clock(ms: int, zone: tzinfo) -> str:
    """15:07"""
    return local(ms, zone).strftime("%H:%M")


def day(on: date) -> str:
    """Fri 27 Nov"""
    return f"{DAYS[on.weekday()].title()} {on.day} {MONTHS[on.month - 1].title()}"


def full_day(on: date) -> str:
    """Tue 24 Nov 2026"""
    return f"{day(on)} {on.year}"


def due(iso_date: str) -> str:
    """Fri 27 Nov, from a stored date; the text itself where it is none."""
    try:
        return day(date.fromisoformat(iso_date))
    except ValueError:
        return iso_date


def countdown(seconds: float) -> str:
    """21:34; 1:02:05 from an hour on; the sign is the caller's."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def ago(ms: int) -> str:
    """How long, in one word and a unit: 40 s, 6 min, 2 h."""
    seconds = max(0, ms) // 1000
    if seconds < 60:
        return f"{seconds} s"
    return f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"


def minutes(value: float) -> str:
    """35, or 2.5 where it is a fraction."""
    return f"{value:g}" if value != int(value) else str(int(value))


def read_due(text: str, today: date) -> date | None:
    """A day as people write it: fri, tomorrow, +2w, 12 Dec, 2026-12-12; None where it is none.

    A weekday is the next one, never today; a day and month without a year is the next such day, today included.
    """
    word = text.strip().casefold().rstrip(",;")
    try:
        if word in ("today", "tomorrow"):
            return today + timedelta(days=word == "tomorrow")
        if word in DAYS or word in DAY_NAMES:
            index = DAYS.index(word[:3])
            return today + timedelta(days=(index - today.weekday() - 1) % 7 + 1)
        if found := _AHEAD.fullmatch(word):
            return _ahead(today, int(found[1]), found[2])
        if found := _DAY_MONTH.fullmatch(word):
            return _day_month(today, int(found[1]), found[2], found[3])
        return date.fromisoformat(word) if re.fullmatch(r"\d{4}-\d\d-\d\d", word) else None
    except (ValueError, OverflowError):
        return None


def _ahead(today: date, count: int, unit: str) -> date:
    if unit != "m":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.month - 1 + count
    first = date(today.year + months // 12, months % 12 + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(today.day, (following - timedelta(days=1)).day))


def _day_month(today: date, number: int, month: str, year: str | None) -> date | None:
    names = MONTHS if len(month) == 3 else MONTH_NAMES
    if month not in names:
        return None
    place = names.index(month) + 1
    if year:
        return date(int(year), place, number)
    coming = (on for later in range(_LEAP_GAP + 1) if (on := _on(today.year + later, place, number)) is not None)
    return next((on for on in coming if on >= today), None)


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
