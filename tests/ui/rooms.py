"""Room screens to test on: a session in memory, on a clock that the test moves."""

from pathlib import Path

from msgspec.structs import replace

from lcterm.core.community import Community
from lcterm.core.session import Session
from lcterm.store.onlooker import Onlooker
from lcterm.store.paths import Home
from lcterm.ui.room_app import RoomApp
from lcterm.ui.screens.room import RoomScreen
from tests.clock_program import TestClock
from tests.core.builder import Table

SIZES = ((120, 36), (80, 24), (60, 20), (200, 60), (150, 40), (100, 28), (80, 40), (59, 19), (30, 8), (8, 3), (2, 1))
RULES = ("What is said here stays here", "I speak for myself", "One voice at a time")
QUESTION = "When do we tell the tenant that the date has slipped?"


class Held(Onlooker):
    """Looks on at a session that the test holds in memory."""

    def __init__(self, table: Table, rules: tuple[str, ...] = RULES) -> None:
        self.table, self.rules = table, rules
        self.home = Home(Path("no-such-home"))
        self.folders: list[Path] = []
        self.polled = 0

    @property
    def community(self) -> Community:
        return replace(self.table.meeting.community, name="Housing peers", rules=self.rules)

    @property
    def session(self) -> Session:
        return self.table.session

    def poll(self, *, force: bool = False) -> bool:
        self.polled += 1
        return True

    def now(self) -> int:
        return self.table.now


def room_of(table: Table, clock: TestClock, theme: str | None = "dark", rules: tuple[str, ...] = RULES) -> RoomApp:
    """The room screen of the session on this table."""
    return RoomApp(Held(table, rules), clock, {}, theme)


def on_disk(home: Home, community: str, session: str, clock: TestClock) -> RoomApp:
    """The room screen of a stored session."""
    return RoomApp(Onlooker(home, community, session, clock), clock, {}, "dark")


def screen_of(app: RoomApp) -> RoomScreen:
    assert isinstance(app.screen, RoomScreen)
    return app.screen


def room_text(app: RoomApp) -> str:
    """Everything that the room screen shows, as text."""
    screen = screen_of(app)
    shown = [pane for pane in screen.panes.values() if pane.display]
    return "\n".join("".join(span.text for span in line).rstrip() for pane in shown for line in pane.lines)


async def text_at(table: Table, clock: TestClock, size: tuple[int, int] = (120, 36)) -> str:
    app = room_of(table, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return room_text(app)
