"""Digits large enough to read across a room, drawn with `█ ▀ ▄`.

Strokes lie on half cells, outer corners are cut. Minutes always have two places, so that nothing moves when ten
minutes become nine. A drawn text is a list of lines, top to bottom, all of one width.
"""

from functools import lru_cache
from typing import NamedTuple

DIGIT_ROWS = (3, 5, 7, 9, 14)
"""The heights there are, in rows."""


class _Size(NamedTuple):
    """The measures of one height: `level` in rows, everything else in cells."""

    width: int
    upright: int
    level: int
    gap: int
    colon: int


_SIZES = {
    5: _Size(6, 2, 1, 2, 2),
    7: _Size(8, 3, 1, 2, 3),
    9: _Size(12, 3, 1, 3, 3),
    14: _Size(20, 5, 2, 4, 6),
}

# The strokes of a digit: Top, Middle, Foot; Upper and Lower on the left (a, b) and on the right (c, d).
_STROKES = {
    "0": "TFabcd",
    "2": "TMFbc",
    "3": "TMFcd",
    "4": "Macd",
    "5": "TMFad",
    "6": "TMFabd",
    "7": "Tcd",
    "8": "TMFabcd",
    "9": "TMFacd",
}

# At three rows a level stroke is half a row; there is no middle of six half rows, so these are drawn by hand.
_SMALL_GAP = 1
_SMALL = {
    "0": ("▄▀▀▄", "█  █", "▀▄▄▀"),
    "1": ("▄█  ", " █  ", "▄█▄▄"),
    "2": ("▀▀▀▄", "█▀▀▀", "▀▄▄▄"),
    "3": ("▀▀▀▄", "▀▀▀█", "▄▄▄▀"),
    "4": ("█  █", "▀▀▀█", "   █"),
    "5": ("▄▀▀▀", "▀▀▀█", "▄▄▄▀"),
    "6": ("▄▀▀▀", "█▀▀█", "▀▄▄▀"),
    "7": ("▀▀▀▄", "   █", "   █"),
    "8": ("▄▀▀▄", "█▀▀█", "▀▄▄▀"),
    "9": ("▄▀▀▄", "▀▀▀█", "▄▄▄▀"),
    "+": (" ▄▄ ", "▀██▀", "    "),
    ":": ("▄", " ", "▀"),
    " ": ("    ", "    ", "    "),
}


class _Drawing:
    """A grid of half cells, two to a row, that strokes are laid on and taken off again."""

    def __init__(self, width: int, rows: int) -> None:
        self.halves = [[False] * width for _ in range(2 * rows)]

    def fill(self, left: int, right: int, top: int, bottom: int, ink: bool = True) -> None:
        """Cells `left` to `right`, half rows `top` to `bottom`, the latter of each exclusive."""
        for half in range(top, bottom):
            self.halves[half][left:right] = [ink] * (right - left)

    def lines(self) -> tuple[str, ...]:
        pairs = zip(self.halves[::2], self.halves[1::2], strict=True)
        return tuple("".join(" ▄▀█"[2 * up + down] for up, down in zip(*pair, strict=True)) for pair in pairs)


@lru_cache(64)
def digits(text: str, rows: int) -> tuple[str, ...]:
    """`text` (digits, `+`, `:`, blanks) drawn `rows` high; ValueError if either cannot be drawn. Worked out once: every
    key asks for the same figures, in every size that might fit."""
    if rows not in DIGIT_ROWS:
        raise ValueError(f"digits are {DIGIT_ROWS} rows high, not {rows}")
    glyphs = [_glyph(character, rows) for character in text]
    gap = " " * (_SMALL_GAP if rows == 3 else _SIZES[rows].gap)
    return tuple([gap.join([glyph[line] for glyph in glyphs]) for line in range(rows)])


def digits_width(text: str, rows: int) -> int:
    """How many cells wide `digits(text, rows)` is."""
    return len(digits(text, rows)[0])


def largest_rows(text: str, width: int, height: int = 14) -> int:
    """The tallest size, in rows, at which `text` fits into `width` cells and `height` rows; 0 if none does."""
    fitting = [rows for rows in DIGIT_ROWS if rows <= height and digits_width(text, rows) <= width]
    return max(fitting, default=0)


def countdown_text(remaining_seconds: float) -> str:
    """What a countdown shows large: whole minutes in two places, in the last minute `:45`, over time `+2`."""
    whole = int(abs(remaining_seconds))
    if remaining_seconds < 0:
        return f"+{whole // 60}"
    return f"{whole // 60:>2}" if whole >= 60 else f":{whole:02}"


@lru_cache(128)
def _glyph(character: str, rows: int) -> tuple[str, ...]:
    if character not in _SMALL:
        raise ValueError(f"{character!r} cannot be drawn large")
    if rows == 3:
        return _SMALL[character]
    size = _SIZES[rows]
    drawing = _Drawing(size.colon if character == ":" else size.width, rows)
    if character == ":":
        _draw_colon(drawing, size, rows)
    elif character == "+":
        _draw_plus(drawing, size, rows)
    elif character == "1":
        _draw_one(drawing, size, rows)
    elif character != " ":
        _draw_strokes(drawing, size, rows, _STROKES[character])
    return drawing.lines()


def _draw_strokes(drawing: _Drawing, size: _Size, rows: int, strokes: str) -> None:
    width, upright, level, *_ = size
    bottom, thick = 2 * rows, 2 * level
    middle = rows - level
    levels = {"T": 0, "M": middle, "F": bottom - thick}
    for stroke, top in levels.items():
        if stroke in strokes:
            drawing.fill(0, width, top, top + thick)
    uprights = {
        "a": (0, 0, middle + thick),
        "b": (0, middle, bottom),
        "c": (width - upright, 0, middle + thick),
        "d": (width - upright, middle, bottom),
    }
    for stroke, (left, top, end) in uprights.items():
        if stroke in strokes:
            drawing.fill(left, left + upright, top, end)
    for corner in ("Ta", "Tc", "Fb", "Fd"):
        if set(corner) <= set(strokes):
            _cut_corner(drawing, size, rows, corner)


def _cut_corner(drawing: _Drawing, size: _Size, rows: int, corner: str) -> None:
    """Takes a small staircase off an outer corner, as deep as a level stroke has rows."""
    for step in range(size.level):
        half = step if corner[0] == "T" else 2 * rows - 1 - step
        missing = size.level - step
        left = 0 if corner[1] in "ab" else size.width - missing
        drawing.fill(left, left + missing, half, half + 1, ink=False)


def _draw_one(drawing: _Drawing, size: _Size, rows: int) -> None:
    """A stem on a foot, with a flag that comes down to the left, half a row for each cell."""
    width, upright, level, *_ = size
    stem = (width - upright) // 2
    drawing.fill(stem, stem + upright, 0, 2 * rows)
    drawing.fill(0, width, 2 * (rows - level), 2 * rows)
    for half in range(upright + 2 * level):
        drawing.fill(stem - min(half, upright, stem), stem, half, half + 1)


def _draw_plus(drawing: _Drawing, size: _Size, rows: int) -> None:
    """Two arms of about the same length to the eye: a cell is half as wide as it is high."""
    width, upright, level, *_ = size
    middle = (rows - level) // 2
    reach = (width // 2 - level) // 2
    left = (width - upright) // 2
    drawing.fill(0, width, 2 * middle, 2 * (middle + level))
    drawing.fill(left, left + upright, 2 * (middle - reach), 2 * (middle + level + reach))


def _draw_colon(drawing: _Drawing, size: _Size, rows: int) -> None:
    top = (rows - size.level) // 4
    for first in (top, rows - size.level - top):
        drawing.fill(0, size.colon, 2 * first, 2 * (first + size.level))
