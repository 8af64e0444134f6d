"""Rounds at the keyboard: who begins, which way it goes, who passes and is asked again, how long each has."""

from pathlib import Path

import pytest

from lcterm.ui.widgets.waiting import waiting_lines
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.floors import LARGE, SIZES, block, later, person, point_of, press, said, session_of, speaking


@pytest.mark.parametrize("size", SIZES)
async def test_the_starter_is_chosen_and_the_round_turned(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "s")
        assert "The round begins with" in pane_text(board, "line")
        await press(pilot, "d")
        assert point_of(board).starter == person(board, "Dorota")
        way = "the other way round" if point_of(board).backwards else "in seat order"
        assert f"Dorota begins the round, {way}." in said(board)
        assert f"from Dorota, {way}" in block(board)
        if point_of(board).backwards:
            await press(pilot, "m", "d")
        await press(pilot, "space")
        assert speaking(board) == "Dorota"
        await press(pilot, "space")
        assert speaking(board) == "Farida"
        await press(pilot, "m", "d", "space")
        assert speaking(board) == "Chidi", "backwards from the starter, past who has spoken"


@pytest.mark.parametrize("size", SIZES)
async def test_who_passes_is_asked_again_at_the_end(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi"])
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m", "s", "a")
        if point_of(board).backwards:
            await press(pilot, "m", "d")
        await press(pilot, "space", "space", "p")
        assert "Ben passes. Chidi has the floor." in said(board)
        assert "b  Ben" in block(board)
        assert "passed before" in block(board)
        assert "1 to come" in block(board)
        await press(pilot, "space")
        assert speaking(board) == "Ben"
        await press(pilot, "p")
        assert "passed: Ben" in block(board)
        await press(pilot, "space")
        on = "; the next point can begin.   n begins it" if size == LARGE else ".   n goes on"
        assert said(board) == f" !  Everyone has had their turn in this round{on}"
        await press(pilot, "s", "b")
        assert "passed" not in block(board), "Ben has spoken since"


@pytest.mark.parametrize("size", [(150, 45), (120, 36), (100, 30), (80, 24), (60, 20)])
async def test_hands_have_their_row_however_many_are_to_come(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    names = ["Amina", "Ben", "Chidi", "Dorota", "Farida", "Grace", "Hana", "Jonas", "Leila", "Marek", "Nora", "Olu"]
    app = board_app(tmp_path, clock, names=[*names, "Petra", "Tracy"])
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "h", "d", "h", "f")
        assert "hands up: Dorota, Farida" in block(board), "before it has begun"
        await press(pilot, "space", "p", "p", "p")
        assert "hands up: Dorota, Farida" in block(board)
        for badge in "acghjlmnopt":
            await press(pilot, "h", badge)
        assert "hands up: Dorota, Farida" in block(board)
        assert " more" in block(board) or "Tracy" in block(board).splitlines()[-1]
        assert "…" not in block(board).splitlines()[-1]


@pytest.mark.parametrize("height", [1, 2, 3, 4])
async def test_in_the_smallest_pane_hands_come_before_passes(tmp_path: Path, clock: TestClock, height: int) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi", "Dora"])
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "space", "p", "p", "p", "p", "p", "h", "a")
        shown = ["".join(span.text for span in row) for row in waiting_lines(board.view, 40, height)]
        assert len(shown) <= height
        assert any(row.startswith("hands up: Amina") for row in shown)


@pytest.mark.parametrize("size", SIZES)
async def test_the_seconds_for_each_shrink_with_the_time(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        assert "round, 12 to come, 25 s each" in block(board)
        await press(pilot, "space")
        assert "round, 11 to come, 25 s each" in block(board), "who speaks is one of those it is shared among"
        later(board, clock, 60)
        assert "round, 11 to come, 20 s each" in block(board)
        later(board, clock, 600)
        assert "round, 11 to come, 0 s each" in block(board), "never below nothing"
        await press(pilot, "m", "q", "m", "r", "+", "+", "+", "+", ">", ">", ">", ">")
        assert "round, 12 to come, 2:00 each" in block(board) or "each" in block(board)


async def test_long_turns_are_told_in_minutes(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben"])
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t")
        assert "round, 2 to come, 2:30 each" in block(board)


async def test_what_belongs_to_a_round_is_only_offered_in_one(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "m")
        assert "Nothing is running" in said(board)
        assert board.mode is None
        await press(pilot, "t")
        assert "p pass" in pane_text(board, "footer")
        await press(pilot, "m", "q")
        assert "p pass" not in pane_text(board, "footer")
        await press(pilot, "m", "s")
        assert "s is none of these." in said(board)
        await press(pilot, "escape", ":", *"turn the", "enter")
        assert "Who begins is a matter of a round" in said(board)


async def test_the_large_people_say_how_the_round_goes(tmp_path: Path, clock: TestClock) -> None:
    from tests.ui.beside import text

    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "t", "m", "s", "g", "2")
        shown = text(app)
        assert "The round goes from Grace" in shown
        assert "begins round" in next(row for row in shown.splitlines() if " Grace " in row)
        await press(pilot, "m")
        assert "m is a key of the board: mode." in text(app, "message")


async def test_a_dropped_line_is_left_out_until_it_is_back(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi"])
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "/", "b", "/", "b")
        assert session_of(board).voices[person(board, "Ben")].place == "dropped"
        assert "round, 2 to come" in block(board)
        await press(pilot, "/", "b")
        assert "round, 3 to come" in block(board)
