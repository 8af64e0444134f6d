"""The hour so far in pictures, and in the same words."""

from pathlib import Path

import pytest

from lcterm.ui.line import line_cells
from tests.clock_program import TestClock
from tests.ui.beside import press, text, top
from tests.ui.boards import board_app, board_of


async def test_the_day_and_who_spoke_when(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "g", "c")
        clock.advance(5 * 60)
        await press(pilot, "g", "d")
        clock.advance(2 * 60)
        await press(pilot, "asterisk")
        screen = text(app)
        assert "planned" in screen
        assert "as it is" in screen
        assert "now 14:07" in screen
        chidi, dorota, jonas = (
            next(line for line in screen.splitlines() if f" {name} " in line) for name in ("Chidi", "Dorota", "Jonas")
        )
        assert "━" in chidi
        assert "71 %" in chidi
        assert "29 %" in dorota
        assert "━" not in jonas
        await press(pilot, "down", "down")
        assert "Chidi: 1 turn, 5 min of talk; 71 % where" in text(app), text(app)
        assert "longest silence 2 min, 14:05 to 14:07" in " ".join(text(app).split())
        await press(pilot, "escape")
        assert app.screen is board_of(app)


async def test_under_the_veil_the_day_alone(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "j", "3", "g", "c", "asterisk", "v")
        screen = text(app)
        assert "as it is" in screen
        assert "Chidi" not in screen
        assert "the veil hides it" in screen


async def test_what_another_act_changes_is_drawn_and_nothing_else_is_worked_out(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "j", "3", "g", "c")
        clock.advance(60)
        await press(pilot, "asterisk")
        before = top(app).panes["body"].lines
        top(app).draw()
        assert top(app).panes["body"].lines == before
        await press(pilot, "space", "n")
        clock.advance(60)
        top(app).draw()
        assert top(app).panes["body"].lines != before


async def test_no_line_is_wider_than_the_screen(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=("Amina", "Ben", "Chidi 漢字漢字漢字漢字漢字漢字", "D" * 80))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "asterisk")
        for _ in range(3):
            for size in ((200, 60), (80, 24), (60, 20), (40, 14), (24, 8), (120, 36)):
                screen = top(app)
                screen.lay_out(*size)
                lines = screen.panes["body"].lines
                assert lines
                assert all(line_cells(line) <= screen.frame.body.w for line in lines), size
            await press(pilot, "escape", "t", "j", "3", "g", "c")
            clock.advance(50 * 60)
            await press(pilot, "asterisk")


@pytest.mark.parametrize("width", [58, 78, 98])
async def test_equal_first_names_are_told_apart(tmp_path: Path, clock: TestClock, width: int) -> None:
    names = [f"{name} {last}." for name in ("Amina", "Dorota") for last in "KOT"]
    app = board_app(tmp_path, clock, names=names)
    async with app.run_test(size=(width + 2, 24)) as pilot:
        await press(pilot, "asterisk")
        assert all(name in text(app) for name in names)
