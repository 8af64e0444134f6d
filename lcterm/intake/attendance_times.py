"""Moments and lengths as meeting programs write them into their reports."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

from lcterm.core.text import unaccented
from lcterm.core.when import MONTH_NAMES, MONTHS, to_ms

Order = Literal["day first", "month first"]
ORDERS: tuple[Order, ...] = ("month first", "day first")

_TIME = (
    r"[\sT,]+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?\s*(?P<half>[ap])?(?(half)\.?m\.?)"
)
_OFFSET = r"\s*(?P<offset>Z|UTC|GMT|[+-]\d\d:?\d\d)?"
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}{_OFFSET}", re.I)
_NUMBERS = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<sign>[-/.])(?P<two>\d{{1,2}})[-/.](?P<year>\d{{4}}|\d\d){_TIME}{_OFFSET}", re.I
)
_MONTH_NAMED = re.compile(
    rf"(?P<name>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}}){_TIME}{_OFFSET}", re.I
)
_DAY_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})\.?\s+(?P<name>[a-z]{{3,9}})\.?,?\s+(?P<year>\d{{4}}){_TIME}{_OFFSET}", re.I
)
_MONTHS = {name: place % 12 + 1 for place, name in enumerate((*MONTHS, *MONTH_NAMES))} | {"sept": 9}
_CELL_MAX = 60
_PART = re.compile(r"(\d{1,4})\s*([a-z]+)\.?")
_CLOCKED = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d)")
_HOURS = ("h", "std", "stunde", "ora", "ore", "uur", "godz", "tim")
_SECONDS = ("s",)


class Moment(NamedTuple):
    """A time as written, with its numbers read in either order; the same twice where they can be read one way alone,
    None where a calendar has no such day. `offset` where it names its own zone."""

    by_month: datetime | None
    by_day: datetime | None
    offset: tzinfo | None = None

    def read(self, order: Order) -> datetime | None:
        """The time, where numbers stand in this order."""
        return self.by_month if order == "month first" else self.by_day


def read_moment(cell: str) -> Moment | None:
    """The moment in a cell; None where it is none. Raises nothing.

    Seen in Zoom's reports: `10/05/2026 05:55:00 PM`, `2021-01-05 09:00:00`, `Mar 22, 2025 19:13:27`; in those of Teams:
    `11/26/25, 4:16:54 PM`, `21/10/22 12:00:00`, `16.11.2021, 10:00:00`. Points between numbers: the day is first.
    """
    text = " ".join(cell.split())
    if len(text) > _CELL_MAX:
        return None
    for pattern in (_YEAR_FIRST, _MONTH_NAMED, _DAY_NAMED):
        if found := pattern.fullmatch(text):
            number = _MONTHS.get(found["name"].casefold(), 0) if "name" in found.groupdict() else int(found["month"])
            moment = _moment(found, int(found["year"]), number, int(found["day"]))
            return None if moment is None else Moment(moment, moment, _offset(found["offset"]))
    return _numbered(found) if (found := _NUMBERS.fullmatch(text)) else None


def _numbered(found: re.Match[str]) -> Moment | None:
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    one, two = int(found["one"]), int(found["two"])
    by_day = _moment(found, year, two, one)
    by_month = by_day if found["sign"] == "." else _moment(found, year, one, two)
    return Moment(by_month, by_day, _offset(found["offset"])) if by_month or by_day else None


def _moment(found: re.Match[str], year: int, month: int, day: int) -> datetime | None:
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        # Whose zone it is in comes later.
        return datetime(year, month, day, hour, int(found["minute"]), int(found["second"] or 0))  # noqa: DTZ001
    except ValueError:
        return None


def _offset(written: str | None) -> tzinfo | None:
    if not written:
        return None
    return UTC if written[0] in "ZzUuGg" else datetime.strptime(written.replace(":", ""), "%z").tzinfo


def orders_that_fit(moments: Iterable[Moment], near: date) -> list[Order]:
    """The orders of day and month in which all of these can be read: none where they are mixed; both where that leaves
    it open, and neither, or each, leads to within a day of `near`."""
    known = list(moments)
    fitting = [order for order in ORDERS if all(one.read(order) is not None for one in known)]
    differing = [one for one in known if one.by_month != one.by_day]
    if len(fitting) < 2 or not differing:
        return fitting[:1]
    close = [order for order in fitting if any(_is_near(one.read(order), near) for one in differing)]
    return close if len(close) == 1 else fitting


def _is_near(moment: datetime | None, day: date) -> bool:
    return moment is not None and abs(moment.date() - day) <= timedelta(days=1)


def milliseconds(moment: datetime, zone: tzinfo) -> int:
    """Wall ms of a local time. Raises ValueError or OverflowError beyond the calendar."""
    return to_ms(moment.replace(tzinfo=zone))


def read_length(cell: str, *, in_seconds: bool = False) -> int | None:
    """A length in ms; None where it is none: `65` minutes (or seconds, where the heading says so), `1h 2m 3s`,
    `1 Std. 2 Min.`, `00:47:00`."""
    text = unaccented(" ".join(cell.split()))
    if len(text) > _CELL_MAX or not text:
        return None
    if text.isascii() and text.isdecimal():
        return int(text[:9]) * (1000 if in_seconds else 60_000)
    if found := _CLOCKED.fullmatch(text):
        return ((int(found[1] or 0) * 60 + int(found[2])) * 60 + int(found[3])) * 1000
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" ,"):
        return None
    return sum(int(number) * _unit(unit) for number, unit in parts)


def _unit(word: str) -> int:
    if word.startswith(_HOURS):
        return 3_600_000
    return 1000 if word.startswith(_SECONDS) else 60_000
