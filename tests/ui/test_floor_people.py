"""People at the keyboard: on the line, dropped and back; the facilitator's seat; seats in another order."""

from pathlib import Path

import pytest

from tests.clock_program import TestClock
from tests.ui.beside import chosen, text
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.floors import LARGE, SIZES, block, later, line, person, press, said, session_of, speaking

DISCUSSION = ("t", "j", "3")


def row(shown: str, badge: str) -> str:
    """The row of who has this badge."""
    return next(one for one in shown.splitlines() if badge in one.split()[:2])


async def test_a_line_drops_and_comes_back(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "slash", "j")
        assert row(pane_text(board, "voices"), "j").endswith("on line")
        await press(pilot, "h", "j", "h", "b", "slash", "j")
        assert row(pane_text(board, "voices"), "j").endswith("line down")
        assert "line down" in row(block(board), "j")
        await press(pilot, "h")
        assert row(pane_text(board, "voices"), "j").endswith("line down"), "who picks sees it too"
        await press(pilot, "escape")
        await press(pilot, "space")
        assert speaking(board) == "Ben", "who cannot hear is passed over"
        assert line(board) == ["Jonas"], "and keeps their place"
        await press(pilot, "g", "j")
        assert "Jonas's line has dropped" in said(board)
        await press(pilot, "slash", "j", "space")
        assert speaking(board) == "Jonas"


async def test_who_arrives_again_is_back_on_the_line(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "slash", "j", "slash", "j", "a", "j")
        assert session_of(board).voices[person(board, "Jonas")].place == "line"
        assert row(pane_text(board, "voices"), "j").endswith("on line")


async def test_a_dropped_line_is_no_silence(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "g", "t", "slash", "j", "slash", "j")
        later(board, clock, 16 * 60)
        voices = pane_text(board, "voices")
        assert row(voices, "l").startswith("○")
        assert "not heard" in row(voices, "l")
        assert "○" not in row(voices, "j")
        assert row(voices, "j").endswith("line down")
        assert "Jonas" not in voices[voices.index("Why") :]


async def test_before_the_start_nobody_has_dropped_yet(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "slash", "j")
        assert board.view.seated[person(board, "Jonas")].place == "line"
        assert row(pane_text(board, "voices"), "j").endswith("on line")
        await press(pilot, "slash", "j")
        assert board.view.seated[person(board, "Jonas")].place == "room"


@pytest.mark.parametrize("keys", [("2", "down", "l"), ("2", "down", "slash")])
async def test_among_the_people_the_line_is_marked_before_the_start(
    tmp_path: Path, clock: TestClock, keys: tuple[str, ...]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, "2", "n", *"Zoe", "enter", "l")
        assert chosen(app).split()[:4] == ["z", "Zoe", "member", "line"], "who was added just now too"
        await press(pilot, "escape", *keys)
        assert chosen(app).split()[:4] == ["b", "Ben", "member", "line"]
        assert "seat" not in text(app, "message")
        await press(pilot, keys[-1])
        assert "room" in chosen(app)
        await press(pilot, keys[-1], "escape", "t")
        assert session_of(board).voices[person(board, "Ben")].place == "line"
        assert session_of(board).voices[person(board, "Zoe")].place == "line"


@pytest.mark.parametrize("size", SIZES)
async def test_the_seat_is_handed_over_and_back(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "9", "enter")
        assert board.mode is not None, "nothing to give back yet"
        await press(pilot, "b")
        assert session_of(board).facilitator == person(board, "Ben")
        assert "Ben facilitates" in pane_text(board, "voices") or "facilitator" in row(pane_text(board, "voices"), "b")
        await press(pilot, "9")
        assert "Enter back to who had it first" in said(board)
        await press(pilot, "enter")
        assert session_of(board).facilitator == ""
        assert "facilitat" not in pane_text(board, "voices")


async def test_the_seat_is_not_given_to_who_is_away(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "x", "b", "9", "b")
        assert "!  Ben is away" in said(board)
        assert session_of(board).facilitator == ""


async def test_among_the_people_places_and_the_seat_change(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=LARGE) as pilot:
        board = board_of(app)
        await press(pilot, *DISCUSSION, "2", "down")
        assert "room" in chosen(app)
        await press(pilot, "l")
        assert chosen(app).split()[:4] == ["b", "Ben", "member", "line"]
        assert "on line" in text(app, "line")
        await press(pilot, "l")
        assert "line down" in chosen(app)
        await press(pilot, "l")
        assert session_of(board).voices[person(board, "Ben")].place == "room"
        await press(pilot, "slash", "9")
        assert session_of(board).facilitator == person(board, "Ben")
        assert "facilitat" in chosen(app)
        await press(pilot, "9")
        assert session_of(board).facilitator == ""


@pytest.mark.parametrize("size", SIZES)
async def test_among_the_people_seats_change(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, names=["Amina", "Ben", "Chidi"])
    async with app.run_test(size=size) as pilot:
        board = board_of(app)

        def seats() -> list[str]:
            return [board.view.name(one) for one in board.view.seated]

        await press(pilot, "2", "plus")
        assert seats() == ["Ben", "Amina", "Chidi"], "before the start too"
        assert "+ − seat" in text(app, "footer")
        await press(pilot, "escape", *DISCUSSION, "o", "2", "home", "shift+down", "shift+down")
        assert board.order == "seat", "in another order nobody would see it"
        assert seats()[2] in chosen(app)
        moved = seats()[2]
        await press(pilot, "minus")
        assert seats()[1] == moved
        assert text(app).splitlines()[2].split()[1] == moved


async def test_a_line_in_words_where_there_is_no_column(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, *DISCUSSION, "slash", "a", "2")
        assert "on line" in text(app, "line")
