"""Pairs at the keyboard: who talks with whom, and the signal to swap."""

from pathlib import Path

import pytest

from tests.clock_program import TestClock
from tests.ui.beside import text
from tests.ui.boards import TWELVE, board_app, board_of, pane_text
from tests.ui.floors import LARGE, SIZES, block, later, point_of, press, said


@pytest.mark.parametrize("size", SIZES)
async def test_pairs_are_drawn_swapped_and_drawn_again(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "t")
        assert len(point_of(board).pairs) == 6
        assert all(name in block(board) for name in TWELVE), "everyone finds their partner"
        assert "pairs, first half" in block(board)
        assert pane_text(board, "footer").startswith("space swap")
        assert "Half the time" not in block(board)
        later(board, clock, 150)
        assert "Half the time: space signals the swap." in block(board)
        await press(pilot, "space")
        assert "Swap: now the other one speaks." in said(board)
        assert "pairs, second half" in block(board)
        assert "Half the time" not in block(board)
        await press(pilot, "m", "t")
        assert "6 groups are drawn." in said(board)
        assert point_of(board).swaps == 0


async def test_an_odd_one_makes_a_three_and_a_third_swap_is_counted(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi"])
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "t", "space", "space")
        assert "pairs, after 2 swaps" in block(board)
        assert block(board).count(" + ") == 2


async def test_the_large_people_say_who_talks_with_whom(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "t")
        one, other = point_of(board).pairs[0]
        await press(pilot, "2")
        row = next(row for row in text(app).splitlines() if row.startswith(f"  {board.view.badge(one)} "))
        assert f"with {board.view.name(other)}" in row


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_thirty_people_in_pairs_do_not_break_the_block(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, names=[f"Guest {number}" for number in range(10, 41)])
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "t")
        shown = block(board)
        assert "2 shows all" in shown
        hidden = int(shown.split("and ")[1].split(" more")[0])
        drawn = [" + ".join(map(board.view.short, group)) for group in point_of(board).pairs]
        assert hidden == len(drawn) - sum(group in shown for group in drawn)


async def test_a_click_where_the_bar_would_be_signals_the_swap(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "t")
        await pilot.click("#block", offset=(6, 13))
        assert point_of(board).swaps == 1
        await pilot.click("#block", offset=(6, 16))
        assert point_of(board).swaps == 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_who_is_alone_is_said_and_what_helps(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi", "Dorota", "Elif"])
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "t")
        two, three = point_of(board).pairs
        one, other = (board.view.short(person) for person in two)
        badge = board.view.badge(two[1])
        await press(pilot, "slash", badge, "slash", badge)
        assert f"{one} alone: {other}'s line is down" in block(board)
        assert "m t draws again" in block(board)
        assert f"{one} + {other}" not in block(board)
        await press(pilot, "slash", badge)
        assert f"{one} + {other}" in block(board)
        assert "alone" not in block(board)
        await press(pilot, "x", badge)
        assert f"{one} alone: {other} is away" in block(board)
        await press(pilot, "a", badge, "x", board.view.badge(three[0]))
        assert "alone" not in block(board), "two of a three have each other"
        await press(pilot, "x", board.view.badge(three[1]))
        assert f"{board.view.short(three[2])} alone" in block(board)
        await press(pilot, "x", board.view.badge(three[2]))
        assert "alone" not in block(board), "nobody is left to be alone"
