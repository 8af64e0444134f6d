"""The shelf kept open sees what others write, reads nothing twice, and outlives what is broken."""

import os
from pathlib import Path

import pytest

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import StartSession
from lcterm.core.joining import Newcomer
from lcterm.core.when import zone_named
from lcterm.store import open_shelf
from lcterm.store.desk import Desk
from lcterm.store.open_shelf import OpenShelf
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.register import found, plan
from tests.clock_program import TestClock

POINTS = [PlannedPoint(id="p1", title="Talk", minutes=30)]


def planned(home: Home, clock: TestClock, community: str, days: int = 0) -> str:
    shelf = OpenShelf(home)
    shelf.look()
    one = next(held.community for held in shelf.communities if held.community.id == community)
    starts = clock.now() + days * 86_400_000
    return plan(home, clock, one, POINTS, zone_named("UTC"), "UTC", starts=starts)


def test_an_absent_home_is_an_empty_shelf(home: Path) -> None:
    shelf = OpenShelf(Home(home))
    assert not shelf.look()
    assert shelf.communities == () == shelf.notices
    assert not home.exists()


def test_communities_by_name_sessions_by_date(home: Path, clock: TestClock) -> None:
    where = Home(home)
    found(where, clock, "walkers", "", [Newcomer("Ana")])
    bees = found(where, clock, "Bees", "", [])
    late, early = planned(where, clock, bees.id, 7), planned(where, clock, bees.id)
    shelf = OpenShelf(where)
    assert shelf.look()
    assert [one.community.name for one in shelf.communities] == ["Bees", "walkers"]
    assert [session.id for session in shelf.communities[0].sessions] == [early, late]
    assert shelf.communities[1].sessions == ()


def test_what_another_run_writes_is_seen_and_nothing_else_counts_as_change(home: Path, clock: TestClock) -> None:
    where = Home(home)
    bees = found(where, clock, "Bees", "", [Newcomer("Ana")])
    session = planned(where, clock, bees.id)
    shelf = OpenShelf(where)
    assert shelf.look()
    before = shelf.communities
    assert not shelf.look()
    assert shelf.communities is before
    desk = Desk(where, bees.id, session, clock)
    assert not desk.act(StartSession()).refused
    desk.settle()
    assert shelf.look()
    assert shelf.communities[0].sessions[0].live
    found(where, clock, "Ants", "", [])
    assert shelf.look()
    assert [one.community.name for one in shelf.communities] == ["Ants", "Bees"]


def test_a_log_that_stands_still_is_not_read_again(
    home: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = Home(home)
    bees = found(where, clock, "Bees", "", [])
    planned(where, clock, bees.id)
    made: list[str] = []

    class Counted(LogReader):
        def __init__(self, folder: Path, log: str) -> None:
            made.append(log)
            super().__init__(folder, log)

    monkeypatch.setattr(open_shelf, "LogReader", Counted)
    shelf = OpenShelf(where)
    for _ in range(3):
        shelf.look()
    assert len(made) == 2


def test_a_broken_file_is_a_notice_and_hides_nothing_else(home: Path, clock: TestClock) -> None:
    where = Home(home)
    bees = found(where, clock, "Bees", "", [])
    session = planned(where, clock, bees.id)
    (where.session_log(bees.id, session) / "aaaaaaaaaa.0001.json").write_text("{")
    shelf = OpenShelf(where)
    shelf.look()
    assert "aaaaaaaaaa.0001.json is not read" in shelf.notices[0]
    assert [one.id for one in shelf.communities[0].sessions] == [session]


def test_a_file_where_the_folder_should_be_is_a_notice(home: Path) -> None:
    home.mkdir()
    (home / "communities").write_text("")
    shelf = OpenShelf(Home(home))
    assert shelf.look()
    assert "a file stands where a folder should be" in shelf.notices[0]
    assert not shelf.look()
    os.remove(home / "communities")
    assert shelf.look()
    assert shelf.notices == ()
