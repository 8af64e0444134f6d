"""What the co-facilitator has not ended with Enter yet: over leaving, another at the facilitator's seat, the veil."""

from pathlib import Path

import pytest

from lcterm.core.commands import PassFacilitation, StrikeCapture, WriteCapture
from lcterm.core.events import Words
from lcterm.store.drafts import read_drafts
from lcterm.store.seats import Doing, Seated
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.notes_seat import HERE
from tests.clock_program import TestClock
from tests.ui.boards import again, board_of, pane_text, whole_text
from tests.ui.notes import line, notes_again, notes_app, press, ready, seat_of, texts

WIDE = (120, 36)


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return notes_app(tmp_path, clock)


async def test_each_kind_of_seat_gets_its_own_half_written_line_back(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *"l Notes half")
        session = seat_of(app).view.session
    board = again(app.home, clock, session.community, session.id)
    async with board.run_test(size=WIDE) as pilot:
        assert "still there" not in pane_text(board_of(board), "message")
        await press(pilot, "c", *"p Boards half")
    kept = {(one.text, one.left_at) for one in read_drafts(app.home, session.id)}
    assert kept == {("l Notes half", "notes"), ("p Boards half", "")}
    notes = notes_again(app.home, clock, session.community, session.id)
    async with notes.run_test(size=WIDE) as pilot:
        assert (line(notes), ready(notes)) == ("l Notes half", True)
        assert "What you were writing is still there." in pane_text(seat_of(notes), "message")
        await press(pilot, *"!", "enter")
        assert texts(notes) == ["Notes half!"]
    assert [one.text for one in read_drafts(app.home, session.id)] == ["p Boards half"]


async def test_a_change_that_was_left_is_found_again(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *"l One", "enter", "up", *" more")
        session = seat_of(app).view.session
    notes = notes_again(app.home, clock, session.community, session.id)
    async with notes.run_test(size=WIDE) as pilot:
        assert line(notes) == ""
        assert "The line you were changing is still there.   ↑ finds it" in pane_text(seat_of(notes), "message")
        await press(pilot, "up")
        assert line(notes) == "l One more"


@pytest.mark.parametrize(("typed", "stays"), [("l Half", True), ("n Hush", False)])
async def test_another_takes_the_facilitators_seat(app: LcTerm, typed: str, stays: bool) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *typed)
        seat = seat_of(app)
        seat.act(PassFacilitation(next(iter(seat.view.session.voices))))
        await pilot.pause()
        assert (line(app), ready(app)) == (typed if stays else "", True)
        assert ("it is a note" in pane_text(seat, "message")) is not stays
        seat.act(PassFacilitation(""))
        await pilot.pause()
        assert line(app) == typed


async def test_what_she_changes_may_be_struck_meanwhile(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *"l One", "enter", *"s Half", "up", *" more")
        seat = seat_of(app)
        (capture,) = seat.desk.meeting.session.captures
        seat.act(StrikeCapture(capture))
        await pilot.pause()
        assert (line(app), ready(app)) == ("l more", True)
        assert "One" not in whole_text(seat)
        seat.clock.advance(2)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert (texts(app), line(app)) == (["more"], "s Half")


async def test_under_the_veil_nothing_private_shows(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        seat = seat_of(app)
        seat.act(WriteCapture(Words(kind="learning", text="Secret words")))
        await press(pilot, "f5", *"l Whispered", "f9")
        shown = app.export_screenshot().replace("&#160;", " ")
        assert "Secret" not in shown
        assert "Whispered" not in shown
        assert "learning" not in shown
        assert "reads well" in shown
        await press(pilot, "up")
        assert "Secret" not in app.export_screenshot()
        await press(pilot, "escape", "f9")
        assert line(app) == "l Whispered"
        assert "Secret words" in pane_text(seat, "captures")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_help_begins_with_the_keys_of_this_seat(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, *"l Half", "escape", "?")
        shown = app.export_screenshot().replace("&#160;", " ")
        assert "At this seat" in shown
        for one in HERE:
            assert one.words in shown, "nothing is cut"
        paging = [row for row in top_rows(app) if "PgDn" in row]
        assert len(paging) == 1, "it moves the captures here, and no key of the board has it"
        assert "screenful" in paging[0]
        await press(pilot, "escape")
        assert (line(app), ready(app)) == ("l Half", True)


def top_rows(app: LcTerm) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


async def test_the_palette_names_the_keys_that_work_now(app: LcTerm) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f5", *"l Half", "ctrl+o", *"hand")
        assert next(row for row in top_rows(app) if "► hand" in row).rstrip().endswith("F2 …")
        await press(pilot, "escape", "escape", ":", *"hand")
        assert next(row for row in top_rows(app) if "► hand" in row).rstrip().endswith("h …")


async def test_what_the_other_seat_does_is_seen(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *"l One", "enter", *"x", "ctrl+u")
        seat = seat_of(app)
        (capture,) = seat.desk.meeting.session.captures
        seat.others.seats = (Seated("board", 1, Doing("line")),)
        seat.draw()
        assert "board is writing a line" in pane_text(seat, "message")
        seat.others.seats = (Seated("board", 1, Doing("mend", capture)),)
        seat.draw()
        assert "board is changing this" in pane_text(seat, "captures")
