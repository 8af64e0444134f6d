"""What is to be brought in from a file: asked once, by one letter or with the cursor."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult

from lcterm.store.shipped import shipped
from lcterm.ui.line import Line, Span, pad, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line, lay, of_items
from lcterm.ui.painting import Painted
from lcterm.ui.screens.framed import Way, clicked_way, ways_line
from lcterm.ui.widgets.pane import Pane

KEY_CELLS = 4
STEPS = {"up": -1, "down": 1, "shift+tab": -1, "tab": 1}
WAYS = (Way("enter", "Enter", "that one"), Way("escape", "Esc", "back"), Way("", "↑ ↓", "choose"))


class Door(NamedTuple):
    """What can come in: its letter, its name, and what it is and into what it comes."""

    letter: str
    name: str
    words: str


class BringInChoice(Painted[str | None]):
    """Comes back with the letter of what was chosen."""

    CSS_PATH: ClassVar[Any] = str(shipped("styles", "pages.tcss"))
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, doors: Sequence[Door], whereto: str) -> None:
        super().__init__()
        self._doors, self._whereto = doors, whereto
        self._place = self._top = 0
        self._items: list[int] = []
        self._page, self._foot = Pane(), Pane(classes="foot")

    def compose(self) -> ComposeResult:
        yield self._page
        yield self._foot

    def on_mount(self) -> None:
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Everything at this size."""
        width, height = max(1, self.app.size.width - 2), max(1, self.app.size.height - 1)
        laid = lay(self._lines(width), height, self._top, self._place)
        self._top, self._items = laid.top, laid.items
        self._page.show(laid.lines)
        self._foot.show([ways_line(WAYS, width, ())])

    def _lines(self, width: int) -> Page:
        head: list[Line] = [title_line(width, "Bring in a file", ""), ()]
        tail: list[Line] = [(), *((Span(part, "muted"),) for part in wrap(self._whereto, width))]
        return of_items(head, [self._door(number, width) for number in range(len(self._doors))], tail)

    def _door(self, number: int, width: int) -> list[Line]:
        door = self._doors[number]
        lines = [row(width, [Span(pad(f" {door.letter}", KEY_CELLS), "bold"), Span(door.name, "bold")])]
        lines += [
            row(width, [Span(" " * KEY_CELLS), Span(part, "muted")])
            for part in wrap(door.words, max(1, width - KEY_CELLS))
        ]
        return [chosen_line(line, width) for line in lines] if number == self._place else lines

    # ── Keys and mouse ──────────────────────────────────────────────────────────────────────────────────────────

    def on_key(self, event: events.Key) -> None:
        event.stop()  # the page below has a meaning for it too
        event.prevent_default()
        self._press(event.key)

    def _press(self, key: str) -> None:
        letter = key.removeprefix("shift+").lower()
        if key in ("escape", "q"):
            self.dismiss(None)
        elif key == "enter":
            self.dismiss(self._doors[self._place].letter)
        elif key in STEPS:
            self._place = max(0, min(len(self._doors) - 1, self._place + STEPS[key]))
            self.draw()
        elif letter in (door.letter for door in self._doors):
            self.dismiss(letter)

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        if event.pane is self._foot:
            self._press(clicked_way(WAYS, event.pane.size.width, event.x, ()))
        elif event.y < len(self._items) and (place := self._items[event.y]) != NOTHING:
            self.dismiss(self._doors[place].letter)
