"""A page of lines that may be longer than the screen: what stays on top, what moves, which item is kept in sight."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from lcterm.ui.line import Line, Span, row

NOTHING = -1
"""The item of a line that belongs to none: headings, blanks, what stands below a list."""


class Page(NamedTuple):
    """`head` stays on top, `lines` move below it; `items`: for each of these the number of the item it belongs to, or
    NOTHING; empty where there is nothing to choose from."""

    head: Sequence[Line]
    lines: Sequence[Line]
    items: Sequence[int] = ()


class Laid(NamedTuple):
    """What fits: the lines from the top, the item of each, the first moving line, how many are above and below it."""

    lines: list[Line]
    items: list[int]
    top: int
    above: int
    below: int


def of_items(head: Sequence[Line], items: Iterable[Sequence[Line]], tail: Sequence[Line] = ()) -> Page:
    """A page with these items, each of one line or more, and below the last what belongs to none."""
    lines: list[Line] = []
    numbers: list[int] = []
    for number, rows in enumerate(items):
        lines += rows
        numbers += [number] * len(rows)
    return Page(head, [*lines, *tail], [*numbers, *[NOTHING] * len(tail)])


def lay(page: Page, height: int, top: int, chosen: int = NOTHING) -> Laid:
    """The part of the page that fits into `height` rows, as near to `top` as the chosen item allows. Without room for
    anything else the head goes."""
    head = list(page.head) if len(page.head) < height else []
    room = max(0, height - len(head))
    top = _keep(page.items, chosen, top, room)
    top = max(0, min(top, len(page.lines) - room))
    lines = list(page.lines[top : top + room])
    items = list(page.items[top : top + room]) or [NOTHING] * len(lines)
    return Laid(
        lines=[*head, *lines],
        items=[*[NOTHING] * len(head), *items],
        top=top,
        above=top,
        below=max(0, len(page.lines) - top - room),
    )


def chosen_line(line: Line, width: int) -> Line:
    """The line of what is chosen: one fill across it."""
    return row(width, [Span("".join(span.text for span in line), "chip")], look="chip")


def rows_of(page: Page, item: int) -> tuple[int, int]:
    """The first row of an item and the row after its last; (0, 0) where there is no such item."""
    rows = [row for row, owner in enumerate(page.items) if owner == item]
    return (rows[0], rows[-1] + 1) if rows else (0, 0)


def _keep(items: Sequence[int], chosen: int, top: int, room: int) -> int:
    """`top`, moved as little as it takes to have the chosen item in sight, with what stands around it if that fits."""
    rows = [row for row, owner in enumerate(items) if owner == chosen] if chosen != NOTHING else []
    if not rows:
        return top
    first, last = rows[0], rows[-1] + 1
    before = len(list(takewhile(lambda owner: owner == NOTHING, reversed(items[:first]))))
    after = len(list(takewhile(lambda owner: owner == NOTHING, items[last:])))
    if last - first + before <= room:
        first -= before
    # What follows the last item is the foot of the page: as much of it as fits. Between two items it is a heading.
    last += max(0, min(after, room - (last - first))) if last + after == len(items) else 0
    low, high = sorted((last - room, first))
    return max(low, min(top, high))
