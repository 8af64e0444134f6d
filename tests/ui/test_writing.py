"""The capture line keeps what was typed, shows it at every size, and hides it as soon as the veil comes down."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.ui.app import LcTerm
from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def text(app: LcTerm) -> str:
    """What stands in the line."""
    return board_of(app).query_one(CaptureInput).value


def picture(app: LcTerm) -> str:
    """The screen as it is drawn, blanks as blanks."""
    return app.export_screenshot().replace("&#160;", " ")


async def test_the_veil_dots_a_line_that_is_being_written(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Arrears")
        assert "Arrears" in picture(app)
        await press(pilot, "f9")
        assert "Arrears" not in picture(app)
        assert text(app) == "Arrears"
        await press(pilot, "f9")
        assert "Arrears" in picture(app)


async def test_a_line_that_was_left_outlives_mending_another(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "c", *"Half", "escape")
        await press(pilot, "e")
        assert text(app) == "l Kept"
        await press(pilot, "escape", "c")
        assert text(app) == "Half"


async def test_mending_that_was_left_goes_on_where_it_was(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "e", *"er", "escape", "c")
        assert text(app) == ""
        await press(pilot, "escape", "e")
        assert text(app) == "l Kepter"
        await press(pilot, "enter")
        assert [one.words.text for one in board_of(app).view.session.captures.values()] == ["Kepter"]
        await press(pilot, "e")
        assert text(app) == "l Kepter"


async def test_mending_that_changed_nothing_is_forgotten(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "e", "escape", "u", "c", *"New", "enter", "e")
        assert text(app) == "l New"


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (59, 19)])
async def test_the_smallest_board_shows_who_is_asked_and_what_is_typed(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "h", "s")
        assert "Hand up for s" in pane_text(board, "block")
        await press(pilot, "o")
        assert "Sam O. has a hand" in pane_text(board, "block")
        await press(pilot, "c", *"Plain")
        assert "Plain" in picture(app)
        assert pane_text(board, "block").split("\n")[0].startswith("5:00 left of 5")
        await press(pilot, "enter")
        assert "Written down: lea" in pane_text(board, "block")
        await press(pilot, "q")
        assert "Leave this" in pane_text(board, "block")


async def test_a_line_that_is_being_written_outlives_a_change_of_size(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"Plain")
        for size in ((20, 5), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Plain" in picture(app)
        await press(pilot, "enter")
        assert [one.words.text for one in board_of(app).view.session.captures.values()] == ["Plain"]
