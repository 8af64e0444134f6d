"""The screen of a decision at every size and in every theme, whatever was suggested: nothing is wider than its pane."""

from pathlib import Path

import pytest
from textual.events import Paste

from lcterm.core.commands import CountLights, OpenVote, PutOnWall, ShowLight, Suggest
from lcterm.ui.line import line_cells
from lcterm.ui.page import Page
from lcterm.ui.screens.deciding import DecidingScreen
from lcterm.ui.theme import PALETTES
from tests.clock_program import TestClock
from tests.ui.beside import press, text, top, well_drawn
from tests.ui.boards import board_app, board_of
from tests.ui.decidings import TEXTS, typed

HOSTILE = (
    "[/oops]",
    "漢字漢字漢字漢字漢字漢字",
    "👩‍👩‍👧‍👦 Family",
    "A name that goes on and on and on and does not mean to end",
    "$x",
)
PAIRS = [("[/red] in twos " + "long " * 10, 8, "pairs"), ("Close", 0, "none")]
SIZES = [(120, 36), (80, 24), (60, 20), (20, 5)]
LONG = "[/red] Who pays for the 漢字漢字 and when " * 5
WAYS_OUT = {"l": "Esc back  Enter count  y decided", "w": "Esc back  a add  k park with these", "p": "Esc back  Enter "}


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("way", ["l", "p", "w"])
async def test_every_row_is_as_wide_as_its_pane(
    tmp_path: Path, clock: TestClock, way: str, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, HOSTILE, PAIRS)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "exclamation_mark")
        well_drawn(app)
        await press(pilot, "down", way)
        well_drawn(app)
        await press(pilot, *typed("what "))
        app.post_message(Paste("what " * 8))
        await pilot.pause()
        await press(pilot, *(["escape"] if way != "p" else []))
        well_drawn(app)
        point = board.desk.meeting.session.point
        assert point is not None
        for number, words in enumerate((*TEXTS, LONG[:200])):
            board.act(Suggest(words, point.pairs[0] if way == "p" and number < 3 else ()))
        assert board.desk.meeting.session.deciding is not None
        for number, one in enumerate(board.desk.meeting.session.deciding.suggestions):
            if way == "l":
                board.act(CountLights(one.id, 1 + number % 2, number % 3))
        for key in ("home", "enter", "Z", "escape", "end", "d", "enter", "escape", "x", "escape", "v", "pageup", "v"):
            await press(pilot, key)
            well_drawn(app)


async def test_the_vote_of_pairs_and_marks_by_name(tmp_path: Path, clock: TestClock) -> None:
    for number, size in enumerate(SIZES):
        app = board_app(tmp_path / str(number), clock, HOSTILE, PAIRS)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            board = board_of(app)
            await press(pilot, "t", "exclamation_mark", "p", *typed("what"))
            for words in TEXTS:
                board.act(Suggest(words))
            held = board.desk.meeting.session.deciding
            assert held is not None
            for one in held.suggestions:
                board.act(PutOnWall(one.id))
            board.act(OpenVote())
            for person in board.desk.meeting.session.voices:
                board.act(ShowLight(held.suggestions[0].id, person, "green"))
            await press(pilot, "home")
            well_drawn(app)
            await press(pilot, "v", "end")
            well_drawn(app)


@pytest.mark.parametrize("size", SIZES[:3], ids=["wide", "middle", "narrow"])
@pytest.mark.parametrize("way", ["l", "p", "w"])
async def test_ways_out_come_first_and_nothing_that_matters_is_cut(
    tmp_path: Path, clock: TestClock, way: str, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "j", "3", "exclamation_mark")
        assert text(app, "footer").startswith("Esc back")
        assert "Park it" in text(app)
        await press(pilot, way, "enter", *(["escape"] if way != "p" else []))
        board_of(app).act(Suggest(LONG[:200]))
        if way == "l":
            held = board_of(app).desk.meeting.session.deciding
            assert held is not None
            board_of(app).act(CountLights(held.suggestions[0].id, 7, 2))
        await press(pilot, "end")
        shown = text(app)
        assert "…" not in shown, "suggestions are read in full"
        assert shown.count("pays") == LONG[:200].count("pays")
        assert " ".join(text(app, "footer").split()).startswith(" ".join(WAYS_OUT[way].split()))
        assert text(app, "footer").endswith("? keys")
        assert "When do we tell the tenant?" in shown
        if way == "l":
            assert shown.splitlines()[3].endswith("     7     2")


@pytest.mark.parametrize("theme", sorted(PALETTES))
async def test_in_every_theme(tmp_path: Path, clock: TestClock, theme: str) -> None:
    app = board_app(tmp_path, clock, theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(
            pilot, "t", "j", "3", "exclamation_mark", "l", "enter", *typed("call"), "enter", "enter", *typed("3 1")
        )
        well_drawn(app)
        screen = top(app)
        assert isinstance(screen, DecidingScreen)
        page: Page = screen.page(40, 10)
        assert all(line_cells(line) <= 40 for line in (*page.head, *page.lines))
