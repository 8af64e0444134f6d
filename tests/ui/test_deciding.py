"""Deciding, key by key: traffic light, pairs, what else, park it."""

from pathlib import Path

import pytest
from textual import events

from lcterm.core.commands import EndSession, LeaveDeciding
from lcterm.ui.app import LcTerm
from lcterm.ui.command_list import commands
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.deciding import DecidingScreen
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, top, until
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.decidings import held, message, rows, typed, written

DISCUSSION = ("t", "j", "3")
QUESTION = "When do we tell the tenant?"
CHARACTERS = {"exclamation_mark": "!", "space": " ", "enter": "\r"}


async def test_a_traffic_light_in_as_few_keys_as_may_be(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l")
        assert "How shall we decide?" in text(app)
        await press(pilot, "enter", *typed("call"), *typed("write"), *typed("wait"), "enter")
        assert held(app).question == QUESTION, "the point's own question is proposed"
        assert "call" in chosen(app), "counting begins with the first"
        await press(pilot, "enter", *typed("2 1"), *typed("6 4"), *typed("6"))
        assert rows(app)[2:5] == ["1 write even 6 4", "1 wait even 6 0", "3 call 2 1"]
        assert "Even at the top" in text(app)
        assert "write" in chosen(app)
        await press(pilot, "down", "y", "enter")
        assert isinstance(app.screen, Board)
        assert written(app) == [("decision", f"{QUESTION} wait (6 green, 0 red)")]
        assert "Decided, and written down.   u takes it back" in message(app)
        await press(pilot, "u")
        assert written(app) == []
        assert held(app).suggestions[0].counted == (2, 1)


async def test_the_board_says_that_a_decision_is_under_way(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    for size in ((60, 20), (80, 24), (120, 36), (150, 40)):
        async with app.run_test(size=size) as pilot:
            board = board_of(app)
            if board.desk.meeting.session.deciding is None:
                assert "deciding" not in pane_text(board, "line")
                await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", "escape", "escape")
            shown = pane_text(board, "line")
            assert shown.endswith(f"! deciding: {QUESTION}" if size[0] >= 140 else "! deciding")
            assert shown.startswith(" c ")
            await press(pilot, "v")
            assert "! deciding" in pane_text(board, "line"), "the room sees that anyway"
            await press(pilot, "exclamation_mark")
            assert QUESTION in text(app)
        app = LcTerm(app.home, clock, {}, (board.desk.meeting.community.id, board.desk.meeting.session.id))


async def test_typing_takes_the_place_of_what_is_proposed(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "w", *typed("who pays?"))
        assert held(app).question == "who pays?"


async def test_marks_by_name_several_at_once_and_taken_back(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), "enter")
        await press(pilot, "g", *typed("a b chi"), "r", *typed("Sam K."))
        one = held(app).suggestions[0]
        assert (one.green, one.red) == (3, 1)
        assert "green: Amina, Ben, Chidi" in text(app)
        assert "red: Sam K." in text(app)
        await press(pilot, "g", *typed("b"))
        assert held(app).suggestions[0].green == 2
        await press(pilot, "u")
        assert held(app).suggestions[0].green == 3
        await press(pilot, "r", *typed("a zoe"))
        assert "No one here is called zoe." in message(app)
        assert (held(app).suggestions[0].green, held(app).suggestions[0].red) == (3, 1), "all of it stays"
        await press(pilot, "escape", "enter", *typed("4 2"))
        assert "green:" not in text(app)
        assert rows(app)[2] == "1 call 4 2"


async def test_under_the_veil_nobody_reads_whose_marks_they_are(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), "enter", "v", "g", "a")
        assert "Amina" not in text(app, "message")
        await press(pilot, "enter")
        assert rows(app)[2] == "1 call 1 0"
        shown = "\n".join(text(app, pane) for pane in top(app).panes)
        assert "Amina" not in shown
        await press(pilot, "v")
        assert "green: Amina" in text(app)


async def test_what_cannot_be_read_stays_and_says_why(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", "escape", "enter")
        assert "Nothing is suggested yet." in message(app)
        await press(pilot, "a", *typed("call"), "enter", "enter", *typed("many"))
        assert "Write how many greens, then how many reds: 9 2." in message(app)
        await press(pilot, "escape", "enter", *typed("9 9"))
        assert "people can give a mark now" in message(app), "twelve are here"
        await press(pilot, "escape", "a", *typed("Call"))
        assert "suggested already" in message(app)
        await press(pilot, "escape", "m")
        assert "m is a key of the board" in message(app)


async def test_reword_strike_and_give_up(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), *typed("canary"), "enter")
        await press(pilot, "enter", *typed("3 0"), *typed("1 1"), "e", *typed(" them"))
        assert rows(app)[2:4] == ["1 canary 1 1", "· call them no marks yet"], "nobody has voted on new words"
        await press(pilot, "up", "d", "x")
        assert len(held(app).suggestions) == 2, "any other key steps out"
        await press(pilot, "d", "enter")
        clock.advance(0.3)
        await press(pilot, "enter")
        assert [one.text for one in held(app).suggestions] == ["call them"]
        await press(pilot, "x", "escape")
        assert "It goes on." in message(app)
        await press(pilot, "x", "enter")
        assert isinstance(app.screen, Board)
        assert board_of(app).desk.meeting.session.deciding is None
        assert written(app) == []
        await press(pilot, "u")
        assert held(app).suggestions[0].text == "call them"
    files = [file for file in (tmp_path / "home").rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if b"canary" in file.read_bytes()], "from the disk too"


async def test_what_else_is_parked_with_all_of_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "w", "enter", *typed("who pays"), *typed("until when"))
        await press(pilot, "enter", "k")
        assert written(app) == [("parked", QUESTION), ("question", "who pays"), ("question", "until when")]
        assert isinstance(app.screen, Board)
        await press(pilot, "u")
        assert written(app) == []
        await press(pilot, "exclamation_mark", "y", *typed("we do it"))
        assert written(app) == [("decision", "we do it")]


async def test_park_it_at_once(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "k", "enter")
        assert written(app) == [("parked", QUESTION)]
        assert isinstance(app.screen, Board)


async def test_before_the_start_it_says_why_not(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "exclamation_mark", "l")
        assert "The session has not started" in message(app)
        await press(pilot, "exclamation_mark")
        assert isinstance(app.screen, Board), "the key that opens it closes it"


async def test_what_another_seat_takes_away_is_not_asked_about(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), "enter", "d", "enter")
        board_of(app).act(LeaveDeciding())
        await press(pilot, "enter")
        assert "How shall we decide?" in text(app)
        assert board_of(app).desk.meeting.session.struck == frozenset()


@pytest.mark.parametrize(
    ("found", "size"),
    [("must", (120, 36)), ("must", (80, 24)), ("must", (60, 20)), ("traffic", (80, 24)), ("finding", (80, 24))],
)
async def test_from_its_card(tmp_path: Path, clock: TestClock, found: str, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *DISCUSSION, "6", *found)
        if size == (60, 20):
            await press(pilot, "enter")
        if found == "finding":
            await press(pilot, "enter")
            assert not isinstance(app.screen, DecidingScreen), "no card, no way to decide"
            return
        assert "Enter start it" in text(app, "footer")
        await press(pilot, "enter", "enter")
        assert held(app).way == ("pairs" if found == "must" else "lights")
        assert isinstance(app.screen, DecidingScreen)


async def test_from_the_palette_and_not_over_one_that_is_open(tmp_path: Path, clock: TestClock) -> None:
    names = {one.name: one.key for one in commands()}
    assert names["decide: what else?"] == "! w"
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "colon", *typed("decide what"))
        await press(pilot, "enter")
        assert held(app).way == "what-else"
        await press(pilot, "escape", "escape", "colon", *typed("decide in pairs"))
        assert "A decision is under way already.   k parks it" in message(app)
        assert held(app).way == "what-else"


async def test_keys_that_come_all_at_once_are_taken_one_after_the_other(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION)

        def counted() -> list[str]:
            deciding = board_of(app).desk.meeting.session.deciding
            return [one.id for one in deciding.suggestions if one.counted] if deciding is not None else []

        keys = ["exclamation_mark", "l", "enter", *typed("call"), *typed("write"), "enter", "enter", *typed("3 1")]
        for key in keys:
            app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
        await until(pilot, lambda: bool(counted()))
        assert held(app).question == QUESTION
        assert [(one.text, one.counted) for one in held(app).suggestions] == [("call", (3, 1)), ("write", None)]


async def test_a_count_is_mended_and_left_as_it_was(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), "enter")
        await press(pilot, "g", *typed("a b"), "enter", "enter")
        assert held(app).suggestions[0].green == 2
        assert held(app).suggestions[0].counted is None, "Enter alone counts nothing"
        await press(pilot, "enter", *typed("3 1"), "enter", "enter")
        assert held(app).suggestions[0].counted == (3, 1)
        assert not text(app, "line"), "what stands there is what was counted"
        await press(pilot, "enter", *typed("4 1"))
        assert held(app).suggestions[0].counted == (4, 1)


async def test_one_that_is_open_when_the_session_closes_can_still_be_ended(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), "enter", "escape")
        assert board_of(app).act(EndSession())
        await press(pilot, "exclamation_mark", "a", *typed("write"))
        assert "The session is closed" in message(app)
        await press(pilot, "escape", "y", "enter")
        assert written(app) == [("decision", f"{QUESTION} call")]
