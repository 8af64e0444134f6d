"""Every state of the floor at every size: no line wider than its pane, and with everyday names nothing is cut."""

from pathlib import Path

import pytest

from lcterm.ui.screens.board import Board
from lcterm.ui.screens.pick_mode import PickMode
from tests.clock_program import TestClock
from tests.thorough import some_of
from tests.ui.beside import resize
from tests.ui.boards import TWELVE, board_app, board_of
from tests.ui.floors import later, press

SIZES = [(150, 45), (120, 36), (80, 24), (60, 20)]
SMALL = [(20, 5), (3, 2)]
HOSTILE = ["[/oops]", "[bold]x[/bold]", "李明" * 8, "👩‍👩‍👧 Ana", "ש" * 30, "x" * 70, "Ben Ali", "Dora"]

HANDS = ("h", "2", "d", "h", "3", "b", "h", "j", "h", "1", "c")
STATES: dict[str, tuple[str, ...]] = {
    "a round that begins": ("t",),
    "a round that goes on": ("t", "space", "p", "space", "h", "a"),
    "a round, its starter asked for": ("t", "m", "s"),
    "the mode asked for in a round": ("t", "m"),
    "the mode asked for in a queue": ("t", "j", "3", "m"),
    "the limit asked for": ("t", "j", "3", "m", "l"),
    "by kind, a question in between": ("t", "j", "3", "g", "t", *HANDS, "semicolon", "i", "g"),
    "by kind, the list closed": ("t", "j", "3", *HANDS, "semicolon", "m", "c"),
    "a hand on its way": ("t", "j", "3", *HANDS, "down", "d", "down"),
    "whose hand": ("t", "j", "3", *HANDS, "up"),
    "a line that dropped": ("t", "j", "3", *HANDS, "slash", "d", "slash", "d", "slash", "b"),
    "a suggestion": ("t", "j", "3", "s", "d", "g", "t", *HANDS),
    "past the limit": ("t", "j", "3", "m", "l", "1", "enter", "g", "t", *HANDS),
    "pairs": ("t", "m", "t"),
    "pairs, asked again": ("t", "m", "t", "space", "m"),
    "the seat handed over": ("t", "9", "b"),
    "the seat asked for again": ("t", "9", "b", "9"),
}
WHOLE = ("block", "line", "footer")
"""Panes in which nothing may be cut."""


def rows_fit(board: Board) -> None:
    for name, pane in board.panes.items():
        if pane.display:
            widths = {pane.render_line(y).cell_length for y in range(pane.size.height)}
            assert widths == {pane.size.width}, name


@pytest.mark.parametrize("state", STATES)
async def test_every_state_fits_every_size(tmp_path: Path, clock: TestClock, state: str) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZES[0]) as pilot:
        board = board_of(app)
        await press(pilot, *STATES[state])
        later(board, clock, 16 * 60)
        for size in (*SIZES, *SMALL):
            await resize(pilot, size)
            rows_fit(board)
            if size in SIZES:
                shown = [span.text for name in WHOLE for line in board.panes[name].lines for span in line]
                assert "…" not in "".join(shown), size


@pytest.mark.parametrize("state", some_of(STATES, 7))
async def test_whatever_people_are_called(tmp_path: Path, clock: TestClock, state: str) -> None:
    letters = "abcdefgjkt"
    app = board_app(tmp_path, clock, names=[*HOSTILE, *TWELVE])
    async with app.run_test(size=SIZES[1]) as pilot:
        board = board_of(app)
        badges = iter([one.badge for one in board.view.people])
        named = {letter: next(badges) for letter in letters}
        for key in STATES[state]:
            asked = isinstance(board.mode, PickMode) and key in named
            await press(pilot, *(named[key] if asked else key if len(key) == 1 else [key]))
        later(board, clock, 16 * 60)
        for size in ((120, 36), (60, 20), (20, 5)):
            await resize(pilot, size)
            rows_fit(board)
