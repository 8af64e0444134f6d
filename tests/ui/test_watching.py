"""A seat that only watches: it sees all, changes nothing, and writes nothing but its sign."""

from pathlib import Path

import pytest

from lcterm.core.commands import GiveFloor, RaiseHand, StartSession, WriteCapture
from lcterm.store.drafts import Draft, keep_drafts, read_drafts
from lcterm.store.paths import Home
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.keys import KEYS
from lcterm.ui.line import line_cells
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.framed import Framed
from lcterm.ui.screens.watching import LOOKS, WATCHES
from tests.clock_program import TestClock
from tests.ui.beside import press, text, until, well_drawn
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.homes import shown
from tests.ui.seated import Other, beside, learning, session_of

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    """A watcher at a session that runs, with somebody speaking and a hand up."""
    plain = board_app(tmp_path, clock)
    desk = Other(plain, "board")
    ben, chidi = list(desk.desk.meeting.community.members)[1:3]
    desk.does(StartSession(), WriteCapture(learning("Say early")), GiveFloor(ben), RaiseHand(chidi))
    desk.leaves()
    return beside(plain, "watch")


def stored(home: Home) -> dict[Path, bytes]:
    """Everything in the home but the signs of who is there."""
    signs = home.private / "seats"
    return {
        path: path.read_bytes() for path in home.path.rglob("*") if path.is_file() and not path.is_relative_to(signs)
    }


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_that_it_watches(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size):
        board = board_of(app)
        assert pane_text(board, "line").startswith(" watching  you see what the others do, and change nothing")
        assert ("  · watching" in pane_text(board, "header")) == (size[0] >= 80)
        assert "1 agenda  2 people" in pane_text(board, "footer").replace("   ", "  ")
        assert "q leave" in pane_text(board, "footer") or size[0] < 80
        for name in ("header", "line", "footer"):
            assert line_cells(board.panes[name].lines[0]) == board.panes[name].size.width


async def test_every_key_that_would_change_something_says_so(app: LcTerm) -> None:
    before = stored(app.home)
    async with app.run_test(size=(80, 24)):
        board = board_of(app)
        state = board.desk.meeting
        for key in KEYS:
            if key.id in LOOKS:
                continue
            board.say("")
            board.press(key.keys[0], key.keys[0] if len(key.keys[0]) == 1 else "")
            assert app.screen is board, key
            assert pane_text(board, "message").startswith(f" !  {WATCHES}   lcterm run opens a full seat"), key
            assert board.mode is None
        assert board.desk.meeting == state
    assert stored(app.home) == before


async def test_the_words_fit_sixty_columns(app: LcTerm) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "n")
        assert pane_text(board_of(app), "message") == f" !  {WATCHES}   lcterm run opens a full seat"


@pytest.mark.parametrize(
    "opens", ["1", "2", "3", "5", "exclamation_mark", "4", "asterisk", "colon", "question_mark", "y"]
)
async def test_it_looks_at_every_screen_and_no_key_there_changes_anything(app: LcTerm, opens: str) -> None:
    before = stored(app.home)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        state = board.desk.meeting
        await press(pilot, opens)
        screen = app.screen
        assert screen is not board
        well_drawn(app)
        for key in [*"abcdefghijklmnoprstuwxyz0123456789+-<>@^.,;/!", "enter", "space", "tab", "ctrl+t", "ctrl+n"]:
            if app.screen is board:
                await press(pilot, opens)
            assert isinstance(app.screen, Framed | Board)
            app.screen.press(key, key if len(key) == 1 else "")
        await pilot.pause()
        for _ in range(2):
            await pilot.click(offset=(10, 6))
        await pilot.pause()
        assert board.desk.meeting == state
    assert stored(app.home) == before


@pytest.mark.parametrize("opens", ["6", "7", "backslash"])
async def test_screens_that_write_beside_the_session_stay_closed(app: LcTerm, opens: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, opens)
        assert app.screen is board_of(app)
        await press(pilot, "1", opens)
        assert WATCHES in shown(app)
        for name in ("charter", "rules", "next-time", "briefs", "cards"):
            board_of(app).open_large(name)
        await pilot.pause()
        assert WATCHES in shown(app)


async def test_a_summary_is_looked_at_and_not_handed_on(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert "Housing peers" in text(app)
        await press(pilot, "enter")
        assert f"{WATCHES} `lcterm summary` hands one on." in shown(app)
        assert "reflect" not in text(app, "footer")


async def test_the_commands_are_those_that_look(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon")
        assert "end the session" not in text(app)
        assert "theme: dark" in text(app)


async def test_clicks_change_nothing(app: LcTerm) -> None:
    before = stored(app.home)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        state = board.desk.meeting
        for name in ("agenda", "voices", "block", "captures", "prompts", "line", "message"):
            for y in range(1, board.panes[name].size.height, 4) if name != "line" else (0,):
                await pilot.click(f"#{name}", offset=(4, y))
        await pilot.pause()
        assert board.desk.meeting == state
        assert app.screen is board
    assert stored(app.home) == before


async def test_it_sees_what_the_others_do(app: LcTerm) -> None:
    board_seat = Other(app, "board")
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        board_seat.does(WriteCapture(learning("Written at the board")))
        await until(pilot, lambda: "Written at the board" in pane_text(board, "captures"))
        assert "watching, with board" in pane_text(board, "header")
        assert [one.name for one in board_seat.seat.others()] == ["watch"]
        await press(pilot, "o", "v")
        assert board.veiled
    board_seat.leaves()


async def test_unfinished_lines_of_the_board_stay_where_they_are(app: LcTerm) -> None:
    _, session = session_of(app)
    keep_drafts(app.home, session, [Draft("l What was being written")])
    async with app.run_test(size=(80, 24)):
        assert not board_of(app).writing.waiting
    assert [draft.text for draft in read_drafts(app.home, session)] == ["l What was being written"]


async def test_it_works_where_nothing_private_can_be_written(app: LcTerm, tmp_path: Path) -> None:
    """As in a home that somebody else's account lends to be read."""
    (tmp_path / "file").write_text("no folder")
    lent = Home(app.home.path, private_elsewhere=tmp_path / "file" / "private", untouched=True)
    before = stored(app.home)
    watcher = LcTerm(lent, app.clock, {}, session_of(app), opened=Opened(seat="watch"))
    board_seat = Other(app, "board")
    async with watcher.run_test(size=(80, 24)) as pilot:
        board = board_of(watcher)
        assert "watching" in pane_text(board, "header")
        board_seat.does(WriteCapture(learning("Written at the board")))
        await until(pilot, lambda: "Written at the board" in pane_text(board, "captures"))
        await press(pilot, "n", "4", "escape", "q", "q")
    board_seat.leaves()
    assert all(stored(app.home)[path] == content for path, content in before.items())
    assert (tmp_path / "file").read_text() == "no folder"
