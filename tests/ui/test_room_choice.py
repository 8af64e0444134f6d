"""The key that chooses what the room screen shows."""

from pathlib import Path

from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text


async def test_a_letter_chooses_what_the_room_sees(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await pilot.press("t", "8")
        line = pane_text(board, "line")
        choices = "q question  r rules  c captures  p nothing more  s settled  h hide the clock"
        assert choices in line
        await pilot.press("r")
        assert board.view.session.room == "rules"
        await pilot.press("8", "p")
        assert board.view.session.room == "plain"
        await pilot.press("8", "q")
        assert board.view.session.room == "question"


async def test_the_clock_is_hidden_and_shown_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        board = board_of(app)
        await pilot.press("t", "8", "h")
        assert board.view.session.point is not None
        assert board.view.session.point.clock_hidden
        await pilot.press("8")
        assert "show the clock" in pane_text(board, "line") + pane_text(board, "message")
        await pilot.press("h")
        assert not board.view.session.point.clock_hidden


async def test_captures_are_refused_where_the_group_does_not_sum_up(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await pilot.press("t", "8", "c")
        assert board.view.session.room == "question"
        assert "Introductions is no such point" in pane_text(board, "message")


async def test_before_the_start_and_after_the_end_it_is_refused_kindly(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await pilot.press("8")
        assert "says welcome until the session starts" in pane_text(board, "message")
        assert board.mode is None
        await pilot.press("t", "j", "5", "enter")
        clock.advance(2)
        await pilot.press("n", "8")
        assert "says goodbye" in pane_text(board, "message")
        assert board.mode is None
