"""Pause with care: the card, the clocks, the contacts."""

from pathlib import Path

import pytest

from lcterm.core.commands import ResumeClock
from lcterm.core.community_events import ContactsGiven
from lcterm.ui.app import LcTerm
from lcterm.ui.keys import BY_ID
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.care import CareCard
from lcterm.ui.screens.contacts import Contacts
from tests.clock_program import TestClock
from tests.ui.beside import press, text, well_drawn
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.homes import at_home, bare_app, fill, founded, home_of, only

SECOND = BY_ID["care"].keys[1]
"""The key that works while a line is being written."""


def status(app: LcTerm) -> tuple[str, bool]:
    session = board_of(app).desk.meeting.session
    return session.status, session.care


@pytest.mark.parametrize("key", BY_ID["care"].keys)
@pytest.mark.parametrize("on", [*BY_ID["care"].keys, *BY_ID["clock"].keys, "enter"])
async def test_one_key_stops_and_one_key_goes_on(tmp_path: Path, clock: TestClock, key: str, on: str) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", key)
        assert isinstance(app.screen, CareCard)
        assert status(app) == ("paused", True)
        assert text(app).startswith("Care  all clocks stand still")
        clock.advance(600)
        await press(pilot, on)
        assert isinstance(app.screen, Board)
        assert status(app) == ("running", False)
        session = board_of(app).desk.meeting.session
        assert session.point is not None
        assert session.elapsed(session.point, board_of(app).desk.now()) < 60_000


async def test_esc_goes_to_the_board_with_the_clocks_still_standing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "0", "escape")
        assert isinstance(app.screen, Board)
        assert status(app) == ("paused", True)
        said = "Paused with care; the room sees a calm page.   t goes on   0 the card"
        assert said in pane_text(app.screen, "message")
        await press(pilot, "0")
        assert isinstance(app.screen, CareCard), "the card opens again"
        assert status(app) == ("paused", True)
        await press(pilot, "0")
        assert status(app) == ("running", False)


async def test_a_clock_that_was_paused_before_is_paused_with_care(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "t")
        assert status(app) == ("paused", False)
        await press(pilot, "0")
        assert status(app) == ("paused", True)


async def test_before_the_start_and_afterwards_there_is_nothing_to_pause(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=[("Talk", 5, "open")])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "0")
        assert "no clock is running" in text(app)
        assert status(app) == ("planned", False)
        await press(pilot, "enter")
        assert isinstance(app.screen, Board)
        assert status(app) == ("planned", False)
        await press(pilot, "t")
        clock.advance(60)
        await press(pilot, "n", "0")
        assert status(app) == ("closed", False)
        await press(pilot, "0")
        assert status(app) == ("closed", False)


async def test_another_seat_going_on_is_seen_and_not_undone(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "0")
        board_of(app).desk.act(ResumeClock())
        await press(pilot, "v", "v")
        assert "the clocks run" in text(app)
        await press(pilot, "0")
        assert status(app) == ("running", False)


async def test_the_card_says_what_to_say_whom_to_call_and_what_cannot_be_promised(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        board_of(app).desk.record_of_community(ContactsGiven(contacts=("Duty desk, ext. 40", "[/oops] 漢字")))
        await press(pilot, "v", "0")
        shown = text(app)
        for words in ("Say now", "Let us stop here", "You can promise", "You cannot promise", "duty of care"):
            assert words in shown
        assert "· Duty desk, ext. 40" in shown, "the contacts are for everyone, so under the veil too"
        assert "· [/oops] 漢字" in shown
        for name in ("Amina", "Ben"):
            assert name not in shown


async def test_contacts_are_entered_on_the_card(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "0", "e")
        assert isinstance(app.screen, Contacts)
        await fill(pilot, "contacts", "Duty desk, ext. 40\n\n  Helpline: 116 123 \n" + "x" * 161)
        await press(pilot, "ctrl+g")
        assert isinstance(app.screen, Contacts), "what is too long is refused and stays"
        await press(pilot, "escape", "e")
        await fill(pilot, "contacts", "Duty desk, ext. 40\n\n  Helpline: 116 123 \n")
        await press(pilot, "ctrl+g")
        assert isinstance(app.screen, CareCard)
        assert board_of(app).desk.meeting.community.contacts == ("Duty desk, ext. 40", "Helpline: 116 123")
        assert "· Helpline: 116 123" in text(app)
        assert status(app) == ("paused", True)


async def test_care_from_a_line_being_written_keeps_the_line(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"l so", SECOND)
        assert isinstance(app.screen, CareCard)
        await press(pilot, "enter", *"on", "enter")
        captures = list(board_of(app).desk.meeting.session.captures.values())
        assert [capture.words.text for capture in captures] == ["soon"]


@pytest.mark.parametrize("size", [(150, 40), (120, 36), (100, 30), (80, 24), (60, 20), (20, 5), (3, 2)])
async def test_every_row_fits_and_all_can_be_read(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t")
        board_of(app).desk.record_of_community(ContactsGiven(contacts=("漢" * 70, "👩‍👩‍👧‍👦 [red]", "x" * 160)))
        await press(pilot, "0")
        well_drawn(app)
        await press(pilot, "end")
        well_drawn(app)
        if size[0] >= 60:
            assert "first.”" in text(app), "its last words"
            assert "go on" in text(app, "footer")


async def test_at_home_contacts_are_entered_too(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "0")
        assert isinstance(app.screen, Contacts)
        await fill(pilot, "contacts", "Duty desk\n")
        await press(pilot, "ctrl+g")
        assert at_home(app)
        assert only(app).contacts == ("Duty desk",)
        assert "The contacts are kept" in home_of(app).message.text
        await press(pilot, "0")
        assert app.screen.query_one("#contacts").text == "Duty desk"  # type: ignore[attr-defined]


async def test_at_home_without_a_community_there_is_nobody_to_enter_them_for(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "0")
        assert at_home(app)
        assert "There is no community yet." in home_of(app).message.text
