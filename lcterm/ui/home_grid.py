"""Where the panes of the home screen lie, from the terminal's size and how many lines each would like to have.

From 100 columns on communities and sessions stand side by side, below that one above the other. Below 60 by 20 the home
is five plain lines.
"""

from typing import Literal, NamedTuple

from lcterm.ui.grid import Box

HomeLayout = Literal["side", "stacked", "plain"]

SIDE_FROM, TALL_FROM, ROOMY_FROM = 100, 30, 24
"""Columns for two panes side by side; rows for blank ones round the bar, and for a blank one below the header."""

LEFT_WIDTH = 14
"""Room for `10:02:05 over`."""

INSET = 2
GOES_ON = 13
"""Cells of `Enter goes on`."""


class Wanted(NamedTuple):
    """How many lines each pane would like, its title with them; 0: not shown. `running`: something is."""

    communities: int
    sessions: int
    open: int
    next: int
    running: bool


class HomeGrid(NamedTuple):
    """A box for each pane, None for what has no room. `left` lies on the bar: the time left, which ticks."""

    layout: HomeLayout
    header: Box
    bar: Box | None
    left: Box | None
    communities: Box
    sessions: Box | None
    open: Box | None
    next: Box | None
    message: Box
    footer: Box


def home_grid(width: int, height: int, wanted: Wanted) -> HomeGrid:
    """The grid of a terminal of this size."""
    if width < 60 or height < 20:
        nothing = Box(0, 0, 0, 0)
        whole = Box(0, 0, width, max(1, height))
        return HomeGrid("plain", nothing, None, None, whole, None, None, None, nothing, nothing)
    side, tall = width >= SIDE_FROM, height >= TALL_FROM
    margin = 2 if side else 1
    inner = width - 2 * margin
    top = 2 if height >= ROOMY_FROM else 1
    message = height - 3 if tall else height - 2
    header, foot = Box(margin, 0, inner, 1), Box(margin, height - 1, inner, 1)
    told = Box(margin, message, inner, 1)
    if not wanted.communities:
        empty = Box(margin, top, inner, message - 1 - top)
        return HomeGrid("side" if side else "stacked", header, None, None, empty, None, None, None, told, foot)
    bar = Box(margin, top, inner, (3 if tall else 1) if side else 2) if wanted.running else Box(margin, top, inner, 1)
    below = top + bar.h + (2 if tall and wanted.running else 1)
    body = Box(margin, below, inner, message - 1 - below)
    panes = _side_by_side(body, wanted) if side else _stacked(body, wanted)
    left = _left(bar, side) if wanted.running else None
    return HomeGrid("side" if side else "stacked", header, bar, left, *panes, told, foot)


def _left(bar: Box, side: bool) -> Box:
    """In the middle row of a bar of one line, at the end of the first row of a bar of two."""
    right = bar.x + bar.w - INSET
    if side:
        return Box(right - GOES_ON - 4 - LEFT_WIDTH, bar.y + bar.h // 2, LEFT_WIDTH, 1)
    return Box(right - LEFT_WIDTH, bar.y, LEFT_WIDTH, 1)


_Panes = tuple[Box, Box | None, Box | None, Box | None]


def _side_by_side(body: Box, wanted: Wanted) -> _Panes:
    """Communities with what is still open below them, sessions with the next one below."""
    left = 54 if body.w >= 146 else 46 if body.w >= 116 else 37
    gap = 4 if body.w >= 116 else 3
    right = body.w - left - gap
    communities, open = _shared(body.h, wanted.communities, wanted.open)
    sessions, next = _shared(body.h, wanted.sessions, wanted.next)
    x = body.x + left + gap
    return (
        Box(body.x, body.y, left, communities),
        Box(x, body.y, right, sessions),
        Box(body.x, body.y + communities + 1, left, open) if open else None,
        Box(x, body.y + sessions + 1, right, next) if next else None,
    )


def _shared(height: int, upper: int, lower: int) -> tuple[int, int]:
    """Rows for two panes with a blank one between: the lower gives way, down to a third of the height."""
    least = min(lower, max(0, height // 3 - 1))
    first = min(upper, height - (least + 1 if least else 0))
    second = min(lower, max(0, height - first - 1))
    return first, second if second > 1 else 0


def _stacked(body: Box, wanted: Wanted) -> _Panes:
    """Communities take a third at most; sessions the rest, with the next one and what is still open below them if
    there is room."""
    communities = min(wanted.communities, max(3, body.h // 3))
    left = body.h - communities - 1
    least = wanted.next + 1 if wanted.next and left >= wanted.next + 6 else 0
    sessions = min(wanted.sessions, left - least)
    y = body.y + communities + 1
    boxes = [Box(body.x, body.y, body.w, communities), Box(body.x, y, body.w, sessions)]
    y, left = y + sessions + 1, left - sessions - 1
    next = wanted.next if 0 < wanted.next <= left else 0
    below = Box(body.x, y, body.w, next) if next else None
    y, left = y + (next + 1 if next else 0), left - (next + 1 if next else 0)
    open = min(wanted.open, left) if left > 2 else 0
    return boxes[0], boxes[1], Box(body.x, y, body.w, open) if open > 1 else None, below
