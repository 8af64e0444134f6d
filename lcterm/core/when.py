"""Times as people say them. In: what they type. Out: local time of the session's zone. Inside all is ms, UTC."""

from datetime import UTC, date, datetime, tzinfo
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
_WHOLE_FROM = 10
"""Minutes from which nobody asks for the seconds."""
_DAYS_FROM = 2 * 86_400
"""Seconds; below, hours say more."""
_NO_PLACE = frozenset({"localtime", "posixrules", "Factory"})
"""Names in the zone data that are no zone: another laptop would take them for something else."""


def zone_named(name: str) -> ZoneInfo:
    """The time zone of this IANA name. Raises Refused for a name nobody knows."""
    try:
        if name in _NO_PLACE:
            raise ValueError(name)
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


def in_words(seconds: float) -> str:
    """How long, to be heard: 45 seconds, 3 minutes 30 seconds; whole minutes from ten on. The sign is the caller's."""
    minutes, rest = divmod(int(abs(seconds)), 60)
    named = [f"{minutes} minute{'' if minutes == 1 else 's'}"] if minutes else []
    if (rest and minutes < _WHOLE_FROM) or not minutes:
        named.append(f"{rest} second{'' if rest == 1 else 's'}")
    return " ".join(named)


def ago(ms: int) -> str:
    """How long, in one word and a unit: 40 s, 6 min, 2 h; 30 days from two days on."""
    seconds = max(0, ms) // 1000
    if seconds < 60:
        return f"{seconds} s"
    if seconds >= _DAYS_FROM:
        return f"{seconds // 86_400} days"
    return f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"


def minutes(value: float) -> str:
    """35, or 2.5 where it is a fraction."""
    return f"{value:g}" if value != int(value) else str(int(value))
