"""A session once more: from minute to minute, from act to act, at any speed, and in figures."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from lcterm.core.commands import StrikeCapture, WriteCapture
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.line import line_cells
from lcterm.ui.screens.replay import ReplayScreen
from tests.clock_program import TestClock
from tests.ui.beside import press, resize, text, top, write
from tests.ui.boards import board_app, board_of
from tests.ui.homes import shown as whole_screen
from tests.ui.seated import Other, learning


@asynccontextmanager
async def replayed(folder: Path, clock: TestClock, *, end: bool = True) -> AsyncIterator[Pilot[None]]:
    """A short session, looked back at."""
    app = board_app(folder, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "g", "c")
        clock.advance(120)
        await press(pilot, "h", "j", "g", "d")
        clock.advance(120)
        write(app, "l Say it early", "n a word with Jonas")
        if end:
            await press(pilot, "n")
            clock.advance(60)
            await press(pilot, "n")
            clock.advance(2)
            await press(pilot, "n")
        session = board_of(app).desk.meeting.session
        assert board_of(app).desk.session.flush(5)
    again = LcTerm(app.home, clock, {}, (session.community, session.id), opened=Opened(replay=True))
    async with again.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        yield pilot


def shown(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, ReplayScreen)
    return text(pilot.app)


def whole(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, LcTerm)
    return whole_screen(pilot.app)


async def test_at_a_moment_it_shows_what_stood_then(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        await press(pilot, "right")
        assert "14:01:00" in shown(pilot)
        assert "► Chidi" in shown(pilot)
        assert "No hand was up." in shown(pilot)
        await press(pilot, "right", "right")
        assert "► Dorota" in shown(pilot)
        assert "1 Jonas" in shown(pilot)
        assert "Written by then  none" in shown(pilot)
        await press(pilot, "end")
        assert "Say it early" in shown(pilot)
        await press(pilot, "left", "left", "left")
        assert "► Chidi" in shown(pilot) or "► Dorota" in shown(pilot)


async def test_from_act_to_act_and_from_point_to_point(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        moments = set()
        for _ in range(30):
            await press(pilot, "full_stop")
            moments.add(shown(pilot).splitlines()[0][:8])
        assert len(moments) >= 4, moments
        await press(pilot, "home", "n")
        first = shown(pilot).splitlines()[0]
        await press(pilot, "n")
        assert shown(pilot).splitlines()[0] != first


async def test_it_plays_faster_stops_at_the_end_and_begins_again(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        screen = top(pilot.app)
        assert isinstance(screen, ReplayScreen)
        await press(pilot, "plus", "plus", "plus", "plus", "plus", "space")
        assert "60 times as fast" in shown(pilot)
        begins = screen.at
        screen.tick()
        assert screen.at - begins == 60_000
        while screen.playing:
            screen.tick()
        assert "over" in shown(pilot).splitlines()[0]
        await press(pilot, "space")
        assert screen.at == begins
        await press(pilot, "space", "5")
        assert begins < screen.at


async def test_the_figures_of_the_whole(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        await press(pilot, "f", "down", "down")
        screen = shown(pilot)
        assert "Discussion 1" in screen
        assert "Chidi: 1 turn, 2 min of talk" in screen
        await press(pilot, "escape")
        assert "Who spoke when" in shown(pilot)


async def test_nothing_is_written_by_looking_back(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        app = pilot.app
        assert isinstance(app, LcTerm)
        before = {path: path.stat().st_mtime_ns for path in app.home.path.rglob("*")}
        await press(pilot, "space", "right", "n", "f", "end", "u", "h", "c")
        assert {path: path.stat().st_mtime_ns for path in app.home.path.rglob("*")} == before


async def test_a_session_that_has_not_begun_says_so(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        session = board_of(app).desk.meeting.session
        assert board_of(app).desk.session.flush(5)
    again = LcTerm(app.home, clock, {}, (session.community, session.id), opened=Opened(replay=True))
    async with again.run_test() as pilot:
        await press(pilot, "space", "n", "b", "full_stop", "9", "f")
        assert "Points" in shown(pilot)


async def test_no_line_is_wider_than_the_screen(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock, end=False) as pilot:
        for key in ("right", "space", "end", "f"):
            await press(pilot, key)
            for size in ((200, 60), (80, 24), (60, 20), (40, 14), (24, 8), (120, 36)):
                screen = top(pilot.app)
                screen.lay_out(*size)
                lines = screen.panes["body"].lines
                assert lines
                assert all(line_cells(line) <= screen.frame.body.w for line in lines), size


async def test_its_keys_are_told_and_it_says_that_it_is_not_now(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        for size in ((120, 36), (80, 24), (60, 20)):
            await resize(pilot, size)
            assert text(pilot.app, "footer").endswith("? keys")
        await resize(pilot, (80, 24))
        assert "looking back" in text(pilot.app, "header")
        await press(pilot, "question_mark")
        assert "Keys of looking back" in whole(pilot)
        assert "Nothing is changed by looking back." in whole(pilot)
        await press(pilot, "escape")
        assert "14:00" in shown(pilot)


async def test_what_is_written_and_struck_meanwhile_is_followed(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock, end=False) as pilot:
        screen, app = top(pilot.app), pilot.app
        assert isinstance(screen, ReplayScreen)
        assert isinstance(app, LcTerm)
        await press(pilot, "end")
        assert "Say it early" in shown(pilot)
        board = Other(app, "board")
        clock.advance(60)
        first = next(iter(board.desk.meeting.session.captures))
        board.does(WriteCapture(learning("Another")), StrikeCapture(first))
        screen.tick()
        await press(pilot, "end")
        assert "Another" in shown(pilot)
        await press(pilot, "comma")
        assert "Say it early" not in shown(pilot)
        board.leaves()
