"""Transcripts as plain text, as Otter and others write them: a name and the time from which it speaks, then the words.

They have no ends, so somebody is taken to speak until the next one begins. Four ways of writing are known; the one that
a file first shows is that of the whole file, lest words with a time in them be taken for somebody:

    Ana Becker  0:03            **Ana Becker** [00:00:03] words
    words

    [Ana Becker] 00:00:03       [00:00:03] Ana Becker: words
    words
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lcterm.core.recordings import MICROSECONDS
from lcterm.intake.cue_times import clock_time
from lcterm.intake.cue_words import may_be_name, plain
from lcterm.intake.files import Skipped
from lcterm.intake.spoken_lines import LENGTH_MAX
from lcterm.intake.transcript_lines import Said, Transcript

_TIME = r"(?:(?P<hours>[0-9]{1,3}):)?(?P<minutes>[0-9]{1,2}):(?P<seconds>[0-9]{2})(?:[.,](?P<fraction>[0-9]{3}))?"
_WAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\*\*(?P<name>[^*\n]{{1,90}})\*\*[ \t]*[\[(]{_TIME}[\])]:?(?P<words>[ \t].*|)",
        rf"\[{_TIME}\][ \t]+(?P<name>[^:\[\]]{{1,90}}):(?P<words>[ \t].*|)",
        rf"\[(?P<name>[^\[\]]{{1,90}})\][ \t]+{_TIME}(?P<words>)[ \t]*",
        rf"(?P<name>[^\s\[(*].{{0,89}}?)(?:[ \t]{{2,}}|\t){_TIME}(?P<words>)[ \t]*",
    )
)
_HEAD = 300
"""Characters of a line in which name and time have to stand."""

_LOOK_AT = 200


class _Entry(NamedTuple):
    """Where somebody begins to speak, in microseconds, or why that cannot be told; and the words, line by line."""

    line: int
    name: str
    start: int | str
    words: list[str]


def reads_as_otter(lines: Sequence[str]) -> bool:
    """Whether somebody and a time stand in the first of these lines in one of the ways that are known."""
    return _way_of(lines) is not None


def read_otter(lines: Sequence[str], source: str) -> Transcript:
    """The entries of a transcript as text; what stands before the first is its heading. The last has no length: nobody
    knows when it ended. One that begins before the one above it is not taken."""
    way = _way_of(lines)
    entries = list(_entries(lines, way)) if way is not None else []
    unread: list[Skipped] = []
    good: list[tuple[int, _Entry, int]] = []
    latest = 0
    for number, entry in enumerate(entries, 1):
        if isinstance(entry.start, str):
            unread.append(Skipped(entry.line, entry.start))
        elif entry.start < latest:
            unread.append(Skipped(entry.line, "its time lies before the one above"))
        else:
            good.append((number, entry, latest := entry.start))
    if not good:
        return Transcript([], unread)
    ends = [start for _, _, start in good[1:]] + [latest]
    said = [
        Said(number, entry.line, start, min(end - start, LENGTH_MAX), entry.name, plain(entry.words))
        for (number, entry, start), end in zip(good, ends, strict=True)
    ]
    remark = (
        f"{source} says when people begin, not when they end: each is taken to speak until the next begins; the last, "
        f"line {said[-1].line}, is a turn without seconds"
    )
    return Transcript(said, unread, remark)


def _way_of(lines: Sequence[str]) -> "re.Pattern[str] | None":
    for line in lines[:_LOOK_AT]:
        for way in _WAYS:
            if _begins(line, way) is not None:
                return way
    return None


def _begins(line: str, way: "re.Pattern[str]") -> "re.Match[str] | None":
    found = way.fullmatch(line[:_HEAD]) if ":" in line else None
    return found if found is not None and may_be_name(found["name"]) else None


def _entries(lines: Sequence[str], way: "re.Pattern[str]") -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, line in enumerate(lines, 1):
        found = _begins(line, way)
        if found is not None:
            if entry is not None:
                yield entry
            name = html.unescape(found["name"]).strip().rstrip(":")
            entry = _Entry(number, name, _start(found), [line[found.start("words") :]])
        elif entry is not None:
            entry.words.append(line)
    if entry is not None:
        yield entry


def _start(found: "re.Match[str]") -> int | str:
    try:
        whole = clock_time(found["hours"] or "0", found["minutes"], found["seconds"])
    except ValueError as error:
        return str(error)
    return whole + int(found["fraction"] or "0") * (MICROSECONDS // 1000)
