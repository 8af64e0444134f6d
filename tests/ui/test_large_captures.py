"""The captures, large, key by key."""

from pathlib import Path

from textual.widgets import Input

from lcterm.core.session import Capture
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, write
from tests.ui.boards import board_app, board_of

LONG = "Bring two letters that worked and say beside each of them why, so that everybody can try the same next time"


def captures(app: LcTerm) -> list[Capture]:
    return list(board_of(app).desk.meeting.session.captures.values())


async def test_all_of_them_in_full_under_their_points(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "q Who has the key?")
        await press(pilot, "t")
        write(app, f"a {LONG} @ben @chidi ^next >sponsor")
        await press(pilot, "3")
        rows = [line.strip() for line in text(app).splitlines()]
        assert rows[0].startswith("Captures  2, 1 action open ─")
        assert "Before the start" in rows
        assert "1 Introductions" in rows
        assert "q question  Who has the key?" in rows[3]
        assert " ".join(rows[6:9]).count("Bring two letters") == 1
        assert "sponsor  14:00" in rows[6]
        assert "Ben, Chidi · next time" in rows
        assert "…" not in text(app)
        assert LONG in " ".join(" ".join(rows).replace("sponsor  14:00", "").split())


async def test_the_cursor_begins_at_the_latest(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one", "l two")
        await press(pilot, "3")
        assert "two" in chosen(app)
        await press(pilot, "up")
        assert "one" in chosen(app)


async def test_done_open_drop_and_undo(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one", "a two")
        await press(pilot, "3", "x")
        assert captures(app)[1].done
        assert "✓ two" in chosen(app)
        assert "The action is done.   u takes it back" in text(app, "message")
        await press(pilot, "space")
        assert not captures(app)[1].done
        await press(pilot, "up", "x")
        assert "Only an action can be done; this is a learning." in text(app, "message")
        await press(pilot, "d")
        assert [one.words.text for one in captures(app)] == ["two"]
        assert "two" in chosen(app), "its neighbour is chosen"
        await press(pilot, "u")
        assert [one.words.text for one in captures(app)] == ["one", "two"]


async def test_k_and_a_letter_change_the_kind(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one")
        await press(pilot, "3", "k")
        assert "o outcome" in text(app, "line")
        await press(pilot, "d")
        assert captures(app)[0].words.kind == "decision"
        await press(pilot, "k", "n")
        assert captures(app)[0].words.audience == "facilitators"
        await press(pilot, "k", "q")
        assert captures(app)[0].words.audience == "group"
        await press(pilot, "k", "z")
        assert "No kind begins with z." in text(app, "message")
        await press(pilot, "k", "escape", "escape")
        assert isinstance(app.screen, Board), "the first Esc steps out of the choice, the second out of the screen"
        assert captures(app)[0].words.kind == "question"


async def test_w_gives_to_an_owner_and_takes_away_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        name = board_of(app).view.name
        write(app, "a letters")
        await press(pilot, "3", "w", "s")
        assert "s could be Sam K. or Sam O." in text(app, "message")
        await press(pilot, "enter")
        assert not captures(app)[0].words.owners
        await press(pilot, "k")
        assert "Enter gives it to Sam K." in text(app, "message")
        await press(pilot, "enter", "w", "t", "enter")
        assert [name(owner) for owner in captures(app)[0].words.owners] == ["Sam K.", "Tracy"]
        assert "Sam K., Tracy" in chosen(app)
        await press(pilot, "w", "s", "k")
        assert "Enter takes it from Sam K." in text(app, "message")
        await press(pilot, "enter")
        assert [name(owner) for owner in captures(app)[0].words.owners] == ["Tracy"]
        await press(pilot, "w", "z", "o", "e", "enter")
        assert "No one here is called zoe." in text(app, "message")


async def test_e_mends_on_the_board(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one", "l two")
        await press(pilot, "3", "up", "e")
        await pilot.pause()
        board = app.screen
        assert isinstance(board, Board)
        line = board.query_one("#capture-input", Input)
        assert line.has_focus
        assert line.value == "l one"
        await press(pilot, "s", "enter")
        assert [one.words.text for one in captures(app)] == ["ones", "two"]


async def test_c_starts_a_new_line(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "3")
        assert "Nothing written down yet. c starts a line" in text(app)
        await press(pilot, "d")
        assert "Nothing is written down yet." in text(app, "message")
        await press(pilot, "c")
        await press(pilot, "l", "space", "x", "enter")
        assert [one.words.text for one in captures(app)] == ["x"]


async def test_under_the_veil_all_is_dotted_and_every_key_works(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "a secret @ben", "l word")
        await press(pilot, "3", "v", "up", "x")
        everything = text(app) + text(app, "line") + text(app, "message")
        for hidden in ("secret", "word", "Ben", "action", "done"):
            assert hidden not in everything
        assert captures(app)[0].done


async def test_an_item_taller_than_the_screen_is_read_to_its_end(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 12)) as pilot:
        write(app, "l first")
        write(app, "l " + " ".join(f"w{number}" for number in range(200)))
        await press(pilot, "3", "home", "down")
        assert "w0 " in text(app)
        seen = text(app)
        for _ in range(40):
            await press(pilot, "down")
            seen += text(app)
        assert "w199" in text(app)
        assert all(f"w{number}" in seen for number in range(200))
        for _ in range(40):
            await press(pilot, "up")
        assert "first" in chosen(app)
