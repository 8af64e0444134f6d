"""What the room screen is given: the table's cells for the room, and nothing beside them."""

import subprocess
import sys

import pytest

from lcterm.core import audience, commands
from lcterm.core.audience import Matter
from lcterm.core.community import Community
from lcterm.core.session import Session
from lcterm.ui.room_view import RoomFloor, RoomView, room_view
from tests.core.builder import Table
from tests.shipping import ROOT


def seen(table: Table) -> RoomView:
    return room_view(table.meeting.community, table.session, table.now)


@pytest.fixture
def talk() -> Table:
    """A discussion after Amina's presentation."""
    agenda = (("Presentation", 20.0, "presenter"), ("Talk", 30.0, "queue"))
    table = Table(agenda=agenda, presenters={"Presentation": ["amina"]})  # type: ignore[arg-type]
    table.do(commands.StartSession())
    table.do(commands.MendPoint(2, question="What now?"))
    table.do(commands.NextPoint())
    return table


def without(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table, had it nothing of this for the room."""
    monkeypatch.setitem(audience.GRANTED, matter, audience.GRANTED[matter] - {"room"})


def test_the_table_decides_on_the_floor(talk: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    talk.do(commands.GiveFloor("ben"))
    assert seen(talk).floor.speaker == "Ben"
    without("floor", monkeypatch)
    assert seen(talk).floor == RoomFloor()


def test_the_table_decides_on_points_and_clock(talk: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (seen(talk).title, seen(talk).question) == ("Talk", "What now?")
    without("points and clock", monkeypatch)
    view = seen(talk)
    assert (view.title, view.then, view.time, view.question, view.asked_by) == ("", "", None, "", "")


def test_the_table_decides_on_presenters(talk: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(talk).asked_by == "Amina"
    without("presenters", monkeypatch)
    assert seen(talk).asked_by == ""


def test_two_presenters_do_not_ask_as_one(talk: Table) -> None:
    talk.do(commands.MendPoint(2, presenters=("amina", "ben")))
    assert seen(talk).asked_by == ""


def test_the_table_decides_on_rules_and_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    community, session = Community(name="Peers", rules=("Listen",)), Session(starts=10 * 60_000)
    view = room_view(community, session, 0)
    assert (view.rules, view.begins) == (("Listen",), "We begin at 00:10.")
    without("rules", monkeypatch)
    without("day", monkeypatch)
    view = room_view(community, session, 0)
    assert (view.rules, view.begins) == ((), "")


def test_a_session_on_another_day_says_which() -> None:
    view = room_view(Community(name="Peers"), Session(starts=25 * 3_600_000), 0)
    assert view.begins == "We begin on Fri 2 Jan at 01:00."


def test_care_holds_nothing_at_all(talk: Table) -> None:
    talk.do(commands.PauseClock(care=True))
    assert seen(talk) == RoomView("care", "")


def test_who_cannot_be_reached_is_not_announced(talk: Table) -> None:
    for person in ("ben", "chidi"):
        talk.do(commands.RaiseHand(person))
    talk.do(commands.MarkPlace("ben", "line"))
    talk.do(commands.MarkPlace("ben", "dropped"))
    assert [one.name for one in seen(talk).floor.coming] == ["Chidi"]


def test_the_room_screen_loads_nothing_of_the_board() -> None:
    program = "import lcterm.ui.room_app, sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "lcterm.ui.screens.room" in loaded
    assert {name for name in loaded if name.startswith("lcterm.ui.screens.")} == {"lcterm.ui.screens.room"}
    assert not loaded & {"lcterm.store.desk", "lcterm.store.writer", "lcterm.store.device", "lcterm.store.runs"}


def test_in_pairs_no_hand_comes_next(talk: Table) -> None:
    talk.do(commands.RaiseHand("chidi"))
    assert [one.name for one in seen(talk).floor.coming] == ["Chidi"]
    talk.do(commands.ChangeMode("pairs"))
    assert seen(talk).floor.coming == ()
    assert seen(talk).floor.pairs
    talk.do(commands.GiveFloor("ben"))
    assert seen(talk).floor.coming == ()
