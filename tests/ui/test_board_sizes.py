"""The board at every size, whatever people are called."""

from pathlib import Path

import pytest

from lcterm.core.seating import known
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import TWELVE, board_app, board_of, pane_text, whole_text


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (150, 45), (100, 30), (40, 10), (20, 5), (8, 2)])
async def test_every_size_shows_the_clock_and_survives(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", "a", "space", "c", *"a word", "escape", "v", "v")
        text = whole_text(board)
        assert "35:00"[: size[0]] in text
        for name, pane in board.panes.items():
            if pane.display:
                assert pane.region.right <= size[0], name
                assert pane.region.bottom <= size[1], name


HOSTILE = [
    "[/oops]",
    "[bold]x[/bold]",
    "李明" * 8,
    "👩‍👩‍👧 Ana",
    "ש" * 30,
    "é" * 9,
    "x" * 70,
    "[link=x]",
    "a\u0301" * 20,
]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_no_name_breaks_a_column(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, names=[*HOSTILE, "Ben", "Zoe"])
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3")
        for one in known(board.desk.meeting)[:6]:
            await press(pilot, "h", *one.badge)
        await press(pilot, "space", "h", "c", *"[/oops] is a word", "enter")
        for name, pane in board.panes.items():
            if pane.display:
                strips = [pane.render_line(y) for y in range(pane.size.height)]
                assert {strip.cell_length for strip in strips} == {pane.size.width}, name


async def test_twelve_people_have_room(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    for size in ((120, 36), (80, 24)):
        async with app.run_test(size=size):
            voices = pane_text(board_of(app), "voices")
            assert all(name in voices for name in TWELVE)
        break


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_every_mode_can_be_read_at_every_size(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "m")
        shown = pane_text(board, "line") + pane_text(board, "message")
        for words in ("q queue", "o open", "p presenter", "t pairs", "n none", "s starter", "d turn round"):
            assert words in shown
        assert "l limit" in shown
        assert "c close list" in shown
        await press(pilot, "q", "m")
        assert "r round" in pane_text(board, "line")
        await press(pilot, "t", "m")
        assert "t draw pairs again" in pane_text(board, "line") + pane_text(board, "message")
