"""The agenda changed in the large agenda, while it is planned and while it runs."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from lcterm.core.session import Point
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text
from tests.ui.boards import board_app, board_of

PLANNED, RUNNING = ("1",), ("t", "1")
EACH = pytest.mark.parametrize(
    ("size", "before"), [((120, 36), RUNNING), ((60, 20), PLANNED)], ids=["running-120x36", "planned-60x20"]
)
SIZES = pytest.mark.parametrize("size", [(120, 36), (60, 20)], ids=["120x36", "60x20"])
BOTH = pytest.mark.parametrize("before", [PLANNED, RUNNING], ids=["planned", "running"])


async def write(pilot: Pilot[None], words: str) -> None:
    """Type into the line that is open, and hand it over."""
    await pilot.press(*({" ": "space", ":": "colon", ",": "comma", "-": "minus"}.get(sign, sign) for sign in words))
    await press(pilot, "enter")


def points(app: LcTerm) -> list[Point]:
    return list(board_of(app).desk.meeting.session.points.values())


def titles(app: LcTerm) -> list[str]:
    return [point.plan.title for point in points(app)]


def presenters(app: LcTerm, place: int) -> list[str]:
    community = board_of(app).desk.meeting.community
    return [community.name_of(person) for person in points(app)[place].plan.presenters]


@EACH
async def test_a_point_is_inserted_after_the_chosen_one(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "i")
        assert "such as Coffee 10" in text(app, "message")
        await write(pilot, "Round of doubts 12")
        assert titles(app)[:4] == ["Introductions", "Presentation 1", "Round of doubts", "Discussion 1"]
        assert (points(app)[2].plan.minutes, points(app)[2].mode) == (12, "round")
        assert "Round of doubts" in chosen(app)
        assert "Round of doubts is on the agenda, 12 min." in text(app, "message")
        await press(pilot, "u")
        assert "Round of doubts" not in titles(app)


async def test_what_is_typed_is_understood_below_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1", "i", *"Case", "space", "1")
        assert text(app, "message").strip() == "Case · 1 min · presenter"
        await press(pilot, "backspace")
        assert text(app, "message").strip().startswith("How long?")
        await press(pilot, "enter")
        assert text(app, "message") == " !  How long? Write the minutes behind the title: Coffee 10."
        assert titles(app)[1] == "Presentation 1", "nothing was inserted"
        await write(pilot, "15")
        assert (titles(app)[1], points(app)[1].plan.minutes) == ("Case", 15)


async def test_after_a_point_that_is_over_it_comes_after_the_running_one(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        clock.advance(60)
        await press(pilot, "n", "1", "home", "i")
        await write(pilot, "Air 5")
        assert titles(app)[:3] == ["Introductions", "Presentation 1", "Air"]


@EACH
async def test_a_point_is_renamed(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "down", "e", *["backspace"] * 2)
        await write(pilot, " of the case")
        assert titles(app)[2] == "Discussion of the case"
        await press(pilot, "e", "x", "escape")
        assert titles(app)[2] == "Discussion of the case"


@EACH
async def test_points_change_places(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "down", "shift+down")
        assert titles(app)[2:4] == ["Break", "Discussion 1"]
        assert "4 Discussion 1" in chosen(app), "the cursor goes with it"
        await press(pilot, "h", "h")
        assert titles(app)[1:4] == ["Discussion 1", "Presentation 1", "Break"]
        await press(pilot, "l", "shift+up", "shift+up", "shift+up")
        first = 0 if before == PLANNED else 1
        assert titles(app)[first] == "Discussion 1"
        assert "cannot go further up" in text(app, "message")


@EACH
async def test_a_point_is_fixed_to_the_clock_and_let_go(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "down", "down", "f")
        await write(pilot, "tea time")
        assert "'tea time' is no clock time; write it like 15:30." in text(app, "message")
        await press(pilot, *["backspace"] * 8)
        await write(pilot, "15:30")
        assert chosen(app).startswith("=  4 Break")
        assert "15:30" in chosen(app)
        assert "begins at 15:30, not before" in text(app, "line")
        await press(pilot, "f")
        assert not points(app)[3].fixed
        assert chosen(app).startswith("   4 Break")


@EACH
async def test_the_mode_of_a_point_to_come(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "down", "m")
        for mode in ("round", "queue", "open", "presenter", "pairs", "none"):
            assert mode in text(app, "line")
        await press(pilot, "t")
        assert points(app)[2].mode == "pairs"
        await press(pilot, "m", "x")
        assert "No mode has the letter x." in text(app, "message")
        await press(pilot, "m", "escape")
        assert points(app)[2].mode == "pairs"


@EACH
async def test_who_presents(tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "p", *["backspace"] * 3)
        await write(pilot, "zoe")
        assert "No one here is called zoe." in text(app, "message")
        await press(pilot, *["backspace"] * 3)
        await write(pilot, "amina, sam k.")
        assert presenters(app, 1) == ["Amina", "Sam K."]
        assert "Amina and Sam K. presents" not in text(app, "line")
        assert "Amina and Sam K. present" in text(app, "line")
        await press(pilot, "p", *["backspace"] * 14)
        await write(pilot, "-")
        assert presenters(app, 1) == []
        await press(pilot, "p")
        await write(pilot, "j l")
        assert presenters(app, 1) == ["Jonas", "Leila"]


@EACH
async def test_where_the_group_sums_up(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "down", "s")
        assert points(app)[2].plan.sums_up
        assert "the group sums up here" in text(app, "line")
        await press(pilot, "s")
        assert not points(app)[2].plan.sums_up


@EACH
async def test_lengths_while_planned_and_while_it_runs(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *before, "down", "down", "greater_than_sign", "plus", "minus", "minus")
        assert points(app)[2].length == 39 * 60_000


@BOTH
async def test_left_out_and_put_in_again(tmp_path: Path, clock: TestClock, before: tuple[str, ...]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *before, "down", "down", "down", "k")
        assert points(app)[3].status == "skipped"
        assert "k put in again" in text(app, "footer")
        await press(pilot, "k")
        assert points(app)[3].status == "ahead"
        assert titles(app)[3] == "Break"
        assert "k leave out" in text(app, "footer")


async def test_what_is_over_stands(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        clock.advance(60)
        await press(pilot, "n", "1", "home")
        before = points(app)
        for keys in (("s",), ("plus",), ("h",), ("l",), ("e", "x", "enter", "escape"), ("m", "q")):
            await press(pilot, *keys)
            assert text(app, "message").startswith(" !"), keys
        assert points(app) == before


@SIZES
async def test_the_footer_and_the_help_name_every_key(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "1")
        assert text(app, "footer").startswith("Esc back")
        assert text(app, "footer").endswith("? keys")
        await press(pilot, "question_mark")
        for word in ("insert", "rename", "up, down", "fix time", "mode", "presenter", "sums up", "leave out"):
            assert word in text(app)


@pytest.mark.parametrize("keys", ["iCoffee 10", "e of it"])
async def test_what_is_typed_in_one_go_arrives_whole(tmp_path: Path, clock: TestClock, keys: str) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "1")
        for sign in keys:
            app.post_message(Key({" ": "space"}.get(sign, sign), sign))
        app.post_message(Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert ("Coffee" in titles(app)) == (keys[0] == "i")
        assert ("Introductions of it" in titles(app)) == (keys[0] == "e")


async def test_under_the_veil_what_is_typed_is_dotted(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "v", "1", "i", *"Tears", "space", "5")
        assert "Tears" not in text(app, "message")
        await press(pilot, "enter")
        assert "Tears" in titles(app)
