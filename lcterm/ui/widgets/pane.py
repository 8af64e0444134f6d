"""A pane: a box of fixed size that draws its own lines, and only those that changed.

There is no widget for a row. A pane tells its screen from which cell to which a row differs, and no more than that
reaches the terminal (lcterm/ui/painting.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, takewhile, zip_longest
from operator import eq, itemgetter
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from lcterm.ui.grid import Box
from lcterm.ui.line import Line, line_cells, row
from lcterm.ui.painting import Cells, DrawsCells, Painted
from lcterm.ui.theme import looks, palette_of


class Pane(DrawsCells):
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
        self._drawn: dict[int, tuple[Line, list[Segment]]] = {}
        self._drawn_in: tuple[int, Mapping[str, Style]] = (0, {})
        """The width, and the styles of the looks, that rows were drawn for."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown, as they were given."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these lines instead; only rows that differ are drawn again, and sent from where to where they do."""
        before, self._lines = self._lines, tuple(lines)
        if before == self._lines or not self.is_mounted:
            return
        width, height = self.size
        pairs = zip_longest(before[:height], self._lines[:height], fillvalue=())
        changed = [_changed(old, new, y, width) for y, (old, new) in enumerate(pairs) if old != new]
        if not changed:
            return
        if self.is_attached and isinstance(screen := self.screen, Painted):
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
        if not self._keeps_rows():
            return super().render_lines(crop)
        start, end = crop.column_span
        cells = [Cells(y, start, end) for y in crop.line_range]
        return [Strip(segments, end - start) for segments in self._cells(cells)]

    def render_cells(self, wanted: Sequence[Cells]) -> Sequence[Iterable[Segment]]:
        if self._keeps_rows():
            return self._cells(wanted)
        crops = (Region(start, y, end - start, 1) for y, start, end in wanted)
        return [strip for crop in crops for strip in super(Pane, self).render_lines(crop)]

    def rows_ahead(self, width: int, height: int) -> list[list[Segment]]:
        """Its rows as they will be once it is there in this size."""
        self._drawn, self._drawn_in = {}, (width, looks(palette_of(self.app), self.raised))
        return self._cells([Cells(y, 0, width) for y in range(height)])

    def _keeps_rows(self) -> bool:
        """Whether nothing is done to a row once it is drawn, so that it can be kept; those of before are dropped where
        they were drawn in another width or other styles."""
        palette = palette_of(self.app)
        if not palette.coloured or not all(isinstance(one, ANSIToTruecolor) for one in self.get_line_filters()):
            return False
        width, styles = self.size.width, looks(palette, self.raised)
        if self._drawn_in[0] != width or self._drawn_in[1] is not styles:
            self._drawn, self._drawn_in = {}, (width, styles)
        return True

    def _cells(self, wanted: Sequence[Cells]) -> list[list[Segment]]:
        """Of each row, drawn unless it is as it was, what is wanted."""
        width, _ = self._drawn_in
        cells: list[list[Segment]] = []
        for y, start, end in wanted:
            line = self._line(y)
            before = self._drawn.get(y)
            if before is None or before[0] != line:
                before = self._drawn[y] = (line, self.draw_row(y))
            cells.append(before[1] if start <= 0 and end >= width else _part(before[1], start, end))
        return cells

    def draw_row(self, y: int) -> list[Segment]:
        """A row, in the width and the styles that rows are drawn for now."""
        return _in_styles(self._line(y), *self._drawn_in)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return Strip(_in_styles(self._line(y), width, looks(palette_of(self.app), self.raised)), width)

    def _line(self, y: int) -> Line:
        return self._lines[y] if y < len(self._lines) else ()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self, event.y, event.x))


def _in_styles(line: Line, width: int, styles: Mapping[str, Style]) -> list[Segment]:
    """A line in exactly `width` cells, in these styles of the looks."""
    alike = ((look, "".join(text for text, _ in spans)) for look, spans in groupby(row(width, line), itemgetter(1)))
    return [Segment(text, styles[look]) for look, text in alike]


def _part(row: Sequence[Segment], start: int, end: int) -> list[Segment]:
    """The cells of a row from one to another; half a wide sign is a blank."""
    kept: list[Segment] = []
    at = 0
    for segment in row:
        text, style, _ = segment
        wide = len(text) if text.isascii() else cell_len(text)
        first, last = max(start - at, 0), min(end - at, wide)
        if first < last:
            if last - first == wide:
                kept.append(segment)
            elif text.isascii():
                kept.append(Segment(text[first:last], style))
            else:
                kept.append(segment.split_cells(last)[0].split_cells(first)[1])
        at += wide
    return kept


def _changed(old: Line, new: Line, y: int, width: int) -> Region:
    """What of a row differs: from the first span that is another to the last, where those behind it stay in place."""
    first = sum(1 for _ in takewhile(bool, map(eq, old, new)))
    begin, cells = line_cells(new[:first]), line_cells(new)
    if line_cells(old) != cells or cells > width:
        return Region(min(begin, width), y, max(0, width - begin), 1) if cells <= width else Region(0, y, width, 1)
    last = sum(1 for _ in takewhile(bool, map(eq, reversed(old[first:]), reversed(new[first:]))))
    end = cells - line_cells(new[len(new) - last :])
    return Region(begin, y, end - begin, 1)
