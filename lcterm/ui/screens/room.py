"""The room screen: what everybody may see, on a projector. It reads and never writes, and takes no key but to leave."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer

from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.core.session import Meeting, Session
from lcterm.documents.next_session import next_session
from lcterm.store.onlooker import Onlooker
from lcterm.store.watcher import Watcher
from lcterm.ui.grid import Box
from lcterm.ui.key_table import SHIPPED
from lcterm.ui.painting import Painted
from lcterm.ui.room_grid import RoomGrid, room_grid
from lcterm.ui.room_view import RoomView, room_view
from lcterm.ui.widgets import room as upper
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.room_below import below_lines, wanted_rows
from lcterm.ui.widgets.room_deciding import wanted as needed
from lcterm.ui.widgets.room_page import page_lines, plain_lines

LOOK_SECONDS = 0.05
"""Between two looks at the folders: what the board writes is to stand here within 150 ms."""

AGAIN_SECONDS = 0.1
"""After a change the files are looked at once more: a second one in the same tick of the file system's clock shows in
no folder's time."""

QUIET_SECONDS = 10.0
"""Between two looks by itself while no clock runs: for the time of day, and for programs that write files in place."""

FOLLOW_SECONDS = 3.0
"""Between two looks for the next session, once this one is over."""

LEAVE_WITHIN_MS = 8000
"""So long the first of the two presses that leave is remembered."""


class SomebodyWrote(Message):
    """The session or its community has changed."""


class RoomScreen(Painted[None], inherit_bindings=False):
    """One session as the room may see it."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, looker: Onlooker, clock: Clock, *, by_minute: bool = False) -> None:
        super().__init__()
        self.looker, self.clock, self._by_minute = looker, clock, by_minute
        self.following: Session | None = None
        self.view: RoomView = room_view(looker.community, looker.session, looker.now())
        self.panes: dict[str, Pane] = {
            name: Pane(id=name, classes="tick" if name == "seconds" else "")
            for name in ("name", "title", "figures", "gauge", "floor", "below", "seconds")
        }
        self._boxes: dict[str, Box | None] = {}
        self._watcher = Watcher(looker.folders, LOOK_SECONDS)
        self._every_second: Timer | None = None
        self._pressed: int | None = None

    # ── Life on the screen ──────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> ComposeResult:
        yield from self.panes.values()

    def on_mount(self) -> None:
        self._every_second = self.set_interval(1, self.tick, pause=True)
        self.set_interval(QUIET_SECONDS, self.tick)
        self.set_interval(FOLLOW_SECONDS, self.follow)
        self._watcher.start(lambda: self.post_message(SomebodyWrote()))
        self.tick()

    def on_unmount(self) -> None:
        self._watcher.stop()

    def on_resize(self) -> None:
        self.draw()

    def on_somebody_wrote(self) -> None:
        self.tick()
        self.set_timer(AGAIN_SECONDS, self.tick)

    def tick(self) -> None:
        """Look at the files and at the clock, and draw what is different."""
        self.looker.poll()
        if self.looker.session.status == "closed":
            self.following = self._planned_next()
        self.draw()
        if self._every_second is not None:
            if self.looker.session.status == "running":
                self._every_second.resume()
            else:
                self._every_second.pause()

    def follow(self) -> None:
        """On to the session that this community has begun meanwhile, where this one is over: nobody sits at the
        projector to open it."""
        if self.looker.session.status != "closed":
            return
        try:
            live = self.looker.next_live()
        except Refused:
            return
        if not live:
            return
        self._watcher.stop()
        self.looker = Onlooker(self.looker.home, self.looker.community.id, live, self.clock)
        self.following = None
        self._watcher = Watcher(self.looker.folders, LOOK_SECONDS)
        self._watcher.start(lambda: self.post_message(SomebodyWrote()))
        self.tick()

    def _planned_next(self) -> Session | None:
        """The session planned after this one, which is over; none where the home does not let itself be read."""
        try:
            return next_session(self.looker.home, Meeting(community=self.looker.community, session=self.looker.session))
        except Refused:
            return None

    # ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self) -> None:
        """Draw the session as it is now; rows that are the same are not drawn again."""
        looker = self.looker
        view = room_view(looker.community, looker.session, looker.now(), self.following)
        if self._by_minute and view.time is not None:
            view = view._replace(time=view.time.in_minutes())
        self.view = view
        size = self.app.size
        if view.state != "live":
            self._only_below(size.width, size.height)
            self.panes["below"].show(page_lines(view, size.width, size.height))
            return
        grid = self._grid(size.width, size.height)
        if grid.plain:
            self._only_below(size.width, size.height)
            self.panes["below"].show(plain_lines(view, size.width, size.height))
        else:
            self._draw_parts(grid)

    def _grid(self, width: int, height: int) -> RoomGrid:
        view = self.view
        first = room_grid(width, height, clock=False, wanted=0, fits=lambda rows, cells: False)
        wanted = 0 if first.plain else wanted_rows(view, first.below.w)
        timed = view.time is not None and view.time.length > 0

        def with_clock(clock: bool) -> RoomGrid:
            return room_grid(
                width, height, clock=clock, wanted=wanted, fits=lambda rows, cells: upper.fits(view.time, rows, cells)
            )

        grid = with_clock(timed)
        crowded = view.deciding is not None and not grid.plain and grid.below.h < needed(view.deciding, grid.below.w)
        return with_clock(False) if crowded else grid  # what is voted on goes before the figures of the clock

    def _draw_parts(self, grid: RoomGrid) -> None:
        view, time = self.view, self.view.time
        self._put("name", grid.name)
        self._put("title", grid.title)
        self._put("gauge", grid.gauge)
        self._put("floor", grid.floor)
        self._put("below", grid.below)
        figures, seconds = grid.figures, None
        if time is not None and figures is not None:
            figures, seconds = upper.figure_boxes(time, figures, grid.digits)
            self.panes["figures"].show(upper.figure_lines(time, grid.digits, figures.w))
        if time is not None and seconds is not None:
            self.panes["seconds"].show(upper.seconds_lines(time, grid.digits))
        self._put("figures", figures)
        self._put("seconds", seconds)
        width = grid.below.w
        self.panes["name"].show([upper.name_line(view, width)])
        self.panes["title"].show([upper.title_row(view, width, figures=grid.digits > 0)])
        self.panes["gauge"].show(upper.gauge_lines(view, width))
        self.panes["below"].show(below_lines(view, width, grid.below.h))
        if grid.floor is not None:
            self.panes["floor"].show(upper.floor_lines(view, width, grid.floor.h))

    def _only_below(self, width: int, height: int) -> None:
        """One pane has the whole screen; the others hold nothing."""
        for name, pane in self.panes.items():
            if name != "below":
                self._put(name, None)
                pane.show([])
        self._put("below", Box(0, 0, width, max(1, height)))

    def _put(self, name: str, box: Box | None) -> None:
        if name not in self._boxes or self._boxes[name] != box:
            self._boxes[name] = box
            self.panes[name].place(box)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def on_key(self, event: events.Key) -> None:
        """Twice the key that leaves a board leaves; nothing else does anything."""
        event.stop()
        event.prevent_default()
        meant = SHIPPED.by_key(event.key, event.character)
        if meant is None or meant.id != "quit":
            self._pressed = None
            return
        before, self._pressed = self._pressed, self.clock.boottime()
        if before is not None and self._pressed - before <= LEAVE_WITHIN_MS:
            self.app.exit()
