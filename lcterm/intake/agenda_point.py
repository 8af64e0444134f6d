"""One line of an agenda: when it is, how long it takes, what it is called."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lcterm.core.agenda_plan import Mode
from lcterm.intake.agenda_modes import take_mode
from lcterm.intake.agenda_times import CLOCK, LENGTH, SPAN, Clock, When, compiled, when

TITLE_MAX = 200
_WORDS_BEFORE_BARE = 5

_EDGE = " \t-–—−:|·•,;=→>/"
_DIVIDER = r"(?:\s+[-–—−|/·]\s+|\s*[–—]\s*|[:,;]\s+)"

_SPAN_FIRST = compiled(SPAN)
_LENGTH_FIRST = compiled(LENGTH)
_CLOCK_FIRST = compiled(CLOCK)
_FIRST_SIGN = re.compile(r"[^\w(\[½¼¾~≈'‘’\"“”]*(?:(?:from|at)\s+(?=\d))?", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,3})(?::\s+|\s+(?:[-–—:|]\s+)?)(?=[^\W\d_])")
_GROUP = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_IN_GROUP = re.compile(r"\s*[,;|/]\s*|\s+[-–—]\s+")
_DIVIDED = compiled(rf"(?:^|{_DIVIDER})(?:{SPAN})(?=$|{_DIVIDER})")
_DIVIDED_LENGTH = compiled(rf"(?:^|{_DIVIDER})(?:{LENGTH})(?=$|{_DIVIDER}|\s?\()")
_LAST = compiled(rf"(?<=\S)\s+(?:{SPAN})$")
_LAST_LENGTH = compiled(rf"(?<=\S)\s+(?:{LENGTH})$")

_NO_TITLE = re.compile(
    r"(?:before|after|per|each|late|early|earlier|later|ago|into|from|or|to|left|until|till|walk|timer)\b",
    re.IGNORECASE,
)
_LEANS_ON = re.compile(
    r"\b(?:for|in|by|of|about|after|before|within|every|at|least|most|than|last|next|to|only|another|from|until|till|is|are)$",
    re.IGNORECASE,
)
_FILLER = re.compile(r"(?:for|of)\s+", re.IGNORECASE)
_ABOUT_ALL = re.compile(
    r"(?:(?:date and |total |running )?time|time commitment|date|when|duration|length|total|sum|in all)\s*(?::|$)",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATED = re.compile(
    rf"\b{_DAY}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b", re.I
)
_OF_A_DATE = re.compile(rf"{_DAY}|{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?|on|the", re.IGNORECASE)


class Timed(NamedTuple):
    """A line that has a time. `bare` is a number after a clock time, minutes if the other lines agree. `who` are words
    beside the title that may name people; `mode` was written behind it; `notes` stood in the same line."""

    title: str
    start: Clock | None = None
    end: Clock | None = None
    minutes: float | None = None
    bare: int | None = None
    mode: Mode | None = None
    who: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def timed_text(text: str, notes: tuple[str, ...] = ()) -> Timed | None:
    """What a line of plain words says, or None if it has no time or only speaks of one. The title may be empty."""
    words, mode = take_mode(text)
    found = _beginning_with_a_time(words) or _with_a_time_inside(words) or _ending_in_a_time(words)
    if not found:
        return None
    title, later_mode = take_mode(found.title)
    title = tidy(title)
    mode = mode or later_mode
    if len(title) > TITLE_MAX or not (mode or may_be_title(title)):
        return None
    return found._replace(title=title, mode=mode, notes=notes)


def may_be_title(title: str) -> bool:
    """Not so if it is a whole paragraph, or the date, or speaks of the session as a whole."""
    return len(title) <= TITLE_MAX and not _ABOUT_ALL.match(title) and not _is_a_date(title)


def _is_a_date(title: str) -> bool:
    parts = [part for part in re.split(r"[\s,./-]+", title) if part]
    return len(parts) > 1 and all(_OF_A_DATE.fullmatch(part) for part in parts)


def tidy(title: str) -> str:
    """A title without the signs that joined it to something."""
    return " ".join(title.split()).strip(_EDGE)


def whole_time(words: str) -> When | None:
    """The time that these words are, all of them, or None."""
    for pattern in (_SPAN_FIRST, _LENGTH_FIRST, _CLOCK_FIRST):
        match = pattern.fullmatch(words.strip(" \t.~≈⏰🕐🕑🕒()[]"))
        if match and (found := when(match)):
            return found
    return None


def _beginning_with_a_time(words: str) -> Timed | None:
    """`10 min - Title`, `14:20 Title`, `13:30 - 13:40 Title`, `0:20 30 Title`, `14:20 10 min Title`."""
    words = _FIRST_SIGN.sub("", words, count=1)
    for pattern in (_SPAN_FIRST, _LENGTH_FIRST, _CLOCK_FIRST):
        match = pattern.match(words)
        found = when(match) if match else None
        if match and found:
            rest = words[match.end() :]
            break
    else:
        return None
    if found.minutes is not None:
        rest = tidy(rest)
        return (
            None
            if _NO_TITLE.match(rest)
            else Timed(_FILLER.sub("", rest, count=1) if _FILLER.match(rest) else rest, *found)
        )
    return _after_a_clock(Timed(rest, found.start, found.end))


def _after_a_clock(timed: Timed) -> Timed:
    rest = tidy(timed.title)
    length = _LENGTH_FIRST.match(rest)
    if length and (found := when(length)) and found.minutes is not None:
        return timed._replace(title=rest[length.end() :], minutes=found.minutes)
    if inside := _with_a_time_inside(rest):
        if inside.minutes is not None:
            return inside._replace(start=timed.start, end=timed.end)
    elif timed.end is None and (bare := _BARE.match(rest)):
        return timed._replace(title=rest, bare=int(bare.group(1)))
    return timed


def without_bare(timed: Timed) -> str:
    """The title, when the number before it is its minutes."""
    return tidy(timed.title.lstrip("0123456789")) if timed.bare is not None else timed.title


def _with_a_time_inside(words: str) -> Timed | None:
    """`Title (10 min)`, `Title (Ana, 10 min) [⏰ 14:20]`, `Title - 10 min - Ana`, `Title: 13:30–13:40`."""
    found = _grouped(words)
    if found:
        return found
    for pattern in (_DIVIDED, _DIVIDED_LENGTH):
        match = pattern.search(words)
        if match and (time := when(match)):
            title = words[: match.start()] + words[match.end() :]
            return None if _DATED.search(title) and time.end else Timed(title, *time)
    return None


def _grouped(words: str) -> Timed | None:
    start, end, minutes = None, None, None
    who: list[str] = []
    kept, at = "", 0
    for group, times, others in _groups(words):
        if not any(time.end or time.minutes is not None for time in times) and "⏰" not in group.group():
            continue
        for time in times:
            start, end, minutes = start or time.start, end or time.end, time.minutes if minutes is None else minutes
        who += others
        kept, at = kept + words[at : group.start()], group.end()
    if minutes is None and end is None:
        return None
    return Timed(kept + words[at:], start, end, minutes, who=tuple(who))


def _groups(words: str) -> Iterator[tuple[re.Match[str], list[When], list[str]]]:
    for group in _GROUP.finditer(words):
        parts = [part for part in _IN_GROUP.split(group.group(1)) if part]
        times = [time for part in parts if (time := whole_time(part))]
        spanned = whole_time(group.group(1))
        if spanned:
            yield group, [spanned], []
        elif times:
            yield group, times, [part for part in parts if not whole_time(part)]


def _ending_in_a_time(words: str) -> Timed | None:
    """`Break 10 min`, if it is short: longer lines only speak of a time."""
    for pattern in (_LAST, _LAST_LENGTH):
        match = pattern.search(words)
        if match and (time := when(match)):
            title = words[: match.start()].rstrip(". …")
            short = len(title.split()) <= _WORDS_BEFORE_BARE
            return Timed(title, *time) if short and not _LEANS_ON.search(title) and not _DATED.search(title) else None
    return None
