"""The capture line while it is written: a stock Input with completion of names and the lines before."""

from collections.abc import Callable, Container, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from lcterm.core.captures import TEXT_MAX
from lcterm.core.names import Known, matches
from lcterm.core.text import clean
from lcterm.ui.widgets.one_line import OneLine

PASTED_MAX = 100 * TEXT_MAX
"""Characters of a paste; whoever has more has a file."""


class CaptureInput(OneLine):
    """One capture line. Enter keeps it, Esc leaves it with its text, Tab completes a name, ↑ brings earlier lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("up", "earlier", show=False),
        Binding("down", "later", show=False),
        Binding("escape", "leave", show=False),
        Binding("ctrl+f", "name", show=False),
    ]

    class Left(Message):
        """Esc: the line was left, its text stays."""

    def __init__(self, switch_name: Callable[[], object], is_no_text: Callable[[str, str], bool]) -> None:
        super().__init__(select_on_focus=False, id="capture-input", compact=True)
        self._switch_name, self._is_no_text = switch_name, is_no_text
        self.people: Sequence[Known] = ()
        self.history: list[tuple[str, str]] = []
        """Lines that were kept, each with the id of its capture."""
        self._place = 0
        self._draft = ""
        self._pasted: tuple[str, tuple[str, ...]] = ("", ())
        """What stood in the line after several were pasted, and these."""

    def open(self, text: str, people: Sequence[Known]) -> None:
        """Begin with this text; `people` are who can be named."""
        self.people = people
        self.value, self.cursor_position = text, len(text)
        self._place, self._draft = len(self.history), text
        self.make_one()

    @property
    def _looked_at(self) -> tuple[str, str] | None:
        """The earlier line that was brought back, with its capture; None for a line of its own."""
        return self.history[self._place] if self._place < len(self.history) else None

    @property
    def begun(self) -> str:
        """What stands in the line and nowhere else: where an earlier line is only looked at, what was begun before."""
        earlier = self._looked_at
        return self._draft if earlier is not None and self.value == earlier[0] else self.value

    @property
    def put_by(self) -> str:
        """What was begun before an earlier line was brought back and changed, else nothing."""
        return self._draft if self._looked_at is not None and self.begun == self.value else ""

    def remember(self, line: str, capture: str) -> None:
        """A line that was kept as this capture can be brought back."""
        self.history.append((line, capture))
        self._place, self._draft = len(self.history), ""

    def forget(self, captures: Container[str]) -> None:
        """No line of these comes back; where one is looked at, what was begun before stands in its place."""
        earlier = self._looked_at
        self.history = [one for one in self.history if one[1] not in captures]
        if earlier is not None and earlier[1] not in captures:
            self._place = self.history.index(earlier)
            return
        self._place = len(self.history)
        if earlier is not None:
            self.value, self.cursor_position = self._draft, len(self._draft)

    def on_key(self, event: events.Key) -> None:
        """A key that was meant for something that has closed, or spells out who was chosen, is no text."""
        if self._is_no_text(event.key, event.character or "" if event.is_printable else ""):
            event.prevent_default()
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is cleaned first: nothing in it can steer the terminal. Its lines become one, unless they are
        kept as they came."""
        event.prevent_default()
        event.stop()
        lines = [clean(one[:TEXT_MAX], limit=4 * TEXT_MAX) for one in event.text[:PASTED_MAX].splitlines()]
        lines = [one for one in lines if one]
        before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
        self.insert_text_at_cursor(" ".join(lines))
        if len(lines) > 1:
            self._pasted = (self.value, (before + lines[0], *lines[1:-1], lines[-1] + after))

    @property
    def several(self) -> tuple[str, ...]:
        """The lines that were pasted at once, while nothing else was done to them; else none."""
        return self._pasted[1] if self._pasted[0] == self.value else ()

    def make_one(self) -> None:
        """One line they are, as they stand."""
        self._pasted = ("", ())

    def action_complete(self) -> None:
        """Complete the name after the last @ before the cursor."""
        self.value, self.cursor_position = completed(self.value, self.cursor_position, self.people)

    def action_name(self) -> None:
        """With the name of whose words they are, or without."""
        self._switch_name()

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
        text = self._draft if place == len(self.history) else self.history[place][0]
        self.value, self.cursor_position = text, len(text)

    def action_leave(self) -> None:
        """Out of the line."""
        self.post_message(self.Left())


def completed(text: str, cursor: int, people: Sequence[Known]) -> tuple[str, int]:
    """The text with the name after the last @ before the cursor written out, and where the cursor is then."""
    before, after = text[:cursor], text[cursor:]
    start = before.rfind("@")
    typed = before[start + 1 :]
    found = matches(typed, people) if start >= 0 and " " not in typed else []
    if not found:
        return text, cursor
    whole = f"{before[: start + 1]}{found[0].name.replace(' ', '')} "
    return whole + after.lstrip(), len(whole)
