"""A pane: a box of fixed size that draws its own lines, and only those that changed.

There is no widget for a row. A pane tells its screen from which cell to which a row differs, and no more than that
reaches the terminal (lcterm/ui/painting.py).
"""

from collections.abc import Mapping, Sequence
from itertools import groupby, takewhile, zip_longest
from operator import eq, itemgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from lcterm.ui.grid import Box
from lcterm.ui.line import Line, line_cells, row
from lcterm.ui.painting import Painted
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
        self._drawn: dict[int, tuple[Line, Strip]] = {}
        self._drawn_in: tuple[int, Mapping[str, Style]] = (0, {})
        """The width, and the styles of the looks, that rows were drawn for."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown, as they were given."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these lines instead; only rows that differ are drawn again, and sent from where to where they do."""
        before, self._lines = self._lines, tuple(lines)
        width, height = self.size
        pairs = zip_longest(before[:height], self._lines[:height], fillvalue=())
        changed = [_changed(old, new, y, width) for y, (old, new) in enumerate(pairs) if old != new]
        if not changed:
            return
        if self.is_mounted and self.is_attached and isinstance(screen := self.screen, Painted):
            screen.paint_soon(self, changed)
        else:
            self.refresh(*changed)

    def place(self, box: Box | None) -> None:
        """Puts the pane where it belongs, or away."""
        self.display = box is not None and box.w > 0 and box.h > 0
        if box is not None:
            self.styles.width, self.styles.height, self.styles.offset = box.w, box.h, (box.x, box.y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """As Textual does it, but without asking for each picture what a pane never has: border, padding, links, a
        background that is not its looks' own. Between two keys that differ in few rows this is most of the work."""
        palette = palette_of(self.app)
        if not palette.coloured or not all(isinstance(one, ANSIToTruecolor) for one in self.get_line_filters()):
            return super().render_lines(crop)
        width, styles = self.size.width, looks(palette, self.raised)
        if self._drawn_in[0] != width or self._drawn_in[1] is not styles:
            self._drawn, self._drawn_in = {}, (width, styles)
        strips = [self._strip(y) for y in crop.line_range]
        start, end = crop.column_span
        return strips if (start, end) == (0, width) else [strip.crop(start, end) for strip in strips]

    def _strip(self, y: int) -> Strip:
        """A row, drawn unless it is as it was."""
        line = self._lines[y] if y < len(self._lines) else ()
        before = self._drawn.get(y)
        if before is None or before[0] != line:
            before = self._drawn[y] = (line, self.render_line(y))
        return before[1]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        styles = looks(palette_of(self.app), self.raised)
        line = row(width, self._lines[y] if y < len(self._lines) else ())
        alike = ((look, "".join(text for text, _ in spans)) for look, spans in groupby(line, itemgetter(1)))
        return Strip([Segment(text, styles[look]) for look, text in alike], width)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self, event.y, event.x))


def _changed(old: Line, new: Line, y: int, width: int) -> Region:
    """What of a row differs: from the first span that is another to the last, where those behind it stay in place."""
    first = sum(1 for _ in takewhile(bool, map(eq, old, new)))
    begin, cells = line_cells(new[:first]), line_cells(new)
    if line_cells(old) != cells or cells > width:
        return Region(min(begin, width), y, max(0, width - begin), 1) if cells <= width else Region(0, y, width, 1)
    last = sum(1 for _ in takewhile(bool, map(eq, reversed(old[first:]), reversed(new[first:]))))
    end = cells - line_cells(new[len(new) - last :])
    return Region(begin, y, end - begin, 1)
