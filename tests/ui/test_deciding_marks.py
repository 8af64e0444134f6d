"""Counted marks and marks by name: one takes the place of the other, and says so before it does."""

from pathlib import Path

from lcterm.core.commands import Settle
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press
from tests.ui.boards import board_app, board_of
from tests.ui.decidings import held, message, typed
from tests.ui.homes import acted

DISCUSSION = ("t", "j", "3")


async def test_what_marks_would_take_the_place_of_is_said_first(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), "enter")
        await press(pilot, "enter", *typed("7 1"), "g", *"amina")
        assert message(app) == "green: Amina, instead of 7 green, 1 red counted"
        await press(pilot, "enter", "g", *"ben")
        assert message(app) == "green: Ben"
        await press(pilot, "enter", "enter", "3")
        assert message(app) == "3 green, 0 red, instead of 2 green, 0 red by name"
        await press(pilot, "escape")
        assert held(app).suggestions[0].counted is None


async def test_what_another_seat_has_settled_leaves_the_first_way_chosen(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), *typed("write"), "enter")
        await press(pilot, "end", "a", *"wait")
        assert "write" in chosen(app)
        desk = board_of(app).desk
        acted(app, desk.meeting.community.id, desk.meeting.session.id, Settle(held(app).suggestions[0].id))
        desk.poll()
        await press(pilot, "enter")
        assert "Nothing is being decided" in message(app)
        await press(pilot, "escape")
        assert "Traffic light" in chosen(app)


async def test_counts_may_be_typed_at_once(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *DISCUSSION, "exclamation_mark", "l", "enter", *typed("call"), *typed("write"), "enter")
        before = board_of(app).desk.meeting.session.facilitator
        await press(pilot, *"3", "space", *"1", "enter", *"0", "space", *"2", "enter")
        assert [one.counted for one in held(app).suggestions] == [(3, 1), (0, 2)]
        assert board_of(app).desk.meeting.session.facilitator == before, "a digit is no key of the board's here"
