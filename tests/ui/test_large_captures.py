"""The captures, large, key by key."""

from pathlib import Path

from textual.widgets import Input

from lcterm.core.commands import PassFacilitation
from lcterm.core.session import Capture
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, top, write
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
        assert "Ben, Chidi · next time · not released yet" in rows
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
        await press(pilot, "3", "space")
        assert captures(app)[1].done
        assert "✓ two" in chosen(app)
        assert "The action is done.   u takes it back" in text(app, "message")
        await press(pilot, "space")
        assert not captures(app)[1].done
        await press(pilot, "up", "space")
        assert "Only an action can be done; this is a learning." in text(app, "message")
        await press(pilot, "x")
        assert [one.words.text for one in captures(app)] == ["two"]
        assert "two" in chosen(app), "its neighbour is chosen"
        said = (
            "Dropped from the list: learning. Its words stay in the log.   u takes it back   d strikes it from the disk"
        )
        assert said in text(app, "message"), "the difference is said"
        await press(pilot, "u")
        assert [one.words.text for one in captures(app)] == ["one", "two"]


async def test_d_asks_twice_and_then_the_words_are_gone(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        write(app, "l one", "l two")
        await press(pilot, "3", "d")
        assert text(app, "line").startswith(" d  Strike learning 14:00  two")
        assert "Enter twice strikes it: the words go, from the disk too" in text(app, "message")
        assert text(app, "footer").startswith("Esc leave it")
        await press(pilot, "x")
        assert len(captures(app)) == 2, "any other key steps out, and does nothing else"
        assert "Nothing was struck." in text(app, "message")
        await press(pilot, "d", "enter")
        assert "Not struck yet: Enter once more and the words are gone, from the disk too." in text(app, "message")
        await press(pilot, "up", "enter")
        assert len(captures(app)) == 2, "the second Enter opened the line: the strike was left"
        await press(pilot, "escape", "3", "d", "enter")
        clock.advance(0.3)
        await press(pilot, "enter")
        assert [one.words.text for one in captures(app)] == ["one"]
        assert text(app, "message").strip() == "✓  Struck: the words are gone, from the disk too."
        await press(pilot, "u")
        assert [one.words.text for one in captures(app)] == []


async def test_a_click_is_never_the_enter_that_strikes(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "l one")
        await press(pilot, "3", "d", "enter")
        top(app).clicked(0)
        assert len(captures(app)) == 1
        assert "Strike" not in text(app, "line")


async def test_a_quote_waits_for_the_speaker_and_a_report_for_the_group(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "u We should have phoned @tracy", "r Handovers fail >sponsor", "l plain")
        await press(pilot, "3")
        rows = [line.strip() for line in text(app).splitlines()]
        assert "Tracy's words · waits for Tracy's yes" in rows
        assert "not released yet" in rows
        await press(pilot, "r")
        assert "It stays with the group" in text(app, "message")
        await press(pilot, "up", "r", "up", "y")
        assert [(one.agreed, one.released) for one in captures(app)] == [(True, False), (False, True), (False, False)]
        rows = [line.strip() for line in text(app).splitlines()]
        assert "Tracy's words · Tracy said yes" in rows
        assert "released" in rows
        await press(pilot, "r", "y", "down", "y", "r")
        assert [(one.agreed, one.released) for one in captures(app)] == [(False, False)] * 3


async def test_a_note_is_listed_for_the_seat_that_wrote_it_alone(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        write(app, "l for all", "n of the first seat")
        board = board_of(app)
        board.act(PassFacilitation(board.view.people[0].person))
        await press(pilot, "3")
        assert "for all" in text(app)
        assert "of the first seat" not in text(app)
        await press(pilot, "escape", "e")
        assert board.query_one("#capture-input", Input).value == "l for all", "nor is it opened again"


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
        write(app, "a secret @ben", "l hushed")
        await press(pilot, "3", "v", "up", "space", "down", "d", "enter")
        everything = text(app) + text(app, "line") + text(app, "message")
        for hidden in ("secret", "hushed", "Ben", "action", "done"):
            assert hidden not in everything
        assert captures(app)[0].done
        clock.advance(0.3)
        await press(pilot, "enter")
        assert len(captures(app)) == 1


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


async def test_whom_it_is_for_is_asked_here_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        write(app, "r Handovers fail")
        await press(pilot, "3", ">", *"nobody", "enter")
        assert ">nobody is nobody here" in text(app, "message")
        assert captures(app)[0].words.audience == "group"
        await press(pilot, *["backspace"] * 6, *"sponsor")
        assert "for the group and the sponsor" in text(app, "message")
        await press(pilot, "enter")
        assert captures(app)[0].words.audience == "sponsor"
        assert captures(app)[0].words.text == "Handovers fail"
        await press(pilot, ">", *"Sam K.", "enter")
        words = captures(app)[0].words
        assert (words.audience, board_of(app).view.name(words.to)) == ("other", "Sam K.")
