"""The order of speaking at the keyboard: moving hands, kinds, a turn that was not done, the suggestion."""

from pathlib import Path

import pytest

from lcterm.core.commands import RaiseHand
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.floors import LARGE, SIZES, block, later, line, person, press, said, session_of, speaking

DISCUSSION = ("t", "j", "3")


@pytest.mark.parametrize("size", SIZES)
async def test_repeated_arrows_move_a_hand_and_the_next_key_is_played(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "h", "a", "h", "b", "h", "c", "up", "c")
        assert line(board) == ["Amina", "Chidi", "Ben"]
        assert "Chidi is number 2 of 3 in line now." in said(board)
        assert block(board).index("Chidi") < block(board).index("Ben")
        await press(pilot, "up", "up")
        assert line(board) == ["Chidi", "Amina", "Ben"]
        assert "!  Chidi is first in line already." in said(board)
        assert "Chidi in line" in pane_text(board, "line")
        await press(pilot, "down")
        assert line(board) == ["Amina", "Chidi", "Ben"]
        await press(pilot, "space")
        assert speaking(board) == "Amina"
        assert board.mode is None
        await press(pilot, "down", "c", "h", "d")
        assert line(board) == ["Ben", "Chidi", "Dorota"]


async def test_esc_and_enter_leave_the_hand_where_it_is(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "h", "a", "h", "b")
        for key in ("enter", "escape"):
            await press(pilot, "down", "a", key)
            assert board.mode is None
            await press(pilot, "u")
            assert line(board) == ["Amina", "Ben"]
        assert board.keyboard._timer is None


async def test_only_hands_that_are_up_can_be_moved(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "up")
        assert "!  No hand is up, so there is nothing to move." in said(board)
        assert board.mode is None
        await press(pilot, "h", "a", "h", "s", "o", "up", "d")
        assert "!  Dorota has no hand up." in said(board)
        assert line(board) == ["Amina", "Sam O."]
        await press(pilot, "up", "s")
        assert "Enter takes Sam O." in said(board), "Sam K. has no hand up"
        await press(pilot, "enter")
        assert line(board) == ["Sam O.", "Amina"]


@pytest.mark.parametrize("size", SIZES)
async def test_hands_by_kind_and_in_plain_order_again(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "h", "a", "h", "2", "b", "h", "1", "c", "semicolon")
        assert line(board) == ["Chidi", "Ben", "Amina"]
        assert "queue by kind, 3 hands up" in block(board)
        await press(pilot, "h", "2", "d")
        assert line(board) == ["Chidi", "Ben", "Dorota", "Amina"]
        await press(pilot, "semicolon", "h", "1", "f")
        assert line(board)[-1] == "Farida"
        assert "by kind" not in block(board)


@pytest.mark.parametrize("size", SIZES)
async def test_who_had_not_finished_is_first_in_line(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "comma")
        assert "!  Nobody has finished a turn yet." in said(board)
        await press(pilot, "h", "a", "g", "t", "space", "h", "b", "comma")
        assert line(board) == ["Tracy", "Ben"]
        assert "Tracy had not finished: first in line." in said(board)
        await press(pilot, "u")
        assert line(board) == ["Ben"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_suggestion_stands_there_and_only_its_key_takes_it(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "tab")
        assert "!  Nobody is suggested" in said(board)
        await press(pilot, "s", "c", "g", "t", "h", "c", "h", "j", "h", "d")
        assert "Tab take hint" not in pane_text(board, "footer")
        later(board, clock, 16 * 60)
        assert "○ Jonas: not heard, " in block(board)
        assert "Tab" in block(board)
        assert "Tab take hint" in pane_text(board, "footer")
        later(board, clock, 30 * 60)
        assert speaking(board) == "Tracy"
        assert line(board) == ["Chidi", "Jonas", "Dorota"], "never by itself, and the order is not touched"
        await press(pilot, "v", "tab")
        assert "!  Nobody is suggested while the veil is on." in said(board)
        assert speaking(board) == "Tracy"
        await press(pilot, "v", "tab")
        assert speaking(board) == "Jonas"
        assert line(board) == ["Chidi", "Dorota"]


async def test_who_is_next_anyway_or_has_dropped_is_not_suggested(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "s", "c", "g", "t", "h", "j")
        later(board, clock, 16 * 60)
        assert "not heard, " not in block(board)
        await press(pilot, "up", "j", "escape", "h", "c", "up", "c", "escape")
        assert "○ Jonas: not heard, " in block(board)
        await press(pilot, "slash", "j", "slash", "j")
        assert "not heard, " not in block(board)
        assert "line down" in block(board)


async def test_clicks_on_hands_and_on_the_suggestion(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "s", "c", "g", "t", "h", "c", "h", "j", "h", "d")
        later(board, clock, 16 * 60)
        rows = block(board).splitlines()
        suggestion = next(number for number, row in enumerate(rows) if "○ Jonas: not heard" in row)
        await pilot.click("#block", offset=(6, suggestion - 1))
        assert speaking(board) == "Tracy", "a blank row is nobody's"
        await pilot.click("#block", offset=(6, suggestion))
        assert speaking(board) == "Jonas"
        assert session_of(board).hands


async def test_a_click_on_the_names_that_have_no_room_gives_nobody_the_floor(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, *"hahbhchdhf")
        rows = block(board).splitlines()
        more = next(number for number, row in enumerate(rows) if "and 3 more" in row)
        await pilot.click("#block", offset=(6, more))
        assert speaking(board) == ""
        await pilot.click("#block", offset=(6, more - 1))
        assert speaking(board) == "Ben"


async def test_a_hand_that_is_up_keeps_its_kind_unless_another_is_typed(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", "2", "m", "h", "m")
        assert "Marek has a hand up already." in said(board)
        assert [hand.hand for hand in session_of(board).hands] == ["question"]
        board.act(RaiseHand(person(board, "Marek")))
        assert [hand.hand for hand in session_of(board).hands] == ["question"]
        await press(pilot, "h", "4", "m")
        assert "Marek's hand is for a new point now." in said(board)
        assert [hand.hand for hand in session_of(board).hands] == ["point"]
