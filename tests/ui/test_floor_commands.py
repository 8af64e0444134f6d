"""The floor by name: each command of the palette does what its key does."""

from pathlib import Path

from lcterm.ui.command_list import commands
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.screens.line_modes import NumberMode
from lcterm.ui.screens.pick_mode import PickMode
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of
from tests.ui.floors import LARGE, block, line, point_of, press, said, session_of


def typed(name: str) -> list[str]:
    """The keys that find a command and run it."""
    return ["colon", *("space" if letter == " " else letter for letter in name), "enter"]


async def test_of_the_queue(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", "a", "h", "2", "b", *typed("by kind"))
        assert line(board) == ["Ben", "Amina"]
        await press(pilot, *typed("plain order"))
        assert "in plain order from now on" in said(board)
        await press(pilot, *typed("limit turns"))
        assert isinstance(board.mode, NumberMode)
        await press(pilot, "3", "enter")
        assert session_of(board).turn_limit == 180


async def test_of_rounds_and_pairs(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", *typed("who starts"))
        assert isinstance(board.mode, PickMode)
        await press(pilot, "g")
        before = point_of(board)
        assert board.view.name(before.starter) == "Grace"
        await press(pilot, *typed("turn the round"))
        assert point_of(board).backwards is not before.backwards
        await press(pilot, *typed("draw pairs"))
        assert "pairs, first half" in block(board)
        await press(pilot, "space", *typed("draw pairs"))
        assert point_of(board).swaps == 0


async def test_of_the_seat_and_the_room(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "t", "9", "b", *typed("take the seat"))
        assert session_of(board).facilitator == ""
        await press(pilot, *typed("hide the room"))
        assert point_of(board).clock_hidden
        await press(pilot, *typed("show the room"))
        assert not point_of(board).clock_hidden
        await press(pilot, *typed("room shows: rules"))
        assert session_of(board).room == "rules"
        await press(pilot, *typed("room shows: captures"))
        assert said(board).startswith(" !"), "only where the group sums up"


async def test_of_an_early_end(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *typed("end early"))
        assert "Nothing is running" in said(board)
        assert board.mode is None
        await press(pilot, "t", *typed("end early"))
        assert board.keyboard.standing is not None
        assert board.keyboard.mode is not None, "it asks for the time"


def test_keys_that_were_moved_are_shown_where_they_are() -> None:
    moved = KeyTable([key.moved_to(("f10",)) if key.id == "mode" else key for key in SHIPPED.keys])
    shown = {one.name: one.key for one in commands(moved)}
    assert shown["limit turns"] == "F10 l"
    gone = KeyTable([key.moved_to(()) if key.id == "mode" else key for key in SHIPPED.keys])
    assert {one.name: one.key for one in commands(gone)}["limit turns"] == ""
