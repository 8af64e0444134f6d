"""Each seat sees who else is there, and what the others are busy with."""

import asyncio
import os
from pathlib import Path

import pytest

from lcterm.core.commands import FreeFloor, GiveFloor, RaiseHand, StrikeCapture, WriteCapture
from lcterm.store.seats import Doing, Seat
from lcterm.ui.app import LcTerm
from lcterm.ui.line import line_cells
from lcterm.ui.screens.others import STOOD_MS
from tests.clock_program import TestClock
from tests.ui.beside import press, text, until, well_drawn
from tests.ui.boards import board_of, pane_text
from tests.ui.seated import Other, begun, beside, learning, session_of, texts

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    """A board that runs."""
    return begun(tmp_path, clock, learning("Say early what we cannot promise"))


def capture_of(app: LcTerm) -> str:
    return next(iter(board_of(app).desk.meeting.session.captures))


async def test_who_else_is_there_stands_in_the_header_and_is_said_once(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        assert "with" not in pane_text(board, "header")
        notes = Other(app)
        await until(pilot, lambda: "  · with notes" in pane_text(board, "header"))
        assert "The notes seat is here now." in pane_text(board, "message")
        second = Other(app, "board")
        await until(pilot, lambda: "  · with board 2 and notes" in pane_text(board, "header"))
        assert "Board 2 is here now." in pane_text(board, "message")
        notes.leaves()
        await until(pilot, lambda: "notes" not in pane_text(board, "header"))
        assert "The notes seat has gone." in pane_text(board, "message")
        second.leaves()


async def test_whoever_comes_later_hears_who_is_there(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "The notes seat is here too." in pane_text(board_of(app), "message"))


async def test_what_was_just_said_stands(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.act(RaiseHand(next(iter(board.view.community.members))))
        said = board.message
        notes = Other(app)
        await until(pilot, lambda: "with notes" in pane_text(board, "header"))
        assert board.message is said
        clock.advance(STOOD_MS / 1000)
        board.tick()
        assert board.message is said  # it is not told late either
        notes.leaves()
        await until(pilot, lambda: "with notes" not in pane_text(board, "header"))
        assert "The notes seat has gone." in pane_text(board, "message")


@pytest.mark.parametrize("size", SIZES)
async def test_many_fit_or_are_counted(app: LcTerm, size: tuple[int, int]) -> None:
    others = [Other(app, kind) for kind in ("board", "board", "notes", "watch")]
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await until(pilot, lambda: len(board.others.seats) == 4)
        header = pane_text(board, "header")
        assert "Housing peers" in header
        assert ("with 4 more" if size[0] >= 80 else " +4 ") in header
        for pane in ("header", "line", "message", "captures"):
            assert all(line_cells(line) == board.panes[pane].size.width for line in board.panes[pane].lines)
    for one in others:
        one.leaves()


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_that_is_written_elsewhere_is_said_in_the_line(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        at_rest = pane_text(board, "line")
        notes.tells("line")
        words = "notes is writing a line" if size[0] >= 80 else "notes writes"
        await until(pilot, lambda: pane_text(board, "line").endswith(words))
        assert pane_text(board, "line").startswith(at_rest[:20])
        assert line_cells(board.panes["line"].lines[0]) == board.panes["line"].size.width
        await pilot.press("v")
        assert "notes" not in pane_text(board, "line")  # under the veil only who is there
        await pilot.press("v")
        notes.tells("")
        await until(pilot, lambda: pane_text(board, "line") == at_rest)


@pytest.mark.parametrize(("size", "words"), [((120, 36), "notes is changing this"), ((80, 24), "notes is at it")])
async def test_the_row_of_a_capture_says_who_changes_it(
    app: LcTerm, notes: Other, size: tuple[int, int], words: str
) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        before = pane_text(board, "captures")
        notes.tells("mend", capture_of(app))
        await until(pilot, lambda: words in pane_text(board, "captures"))
        assert all(line_cells(line) <= board.panes["captures"].size.width for line in board.panes["captures"].lines)
        assert "Say early" in pane_text(board, "captures")
        await pilot.press("3")
        await until(pilot, lambda: "notes is changing this" in text(app))
        well_drawn(app)
        notes.tells("")
        await until(pilot, lambda: "changing" not in text(app))
        await pilot.press("escape")
        await until(pilot, lambda: pane_text(board, "captures") == before)


async def test_what_another_seat_does_stands_on_a_large_screen_at_once(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        notes.does(WriteCapture(learning("Written elsewhere")))
        await until(pilot, lambda: "Written elsewhere" in text(app), seconds=0.9)  # the clock's own look is later


async def test_the_board_tells_what_it_does(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: notes.sees(Doing()))
        await pilot.press("c")
        assert not notes.sees(Doing("line"))  # nothing stands there yet
        await pilot.press("l", "x")
        await until(pilot, lambda: notes.sees(Doing("line")))
        await pilot.press("escape", "e")
        await until(pilot, lambda: notes.sees(Doing("mend", capture_of(app))))
        await pilot.press("escape", "1")
        await until(pilot, lambda: notes.sees(Doing("agenda")))
        await pilot.press("2")
        await until(pilot, lambda: notes.sees(Doing("voices")))
        await pilot.press("4")
        await until(pilot, lambda: notes.sees(Doing("summary")))
        await pilot.press("escape", "5", "a", "e")
        await until(pilot, lambda: notes.sees(Doing("mend", capture_of(app))))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: notes.sees(Doing()))
    async with asyncio.timeout(10):  # a thread of its own writes that it is away
        while notes.seat.others():
            await asyncio.sleep(0.02)


async def test_nobody_sits_at_a_board_that_was_left_for_the_home_screen(app: LcTerm, notes: Other) -> None:
    home = LcTerm(app.home, app.clock, {})
    async with home.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: len(notes.seat.others()) == 1)
        await press(pilot, "q", "q")
        await until(pilot, lambda: notes.seat.others() == ())
        await press(pilot, "enter")
        await until(pilot, lambda: len(notes.seat.others()) == 1)


async def test_a_large_screen_that_is_open_elsewhere_too_is_said(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        notes.tells("agenda")
        await until(pilot, lambda: Doing("agenda") in [one.doing for one in board.others.seats])
        await press(pilot, "2")
        assert "open too" not in text(app, "message")
        await press(pilot, "1")
        assert "The notes seat has the agenda open too." in text(app, "message")


async def test_a_seat_that_is_killed_is_gone_within_about_a_second(app: LcTerm) -> None:
    """The sign stays, the lock is gone: no folder changes, and the board looks by itself."""
    _, session = session_of(app)
    dead = Seat(app.home, session, "notes")
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        dead.take()
        await until(pilot, lambda: len(board.others.seats) == 1)
        assert dead._run is not None
        assert dead._run._handle is not None
        os.close(dead._run._handle)
        await until(pilot, lambda: not board.others.seats, seconds=3)


# ── Two boards ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_boards_at_one_session(app: LcTerm) -> None:
    """Both press next at once and it goes on once; both write a line and both are there; each takes back its own."""
    other = beside(app)
    async with app.run_test(size=(80, 24)) as one, other.run_test(size=(80, 24)) as two:
        first, second = board_of(app), board_of(other)
        await until(one, lambda: len(first.others.seats) == len(second.others.seats) == 1)
        assert first.desk.session.place.actor != second.desk.session.place.actor
        running = first.view.session.running
        first.press("n", "n")
        second.press("n", "n")
        await until(two, lambda: first.desk.meeting.session.at == second.desk.meeting.session.at)
        await until(two, lambda: first.desk.session.log.facts == second.desk.session.log.facts)
        points = list(first.view.session.points)
        for board in (first, second):
            assert board.desk.meeting.session.running == points[points.index(running) + 1]
        first.act(WriteCapture(learning("Of the first")))
        second.act(WriteCapture(learning("Of the second")))
        await until(two, lambda: len(texts(app)) == len(texts(other)) == 3)
        assert set(texts(app)) == set(texts(other)) >= {"Of the first", "Of the second"}
        first.press("u", "u")
        await until(two, lambda: "Of the first" not in texts(other))
        assert "Of the second" in texts(app)


async def test_an_undo_says_what_of_another_seat_goes_with_it(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        person = list(board.view.community.members)[1]
        board.act(GiveFloor(person))
        assert board.desk.session.flush(5)
        notes.does(FreeFloor())
        await until(pilot, lambda: board.desk.meeting.session.turn is None)
        await pilot.press("u")
        row = pane_text(board, "message")
        assert "Taken back with 1 act of another seat: Ben has the floor." in row
        assert len(row) <= 78
        await pilot.resize_terminal(160, 45)
        await pilot.press("r")
        assert board.desk.meeting.session.turn is None
        assert "Ben" in pane_text(board, "message")
        await pilot.press("u")
        row = pane_text(board, "message")
        assert "With it goes, from another seat" in row
        assert row.endswith("r brings both back")


async def test_a_strike_at_another_seat_takes_the_line_that_mends_it(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await pilot.press("e", "x")
        capture = capture_of(app)
        notes.does(StrikeCapture(capture))
        await until(pilot, lambda: not board.desk.meeting.session.captures)
        assert "Say early" not in board.writing.value
        assert not board.writing.drafts()
        assert texts(app) == []
