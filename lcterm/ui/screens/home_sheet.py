"""The keys of the home screen, to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from lcterm.store.paths import Home, shown
from lcterm.ui.home_keys import BY_ID, HOME_KEYS, MOVING
from lcterm.ui.line import Line, Span, pad, row, title_line, wrap
from lcterm.ui.screens.framed import Way, ways_line
from lcterm.ui.widgets.pane import Pane

KEY_CELLS = 9
TOGETHER = ("demo", "tour")
"""The ids of the keys that stand in one row, so that the sheet fits a small screen."""
SAMPLE = (" ".join(BY_ID[id].shown for id in TOGETHER), "The sample, nothing of yours; t: with a tour")
ALSO = "In forms: Tab next, ctrl+g keeps; Esc: what is typed stays"


class HomeSheet(Screen[None]):
    """Any key goes back."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._sheet, self._foot = Pane(), Pane(classes="foot")

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
        self._sheet.show(sheet_lines(width, str(self._home.path), self.app.size.height - 1))
        self._foot.show([ways_line([Way("escape", "Esc", "back")], width, ())])

    def on_key(self) -> None:
        self.dismiss(None)

    def on_pane_clicked(self) -> None:
        self.dismiss(None)


def sheet_lines(width: int, folder: str, height: int = 0) -> list[Line]:
    """Every key with what it does, then where all is kept; blank rows between them where there is room."""
    shown_keys = (SAMPLE if key.id == TOGETHER[0] else (key.shown, key.tooltip) for key in HOME_KEYS)
    keys = [*(one for one, key in zip(shown_keys, HOME_KEYS, strict=True) if key.id != TOGETHER[1]), *MOVING]
    lines = [title_line(width, "Keys of the home screen")]
    lines += [row(width, [Span(pad(shown_key, KEY_CELLS), "bold"), Span(told)]) for shown_key, told in keys]
    kept = wrap(f"Everything is kept in {shown(folder)}: copy that folder and you have a backup.", width)
    also = wrap(ALSO, width)
    gap: list[Line] = [()] if len(lines) + len(kept) + len(also) + 2 <= height else []
    return [*lines, *gap, *((Span(part),) for part in kept), *gap, *((Span(part, "muted"),) for part in also)]
