"""What stands on the sheet of paper, a part at a time: the agenda with its clock times, and who is here."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import NamedTuple

from lcterm.core.agenda import Row
from lcterm.core.session import Meeting, Session, Voice
from lcterm.core.when import clock, minutes
from lcterm.documents.wrapping import filled

WIDTH = 80
"""Cells: what A4 takes upright in a type that can be read across a table."""

_TITLE = 34
AGENDA_HEAD = f"{'Time':<6} {'Min':>4}   N  {'Point':<{_TITLE}}  {'How':<9}  {'From':<6}To"


class Shape(NamedTuple):
    """How people stand on the sheet: columns, and in each the cells of a name, tick boxes, and cells for hands."""

    columns: int
    name: int
    boxes: int
    hands: int


SHAPES = (Shape(1, 24, 10, 20), Shape(2, 15, 4, 6), Shape(3, 9, 2, 4))
"""From the roomiest to the closest; each is as wide as the sheet."""


def agenda_line(meeting: Meeting, row: Row, zone: tzinfo) -> str:
    """A point on one line: when, how long, what, how people come to speak, and when it really was."""
    point, name = row.point, meeting.community.name_of
    left_out = row.status == "skipped" and meeting.session.live
    time = clock(row.starts if row.timed or left_out else row.planned, zone) + ("*" if point.fixed else "")
    presenters = ", ".join(map(name, point.plan.presenters))
    title = f"{point.plan.title} ({presenters})" if presenters else point.plan.title
    length = minutes(round(point.length / 60_000, 1)) if point.length else ""
    how = point.mode if point.mode != "none" else ""
    return (
        f"{time:<6} {length:>4} {row.number:>3}  {filled(title, _TITLE)}  {how:<9}  {_held(meeting.session, row, zone)}"
    )


def _held(session: Session, row: Row, zone: tzinfo) -> str:
    """What is known of it, and lines for the rest."""
    if row.status == "skipped":
        return "skipped"
    if row.status == "ahead":
        return "not held" if session.status == "closed" else "_____ _____"
    began = clock(row.starts, zone)
    ended = row.point.ended if row.status == "done" else None
    return f"{began} {'_____' if ended is None else clock(ended, zone)}"


def people_rows(meeting: Meeting, people: Sequence[Voice], shape: Shape) -> list[str]:
    """The people down one column and then the next."""
    cells = [_person(meeting, voice, shape) for voice in people]
    rows = -(-len(cells) // shape.columns)
    return ["  ".join(cells[row::rows]).rstrip() for row in range(rows)]


def _person(meeting: Meeting, voice: Voice, shape: Shape) -> str:
    where = " (away)" if not voice.present else "" if voice.place == "room" else " (line)"
    name = filled(meeting.community.name_of(voice.person), shape.name)
    if where:
        name = filled(name.rstrip(), shape.name - len(where)).rstrip() + where
    return f"{voice.badge:<3} {filled(name, shape.name)} {'[ ]' * shape.boxes} {'_' * shape.hands}"
