"""Every screen beside the board, at every size, whatever people are called and whatever was written."""

from pathlib import Path

import pytest

from lcterm.core.joining import Newcomer, joining
from tests.clock_program import TestClock
from tests.thorough import some_of
from tests.ui.beside import press, resize, top, well_drawn, write
from tests.ui.boards import board_app, board_of

HOSTILE = (
    *("[/oops]", "[bold red]Eve[/]", "👩‍👩‍👧‍👦 Family", "🇩🇪 Flag", "عبد الرحمن محمد", "漢字漢字漢字漢字漢字漢字"),
    *("Á̶̡̢̛͖̦̣", "A name that goes on and on and on and does not mean to end before the row", "$x", "\\[x]"),
)
AGENDA = [("[/red] point " + "long " * 10, 5, "round"), ("漢字" * 9, 0.5, "queue"), ("👩‍👩‍👧 talk 1", 600, "presenter")]
SCREENS = ("1", "2", "3", "4", "y", "question_mark", "colon")
SIZES = [(150, 40), (120, 36), (80, 24), (60, 20), (20, 5), (3, 2)]


@pytest.mark.parametrize("size", some_of(SIZES, 4), ids=str)
async def test_no_row_is_wider_or_narrower_than_its_pane(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, HOSTILE, AGENDA)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        desk = board_of(app).desk
        desk.record_of_community(
            joining(desk.meeting.community, [Newcomer("[@click=app.bell]late[/]")], lambda: "late42")
        )
        write(
            app, "a [/b] 漢字漢字 👩‍👩‍👧‍👦 " + "word " * 30 + "@[/oops] ^next >sponsor", "n " + "x" * 300, "u [link=x]y"
        )
        await press(pilot, "t", "n")
        for key in SCREENS:
            await press(pilot, key)
            well_drawn(app)
            for step in ("end", "down", "pageup"):
                top(app).press(step, "")
                well_drawn(app)
            await press(pilot, "escape")
        for keys in (("2", "n", "Z"), ("3", "w", "Z"), ("3", "k"), ("4", "v"), ("2",), ("3",), ("1",), ("y",)):
            await press(pilot, *keys)
            well_drawn(app)
            while app.screen is not board_of(app):
                await press(pilot, "escape")


async def test_a_screen_that_is_open_follows_the_window(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "2", "n", "Z")
        for size in ((20, 5), (60, 20), (150, 40), (80, 24)):
            await resize(pilot, size)
            well_drawn(app)
        await press(pilot, "o", "e", "enter")
        assert "Zoe" in [member.name for member in board_of(app).desk.meeting.community.active]


async def test_pasted_escape_codes_never_reach_the_terminal(tmp_path: Path, clock: TestClock) -> None:
    from textual.events import Paste

    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n")
        app.screen.focused.post_message(Paste("\x1b[31mZoe\x1b]0;owned\x07\nsecond"))  # type: ignore[union-attr]
        await pilot.pause()
        await press(pilot, "enter")
        names = [member.name for member in board_of(app).desk.meeting.community.active]
        assert names[-1] == "Zoe second"
