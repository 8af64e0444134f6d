"""A hand on its way through the line: more presses of the same keys go on moving it, any other key is played."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.core.commands import MoveHand
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.line_modes import Lapsed
from lcterm.ui.view import View
from lcterm.ui.widgets.foot import message_line

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WAYS = {"move-up": -1, "move-down": 1}
"""The ids of the keys that move a hand, and by how many places."""


class MoveMode:
    """Whose hand it is; the row below says what became of the last press."""

    def __init__(self, board: "Board", person: str) -> None:
        self._board, self._person = board, person

    def press(self, board: "Board", key: str, letter: str) -> None:
        meant = board.keys.by_key(key, letter)
        if meant is not None and meant.id in WAYS:
            board.act(MoveHand(self._person, WAYS[meant.id]))
        elif key in ("escape", "enter"):
            board.leave_mode()
        else:
            board.leave_mode(draw=False)
            board.press(key, letter)
            board.draw()

    def line(self, view: View, width: int) -> Line:
        both = " ".join(view.keys.shown(id) for id in WAYS)
        name = view.name(self._person)
        return row(width, [Span(f" {both} ", "chip"), Span(f" {name} in line", "strong")])

    def hint(self, view: View, width: int) -> Line:
        return message_line(view, self._board.message._replace(way_back=()), width)

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return [("Esc", "stays there"), ("move-up", "up"), ("move-down", "down"), ("any key", "goes on")]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return None
