"""The landing plan on the board, key by key."""

from pathlib import Path

import pytest

from lcterm.core.commands import EndSession, FixPoint
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.landings import ORDINARY, chosen_row, go_to_discussion, lengths, plan_text, state


async def test_the_plan_stands_where_the_agenda_stands_and_nothing_else_moves(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        board.draw()
        before = {name: (pane.region, pane.lines) for name, pane in board.panes.items()}
        await press(pilot, "l")
        rows = plan_text(board).splitlines()
        assert rows[0] == "Landing plan ──────────── minutes"
        assert rows[1] == "✓  1 Introductions              7"
        assert rows[5] == "►  5 Discussion 1         35 → 34"
        assert rows[6] == "   6 Capture, report 1          5"
        assert rows[7] == "=  7 Break                kept 10"
        assert rows[8] == "   8 Presentation 2       30 → 29"
        assert rows[9] == "   9 Discussion 2         35 → 33"
        assert rows[13:] == ["  13 Close", "", "Four minutes, shared out by", "length. The break is kept."]
        assert "ends 15:24" not in pane_text(board, "header")
        header = pane_text(board, "header")
        assert "ends 17:04 → 17:00  planned 17:00" in header
        assert header.endswith("on time")
        assert pane_text(board, "message").strip() == "A look ahead; nothing is changed yet."
        assert pane_text(board, "footer").startswith("Enter take it   Esc leave all as it was   ↑ ↓ choose   k keep it")
        after = {name: (pane.region, pane.lines) for name, pane in board.panes.items()}
        still = before.keys() - {"header", "message", "footer"}
        assert {name: after[name] for name in still} == {name: before[name] for name in still}


async def test_escape_leaves_all_as_it_was(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        before = state(board)
        await press(pilot, "l", "down", "plus", "k", "escape")
        assert state(board) == before
        assert board.keyboard.standing is None
        assert "ends 17:04  planned" in pane_text(board, "header")
        assert not board.query("#landing")
        await press(pilot, "l", "l")
        assert board.keyboard.standing is None, "the same key leaves it"


async def test_enter_takes_it_as_one_act(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        before = lengths(board)
        await press(pilot, "l", "enter")
        assert lengths(board) == [5, 5, 10, 30, 34, 5, 10, 29, 33, 5, 5, 5, 0]
        assert board.view.table.expected_end == state(board).planned_end
        assert board.keyboard.standing is None
        assert pane_text(board, "message").startswith(" ✓")
        await press(pilot, "u")
        assert lengths(board) == before
        await press(pilot, "r", "l", "enter")
        assert "there is nothing to share out" in pane_text(board, "message")


async def test_what_is_kept_lets_give_and_a_minute_by_hand(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l", "down", "down")
        assert chosen_row(board) == "=  7 Break                kept 10"
        assert "k let it give" in pane_text(board, "footer")
        await press(pilot, "k")
        assert chosen_row(board).startswith("   7 Break")
        assert "is kept" not in plan_text(board)
        await press(pilot, "down", "k")
        assert chosen_row(board) == "=  8 Presentation 2       kept 30"
        await press(pilot, "minus", "minus")
        assert chosen_row(board) == "=  8 Presentation 2       30 → 28"
        await press(pilot, "greater_than_sign")
        assert chosen_row(board) == "=  8 Presentation 2       30 → 33"
        await press(pilot, "k")
        assert chosen_row(board) == "   8 Presentation 2       30 → 29"
        await press(pilot, "up", "up", *["minus"] * 5)
        assert chosen_row(board) == "=  6 Capture, report 1      5 → 1"
        assert "A minute from now is the least." in pane_text(board, "message")
        await press(pilot, "enter")
        assert lengths(board)[5] == 1
        assert board.view.table.expected_end == state(board).planned_end


async def test_the_floor_goes_on_and_the_plan_follows(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l", "h", "j", "space")
        assert state(board).turn is not None
        assert "Jonas" in pane_text(board, "message")
        assert "35 → 34" in plan_text(board)
        clock.advance(10 * 60)
        await press(pilot, "n")
        assert "►  6 Capture, report 1" in plan_text(board)
        assert "ends 16:52 → 17:00" in pane_text(board, "header")
        assert "more, shared out by" in plan_text(board)
        await press(pilot, "c", "a", "x", "enter")
        assert len(state(board).captures) == 1
        assert "Landing plan" in plan_text(board)
        await press(pilot, "enter")
        assert board.view.table.expected_end == state(board).planned_end


async def test_a_tick_does_not_make_it_wrong(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l")
        for _ in range(30):
            clock.advance(7)
            board.tick()
            await pilot.pause()
        await press(pilot, "enter")
        assert board.view.table.expected_end == state(board).planned_end


@pytest.mark.parametrize(("typed", "end"), [("1645", "16:45"), ("16:45", "16:45"), ("98", "16:45")])
async def test_end_early_at_a_time_or_in_so_many_minutes(
    tmp_path: Path, clock: TestClock, typed: str, end: str
) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        keys = [{":": "colon"}.get(sign, sign) for sign in typed]
        await press(pilot, "l", "e", *keys)
        assert f"at {end}, in 97 min" in pane_text(board, "message")
        await press(pilot, "enter")
        assert f"ends 17:04 → {end}" in pane_text(board, "header")
        assert "Nineteen" not in plan_text(board)
        assert "19 minutes, shared out by" in plan_text(board)
        await press(pilot, "e", "enter")
        assert "ends 17:04 → 17:00" in pane_text(board, "header")
        await press(pilot, "e", *keys, "enter", "enter")
        assert f"ends {end}" in pane_text(board, "header")


async def test_a_time_that_is_over_is_refused_and_stays_to_be_mended(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l", "e", "1", "3", "0", "0", "enter")
        assert "! " in pane_text(board, "message")
        assert "1300 is no time within twelve hours" in pane_text(board, "message")
        assert "1300_" in pane_text(board, "line")
        await press(pilot, "escape")
        assert "Landing plan" in plan_text(board)


async def test_too_little_time_is_said_in_words(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l", "e", "1", "5", "enter")
        assert "Even at a minute each it ends 2 min late." in pane_text(board, "message")
        assert "Even at a minute each it ends 2" in plan_text(board)


async def test_a_point_fixed_to_the_clock_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        assert board.act(FixPoint(7, "15:30"))
        await press(pilot, "l")
        assert "=  7 Break                kept 10" in plan_text(board)
        assert "=  7 Break" in pane_text(board, "agenda")
        await press(pilot, "down", "down", "k", "e", "2", "0", "enter")
        assert "Break waits for 15:30; free it in the agenda." in pane_text(board, "message")


async def test_before_the_start_there_is_nothing_to_land(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "l")
        board = board_of(app)
        assert "Nothing is running, so there is nothing to land." in pane_text(board, "message")
        assert board.keyboard.standing is None


async def test_with_the_session_the_plan_is_over(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=[("Talk", 30, "open"), ("Close", 0, "none")])
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "l", "n")
        clock.advance(60)
        await press(pilot, "n")
        board = board_of(app)
        assert state(board).status == "closed"
        assert board.keyboard.standing is None
        assert not board.query("#landing")


async def test_a_session_that_another_seat_closed_meanwhile_has_nothing_to_land(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "l")
        board.desk.act(EndSession())
        await press(pilot, "enter")
        assert "Nothing is running any more, so there is nothing to land." in pane_text(board, "message")
        assert board.mode is None


@pytest.mark.parametrize(
    ("held", "header", "words"), [(7 * 60 + 40, "2 min behind", "Two minutes"), (330, "on time", "Seconds only")]
)
async def test_the_words_and_the_header_count_alike(
    tmp_path: Path, clock: TestClock, held: int, header: str, words: str
) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        clock.advance(held)
        await press(pilot, "n")
        board = board_of(app)
        assert header in pane_text(board, "header")
        await press(pilot, "l")
        assert f"{words}, shared out by" in plan_text(board)
