"""What every screen beside the board is made of: header, a page, a line, a message, a footer with the ways out."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult

from lcterm.store.desk import Desk
from lcterm.ui.grid import Box, Layout
from lcterm.ui.key_table import KeyTable, keys_of
from lcterm.ui.line import Line, Span, row
from lcterm.ui.page import NOTHING, Laid, Page, lay
from lcterm.ui.painting import Painted
from lcterm.ui.theme import settings_of
from lcterm.ui.view import View, view_of
from lcterm.ui.widgets.foot import Message, help_words, message_line
from lcterm.ui.widgets.header import header_line
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.ways import Way, clicked_way, in_force, ways_line

__all__ = ["Frame", "Framed", "Way", "clicked_way", "frame", "ways_line"]

WHEEL_ROWS = 3
ROOMY = 12
"""Rows from which on there is a header, and a row for the line above the message."""


class Frame(NamedTuple):
    """Where the parts lie. Without a header the line takes the message's place."""

    layout: Layout
    header: Box | None
    body: Box
    line: Box
    message: Box
    footer: Box


def frame(width: int, height: int) -> Frame:
    """The frame in a terminal of this size, the smallest included."""
    layout: Layout = "wide" if width >= 120 else "middle" if width >= 80 else "narrow"
    margin = 2 if width >= 120 else 1 if width >= 40 else 0
    inner = max(0, width - 2 * margin)

    def box(y: int, rows: int = 1) -> Box:
        return Box(margin, max(0, y), inner, max(0, min(rows, height - max(0, y))))

    if height >= ROOMY:
        return Frame(layout, box(0), box(2, height - 5), box(height - 3), box(height - 2), box(height - 1))
    foot = box(height - 2) if height > 2 else box(0, 0)
    return Frame(layout, None, box(0, max(1, height - 2)), foot, foot, box(height - 1) if height > 1 else box(0, 0))


class Framed(Painted[None]):
    """A screen of lines. What stands in it comes from the session's state, drawn anew once a second."""

    CSS_PATH = None
    AUTO_FOCUS: ClassVar[str | None] = ""
    AHEAD: ClassVar[bool] = False
    """Whether its picture is the same before it is there, as long as `opened` does nothing."""

    def __init__(self, desk: Desk, view: View | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.view: View = view if view is not None else view_of(desk.meeting, desk.now())
        self.frame: Frame = frame(80, 24)
        self.top = 0
        self.laid: Laid = lay(Page((), ()), 0, 0)
        self.panes: dict[str, Pane] = {name: Pane(id=name) for name in ("header", "body", "line", "message", "footer")}

    # ── What a screen says of itself ────────────────────────────────────────────────────────────────────────────

    @property
    def keys(self) -> KeyTable:
        """The keys in force."""
        return keys_of(self.app)

    def look(self) -> View:
        """The moment that is drawn."""
        return view_of(self.desk.meeting, self.drawn_at())

    def drawn_at(self) -> int:
        """The time that is drawn (wall, ms): where clocks change once a minute the last full one, or the last act."""
        now = self.desk.now()
        if not settings_of(self.app).by_minute:
            return now
        return max(now // 60_000 * 60_000, self.desk.meeting.session.at)

    def page(self, width: int, height: int) -> Page:
        """What is there to read."""
        raise NotImplementedError

    def ways(self) -> Sequence[Way]:
        """The footer, ways out first."""
        raise NotImplementedError

    def press(self, key: str, letter: str) -> None:
        """Take a key; `letter` is what it types, small, "" where it types nothing."""
        raise NotImplementedError

    @property
    def said(self) -> Message:
        """The message row."""
        return Message()

    @property
    def unsaved(self) -> str:
        """What waits for the disk, in the header."""
        return ""

    @property
    def others(self) -> Sequence[str]:
        """Who else sits there, for the header, in ever fewer words."""
        return ()

    def shown_ways(self) -> Sequence[Way]:
        """The footer as it is now: something that takes the keys for a while has ways of its own."""
        return self.ways()

    @property
    def closing(self) -> Line:
        """What is always at the end of the footer."""
        return help_words(self.keys)

    @property
    def place(self) -> int:
        """The chosen item."""
        return NOTHING

    def line(self, width: int) -> Line:
        """The row above the message; beside it stands how much is out of sight."""
        return ()

    # ── Life on the screen ──────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> ComposeResult:
        yield from self.panes.values()

    def on_mount(self) -> None:
        self.lay_out(self.app.size.width, self.app.size.height)
        self.set_interval(1, self.tick)
        self.opened()

    def ahead(self, width: int, height: int) -> Sequence[str] | None:
        if not self.AHEAD or type(self).opened is not Framed.opened or not width or not height:
            return None
        from lcterm.ui.ahead import rows_ahead

        self.frame = frame(width, height)
        self.draw()
        hidden = "line" if self.frame.line == self.frame.message else ""
        places = [(self.panes[name], box) for name, box in self._places() if box is not None and name != hidden]
        rows = rows_ahead(self.app, width, height, places)
        for pane in self.panes.values():
            pane.show(())  # whoever waits for what a pane says means the screen that takes keys
        return rows

    def opened(self) -> None:
        """The screen is there for the first time."""

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out(event.size.width, event.size.height)

    def on_screen_resume(self) -> None:
        self.draw()

    def tick(self) -> None:
        """Once a second, whatever came in meanwhile too."""
        if self.is_active:
            self.draw()

    def lay_out(self, width: int, height: int) -> None:
        """Put everything where it belongs at this size."""
        self.frame = frame(width, height)
        for name, box in self._places():
            self.panes[name].place(box)
        if self.frame.line == self.frame.message:
            self.panes["line"].display = False
        self.draw()

    def _places(self) -> list[tuple[str, Box | None]]:
        """Where each pane lies."""
        at = self.frame
        upper = [("header", at.header), ("body", at.body)]
        return [*upper, ("line", at.line), ("message", at.message), ("footer", at.footer)]

    def draw(self) -> None:
        """Draw everything as it is now; rows that are the same are not drawn again."""
        self.view = self.look()._replace(keys=self.keys)
        where = self.frame
        self.laid = lay(self.page(where.body.w, where.body.h), where.body.h, self.top, self.place)
        self.top = self.laid.top
        if where.header:
            header = header_line(self.view, where.layout, where.header.w, self.unsaved, others=self.others)
            self.panes["header"].show([header])
        self.panes["body"].show(self.laid.lines)
        self.panes["line"].show([self.line_row(where.line.w)])
        self.panes["message"].show([self.message_row(where.message.w)])
        self.panes["footer"].show([ways_line(in_force(self.shown_ways(), self.keys), where.footer.w, self.closing)])

    def line_row(self, width: int) -> Line:
        """The line, and how much of the page is out of sight."""
        return row(width, self.line(width), self.out_of_sight(), gap=2)

    def out_of_sight(self) -> Line:
        """How many rows of the page are above and below what is shown."""
        counts = ((self.laid.above, "above"), (self.laid.below, "below"))
        hidden = ", ".join(f"{count} {where}" for count, where in counts if count)
        return (Span(hidden, "muted"),) if hidden else ()

    def message_row(self, width: int) -> Line:
        """What happened."""
        return message_line(self.view, self.said, width)

    # ── Keys and mouse ──────────────────────────────────────────────────────────────────────────────────────────

    # Textual calls the handlers of every class of a screen, whatever they override: so they stand here alone, and what
    # a screen does otherwise it does in the plain methods that they call.

    def on_key(self, event: events.Key) -> None:
        if self.is_for_line(event.key):
            return  # the line's own keys find their way to it when the event goes on
        event.stop()
        event.prevent_default()
        self.press(event.key, (event.character or "").lower() if event.is_printable else "")

    def is_for_line(self, key: str) -> bool:
        """Whether something is being typed that keeps this key."""
        return False

    def back(self) -> None:
        """Esc: to where this screen was opened from."""
        if self.is_active:
            self.app.pop_screen()

    def roll(self, key: str) -> bool:
        """Move the page by a row, a screenful, to an end; whether the key means that."""
        full = max(1, self.frame.body.h - 2)
        steps = {"up": -1, "down": 1, "pageup": -full, "pagedown": full, "home": -self.top, "end": self.laid.below}
        if key in steps:
            self.top += steps[key]
            self.draw()
        return key in steps

    def on_mouse_scroll_down(self) -> None:
        self.wheel(1)

    def on_mouse_scroll_up(self) -> None:
        self.wheel(-1)

    def wheel(self, way: int) -> None:
        """The wheel was turned: 1 down, -1 up."""
        self.top += way * WHEEL_ROWS
        self.draw()

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        if event.pane.id == "footer":
            ways = in_force(self.shown_ways(), self.keys)
            key = clicked_way(ways, event.pane.size.width, event.x, self.closing, self.keys["help"].keys[0])
            if key:
                self.press(key, key if len(key) == 1 else "")
        elif event.pane.id == "body" and event.y < len(self.laid.items):
            self.clicked(self.laid.items[event.y])

    def clicked(self, item: int) -> None:
        """An item of the page was clicked, or none."""
