"""The mouse at the co-facilitator's seat."""

from pathlib import Path

from tests.clock_program import TestClock
from tests.ui.boards import pane_text
from tests.ui.notes import line, notes_app, press, ready, seat_of


async def test_a_click_chooses_a_capture_another_opens_it_and_the_wheel_moves_them(
    tmp_path: Path, clock: TestClock
) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, *"l First", "enter", *"l Half")
        rows = pane_text(seat_of(app), "captures").split("\n")
        place = next(number for number, text in enumerate(rows) if "First" in text)
        await pilot.click("#captures", offset=(3, place))
        await pilot.pause()
        assert (line(app), ready(app), seat_of(app).chosen) == ("l Half", True, seat_of(app).pointed)
        assert "Enter or another click opens it; Esc leaves it." in pane_text(seat_of(app), "message")
        await pilot.click("#captures", offset=(3, place))
        await pilot.pause()
        assert (line(app), ready(app)) == ("l First", True)
        await press(pilot, "escape")
        assert line(app) == "l Half"
        seat_of(app).roll(-3)
        assert seat_of(app).top is None, "where all fits nothing moves"


async def test_in_two_rows_a_click_on_the_floor_is_the_next_speaker(tmp_path: Path, clock: TestClock) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "f5", "ctrl+n", *"l Half", "f2", "d")
        clock.advance(2)
        await press(pilot, "ctrl+n")
        await pilot.click("#block", offset=(40, 1))
        await pilot.pause()
        turn = seat_of(app).desk.meeting.session.turn
        assert turn is not None
        assert seat_of(app).view.name(turn.person) == "Dorota"
        assert (line(app), ready(app)) == ("l Half", True)


async def test_a_chosen_capture_is_opened_with_enter_and_left_by_esc_or_by_typing(
    tmp_path: Path, clock: TestClock
) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *"l First", "enter")
        rows = pane_text(seat_of(app), "captures").split("\n")
        place = next(number for number, text in enumerate(rows) if "First" in text)
        for leaves in (("escape",), ("x", "backspace")):
            await pilot.click("#captures", offset=(3, place))
            await press(pilot, *leaves)
            assert (seat_of(app).pointed, line(app), ready(app)) == ("", "", True)
        await press(pilot, "enter")
        assert line(app) == ""
        await pilot.click("#captures", offset=(3, place))
        await press(pilot, "enter")
        assert line(app) == "l First"
        await press(pilot, "escape", "escape")
        await pilot.click("#captures", offset=(3, place))
        clock.advance(2)
        await press(pilot, "enter")
        assert (line(app), ready(app)) == ("l First", True)
