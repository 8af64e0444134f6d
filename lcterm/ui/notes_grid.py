"""Where the panes of the co-facilitator's seat lie: captures on the left, clock, floor and voices in a column beside
them, or clock and floor in two rows on top where there is no room for a column."""

from lcterm.ui.grid import Box, Grid, Layout, grid

COLUMN, NARROW_COLUMN = 40, 29
"""Cells of the column; the narrow one under 100 columns."""
TWO_ROWS = 1
"""The rows of the large figures where there are none: clock and floor stand in two plain rows."""
ABOVE_HANDS = 13
"""Rows of the column down to the hands."""


def notes_grid(width: int, height: int) -> Grid:
    """The grid of a terminal of this size; under 60x20 the board's own five lines."""
    if width < 60 or height < 20:
        return grid(width, height)
    if width < 80 or height < 24:
        return _two_rows(width, height)
    return _columns(width, height)


def has_column(grid: Grid) -> bool:
    """Whether clock and floor stand in a column of their own."""
    return grid.layout in ("wide", "middle")


def _columns(width: int, height: int) -> Grid:
    layout: Layout = "wide" if width >= 120 else "middle"
    margin, gap = (2, 3) if layout == "wide" else (1, 2)
    column = COLUMN if width >= 100 else NARROW_COLUMN
    blank = 1 if height >= 30 else 0
    rows = height - 4 - blank
    block = ABOVE_HANDS + max(3, 4 + (rows - 31) // 2)
    x = width - column
    below = Box(x + 2, 1 + block + blank, column - 4, rows - block - blank)
    left = Box(margin, 2, x - margin - gap, height - 5 - blank)
    return _grid(layout, margin, 5, Box(x, 1, column, block), below, left, width, height)


def _two_rows(width: int, height: int) -> Grid:
    left = Box(1, 3, width - 2, height - 6)
    return _grid("narrow", 1, TWO_ROWS, Box(0, 1, width, 2), None, left, width, height)


def _grid(
    layout: Layout, margin: int, digits: int, block: Box, voices: Box | None, left: Box, width: int, height: int
) -> Grid:
    line, message, footer = (Box(margin, height - up, width - 2 * margin, 1) for up in (3, 2, 1))
    header = Box(margin, 0, width - 2 * margin, 1)
    return Grid(layout, margin, digits, header, block, None, None, voices, left, line, message, footer)
