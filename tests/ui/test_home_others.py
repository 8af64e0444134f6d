"""The home screen and the world round it: other runs of the program, time, small terminals, the demo."""

from pathlib import Path

import pytest

from lcterm.core.commands import EndSession, StartSession
from lcterm.store.shelf import communities
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.home import LOOK_EVERY_SECONDS
from tests.clock_program import TestClock
from tests.ui.beside import resize
from tests.ui.homes import acted, bare_app, founded, home_of, in_london, planned, row_of, sample_app, shown


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


async def test_what_others_write_is_seen(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        assert "No community yet." in shown(app)
        bees = founded(app)
        session = planned(app, bees)
        home_of(app).look()
        await pilot.pause()
        assert "today, 15:07" in shown(app)
        acted(app, bees.id, session, StartSession())
        home_of(app).look()
        await pilot.pause()
        assert "► Bees, session 1   running since 15:07, now Talk" in shown(app)


async def test_it_looks_by_itself_but_not_behind_another_screen(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        home = home_of(app)
        timers = {timer._interval: timer for timer in home._clockwork}
        assert set(timers) == {1, LOOK_EVERY_SECONDS}
        assert all(timer._active.is_set() for timer in timers.values())
        await pilot.press("n")
        assert not any(timer._active.is_set() for timer in timers.values())
        founded(app)
        await pilot.press("escape")
        assert all(timer._active.is_set() for timer in timers.values())
        assert "Bees" in shown(app)


async def test_coming_back_from_a_board_shows_what_became_of_it(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    bees = founded(app)
    session = planned(app, bees)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        acted(app, bees.id, session, StartSession())
        clock.advance(60)
        acted(app, bees.id, session, EndSession())
        await pilot.press("q", "q")
        assert "2 here" in row_of(app, "✓ 1")
        assert "Nothing is running." in shown(app)


async def test_the_cursor_stays_on_its_session_when_the_list_grows(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "down")
        before = home_of(app).view.cursor
        community = next(one for one in communities(app.home) if one.id == before.community)
        planned(app, community, 60)
        home_of(app).look()
        assert home_of(app).view.cursor == before


async def test_a_broken_file_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    bees = founded(app)
    (app.home.community_log(bees.id) / "aaaaaaaaaa.0001.json").write_text("{")
    async with app.run_test(size=(120, 36)):
        assert "!  aaaaaaaaaa.0001.json is not read" in shown(app)
        assert "Bees" in shown(app)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (59, 20), (60, 19)])
async def test_a_small_terminal_shows_what_matters(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        if size[0] >= 20:
            assert "21:34 left" in shown(app)
            assert "Housing peers" in shown(app)
        for key in ("tab", "down", "n", "escape", "p", "escape", "a", "escape", "i", "escape", "question_mark", "x"):
            await pilot.press(key)
        await resize(pilot, (120, 36))
        assert "Sessions of Night-shift nurses" in shown(app)


async def test_the_demo_opens_in_a_home_of_its_own(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    own = app.home
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Board)
        assert app.screen.desk.meeting.session.live
        assert app.screen.desk.home != own == app.home
        await pilot.press("q", "q")
        assert "nothing of yours was touched" in shown(app)
    assert not own.path.exists()


async def test_a_demo_that_cannot_be_made_is_told(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "cache").write_text("a file, not a folder")
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("d")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "demo" in row_of(app, "!  ")


async def test_a_session_that_nobody_closed_says_since_when(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    bees = founded(app)
    acted(app, bees.id, planned(app, bees), StartSession())
    clock.advance(86_400)
    async with app.run_test(size=(120, 36)):
        assert "running since Tue 24 Nov, 15:07, now Talk" in shown(app)
        assert "+23:30:00 over" in shown(app)


async def test_more_than_one_running(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    for name in ("Ants", "Bees", "Cats"):
        community = founded(app, name)
        acted(app, community.id, planned(app, community), StartSession())
        clock.advance(1)
    async with app.run_test(size=(120, 36)):
        assert "► Cats, session 1   running since 15:07, now Talk; 2 others running" in shown(app)
