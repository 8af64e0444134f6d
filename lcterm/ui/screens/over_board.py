"""A screen that lies over a board, and what such screens share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.ui.screens.framed import Framed
from lcterm.ui.view import View, view_of
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import in_force

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class OverBoard(Framed):
    """A screen that lies over a board, whose message row, veil and order it shares. The board goes on below."""

    TITLE_HERE: ClassVar[str] = ""
    """What its own keys are headed with on the help screen."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board.desk, board.view)
        self.board = board

    def look(self) -> View:
        return view_of(self.desk.meeting, self.drawn_at(), veiled=self.board.veiled, order=self.board.order)

    def tick(self) -> None:
        if self.board.between:  # nobody else looks at what others write
            self.desk.poll()
        super().tick()

    @property
    def said(self) -> Message:
        return self.board.message

    @property
    def unsaved(self) -> str:
        return self.board.unsaved

    @property
    def others(self) -> Sequence[str]:
        return self.board.others.said

    def open_help(self) -> None:
        """The keys; first those of this screen."""
        from lcterm.ui.screens.sheet import sheet

        self.app.push_screen(sheet("help", self.board, self.TITLE_HERE, in_force(self.shown_ways(), self.keys)))
