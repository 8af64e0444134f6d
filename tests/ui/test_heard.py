"""What one seat does is said at the others, and what is not true any more does not stay."""

from pathlib import Path

import pytest

from lcterm.core.commands import (
    EditCapture,
    FreeFloor,
    GiveFloor,
    NextPoint,
    PauseClock,
    RaiseHand,
    ResumeClock,
    Undo,
    WriteCapture,
)
from lcterm.store.seats import SeatKind
from lcterm.ui.app import LcTerm
from lcterm.ui.line import line_cells
from lcterm.ui.screens.heard import JUST_NOW_MS, LATE_MS, READ_MS, TWICE_MS, WARNED_MS
from tests.clock_program import TestClock
from tests.ui.beside import press, text, until
from tests.ui.boards import board_of, pane_text
from tests.ui.seated import Other, begun, beside, learning, texts

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    """A board that runs."""
    return begun(tmp_path, clock, learning("Say early what we cannot promise"))


def row(app: LcTerm) -> str:
    return pane_text(board_of(app), "message").strip()


def second(app: LcTerm) -> str:
    return list(board_of(app).view.community.members)[1]


def passes(app: LcTerm, clock: TestClock, ms: int) -> None:
    """So long, and the board has looked."""
    clock.advance(ms / 1000)
    board_of(app).tick()


@pytest.mark.parametrize("size", SIZES)
async def test_another_seat_goes_on_and_this_one_hears_of_it(app: LcTerm, notes: Other, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await pilot.press("plus")
        assert row(app).startswith("✓")
        notes.does(NextPoint())
        await until(pilot, lambda: row(app).startswith("notes: Introductions is done; now Presentation 1."))
        assert line_cells(board.panes["message"].lines[0]) == board.panes["message"].size.width
        await pilot.press("minus")
        assert row(app).startswith("✓")


async def test_a_warning_stands_for_a_while_and_an_own_act_before_a_small_one(
    app: LcTerm, notes: Other, clock: TestClock
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.refuse("Not so.")
        board.tick()
        notes.does(NextPoint())
        await until(pilot, lambda: board.view.session.running == "p2" or "Presentation" in pane_text(board, "block"))
        assert "Not so." in row(app)
        passes(app, clock, WARNED_MS + 1)
        assert "notes: Introductions is done" in row(app)
        await pilot.press("plus")
        notes.does(RaiseHand(second(app)))
        await until(pilot, lambda: bool(board.view.session.hands))
        assert row(app).startswith("✓")
        passes(app, clock, READ_MS + 1)
        assert row(app) == "notes: Ben has a hand up."


async def test_nothing_is_said_over_a_line_that_is_written_and_the_last_that_matters_afterwards(
    app: LcTerm, notes: Other, clock: TestClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await pilot.press("c", "l", "space", "x")
        hint = row(app)
        notes.does(NextPoint(), RaiseHand(second(app)), WriteCapture(learning("Two")))
        await until(pilot, lambda: "Two" in texts(app))
        assert row(app) == hint
        passes(app, clock, LATE_MS - 5000)
        await pilot.press("escape")
        passes(app, clock, READ_MS)
        assert row(app) == "notes: Introductions is done; now Presentation 1. And 2 more."
        assert board.message.private is False


async def test_a_small_act_that_waited_too_long_is_not_told(app: LcTerm, notes: Other, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "l", "space", "x")
        notes.does(RaiseHand(second(app)))
        await until(pilot, lambda: bool(board_of(app).view.session.hands))
        passes(app, clock, LATE_MS + 1)
        await pilot.press("escape")
        passes(app, clock, READ_MS)
        assert "hand up" not in row(app)


async def test_nothing_private_is_said_under_the_veil(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        notes.does(EditCapture(list(board_of(app).desk.meeting.session.captures)[-1], learning("Else")))
        await until(pilot, lambda: "Else" in texts(app))
        assert "Mended" not in row(app)
        notes.does(NextPoint())
        await until(pilot, lambda: "notes: Introductions is done" in row(app))


async def test_a_tick_goes_when_its_act_was_taken_back_or_overtaken(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        notes.does(GiveFloor(second(app)))
        await until(pilot, lambda: board.view.session.turn is not None)
        board.act(FreeFloor())
        assert board.desk.session.flush(5)
        assert row(app).startswith("✓")
        notes.does(Undo())
        await until(pilot, lambda: row(app).startswith("notes: Taken back: Ben has the floor. With it goes yours:"))
        board.act(GiveFloor(second(app)))
        assert board.desk.session.flush(5)
        notes.does(FreeFloor())
        await until(pilot, lambda: row(app).startswith("notes: Ben has finished"))


@pytest.mark.parametrize("size", [*SIZES, (160, 45), (30, 5)])
@pytest.mark.parametrize("kind", ["board", "notes"])
async def test_care_at_another_seat_is_told_and_stands_in_the_block(
    app: LcTerm, size: tuple[int, int], kind: SeatKind
) -> None:
    here = beside(app, kind)
    other = Other(app, "board")
    async with here.run_test(size=size) as pilot:
        board = board_of(here)
        other.does(PauseClock(care=True))
        await until(pilot, lambda: board.message.text.startswith("board: "))
        assert "Paused with care" in board.message.text
        assert board.message.way_back == (("care", "the card"), ("clock", "goes on"))
        drawn = pane_text(board, "block")
        assert "with care" in drawn.lower()
        if size[1] > 5:
            assert "the card" in row(here)
            assert all(line_cells(line) <= board.panes["block"].size.width for line in board.panes["block"].lines)
            assert "Introductions" in drawn
        other.does(ResumeClock())
        await until(pilot, lambda: "with care" not in pane_text(board, "block").lower())
    other.leaves()


async def test_what_others_do_stands_on_a_large_screen_and_not_over_a_question(
    app: LcTerm, notes: Other, clock: TestClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "e")
        notes.does(NextPoint())
        await until(pilot, lambda: board_of(app).desk.meeting.session.running == "p2" or True)
        board_of(app).tick()
        assert "notes:" not in text(app, "message")
        await press(pilot, "escape")
        passes(app, clock, READ_MS)
        await until(pilot, lambda: "notes: Introductions is done" in text(app, "message"))


# ── Two who mean the same step ──────────────────────────────────────────────────────────────────────────────────


async def test_going_on_right_after_another_seat_is_asked(app: LcTerm, notes: Other, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        notes.does(NextPoint())
        await until(pilot, lambda: "now Presentation 1" in row(app))
        running = board.desk.meeting.session.running
        clock.advance(0.6)
        await pilot.press("n", "n")
        assert board.desk.meeting.session.running == running
        assert row(app) == "notes has just gone on to Presentation 1.   n again goes further"
        clock.advance(TWICE_MS / 1000)
        await pilot.press("n")
        assert board.desk.meeting.session.running != running


async def test_later_it_goes_on_at_once(app: LcTerm, notes: Other, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        notes.does(NextPoint())
        await until(pilot, lambda: "now Presentation 1" in row(app))
        running = board.desk.meeting.session.running
        clock.advance(JUST_NOW_MS / 1000)
        await pilot.press("n")
        assert board.desk.meeting.session.running != running


# ── Undo ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_undo_that_moves_nothing_says_so(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        capture = list(board.desk.meeting.session.captures)[-1]
        board.act(EditCapture(capture, learning("Mine")))
        assert board.desk.session.flush(5)
        notes.does(EditCapture(capture, learning("Theirs")))
        await until(pilot, lambda: "Theirs" in texts(app))
        await pilot.press("u")
        assert row(app) == "Nothing moved: notes changed it since, and that stays."
        assert texts(app) == ["Theirs"]


async def test_at_the_notes_seat_the_board_is_heard_while_nothing_is_typed(app: LcTerm) -> None:
    other = beside(app, "notes")
    async with app.run_test(size=(80, 24)) as one, other.run_test(size=(80, 24)) as two:
        await until(one, lambda: len(board_of(app).others.seats) == len(board_of(other).others.seats) == 1)
        await two.press("x")
        hint = row(other)
        board_of(app).press("n", "n")
        await until(two, lambda: "Presentation" in pane_text(board_of(other), "block"))
        assert row(other) == hint
        await two.press("backspace")
        await until(two, lambda: "board: Introductions is done" in row(other), seconds=5)
