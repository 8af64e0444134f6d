"""A series over time as a picture: columns from zero on, or dots between bands of words; figures and days below.

What a column is made of is told by its pattern and by words above, never by a colour alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lcterm.core.series import OverTime, Series
from lcterm.documents.plot_words import BANDS, GAP, slot_sign, totals, value_words
from lcterm.documents.svg_parts import SIZE, bar, dot, label, picture, stroke, wide

TOP, BOTTOM = 28.0, 132.0
"""Where the plot begins and where its zero is."""
HEIGHT = 178.0
RIGHT = 328.0
LEFT, LEFT_OF_BANDS = 28.0, 86.0
WIDEST_SLOT = 44.0
FIGURES, DAYS, YEARS = 146.0, 160.0, 173.0
"""The rows below the plot."""
CLOSE = 5.0
"""Units between two words."""

STEPS = (1, 2, 5, 10, 15, 20, 30, 50, 60, 100, 150, 200, 300, 500, 1000)
_STACK = ("full", "late", "open", "empty")
"""The looks of what became of actions, from the bottom of the column."""


class Axes(NamedTuple):
    """Where things are: `left` edge of the first slot, how wide each is, and what the top of the plot stands for."""

    left: float
    slot: float
    top: float

    def middle(self, place: int) -> float:
        return self.left + (place + 0.5) * self.slot

    def height(self, value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / self.top


def chart(series: Series, shown: OverTime, told: str) -> str:
    """The picture. `told`: what it says, for those who do not see it."""
    dots = series.id == "evenness"
    left = LEFT_OF_BANDS if dots else LEFT
    slot = min(WIDEST_SLOT, (RIGHT - left) / len(shown.slots))
    axes = Axes(left, slot, 1.0 if dots else _ceiling(series.top))
    drawn = _dots(series, axes) if dots else _columns(series, axes)
    parts = [*_legend(series), *drawn, *_figures(series, axes), *_days(shown, axes)]
    return picture(f"figure-{series.id}", HEIGHT, series.title, told, parts)


# ── Columns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _columns(series: Series, axes: Axes) -> Iterator[str]:
    yield from _ticks(axes)
    wide_bar = min(26.0, axes.slot * 0.68)
    for place, column in enumerate(zip(*series.rows, strict=True)):
        x, values = axes.middle(place) - wide_bar / 2, [value for value in column if value is not None]
        if not values:
            continue
        if series.id == "actions":
            yield from _stack(values, x, wide_bar, axes)
            continue
        yield bar(x, axes.height(values[0]), wide_bar, BOTTOM - axes.height(values[0]), "full")
        if len(values) > 1:
            y, beyond = axes.height(values[1]), min(3.0, axes.slot * 0.14)
            yield stroke(x - beyond, y, x + wide_bar + beyond, y, "under-level")
            yield stroke(x - beyond, y, x + wide_bar + beyond, y, "level")
    yield stroke(axes.left, BOTTOM, RIGHT, BOTTOM, "zero")


def _stack(values: Sequence[float], x: float, width: float, axes: Axes) -> Iterator[str]:
    below = 0.0
    for value, look in zip(values, _STACK, strict=True):
        if value:
            y = axes.height(below + value)
            yield bar(x, y, width, axes.height(below) - y, look)
        below += value


def _ticks(axes: Axes) -> Iterator[str]:
    for part in _steps(axes.top):
        y = axes.height(part)
        yield stroke(axes.left, y, RIGHT, y, "grid")
        yield label(axes.left - 5, y + 3.5, f"{part:g}", "quiet", "end")


def _steps(top: float) -> list[float]:
    step = _step(top)
    return [step * place for place in range(round(top / step) + 1)]


def _step(most: float) -> float:
    """The distance of two lines, of which there are at most three above zero."""
    scale = 1
    while most > 3 * STEPS[-1] * scale:
        scale *= 10
    return next(step * scale for step in STEPS if most <= 3 * step * scale)


def _ceiling(most: float) -> float:
    """The line at or above the highest figure."""
    most = max(1.0, most)
    step = _step(most)
    return step * -(-most // step)


# ── Dots ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _dots(series: Series, axes: Axes) -> Iterator[str]:
    """Bands with their words, and a line that breaks where there is no figure."""
    above = 1.0
    for least, word in BANDS:
        y = axes.height(least)
        yield stroke(axes.left, y, RIGHT, y, "zero" if not least else "grid")
        yield label(axes.left - 6, axes.height((above + least) / 2) + 3.5, word, "quiet", "end")
        above = least
    row = series.rows[0]
    for place, (value, after) in enumerate(pairwise(row)):
        if value is not None and after is not None:
            ends = axes.middle(place), axes.height(value), axes.middle(place + 1), axes.height(after)
            yield stroke(*ends, "way")
    for place, value in enumerate(row):
        if value is not None:
            yield dot(axes.middle(place), axes.height(value), "full", min(3.5, max(2.0, axes.slot * 0.3)))


# ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _legend(series: Series) -> Iterator[str]:
    """Above the plot, each part with a sign that looks like it; a part that nothing is drawn of has none."""
    if series.id == "evenness":
        return
    x = LEFT
    for name, look, row in zip(series.parts, _looks(series), series.rows, strict=True):
        if not any(row):
            continue
        if look == "level":
            yield stroke(x, 9, x + 12, 9, look)
        else:
            yield bar(x, 4, 10, 10, look)
        yield label(x + 16, 13, name, "", "start")
        x += 16 + wide(name) + 14
    if series.id == "length":
        yield label(RIGHT, 13, series.unit, "quiet", "end")


def _looks(series: Series) -> Sequence[str]:
    return _STACK if series.id == "actions" else ("full", "level")[: len(series.parts)]


def _figures(series: Series, axes: Axes) -> Iterator[str]:
    """The figure of each column where all have room, else of the latest and every so many before it."""
    values = totals(series)
    words = [value_words(series, value) for value in values]
    every = _every(max(map(wide, words)) + CLOSE, axes.slot)
    for place, word in enumerate(words):
        if _stands(place, len(words), every):
            yield label(axes.middle(place), FIGURES, word, "quiet" if word == GAP else "figure")


def _days(shown: OverTime, axes: Axes) -> Iterator[str]:
    """The day or month of each column, thinned as well; below, the year where another one begins."""
    signs = [slot_sign(slot, shown.size) for slot in shown.slots]
    every = _every(max(map(wide, signs)) + CLOSE, axes.slot)
    for place, sign in enumerate(signs):
        if _stands(place, len(signs), every):
            yield label(axes.middle(place), DAYS, sign, "quiet")
    if shown.size == "year":
        return
    year, free = 0, -SIZE
    for place, slot in enumerate(shown.slots):
        x = axes.middle(place)
        if slot.day.year != year and x - wide("2026") / 2 > free:
            yield label(x, YEARS, str(slot.day.year), "quiet")
            free = x + wide("2026") / 2 + CLOSE
            year = slot.day.year


def _every(needed: float, slot: float) -> int:
    return max(1, -int(-needed // slot))


def _stands(place: int, count: int, every: int) -> bool:
    return (count - 1 - place) % every == 0
