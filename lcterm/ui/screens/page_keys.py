"""Keys to read: those of the home screen, or of a page to fill in."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult

from lcterm.store.shipped import shipped
from lcterm.ui.key_names import drawn_key
from lcterm.ui.line import Line, Span, cells, pad, row, title_line, wrap
from lcterm.ui.painting import Painted
from lcterm.ui.screens.framed import Way, ways_line
from lcterm.ui.widgets.pane import Pane

KEY_CELLS = 9
"""Cells for a key, with the blank behind it; one of a longer name takes its own."""
ALSO = "Tab goes from field to field, ctrl+g keeps what was filled in; Esc steps out, and what is typed stays."


def key_cells(shown: str) -> int:
    """How many cells a key takes."""
    return max(KEY_CELLS, cells(shown) + 1)


class KeysToRead(Painted[None]):
    """Any key goes back."""

    CSS_PATH: ClassVar[Any] = str(shipped("styles", "pages.tcss"))
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self) -> None:
        super().__init__()
        self._sheet, self._foot = Pane(), Pane(classes="foot")

    def lines(self, width: int, height: int) -> list[Line]:
        """What there is to read, in at most so many cells; what is less needed gives way to `height`."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield self._sheet
        yield self._foot

    def on_mount(self) -> None:
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Everything at this size."""
        width = max(1, self.app.size.width - 2)
        self._sheet.show(self.lines(width, self.app.size.height - 1))
        self._foot.show([ways_line([Way("escape", "Esc", "back")], width, ())])

    def on_key(self, event: events.Key) -> None:
        event.stop()  # the page below has a meaning for it too
        event.prevent_default()
        self.dismiss(None)

    def on_pane_clicked(self) -> None:
        self.dismiss(None)


class PageKeys(KeysToRead):
    """The keys of a page. `told`: each key as it is shown, and what it does; `also`: what holds for all of it."""

    def __init__(self, title: str, told: Sequence[tuple[str, str]], also: str = ALSO) -> None:
        super().__init__()
        self._title, self._keys_told, self._also = title, told, also

    def lines(self, width: int, height: int) -> list[Line]:
        lines: list[Line] = [title_line(width, self._title)]
        named = [(drawn_key(shown_key), words) for shown_key, words in self._keys_told]
        room = max((key_cells(key) for key, _ in named), default=KEY_CELLS)
        for key, words in named:
            parts = wrap(words, max(1, width - room)) or [""]
            leads = [key, *[""] * (len(parts) - 1)]
            for lead, part in zip(leads, parts, strict=True):
                lines.append(row(width, [Span(pad(lead, room), "bold"), Span(part)]))
        return [*lines, (), *((Span(part, "muted"),) for part in wrap(self._also, width))]
