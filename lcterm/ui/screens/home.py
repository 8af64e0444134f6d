"""The home screen: what is running first, then communities and their sessions."""

from collections import defaultdict
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.core.when import zone_or_utc
from lcterm.store.open_shelf import OpenShelf
from lcterm.store.paths import Home
from lcterm.store.templates import templates
from lcterm.store.zone import machine_zone
from lcterm.ui.home_apart import apart_notices
from lcterm.ui.home_grid import HomeGrid, Wanted, home_grid
from lcterm.ui.home_keys import home_key
from lcterm.ui.home_view import Cursor, HomeView, groups_of, moved, settled
from lcterm.ui.painting import Painted
from lcterm.ui.screens.home_about import say_what_to_know
from lcterm.ui.screens.home_doing import DOING, SampleMade, show_sample
from lcterm.ui.screens.home_over import Opening
from lcterm.ui.screens.home_panes import clicked, draw_home, draw_left, wanted_lines
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.pane import Pane

LOOK_EVERY_SECONDS = 5
"""Other runs of the program write too; what they wrote is seen here so soon."""

PANES = ("header", "bar", "communities", "sessions", "open", "next", "message", "footer")


class HomeScreen(Painted[None]):
    """Everything in a home on one screen without a focus. It reads; what it changes goes through the register."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, home: Home, clock: Clock, *, by_minute: bool = False) -> None:
        super().__init__()
        self.home, self.clock = home, clock
        self.zone_name = machine_zone()
        self.message = Message()
        self.drafts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._shelf = OpenShelf(home)
        self._clockwork: list[Timer] = []
        self._drawn_minute = 0
        self.view = HomeView((), Cursor(), clock.now(), zone_or_utc(self.zone_name), {}, by_minute)
        self.grid: HomeGrid = home_grid(80, 24, Wanted(0, 0, 0, 0, False))
        self.placed: HomeGrid | None = None
        self.panes: dict[str, Pane] = {name: Pane(id=f"home-{name}") for name in PANES}
        self.left = Pane(id="home-left", classes="tick")

    # ── Life on the screen ──────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> ComposeResult:
        yield from self.panes.values()
        yield self.left

    def on_mount(self) -> None:
        self._clockwork = [self.set_interval(1, self.tick), self.set_interval(LOOK_EVERY_SECONDS, self.look)]
        self._read_templates()
        self.look()
        self.draw()
        self.call_after_refresh(say_what_to_know, self)

    def on_resize(self) -> None:
        self.draw()

    def on_screen_resume(self) -> None:
        for timer in self._clockwork:
            timer.resume()
        self.look()
        self.draw()

    def on_screen_suspend(self) -> None:
        for timer in self._clockwork:
            timer.pause()

    # ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _read_templates(self) -> None:
        """How many presenters each template has room for."""
        try:
            known, _ = templates(self.home.templates)
        except Refused as refused:
            self.message = Message("!", refused.reason)
            return
        slots = {template.id: sum(point.slot for point in template.points) for template in known}
        self.view = self.view._replace(slots=slots)

    def look(self) -> None:
        """Take in what was written; draw if anything is different."""
        if not self._shelf.look():
            return
        now = self.clock.now()
        self.view = settled(self.view._replace(groups=groups_of(self._shelf.communities), now=now))
        notices = self._shelf.notices
        if notices and not self.message.text:
            more = f" (and {len(notices) - 1} more; `lcterm check` lists all)" if len(notices) > 1 else ""
            self.message = Message("!", f"{notices[0]}{more}")
        elif (apart := apart_notices(self._shelf.communities, now)) and not self.message.text:
            self.message = Message("!", "; ".join(apart))
        if self.is_attached:
            self.draw()

    # ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self) -> None:
        """Draw everything as it is now; rows that are the same are not drawn again."""
        self.view = self.view._replace(now=self.clock.now())
        self._drawn_minute = self.view.now // 60_000
        size = self.app.size
        self.grid = home_grid(size.width, size.height, wanted_lines(self.view))
        draw_home(self)

    def tick(self) -> None:
        """Once a second the time left; everything when the minute has changed."""
        self.view = self.view._replace(now=self.clock.now())
        if self.view.now // 60_000 != self._drawn_minute:
            self.draw()
        else:
            draw_left(self)

    def say(self, text: str, *, sign: str = "✓", way_on: tuple[str, str] | None = None) -> None:
        """The message row: what happened, or with the sign ! why not; then the way on as key and words."""
        self.message = Message(sign, text, (way_on,) if way_on else ())
        self.draw()

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    async def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if not self.is_active:  # typed ahead, before the screen that it was meant for was up
            self.app.post_message(events.Key(event.key, event.character))
        elif (opening := self.press(event.key, event.character)) is not None:
            await opening

    def press(self, key: str, character: str | None = None) -> Opening:
        """Take a key; the screen that it opens, if it opens one."""
        steps = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "home": -1000, "end": 1000}
        columns = {"left": "communities", "right": "sessions"}
        if key in steps:
            self._put(moved(self.view, steps[key]))
        elif key in columns or key in ("tab", "shift+tab"):
            other = "communities" if self.view.cursor.column == "sessions" else "sessions"
            to_sessions = columns.get(key, other) == "sessions"
            self.put_cursor(self.view.cursor._replace(column="sessions" if to_sessions else "communities"))
        elif (meant := home_key(key, character)) is not None:
            self._forget_message()
            return DOING[meant.id](self)
        return None

    def _forget_message(self) -> None:
        self.message = Message()

    def put_cursor(self, cursor: Cursor) -> None:
        """Put the cursor there, if it is there."""
        self._put(settled(self.view._replace(cursor=cursor)))

    def _put(self, view: HomeView) -> None:
        self.view = view
        self._forget_message()
        self.draw()

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        clicked(self, event)

    def on_sample_made(self, event: SampleMade) -> None:
        show_sample(self, event)

    # ── What other screens come back with ───────────────────────────────────────────────────────────────────────

    def choose(self, community: str, session: str = "") -> None:
        """After something was made: the cursor on it."""
        self._shelf.look()
        now = self.clock.now()
        groups = groups_of(self._shelf.communities)
        cursor = Cursor(community, session, "sessions" if session else "communities")
        self.view = settled(self.view._replace(groups=groups, now=now, cursor=cursor))
