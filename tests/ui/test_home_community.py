"""From the home screen everything of a community is a letter away, and can be changed there, without a session."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.community_events import RulesAgreed
from lcterm.store.register import change
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.charter import CharterScreen
from lcterm.ui.screens.community import CommunityScreen
from lcterm.ui.screens.next_time import NextTimeScreen
from lcterm.ui.screens.reading import Reading
from lcterm.ui.screens.rules import RulesScreen
from lcterm.ui.screens.setting_up import SettingUpScreen
from lcterm.ui.screens.since import SinceScreen
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, until, well_drawn
from tests.ui.homes import at_home, bare_app, founded, in_london, only, planned, sample_app, shown

LETTERS = {
    "n": NextTimeScreen,
    "a": SinceScreen,
    "g": Reading,
    "r": RulesScreen,
    "c": CharterScreen,
    "h": Reading,
    "f": Reading,
}
SIZES = [(120, 36), (80, 24), (60, 20), (20, 5)]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


def now_open(app: LcTerm) -> object:
    """The screen that is shown."""
    return app.screen


async def ready(app: LcTerm, pilot: Pilot[None]) -> None:
    """Until a text that is made on a thread is there."""
    await until(pilot, lambda: "Looking through" not in text(app))


async def test_without_a_community_it_says_how_to_make_one(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m")
        assert at_home(app)
        assert "There is no community yet." in shown(app)


async def test_every_letter_opens_its_page_and_esc_leads_back(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m")
        assert isinstance(now_open(app), CommunityScreen)
        for letter, screen in LETTERS.items():
            await press(pilot, letter)
            assert isinstance(now_open(app), screen), letter
            await ready(app, pilot)
            await press(pilot, "escape")
            assert isinstance(now_open(app), CommunityScreen), letter
        await press(pilot, "s")
        assert isinstance(now_open(app), SettingUpScreen)
        await press(pilot, "escape", "escape")
        assert at_home(app)


async def test_rules_are_changed_without_a_session(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "r", "a", *"Be kind", "enter")
        assert only(app).rules == ("Be kind",)
        assert only(app).rules_history[-1].session == ""
        await press(pilot, "k", *"ana", "enter")
        await press(pilot, "a", *"One", "enter", "u")
        assert only(app).rules == ("Be kind",)
        await press(pilot, "u")
        assert "Nothing left to take back here." in text(app, "message")
        await press(pilot, "escape")
        assert "1 rule, kept by Ana" in text(app)


async def test_the_charter_is_settled_without_a_session(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "c", "enter", *"Us", "enter", "p", *"Honey for all", "enter")
        assert only(app).charter["belonging"].answer == "Us"
        assert only(app).charter["belonging"].session == ""
        assert only(app).purpose == "Honey for all"
        assert "Our purpose: Honey for all" in text(app)
        await press(pilot, "u")
        assert only(app).purpose == ""
        assert "show the room" not in text(app, "footer")
        await press(pilot, "s")
        assert "That needs a session" in text(app, "message")
        await press(pilot, "escape")
        assert "1 of 12 settled; next: When and where" in text(app)


async def test_the_next_time_is_agreed_and_what_is_planned_follows(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    community = founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "n", "d", *"15 Dec 18:00", "enter", "p", *"Hall", "enter", "l", *"Swarms", "enter")
        (agreed,) = only(app).coming.agreed
        assert (agreed.place, agreed.subject) == ("Hall", "Swarms")
        assert "Tue 15 Dec 2026, 18:00" in text(app)
        await press(pilot, "escape")
        assert "Tue 15 Dec 2026, 18:00, Hall" in text(app)
        planned(app, community, 3, "Spring")
        await press(pilot, "n")
        assert "Planned already as Spring" in text(app)


async def test_what_is_agreed_stands_on_the_home_screen_until_it_is_planned(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    planned(app, founded(app), -21)
    async with app.run_test(size=(120, 36)) as pilot:
        assert "Not planned yet. p plans it." in shown(app)
        await press(pilot, "m", "n", "d", *"15 Dec 18:00", "enter", "p", *"Hall", "enter", "escape", "escape")
        assert at_home(app)
        assert "Tue 15 Dec 2026, 18:00, Hall" in shown(app)
        assert "Agreed; p plans it." in shown(app)


async def test_open_actions_of_all_sessions_are_offered(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "a")
        await ready(app, pilot)
        assert "Open actions, offered" in text(app)
        assert "i agenda" not in text(app, "footer")
        words = chosen(app).split("  ")[0].strip()
        await press(pilot, "space")
        assert words not in text(app)
        await press(pilot, "u")
        assert words in text(app)
        await press(pilot, "i")
        assert "goes onto the agenda of a session" in text(app, "message")


async def test_a_text_is_handed_on(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "g")
        await ready(app, pilot)
        assert "between two meetings" in text(app)
        await press(pilot, "enter")
        await until(pilot, lambda: bool(text(app, "message").strip()))
        assert list(app.home.path.rglob("*-digest.txt"))


async def test_what_others_write_is_seen(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    community = founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m")
        assert "none yet" in text(app)
        change(app.home, clock, community.id, [RulesAgreed(rules=("Kind", "Brief"))])
        await until(pilot, lambda: "2 rules; nobody keeps them now" in text(app))


async def test_a_session_key_says_why_it_does_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "v")
        assert "v works while a session is open" in text(app, "message")
        await press(pilot, "question_mark")
        assert "On this page" in text(app)
        assert "next speaker" not in text(app)
        await press(pilot, "escape", "down", "enter")
        assert isinstance(now_open(app), SinceScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_fits(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m")
        well_drawn(app)
        for letter in LETTERS:
            await press(pilot, letter)
            await ready(app, pilot)
            for key in ("down", "end", "home", "question_mark"):
                well_drawn(app)
                await press(pilot, key)
            well_drawn(app)
            await press(pilot, "escape", "escape")
        assert isinstance(now_open(app), CommunityScreen)
