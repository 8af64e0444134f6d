"""The block of the running point: the exact time beside the large figures."""

from pathlib import Path

import pytest

from lcterm.core.commands import JumpToPoint, StartSession
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text

SIZES = ((120, 36), (80, 24), (60, 20))


@pytest.mark.parametrize("size", SIZES)
async def test_a_point_without_length_says_so_in_full(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        assert board.act(StartSession())
        assert board.act(JumpToPoint(5))
        await pilot.pause()
        assert pane_text(board, "exact").strip() == "0:00, not timed"
