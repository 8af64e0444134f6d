"""The landing plan at every size: where it stands, what it says, what a click does."""

from pathlib import Path

import pytest

from lcterm.ui.screens.landing import LandingPlan
from tests.clock_program import TestClock
from tests.ui.beside import press, resize, text
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.landings import ORDINARY, chosen_row, go_to_discussion, plan_text, state

SIZES = [(150, 40), (120, 36), (120, 30), (100, 30), (80, 24), (60, 20)]


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("veiled", [False, True])
async def test_it_fits_at_every_size(tmp_path: Path, clock: TestClock, size: tuple[int, int], veiled: bool) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=size) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l", *(["v"] if veiled else []))
        shown = plan_text(board)
        for part in ("Landing plan", "35 → 34", "kept 10", "30 → 29", "35 → 33", "13 Close"):
            assert part in shown
        standing = board.keyboard.standing
        assert isinstance(standing, LandingPlan)
        for y in range(standing.pane.size.height):
            assert standing.pane.render_line(y).cell_length == standing.pane.size.width
        assert "…" not in shown
        assert "ends 17:04 → 17:00" in pane_text(board, "header")
        footer = pane_text(board, "footer")
        assert footer.startswith("Enter take it   Esc leave all as it was")
        assert footer.endswith("? keys")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_people_are_picked_in_front_of_it(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=size) as pilot:
        await go_to_discussion(pilot, clock)
        board = board_of(app)
        await press(pilot, "l", "h")
        assert not board.query_one("#landing").display
        await press(pilot, "j")
        assert [hand.person for hand in state(board).hands]
        assert "35 → 34" in plan_text(board)


async def test_on_the_smallest_screen_it_is_two_lines(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(50, 6)) as pilot:
        await go_to_discussion(pilot, clock)
        await press(pilot, "l")
        board = board_of(app)
        assert "ends 17:04 → 17:00" in pane_text(board, "block")
        assert "Four minutes, shared out by length." in pane_text(board, "block")
        await press(pilot, "enter")
        assert board.view.table.expected_end == state(board).planned_end


async def test_it_follows_the_window(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_to_discussion(pilot, clock)
        await press(pilot, "l")
        board = board_of(app)
        for size, x in (((80, 24), 45), ((60, 20), 0), ((50, 6), None), ((120, 36), 2)):
            await resize(pilot, size)
            pane = board.query_one("#landing")
            assert pane.display is (x is not None)
            assert x is None or (pane.region.x, pane.region.bottom <= size[1] - 3) == (x, True)


@pytest.mark.parametrize(
    "keys",
    [
        ("e",),
        ("e", "1", "3", "0", "0", "enter"),
        ("e", "1", "2", "0"),
        ("e", "1", "5", "enter"),
        ("down", *["minus"] * 5),
    ],
)
async def test_what_it_says_is_not_cut_on_a_narrow_screen(
    tmp_path: Path, clock: TestClock, keys: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(60, 20)) as pilot:
        await go_to_discussion(pilot, clock)
        await press(pilot, "l", *keys)
        said = pane_text(board_of(app), "message")
        assert said.strip()
        assert "…" not in said


async def test_the_help_names_its_keys(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=(60, 20)) as pilot:
        await go_to_discussion(pilot, clock)
        await press(pilot, "l", "question_mark")
        for words in ("In the landing plan", "take it", "leave all as it was", "keep it", "1 min", "end at"):
            assert words in text(app)
        await press(pilot, "escape")
        assert "35 → 34" in plan_text(board_of(app))


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_a_click_chooses(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, agenda=ORDINARY)
    async with app.run_test(size=size) as pilot:
        await go_to_discussion(pilot, clock)
        await press(pilot, "l")
        row = next(y for y, line in enumerate(plan_text(board_of(app)).splitlines()) if "10 Capture" in line)
        await pilot.click("#landing", offset=(10, row))
        await pilot.pause()
        assert "10 Capture, report 2" in chosen_row(board_of(app))
        for over in (0, 1):
            if size == (120, 36) or not over:
                await pilot.click("#landing", offset=(10, over))
                await pilot.pause()
                assert "10 Capture, report 2" in chosen_row(board_of(app)), "what is over is not for choosing"
