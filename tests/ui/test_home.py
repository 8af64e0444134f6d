"""The home screen at the keyboard: what is running first, moving about, and what each key opens."""

from pathlib import Path

import pytest

from lcterm.ui.screens.board import Board
from lcterm.ui.screens.home import HomeScreen
from lcterm.ui.screens.summary import SummaryScreen
from tests.clock_program import TestClock
from tests.ui.homes import at_home, bare_app, founded, home_of, in_london, planned, row_of, sample_app, shown


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


# ── What is running ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_runs_is_first_and_enter_goes_on_with_it(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        bar = row_of(app, "Enter goes on")
        assert "► Housing peers, session 7   running since 14:00, now Discussion 1" in bar
        assert "21:34 left" in bar
        await pilot.press("enter")
        assert isinstance(app.screen, Board)
        assert app.screen.desk.meeting.session.title == "session 7"
        assert app.screen.desk.meeting.session.live
        await pilot.press("q", "q")
        assert at_home(app)


async def test_from_anywhere_the_space_bar_goes_on(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("left", "down")
        assert "space goes on" in shown(app)
        await pilot.press("space")
        assert isinstance(app.screen, Board)
        assert app.screen.desk.meeting.session.live


async def test_only_the_time_left_ticks(tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        home = home_of(app)
        drawn: list[str | None] = []
        monkeypatch.setattr(HomeScreen, "paint_soon", lambda self, pane, changed: drawn.append(pane.id))
        clock.advance(2)
        home.tick()
        assert drawn == ["home-left"]
        assert "21:32 left" in home.left.lines[0][-1].text
        clock.advance(60)
        home.tick()
        assert "home-header" in drawn
        await pilot.pause()


async def test_over_time_and_paused_are_said_in_words(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)):
        clock.advance(23 * 60)
        home_of(app).draw()
        assert "+1:26 over" in shown(app)


# ── Moving about ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_arrows_choose_and_tab_changes_the_column(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("tab", "down")
        assert "Sessions of Night-shift nurses" in shown(app)
        await pilot.press("down", "down", "down")
        assert "Sessions of School leaders, north" in shown(app)
        await pilot.press("up", "right", "end")
        assert home_of(app).view.kept is not None
        assert "Enter look at it" in shown(app)
        await pilot.press("home", "left")
        assert home_of(app).view.cursor.column == "communities"


async def test_enter_on_what_is_planned_opens_its_board(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Board)
        assert app.screen.desk.meeting.session.status == "planned"


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_a_past_session_is_looked_at(tmp_path: Path, clock: TestClock, key: str) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("end", key)
        assert isinstance(app.screen, SummaryScreen)
        assert app.screen.desk.meeting.session.title == "session 1"
        await pilot.press("escape")
        assert at_home(app)


async def test_enter_on_a_community_steps_to_its_sessions_or_plans_the_first(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    bees = founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter")
        assert "Plan a session" in shown(app)
        await pilot.press("escape")
        planned(app, bees, 1)
        home_of(app).look()
        await pilot.press("enter")
        assert home_of(app).view.cursor.column == "sessions"


async def test_capitals_do_the_same(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("N")
        assert "New community" in shown(app)


async def test_keys_that_need_a_community_say_so(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("p", "a", "enter"):
            await pilot.press(key)
            assert "n makes one" in shown(app)
        for key in ("o", "up", "tab", "x", "pagedown"):
            await pilot.press(key)
        await pilot.press("space")
        assert "Nothing is running." in shown(app)


async def test_q_leaves(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0


async def test_the_sheet_of_keys_and_back(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert "Makes a community from a list of names" in shown(app)
        await pilot.press("x")
        assert at_home(app)


# ── The mouse ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_click_on_the_bar_goes_on(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.click("#home-bar", offset=(30, 1))
        assert isinstance(app.screen, Board)


async def test_a_click_chooses_and_another_opens(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.click("#home-communities", offset=(5, 2))
        assert "Sessions of Night-shift nurses" in shown(app)
        await pilot.click("#home-sessions", offset=(5, 2))
        assert at_home(app)
        assert home_of(app).view.cursor.column == "sessions"
        await pilot.click("#home-sessions", offset=(5, 2))
        assert isinstance(app.screen, SummaryScreen)


async def test_a_click_on_a_word_of_the_footer_is_its_key(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.click("#home-footer", offset=(row_of(app, "? keys").index("new community") - 2, 0))
        assert "the group you meet with again" in shown(app)


def test_home_is_the_first_screen(tmp_path: Path, clock: TestClock) -> None:
    assert isinstance(bare_app(tmp_path, clock).get_default_screen(), HomeScreen)
