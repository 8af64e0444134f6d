"""Gauges of one row: a heavy line on a light one, filled by half cells (`╾`), with marks across it (`┿ ┽ ┼`)."""

from collections.abc import Collection
from functools import lru_cache
from itertools import groupby

from lcterm.ui.line import Span

_SOON = 0.80
_CLOSE = 0.95
_HALVES = "─╾━"
_MARKED_HALVES = "┼┽┿"


def voice_gauge(share: float, expected: float, width: int) -> list[Span]:
    """How much of the talk was one person's: the mark in the middle is an even share, the end is twice that.

    `share` and `expected` are parts of the whole talk, 0 to 1; `width` is in cells, odd. More than twice the expected
    share still fills the gauge; who is not expected to talk has an empty one.
    """
    filled = share / expected / 2 if expected > 0 else 0.0
    return _gauge(filled, width, {(width - 1) // 2}, "muted")


def time_gauge(elapsed: float, planned: float, width: int, look: str = "text", marks: bool = True) -> list[Span]:
    """How much of the time for a point is gone, with marks where the last 20 % and the last 5 % begin.

    `elapsed` and `planned` are in the same unit, `planned` with its extensions; over time the gauge is full. `look` is
    that of the part that is gone. A point without a planned time has an empty gauge and no marks.
    """
    if planned <= 0:
        return _gauge(0.0, width, (), look)
    places = {round(part * (width - 1)) for part in (_SOON, _CLOSE)} if marks else ()
    return _gauge(elapsed / planned, width, places, look)


def _gauge(filled: float, width: int, marks: Collection[int], look: str) -> list[Span]:
    """`filled` is a part of `width`, clamped to 0 and 1; marks are cells."""
    return list(_halves_drawn(round(min(max(filled, 0.0), 1.0) * width * 2), width, frozenset(marks), look))


@lru_cache(1024)
def _halves_drawn(halves: int, width: int, marks: frozenset[int], look: str) -> tuple[Span, ...]:
    """The gauge with so many half cells filled: there are few of them, and every row of people has one."""
    drawn = [_cell(min(max(halves - 2 * cell, 0), 2), cell in marks, look) for cell in range(width)]
    return tuple(
        Span("".join(cell.text for cell in cells), shown) for shown, cells in groupby(drawn, key=lambda cell: cell.look)
    )


def _cell(halves: int, marked: bool, look: str) -> Span:
    glyphs = _MARKED_HALVES if marked else _HALVES
    return Span(glyphs[halves], look if halves else "rule")
