"""Where the parts of the room screen lie: from the terminal's size, and from what has to be read below the clock."""

from collections.abc import Callable
from typing import NamedTuple

from lcterm.ui.grid import Box

SIZES = (14, 9, 7)
"""Rows of the large figures, the largest that leaves room for what stands below."""

SMALL = 5
"""Where rules or captures need the rows."""

SECONDS = {14: 7, 9: 5, 7: 3, 5: 3}
"""Rows of the seconds beside figures of this height."""

BAR = 3
TALL = 30
"""From so many rows on the group's name and the time of day have a row of their own."""


class RoomGrid(NamedTuple):
    """A box for each part; None for what this size, or a point without a clock, has no room for. `digits`: rows of
    the figures, 0 for none. `plain`: too small for parts, only lines in `below`."""

    plain: bool
    digits: int
    name: Box | None
    title: Box | None
    figures: Box | None
    gauge: Box | None
    floor: Box | None
    below: Box


class _Rows(NamedTuple):
    """Blank rows: above all, below the title, above the bar, below it, above what is read, and at the foot."""

    top: int
    title: int
    bar: int
    coming: int
    below: int
    foot: int


def room_grid(width: int, height: int, *, clock: bool, wanted: int, fits: Callable[[int, int], bool]) -> RoomGrid:
    """The grid of a terminal of this size. `clock`: whether there is one to show; `wanted`: rows that what stands
    below would like; `fits`: whether figures of so many rows fit into so many cells."""
    if width < 60 or height < 20:
        return RoomGrid(True, 0, None, None, None, None, None, Box(0, 0, width, height))
    tall, inset = height >= TALL, width * 9 // 120 if width >= 100 else 8 if width >= 80 else 3
    low = height < 24
    rows = _Rows(2 + max(0, height - 36) // 3, 1, 1, 1, 1, 1) if tall else _Rows(0 if low else 1, 1, 1, 0, 1, 0)
    if low:
        rows = rows._replace(bar=0)
    x, w = inset, width - 2 * inset
    used = rows.top + 2 * tall + 1 + rows.title + rows.bar + 1 + rows.below + rows.foot + (3 if clock else 1)
    bar, room = BAR + rows.coming, height - used
    digits = _digits(room - bar, w, wanted, fits) if clock else 0
    if room - bar - digits < wanted:  # the floor in one row, rather than cut what is to be read
        bar = 1
    y = rows.top
    name = Box(x, y, w, 1) if tall else None
    y += 2 * tall + (0 if clock else max(0, room - bar - wanted - 2) // 3)  # without a clock nothing crowds at the top
    title = Box(x, y, w, 1)
    y += 1 + rows.title
    figures = Box(x, y, w, digits) if digits else None
    gauge = Box(x, y + digits + 1, w, 2) if digits else None
    y += (digits + 3 if digits else 1) + rows.bar
    floor = Box(x, y, w, bar + 1)
    y += floor.h + rows.below
    return RoomGrid(False, digits, name, title, figures, gauge, floor, Box(x, y, w, max(0, height - rows.foot - y)))


def _digits(room: int, width: int, wanted: int, fits: Callable[[int, int], bool]) -> int:
    """The tallest figures that leave so many rows; where none do, the smallest."""
    fitting = [rows for rows in (*SIZES, SMALL) if fits(rows, width)]
    leaving = [rows for rows in fitting if room - rows >= wanted]
    return max(leaving, default=min(fitting, default=0))
