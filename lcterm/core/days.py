"""Days as people write them, and as lcterm itself prints them."""

import re
from datetime import date, timedelta

from lcterm.core.refusal import Refused
from lcterm.core.when import DAY_NAMES, DAYS, MONTH_NAMES, MONTHS, day, full_day

_LEAP_GAP = 8
"""Years from one 29 February to the next, at most."""
_AHEAD = re.compile(r"\+(\d{1,3})([dwm])")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s*([a-z]{3,9})\.?(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d\d))?")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?")
_WEEKDAY = re.compile(r"([a-z]{3,9})[.,]?\s+(.*\d.*)")
_MONTH_NUMBERS = {name: index % 12 + 1 for index, name in enumerate((*MONTHS, *MONTH_NAMES))} | {"sept": 9}


def read_due(text: str, today: date) -> date | None:
    """A day as people write it: fri, tomorrow, +2w, 12 Dec, Sat 12 Dec 2026, 12.12.2026, 2026-12-12; None where it is
    none.

    A weekday is the next one, never today; a day and month without a year is the next such day, today included. Raises
    Refused for one that can be two days, 5/12, and for a weekday that its date does not have.
    """
    word = text.strip().casefold().rstrip(",;")
    try:
        if word in ("today", "tomorrow"):
            return today + timedelta(days=word == "tomorrow")
        if (index := _weekday(word)) is not None:
            return today + timedelta(days=(index - today.weekday() - 1) % 7 + 1)
        if found := _AHEAD.fullmatch(word):
            return _ahead(today, int(found[1]), found[2])
        found = _WEEKDAY.fullmatch(word)
        index = None if found is None else _weekday(found[1])
        if found is None or index is None:
            return _read_date(word, today)
        on = _read_date(found[2], today)
        return None if on is None else _fitting(index, on)
    except (ValueError, OverflowError):
        return None


def _weekday(word: str) -> int | None:
    """Monday is 0."""
    return DAYS.index(word[:3]) if word in DAYS or word in DAY_NAMES else None


def _fitting(weekday: int, on: date) -> date:
    """The day, where it is that weekday. Raises Refused, with both that can be meant."""
    if on.weekday() == weekday:
        return on
    typed = f"{DAYS[weekday].title()} {full_day(on).split(' ', 1)[1]}"
    near = on + timedelta(days=(weekday - on.weekday() + 3) % 7 - 3)
    raise Refused(f"there is no {typed}: write {full_day(on)}, or {full_day(near)}")


def _read_date(word: str, today: date) -> date | None:
    """A date with day and month; None where it is none. Raises Refused for one that can be two days, ValueError for one
    that no calendar has."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return date.fromisoformat(word)
    if found := _SLASHES.fullmatch(word):
        return _slashed(word, found, today)
    if found := _DOTS.fullmatch(word):
        return _day_month(today, int(found[1]), int(found[2]), found[3])
    if found := _DAY_MONTH.fullmatch(word):
        number, month, year = found.groups()
    elif found := _MONTH_DAY.fullmatch(word):
        month, number, year = found.groups()
    else:
        return None
    return _day_month(today, int(number), _MONTH_NUMBERS[month], year) if month in _MONTH_NUMBERS else None


def _slashed(word: str, found: re.Match[str], today: date) -> date | None:
    """Some write the day first, others the month: it counts only where one of them can be."""
    first, second = int(found[1]), int(found[2])
    readings = [
        on
        for number, month in dict.fromkeys(((first, second), (second, first)))
        if month <= 12 and (on := _day_month(today, number, month, found[3])) is not None
    ]
    if len(readings) > 1:
        say = full_day if found[3] else day
        either = " or ".join(say(on).split(" ", 1)[1] for on in readings)
        raise Refused(f"{word} can be {either}; write the month as a word")
    return readings[0] if readings else None


def _ahead(today: date, count: int, unit: str) -> date:
    if unit != "m":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.month - 1 + count
    first = date(today.year + months // 12, months % 12 + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(today.day, (following - timedelta(days=1)).day))


def _day_month(today: date, number: int, month: int, year: str | None) -> date | None:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, number)
    coming = (on for later in range(_LEAP_GAP + 1) if (on := _on(today.year + later, month, number)) is not None)
    return next((on for on in coming if on >= today), None)


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
