"""A piece of a row in the place of what stood there."""

from collections.abc import Iterable

from rich.segment import Segment

from lcterm.ui.line import Line, Span, cells, line_cells, row


def laid_over(below: Line, x: int, above: Line) -> Line:
    """The row `below` with the line `above` in it from cell `x` on. Nothing is moved and nothing marked as cut; half of
    a wide character that is covered is a blank."""
    end = x + line_cells(above)
    return (*row(x, _part(below, 0, x)), *above, *_part(below, end, max(end, line_cells(below))))


def _part(line: Iterable[Span], start: int, end: int) -> list[Span]:
    """What stands from one cell to another."""
    kept: list[Span] = []
    at = 0
    for text, look in line:
        wide = cells(text)
        first, last = max(start - at, 0), min(end - at, wide)
        if first < last:
            inside = text if (first, last) == (0, wide) else _between(text, first, last)
            kept.append(Span(inside, look))
        at += wide
    return kept


def _between(text: str, first: int, last: int) -> str:
    return Segment(text).split_cells(last)[0].split_cells(first)[1].text
