"""A pane: a box of fixed size that draws its own lines, and only those that changed.

There is no widget for a row. What ticks (the exact time, the clock of a turn) is a small pane of its own: a changed
cell makes the terminal get its widget's row up to that cell, so what stands beside it should not be in that widget.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from lcterm.ui.grid import Box
from lcterm.ui.line import Line, row
from lcterm.ui.theme import looks, palette_of


class Pane(Widget):
    """Lines of text in their looks, from the top; rows below the last line are blank.

    It has no children and never takes the focus. Its size comes from the style sheet; a line that is too long is cut.
    Styles are looked up when a row is drawn; Textual draws every row again when the theme changes.
    """

    DEFAULT_CSS: ClassVar[str] = "Pane { width: 1fr; height: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False

    class Clicked(Message):
        """A row of a pane was clicked: `x` and `y` are cells from the pane's upper left corner."""

        def __init__(self, pane: "Pane", y: int, x: int) -> None:
            super().__init__()
            self.pane = pane
            self.y = y
            self.x = x

        @property
        def control(self) -> "Pane":
            return self.pane

    def __init__(
        self,
        lines: Sequence[Line] = (),
        *,
        raised: bool = False,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.can_focus = False
        self.raised = raised
        self._lines = tuple(lines)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown, as they were given."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these lines instead; only rows that differ are drawn again."""
        before, self._lines = self._lines, tuple(lines)
        width, height = self.size
        pairs = zip_longest(before[:height], self._lines[:height])
        changed = [Region(0, y, width, 1) for y, (old, new) in enumerate(pairs) if old != new]
        if changed:
            self.refresh(*changed)

    def place(self, box: Box | None) -> None:
        """Puts the pane where it belongs, or away."""
        self.display = box is not None and box.w > 0 and box.h > 0
        if box is not None:
            self.styles.width, self.styles.height, self.styles.offset = box.w, box.h, (box.x, box.y)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        styles = looks(palette_of(self.app), self.raised)
        line = row(width, self._lines[y] if y < len(self._lines) else ())
        return Strip([Segment(span.text, styles[span.look]) for span in line], width)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self, event.y, event.x))
