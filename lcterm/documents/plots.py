"""A report's figures over time as lines of a terminal: columns of blocks, their figures below them, words above.

Whatever a column shows stands below it as a number too, so that no colour and no height has to be trusted.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from lcterm.core.report import Report
from lcterm.core.series import OverTime, Series, SeriesId, Value, over_time
from lcterm.documents.plot_words import BANDS, about, said, slot_sign, totals, value_words
from lcterm.documents.wrapping import wrapped

NARROWEST = 40
ROWS = 4
"""How high a column may be."""
GUTTER = 13
"""Cells left of the first column: for the longest of our words there, and a blank."""
MOST = 36
LEAST, WIDEST = 4, 7
"""Cells a column takes with the blank beside it."""

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_REST = "░"
_DOT = "●"
_LIGHT: dict[SeriesId, str] = {
    "attendance": "Light: seats that stayed empty.",
    "length": "Light: time that was not needed.",
    "actions": "Light: not done.",
}

Tone = Literal["text", "bold", "quiet", "mark"]


class Piece(NamedTuple):
    """A part of a line; `tone`: what it is, for whoever gives it a colour."""

    text: str
    tone: Tone = "text"


PlotLine: TypeAlias = tuple[Piece, ...]


def plots(report: Report, width: int) -> list[PlotLine]:
    """The pictures one below the other, in lines of at most `width` cells; none before the first session, nor where
    there is no room for them."""
    if width < NARROWEST:
        return []
    shown = over_time(report, min(MOST, (width - GUTTER) // LEAST))
    lines: list[PlotLine] = []
    for series in shown.series:
        lines += [(), *_plot(series, shown, report, width)]
    return lines[1:]


def as_text(lines: Sequence[PlotLine]) -> str:
    """The same without colours."""
    return "\n".join("".join(piece.text for piece in line).rstrip() for line in lines)


def _plot(series: Series, shown: OverTime, report: Report, width: int) -> Iterator[PlotLine]:
    yield (Piece(series.title, "bold"),)
    for line in wrapped(said(series, report), width=width):
        yield (Piece(line),)
    slot = max(LEAST, min(WIDEST, (width - GUTTER) // len(shown.slots)))
    drawn = list(_dots(series, slot) if series.id == "evenness" else _columns(series, slot))
    yield from drawn
    for name, row in _numbers(series):
        yield _head(name), Piece(_spread([_short(series, value) for value in row], slot, width - GUTTER))
    yield from _days(shown, slot, width - GUTTER)
    light = any(_REST in piece.text for line in drawn for piece in line)
    told = f"{about(series, shown)} {_LIGHT[series.id]}" if light else about(series, shown)
    for line in wrapped(told, width=width):
        yield (Piece(line, "quiet"),)


# ── Columns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _columns(series: Series, slot: int) -> Iterator[PlotLine]:
    """What a column is of in full blocks; up to what it could have been, in light ones."""
    top = max(1.0, series.top)
    reached = [_part(value, top, 8 * ROWS) for value in series.rows[0]]
    whole = [_part(value, top, ROWS) for value in (totals(series) if series.id == "actions" else series.rows[-1])]
    for row in range(ROWS):
        below = ROWS - 1 - row
        head = value_words(series, series.top) if not row else "0" if not below else ""
        pieces = [_head(head)]
        for eighths, cells in zip(reached, whole, strict=True):
            filled = max(0, min(8, eighths - 8 * below))
            rest = not filled and below < cells
            pieces += [_block(_REST if rest else _EIGHTHS[filled], slot, "quiet" if rest else "mark"), Piece(" ")]
        yield tuple(pieces)


def _part(value: Value, top: float, whole: int) -> int:
    """How much of `whole` a figure fills: something wherever there is something."""
    return 0 if not value else max(1, round(value / top * whole))


def _block(sign: str, slot: int, tone: Tone) -> Piece:
    return Piece(sign * (slot - 1), tone)


def _dots(series: Series, slot: int) -> Iterator[PlotLine]:
    """A row for each word, the most even at the top."""
    above = 2.0
    for least, word in BANDS:
        row = [_DOT if value is not None and least <= value < above else " " for value in series.rows[0]]
        yield _head(word), Piece(_spread(row, slot, slot * len(row)), "mark")
        above = least


# ── Figures and days ────────────────────────────────────────────────────────────────────────────────────────────────


def _numbers(series: Series) -> list[tuple[str, Sequence[Value]]]:
    """The rows of figures below the columns; what nobody has any of has none."""
    if series.id != "actions":
        return list(zip(series.parts, series.rows, strict=True))
    rows = [(name, row) for name, row in zip(series.parts, series.rows, strict=True) if any(row)]
    return [("taken on", totals(series)), *rows]


def _short(series: Series, value: Value) -> str:
    words = value_words(series, value)
    return words.removeprefix("0") if series.id == "evenness" and value else words


def _spread(words: Sequence[str], slot: int, width: int) -> str:
    """Each word below its column, in the middle of it; where they have no room, the last and every so many before."""
    every = -(-(max(map(len, words)) + 1) // slot)
    line = [" "] * width
    for place, word in enumerate(words):
        if (len(words) - 1 - place) % every == 0:
            start = max(0, min(place * slot + (slot - 1 - len(word)) // 2, width - len(word)))
            line[start : start + len(word)] = word
    return "".join(line)


def _days(shown: OverTime, slot: int, width: int) -> Iterator[PlotLine]:
    yield _head(""), Piece(_spread([slot_sign(one, shown.size) for one in shown.slots], slot, width), "quiet")
    if shown.size == "year":
        return
    line, free, year = [" "] * width, 0, 0
    for place, one in enumerate(shown.slots):
        start = min(place * slot, width - 4)
        if one.day.year != year and start >= free:
            line[start : start + 4] = str(one.day.year)
            free, year = start + 5, one.day.year
    yield _head(""), Piece("".join(line), "quiet")


def _head(word: str) -> Piece:
    return Piece(f"{word:>{GUTTER - 1}} ", "quiet")
