"""A terminal's screen as an SVG picture: the same cells give the same bytes.

Each word stands at its own column and is as wide as its cells, blocks and lines are drawn as shapes; so the
columns meet whatever font the reader has.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from pyte.screens import Char

CELL_WIDTH, CELL_HEIGHT, BASELINE, FONT_SIZE, MARGIN = 8.4, 18.0, 13.5, 14, 12
FONTS = "ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
PLAIN_TEXT, PLAIN_GROUND = "#e8e4da", "#14181b"
NAMED = {
    "black": "#1e2529", "red": "#e06c75", "green": "#98c379", "brown": "#e5c07b",
    "blue": "#61afef", "magenta": "#c678dd", "cyan": "#56b6c2", "white": "#d7d7d7",
    "brightblack": "#7f848e", "brightred": "#ff8f86", "brightgreen": "#b5e890", "brightbrown": "#f0d58a",
    "brightblue": "#8cc8ff", "brightmagenta": "#de9ff0", "brightcyan": "#84dbe6", "brightwhite": "#ffffff",
}  # fmt: skip

LINES = {
    "─": "1100", "━": "2200", "│": "0011", "┃": "0022", "┼": "1111", "┿": "2211", "┽": "2111", "┾": "1211",
    "╾": "2100", "╼": "1200", "╴": "1000", "╶": "0100", "╸": "2000", "╺": "0200", "┌": "0101", "┐": "1001",
    "└": "0110", "┘": "1010", "├": "0111", "┤": "1011", "┬": "1101", "┴": "1110",
}  # fmt: skip
"""How heavy a line runs from the middle of its cell to the left, right, top and bottom."""
THICKNESS = {"1": 1.2, "2": 3.2}

BLOCKS = {
    "█": (0, 0, 8, 8), "▀": (0, 0, 8, 4), "▌": (0, 0, 4, 8), "▐": (4, 0, 4, 8), "▔": (0, 0, 8, 1), "▕": (7, 0, 1, 8),
    **{chr(0x2580 + eighths): (0, 8 - eighths, 8, eighths) for eighths in range(1, 8)},
    **{chr(0x2590 - eighths): (0, 0, eighths, 8) for eighths in range(1, 8)},
}  # fmt: skip
"""Left, top, width and height of what a block fills, in eighths of the cell."""


class Frame(NamedTuple):
    """A screen that is looked at for so many seconds."""

    cells: Sequence[Sequence[Char]]
    seconds: float


class Look(NamedTuple):
    """How a run of cells is painted; colours as #rrggbb."""

    text: str
    ground: str
    bold: bool
    italic: bool
    underlined: bool


class Run(NamedTuple):
    """Neighbouring cells of one look: its first column and the characters, one a cell, "" for half a wide one."""

    look: Look
    column: int
    data: list[str]


def _colour(name: str, plain: str) -> str:
    if name == "default":
        return plain
    return NAMED.get(name) or f"#{name}"


def _look(cell: Char) -> Look:
    text, ground = _colour(cell.fg, PLAIN_TEXT), _colour(cell.bg, PLAIN_GROUND)
    if cell.reverse:
        text, ground = ground, text
    return Look(text, ground, cell.bold, cell.italics, cell.underscore)


def _runs(row: Sequence[Char]) -> Iterator[Run]:
    column = 0
    for look, cells in groupby(row, _look):
        data = [cell.data for cell in cells]
        yield Run(look, column, data)
        column += len(data)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _rectangle(x: float, y: float, width: float, height: float, fill: str) -> str:
    place = " ".join(
        f'{name}="{_number(value)}"'
        for name, value in zip(("x", "y", "width", "height"), (x, y, width, height), strict=True)
    )
    return f'<rect {place} fill="{fill}"/>'


def _line(character: str, x: float, y: float, count: int, fill: str) -> Iterator[str]:
    left, right, up, down = tuple(LINES[character])
    middle, centre = x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2
    if left == right != "0" and up == down == "0":
        thick = THICKNESS[left]
        yield _rectangle(x, centre - thick / 2, count * CELL_WIDTH, thick, fill)
        return
    for at in (offset * CELL_WIDTH for offset in range(count)):
        for weight, start in ((left, x), (right, middle)):
            if thick := THICKNESS.get(weight, 0):
                yield _rectangle(start + at, centre - thick / 2, CELL_WIDTH / 2, thick, fill)
        for weight, start in ((up, y), (down, centre)):
            if thick := THICKNESS.get(weight, 0):
                yield _rectangle(middle + at - thick / 2, start, thick, CELL_HEIGHT / 2, fill)


def _shape(character: str, x: float, y: float, count: int, fill: str) -> Iterator[str]:
    """One character `count` times over, drawn; whole-width blocks and lines become one rectangle."""
    if character in LINES:
        yield from _line(character, x, y, count, fill)
        return
    left, top, width, height = BLOCKS[character]
    step_x, step_y = CELL_WIDTH / 8, CELL_HEIGHT / 8
    spans = [(x, count * CELL_WIDTH)]
    if width < 8:
        spans = [(x + n * CELL_WIDTH + left * step_x, width * step_x) for n in range(count)]
    for start, wide in spans:
        yield _rectangle(start, y + top * step_y, wide, height * step_y, fill)


def _word(word: str, cells: int, x: float, y: float, look: Look) -> str:
    style = ' font-weight="bold"' * look.bold + ' font-style="italic"' * look.italic
    style += ' text-decoration="underline"' * look.underlined
    place = f'x="{_number(x)}" y="{_number(y + BASELINE)}" textLength="{_number(cells * CELL_WIDTH)}"'
    return f'<text {place} lengthAdjust="spacingAndGlyphs" fill="{look.text}"{style}>{escape(word, quote=False)}</text>'


def _kind(character: str) -> str:
    """What goes together: a word; repeats of one shape; half a wide character goes with the rest of its word."""
    if character == " ":
        return "blank"
    return character if character in LINES or character in BLOCKS else "word"


def _painted(run: Run, y: float) -> Iterator[str]:
    column = run.column
    for kind, group in groupby(run.data, _kind):
        data = list(group)
        x = MARGIN + column * CELL_WIDTH
        if kind == "word":
            yield _word("".join(data), len(data), x, y, run.look)
        elif kind != "blank":
            yield from _shape(kind, x, y, len(data), run.look.text)
        column += len(data)


def svg(cells: Sequence[Sequence[Char]], title: str) -> str:
    """The picture of a screen, row by row; `title` is what a person who cannot see it is told."""
    return _framed(cells, title, "", _screen(cells))


def moving_svg(frames: Sequence[Frame], title: str) -> str:
    """Screens one after the other, each for so many seconds, again and again. Whoever wants nothing to move sees the
    last one."""
    whole = sum(seconds for _, seconds in frames)
    rules = ["@media (prefers-reduced-motion: no-preference) {", ".f { visibility: hidden; }"]
    groups: list[str] = []
    begun = 0.0
    for number, (cells, seconds) in enumerate(frames):
        first, last = 100 * begun / whole, 100 * (begun + seconds) / whole
        rules.append(
            f"@keyframes k{number} {{ 0%, {_number(first)}% {{ visibility: hidden; }} "
            f"{_number(first + 0.01)}%, {_number(last)}% {{ visibility: visible; }} "
            f"{_number(min(last + 0.01, 100))}%, 100% {{ visibility: {'visible' if last >= 99.99 else 'hidden'}; }} }} "
            f".f{number} {{ animation: k{number} {_number(whole)}s step-end infinite; }}"
        )
        groups.append(f'<g class="f f{number}">{_screen(cells)}</g>')
        begun += seconds
    rest = f".f {{ display: none; }} .f{len(frames) - 1} {{ display: inline; }}"
    still = f"@media (prefers-reduced-motion: reduce) {{ {rest} }}"
    style = f"<style>{' '.join([*rules, '}', still])}</style>"
    return _framed(frames[0][0], title, style, "\n".join(groups))


def _framed(cells: Sequence[Sequence[Char]], title: str, style: str, drawn: str) -> str:
    width, height = len(cells[0]) * CELL_WIDTH + 2 * MARGIN, len(cells) * CELL_HEIGHT + 2 * MARGIN
    size = f'width="{_number(width)}" height="{_number(height)}" viewBox="0 0 {_number(width)} {_number(height)}"'
    head = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">', f"<title>{escape(title)}</title>"]
    return "\n".join([*head, *([style] if style else []), drawn, "</svg>\n"])


def _screen(cells: Sequence[Sequence[Char]]) -> str:
    """The shapes and words of one screen, on its ground."""
    around = _look(cells[0][0]).ground
    grounds: list[str] = []
    marks: list[str] = []
    for number, row in enumerate(cells):
        y = MARGIN + number * CELL_HEIGHT
        for run in _runs(row):
            if run.look.ground != around:
                x = MARGIN + run.column * CELL_WIDTH
                grounds.append(_rectangle(x, y, len(run.data) * CELL_WIDTH, CELL_HEIGHT, run.look.ground))
            marks.extend(_painted(run, y))
    return "\n".join(
        [
            f'<rect width="100%" height="100%" rx="8" fill="{around}"/>',
            f'<g shape-rendering="crispEdges">{"".join(grounds)}</g>',
            f'<g font-family="{FONTS}" font-size="{FONT_SIZE}" xml:space="preserve">',
            *marks,
            "</g>",
        ]
    )
