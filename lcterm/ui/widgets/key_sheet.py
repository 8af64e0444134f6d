"""Every key on one sheet, from the key table: two columns where there is room, else one."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from lcterm.ui.keys import grouped
from lcterm.ui.line import Line, Span, cells, line_cells, pad, row, title_line
from lcterm.ui.page import Page

TWO_COLUMNS_FROM = 96
GAP = 3
KEY = 6
LEFT = 3
"""How many groups stand in the left column."""
NOTES = (
    ("…", "then a badge or a name"),
    ("Esc", "only ever steps out of something"),
    ("Caps lock", "changes nothing"),
)


class Entry(NamedTuple):
    """A key as the sheet shows it."""

    shown: str
    words: str
    also: Sequence[str] = ()


class Group(NamedTuple):
    """Keys under a title."""

    title: str
    keys: Sequence[Entry]


def groups() -> list[Group]:
    """The whole key table."""
    return [Group(title, [Entry(key.shown, key.tooltip, key.also) for key in keys]) for title, keys in grouped()]


def help_page(width: int, height: int, here: Group | None = None) -> Page:
    """The sheet; `here`: keys of the screen it was opened from, on top. What holds for all keys stands on the last row,
    or at the end where the sheet is longer than the screen."""
    own = [here] if here else []
    if width >= TWO_COLUMNS_FROM:
        every = groups()
        needed = KEY + max(cells(entry.words) for group in every[:LEFT] for entry in group.keys)
        left = max((width - GAP) // 2, needed)
        right = width - GAP - left
        pairs = zip_longest(_column([*own, *every[:LEFT]], left), _column(every[LEFT:], right), fillvalue=())
        lines: list[Line] = [(*row(left, one), Span(" " * GAP), *row(right, other)) for one, other in pairs]
    else:
        lines = _column([*own, *groups()], width)
    notes = _notes(width)
    spare = height - len(lines) - len(notes)
    return Page((), [*lines, *[()] * (spare if spare >= 0 else 1), *notes])


def _column(shown: Sequence[Group], width: int) -> list[Line]:
    lines: list[Line] = []
    for group in shown:
        lines += [()] if lines else []
        lines.append(title_line(width, group.title))
        lines += [_key(entry, width) for entry in group.keys]
    return lines


def _key(entry: Entry, width: int) -> Line:
    left = [Span(pad(entry.shown, KEY), "bold"), Span(entry.words)]
    also = ""
    for key in entry.also:
        more = f"{also} {key}".strip()
        also = more if line_cells(left) + cells(more) < width else also
    return row(width, left, [Span(also, "muted")] if also else ())


def _notes(width: int) -> list[Line]:
    """As many in a row as fit."""
    lines: list[Line] = []
    spans: list[Span] = []
    for key, words in NOTES:
        part = [Span(key, "bold"), Span(f" {words}", "muted")]
        if spans and line_cells(spans) + 5 + line_cells(part) > width:
            lines.append(tuple(spans))
            spans = []
        spans += [Span("     "), *part] if spans else part
    return [*lines, tuple(spans)]
