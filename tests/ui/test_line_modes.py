"""Modes of the line that nobody goes on with: they close, say so, and what is typed for them too late does nothing."""

from pathlib import Path

import pytest

from lcterm.ui.app import LcTerm
from lcterm.ui.screens import line_modes
from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS
from lcterm.ui.screens.pick_mode import PickMode
from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.beside import until
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.floors import line, press, said, session_of

NAMED = "Nobody was named, so nothing was done; h begins again."
CHOSEN = "Nothing was chosen, so nothing was done"
LATE = "That came too late and did nothing."


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


async def test_a_mode_waits_for_twenty_seconds(app: LcTerm, monkeypatch: pytest.MonkeyPatch) -> None:
    assert DROPPED_AFTER_SECONDS == 20
    monkeypatch.setattr(line_modes, "DROPPED_AFTER_SECONDS", 0.05)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "h")
        await until(pilot, lambda: board_of(app).mode is None)
        assert NAMED in said(board_of(app))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("h", NAMED),
        ("m", f"{CHOSEN}; m begins again."),
        ("j", f"{CHOSEN}; j begins again."),
        ("ml", f"{CHOSEN}; m begins again."),
        ("ms", "Nobody was named, so nothing was done; m begins again."),
    ],
)
async def test_what_is_closed_says_so_and_how_to_begin_again(
    app: LcTerm, size: tuple[int, int], keys: str, told: str
) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", *keys)
        assert board.mode is not None
        board.keyboard.lapse()
        short = told.replace(", so nothing was done", "")
        assert said(board) == f" !  {told if size[0] > 60 or len(told) <= 54 else short}"
        assert board.mode is None


async def test_the_first_letter_or_digit_after_it_does_nothing(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        for late in ("t", "1", "T"):
            await press(pilot, "h")
            board.keyboard.lapse()
            clock.advance(4.9)
            await press(pilot, late)
            assert said(board) == f" !  {LATE}"
            assert session_of(board).status == "planned"
            assert app.screen is board
        await press(pilot, "t")
        assert session_of(board).status == "running", "the second one is played"


async def test_what_is_not_too_late_is_played(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "h")
        board.keyboard.lapse()
        clock.advance(5)
        await press(pilot, "v")
        assert board.veiled, "after five seconds it was meant for the board"
        await press(pilot, "v", "h")
        board.keyboard.lapse()
        await press(pilot, "f9", "v")
        assert not board.view.veiled, "keys that type nothing are played, and so is what follows"
        await press(pilot, "h")
        board.keyboard.lapse()
        await press(pilot, "h")
        assert isinstance(board.mode, PickMode), "the key that was offered is taken"


@pytest.mark.parametrize("keys", ["q", "esc"])
async def test_what_plays_other_keys_anyway_closes_without_a_word(app: LcTerm, keys: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", "a", "h", "b", *(["q"] if keys == "q" else ["down", "a"]))
        before = board.message
        board.keyboard.lapse()
        assert board.mode is None
        assert board.message == before
        await press(pilot, "h", "c")
        assert "Chidi" in line(board)


async def test_while_a_capture_is_written_the_letter_is_no_text(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "c", *"Half", "f2")
        board.keyboard.lapse()
        await pilot.pause()
        assert "Nobody was named, so nothing was done." in said(board)
        await press(pilot, "h")
        assert LATE in said(board)
        assert board.query_one(CaptureInput).value == "Half"
        await press(pilot, *" done")
        assert "learning · for the group" in said(board)
        assert board.query_one(CaptureInput).value == "Half done"


async def test_the_landing_plan_stands_as_long_as_it_likes(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "l")
        board.keyboard.lapse()
        assert board.keyboard.standing is not None
        await press(pilot, "e")
        board.keyboard.lapse()
        assert f"{CHOSEN}; e begins again." in pane_text(board, "message")
        assert board.keyboard.standing is not None
        await press(pilot, "k")
        assert LATE in pane_text(board, "message")
