"""Words at the notes seat while single keys act: what comes like a sentence goes to the line, keys act."""

from pathlib import Path

import pytest

from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.beside import until
from tests.ui.boards import pane_text
from tests.ui.notes import line, notes_app, press, ready, seat_of, texts


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return notes_app(tmp_path, clock)


@pytest.mark.parametrize(
    "typed",
    ["We should talk to the bank", "l about to crash", "have a look", "I'm not sure", "he said so", "a big"],
)
async def test_a_sentence_stands_in_the_line_and_does_nothing(app: LcTerm, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seat = seat_of(app)
        await press(pilot, "f5", *"l Kept", "enter", "escape")
        before = seat.desk.session.log.last_stamp
        await press(pilot, *typed)
        assert (line(app), ready(app)) == (typed, True)
        assert seat.desk.session.log.last_stamp == before
        assert seat.app.screen is seat
        assert "like a sentence" in pane_text(seat, "message")


async def test_it_goes_on_behind_the_line_that_waits(app: LcTerm) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "f5", *"l Half", "escape", *"and more")
        assert line(app) == "l Half and more"
        await press(pilot, "enter")
        assert texts(app) == ["Half and more"]


@pytest.mark.parametrize("typed", ["hd", "hdorota", "h2d", "hdhb"])
async def test_verbs_with_their_people_act_however_fast(app: LcTerm, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seat = seat_of(app)
        await press(pilot, "f5", "ctrl+n", "escape", *typed)
        await until(pilot, lambda: len(seat.view.session.hands) == (2 if typed == "hdhb" else 1))
        assert seat.view.name(seat.view.session.hands[0].person) == "Dorota"
        assert not ready(app)
        assert line(app) == ""


async def test_a_lone_letter_acts_when_nothing_follows_and_at_once_before_enter(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seat = seat_of(app)
        await press(pilot, "escape", "t")
        await until(pilot, lambda: seat.view.session.status == "running")
        await press(pilot, "h", "enter")
        assert seat.mode is not None
        await press(pilot, "escape", "2")
        assert app.screen is not seat, "a digit does not wait"


async def test_one_key_again_and_again_is_no_word(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seat = seat_of(app)
        await press(pilot, "f5", *"l A", "enter", *"l B", "enter", *"l C", "enter", "escape", *"uuu")
        await until(pilot, lambda: texts(app) == [])
        assert seat.writing.stepped_out


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_that_single_keys_act_is_a_bar_across_the_line(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        seat = seat_of(app)
        assert {span.look for span in seat.panes["line"].lines[0]} != {"soon-chip"}
        await press(pilot, *"l Half", "escape")
        (row,) = seat.panes["line"].lines
        assert {span.look for span in row} == {"soon-chip"}
        assert "single keys act" in pane_text(seat, "line")
        assert pane_text(seat, "line").rstrip().endswith(("writes", "goes on with your line"))
