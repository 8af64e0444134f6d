"""Something typed into the line of a large screen: who is new, whose a capture is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from lcterm.ui.line import Line, Span, line_cells, row
from lcterm.ui.screens.over_board import OverBoard
from lcterm.ui.widgets.entry import Entry
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

TYPING = (Way("enter", "Enter", "take it"), Way("escape", "Esc", "never mind"))


class Asking(OverBoard):
    """A screen that can ask for a line. While it does, the keys are the line's; Enter hands it over, Esc drops it."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.entry = Entry()
        self._asks: tuple[str, str] = ("", "")
        self._take: Callable[[str], bool] | None = None
        self._handed = ""

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self.entry

    @property
    def asking(self) -> bool:
        """Whether something is being typed."""
        return self._take is not None

    def ask(self, key: str, words: str, take: Callable[[str], bool], before: str = "") -> None:
        """Have something typed, or mended where something stands there `before`; Enter hands it to `take`, which says
        whether it was taken: if not, it stays."""
        self._asks, self._take, self._handed = (key, words), take, ""
        self.board.message = Message()
        self.entry.open(dotted=self.board.veiled)
        self.entry.value = before
        self.entry.cursor_position = len(before)
        self._place_entry()
        self.set_focus(self.entry)

    def hint(self, typed: str) -> Sequence[Span]:
        """What would become of what is typed; under the veil it is not asked for."""
        return ()

    def _stop_asking(self) -> None:
        self._take = None
        self.entry.display = False
        self.set_focus(None)
        self.lay_out(self.app.size.width, self.app.size.height)

    def _asked(self) -> Line:
        key, words = self._asks
        return (Span(f" {key} ", "chip"), Span(f" {words} ", "text"))

    def _place_entry(self) -> None:
        box, styles = self.frame.line, self.entry.styles
        taken = min(line_cells(self._asked()), max(0, box.w - 8))
        styles.offset, styles.width = (box.x + taken, box.y), max(1, box.w - taken)
        self.panes["line"].display = True
        self.panes["message"].display = self.frame.line != self.frame.message

    def lay_out(self, width: int, height: int) -> None:
        super().lay_out(width, height)
        if self.asking:
            self._place_entry()

    def shown_ways(self) -> Sequence[Way]:
        return TYPING if self.asking else self.ways()

    def draw(self) -> None:
        self.panes["line"].raised = self.asking
        super().draw()

    def line_row(self, width: int) -> Line:
        return row(width, self._asked()) if self.asking else super().line_row(width)

    def message_row(self, width: int) -> Line:
        if not self.asking or self.said.sign == "!":
            return super().message_row(width)
        dotted = self.view.veiled
        return row(width, [Span("    "), *(() if dotted else self.hint(self.entry.value.strip()))])

    def is_for_line(self, key: str) -> bool:
        return self.asking and key != "escape"

    def press(self, key: str, letter: str) -> None:
        if not self.asking:
            self.take(key, letter)
        elif key == "escape":
            self._stop_asking()
        elif key == "enter":
            self._hand_over()

    def take(self, key: str, letter: str) -> None:
        """Take a key while nothing is being typed."""
        raise NotImplementedError

    def on_input_changed(self) -> None:
        # A change may be told only after the Enter that followed it: what Enter said of it stays.
        if self.asking and self.entry.value != self._handed:
            self.board.message = Message()
            self.draw()

    def on_input_submitted(self) -> None:
        self._hand_over()

    def _hand_over(self) -> None:
        self._handed = self.entry.value
        if self._take is not None and (not self.entry.value.strip() or self._take(self.entry.value)):
            self._stop_asking()
        else:
            self.draw()
