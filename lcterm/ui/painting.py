"""How a change comes to the terminal: only the cells that differ, and right behind the key that changed them.

Textual asks every widget between the first changed row and the last for all its rows, cuts them where any widget
begins or ends, and sends whole pieces; and a widget that wants to be drawn tells its screen by way of two messages
and a timer. On a board of nine panes that is more than all else that a key does. So the rows that changed are asked
for here, each of the widget that lies on top there, from where to where it changed; and a pane tells its screen
straight away. What another screen covers is not drawn until it is seen again. Whatever is laid out anew goes Textual's
own way: this only replaces the picture of the cells that changed, and is made for the release that pyproject.toml
binds.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import Any, NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget

FRAME_SECONDS = 1 / 60
"""Pictures follow each other no faster than this, however fast keys come."""


class Piece(NamedTuple):
    """Some cells of one row of the screen, and what is in them."""

    x: int
    y: int
    segments: Iterable[Segment]


class OnTop(NamedTuple):
    """A widget that lies on top from cell `start` to `end` of a row of the screen."""

    widget: Widget
    region: Region
    start: int
    end: int


class Cells(NamedTuple):
    """Of row `y` of a widget the cells from `start` to `end`."""

    y: int
    start: int
    end: int


class DrawsCells(Widget):
    """A widget that is asked once for all of its cells that changed, whichever rows they are in."""

    def render_cells(self, wanted: Sequence[Cells]) -> Sequence[Iterable[Segment]]:
        """What is in each of them."""
        raise NotImplementedError


class Rows(CompositorUpdate):
    """Whole rows of the screen, as the terminal is sent them, by their number from the top."""

    def __init__(self, rows: Mapping[int, str]) -> None:
        self.rows = rows

    def render_segments(self, console: Console) -> str:
        """Each row where it belongs."""
        return "".join(f"\x1b[{y + 1};1H{row}" for y, row in self.rows.items())


class Changes(CompositorUpdate):
    """The cells that changed, as the terminal is told of them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """Each piece where it belongs."""
        return "".join(f"\x1b[{y + 1};{x + 1}H{rendered(segments, console)}" for x, y, segments in self.pieces)


class Painter(Compositor):
    """Textual's compositor, but for how the picture is put together of what its widgets draw."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out: Mapping[Widget, tuple[Region, Region]] = {}
        self._rows: dict[int, Sequence[OnTop]] = {}

    def _row(self, y: int) -> Sequence[OnTop]:
        """What lies on top in a row of the screen; worked out once, until something is laid out anew."""
        places = self.visible_widgets
        if places is not self._laid_out:
            self._laid_out, self._rows = places, {}
        if y not in self._rows:
            self._rows[y] = tuple(_on_top(places, y, 0, self.size.width))
        return self._rows[y]

    def render_partial_update(self) -> Changes | None:  # type: ignore[override]
        """The cells that changed since the last picture; none if nothing did. They are forgotten with this."""
        screen = self.size.region
        changed = {region.intersection(screen) for region in self._dirty_regions}
        self._dirty_regions.clear()
        wanted: dict[Widget, list[tuple[int, int, Cells]]] = {}
        for y, start, end in self._regions_to_spans(region for region in changed if region):
            for widget, (left, top, _, _), begins, ends in self._row(y):
                first, last = max(start, begins), min(end, ends)
                if first < last:
                    wanted.setdefault(widget, []).append((first, y, Cells(y - top, first - left, last - left)))
        pieces: list[Piece] = []
        for widget, places in wanted.items():
            drawn = _drawn(widget, [cells for _, _, cells in places])
            pieces += [Piece(x, y, segments) for (x, y, _), segments in zip(places, drawn, strict=True)]
        return Changes(pieces) if pieces else None

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """All cells. `simplify`: as pictures want them, with neighbours that look alike in one."""
        if simplify:
            return super().render_full_update(simplify)
        screen = self.size.region
        self._dirty_regions.clear()
        drawn: dict[Widget, tuple[Region, list[Strip]]] = {}
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            drawn[widget] = (shown, widget.render_lines(shown.translate(-region.offset)))
        rows: list[Iterable[Strip]] = []
        for y in screen.line_range:
            row = []
            for on_top in sorted(self._row(y), key=attrgetter("start")):
                (left, top, _, _), strips = drawn[on_top.widget]
                row.append(strips[y - top].crop(on_top.start - left, on_top.end - left))
            rows.append(row)
        return LayoutUpdate(rows, screen)


class Painted(Screen[ScreenResultType]):
    """A screen whose panes are painted as soon as whoever changed them is done."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._compositor = Painter()
        self._to_paint: dict[Widget, list[Region]] = {}
        self._painted_at = 0.0
        self._due: asyncio.TimerHandle | None = None
        self._gathers = False

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing is drawn on a screen itself but its ground, so that one row stands for all."""
        return super().render_lines(Region(crop.x, crop.y, crop.width, min(1, crop.height))) * crop.height

    def paint_soon(self, pane: Widget, changed: Iterable[Region]) -> None:
        """What of a pane differs, from its upper left corner, is painted when the messages that have come are dealt
        with, or at the end of what is done `at_once`."""
        if not self._to_paint and not self._gathers:
            self.call_next(self._paint)
        self._to_paint.setdefault(pane, []).extend(changed)

    def ahead(self, width: int, height: int) -> Sequence[str] | None:
        """Each row of the picture in a terminal of this size, while this screen is not there yet; None where it comes
        without one."""
        return None

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What is shown within this, or within what stands around it, is painted at its end, in one picture and before
        anything else happens, unless the one before is too recent."""
        if self._gathers:
            yield
            return
        self._gathers = True
        try:
            yield
            self._paint()
        finally:
            self._gathers = False
            if self._to_paint and self._due is None:  # it failed halfway: what was shown by then is seen all the same
                self.call_next(self._paint)
            self.painted()

    def _paint(self) -> None:
        """Paint what changed, all in one picture: when its time has come, or Textual's way where something moves."""
        if not self._to_paint:
            return
        loop, still = asyncio.get_running_loop(), self._stands_still()
        now, places = loop.time(), self._compositor.visible_widgets
        if still and (early := self._painted_at + FRAME_SECONDS - now) > 0:
            self._due = self._due or loop.call_later(early, self._is_due)
            return
        changed, self._to_paint = self._to_paint, {}
        painted: set[Widget] = set()
        for pane, regions in changed.items():
            if still and pane in places and not pane._layout_required:
                pane._set_dirty(*regions)
                painted.add(pane)
            else:
                pane.refresh(*regions)
        if painted:
            self._painted_at = now
            self._compositor.update_widgets(painted)
            self._compositor_refresh()

    def _is_due(self) -> None:
        self._due = None
        self.call_next(self._paint)

    def _compositor_refresh(self) -> None:
        # Textual hands what changed on to the screen above, which draws all of itself for it, and would do so in every
        # frame from then on; but nothing shows through a screen of ours, and whatever is seen again is drawn whole.
        if self is self.app.screen:
            super()._compositor_refresh()
            return
        self._compositor._dirty_regions.clear()
        self._dirty_widgets.clear()

    def painted(self) -> None:
        """What was done `at_once` is on its way to the terminal, or could not be done: a screen that has kept something
        back for it goes on."""

    def _stands_still(self) -> bool:
        """Whether nothing moves, comes or goes on this screen, and nothing else of it waits to be drawn."""
        waits = self.app._batch_count or self._layout_required or self._dirty_widgets
        return self.is_current and not waits


def rendered(segments: Iterable[Segment], console: Console) -> str:
    """Some cells as they are sent to the terminal."""
    system, drawn = console._color_system or ColorSystem.TRUECOLOR, Strip.render_style
    return "".join([text if style is None else drawn(style, text, system) for text, style, _ in segments])


def _drawn(widget: Widget, wanted: Sequence[Cells]) -> Sequence[Iterable[Segment]]:
    """What is in each of these cells of a widget."""
    if isinstance(widget, DrawsCells):
        return widget.render_cells(wanted)
    return [strip for y, start, end in wanted for strip in widget.render_lines(Region(start, y, end - start, 1))]


def _on_top(places: Mapping[Widget, tuple[Region, Region]], y: int, start: int, end: int) -> Iterator[OnTop]:
    """What is to be seen in a row from `start` to `end`: the foremost widgets first, each of what they leave."""
    open_still = [(start, end)]
    for widget, (region, clip) in places.items():
        left, top, width, height = region.intersection(clip)
        if not top <= y < top + height:
            continue
        rest: list[tuple[int, int]] = []
        for begins, ends in open_still:
            first, last = max(begins, left), min(ends, left + width)
            if first >= last:
                rest.append((begins, ends))
                continue
            yield OnTop(widget, region, first, last)
            rest += [(begins, first)] * (begins < first) + [(last, ends)] * (last < ends)
        open_still = rest
        if not open_still:
            return
