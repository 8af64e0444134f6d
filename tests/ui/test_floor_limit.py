"""The soft limit of a turn: set in minutes, said to the facilitator alone."""

from pathlib import Path

import pytest

from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text, whole_text
from tests.ui.floors import LARGE, SIZES, later, press, said, session_of

DISCUSSION = ("t", "j", "3")


@pytest.mark.parametrize("size", SIZES)
async def test_a_turn_that_is_too_long_says_so_and_nothing_ends(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "m", "l")
        assert "A turn may take" in pane_text(board, "line")
        await press(pilot, "2", "enter", "g", "t")
        assert session_of(board).turn_limit == 120
        later(board, clock, 120)
        assert pane_text(board, "turn").strip() == "2:00"
        later(board, clock, 65)
        assert pane_text(board, "turn").strip() == "3:05 of 2:00"
        assert "soon-chip" in [span.look for span in board.ticking["turn"]]
        assert "3:05 of 2:00" in pane_text(board, "block")
        assert session_of(board).turn is not None
        await press(pilot, "v")
        assert "of 2:00" not in whole_text(board)
        await press(pilot, "v", "g", "d")
        assert pane_text(board, "turn").strip() == "0:00"


async def test_minutes_from_one_to_sixty_and_nothing_takes_it_away(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "m", "l", "9")
        assert session_of(board).turn_limit == 540
        await press(pilot, "m", "l", "6", "1")
        assert "!  A turn can be limited to 60 minutes at most" in said(board)
        await press(pilot, "m", "l", "6", "0")
        assert session_of(board).turn_limit == 3600
        await press(pilot, "m", "l", "escape", "m", "l", "0", "enter")
        assert session_of(board).turn_limit == 0
        assert "Turns have no limit." in said(board)


async def test_a_presentation_has_no_limit_and_a_question_in_it_none_either(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "n", "m", "l", "1", "enter")
        later(board, clock, 300)
        assert pane_text(board, "turn").strip() == "5:00"


async def test_the_longest_turn_has_room_beside_a_long_name(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=["Bartholomew Featherstonehaugh-Cholmondeley", "Ben"])
    async with app.run_test(size=(60, 20)) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "m", "l", "6", "0", "g", *"barth", "enter")
        later(board, clock, 3700 + 25)
        assert pane_text(board, "turn").strip() == "1:02:05 of 60:00"
        row = next(row for row in pane_text(board, "block").splitlines() if "►" in row)
        assert row.rstrip().endswith("… 1:02:05 of 60:00")
