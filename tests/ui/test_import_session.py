"""A whole session brought in on the screen, from a file that another lcterm wrote."""

from pathlib import Path

import pytest
from textual.widgets import Input

from lcterm.core.commands import EndSession, StartSession, WriteCapture
from lcterm.core.events import Words
from lcterm.documents.session_json import session_json
from lcterm.store.desk import Desk
from lcterm.store.session_file import going_out
from lcterm.store.shelf import communities
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.homes import acted, at_home, bare_app, fill, founded, in_london, planned, shown


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


def a_file(folder: Path, clock: TestClock) -> Path:
    """A session of another laptop that is over, as a file."""
    there = bare_app(folder / "there", clock)
    bees = founded(there, "Bees", ("Ana", "Ben"))
    session = planned(there, bees, title="June")
    words = Words(kind="learning", text="Early and plainly")
    acted(there, bees.id, session, StartSession(), WriteCapture(words), EndSession())
    meeting = Desk(there.home, bees.id, session, clock).meeting
    path = folder / "june session.json"
    path.write_text(session_json(meeting, going_out(there.home, bees.id, meeting.session)), encoding="utf-8")
    return path


def sessions(app: LcTerm) -> list[str]:
    return [id for community in app.home.community_ids() for id in app.home.sessions(community)]


@pytest.mark.parametrize("said", ["Ana=Ana Becker", ""])
async def test_who_may_be_a_member_is_asked_about(tmp_path: Path, clock: TestClock, said: str) -> None:
    path = a_file(tmp_path, clock)
    app = bare_app(tmp_path, clock)
    founded(app, "Ants", ("Ana Becker",))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "s")
        await fill(pilot, "path", str(path))
        await pilot.press("enter")
        assert "Who may be whom" in shown(app)
        assert app.screen.query_one("#whose", Input).value == "Ana=Ana Becker"
        await fill(pilot, "whose", "Ana")
        await pilot.press("enter")
        assert "write it like Amina=Amina K" in shown(app)
        assert sessions(app) == []
        await fill(pilot, "whose", said)
        await pilot.press("enter")
        assert at_home(app)
        assert len(sessions(app)) == 1
    (community,) = communities(app.home)
    assert [one.name for one in community.active] == ["Ana Becker", *([] if said else ["Ana"]), "Ben"]


async def test_a_session_is_looked_at_and_brought_in_once(tmp_path: Path, clock: TestClock) -> None:
    path = a_file(tmp_path, clock)
    app = bare_app(tmp_path, clock)
    founded(app, "Ants", ("Ana",))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "s")
        await fill(pilot, "path", f"'{path}'")
        await pilot.press("enter")
        assert "June, Tue 24 Nov 2026, with 1 capture. New here, and added as members: Ben." in shown(app)
        assert sessions(app) == []
        await pilot.press("enter")
        assert at_home(app)
        assert "✓  June, Tue 24 Nov 2026, came into Ants; 1 person joined with it." in shown(app)
        (session,) = sessions(app)
        await pilot.press("i", "s")
        await fill(pilot, "path", str(path))
        await pilot.press("enter")
        assert "is here already" in shown(app)
        await pilot.press("enter")
        assert "June is in Ants already; nothing was changed." in shown(app)
        await pilot.press("escape")
    assert sessions(app) == [session]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "it is empty"), (b"{}", "it is no session of lcterm"), (b'{"lcterm": "archive", "format": 1}', "archive")],
)
async def test_what_is_no_session_is_told_and_nothing_comes_in(
    tmp_path: Path, clock: TestClock, content: bytes, told: str
) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    path = tmp_path / "x.json"
    path.write_bytes(content)
    async with app.run_test(size=(160, 36)) as pilot:
        await pilot.press("i", "s", "enter")
        assert "Which file?" in shown(app)
        await fill(pilot, "path", str(path))
        for keys in ("enter", "ctrl+g"):
            await pilot.press(keys)
            assert told in shown(app)
            assert "nothing was brought in" in shown(app)
        await pilot.press("escape")
        assert at_home(app)
    assert sessions(app) == []
