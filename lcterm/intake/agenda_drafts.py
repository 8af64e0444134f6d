"""The points of a pasted agenda one after the other, each with its section and its notes."""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.intake.agenda_marks import Line
from lcterm.intake.agenda_outline import Item
from lcterm.intake.agenda_point import Timed

_TITLE_LEVELS = 6
_TEXT = 15
_JUST_AGENDA = {"agenda", "schedule", "programme", "program", "timetable", "outline", "running order"}


class Draft(NamedTuple):
    """A point before its length is worked out. `part` counts the headings before it: across one the times may start
    again. A draft without a title is the end of the point before."""

    line: int
    timed: Timed
    section: str
    notes: tuple[str, ...]
    part: int


class Drafts(NamedTuple):
    """All points, the title of the whole, and the numbers of the lines that belong to no point."""

    title: str
    points: tuple[Draft, ...]
    left_out: tuple[int, ...]


def drafts(items: Sequence[Item]) -> Drafts:
    """Points with the headings above and the lines below them."""
    heading = _title(items)
    walk = _Walk(heading)
    for item in items:
        walk.take(item)
    title = heading.text.rstrip(": ") if heading else ""
    return Drafts("" if title.casefold() in _JUST_AGENDA else title, tuple(walk.points), tuple(walk.left_out))


def _title(items: Sequence[Item]) -> Line | None:
    """The heading above all others, if there is one and it comes before the first point."""
    headings = [item.line for item in items if item.line.shape == "heading" and item.line.depth <= _TITLE_LEVELS]
    top = min((line.depth for line in headings), default=0)
    highest = [line for line in headings if line.depth == top]
    first = next((item.line.number for item in items if item.timed), 0)
    return highest[0] if len(highest) == 1 and highest[0].number < first else None


class _Walk:
    """Goes down the lines once; `_sections` are the headings that hold at this line, `_level` is the depth of the
    heading that is itself the running point."""

    def __init__(self, title: Line | None) -> None:
        self.points: list[Draft] = []
        self.left_out: list[int] = []
        self._title = title
        self._sections: list[Line] = []
        self._part = 0
        self._level: int | None = None
        self._open = False
        self._waiting: list[Line] = []

    def take(self, item: Item) -> None:
        line, timed = item
        if timed and self._is_said_again(line, timed):
            self._note(line)
        elif timed:
            self._point(line, timed)
        elif line.shape == "heading":
            self._heading(line)
        elif self._open:
            self._note(line)
        elif line.shape == "row":
            self._waiting.append(line)
        else:
            self.left_out.append(line.number)

    def _is_said_again(self, line: Line, timed: Timed) -> bool:
        """A running text under a heading that is a point may name its length once more."""
        return (
            self._open
            and self._level is not None
            and line.shape == "text"
            and not timed.start
            and timed.minutes == self.points[-1].timed.minutes
        )

    def _point(self, line: Line, timed: Timed) -> None:
        self._level = line.depth if line.shape == "heading" else None
        if self._level is not None:
            self._close_sections(line.depth)
        elif line.shape != "row":
            # A heading that was itself a line of a list holds for what lies deeper only.
            self._close_sections(max(line.depth, _TEXT))
        notes = (*(waiting.text for waiting in self._waiting if line.shape == "row"), *timed.notes)
        if line.shape != "row":
            self.left_out += [waiting.number for waiting in self._waiting]
        self._waiting = []
        section = self._sections[-1].text.rstrip(": ") if self._sections else ""
        self.points.append(Draft(line.number, timed, section, notes, self._part))
        self._open = bool(timed.title)

    def _heading(self, line: Line) -> None:
        self._part += 1
        if self._open and self._level is not None and line.depth > self._level:
            self._note(line)
            return
        self._open = False
        self.left_out += [waiting.number for waiting in self._waiting]
        self._waiting = []
        self._close_sections(line.depth)
        if line is not self._title:
            self._sections.append(line)

    def _close_sections(self, depth: int) -> None:
        self._sections = [section for section in self._sections if section.depth < depth]

    def _note(self, line: Line) -> None:
        last = self.points[-1]
        self.points[-1] = last._replace(notes=(*last.notes, line.text, *line.more))
