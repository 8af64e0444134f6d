"""Two seats that change the same thing at once: nobody's words go without a word."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from lcterm.core.commands import (
    DropCapture,
    EditCapture,
    InsertPoint,
    MendPoint,
    MovePoint,
    SkipPoint,
    StrikeCapture,
    Undo,
    WriteCapture,
)
from lcterm.ui.app import LcTerm
from lcterm.ui.line import line_cells
from lcterm.ui.screens.clashes import GONE
from tests.clock_program import TestClock
from tests.ui.beside import press, text, top, until, well_drawn
from tests.ui.boards import board_of, pane_text
from tests.ui.seated import Other, begun, learning, texts

SAID = "Say early what we cannot promise"
THEIRS = "Say early and plainly what we cannot promise"


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return begun(tmp_path, clock, learning("The first of two"), learning(SAID))


def last(app: LcTerm) -> str:
    return list(board_of(app).desk.meeting.session.captures)[-1]


def titles(app: LcTerm) -> list[str]:
    return [point.plan.title for point in board_of(app).desk.meeting.session.points.values()]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_what_was_changed_meanwhile_is_not_overwritten_unasked(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await pilot.press("e", *"!")
        notes.does(EditCapture(last(app), learning(THEIRS)))
        await until(pilot, lambda: THEIRS in texts(app))
        await pilot.press("enter")
        assert texts(app)[-1] == THEIRS
        row = pane_text(board, "message")
        reads = "Changed meanwhile, now reads: …and plainly" if size[0] == 80 else "Changed to: …and plainly"
        assert (reads if size[0] <= 80 else "now reads: l Say early and plainly what we cannot promise.") in row
        assert row.endswith("Enter again keeps yours.")
        assert line_cells(board.panes["message"].lines[0]) == board.panes["message"].size.width
        await pilot.press("enter")
        assert texts(app)[-1] == f"{SAID}!"
        assert not board.writing.active


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_two_changes_to_different_parts_are_put_together_and_told(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        ben = list(board.view.community.members)[1]
        await pilot.press("e", *" @ben")
        notes.does(EditCapture(last(app), replace(learning(SAID), audience="room")))
        await until(pilot, lambda: board.desk.meeting.session.captures[last(app)].words.audience == "room")
        await pilot.press("enter")
        words = board.desk.meeting.session.captures[last(app)].words
        assert (words.text, words.owners, words.audience) == (SAID, (ben,), "room")
        assert "✓  Kept; from notes: >room." in pane_text(board, "message")
        assert not board.writing.active


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_who_may_read_it_is_asked_about_first_and_stays_with_the_stricter_unless_said(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await pilot.press("e", *" >sponsor")
        theirs = replace(learning(THEIRS), audience="room")
        notes.does(EditCapture(last(app), theirs))
        await until(pilot, lambda: THEIRS in texts(app))
        await pilot.press("enter")
        assert board.desk.meeting.session.captures[last(app)].words == theirs
        row = pane_text(board, "message")
        assert ": >room. Enter again keeps yours." in row
        await pilot.press("enter")
        words = board.desk.meeting.session.captures[last(app)].words
        assert (words.text, words.audience) == (THEIRS, "sponsor")
        assert "✓  Kept; from notes: the words." in pane_text(board, "message")


async def test_what_is_typed_on_goes_on_and_a_second_change_is_asked_again(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await pilot.press("e", *"!")
        notes.does(EditCapture(last(app), learning(THEIRS)))
        await until(pilot, lambda: THEIRS in texts(app))
        await pilot.press("enter", *"?")
        assert "Changed meanwhile" not in pane_text(board, "message")
        notes.does(EditCapture(last(app), learning("Once more")))
        await until(pilot, lambda: "Once more" in texts(app))
        await pilot.press("enter")
        assert "Once more" in pane_text(board, "message")
        await pilot.press("enter")
        assert texts(app)[-1] == f"{SAID}!?"


async def test_a_line_that_was_left_and_is_gone_on_with_is_asked_about_too(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", *"!", "escape")
        notes.does(EditCapture(last(app), learning(THEIRS)))
        await until(pilot, lambda: THEIRS in texts(app))
        await pilot.press("e", "enter")
        assert texts(app)[-1] == THEIRS
        await pilot.press("enter")
        assert texts(app)[-1] == f"{SAID}!"


async def test_a_line_that_nobody_else_touched_is_kept_at_once(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        notes.does(EditCapture(last_of(notes), learning(THEIRS)))
        await until(pilot, lambda: THEIRS in texts(app))
        await pilot.press("e", *"!")
        notes.does(WriteCapture(learning("Another")))
        await until(pilot, lambda: "Another" in texts(app))
        await pilot.press("enter")
        assert texts(app)[-2] == f"{THEIRS}!"


def last_of(other: Other) -> str:
    return list(other.desk.meeting.session.captures)[-1]


async def test_under_the_veil_no_words_are_said(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await pilot.press("v", "e", *"!")
        notes.tells("mend", last(app))
        notes.does(EditCapture(last(app), learning(THEIRS)))
        await until(pilot, lambda: THEIRS in texts(app) and bool(board.others.changing))
        assert "notes" not in pane_text(board, "message")
        await pilot.press("enter")
        assert pane_text(board, "message").strip() == "!  Changed meanwhile by another seat. Enter again keeps yours."


async def test_that_another_seat_mends_the_same_is_said_and_it_goes_on(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        board = board_of(app)
        notes.tells("mend", last(app))
        await until(pilot, lambda: bool(board.others.changing))
        await pilot.press("e", *"!")
        assert "notes changes it too · learning" in pane_text(board, "message")
        await pilot.press("enter")
        assert texts(app)[-1] == f"{SAID}!"


async def test_what_was_struck_meanwhile_goes_from_the_line(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await pilot.press("e", *"!")
        notes.does(StrikeCapture(last(app)))
        await until(pilot, lambda: SAID not in texts(app))
        assert board.query_one(Input).value == ""
        assert board.writing.drafts() == []


async def test_what_was_dropped_meanwhile_leaves_the_words_as_a_new_line(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await pilot.press("e", *"!")
        notes.does(DropCapture(last(app)))
        await until(pilot, lambda: SAID not in texts(app))
        await pilot.press("enter")
        assert texts(app) == ["The first of two"]
        await pilot.press("enter")
        assert texts(app) == ["The first of two", f"{SAID}!"]
        assert not board.writing.active


async def test_the_read_back_asks_as_well(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "end", "e", *"!")
        notes.does(EditCapture(last(app), learning(THEIRS)))
        await until(pilot, lambda: THEIRS in texts(app))
        await press(pilot, "enter")
        assert texts(app)[-1] == THEIRS
        assert "Enter again keeps yours." in text(app, "message")
        await press(pilot, "enter")
        assert texts(app)[-1] == f"{SAID}!"


# ── Large screens ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_a_title_that_was_changed_meanwhile_is_asked_about(
    app: LcTerm, notes: Other, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "1", "home", "down", "e", *" x")
        notes.does(MendPoint(2, title="A talk by Ben about the house at the end of the long street"))
        await until(pilot, lambda: "A talk" in text(app))
        await press(pilot, "enter")
        assert titles(app)[1].startswith("A talk")
        assert text(app, "message").endswith("Enter again keeps yours.")
        well_drawn(app)
        await press(pilot, "enter")
        assert titles(app)[1] == "Presentation 1 x"


async def test_a_title_goes_with_its_point_wherever_another_seat_moved_it(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "home", "down", "down", "e", *" x")
        notes.does(MovePoint(3, 1), InsertPoint("Coffee", 5, "none", 2))
        await until(pilot, lambda: "Coffee" in text(app))
        await press(pilot, "enter")
        assert "Discussion 1 x" in titles(app)
        assert len([one for one in titles(app) if one.endswith(" x")]) == 1


async def test_what_was_typed_for_a_point_that_is_gone_is_not_its_neighbour_s(app: LcTerm, notes: Other) -> None:
    notes.does(InsertPoint("Coffee", 5, "none", 3))
    async with app.run_test(size=(80, 24)) as pilot:
        before = titles(app)
        await press(pilot, "1", "home", "down", "down", "e", *" x")
        notes.does(Undo())
        await until(pilot, lambda: "Coffee" not in titles(app))
        await press(pilot, "enter")
        assert titles(app) == [one for one in before if one != "Coffee"]
        assert GONE in text(app, "message")
        entry = top(app).query_one(Input)
        assert entry.value == "Coffee x"
        await press(pilot, "escape", "m", "q")
        assert "not there" not in text(app, "message")


async def test_a_mode_is_not_given_to_the_neighbour_of_a_point_that_is_gone(app: LcTerm, notes: Other) -> None:
    notes.does(InsertPoint("Coffee", 5, "none", 3))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "home", "down", "down", "m")
        notes.does(Undo())
        await until(pilot, lambda: "Coffee" not in titles(app))
        modes = [point.mode for point in board_of(app).desk.meeting.session.points.values()]
        await press(pilot, "r")
        assert [point.mode for point in board_of(app).desk.meeting.session.points.values()] == modes
        assert GONE in text(app, "message")


async def test_a_number_is_that_of_now_and_not_of_what_is_drawn(app: LcTerm, notes: Other) -> None:
    """The other seat has moved the points in the moment before the key."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "home", "down", "down")
        assert titles(app)[2] == "Discussion 1"
        notes.does(InsertPoint("Coffee", 5, "none", 2))
        board = board_of(app)
        await until(pilot, lambda: board.desk.poll() or "Coffee" in titles(app))
        top(app).press("k", "k")
        points = board.desk.meeting.session.points.values()
        assert [one.plan.title for one in points if one.status == "skipped"] == ["Discussion 1"]
        notes.does(SkipPoint(2))


async def test_an_owner_is_not_given_to_the_neighbour_of_a_capture_that_is_gone(app: LcTerm, notes: Other) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "end", "w", *"ben")
        notes.does(DropCapture(last(app)))
        await until(pilot, lambda: SAID not in texts(app))
        await press(pilot, "enter")
        (one,) = board_of(app).desk.meeting.session.captures.values()
        assert one.words.owners == ()
        assert GONE in text(app, "message")
        await press(pilot, "escape", "k", "q")
        assert next(iter(board_of(app).desk.meeting.session.captures.values())).words.kind == "question"
