"""Every key on one sheet, from the key table: two columns where there is room, else one."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.line import Line, Span, cells, line_cells, pad, row, title_line
from lcterm.ui.page import Page

GAP = 3
KEY = 6
"""Cells for a key, at least."""
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


def groups(keys: KeyTable) -> list[Group]:
    """The whole key table, without what has lost its keys."""
    shown = [(title, [key for key in group if key.keys]) for title, group in keys.grouped()]
    return [Group(title, [Entry(key.shown, key.tooltip, key.also) for key in group]) for title, group in shown if group]


def help_page(width: int, height: int, here: Group | None = None, keys: KeyTable = SHIPPED) -> Page:
    """The sheet; `here`: keys of the screen it was opened from, on top. What holds for all keys stands on the last row,
    or at the end where the sheet is longer than the screen. Blank rows between the groups go where the height asks."""
    own = [here] if here else []
    notes = _notes(width)
    every = groups(keys)
    room = height - len(notes)
    needed, beside = _needed(every[:LEFT]), _needed(every[LEFT:])
    if width >= needed + GAP + beside:
        left = max(needed, min((width - GAP) // 2, width - GAP - beside))
        right = width - GAP - left
        pairs = zip_longest(
            _column([*own, *every[:LEFT]], left, room), _column(every[LEFT:], right, room), fillvalue=()
        )
        lines: list[Line] = [(*row(left, one), Span(" " * GAP), *row(right, other)) for one, other in pairs]
    else:
        lines = _column([*own, *every], width, room)
    spare = room - len(lines)
    return Page((), [*lines, *[()] * (spare if spare >= 0 else 1), *notes])


def _needed(shown: Sequence[Group]) -> int:
    """Cells of the widest key with its words."""
    return _key_cells(shown) + max((cells(entry.words) for group in shown for entry in group.keys), default=0)


def _key_cells(shown: Sequence[Group]) -> int:
    return max((KEY, *(cells(drawn_key(entry.shown)) + 1 for group in shown for entry in group.keys)))


def _column(shown: Sequence[Group], width: int, height: int) -> list[Line]:
    lines: list[Line] = []
    rows = sum(1 + len(group.keys) for group in shown)
    tight = rows <= height < rows + len(shown) - 1
    key_cells = _key_cells(shown)
    for group in shown:
        lines += [()] if lines and not tight else []
        lines.append(title_line(width, group.title))
        lines += [_key(entry, width, key_cells) for entry in group.keys]
    return lines


def _key(entry: Entry, width: int, key_cells: int) -> Line:
    left = [Span(pad(drawn_key(entry.shown), key_cells), "bold"), Span(entry.words)]
    also = ""
    for key in map(drawn_key, entry.also):
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
