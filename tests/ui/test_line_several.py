"""Several lines pasted at once."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.notes import line, notes_app, press, seat_of, texts

LINES = "a Call @tr\nl Say early\n\n  q Who?\n"


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return notes_app(tmp_path, clock)


async def paste(app: LcTerm, pilot: Pilot[None], text: str) -> None:
    app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_each_becomes_a_capture_after_a_question(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await paste(app, pilot, LINES)
        assert "3 lines: Enter" in pane_text(seat_of(app), "message")
        assert texts(app) == []
        await press(pilot, "enter")
        assert (texts(app), line(app)) == (["Call", "Say early", "Who?"], "")
        assert "3 lines are written down, each by itself." in pane_text(seat_of(app), "message")


async def test_esc_makes_one_line_of_them(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(app, pilot, "l One\ntwo")
        await press(pilot, "escape")
        assert (line(app), seat_of(app).writing.active) == ("l One two", True)
        await press(pilot, "enter")
        assert texts(app) == ["One two"]


async def test_whatever_is_typed_makes_one_line_of_them_too(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(app, pilot, "l One\ntwo")
        await press(pilot, *"!", "enter")
        assert texts(app) == ["One two!"]


async def test_what_stood_in_the_line_belongs_to_the_first_of_them(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *"s It was ")
        await paste(app, pilot, "late\nq Who?")
        await press(pilot, "enter")
        assert texts(app) == ["It was late", "Who?"]


async def test_those_that_have_to_be_mended_stay_one_after_the_other(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await paste(app, pilot, "a Call @nobody\nl Fine\na Ring @noone")
        await press(pilot, "enter")
        assert (texts(app), line(app)) == (["Fine"], "a Call @nobody")
        assert "1 of 3 lines are written down." in pane_text(seat_of(app), "message")
        assert sorted(one.text for one in seat_of(app).writing.drafts()) == ["a Call @nobody", "a Ring @noone"]
        await press(pilot, "ctrl+u", *"a Call", "enter")
        assert (texts(app), line(app)) == (["Fine", "Call"], "a Ring @noone")


async def test_on_the_board_and_under_the_veil_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "c")
        await paste(app, pilot, LINES)
        assert "3 lines" in pane_text(board_of(app), "message")
        await press(pilot, "enter")
        assert len(board_of(app).desk.meeting.session.captures) == 3


async def test_one_line_is_pasted_as_ever(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(app, pilot, "l One\x1b[31m line\n")
        assert line(app) == "l One line"
        assert "lines" not in pane_text(seat_of(app), "message")
