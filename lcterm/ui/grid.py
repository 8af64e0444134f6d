"""Where the panes of the board lie: x, y, width, height in cells, from the terminal's size alone.

Row 0 is the header; the last three are line, message, footer. Wide, middle and narrow are the three layouts; below
them the board is five plain lines.
"""

from typing import Literal

from msgspec import Struct

Layout = Literal["wide", "middle", "narrow", "plain"]


class Box(Struct, frozen=True):
    """A pane's place."""

    x: int
    y: int
    w: int
    h: int


class Grid(Struct, frozen=True):
    """A box for each pane, None for what this size has no room for. `digits`: rows of the large figures."""

    layout: Layout
    margin: int
    digits: int
    header: Box
    block: Box
    agenda: Box | None
    prompts: Box | None
    voices: Box | None
    captures: Box | None
    line: Box
    message: Box
    footer: Box

    def box(self, pane: str) -> Box | None:
        """The place of the pane of this name."""
        found: Box | None = getattr(self, pane)
        return found


def grid(width: int, height: int) -> Grid:
    """The grid of a terminal of this size."""
    if width >= 120 and height >= 30:
        return _wide(width, height)
    if width >= 80 and height >= 24:
        return _middle(width, height)
    if width >= 60 and height >= 20:
        return _narrow(width, height)
    whole = Box(0, 0, width, max(1, height))
    nothing = Box(0, 0, 0, 0)
    return Grid("plain", 0, 0, nothing, whole, None, None, None, None, nothing, nothing, nothing)


def _foot(width: int, height: int, margin: int) -> tuple[Box, Box, Box]:
    inner = width - 2 * margin
    return (
        Box(margin, height - 3, inner, 1),
        Box(margin, height - 2, inner, 1),
        Box(margin, height - 1, inner, 1),
    )


def _wide(width: int, height: int) -> Grid:
    roomy = width >= 150 and height >= 40
    left, middle = (42, 54) if roomy else (33, 42)
    beyond = max(0, height - 36)
    captures = 8 + beyond // 2 if height >= 36 else height - 28 if height >= 32 else 0
    upper = 22 + beyond - beyond // 2
    x_block, x_voices = 2 + left + 3, 2 + left + 3 + middle + 3
    return Grid(
        "wide",
        2,
        9 if roomy else 7,
        Box(2, 0, width - 4, 1),
        Box(x_block, 1, middle, upper),
        Box(2, 2, left, upper - 8),
        Box(2, upper - 5, left, 6),
        Box(x_voices, 2, width - x_voices - 2, upper - 1),
        Box(2, upper + 2, width - 4, captures) if captures else None,
        *_foot(width, height, 2),
    )


def _middle(width: int, height: int) -> Grid:
    block = 48 if width >= 100 else 43
    beyond = height - 24
    upper = beyond - beyond // 2
    x = block + 2
    return Grid(
        "middle",
        1,
        7,
        Box(1, 0, width - 2, 1),
        Box(0, 1, block, 19 + beyond),
        None,
        None,
        Box(x, 2, width - x - 1, 13 + upper),
        Box(x, 16 + upper, width - x - 1, 5 + beyond // 2),
        *_foot(width, height, 1),
    )


def _narrow(width: int, height: int) -> Grid:
    beyond = height - 20
    upper = beyond // 2
    return Grid(
        "narrow",
        1,
        5,
        Box(1, 0, width - 2, 1),
        Box(0, 1, width, 12 + upper),
        None,
        None,
        Box(1, 13 + upper, width - 2, 3 + beyond - upper),
        None,
        *_foot(width, height, 1),
    )
