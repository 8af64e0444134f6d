"""What is being written is on the disk while it is, and a kill takes no more than the last moment of it."""

from pathlib import Path

import pytest

from lcterm.core.commands import StrikeCapture
from lcterm.store.drafts import draft_path, read_drafts
from lcterm.store.seats import SeatKind
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.ui.beside import press, until
from tests.ui.boards import board_app, board_of
from tests.ui.notes import notes_again
from tests.ui.seated import Other, beside, session_of

HALF = "l Half a thought"


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


def held(app: LcTerm) -> list[tuple[str, str]]:
    """What lies on the disk, with the seat that holds it."""
    return [(one.text, one.held) for one in read_drafts(app.home, session_of(app)[1])]


async def test_it_is_there_while_it_is_written_and_gone_when_it_is_kept_or_emptied(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        path = draft_path(app.home, session_of(app)[1])
        await press(pilot, "t", "c", *HALF)
        assert held(app) == [], "no key waits for the disk"
        await until(pilot, lambda: held(app) == [(HALF, "board")])
        await press(pilot, *" more")
        await until(pilot, lambda: held(app) == [(f"{HALF} more", "board")])
        await press(pilot, "enter")
        await until(pilot, lambda: not path.exists())
        await press(pilot, "c", *"l Other")
        await until(pilot, lambda: held(app) == [("l Other", "board")])
        await press(pilot, "ctrl+u")
        await until(pilot, lambda: not path.exists())


async def test_a_line_that_waits_stays_on_the_disk_and_nothing_looks_at_it_any_more(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", *HALF, "escape")
        await until(pilot, lambda: held(app) == [(HALF, "board")])
        board = board_of(app)
        assert board.writing._saving._timer is None
        await press(pilot, "ctrl+u")
        await press(pilot, "c", "escape")
        await until(pilot, lambda: held(app) == [])


async def test_each_seat_holds_its_own_and_takes_none_that_is_being_written(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", *HALF)
        await until(pilot, lambda: held(app) == [(HALF, "board")])
        second = beside(app)
        async with second.run_test(size=(80, 24)) as other:
            assert board_of(second).writing.unfinished == ""
            await press(other, "c", *"q Who")
            await until(other, lambda: sorted(held(app)) == [(HALF, "board"), ("q Who", "board-2")])
        assert sorted(held(app)) == [(HALF, "board"), ("q Who", "")]
        await press(pilot, "enter")
        await until(pilot, lambda: held(app) == [("q Who", "")])


async def test_the_words_of_a_struck_capture_go_from_the_disk_at_once(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "c", *"l Hush", "enter", "e", *"ed")
        await until(pilot, lambda: held(app) == [("l Hushed", "board")])
        other = Other(app)
        assert board.desk.session.flush(10)
        other.does(StrikeCapture(next(iter(board.desk.meeting.session.captures))))
        await until(pilot, lambda: held(app) == [])
        other.leaves()


@pytest.mark.parametrize("kind", ["board", "notes"])
def test_what_was_written_before_the_power_went_is_there_again(app: LcTerm, clock: TestClock, kind: SeatKind) -> None:
    argv = clock.argv("--home", str(app.home.path), "run", "--seat", kind)
    begin = ("c",) if kind == "board" else ()
    with Terminal(argv, size=(80, 24)) as terminal:
        terminal.wait_for("Housing peers")
        terminal.send(*begin)
        terminal.settle()
        terminal.type(HALF)
        terminal.wait_for(lambda _: held(app) == [(HALF, kind)])
        terminal.kill()
        terminal.wait_exit()
    assert held(app) == [(HALF, kind)]
    with Terminal(argv, size=(80, 24)) as terminal:
        terminal.wait_for("What you were writing is still there")
        terminal.send(*begin)
        terminal.wait_for(HALF)
        terminal.kill()
        terminal.wait_exit()
    assert held(app) == [(HALF, kind)], "and again, though nothing was typed since"


async def test_the_notes_seat_s_line_is_kept_as_the_board_s_is(app: LcTerm, clock: TestClock) -> None:
    seat = notes_again(app.home, clock, *session_of(app))
    async with seat.run_test(size=(80, 24)) as pilot:
        await press(pilot, *HALF)
        await until(pilot, lambda: held(app) == [(HALF, "notes")])
    assert held(app) == [(HALF, "")]
