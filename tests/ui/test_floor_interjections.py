"""Short questions at the keyboard: they interrupt, and the floor goes back."""

from pathlib import Path

import pytest

from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.floors import LARGE, SIZES, block, later, line, press, said, session_of, speaking

DISCUSSION = ("t", "j", "3")


@pytest.mark.parametrize("back", ["space", "f"])
@pytest.mark.parametrize("size", SIZES)
async def test_in_a_discussion_the_floor_goes_back_and_the_turn_goes_on(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], back: str
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "g", "t", "h", "b")
        later(board, clock, 60)
        await press(pilot, "i", "c")
        assert speaking(board) == "Chidi"
        assert "► Chidi" in block(board)
        assert "then back to Tracy" in block(board)
        assert "Chidi asks; then back to Tracy." in said(board)
        assert pane_text(board, "footer").startswith("space back to Tracy")
        later(board, clock, 30)
        assert pane_text(board, "turn").strip() == "0:30"
        await press(pilot, back)
        assert speaking(board) == "Tracy"
        assert line(board) == ["Ben"]
        assert "then back to" not in block(board)
        assert pane_text(board, "turn").strip() == "1:00"


async def test_a_presentation_is_interrupted_and_goes_on(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "n")
        assert speaking(board) == "Ben"
        await press(pilot, "i", "d")
        assert "then back to Ben" in block(board)
        await press(pilot, "space")
        assert speaking(board) == "Ben"


async def test_a_round_is_interrupted_and_goes_on_where_it_was(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi"])
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "space")
        first = speaking(board)
        other = next(name for name in ("Amina", "Ben", "Chidi") if name != first)
        await press(pilot, "i", other[0].lower())
        assert speaking(board) == other
        assert "2 to come" in block(board), "a question is no turn of the round"
        assert "p pass" not in pane_text(board, "footer")
        await press(pilot, "p")
        assert "give the floor back first" in said(board)
        await press(pilot, "space")
        assert speaking(board) == first
        await press(pilot, "space")
        assert speaking(board) != first


async def test_given_to_a_third_the_floor_does_not_go_back(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "g", "t", "i", "c", "g", "d")
        assert speaking(board) == "Dorota"
        assert "then back to" not in block(board)
        await press(pilot, "f")
        assert speaking(board) == ""


async def test_one_question_at_a_time_and_none_of_the_speaker(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "g", "t", "i", "t")
        assert "!  Tracy has the floor already." in said(board)
        await press(pilot, "i", "c", "i", "d")
        assert "!  A short question is being heard already" in said(board)
        assert speaking(board) == "Chidi"


async def test_the_bar_clicked_gives_the_floor_back_and_undo_takes_the_question_away(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "g", "t", "i", "c", "u")
        assert speaking(board) == "Tracy"
        assert session_of(board).aside is None
        await press(pilot, "i", "c")
        await pilot.click("#block", offset=(6, 13))
        assert speaking(board) == "Tracy"


async def test_under_the_veil_the_room_sees_who_goes_on_after(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "g", "t", "i", "c", "v")
        row = next(row for row in pane_text(board, "voices").splitlines() if "Tracy" in row)
        assert "goes on after" in row
