"""A session once more: from minute to minute, from act to act, at any speed, and in figures."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.line import line_cells
from lcterm.ui.screens.replay import ReplayScreen
from tests.clock_program import TestClock
from tests.ui.beside import press, resize, text, top, write
from tests.ui.boards import board_app, board_of


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
    again = LcTerm(app.home, clock, {}, (session.community, session.id), opened=Opened(replay=True))
    async with again.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        yield pilot


def shown(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, ReplayScreen)
    return text(pilot.app)


async def test_at_a_moment_it_shows_what_stood_then(tmp_path: Path, clock: TestClock) -> None:
    async with replayed(tmp_path, clock) as pilot:
        await press(pilot, "right")
        assert "14:01:00" in shown(pilot)
        assert "► Chidi" in shown(pilot)
        assert "No hand was up." in shown(pilot)
        await press(pilot, "right", "right")
        assert "► Dorota" in shown(pilot)
        assert "1 Jonas point" in shown(pilot)
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
    again = LcTerm(app.home, clock, {}, (session.community, session.id), opened=Opened(replay=True))
    async with again.run_test() as pilot:
        await press(pilot, "space", "n", "b", "full_stop", "9", "f")
        assert "Points" in shown(pilot)


@pytest.mark.parametrize("size", [(200, 60), (120, 36), (80, 24), (60, 20), (40, 14), (24, 8)])
async def test_no_line_is_wider_than_the_screen(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    async with replayed(tmp_path, clock, end=False) as pilot:
        await resize(pilot, size)
        for key in ("right", "space", "end", "f"):
            await press(pilot, key)
            body = top(pilot.app).panes["body"]
            assert all(line_cells(line) <= body.size.width for line in body.lines)
