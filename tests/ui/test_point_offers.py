"""What a point is about is one key away: said where the eye is, and never opened by an Enter that was typed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from lcterm.core.agenda_plan import Mode
from lcterm.core.coming import Agreement, Coming
from lcterm.core.commands import MendPoint, StartSession
from lcterm.core.refusal import Refused
from lcterm.store.templates import templates
from lcterm.ui.app import LcTerm
from lcterm.ui.key_table import SHIPPED
from lcterm.ui.own_keys import remapped
from lcterm.ui.point_offers import point_offer
from lcterm.ui.screens.charter import CharterScreen
from lcterm.ui.screens.next_time import NextTimeScreen
from lcterm.ui.screens.prepare import PrepareScreen
from lcterm.ui.screens.rules import RulesScreen
from lcterm.ui.screens.since import SinceScreen
from lcterm.ui.screens.summary import SummaryScreen
from lcterm.ui.view import view_of
from lcterm.ui.widgets.agenda import question_lines
from tests.clock_program import TestClock
from tests.core.builder import Table
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of, pane_text

HOUR: tuple[tuple[str, float, Mode], ...] = (
    ("Philosophy, rules", 5, "round"),
    ("Since last time", 10, "round"),
    ("Designing together", 50, "queue"),
    ("Talk", 10, "queue"),
    ("Next date, roles", 5, "open"),
)
LATER = 3
"""Seconds after which an Enter is a key of its own again."""


def prompts(app: LcTerm) -> str:
    return pane_text(board_of(app), "prompts")


def now_open(app: LcTerm) -> object:
    """The screen that is shown."""
    return app.screen


def on_the_board(app: LcTerm) -> bool:
    return app.screen is board_of(app)


def offered(title: str) -> str:
    table = Table(agenda=((title, 10, "queue"),))
    table.do(StartSession())
    offer = point_offer(table.session)
    return offer.screen if offer else ""


@pytest.mark.parametrize(
    ("title", "screen"),
    [
        *(("Designing together", "charter"), ("Our format", "charter"), ("Purpose", "charter")),
        *(("Philosophy, rules", "rules"), ("Purpose, rules", "rules"), ("Our rules", "rules")),
        *(("Since last time", "since"), ("Looking back", "since")),
        *(("Next date, roles", "next-time"), ("Next presenters", "next-time")),
        *(("Discussion 1", ""), ("Break", ""), ("What next", ""), ("On purposes", "")),
    ],
)
def test_what_a_title_speaks_of(title: str, screen: str) -> None:
    assert offered(title) == screen


def test_every_shipped_agenda_leads_through_its_hour(tmp_path: Path) -> None:
    found = {one.id: [point.title for point in one.points if offered(point.title)] for one in templates(tmp_path)[0]}
    assert found["ordinary"] == ["Philosophy, rules", "Since last time", "Next date, roles"]
    assert found["circle"] == ["Looking back", "Next date, roles"]
    assert found["circle-first"] == ["Purpose", "Our rules", "Our format", "Next date, roles"]
    assert "Designing together" in found["design"]


async def test_the_hour_is_walked_with_one_key(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=HOUR)
    async with app.run_test(size=(120, 36)) as pilot:
        assert "Enter  opens the checklist" in prompts(app)
        await press(pilot, "enter")
        assert isinstance(now_open(app), PrepareScreen)
        await press(pilot, "escape", "t")
        for words, screen in (
            ("the rules", RulesScreen),
            ("since last time", SinceScreen),
            ("the charter", CharterScreen),
        ):
            assert prompts(app).split("\n")[1] == f"Enter  opens {words}"
            await press(pilot, "enter")
            assert isinstance(now_open(app), screen)
            await press(pilot, "escape")
            clock.advance(LATER)
            await press(pilot, "n")
        assert "Enter" not in prompts(app), "a discussion has no screen of its own"
        await press(pilot, "enter")
        assert on_the_board(app)
        assert "No screen belongs to this point." in pane_text(board_of(app), "message")
        clock.advance(LATER)
        await press(pilot, "n", "enter")
        assert isinstance(now_open(app), NextTimeScreen)
        await press(pilot, "escape")
        clock.advance(LATER)
        await press(pilot, "n")
        assert prompts(app).startswith("Afterwards ")
        await press(pilot, "enter")
        assert isinstance(now_open(app), SummaryScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_where_no_prompts_stand_the_footer_has_it(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, agenda=HOUR)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t")
        assert "Enter rules" in pane_text(board_of(app), "footer")
        assert "n point" in pane_text(board_of(app), "footer"), "the way on is there all the same"
        assert "? keys" in pane_text(board_of(app), "footer")
        await press(pilot, "y", "enter")
        assert isinstance(now_open(app), RulesScreen), "what to say leads there too"
        await press(pilot, "escape")
        assert on_the_board(app)


async def test_under_the_veil_the_footer_has_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=HOUR)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        assert "Enter" not in pane_text(board_of(app), "footer")
        await press(pilot, "v")
        assert "Enter rules" in pane_text(board_of(app), "footer")


async def test_an_enter_that_ends_something_typed_opens_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=HOUR)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        await press(pilot, "j", "2", "enter")
        assert on_the_board(app), "the number went by itself"
        await press(pilot, "h", "j", "enter")
        assert on_the_board(app), "so did the badge"
        await press(pilot, "c", *"l Say it early", "enter", "enter")
        assert on_the_board(app)
        assert len(board_of(app).desk.meeting.session.captures) == 1
        clock.advance(LATER)
        await press(pilot, "enter")
        assert isinstance(now_open(app), SinceScreen)


async def test_a_click_on_the_line_opens_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=HOUR)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        await pilot.click("#prompts", offset=(3, 1))
        await pilot.pause()
        assert isinstance(now_open(app), RulesScreen)


def test_it_may_have_another_key_and_nothing_else_may_have_enter() -> None:
    assert remapped({"offer": ("Enter", "x"), "leave": ()})["offer"].keys == ("enter", "x")
    assert remapped({"offer": ("x",), "leave": ()})["offer"].shown == "x"
    assert SHIPPED["offer"].shown == "Enter"
    with pytest.raises(Refused, match="Enter ends what is typed"):
        remapped({"leave": ("Enter",)})


async def test_without_a_key_nothing_is_promised(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=HOUR)
    app.key_table = remapped({"offer": ()})
    board_of_keys = app.key_table
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        assert "opens" not in prompts(app)
        assert board_of(app).keys is board_of_keys
        await press(pilot, "enter")
        assert on_the_board(app)


def asking(*presenters: str, subject: str = "") -> str:
    """The head of the question that the board shows under the veil."""
    agenda: tuple[tuple[str, float, Mode], ...] = (("Talk", 10, "presenter"),)
    table = Table(agenda=agenda, presenters={"Talk": presenters})
    table.do(StartSession())
    table.do(MendPoint(1, question="When do we tell the tenant?"))
    community = replace(table.meeting.community, coming=Coming(agreed=(Agreement(id="w-1", at=0, subject=subject),)))
    meeting = replace(table.meeting, community=community)
    return "".join(span.text for span in question_lines(view_of(meeting, table.now), 60, 4)[0]).rstrip(" ─")


def test_one_asks_two_ask_and_what_the_group_chose_is_its_own() -> None:
    assert asking("amina") == "Amina asks"
    assert asking("amina", "ben") == "Amina and Ben ask"
    assert asking("amina", subject="When do we tell the tenant?") == "The question"
