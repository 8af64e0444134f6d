"""A word that says for whom and fits nobody: the line asks once whether it shall stay in the text."""

from pathlib import Path

import pytest

from lcterm.ui.app import LcTerm
from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.beside import press, text, top, write
from tests.ui.boards import board_app, board_of, pane_text


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


def texts(app: LcTerm) -> list[str]:
    return [one.words.text for one in board_of(app).desk.meeting.session.captures.values()]


def hint(app: LcTerm) -> str:
    return pane_text(board_of(app), "message")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((120, 36), ">evva is nobody here, so the group would read this. Mend it, or Enter again keeps it as text."),
        ((80, 24), ">evva is nobody here: the group would read this. Enter again keeps it."),
        ((60, 20), ">evva is nobody here. Mend it; Enter again keeps it."),
    ],
)
async def test_the_first_enter_asks_and_the_second_keeps_it(app: LcTerm, size: tuple[int, int], said: str) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "c", *"Tell >evva", "enter")
        assert hint(app) == f" !  {said}"
        assert texts(app) == []
        await press(pilot, "enter")
        assert texts(app) == ["Tell >evva"]


async def test_what_was_changed_is_asked_about_again(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Tell >sam", "enter")
        assert ">sam could be Sam K. or Sam O., so the group would read this." in hint(app)
        await press(pilot, "x")
        assert "nobody here, so" not in hint(app)
        await press(pilot, "enter")
        assert ">samx is nobody here, so the group would read this." in hint(app)
        await press(pilot, "escape", "c", "enter")
        assert ">samx is nobody here, so" in hint(app), "what was left and opened again is asked about anew"
        await press(pilot, *["backspace"] * 4, *"ben", "enter")
        assert texts(app) == ["Tell"]


async def test_words_that_only_the_room_or_nobody_would_read(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "c", *"Tell >room >evva", "enter")
        assert "so the room would read this." in hint(app)
        await press(pilot, "escape", "u", "c", *["backspace"] * 30, *"n Tell >evva", "enter")
        assert texts(app) == ["Tell >evva"], "a note is for nobody else anyway"


async def test_mending_what_stays_as_it_was_is_not_asked_about(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        write(app, "l Tell >evva")
        await press(pilot, "e", "enter")
        assert not board_of(app).writing.active
        await press(pilot, "e", "x", "enter")
        assert ">evvax is nobody here" in hint(app)


async def test_under_the_veil_the_word_is_not_shown(app: LcTerm) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "t", "v", "c", *"Tell >evva", "enter")
        assert hint(app) == " !  A word behind > fits nobody. Enter again keeps it."
        assert texts(app) == []
        await press(pilot, "enter")
        assert texts(app) == ["Tell >evva"]


async def test_the_read_back_asks_too(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        write(app, "a Bring letters")
        await press(pilot, "5", ">", *"evva", "enter")
        assert text(app, "message").startswith(" !  >evva is nobody here: the group would read this.")
        assert top(app).app.focused is not None, "the line is still there"
        assert texts(app) == ["Bring letters"]
        await press(pilot, "enter")
        assert texts(app) == ["Bring letters >evva"]


async def test_a_mended_recipient_is_taken(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "c", *"Tell >evva", "enter", *["backspace"] * 4, *"tracy", "enter")
        (capture,) = board_of(app).desk.meeting.session.captures.values()
        assert (capture.words.audience, board_of(app).view.name(capture.words.to)) == ("other", "Tracy")
        assert board_of(app).query_one(CaptureInput).value == ""
