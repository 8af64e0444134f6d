"""A line under typing hands whose capture, or whose seat, goes: no letter of it ever runs the board."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import AnyCommand, DropCapture, PassFacilitation, StrikeCapture, WriteCapture
from lcterm.core.events import Words
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.notes_seat import NotesSeat
from tests.clock_program import TestClock
from tests.ui.beside import press, until
from tests.ui.boards import board_of, pane_text, whole_text
from tests.ui.notes import notes_again
from tests.ui.seated import Other, begun, session_of, texts

HALL = "Bicycles in the hall"


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return begun(tmp_path, clock, Words(kind="parked", text=HALL))


def capture(app: LcTerm) -> str:
    return next(iter(board_of(app).desk.meeting.session.captures))


async def others_do(pilot: Pilot[None], app: LcTerm, other: Other, command: Callable[[str], AnyCommand]) -> None:
    """The other seat acts on the one capture, and the board has seen it."""
    before = board_of(app).desk.session.log.last_stamp
    other.does(command(capture(app)))
    await until(pilot, lambda: board_of(app).desk.session.log.last_stamp > before)
    await pilot.pause()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_what_is_typed_on_after_a_strike_is_a_new_line(app: LcTerm, notes: Other, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "e", *" or ")
        await others_do(pilot, app, notes, StrikeCapture)
        assert (board.writing.active, board.writing.value) == (True, "p or ")
        running = board.desk.meeting.session.running
        await press(pilot, *"bins next")
        assert (board.desk.meeting.session.running, board.writing.value) == (running, "p or bins next")
        row = pane_text(board, "message")
        assert "The notes seat struck this" in row
        assert "new line" in row
        assert "Bicycles" not in whole_text(board)
        await press(pilot, "enter")
        assert texts(app) == ["or bins next"]
        assert not board.writing.active


async def test_words_that_were_changed_in_the_middle_go_with_the_struck_ones(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "backspace", *"way s")
        await others_do(pilot, app, notes, StrikeCapture)
        assert board_of(app).writing.value == ""
        assert board_of(app).writing.drafts() == []


@pytest.mark.parametrize(
    ("kind", "audience", "begins"), [("note", "facilitators", "n "), ("story", "room", "s >room ")]
)
async def test_a_stricter_audience_is_never_lost(
    app: LcTerm, notes: Other, kind: str, audience: str, begins: str
) -> None:
    notes.does(StrikeCapture(next(iter(notes.desk.meeting.session.captures))))
    notes.does(WriteCapture(Words(kind=kind, text="Jonas", audience=audience)))  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        await others_do(pilot, app, notes, StrikeCapture)
        await press(pilot, *"is ill", "enter")
        board = board_of(app)
        assert board.writing.value in ("", f"{begins}is ill")
        if board.writing.active:
            await press(pilot, "enter")
        (written,) = board.desk.meeting.session.captures.values()
        assert (written.words.kind, written.words.text, written.words.audience) == (kind, "is ill", audience)


async def test_a_new_line_that_waited_waits_on(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", *"s Half", "escape", "e", *" or bins")
        await others_do(pilot, app, notes, StrikeCapture)
        board = board_of(app)
        assert sorted(one.text for one in board.writing.drafts()) == ["p or bins", "s Half"]
        board.clock.advance(2)  # type: ignore[attr-defined]
        await press(pilot, "enter", "c")
        assert (texts(app), board.writing.value) == (["or bins"], "s Half")


async def test_what_another_seat_took_back_is_said_at_once_and_stays_as_a_new_line(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "e", *" or bins")
        await others_do(pilot, app, notes, DropCapture)
        assert "The notes seat took this back. What stands here is a new line now." in pane_text(board, "message")
        await press(pilot, "enter")
        assert texts(app) == [], "an Enter that was on its way keeps nothing"
        await press(pilot, "enter")
        assert texts(app) == [f"{HALL} or bins"]


async def test_what_was_not_changed_is_not_written_again(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        await others_do(pilot, app, notes, DropCapture)
        await press(pilot, "enter", "enter")
        assert texts(app) == []


async def test_at_the_notes_seat_the_line_goes_on_too_and_says_so(app: LcTerm, clock: TestClock) -> None:
    other = Other(app, "board")
    seat = notes_again(app.home, clock, *session_of(app))
    async with seat.run_test(size=(80, 24)) as pilot:
        await press(pilot, *"s Half", "up", *" or ")
        await others_do(pilot, seat, other, StrikeCapture)
        await press(pilot, *"bins")
        board = board_of(seat)
        assert isinstance(board, NotesSeat)
        assert board.writing.value == "p or bins"
        assert "board struck this" in pane_text(board, "message")
        clock.advance(2)
        await press(pilot, "enter")
        assert (texts(seat), board.writing.value) == (["or bins"], "s Half")
    other.leaves()


# ── The line closes by itself ───────────────────────────────────────────────────────────────────────────────────


async def test_letters_on_their_way_to_a_line_that_closed_do_nothing(
    app: LcTerm, notes: Other, clock: TestClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "c", *"n A word with ")
        ben = next(one.person for one in board.view.people if one.name == "Ben")
        notes.does(PassFacilitation(ben))
        await until(pilot, lambda: not board.writing.active)
        before = board.desk.session.log.last_stamp
        await press(pilot, *"Jonas n, not", "enter", *"bt")
        assert board.desk.session.log.last_stamp == before
        assert (board.mode, board.app.screen) == (None, board)
        assert "waits" in pane_text(board, "message")
        clock.advance(1.1)
        await press(pilot, "n")
        assert board.desk.meeting.session.running == "p2"


async def test_at_the_notes_seat_the_end_of_a_note_is_no_line_for_the_group(app: LcTerm, clock: TestClock) -> None:
    other = Other(app, "board")
    seat = notes_again(app.home, clock, *session_of(app))
    async with seat.run_test(size=(80, 24)) as pilot:
        board = board_of(seat)
        await press(pilot, *"n Jonas is ")
        other.does(PassFacilitation(next(one.person for one in board.view.people if one.name == "Ben")))
        await until(pilot, lambda: board.writing.value == "")
        await press(pilot, *"ill", "enter")
        assert (board.writing.value, texts(seat)) == ("", [HALL])
        clock.advance(1.1)
        await press(pilot, *"l Mine", "enter")
        assert texts(seat) == [HALL, "Mine"]
    other.leaves()


# ── Earlier lines ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_looking_at_an_earlier_line_leaves_the_one_that_waits(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "c", *"l One", "enter", "c", *"s Half", "up", "escape", "c")
        assert board.writing.value == "s Half"
        await press(pilot, "up", *" more", "escape")
        assert {one.text for one in board.writing.drafts()} == {"s Half", "l One more"}
        await press(pilot, "c", "enter", "c")
        assert (texts(app), board.writing.value) == ([HALL, "One", "One more"], "s Half")


async def test_an_earlier_line_that_is_looked_at_goes_when_it_is_struck(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "c", *"l Hush", "enter", "c", *"s Half", "up")
        assert board.writing.value == "l Hush"
        assert board.desk.session.flush(10)
        notes.does(StrikeCapture(list(board.desk.meeting.session.captures)[-1]))
        await until(pilot, lambda: board.writing.value == "s Half")
