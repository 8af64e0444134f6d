"""The capture line keeps what was typed, shows it at every size, and hides it as soon as the veil comes down."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import PassFacilitation
from lcterm.core.events import Words
from lcterm.ui.app import LcTerm
from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.beside import resize, until
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.homes import acted


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def text(app: LcTerm) -> str:
    """What stands in the line."""
    return board_of(app).query_one(CaptureInput).value


def picture(app: LcTerm) -> str:
    """The screen as it is drawn, blanks as blanks."""
    return app.export_screenshot().replace("&#160;", " ")


async def test_the_veil_dots_a_line_that_is_being_written(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Arrears")
        assert "Arrears" in picture(app)
        await press(pilot, "f9")
        assert "Arrears" not in picture(app)
        assert text(app) == "Arrears"
        await press(pilot, "f9")
        assert "Arrears" in picture(app)


async def test_a_line_that_was_left_outlives_mending_another(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "c", *"Half", "escape")
        await press(pilot, "e")
        assert text(app) == "l Kept"
        await press(pilot, "escape", "c")
        assert text(app) == "Half"


async def test_mending_that_was_left_goes_on_where_it_was(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "e", *"er", "escape", "c")
        assert text(app) == ""
        await press(pilot, "escape", "e")
        assert text(app) == "l Kepter"
        await press(pilot, "enter")
        assert [one.words.text for one in board_of(app).view.session.captures.values()] == ["Kepter"]
        await press(pilot, "e")
        assert text(app) == "l Kepter"


async def test_mending_that_changed_nothing_is_forgotten(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "e", "escape", "u", "c", *"New", "enter", "e")
        assert text(app) == "l New"


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (59, 19)])
async def test_the_smallest_board_shows_who_is_asked_and_what_is_typed(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, "t", "h", "s")
        assert "Hand up for s" in pane_text(board, "block")
        await press(pilot, "o")
        assert "Sam O. has a hand" in pane_text(board, "block")
        await press(pilot, "c", *"Plain")
        assert "Plain" in picture(app)
        assert pane_text(board, "block").split("\n")[0].startswith("5:00 left of 5")
        await press(pilot, "enter")
        assert "Written down: lea" in pane_text(board, "block")
        await press(pilot, "q")
        assert "Leave this" in pane_text(board, "block")


async def test_a_line_that_is_being_written_outlives_a_change_of_size(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"Plain")
        for size in ((20, 5), (120, 36)):
            await resize(pilot, size)
            assert "Plain" in picture(app)
        await press(pilot, "enter")
        assert [one.words.text for one in board_of(app).view.session.captures.values()] == ["Plain"]


# ── Whose words ─────────────────────────────────────────────────────────────────────────────────────────────────


def hint(app: LcTerm) -> str:
    return pane_text(board_of(app), "message")


def written(app: LcTerm) -> list[Words]:
    return [one.words for one in board_of(app).desk.meeting.session.captures.values()]


def person(app: LcTerm, name: str) -> str:
    return next(one.person for one in board_of(app).view.people if one.name == name)


async def test_a_sentence_is_taken_down_for_whoever_has_the_floor(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "g", "t", "full_stop")
        assert pane_text(board_of(app), "line") == " ."
        assert "Tracy's words; the first letter says what it is" in hint(app)
        await press(pilot, *"Ask first.")
        assert "learning · Tracy's words · for the group" in hint(app)
        await press(pilot, "enter")
        await press(pilot, "c", *"Mine", "enter")
        assert [(one.text, one.by) for one in written(app)] == [("Ask first.", person(app, "Tracy")), ("Mine", "")]


async def test_after_the_turn_it_is_for_who_was_just_heard(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "full_stop")
        assert "Nobody has spoken yet, so there are no words to take down." in hint(app)
        await press(pilot, "t", "g", "t", "f", "full_stop", *"s Late", "enter")
        assert [(one.kind, one.by) for one in written(app)] == [("story", person(app, "Tracy"))]


async def test_a_sentence_left_unfinished_is_there_again_for_that_person(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "g", "t", "full_stop", *"Half", "escape", "c")
        assert text(app) == ""
        await press(pilot, "escape", "g", "a", "full_stop")
        assert text(app) == ""
        await press(pilot, "escape", "g", "t", "full_stop")
        assert text(app) == "Half"
        await press(pilot, "escape")
        assert board_of(app).writing.unfinished == "Half"


async def test_a_quote_is_by_whom_it_names_else_by_who_is_heard(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "g", "t", "c", *"u We rang")
        assert "quote · Tracy's words · for the group · held back until Tracy says yes" in hint(app)
        await press(pilot, "enter", "c", *"u We wrote @ben")
        assert "held back until Ben says yes" in hint(app)
        await press(pilot, "enter")
        tracy, ben = person(app, "Tracy"), person(app, "Ben")
        assert [(one.by, one.owners) for one in written(app)] == [(tracy, ()), (ben, ())]
        await press(pilot, "g", "a", "e")
        assert text(app) == "u We wrote @b"
        await press(pilot, *" too", "enter")
        assert written(app)[1].by == ben, "mended words stay whose they were"


async def test_feedback_is_without_a_name_until_it_is_wanted(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "g", "t", "full_stop", *"f Good round")
        assert "Tracy's words, without the name" in hint(app)
        assert "ctrl+f with their name" in pane_text(board_of(app), "footer")
        assert "Good" not in pane_text(board_of(app), "captures")
        await press(pilot, "enter")
        assert "Tracy" not in pane_text(board_of(app), "captures")
        await press(pilot, "c", *"f Great", "ctrl+f")
        assert "feedback · with Tracy's name" in hint(app)
        assert "ctrl+f without the name" in pane_text(board_of(app), "footer")
        await press(pilot, "enter")
        assert [(one.by != "", one.named) for one in written(app)] == [(True, False), (True, True)]
        assert "Tracy" in pane_text(board_of(app), "captures")
        await press(pilot, "e", "ctrl+f", *"er", "enter")
        assert not written(app)[1].named
        await press(pilot, "c", *"l Plain", "ctrl+f", "enter")
        assert (written(app)[2].by, written(app)[2].named) == ("", False), "a name is asked of feedback alone"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_the_key_for_the_name_has_room_at_every_size(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "c", *"f x")
        assert pane_text(board_of(app), "footer").startswith("Enter keep   Esc leave   ctrl+f with their name")


async def test_feedback_that_becomes_something_else_names_nobody(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "g", "t", "full_stop", *"f Good", "enter", "e", "home", "delete", "l", "enter")
        assert [(one.kind, one.by) for one in written(app)] == [("learning", "")]


@pytest.mark.parametrize(
    ("width", "asked"),
    [
        (120, "Maria Lopez: names somebody? clients stay nameless"),
        (80, "names somebody? clients stay nameless"),
        (60, "names somebody?"),
    ],
)
async def test_a_third_party_is_asked_about_and_kept_all_the_same(app: LcTerm, width: int, asked: str) -> None:
    async with app.run_test(size=(width, 36 if width == 120 else 24)) as pilot:
        await press(pilot, "t", "c", *"We told Maria Lopez")
        assert hint(app).endswith(asked)
        assert hint(app).strip().startswith("learning · for the group")
        await press(pilot, "enter")
        assert [one.text for one in written(app)] == ["We told Maria Lopez"]
        await press(pilot, "c", *"We told Tracy of Discussion 1")
        assert "nameless" not in hint(app)


async def test_under_the_veil_neither_whose_nor_whom(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "g", "t", "v", "full_stop", *"u We told Maria Lopez")
        everything = pane_text(board_of(app), "line") + hint(app)
        assert "reads well" in everything
        for hidden in ("Tracy", "Maria", "quote", "yes", "nameless"):
            assert hidden not in everything
        assert "Maria" not in picture(app)


# ── The seat is handed over ─────────────────────────────────────────────────────────────────────────────────────


async def test_what_was_being_written_stays_with_the_seat(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"n A word with Jonas", "enter", "c", *"l Say it early", "enter")
        await press(pilot, "c", *"n And half", "escape", "9", "b")
        assert board_of(app).view.session.facilitator == person(app, "Ben")
        assert board_of(app).writing.unfinished == ""
        await press(pilot, "c")
        assert text(app) == ""
        await press(pilot, "up")
        assert text(app) == "l Say it early"
        await press(pilot, "up")
        assert "Jonas" not in text(app)
        await press(pilot, "down", *"p Bens", "escape", "9", "enter", "c")
        assert text(app) == "n And half", "it is there again with the seat"


async def test_the_line_closes_when_another_seat_hands_over(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"n Half")
        board, meeting = board_of(app), board_of(app).desk.meeting
        acted(app, meeting.community.id, meeting.session.id, PassFacilitation(person(app, "Ben")))
        await until(pilot, lambda: bool(board.desk.meeting.session.facilitator))
        await pilot.pause()
        assert not board.writing.active
        assert text(app) == ""
