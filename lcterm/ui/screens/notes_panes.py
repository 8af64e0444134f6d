"""What stands in which pane of the co-facilitator's seat."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.ui.grid import Box
from lcterm.ui.line import Line
from lcterm.ui.notes_grid import has_column, notes_grid
from lcterm.ui.screens.board_panes import Arrangement, Foot, draw_people, show_changed
from lcterm.ui.screens.pick_mode import PickMode
from lcterm.ui.screens.striking import StrikeMode
from lcterm.ui.view import View
from lcterm.ui.widgets.agenda import question_lines
from lcterm.ui.widgets.foot import footer_line, message_line
from lcterm.ui.widgets.notes_captures import notes_lines
from lcterm.ui.widgets.notes_column import SLIM, column_lines, slim_marks, ticking, two_rows
from lcterm.ui.widgets.notes_foot import stepped_out_line
from lcterm.ui.widgets.notes_pick import pick_columns
from lcterm.ui.widgets.voices import pick_lines, voice_lines

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.notes_seat import NotesSeat

FEW_ROWS = 7
"""Under so many rows only those with a mark are shown of the voices."""


def draw_middle(board: "Board") -> None:
    """Clock, floor, voices and captures."""
    seat = _seat(board)
    grid, view = board.grid, seat.worded
    board.still = column_lines(view, grid) if has_column(grid) else two_rows(view, grid)
    if grid.voices:
        _voices(seat, grid.voices)
    if grid.captures:
        _captures(seat, grid.captures)


def _seat(board: "Board") -> "NotesSeat":
    from lcterm.ui.screens.notes_seat import NotesSeat

    assert isinstance(board, NotesSeat)
    return board


def _show_people(seat: "NotesSeat", name: str, mode: PickMode, box: Box) -> None:
    """Whom there is to choose from, in this pane: a row each, or side by side."""
    view, title = seat.view, f"{mode.key.footer.capitalize()}: who?"
    lines = pick_lines if _people(seat) < box.h else pick_columns
    seat.drawn_from.pop(name, None)
    seat.panes[name].show(lines(view, title, mode.matching, mode.top, box.w, box.h))


def _people(seat: "NotesSeat") -> int:
    return sum(bool(one.badge) for one in seat.view.people)


def _has_room(seat: "NotesSeat") -> bool:
    """Whether the pane of the voices has a row for everybody; else those to choose from take that of the captures."""
    voices = seat.grid.voices
    return voices is not None and voices.w >= SLIM - 4 and _people(seat) < voices.h


def _voices(seat: "NotesSeat", box: Box) -> None:
    mode = seat.mode
    if isinstance(mode, PickMode) and _has_room(seat):
        _show_people(seat, "voices", mode, box)
        return
    lines = slim_marks if box.w < SLIM - 4 or box.h < FEW_ROWS else voice_lines
    draw_people(seat, box, lambda view, width, height: lines(view._replace(keys=seat.seconds), width, height))


def _captures(seat: "NotesSeat", box: Box) -> None:
    view, session, mode = seat.view, seat.view.session, seat.mode
    if isinstance(mode, PickMode) and not _has_room(seat):
        _show_people(seat, "captures", mode, box)
        return
    chosen = mode.capture.id if isinstance(mode, StrikeMode) else seat.chosen
    held = (session.points, session.running, session.status, view.community, view.veiled)
    changing = seat.others.changing
    depends = (box, *held, session.captures, session.facilitator, chosen, seat.top, tuple(changing.items()))

    def lines() -> Sequence[Line]:
        if view.veiled:
            return question_lines(view, box.w, box.h)
        seat.shown = notes_lines(view, box.w, box.h, seat.top, chosen, changing)
        return seat.shown.lines

    show_changed(seat, "captures", depends, lines)


def _at_rest(board: "Board", width: int) -> Foot:
    view: View = board.view
    waits = board.writing.waiting
    layout = board.grid.layout
    return (
        stepped_out_line(view, width, waits=waits),
        message_line(view, board.message, width),
        footer_line(view, layout, width),
    )


NOTES = Arrangement(notes_grid, draw_middle, ticking, _at_rest)
"""The co-facilitator's seat."""
