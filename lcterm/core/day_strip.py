"""A session's agenda as two rows of time, planned and as it is, and who spoke when along them: figures for pictures.

All times wall ms. Parts of a scale run from 0 to 1.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.core.agenda import Timetable
from lcterm.core.agenda_plan import COUNTED
from lcterm.core.session import Point, PointStatus, Session
from lcterm.core.spoken import Spoken, Stretch

QUARTER_MS = 15 * 60_000


class Block(NamedTuple):
    """A point on a row of time. `until`: for the running one, how far it has come; else its end."""

    number: int
    start: int
    end: int
    status: PointStatus
    until: int


class Strip(NamedTuple):
    """The day from `begins` to `ends`: the points as planned, and as they were or are expected to be."""

    begins: int
    ends: int
    planned: tuple[Block, ...]
    actual: tuple[Block, ...]

    def place(self, at: int, width: int) -> int:
        """The cell of so many, from 0, in which this moment lies."""
        return min(width - 1, max(0, (at - self.begins) * width // max(1, self.ends - self.begins)))


def day_strip(session: Session, table: Timetable, now: int) -> Strip:
    """The day of a session as it stands at `now`. Points that take no time are left out of their row, and a point that
    was put in later out of the planned one."""
    planned, actual = [], []
    for one in table.rows:
        point, length = one.point, round(one.point.plan.minutes * 60_000)
        if length and not point.inserted:
            planned.append(Block(one.number, one.planned, one.planned + length, one.status, one.planned + length))
        held = _held(session, point, now)
        if one.status == "skipped" or (one.status == "ahead" and session.status == "closed"):
            continue
        if one.status == "running" and session.live:
            end, until = max(now, one.starts + held + max(0, point.length - held)), now
        elif one.status == "ahead":
            end = until = one.starts + max(0, point.length - point.spent)
        else:
            end = until = one.starts + held
        if end > one.starts:
            actual.append(Block(one.number, one.starts, end, one.status, until))
    if session.status == "closed" and actual:
        return _as_held(planned, actual)
    edges = [session.starts, *(edge for block in (*planned, *actual) for edge in (block.start, block.end))]
    ends = max([*edges, table.planned_end, session.starts + QUARTER_MS])
    return Strip(min(edges), ends, tuple(planned), tuple(actual))


def _as_held(planned: Sequence[Block], actual: Sequence[Block]) -> Strip:
    """The day of a session that is over, no longer than it was: one that was cut short would be a few cells else."""
    begins, ends = min(one.start for one in actual), max(one.end for one in actual)
    within = [one._replace(end=min(one.end, ends)) for one in planned if begins <= one.start < ends]
    return Strip(begins, ends, tuple(within), tuple(actual))


def _held(session: Session, point: Point, now: int) -> int:
    return session.elapsed(point, now) if point.started is not None else 0


def stretches_of(spoken: Spoken, session: Session) -> list[Stretch]:
    """Who spoke when, recordings too: those count from when the session began."""
    found = list(spoken.stretches)
    for recording in spoken.recordings:
        for segment in recording.segments:
            start = session.began + segment.start // 1000
            person = recording.speakers[segment.speaker].person
            found.append(Stretch(person, start, start + segment.length // 1000, "open", ""))
    return found


class Spoke(NamedTuple):
    """One cell of a ribbon: which part of its time somebody spoke where it counts, and elsewhere (a round, a
    presentation); `noted`: they were noted to have spoken."""

    counted: float
    apart: float
    noted: bool


def ribbon(stretches: Sequence[Stretch], person: str, strip: Strip, width: int) -> list[Spoke]:
    """So many cells along the day, and how much of each was this person's."""
    size = max(1, strip.ends - strip.begins) / width
    counted, apart, noted = [0.0] * width, [0.0] * width, [False] * width
    for one in stretches:
        if one.person != person:
            continue
        if one.noted:
            noted[strip.place(one.start, width)] = True
            continue
        row = counted if one.mode in COUNTED else apart
        for cell in range(strip.place(one.start, width), strip.place(one.end, width) + 1):
            left = strip.begins + cell * size
            row[cell] += max(0.0, min(one.end, left + size) - max(one.start, left)) / size
    return [Spoke(*cell) for cell in zip(counted, apart, noted, strict=True)]


def longest_silence(stretches: Sequence[Stretch], person: str, begins: int, ends: int) -> tuple[int, int]:
    """The longest time between two things that this person said, from the beginning and to the end too: from when to
    when."""
    own = sorted((one.start, one.end) for one in stretches if one.person == person)
    longest, since = (begins, begins), begins
    for start, end in [*own, (ends, ends)]:
        if start - since > longest[1] - longest[0]:
            longest = (since, start)
        since = max(since, end)
    return longest
