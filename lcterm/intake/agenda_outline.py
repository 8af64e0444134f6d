"""What belongs to what in a pasted agenda: points, the sections they stand in, the notes beneath them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lcterm.intake.agenda_marks import Line
from lcterm.intake.agenda_point import Timed, timed_text
from lcterm.intake.agenda_table import columns, is_heading, timed_row
from lcterm.intake.agenda_times import between

_SHORT = 80
_LOWEST_HEADING = 8


class Item(NamedTuple):
    """A line and what it says of time, if it is a point (or the end of one: a clock time without a title)."""

    line: Line
    timed: Timed | None = None


def outlined(items: Sequence[Item], is_host: Callable[[str], bool]) -> list[Item]:
    """The lines with every time at its point and every heading told. `is_host` tells words that only name who leads a
    point; its title is then the heading above."""
    return _headings_told(_breakdowns_told(_titled(items, is_host)))


def timed_items(lines: Sequence[Line]) -> list[Item]:
    """The lines that say something, each with its own time."""
    read: list[Item] = []
    roles: tuple[str, ...] = ()
    for line in lines:
        if line.shape == "blank":
            continue
        if line.shape == "header" or (line.shape == "row" and is_heading(line.cells)):
            roles = columns(line.cells)
        elif line.shape == "row":
            read.append(Item(line, timed_row(line.cells, roles)))
        else:
            roles = ()
            read.append(Item(line, timed_text(line.text, line.more)))
    return read


def _titled(read: Sequence[Item], is_host: Callable[[str], bool]) -> list[Item]:
    """Times that stand in a line of their own get the title from the line they belong to: the heading above; the line
    below a clock time, the line above a length."""
    titled: list[Item] = []
    below: Item | None = None
    for at, item in enumerate(read):
        if item is below:
            below = None
            continue
        above = titled[-1] if titled else None
        timed = item.timed
        if not timed or (timed.title and not (item.line.shape == "text" and is_host(timed.title))):
            titled.append(item)
        elif above and above.line.shape == "heading" and not above.timed and _is_alone(read[at + 1 :], is_host):
            titled[-1] = _under_its_heading(above.line, item, timed)
        elif timed.title:
            titled.append(item)
        elif timed.start:
            follower = read[at + 1] if at + 1 < len(read) else None
            below = follower if follower and _may_be_title(follower, item.line.number + 1) else None
            titled.append(_joined(item, timed, below) if below else Item(item.line, None if timed.end else timed))
        elif above and _may_be_title(above, item.line.number - 1):
            titled[-1] = _joined(above, timed, above)
        else:
            titled.append(Item(item.line))
    return titled


def _is_alone(following: Sequence[Item], is_host: Callable[[str], bool]) -> bool:
    """Whether no second line under the same heading has a time and no title of its own."""
    for line, timed in following:
        if timed or line.shape == "heading":
            return line.shape == "heading" or not timed or bool(timed.title and not is_host(timed.title))
    return True


def _may_be_title(item: Item, number: int) -> bool:
    line = item.line
    return not item.timed and line.number == number and line.shape in ("text", "item") and len(line.text) <= _SHORT


def _joined(place: Item, timed: Timed, titled: Item) -> Item:
    return Item(place.line, timed._replace(title=titled.line.text, notes=(*timed.notes, *titled.line.more)))


def _under_its_heading(heading: Line, item: Item, timed: Timed) -> Item:
    who = (*timed.who, timed.title) if timed.title else timed.who
    return Item(heading, timed._replace(title=heading.text, who=who, notes=(*heading.more, *item.line.more)))


def _breakdowns_told(read: Sequence[Item]) -> list[Item]:
    """A line whose time is that of the lines under it is their heading; what stands under a point and is less than
    the whole of it are its notes."""
    told = list(read)
    for at, item in enumerate(told):
        timed = item.timed
        if not timed or item.line.shape == "row":
            continue
        under = _under(told, at)
        if _holds_clock_times(timed, told[at + 1 :]):
            told[at] = _as_heading(item, min(item.line.depth, _LOWEST_HEADING))
        elif under and timed.minutes is not None and not timed.start:
            lengths = [told[index].timed for index in under]
            total = sum(part.minutes or 0 for part in lengths if part)
            if total == timed.minutes or (
                total < timed.minutes and item.line.shape in ("heading", "perhaps") and len(under) > 1
            ):
                told[at] = _as_heading(item, item.line.depth)
            elif total < timed.minutes and item.line.shape != "text":
                for index in under:
                    told[index] = Item(told[index].line)
    return told


def _under(told: Sequence[Item], at: int) -> list[int]:
    """Where the points stand that lie deeper than this one, if they have lengths and no clock times."""
    line = told[at].line
    found: list[int] = []
    for index in range(at + 1, len(told)):
        item = told[index]
        if item.line.depth <= line.depth and (item.timed or item.line.shape in ("heading", "perhaps")):
            break
        if item.timed:
            if item.timed.start or item.timed.minutes is None or (line.shape == "text" and item.line.shape != "item"):
                return []
            found.append(index)
    return found


def _holds_clock_times(timed: Timed, following: Sequence[Item]) -> bool:
    inner = next((item.timed for item in following if item.timed), None)
    if not (timed.start and timed.end and inner and inner.start):
        return False
    whole, into = between(timed.start, timed.end), between(timed.start, inner.start)
    if whole is None or into is None or into >= whole:
        return False
    if not inner.end:
        return into == 0
    length = between(inner.start, inner.end)
    return length is not None and length < whole and into + length <= whole


def _as_heading(item: Item, depth: int) -> Item:
    line, timed = item
    title = timed.title if timed else line.text
    return Item(line._replace(shape="heading", depth=depth, text=title))


def _headings_told(read: Sequence[Item]) -> list[Item]:
    """What may be a heading is one if a point or another heading comes next."""
    told: list[Item] = []
    for item in reversed(read):
        line = item.line
        if line.shape == "perhaps" and not item.timed:
            follower = told[-1] if told else None
            leads = follower and (follower.timed or follower.line.shape == "heading")
            item = Item(line._replace(shape="heading" if leads else "text"))
        told.append(item)
    return told[::-1]
