"""Planning a session on its page: a template or a pasted agenda, when, and who presents."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from lcterm.core.community_events import CharterAnswered
from lcterm.core.when import local, zone_named
from lcterm.store.register import change
from lcterm.store.shelf import read_session, sessions
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.homes import (
    ZONE,
    at_home,
    bare_app,
    fill,
    founded,
    home_of,
    in_london,
    only,
    paste,
    row_of,
    settle,
    shown,
)


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


def settled(app: LcTerm) -> None:
    """A community with a charter: it has designed itself."""
    change(app.home, app.clock, founded(app).id, [CharterAnswered(topic="belonging", answer="Us")])


async def test_enter_plans_an_ordinary_session_at_the_next_full_five_minutes(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    settled(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        assert "2026-11-24 15:10" in shown(app)
        assert "Discussion 1" in shown(app)
        await pilot.press("enter")
        assert at_home(app)
        assert "✓  session 1 is planned." in shown(app)
        assert home_of(app).view.cursor.column == "sessions"
        assert "Enter open" in shown(app)
    (held,) = sessions(app.home, only(app))
    assert local(held.session.starts, zone_named(ZONE)).strftime("%d %H:%M") == "24 15:10"
    session = read_session(app.home, only(app).id, held.session.id)
    assert (session.zone, session.template, len(session.points)) == (ZONE, "ordinary", 13)


async def test_when_and_who_are_understood_as_typed(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    settled(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        await fill(pilot, "starts", "fri 9:30")
        await fill(pilot, "presenters", "b, ana")
        assert f"Fri 27 Nov 2026, 09:30, {ZONE}" in shown(app)
        assert "   Ben" in shown(app)
        await fill(pilot, "presenters", "b, zoe")
        assert "No one here is called zoe" in shown(app)
        await pilot.press("enter")
        assert "!  No one here is called zoe" in shown(app)
        await fill(pilot, "presenters", "ben, ana")
        await fill(pilot, "starts", "some day")
        await pilot.press("tab", "enter")
        assert "!  The start 'some day' is no time" in shown(app)
        await pilot.press("escape", "p")
        await fill(pilot, "starts", "2026-12-15 14:00")
        await pilot.press("enter")
    (held,) = sessions(app.home, only(app))
    session = read_session(app.home, only(app).id, held.session.id)
    names = [only(app).name_of(person) for point in session.points.values() for person in point.plan.presenters]
    assert names == ["Ben", "Ana"]
    assert local(held.session.starts, zone_named(ZONE)).strftime("%d %b %H:%M") == "15 Dec 14:00"


async def test_another_template(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "home", "down", "down")
        assert "Just under three hours" in shown(app)
        await pilot.press("enter")
    assert sessions(app.home, only(app))[0].session.template == "design"


AGENDA = """# Spring meeting
10 min - Welcome
Talk (20 min) - Ana [presenter]
 a note
14:50 What we keep (15 min)
"""


async def test_a_pasted_agenda_is_shown_as_it_was_understood(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p", "end")
        assert "Paste your agenda into the field" in shown(app)
        await pilot.press("enter")
        await paste(pilot, AGENDA)
        assert "Spring meeting" in shown(app)
        assert "?" in row_of(app, " 1 Welcome")
        assert "presenter " in row_of(app, " 2 Talk")
        await pilot.press("ctrl+g")
        assert "✓  Spring meeting is planned." in shown(app)
    (held,) = sessions(app.home, only(app))
    session = read_session(app.home, only(app).id, held.session.id)
    assert [point.plan.title for point in session.points.values()] == ["Welcome", "Talk", "What we keep"]
    assert held.session.title == "Spring meeting"


async def test_an_agenda_nobody_can_read_names_its_line_and_stays(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p", "end", "enter")
        await paste(pilot, "hello\nworld")
        await pilot.press("ctrl+g")
        assert "!  The agenda, line 1: no line with minutes was found" in shown(app)
        await pilot.press("escape", "p")
        assert app.screen.query_one("#agendas", OptionList).highlighted_option is not None
        assert "hello" in shown(app)
        assert "world" in shown(app)
    assert sessions(app.home, only(app)) == []


async def test_a_template_of_ones_own_that_cannot_be_read_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    app.home.templates.mkdir()
    (app.home.templates / "mine.toml").write_text("name = 3")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        assert "mine.toml" in row_of(app, "!  ")
        await pilot.press("enter")
        assert "✓  session 1 is planned." in shown(app)


async def test_the_time_prefilled_is_new_each_time_unless_one_was_typed(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p", "escape")
        clock.advance(3600)
        await pilot.press("p")
        assert "2026-11-24 16:10" in shown(app)
        await fill(pilot, "starts", "2026-12-01 14:00")
        await pilot.press("escape", "p")
        assert "2026-12-01 14:00" in shown(app)


async def test_a_click_on_the_footers_first_word_plans_it(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await pilot.click("#form-foot", offset=(2, 0))
        await settle(pilot)
        assert at_home(app)
    assert len(sessions(app.home, only(app))) == 1
