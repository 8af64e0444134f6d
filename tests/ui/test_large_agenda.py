"""The agenda, large, key by key."""

from pathlib import Path

import pytest

from lcterm.core.commands import ExtendPoint
from lcterm.store.desk import Desk
from lcterm.ui.news import SavingChanged
from lcterm.ui.screens.board import Board
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, until
from tests.ui.boards import board_app, board_of, pane_text


async def test_every_point_with_what_was_planned_and_what_it_took(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        clock.advance(7 * 60 + 5)
        await press(pilot, "n")
        clock.advance(60)
        await press(pilot, "1")
        rows = text(app).splitlines()
        assert rows[0].startswith("Agenda ─")
        assert rows[0].split()[-5:] == ["who", "mode", "starts", "planned", "actual"]
        assert rows[1].split() == ["✓", "1", "Introductions", "round", "14:00", "5", "7:05"]
        assert rows[2].split() == ["►", "2", "Presentation", "1", "Ben", "presenter", "14:07", "30", "1:00"]
        assert rows[3].split() == ["3", "Discussion", "1", "queue", "14:37", "35"]
        assert rows[5].split() == ["5", "Close", "none", "15:22"]


async def test_it_ticks_while_it_is_open_and_so_does_the_board_below(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1")
        clock.advance(12)
        await until(pilot, lambda: chosen(app).endswith("0:12"))
        await until(pilot, lambda: "4:48" in pane_text(board_of(app), "exact"))


async def test_the_cursor_looks_ahead_and_enter_goes_there(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1", "down", "down")
        assert "3 Discussion 1" in chosen(app)
        assert "When do we tell the tenant?" in text(app)
        assert board_of(app).view.session.running == "p1"
        await press(pilot, "enter")
        assert board_of(app).desk.meeting.session.running == "p3"
        assert "now Discussion 1.   u takes it back" in text(app, "message")
        await press(pilot, "u")
        assert board_of(app).desk.meeting.session.running == "p1"
        await press(pilot, "r", "escape")
        assert isinstance(app.screen, Board)
        assert app.screen.view.session.running == "p3"
        assert "Done again" in pane_text(app.screen, "message")


async def test_before_the_start_enter_starts(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "1")
        assert "Introductions" in chosen(app)
        assert "Enter start" in text(app, "footer")
        await press(pilot, "down", "enter")
        assert board_of(app).desk.meeting.session.running == "p1"
        assert "The session has begun with Introductions." in text(app, "message")


async def test_k_leaves_a_point_out_and_the_cursor_goes_with_the_running_one(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1", "down", "down", "down", "k")
        assert chosen(app).startswith("–  4 Break")
        await press(pilot, "home", "k")
        assert board_of(app).desk.meeting.session.running == "p2"
        assert "Presentation 1" in chosen(app)
        await press(pilot, "n")
        assert "Discussion 1" in chosen(app)
        await press(pilot, "ctrl+n")
        assert "Discussion 1" in chosen(app), "a second next within a second is a slip"


async def test_minutes_for_the_chosen_point(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1", "plus", "greater_than_sign")
        assert "5 +6" in chosen(app)
        await press(pilot, "less_than_sign", "minus", "minus")
        assert "5 −1" in chosen(app)
        assert "1 minute less for Introductions." in text(app, "message")
        await press(pilot, "down", "down", "greater_than_sign")
        assert "35 +5" in chosen(app)
        assert "5 minutes more for Discussion 1." in text(app, "message")
        await press(pilot, "u")
        assert "+5" not in chosen(app)


async def test_keys_of_the_board_say_that_they_are(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1", "g")
        assert "g is a key of the board: give floor.   Esc goes there" in text(app, "message")
        assert not board_of(app).desk.meeting.session.hands


async def test_other_large_screens_are_one_key_away_and_the_same_key_closes(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "1", "2")
        assert text(app).startswith("People")
        await press(pilot, "3")
        assert text(app).startswith("Captures")
        assert len(app.screen_stack) == 2
        await press(pilot, "3")
        assert isinstance(app.screen, Board)


async def test_the_mouse_chooses_then_goes_there(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1")
        await pilot.click(offset=(10, 5))
        await pilot.pause()
        assert "Discussion 1" in chosen(app)
        assert board_of(app).desk.meeting.session.running == "p1"
        await pilot.click(offset=(10, 5))
        await pilot.pause()
        assert board_of(app).desk.meeting.session.running == "p3"
        await pilot.click(offset=(3, 35))
        await pilot.pause()
        assert isinstance(app.screen, Board)


@pytest.mark.parametrize("veiled", [False, True])
async def test_under_the_veil_the_prompts_are_gone_and_the_question_stays(
    tmp_path: Path, clock: TestClock, veiled: bool
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1", "down", "down", *(["v"] if veiled else []))
        assert "When do we tell the tenant?" in text(app)
        assert ("Hold the pause after it." in text(app)) is not veiled
        assert ("The veil is on" in text(app, "message")) is veiled
        assert board_of(app).veiled is veiled


async def test_what_waits_for_the_disk_is_said_here_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "1")
        board_of(app).post_message(SavingChanged("the disk is full", 3))
        await until(pilot, lambda: "Not saved yet: the disk is full. 3 changes wait" in text(app, "header"))


async def test_what_others_write_is_seen_here(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1")
        mine = board_of(app).desk
        assert mine.session.flush(3)
        other = Desk(mine.home, mine.meeting.community.id, mine.meeting.session.id, clock)
        other.act(ExtendPoint(5))
        other.settle()
        await until(pilot, lambda: "5 +5" in text(app))
