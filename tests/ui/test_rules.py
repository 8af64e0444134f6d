"""The ground rules, large, key by key."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.community_events import RulesAgreed
from lcterm.core.keepers import keepers
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.rules import RulesScreen
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, well_drawn
from tests.ui.boards import board_app, board_of

HOSTILE = ("[/red] 漢字漢字", "[@click=app.bell]x[/]", "漢" * 90, "👩‍👩‍👧‍👦", "אביגיל", "x" * 200, "")


def rules(app: LcTerm) -> tuple[str, ...]:
    return board_of(app).desk.meeting.community.rules


async def opened(app: LcTerm, pilot: Pilot[None]) -> None:
    board_of(app).open_large("rules")
    await pilot.pause()


async def test_the_group_writes_its_rules(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, ":", *"rules", "enter")
        assert isinstance(app.screen, RulesScreen)
        assert "No rules yet" in text(app)
        await press(pilot, "a", *"Quiet", "enter", "a", *"Kind", "enter")
        assert rules(app) == ("Quiet", "Kind")
        assert "2 Kind" in chosen(app)
        await press(pilot, "h")
        assert rules(app) == ("Kind", "Quiet")
        assert "1 Kind" in chosen(app), "the cursor goes with the rule"
        await press(pilot, "e", "l", "y", "enter")
        assert rules(app) == ("Kindly", "Quiet")
        await press(pilot, "d")
        assert rules(app) == ("Quiet",)
        assert "u takes it back" in text(app, "message")
        await press(pilot, "u")
        assert rules(app) == ("Kindly", "Quiet")
        await press(pilot, "escape")
        assert isinstance(app.screen, Board)


async def test_what_a_running_session_changes_is_that_sessions(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, "a", *"Before", "enter", "escape", "t")
        await opened(app, pilot)
        await press(pilot, "a", *"During", "enter")
        history = board_of(app).desk.meeting.community.rules_history
        assert [one.session for one in history] == ["", board_of(app).desk.meeting.session.id]


async def test_rules_that_were_lost_are_made_anew_from_memory(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board_of(app).desk.record_of_community(RulesAgreed(rules=("Old", "Older")))
        await opened(app, pilot)
        await press(pilot, "n", "enter")
        assert "Old" not in text(app).replace("The old list", "").replace("Older", "Old.")
        await press(pilot, "enter")
        assert "Nothing is remembered yet" in text(app, "message")
        await press(pilot, "a", *"New", "enter")
        assert rules(app) == ("Old", "Older"), "nothing is agreed yet"
        await press(pilot, "escape")
        assert "The rules stay as they were. n goes on remembering." in text(app, "message")
        await press(pilot, "n", "enter", "enter")
        assert rules(app) == ("New",)
        await press(pilot, "u")
        assert rules(app) == ("Old", "Older")


async def test_who_keeps_them_is_asked_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        assert "nobody keeps them now" in text(app)
        await press(pilot, "k", *"ben", "enter")
        assert [one.name for one in keepers(board_of(app).desk.meeting.community)] == ["Ben"]
        assert "kept by Ben" in text(app)
        await press(pilot, "k", *"ben", "enter")
        assert "Ben goes on keeping the rules." in text(app, "message")
        await press(pilot, "k", *"dor", "enter")
        assert [one.name for one in keepers(board_of(app).desk.meeting.community)] == ["Dorota"]
        await press(pilot, "k", *"zz", "enter")
        assert "No one here is called zz" in text(app, "message")


async def test_after_another_act_that_one_is_taken_back_first(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, "a", *"Kind", "enter", "t", "escape", "t")
        await opened(app, pilot)
        await press(pilot, "a", *"Quiet", "enter", "n", "enter", "escape")
        await press(pilot, "u")
        assert rules(app) == ("Kind", "Quiet"), "making it anew began; what was agreed before that stays"


async def test_themes_are_offered_and_never_put_in(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 50)) as pilot:
        board_of(app).desk.record_of_community(RulesAgreed(rules=("We listen to the end",)))
        await opened(app, pilot)
        await press(pilot, "t")
        assert "Phones and laptops:" in text(app)
        assert "Listening:" not in text(app)
        await press(pilot, "t", "d")
        assert "Phones and laptops:" not in text(app)
        assert rules(app) == ()


async def test_what_others_did_meanwhile_is_not_undone(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, "d", "e")
        assert "There is no rule yet." in text(app, "message")
        await press(pilot, "a", *"One", "enter")
        board_of(app).desk.record_of_community(RulesAgreed(rules=("One", "Two")))
        await press(pilot, "u")
        assert "Somebody has changed the rules since" in text(app, "message")
        assert rules(app) == ("One", "Two")


@pytest.mark.parametrize("size", [(150, 40), (120, 36), (80, 24), (60, 20), (20, 5), (3, 2)])
async def test_every_row_fits_whatever_people_write(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board_of(app).desk.record_of_community(RulesAgreed(rules=HOSTILE))
        await opened(app, pilot)
        for key in ("down", "t", "end", "a", "escape", "e", "escape", "k", "escape", "v", "n", "escape"):
            well_drawn(app)
            await press(pilot, key)
        well_drawn(app)


async def test_a_sentence_that_is_typed_opens_the_line_and_keeps_its_first_letter(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, *"Nobody is asked to speak", "enter")
        assert board_of(app).desk.meeting.community.rules == ("Nobody is asked to speak",)


async def test_from_memory_asks_first_and_says_what_it_does(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, "a", *"Listen", "enter", "n")
        assert "Set this list aside" in text(app, "line")
        assert "Enter sets it aside; Esc brings it back." in text(app, "message")
        await press(pilot, "x")
        assert "The rules stay as they are." in text(app, "message")
        assert "Listen" in text(app)
        await press(pilot, "n", "enter")
        assert "Our rules, from memory" in text(app)
        assert "Listen" not in text(app)
        await press(pilot, "escape")
        assert "Listen" in text(app)
