"""Who writes and who watches is said whatever room there is; who only passes by is no seat."""

from pathlib import Path

import pytest

from lcterm.store.seats import Seated
from lcterm.ui.app import LcTerm
from lcterm.ui.line import line_cells
from lcterm.ui.screens.home import HomeScreen
from lcterm.ui.screens.home_over import prepare
from lcterm.ui.screens.others import full_words, take_in
from lcterm.ui.screens.prepare import PrepareScreen
from tests.clock_program import TestClock
from tests.ui.beside import press, until
from tests.ui.boards import board_of, pane_text
from tests.ui.seated import Other, begun, beside, learning

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    """A board that runs."""
    return begun(tmp_path, clock, learning("Say early what we cannot promise"))


@pytest.mark.parametrize("size", SIZES)
async def test_all_who_write_are_said_also_while_one_writes_oneself(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    second = Other(app, "notes")
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        notes.tells("line")
        second.tells("line")
        words = "notes and notes 2 are writing" if size[0] >= 80 else "2 write"
        await until(pilot, lambda: pane_text(board, "line").endswith(words))
        await pilot.press("c", "l", "space", "x")
        await until(pilot, lambda: pane_text(board, "message").endswith(words))
        assert pane_text(board, "message").strip().startswith("learning")
        assert line_cells(board.panes["message"].lines[0]) == board.panes["message"].size.width
        await pilot.press(*" a question whose words and owner leave no room", "at", "a", "m")
        second.tells("")
        notes.tells("")
        await until(pilot, lambda: "writ" not in pane_text(board, "message"))
    second.leaves()


@pytest.mark.parametrize("size", SIZES)
async def test_a_seat_that_watches_says_so_and_shows_the_way_out(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    watch = beside(app, "watch")
    second = Other(app, "board")
    async with watch.run_test(size=size) as pilot:
        board = board_of(watch)
        notes.tells("line")
        second.tells("line")
        await until(pilot, lambda: len(board.others.seats) == 2 and "writ" in pane_text(board, "line"))
        assert "watching +2" in pane_text(board, "header") or size[0] == 120
        assert "watching" in pane_text(board, "header")
        assert pane_text(board, "line").strip().startswith("watching")
        assert "q leave" in pane_text(board, "footer")
        await pilot.press("q")
        assert pane_text(board, "message").endswith("q again leaves")
        for name in ("header", "line", "message", "footer"):
            assert "…" not in pane_text(board, name)
    second.leaves()


async def test_a_screen_that_the_home_screen_opens_over_a_board_is_no_seat(app: LcTerm, notes: Other) -> None:
    """What is brought in from home is brought in by somebody who does not sit down at the session."""
    home = LcTerm(app.home, app.clock, {})
    async with app.run_test(size=(80, 24)) as one, home.run_test(size=(80, 24)) as two:
        board = board_of(app)
        await until(one, lambda: [seat.kind for seat in board.others.seats] == ["notes"])
        for _ in range(2):
            assert isinstance(home.screen, HomeScreen)
            prepare(home.screen)
            await until(two, lambda: isinstance(home.screen, PrepareScreen))
            await two.pause(0.3)
            take_in(board)
            assert [seat.kind for seat in board.others.seats] == ["notes"]
            await press(two, "escape")
            take_in(board)
            assert [seat.kind for seat in board.others.seats] == ["notes"]
        assert "Board 2" not in pane_text(board, "message")
        await press(two, "enter")
        await until(one, lambda: [seat.kind for seat in board.others.seats] == ["board", "notes"])


def test_seats_are_named_in_a_sentence() -> None:
    seats = [Seated("board"), Seated("board", 2), Seated("notes"), Seated("notes", 2), Seated("watch", 2)]
    named = ["the board", "board 2", "the notes seat", "notes seat 2", "watcher 2"]
    assert [full_words(one) for one in seats] == named
