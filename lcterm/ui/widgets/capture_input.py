"""The capture line while it is written: a stock Input with completion of names and the lines before."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from lcterm.core.captures import TEXT_MAX
from lcterm.core.names import Known, matches
from lcterm.core.text import clean


class CaptureInput(Input):
    """One capture line. Enter keeps it, Esc leaves it with its text, Tab completes a name, ↑ brings earlier lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("up", "earlier", show=False),
        Binding("down", "later", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Left(Message):
        """Esc: the line was left, its text stays."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False, id="capture-input", compact=True)
        self.people: Sequence[Known] = ()
        self.history: list[str] = []
        self._place = 0
        self._draft = ""

    def open(self, text: str, people: Sequence[Known]) -> None:
        """Begin with this text; `people` are who can be named."""
        self.people = people
        self.value, self.cursor_position = text, len(text)
        self._place, self._draft = len(self.history), text

    def remember(self, line: str) -> None:
        """A line that was kept can be brought back."""
        if line not in self.history[-1:]:
            self.history.append(line)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is cleaned first: nothing in it can steer the terminal, and its lines become one."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(clean(event.text[:TEXT_MAX], limit=4 * TEXT_MAX))

    def action_complete(self) -> None:
        """Complete the name after the last @ before the cursor."""
        before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
        start = before.rfind("@")
        typed = before[start + 1 :]
        if start < 0 or " " in typed:
            return
        found = matches(typed, self.people)
        if found:
            completed = f"{before[: start + 1]}{found[0].name.replace(' ', '')} "
            self.value = completed + after.lstrip()
            self.cursor_position = len(completed)

    def action_earlier(self) -> None:
        """The line before this one."""
        self._go(-1)

    def action_later(self) -> None:
        """The line after this one, at the end the one that was begun."""
        self._go(1)

    def _go(self, step: int) -> None:
        place = self._place + step
        if not 0 <= place <= len(self.history):
            return
        if self._place == len(self.history):
            self._draft = self.value
        self._place = place
        text = self._draft if place == len(self.history) else self.history[place]
        self.value, self.cursor_position = text, len(text)

    def action_leave(self) -> None:
        """Out of the line."""
        self.post_message(self.Left())
