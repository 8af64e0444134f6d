"""The shelf kept open sees what others write, reads nothing twice, and outlives what is broken."""

import os
from pathlib import Path

import pytest

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import EndSession, StartSession, WriteCapture
from lcterm.core.digest import Digest, digest
from lcterm.core.events import Words
from lcterm.core.joining import Newcomer
from lcterm.core.session import Session
from lcterm.core.when import zone_named
from lcterm.store import open_shelf, session_cache
from lcterm.store.desk import Desk
from lcterm.store.open_shelf import OpenShelf
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.register import found, plan
from lcterm.store.shelf import read_session
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


def closed(home: Home, clock: TestClock, community: str) -> str:
    session = planned(home, clock, community)
    desk = Desk(home, community, session, clock)
    for command in (StartSession(), EndSession()):
        assert not desk.act(command).refused
    desk.settle()
    return session


def test_what_is_closed_is_light_and_read_once_for_all_runs(
    home: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = Home(home)
    bees = found(where, clock, "Bees", "", [Newcomer("Ana")])
    over, ahead = closed(where, clock, bees.id), planned(where, clock, bees.id, 7)
    shelf = OpenShelf(where)
    shelf.look()
    first, second = shelf.communities[0].sessions
    assert first == digest(read_session(where, bees.id, over))
    assert isinstance(second, Session)
    assert second.id == ahead
    read: list[str] = []

    class Counted(LogReader):
        def __init__(self, folder: Path, log: str) -> None:
            read.append(log)
            super().__init__(folder, log)

    monkeypatch.setattr(open_shelf, "LogReader", Counted)
    another = OpenShelf(where)
    another.look()
    assert another.communities == shelf.communities
    assert read == [bees.id, ahead], "the log of what is closed was not read again"


def test_a_session_that_is_closed_meanwhile_and_one_that_is_mended_later(home: Path, clock: TestClock) -> None:
    where = Home(home)
    bees = found(where, clock, "Bees", "", [Newcomer("Ana")])
    session = planned(where, clock, bees.id)
    shelf = OpenShelf(where)
    shelf.look()
    desk = Desk(where, bees.id, session, clock)
    for command in (StartSession(), EndSession()):
        assert not desk.act(command).refused
    desk.settle()
    assert shelf.look()
    assert shelf.communities[0].sessions[0].status == "closed"
    light = OpenShelf(where)
    light.look()
    again = Desk(where, bees.id, session, clock)
    assert not again.act(WriteCapture(Words(kind="learning", text="Ask early"))).refused
    again.settle()
    assert light.look()
    (one,) = light.communities[0].sessions
    assert isinstance(one, Digest)
    assert one.tally.captures == 1


def test_what_is_overwritten_where_it_lies_is_found_bit_by_bit(
    home: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_cache, "LATEST", 0)
    where = Home(home)
    bees = found(where, clock, "Bees", "", [Newcomer("Ana")])
    session = closed(where, clock, bees.id)
    shelf = OpenShelf(where)
    shelf.look()
    log = where.session_log(bees.id, session)
    before = log.stat()
    (path,) = [path for path in log.iterdir() if b"session 1" in path.read_bytes()]
    path.write_bytes(path.read_bytes().replace(b"session 1", b"session 9"))
    os.utime(log, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert shelf.look()
    assert shelf.communities[0].sessions[0].title == "session 9"
