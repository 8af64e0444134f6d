"""A report as figures over time, ready to be drawn: which there are, slot by slot, and where there is a gap.

A slot is a session; where there are more of them than can be drawn side by side, it is a month, a quarter or a year. A
session that was planned and not held is a slot without figures, and so is a quarter in which nobody met.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from lcterm.core.report import Held, Report

Size = Literal["session", "month", "quarter", "year"]
SeriesId = Literal["attendance", "length", "feedback", "actions", "evenness"]
Value: TypeAlias = float | None

SIZES: tuple[Size, ...] = ("session", "month", "quarter", "year")
_MONTHS: dict[Size, int] = {"month": 1, "quarter": 3, "year": 12}


class Slot(Struct, frozen=True, kw_only=True):
    """A place on the axis of time: the session's day, or the first day of the months it stands for. `sessions`: how
    many were held in it; `title`: the session's, where it is one."""

    day: date
    sessions: int
    title: str = ""


class Series(Struct, frozen=True, kw_only=True):
    """One figure over time. `parts`: what its values are called; `rows`: for each part a value a slot, None for a gap.
    `unit`: what is counted. Of a slot of several sessions the values are averages, of `actions` sums."""

    id: SeriesId
    title: str
    unit: str
    parts: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def gaps(self) -> int:
        """How many slots have no figure."""
        return sum(value is None for value in self.rows[0])

    @property
    def top(self) -> float:
        """The highest that is to be drawn: of parts that lie on each other, their sum."""
        if self.id != "actions":
            return max((value for row in self.rows for value in row if value is not None), default=0.0)
        return max((sum(value or 0 for value in column) for column in zip(*self.rows, strict=True)), default=0.0)


class OverTime(Struct, frozen=True, kw_only=True):
    """All series of a report, over the same slots. `left_out`: how many sessions lie before the first slot."""

    size: Size
    slots: tuple[Slot, ...]
    series: tuple[Series, ...]
    left_out: int = 0


_Reading: TypeAlias = Callable[[Held], Sequence[Value]]


def over_time(report: Report, most: int) -> OverTime:
    """The figures of a report over at most `most` slots; a series nobody has a figure of is not there."""
    if not report.held:
        return OverTime(size="session", slots=(), series=())
    days = [*(one.day for one in report.held), *report.missed]
    size: Size = next((size for size in SIZES if _count(days, size) <= most), "year")
    slots, groups = _by_session(report) if size == "session" else _by_months(report, _MONTHS[size], most)
    found = (
        _series("attendance", "Who came", "people", ("came", "had a seat"), groups, _came),
        _series("length", "Planned and actual", "minutes", ("took", "planned"), groups, _length),
        _series("feedback", "Feedback", "sentences", ("sentences",), groups, _feedback),
        _actions(groups),
        _series(
            "evenness", "How even the talk was", "from 0, one voice, to 1, all alike", ("even",), groups, _evenness
        ),
    )
    kept = tuple(one for one in found if one.gaps < len(slots) and (one.top or one.id == "attendance"))
    drawn = sum(map(len, groups))
    return OverTime(size=size, slots=slots, series=kept, left_out=len(report.held) - drawn)


# ── Slots ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _count(days: Sequence[date], size: Size) -> int:
    if size == "session":
        return len(days)
    months = _MONTHS[size]
    return _month(max(days)) // months - _month(min(days)) // months + 1


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _by_session(report: Report) -> tuple[tuple[Slot, ...], list[list[Held]]]:
    """A slot for each that was held or missed, by day."""
    known: list[tuple[date, Held | None]] = [(one.day, one) for one in report.held]
    known += [(day, None) for day in report.missed]
    known.sort(key=lambda pair: pair[0])
    slots = [
        Slot(day=day, sessions=0 if one is None else 1, title="" if one is None else one.title) for day, one in known
    ]
    return tuple(slots), [[] if one is None else [one] for _, one in known]


def _by_months(report: Report, months: int, most: int) -> tuple[tuple[Slot, ...], list[list[Held]]]:
    """A slot for so many months each, without a break from the first session to the last."""
    groups: dict[int, list[Held]] = {}
    for one in report.held:
        groups.setdefault(_month(one.day) // months, []).append(one)
    last = max(groups)
    numbers = range(max(min(groups), last - most + 1), last + 1)
    held = [groups.get(number, []) for number in numbers]
    days = [date(number * months // 12, number * months % 12 + 1, 1) for number in numbers]
    return tuple(Slot(day=day, sessions=len(group)) for day, group in zip(days, held, strict=True)), held


# ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _series(
    id: SeriesId, title: str, unit: str, parts: tuple[str, ...], groups: Sequence[Sequence[Held]], read: _Reading
) -> Series:
    """The average of each part in each slot, over the sessions that have a figure."""
    columns: list[list[Value]] = []
    for group in groups:
        known = [values for values in map(read, group) if values and None not in values]
        columns.append([_mean(values) for values in zip(*known, strict=True)] if known else [None] * len(parts))
    return Series(id=id, title=title, unit=unit, parts=parts, rows=_turned(columns, len(parts)))


def _actions(groups: Sequence[Sequence[Held]]) -> Series:
    """Those that were taken on in each slot, by what became of them until today."""
    columns: list[list[Value]] = []
    for group in groups:
        known = [one.actions for one in group if one.actions is not None]
        late = sum(one.late for one in known)
        sums = (
            sum(one.done for one in known),
            late,
            sum(one.open + one.going for one in known) - late,
            sum(one.dropped for one in known),
        )
        columns.append([float(one) for one in sums] if known else [None] * 4)
    parts = ("done", "late", "open", "dropped")
    return Series(
        id="actions", title="What became of actions", unit="actions", parts=parts, rows=_turned(columns, len(parts))
    )


def _turned(columns: Sequence[Sequence[Value]], parts: int) -> tuple[tuple[Value, ...], ...]:
    return tuple(tuple(column[part] for column in columns) for part in range(parts))


def _mean(values: Iterable[Value]) -> float:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), 3)


def _came(one: Held) -> Sequence[Value]:
    return one.came, one.of


def _length(one: Held) -> Sequence[Value]:
    return one.minutes, one.planned_minutes


def _feedback(one: Held) -> Sequence[Value]:
    return () if one.recorded and not one.feedback else (one.feedback,)


def _evenness(one: Held) -> Sequence[Value]:
    return (one.evenness,)
