"""Inviting, briefs and forgetting from the screens: the same as on the command line, a letter away."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.events_next import NextAgreed
from lcterm.store.register import change
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.briefs import BriefsScreen
from lcterm.ui.screens.inviting import Inviting
from lcterm.ui.screens.reading import Reading
from tests.clock_program import TestClock
from tests.ui.beside import press, text, until, well_drawn
from tests.ui.homes import bare_app, founded, in_london, only, planned, shown

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


def top(app: LcTerm) -> object:
    return app.screen


async def ready(app: LcTerm, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "Looking through" not in text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_an_invitation_is_read_and_handed_on_with_its_calendar(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = bare_app(tmp_path, clock)
    session = planned(app, founded(app), days=7)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m", "i")
        assert isinstance(top(app), Inviting)
        await ready(app, pilot)
        assert "We meet on" in text(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "The calendar file" in text(app))
        well_drawn(app)
        kept = app.home.summaries(only(app).id) / f"{session}-invitation.ics"
        assert kept.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
        assert f"{session}-invitation.ics" in "".join(text(app).split())
        assert session in only(app).coming.invited


async def test_without_a_session_to_come_it_says_how_to_plan_one(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "i")
        await ready(app, pilot)
        assert "No session is planned yet" in text(app)


async def test_a_brief_is_read_before_it_is_copied_and_takes_a_question(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    community = founded(app)
    ana = next(iter(community.members))
    change(app.home, clock, community.id, [NextAgreed(session="", presenters=(ana,))])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "b")
        assert isinstance(top(app), BriefsScreen)
        assert "Ana  not asked yet" in text(app)
        await press(pilot, "q", *"Should I have said no?", "enter", "space")
        assert "Ana  said yes" in text(app)
        assert "asks: Should I have said no?" in text(app)
        well_drawn(app)
        await press(pilot, "enter")
        assert isinstance(top(app), Reading)
        await ready(app, pilot)
        await press(pilot, "end")
        assert "Should I have said no?" in text(app)
        assert "Enter to the clipboard" in text(app, "footer")
        await press(pilot, "escape", "d")
        assert "asks:" not in text(app)
    (brief,) = (one for one in only(app).coming.briefs if one.person == ana)
    assert (brief.questions, brief.state) == ((), "agreed")


@pytest.mark.parametrize("size", SIZES)
async def test_forgetting_is_shown_first_and_done_by_the_whole_name(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=size) as pilot:
        await pilot.press("a", "f")
        await until(pilot, lambda: "member list" in " ".join(shown(app).split()))
        assert "member list: Ana: goes" in " ".join(shown(app).split())
        await pilot.press("a", "n", "enter")
        assert "Nothing was changed" in shown(app)
        assert [one.name for one in only(app).active] == ["Ana", "Ben"]
        await pilot.press("backspace", "backspace", *"Ana", "enter")
        await until(pilot, lambda: "Forgotten" in shown(app))
    assert [one.name for one in only(app).active] == ["Ben"]
    files = [one.read_bytes() for one in app.home.path.rglob("*") if one.is_file()]
    assert not any(b'"Ana"' in one for one in files)


@pytest.mark.parametrize(("page", "says"), [("a", "Forgets them"), ("s", "How it stands")])
async def test_a_page_shows_its_keys(tmp_path: Path, clock: TestClock, page: str, says: str) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(page)
        before = app.screen
        await pilot.press("question_mark")
        await pilot.pause()
        assert says in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is before
