"""The board on a screen too small for panes: time, floor, hands, end, keys, in five plain lines."""

from collections.abc import Sequence

from lcterm.core.when import clock
from lcterm.ui.grid import Box, Grid
from lcterm.ui.line import Line, Span, row
from lcterm.ui.view import View
from lcterm.ui.widgets.block import exact_line
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.header import drift

ROWS = 5


def line_box(grid: Grid) -> Box:
    """Where a line is written: on a small screen the last row but one, with what was understood below it."""
    if grid.layout != "plain":
        return grid.line
    return Box(0, max(0, min(ROWS, grid.block.h) - 2), grid.block.w, 1)


def _keys(view: View) -> str:
    """The keys that there is room for."""
    run = (view.keys.shown(id) for id in ("next-speaker", "hand", "spoke", "next-point", "capture", "undo"))
    return f"{' '.join(key for key in run if key)}  {view.keys.shown('help')} keys"


def plain_board(
    view: View, width: int, height: int, unsaved: str, message: Message, asked: Sequence[Line] = ()
) -> list[Line]:
    """The most important first; the rest gives way to the height. `asked`: the line while it is busy, and the row that
    explains it, in place of end and keys."""
    session = view.session
    point = session.point
    title = point.plan.title if point else view.community.name
    turn = f"► {view.name(session.turn.person)}" if session.turn else "The floor is free."
    turn = "Paused with care." if session.care else turn
    hands = ", ".join(view.name(hand.person) for hand in session.hands)
    end = view.table.expected_end or view.table.planned_end
    ends = [Span(f"ends {clock(end, view.zone)} ", "muted"), drift(view)]
    shown = f"{message.sign} {message.text}".strip() if not (view.veiled and message.private) else ""
    lines: list[Line] = [
        (*exact_line(view, min(width, 18)), Span(" "), Span(title, "bold")),
        (Span(turn, "strong" if session.turn or session.care else "muted"),),
        (Span(f"hands: {hands}" if hands else "no hand up", "text" if hands else "muted"),),
        tuple(ends) if not unsaved else (Span(unsaved, "soon"),),
        (Span(shown or _keys(view), "muted"),),
    ]
    shown_lines = lines[:height]
    if asked:
        shown_lines = [*shown_lines[: max(0, len(shown_lines) - 2)], *asked][:height]
    return [row(width, line) for line in shown_lines]
