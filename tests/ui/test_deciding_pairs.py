"""Deciding in pairs, key by key: three suggestions each, one to the wall, then all vote."""

from pathlib import Path

from lcterm.core.commands import Suggest
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text
from tests.ui.boards import board_app, board_of
from tests.ui.decidings import held, message, rows, typed, written

DISCUSSION = ("t", "j", "3")


async def test_in_pairs(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=[("In twos", 8, "pairs"), ("Close", 0, "none")])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "exclamation_mark", "p", *typed("what now"))
        pair = board_of(app).desk.meeting.session.point.pairs[0]  # type: ignore[union-attr]
        assert board_of(app).view.name(pair[0]) in chosen(app)
        await press(pilot, "enter", *typed("one"), *typed("two"), *typed("three"))
        assert "all 3; Enter alone ends" in message(app)
        await press(pilot, *typed("more"))
        assert "That pair has made its three suggestions" in message(app)
        await press(pilot, *["backspace"] * 4, "enter")
        assert [one.pair for one in held(app).suggestions] == [pair] * 3
        await press(pilot, "m", "up", "s", "up", "c", "c", "down")
        assert [one.sort for one in held(app).suggestions] == ["", "should", "must"]
        await press(pilot, "o")
        assert "Nothing is on the wall yet" in message(app)
        await press(pilot, "enter")
        assert [one.wall for one in held(app).suggestions] == [False, True, False]
        assert "nothing yet" in chosen(app), "the next pair is asked"
        await press(pilot, "enter", *typed("four"), "enter", "enter", "o")
        assert rows(app)[0].startswith("Deciding: the vote")
        assert rows(app)[2:4] == ["· two no marks yet", "· four no marks yet"]
        await press(pilot, "a")
        assert "All vote on what is on the wall now." in message(app)
        await press(pilot, "enter", *typed("3 1"), *typed("5 2"))
        assert rows(app)[2:5] == ["1 four 5 2", "2 two 3 1", "Reds are seen: ask what would have to change."]
        await press(pilot, "o", "o", "y", "enter")
        assert written(app) == [("decision", "what now: four (5 green, 2 red)")]


async def test_where_no_pairs_are_drawn_suggestions_have_no_names(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "p", "enter", "a", *typed("one"), *typed("two"), "enter")
        assert "No pairs are drawn at this point: p draws them." in " ".join(text(app).split())
        await press(pilot, "up", "enter", "enter")
        assert [one.wall for one in held(app).suggestions] == [True, True], "one after the other goes to the wall"


async def test_what_is_not_on_the_wall_is_dotted_under_the_veil(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=[("In twos", 8, "pairs"), ("Close", 0, "none")])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "exclamation_mark", "p", *typed("what now"), "enter", *typed("mellow"), "enter", "v")
        assert "mellow" not in text(app)
        assert "Pair 1" in text(app)
        names = [name for name in board_of(app).view.names.values() if name in text(app)]
        assert names == [], "nor whose it is"
        await press(pilot, "enter")
        assert "mellow" in text(app)


async def test_a_pair_is_the_same_whoever_is_named_first(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=[("In twos", 8, "pairs"), ("Close", 0, "none")])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "exclamation_mark", "p", *typed("what now"))
        before = len(rows(app))
        pair = board_of(app).desk.meeting.session.point.pairs[0]  # type: ignore[union-attr]
        assert board_of(app).act(Suggest("one", tuple(reversed(pair))))
        await press(pilot, "home")
        assert rows(app)[3] == "· one"
        assert len(rows(app)) == before, "one row more, and the remark is gone"


async def test_pairs_are_drawn_from_here(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "p", *typed("what now"))
        assert "p draw pairs" in text(app, "footer")
        await press(pilot, "p")
        point = board_of(app).desk.meeting.session.point
        assert point is not None
        assert (point.mode, len(point.pairs)) == ("pairs", 6)
        assert board_of(app).view.name(point.pairs[0][0]) in chosen(app)
        assert "draw pairs" not in text(app, "footer")
