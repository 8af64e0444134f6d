"""A text to read before it goes to the clipboard, over a page to fill in."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Label

from lcterm.ui.line import fit
from lcterm.ui.screens.form import Form
from lcterm.ui.screens.framed import Way


class TextPage(Form[None]):
    """Enter copies it, Esc leaves it. `otherwise`: where else it can be had, for a terminal that takes none."""

    AUTO_FOCUS = "#read"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,c", "copy", show=False)]

    def __init__(self, title: str, whom: str, text: str, otherwise: str) -> None:
        super().__init__({})
        self._title, self._whom, self._text, self._otherwise = title, whom, text, otherwise

    def head(self) -> tuple[str, str]:
        return self._title, self._whom

    def ways(self) -> Sequence[Way]:
        return Way("escape", "Esc", "back"), Way("enter", "Enter", "to the clipboard"), Way("down", "↑ ↓", "more")

    def fields(self) -> ComposeResult:
        with VerticalScroll(id="read"):
            yield Label("\n".join(map(fit, self._text.splitlines())), markup=False)

    def action_copy(self) -> None:
        """Onto the terminal's clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.say(f"Sent to the clipboard; if your terminal takes none, {self._otherwise} says it.", sign="✓")
