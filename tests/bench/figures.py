"""Figures that say how sure they are: medians, shares, ratios with a 95 % interval, and the rows of a table."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

ROUNDS = 1000
"""How often a ratio is worked out from what is drawn anew from the samples."""


class Interval(NamedTuple):
    """A ratio, and between which two values 95 of 100 such ratios lie."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f}–{self.high:.2f})"


class Row(NamedTuple):
    """A line of a table. `floor`: what the least that could be needs; `most`: the highest ratio that is aimed at, and
    `gates`: whether more than that fails the run."""

    what: str
    measured: str
    floor: str = ""
    ratio: Interval | None = None
    most: float | None = None
    gates: bool = True
    plain_over: bool = False
    """For a target that is no ratio: whether it was missed."""
    target: str = ""

    @property
    def over(self) -> bool:
        """Whether it is over its target."""
        return self.plain_over or (self.ratio is not None and self.most is not None and self.ratio.value > self.most)


class Table(NamedTuple):
    """Rows that were measured in one part of a run, and how."""

    title: str
    how: str
    rows: Sequence[Row]


def share(samples: Sequence[float], part: float) -> float:
    """The value that this part of the samples (0.5: half of them) does not exceed; ValueError for none."""
    if not samples:
        raise ValueError("nothing was measured")
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def ratio(samples: Sequence[float], floor: Sequence[float], part: float = 0.5) -> Interval:
    """How many times the floor's value this one's is, at this part of the samples, by bootstrap."""
    dice = Random(1)
    drawn = sorted(
        share(dice.choices(samples, k=len(samples)), part) / share(dice.choices(floor, k=len(floor)), part)
        for _ in range(ROUNDS)
    )
    edge = ROUNDS // 40
    return Interval(share(samples, part) / share(floor, part), drawn[edge], drawn[-edge - 1])


def markdown(table: Table) -> str:
    """The table as it stands in README, its title and how it was got before it."""
    lines = [f"**{table.title}.** {table.how}", "", "| | measured | floor | ratio | target |", "|---|---|---|---|---|"]
    for row in table.rows:
        aimed = row.target or (f"≤ {row.most:g} ×" if row.most is not None else "")
        over = " (over)" if row.over else ""
        lines.append(f"| {row.what} | {row.measured} | {row.floor} | {row.ratio or ''} | {aimed}{over} |")
    return "\n".join(lines) + "\n"


def compared(
    what: str,
    samples: Sequence[float],
    floor: Sequence[float],
    most: float | None = None,
    *,
    part: float = 0.5,
    gates: bool = True,
    unit: str = "ms",
) -> Row:
    """A row of samples beside their floor's."""
    measured, beside = share(samples, part), share(floor, part)
    figures = 1 if beside < 100 else 0
    values = (f"{one:.{figures}f} {unit}" for one in (measured, beside))
    return Row(what, *values, ratio(samples, floor, part), most, gates)
