"""The facilitator's own reflection on the screen: kept as it is left, closed while the room can read along."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import EndSession
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.reflections import (
    add_to_reflection,
    as_text,
    questions,
    read_reflection,
    reflection_path,
    take_words_out,
)
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.reflection import FIELD, HERE_ALONE, HIDDEN, KEPT, ReflectionScreen
from lcterm.ui.screens.summary import SummaryScreen
from tests.clock_program import TestClock
from tests.store.disk import FULL, Disk
from tests.ui.beside import press, text
from tests.ui.boards import board_app, board_of, pane_text, whole_text
from tests.ui.homes import fill, shown

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk, which can be told to refuse."""
    return Disk(monkeypatch)


def kept(app: LcTerm) -> str:
    board = board_of(app)
    return as_text(read_reflection(board.desk.home, board.view.session.id))


async def reflect(pilot: Pilot[None]) -> None:
    """Open the page by its name."""
    await press(pilot, "colon")
    await press(pilot, *"reflect", "enter")


async def ended(app: LcTerm, pilot: Pilot[None]) -> None:
    await press(pilot, "t")
    assert board_of(app).act(EndSession())
    await pilot.pause()


def page(app: LcTerm) -> ReflectionScreen:
    assert isinstance(app.screen, ReflectionScreen)
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_it_asks_and_says_that_it_stays_here(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await reflect(pilot)
        seen = shown(app)
        assert "Your reflection  session 7, Tue 1 Dec 2026" in seen
        for line in (HERE_ALONE, *questions(), "Esc back, kept"):
            assert line in seen, line
        assert page(app).query_one(f"#{FIELD}").size.height >= 4
        assert max(map(len, seen.split("\n"))) <= size[0]


async def test_esc_keeps_it_and_it_is_there_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await reflect(pilot)
        await press(pilot, *"Tired", "escape")
        assert isinstance(app.screen, Board)
        assert kept(app) == "Tired"
        assert KEPT in pane_text(board_of(app), "message")
        await reflect(pilot)
        await press(pilot, *"Ben", "ctrl+s")
        assert kept(app) == "Tired\n\nBen", "what is added is a paragraph of its own"
        assert KEPT in shown(app)
        await press(pilot, "escape")
        board_of(app).say("")
        await reflect(pilot)
        await press(pilot, "escape")
        assert KEPT not in pane_text(board_of(app), "message"), "nothing was changed this time"
        await reflect(pilot)
        await fill(pilot, FIELD, " ")
        await press(pilot, "escape")
        assert not reflection_path(board_of(app).desk.home, board_of(app).view.session.id).exists()


async def test_under_the_veil_it_does_not_open(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        add_to_reflection(board.desk.home, board.view.session.id, "zqcanary", 5)
        await press(pilot, "v")
        await reflect(pilot)
        assert isinstance(app.screen, Board)
        assert HIDDEN in pane_text(board, "message")
        assert "lifts the veil" in pane_text(board, "message")
        assert "zqcanary" not in whole_text(board)


async def test_the_veils_key_keeps_it_closes_it_and_veils_the_board(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await reflect(pilot)
        await press(pilot, *"vex", "f9")
        await pilot.pause()
        board = board_of(app)
        assert app.screen is board
        assert board.veiled
        assert kept(app) == "vex", "letters are letters here"
        assert "vex" not in whole_text(board)
        assert KEPT not in whole_text(board)


async def test_what_cannot_be_kept_stays_until_it_can_or_is_left(tmp_path: Path, clock: TestClock, disk: Disk) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reflect(pilot)
        await press(pilot, *"Tired")
        disk.refuse["write"] = FULL
        await press(pilot, "escape")
        assert "Not kept: the disk is full" in shown(app)
        assert "F10 leave without it" in shown(app)
        await press(pilot, "f9")
        assert "Tired" not in shown(app), "the room may read along all the same"
        assert not board_of(app).veiled
        await press(pilot, "f9")
        assert "Tired" in shown(app)
        disk.refuse.clear()
        await press(pilot, "escape")
        assert kept(app) == "Tired"
        await reflect(pilot)
        disk.refuse["write"] = FULL
        await press(pilot, *"!", "f10")
        assert page(app), "a key only where keeping has failed"
        await press(pilot, "escape", "f10")
        disk.refuse.clear()
        assert isinstance(app.screen, Board)
        assert kept(app) == "Tired"


async def test_leaving_the_program_loses_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reflect(pilot)
        await press(pilot, *"Tired")
        board = board_of(app)
        home, session = board.desk.home, board.view.session.id
    assert as_text(read_reflection(home, session)) == "Tired"


async def test_words_that_are_struck_meanwhile_go_from_the_open_page_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        add_to_reflection(board.desk.home, board.view.session.id, "Kettlestreet is ours\n\nTired", 5)
        await reflect(pilot)
        take_words_out(board.desk.home, board.view.session.id, {"Kettlestreet is ours"})
        await press(pilot, *"Ben", "ctrl+s")
        assert "Kettlestreet" not in shown(app)
        await press(pilot, "escape")
        assert kept(app) == "Tired\n\nBen"


async def test_one_that_is_damaged_is_not_opened(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        path = reflection_path(board.desk.home, board.view.session.id)
        path.parent.mkdir(parents=True)
        path.write_bytes(b"{")
        await reflect(pilot)
        assert isinstance(app.screen, Board)
        assert "The reflection" in pane_text(board, "message")
        assert path.read_bytes() == b"{"


async def test_the_end_and_the_summary_lead_to_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "4")
        assert "reflect" not in text(app, "footer"), "not before it is over"
        await press(pilot, "r")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "escape")
        await ended(app, pilot)
        assert ": reflect" in pane_text(board_of(app), "message")
        await press(pilot, "4")
        assert "r reflect" in text(app, "footer")
        await press(pilot, "r")
        await press(pilot, *"Tired", "escape")
        assert isinstance(app.screen, SummaryScreen)
        assert KEPT in text(app, "message")
        assert "Tired" not in text(app)
        assert kept(app) == "Tired"


async def test_from_a_summary_that_is_looked_at_from_elsewhere(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await ended(app, pilot)
        board = board_of(app)
        board.desk.settle()
        desk = Desk(Home(tmp_path / "home"), board.view.community.id, board.view.session.id, clock)
        app.push_screen(SummaryScreen(desk, clock))
        await press(pilot, "r")
        await press(pilot, *"Tired", "f9")
        assert page(app), "there is no veil here"
        await press(pilot, "escape")
        assert KEPT in text(app, "message")
        assert kept(app) == "Tired"


async def test_in_the_summary_under_the_veil_it_stays_closed(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await ended(app, pilot)
        await press(pilot, "4", "v")
        assert "reflect" not in text(app, "footer")
        await press(pilot, "r")
        assert isinstance(app.screen, SummaryScreen)
        assert HIDDEN in text(app, "message")
