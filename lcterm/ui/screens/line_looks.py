"""What the line of a board says so far, and how that looks: its key, what was understood, the ways out."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.line_input import LineInput
from lcterm.ui.widgets.foot import message_line, ways_out

if TYPE_CHECKING:
    from lcterm.core.captures import Line as Read
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.clashes import Clash
    from lcterm.ui.screens.line_lost import Told

NAMING = "ctrl+f"
"""Whether the name of whoever gave the feedback may stand beside it."""


class LineLooks(LineInput):
    """A line that is being written, as it is read. What reads it is loaded with the first line: most boards that come
    up have none yet."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._by = ""
        self._named = False
        self._asked = ""
        """The line about which was asked whether the group may read what was meant for fewer."""

    @cached_property
    def _clash(self) -> "Clash":
        from lcterm.ui.screens.clashes import Clash

        return Clash(self._board)

    @cached_property
    def _told(self) -> "Told":
        from lcterm.ui.screens.line_lost import Told

        return Told(self._board)

    def read(self) -> "Read":
        """What the line says so far, and whose words they are."""
        from lcterm.ui.screens.line_reading import read_for

        return read_for(self._board.view, self.value, self._mends, self._by, named=self._named)

    def switch_name(self) -> None:
        """Feedback with the name of whoever gave it, or without."""
        self._named = not self._named
        self._board.draw()

    def line(self, width: int) -> Line:
        id = "mend" if self._mends else "sentence" if self._by else "capture"
        return row(width, [Span(f" {self._board.view.keys.shown(id) or '›'} ", "chip"), Span(" ")])

    def ways_out(self) -> Sequence[tuple[str, str]]:
        """The footer while the line is written."""
        from lcterm.ui.capture_hints import WAYS_OUT

        if self.read().words.kind != "feedback":
            return WAYS_OUT
        name = (NAMING, "without the name" if self._named else "with their name")
        return (WAYS_OUT[0], ("Esc", "leave"), name, *WAYS_OUT[2:])

    def footer(self, width: int) -> Line:
        """The last row while the line is written."""
        return ways_out(self.ways_out(), width, self._board.view.keys)

    def hint(self, width: int) -> Line:
        """What was understood, or what has to be mended. Under the veil only whether it reads well."""
        from lcterm.ui.capture_hints import asked_again, understood

        read, view = self.read(), self._board.view
        if self._board.keyboard.tells:
            return message_line(view, self._board.message, width)
        if said := self._told.row(width):
            return said
        if self._several:
            from lcterm.ui.screens.line_several import several_row

            return several_row(len(self._several), width)
        if clash := self._clash.row(self.value, width):
            return clash
        if read.unaddressed and self.value == self._asked:
            return row(width, [Span(" !  ", "soon-bold"), Span(asked_again(read, width - 4, veiled=view.veiled))])
        return understood(view, read, width, self._clash.also(self._mends), empty=not self.value.strip())
