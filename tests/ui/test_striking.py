"""Striking on the board: which one, asked twice, gone from every place where it could come back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import StrikeCapture
from lcterm.core.session import Capture
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.care import CareCard
from lcterm.ui.screens.striking import StrikeMode
from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.beside import until, write
from tests.ui.boards import again, board_app, board_of, pane_text, whole_text
from tests.ui.homes import acted

SIZES = [(120, 36), (80, 24), (60, 20), (40, 12)]


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def captures(app: LcTerm) -> list[Capture]:
    return list(board_of(app).desk.meeting.session.captures.values())


def asked(app: LcTerm) -> StrikeMode:
    mode = board_of(app).mode
    assert isinstance(mode, StrikeMode), mode
    return mode


async def test_the_latest_is_chosen_first_and_shown_where_the_eye_is(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one", "l two")
        board = board_of(app)
        await press(pilot, "d")
        assert pane_text(board, "line").startswith(" d  Strike learning 14:00  two")
        assert "nothing brings them back" in pane_text(board, "message")
        assert pane_text(board, "footer").startswith("Esc leave it   Enter strike   ↑ ↓ choose")
        chosen = [line for line in board.panes["captures"].lines if line[0].look == "chip"]
        assert len(chosen) == 1
        assert "two" in chosen[0][0].text
        await press(pilot, "up")
        assert "one" in pane_text(board, "line")
        await press(pilot, "escape")
        assert "Nothing was struck." in pane_text(board, "message")
        assert len(captures(app)) == 2
        assert not [line for line in board.panes["captures"].lines if line[0].look == "chip"]


@pytest.mark.parametrize("size", SIZES)
async def test_enter_asks_once_more_and_enter_again_strikes(
    app: LcTerm, clock: TestClock, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        write(app, "l one", "l two")
        await press(pilot, "d")
        assert "Strike learning 14:00" in whole_text(board_of(app))
        assert "Enter twice strikes it" in whole_text(board_of(app))
        await press(pilot, "enter")
        asked_twice = "Not struck yet: Enter once more" + (" and the words are gone" if size[0] > 60 else "")
        assert asked_twice in whole_text(board_of(app))
        if size[0] == 60:
            assert "Enter once more and the words go." in pane_text(board_of(app), "message")
        await press(pilot, "up")
        assert not asked(app).armed, "another one has to be asked about anew"
        await press(pilot, "down", "enter")
        clock.advance(0.3)
        await press(pilot, "enter")
        assert [one.words.text for one in captures(app)] == ["one"]
        assert "Struck: the words are gone" in whole_text(board_of(app))
        assert "takes it back" not in whole_text(board_of(app))


async def test_two_presses_are_enough_and_a_key_held_down_is_one(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "l one")
        await press(pilot, "d", "enter")
        for _ in range(20):
            clock.advance(0.03)
            await press(pilot, "enter")
        assert len(captures(app)) == 1
        clock.advance(0.3)
        await press(pilot, "enter")
        assert not captures(app)


async def test_any_other_key_disarms(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "l one")
        await press(pilot, "d", "enter", "x", "enter")
        assert asked(app).armed
        assert len(captures(app)) == 1


async def test_care_leaves_it_and_does_its_work(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "l one")
        await press(pilot, "t", "d", "enter", "0")
        assert board_of(app).mode is None
        assert board_of(app).desk.meeting.session.care
        assert isinstance(app.screen, CareCard)
        await press(pilot, "0")
        await press(pilot, "enter", "enter")
        assert len(captures(app)) == 1


async def test_when_its_time_is_over_it_says_so(app: LcTerm) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        write(app, "l one")
        await press(pilot, "d", "enter")
        board_of(app).keyboard.lapse()
        assert "Nothing was struck; d begins again." in pane_text(board_of(app), "message")
        await press(pilot, "enter", "enter")
        assert len(captures(app)) == 1


async def test_nothing_written_is_said(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        said = pane_text(board_of(app), "message")
        assert "Nothing is written down yet, so there is nothing to strike." in said
        assert board_of(app).mode is None


async def test_undo_of_a_capture_offers_strike_and_d_has_it_chosen(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        write(app, "l one", "q two")
        await press(pilot, "u")
        board = board_of(app)
        assert "Taken back: question.   d strikes it from the disk too" in pane_text(board, "message")
        await press(pilot, "d")
        assert "Strike question 14:00, off the list  two" in pane_text(board, "line")
        await press(pilot, "enter")
        clock.advance(0.3)
        await press(pilot, "enter")
        assert [one.words.text for one in captures(app)] == ["one"]
        assert board.desk.meeting.session.struck
        await press(pilot, "d")
        assert "one" in pane_text(board, "line"), "nothing is left of the other"
        await press(pilot, "escape", "r")
        assert [one.words.text for one in captures(app)] == ["one"], "nor does redo bring it back"


async def test_what_was_taken_back_earlier_stands_below_the_latest(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "q two")
        await press(pilot, "u")
        write(app, "l three")
        await press(pilot, "d")
        assert asked(app).capture.words.text == "three"
        await press(pilot, "down")
        assert asked(app).capture.words.text == "two"


async def test_a_note_taken_back_shows_no_words(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "n hushed")
        await press(pilot, "u", "d")
        assert "Strike note 14:00, off the list" in pane_text(board_of(app), "line")
        assert "hushed" not in whole_text(board_of(app))


@pytest.mark.parametrize("size", SIZES)
async def test_under_the_veil_only_kind_and_time(app: LcTerm, clock: TestClock, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        write(app, "a hushed @ben", "l quietly")
        await press(pilot, "v", "d")
        assert "learning 14:00" in whole_text(board_of(app))
        seen = whole_text(board_of(app))
        await press(pilot, "up", "enter")
        seen += whole_text(board_of(app))
        assert "action 14:00" in seen
        assert "hushed" not in seen
        assert "quietly" not in seen
        clock.advance(0.3)
        await press(pilot, "enter")
        assert [one.words.text for one in captures(app)] == ["quietly"]


async def test_struck_words_do_not_come_back_by_the_line(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"Kept", "enter", "c", *"Hush", "enter", "d", "enter")
        clock.advance(0.3)
        await press(pilot, "enter", "c", "up")
        line = board_of(app).query_one(CaptureInput)
        assert line.value == "Kept"
        await press(pilot, "up", "down", "down")
        assert line.value == ""


async def test_mending_that_was_left_goes_with_the_words(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"Hush", "enter", "e", *"er", "escape", "d", "enter")
        clock.advance(0.3)
        await press(pilot, "enter", "c")
        board = board_of(app)
        assert board.query_one(CaptureInput).value == ""
        assert board.writing.unfinished == ""


async def test_another_seat_s_strike_empties_the_line_that_mends_it(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"Hush", "enter", "e", *"er")
        board = board_of(app)
        meeting = board.desk.meeting
        (hushed,) = meeting.session.captures
        acted(app, meeting.community.id, meeting.session.id, StrikeCapture(hushed))
        await until(pilot, lambda: not board.desk.meeting.session.captures)
        assert board.writing.unfinished == ""
        assert "Hush" not in whole_text(board)
        assert board.query_one(CaptureInput).value == ""


async def test_hostile_words_are_drawn_as_words(app: LcTerm) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        write(app, "l [/oops] [red]x 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 👩‍👩‍👧‍👦 " + "y" * 80)
        await press(pilot, "d")
        board = board_of(app)
        assert "[/oops] [red]x 漢字" in pane_text(board, "line")
        for name in ("line", "message", "captures"):
            pane = board.panes[name]
            for y in range(pane.size.height if pane.display else 0):
                assert pane.render_line(y).cell_length == pane.size.width


async def test_after_a_restart_a_struck_capture_stays_gone(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "l one", "l two")
        await press(pilot, "d", "enter")
        clock.advance(0.3)
        await press(pilot, "enter")
        desk = board_of(app).desk
        home, community, session = app.home, desk.meeting.community.id, desk.meeting.session.id
    app = again(home, clock, community, session)
    async with app.run_test(size=(80, 24)):
        assert [one.words.text for one in captures(app)] == ["one"]


async def test_what_another_seat_strikes_is_not_asked_about_any_more(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one", "l two", "l three")
        board, meeting = board_of(app), board_of(app).desk.meeting
        one, two, three = (capture.id for capture in captures(app))
        await press(pilot, "d", "enter")
        acted(app, meeting.community.id, meeting.session.id, StrikeCapture(three))
        await until(pilot, lambda: len(captures(app)) == 2)
        await pilot.pause()
        assert "three" not in whole_text(board)
        assert asked(app).capture.id == two
        assert not asked(app).armed
        await press(pilot, "down", "up")
        assert asked(app).capture.id == one
        acted(app, meeting.community.id, meeting.session.id, StrikeCapture(two))
        await until(pilot, lambda: len(captures(app)) == 1)
        assert asked(app).capture.id == one, "what is chosen stays so"
        acted(app, meeting.community.id, meeting.session.id, StrikeCapture(one))
        await until(pilot, lambda: not captures(app))
        assert board.mode is None
