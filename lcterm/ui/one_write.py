"""What stands on the terminal already is not written again.

Of a screen whose picture went out ahead of it (`ui/ahead.py`) Textual hands on all rows again when the screen is there.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual._compositor import LayoutUpdate
from textual.app import ReturnType
from textual.screen import Screen

from lcterm.ui.driver import AtTerminal, QuietTerminal
from lcterm.ui.painting import Painted, Rows


class Sent(NamedTuple):
    """The rows of a whole picture, the screen that it went out ahead of (None once it is another's), and how often
    something had been written then; None where nobody counts that."""

    rows: Sequence[str]
    of: Screen[Any] | None
    written: int | None


class OneWrite(AtTerminal[ReturnType]):
    """An app that writes pictures whole, and those of screens that can be seen before they are there ahead of them,
    where the terminal is one that Textual's own driver for it would serve."""

    _stands: Sent | None = None
    """What the terminal shows, as long as nothing has been written and no window changed since."""

    def push_screen(self, screen: Any, *arguments: Any, **named: Any) -> Any:
        """As always; where the screen can be seen before it is there, its picture goes out first."""
        at_rest = self.screen_stack and self.screen.is_mounted and not self._batch_count
        if at_rest and isinstance(screen, Painted) and (rows := screen.ahead(*self.size)):
            self._stands = None  # all of it is sent, whatever stands there
            self._display(self.screen, Rows(dict(enumerate(rows))))
            self._stands = Sent(rows, screen, self._written())
        return super().push_screen(screen, *arguments, **named)

    def on_resize(self) -> None:
        """A terminal that changes its size shows what it likes."""
        self._stands = None

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if renderable is None or self._batch_count:
            super()._display(screen, renderable)
            return
        stands, self._stands = self._stands, None
        if stands is None or stands.written is None or stands.written != self._written():
            super()._display(screen, renderable)
        elif isinstance(renderable, LayoutUpdate):
            rows = self._rows(renderable)
            differ = {y: row for y, row in enumerate(rows) if y >= len(stands.rows) or row != stands.rows[y]}
            if differ:
                super()._display(screen, Rows(differ))  # type: ignore[arg-type]
            self._stands = Sent(rows, screen if screen is stands.of else None, self._written())
        elif screen is stands.of and self._rows(screen._compositor.render_full_update()) == stands.rows:
            self._stands = stands  # it only asks for all of its panes once more, as they stand
        else:
            super()._display(screen, renderable)

    def _rows(self, update: LayoutUpdate) -> list[str]:
        return ["".join(strip.render(self.console) for strip in row) for row in update.strips]

    def _written(self) -> int | None:
        """How often something was written, where that is known."""
        return self._driver.written if isinstance(self._driver, QuietTerminal) else None
