"""The co-facilitator's hour, key by key: she types, and raises a hand in between, without ever losing her line."""

from pathlib import Path

import pytest

from lcterm.core.commands import EndSession, PauseClock, WriteCapture
from lcterm.core.events import Words
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.large_captures import LargeCaptures
from tests.clock_program import TestClock
from tests.ui.beside import until
from tests.ui.boards import pane_text
from tests.ui.notes import line, notes_app, press, ready, seat_of, texts

WIDE = (120, 36)


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return notes_app(tmp_path, clock)


async def test_line_after_line_without_another_key(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *"a Call @tr")
        await press(pilot, "tab", *"^fri", "enter")
        assert (texts(app), line(app), ready(app)) == (["Call"], "", True)
        assert "Written down: action." in pane_text(seat_of(app), "message")
        assert "F8 takes it back" in pane_text(seat_of(app), "message")
        await press(pilot, *"q Who")
        assert "question" in pane_text(seat_of(app), "message")
        await press(pilot, "enter", *"n Hush", "enter")
        assert texts(app) == ["Call", "Who", "Hush"]
        shown = pane_text(seat_of(app), "captures")
        assert "Tracy · Fri" in shown
        assert "only us" in shown
        assert "Before the start" in shown


@pytest.mark.parametrize("begin", ["f5", "", "pause", "end"])
async def test_the_line_is_ready_however_the_session_stands(app: LcTerm, begin: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        if begin:
            await press(pilot, "f5")
        if begin in ("pause", "end"):
            seat_of(app).act(PauseClock() if begin == "pause" else EndSession())
        await press(pilot, *"l Early", "enter", *"s Twice", "enter")
        assert texts(app) == ["Early", "Twice"]
        assert ready(app)


async def test_a_hand_in_between_leaves_the_half_written_line(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", "ctrl+n", *"l Half a", "f2")
        assert not ready(app)
        assert "Hand up for" in pane_text(seat_of(app), "line")
        assert not seat_of(app).query_one("#capture-input").display
        await press(pilot, "d")
        assert (line(app), ready(app)) == ("l Half a", True)
        assert "Dorota" in pane_text(seat_of(app), "message")
        await press(pilot, "ctrl+g", *" thought", "f3", "g", "f4", "a", "escape", "escape", "enter")
        assert texts(app) == ["Half a thought"]
        session = seat_of(app).desk.meeting.session
        assert session.turn is not None
        assert seat_of(app).view.name(session.turn.person) == "Amina"


async def test_a_name_typed_in_full_is_no_text_of_the_line(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", "ctrl+n", *"l Half", "f2", *"jonas", "enter")
        assert (line(app), texts(app)) == ("l Half", [])
        assert [seat_of(app).view.name(one.person) for one in seat_of(app).view.session.hands] == ["Jonas"]
        await press(pilot, "f2", *"d", *" of it")
        assert line(app) == "l Half of it"
        await press(pilot, "f2", *"g", *"rather")
        assert line(app) == "l Half of itrather", "what seemed to spell the name was text that went on"
        await press(pilot, "f2", *"l", "e")
        clock.advance(1)
        await until(pilot, lambda: line(app) == "l Half of itrathere")


async def test_nobody_named_in_time_gives_the_line_back(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *"l Half", "f2")
        seat_of(app).keyboard.lapse()
        await pilot.pause()
        assert (line(app), ready(app)) == ("l Half", True)
        assert "Nobody was named" in pane_text(seat_of(app), "message")


async def test_esc_steps_out_and_three_keys_come_back(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", "ctrl+n", *"l Half")
        for back in ("c", "escape", "enter"):
            await press(pilot, "escape")
            assert not ready(app)
            assert "single keys act" in pane_text(seat_of(app), "line")
            hands = len(seat_of(app).view.session.hands)
            await press(pilot, "h", "b" if not hands else "d" if hands == 1 else "g")
            await until(pilot, lambda hands=hands: len(seat_of(app).view.session.hands) > hands)  # type: ignore[misc]
            assert not ready(app), "a pick out of the line stays out of it"
            seat_of(app).clock.advance(2)  # type: ignore[attr-defined]
            await press(pilot, back)
            assert (line(app), ready(app)) == ("l Half", True)
        assert texts(app) == []


async def test_an_earlier_line_is_changed(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *"l One", "enter", *"l Two", "enter", *"s Half", "up", "up")
        assert line(app) == "l One"
        await press(pilot, *" more", "enter")
        assert (texts(app), line(app)) == (["One more", "Two"], "s Half")
        await press(pilot, "up", *"?", "down")
        assert line(app) == "s Half"
        await press(pilot, "up")
        assert line(app) == "l Two?", "a change that was left is gone on with"
        await press(pilot, "escape")
        assert (line(app), ready(app)) == ("s Half", True)
        await press(pilot, "f8")
        assert texts(app) == ["One", "Two"]


async def test_after_a_large_screen_and_the_palette_the_line_is_ready(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *"l Half", "ctrl+o", *"captures, large", "enter")
        assert isinstance(app.screen, LargeCaptures)
        await press(pilot, "escape")
        assert (line(app), ready(app)) == ("l Half", True)
        await press(pilot, "escape", "2", "escape")
        assert (line(app), ready(app)) == ("l Half", True)
        await press(pilot, "ctrl+o", *"hand", "enter", "b")
        assert (line(app), ready(app)) == ("l Half", True)
        assert len(seat_of(app).view.session.hands) == 1


async def test_the_landing_plan_has_the_keys_while_it_stands(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *"l Half", "ctrl+o", *"landing", "enter")
        assert not ready(app)
        assert seat_of(app).keyboard.standing is not None
        await press(pilot, "escape")
        assert (line(app), ready(app)) == ("l Half", True)


async def test_what_she_typed_too_late_or_wrongly_is_said_and_kept(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *"a Call @nobody", "enter")
        assert (texts(app), line(app), ready(app)) == ([], "a Call @nobody", True)
        assert "Your text stays" in pane_text(seat_of(app), "message")
        await press(pilot, "ctrl+u", "enter")
        assert (line(app), ready(app)) == ("", True)


async def test_the_captures_stay_at_their_end_or_where_she_reads(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seat = seat_of(app)
        for number in range(30):
            seat.act(WriteCapture(Words(kind="learning", text=f"Number {number}")))
        assert "Number 29" in pane_text(seat, "captures")
        await press(pilot, "pageup")
        first = pane_text(seat, "captures").split("\n")[1]
        assert "Number 29" not in pane_text(seat, "captures")
        assert "PgDn" in pane_text(seat, "captures")
        shown = seat.shown
        assert shown is not None
        seat.desk.act(WriteCapture(Words(kind="learning", text="Of another seat")))
        seat.draw()
        assert pane_text(seat, "captures").split("\n")[1] == first
        await press(pilot, "pageup", "pageup", "pageup", "pageup")
        assert "Before the start" in pane_text(seat, "captures")
        assert "Number 0" in pane_text(seat, "captures")
        await press(pilot, *"l Mine", "enter")
        assert "Mine" in pane_text(seat, "captures")
