"""A capture line that was left unfinished: seen on the board, gone on with, emptied."""

from pathlib import Path

import pytest

from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of, pane_text, whole_text

LINE = "a Ask the council about repairs >nobody-here"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_what_waits_is_said_and_what_was_said_before_is_not(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "c", *"a Call", "enter")
        assert "Written down" in pane_text(board_of(app), "message")
        await press(pilot, "c", *LINE, "enter", "escape")
        board = board_of(app)
        assert "Written down" not in whole_text(board)
        assert "a line is waiting: c goes on, ctrl+u empties it" in pane_text(board, "line")
        await press(pilot, "c")
        line = board.query_one(CaptureInput)
        await pilot.pause()
        assert (line.value, line.cursor_position) == (LINE, len(LINE))
        shown = line.render_line(0).text.rstrip()
        assert len(LINE) < line.size.width
        assert shown == LINE


async def test_what_waits_is_emptied(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"l Half", "escape", "ctrl+u")
        board = board_of(app)
        assert board.writing.unfinished == ""
        assert "waiting" not in pane_text(board, "line")
        assert "empty now" in pane_text(board, "message")
        await press(pilot, "c")
        assert board.query_one(CaptureInput).value == ""
