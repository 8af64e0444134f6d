"""The input of a board's capture line: where it lies, and when it has the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board
    from lcterm.ui.widgets.capture_input import CaptureInput


class LineInput:
    """The input, made when it is first needed. `active`: somebody writes."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._input: CaptureInput | None = None
        self._mends = ""
        """The id of the capture that the line changes, "" for none."""
        self.active = False

    @property
    def value(self) -> str:
        """What stands in it."""
        return self._input.value if self._input is not None else ""

    def _mounted(self, switch_name: Callable[[], object]) -> "CaptureInput":
        if self._input is None:
            from lcterm.ui.widgets.capture_input import CaptureInput

            self._input = CaptureInput(switch_name, self._board.keyboard.is_no_text)
            self._board.mount(self._input)
        return self._input

    def place(self) -> None:
        """Lay the input over the line, right of its key."""
        if self._input is None:
            return
        from lcterm.ui.screens.plain_board import line_box

        box = line_box(self._board.grid)
        styles = self._input.styles
        styles.offset, styles.width = (box.x + 5, box.y), max(1, box.w - 6)

    def veil(self) -> None:
        """Dots instead of what is typed while the veil is on."""
        if self._input is not None:
            self._input.password = self._board.veiled

    def focus(self) -> None:
        """Take the keys, unless something else has them for a while."""
        if self._input is not None and self.active and self._board.keyboard.mode is None:
            self._input.display = True
            self._board.set_focus(self._input)

    def give_way(self) -> None:
        """Let something else have the line for a while; the text stays."""
        if self._input is not None and self.active:
            self._board.set_focus(None)
            self._input.display = False

    def type(self, text: str) -> None:
        """Put this where the cursor is, as if it were typed."""
        if self._input is not None:
            self._input.insert_text_at_cursor(text)

    @property
    def _several(self) -> tuple[str, ...]:
        """The lines that were pasted at once and may become a capture each; none where the line is to be one."""
        return self._input.several if self._input is not None and not self._mends else ()

    def _makes_one(self) -> bool:
        """Esc: several lines that were pasted are one from now on; whether there were any."""
        if not self._several or self._input is None:
            return False
        self._input.make_one()
        self._board.draw()
        return True
