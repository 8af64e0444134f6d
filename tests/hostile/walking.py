"""A walk through the screens of a hostile home: each row is exactly as wide as the window, nothing in it steers."""

from collections.abc import Sequence
from typing import Any
from unicodedata import category

from textual.app import App
from textual.pilot import Pilot
from wcwidth import wcwidth

from lcterm.store.onlooker import Onlooker
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.room_app import RoomApp
from lcterm.ui.screens.room import RoomScreen
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hostile.foreign import COMMUNITY, Foreign
from tests.hostile.parsed import CONTROLS

Hostile = tuple[Foreign, TestClock]
Size = tuple[int, int]
SIZES: list[Size] = [(120, 36), (80, 24), (60, 20)]
UNDRAWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
BOARD = (
    *("question_mark", "1", "2", "3", "4", "5", "6", "7", "8", "backslash", "asterisk", "l", "y", "9", "colon", "o"),
    *("exclamation_mark", "c", "full_stop", "h", "m", "j", "e", "d", "enter", "0"),
)
NOTES = ("f2", "f3", "f4", "pageup", "up", "f9", "f8")
HOME = ("p", "m", "a", "o", "l", "7", "0", "s", "i", "question_mark")
COMMUNITY_PAGES = ("a", "c", "f", "n", "r", "t", "d", "h", "s")
BACK = ("right", "home", "down", "end", "f", "question_mark")
ROOM = ("rules", "captures", "plain", "charter", "question")


def drawn_well(app: App[Any], where: object) -> None:
    """Every row of the window is as wide as it is, by the terminal's own table, and in it are only signs."""
    width = app.size.width
    edited = [field.region for field in app.screen.query("Input, TextArea") if field.display]
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        text = strip.text
        assert strip.cell_length == width, (where, y, text)
        assert CONTROLS.search(text) is None, (where, y, text)
        if any(region.y <= y < region.bottom for region in edited):
            continue  # what is being edited stands there as it is
        assert sum(max(wcwidth(char), 0) for char in text) == width, (where, y, text)
        assert not {category(char) for char in text if char != "\u200c"} & UNDRAWN, (where, y, text)


async def walk(pilot: Pilot[Any], keys: Sequence[str], then: Sequence[str]) -> None:
    """Each key, what it opens looked through, and back."""
    drawn_well(pilot.app, "before")
    depth = len(pilot.app.screen_stack)
    for key in keys:
        await pilot.press(key)
        drawn_well(pilot.app, key)
        for step in then if len(pilot.app.screen_stack) > depth else ():
            await pilot.press(step)
            drawn_well(pilot.app, (key, step))
        for _ in range(4):
            await pilot.press("escape")
            if len(pilot.app.screen_stack) <= depth:
                break
        assert len(pilot.app.screen_stack) == depth, (key, pilot.app.screen_stack)


def app_of(hostile: Hostile, opened: Opened | None = None, *, session: bool = True) -> LcTerm:
    made, clock = hostile
    held = (COMMUNITY, made.held) if session else None
    return LcTerm(made.home, clock, {}, held, "dark", opened or Opened())


async def board(hostile: Hostile, size: Size, then: Sequence[str] = ("end",)) -> None:
    """The board and all that it opens, then under the veil."""
    app = app_of(hostile)
    async with app.run_test(size=size) as pilot:
        await walk(pilot, BOARD, then)
        await pilot.press("v")
        drawn_well(app, "v")


async def notes(hostile: Hostile, size: Size, then: Sequence[str] = ()) -> None:
    async with app_of(hostile, Opened(seat="notes")).run_test(size=size) as pilot:
        await walk(pilot, NOTES, then)


async def looking_back(hostile: Hostile, size: Size, then: Sequence[str] = ()) -> None:
    async with app_of(hostile, Opened(replay=True)).run_test(size=size) as pilot:
        await walk(pilot, BACK, then)


async def home(hostile: Hostile, size: Size, then: Sequence[str] = (), pages: Sequence[str] = COMMUNITY_PAGES) -> None:
    """The home screen and all that it opens, with these pages of a community."""
    app = app_of(hostile, session=False)
    async with app.run_test(size=size) as pilot:
        await walk(pilot, HOME, then)
        for page in pages:
            await pilot.press("m", page, *then)
            drawn_well(app, ("m", page))
            while len(app.screen_stack) > 1:
                await pilot.press("escape")


async def room(hostile: Hostile, size: Size) -> None:
    """Everything that the room screen can show."""
    made, clock = hostile
    app = RoomApp(Onlooker(made.home, COMMUNITY, made.held, clock), clock, {}, "dark")
    shell = Shell(clock, made.home.path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        drawn_well(app, "room")
        shown: list[bool] = []
        for show in ROOM:
            shown.append(shell("do", made.held, "room", show).status == 0)
            assert isinstance(app.screen, RoomScreen)
            app.screen.follow()
            await pilot.pause()
            drawn_well(app, show)
        assert shown.count(True) >= 3
