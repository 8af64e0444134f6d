"""Somebody who only looks: sees what others write, and leaves nothing behind."""

from datetime import timedelta
from pathlib import Path

from lcterm.core import commands
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.events import Words
from lcterm.core.joining import Newcomer
from lcterm.core.when import zone_or_utc
from lcterm.store.desk import Desk
from lcterm.store.onlooker import Onlooker
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from tests.clock_program import START, TestClock


def planned(home: Home, clock: TestClock) -> tuple[str, str]:
    community = found(home, clock, "Peers", "", [Newcomer("Amina"), Newcomer("Ben")])
    points = [PlannedPoint(id="p1", title="Talk", minutes=30, mode="queue")]
    return community.id, plan(home, clock, community, points, zone_or_utc("UTC"), "UTC", clock.now())


def listing(home: Home) -> dict[str, tuple[int, bytes]]:
    files = (path for path in home.path.rglob("*"))
    return {str(one): (one.stat().st_mtime_ns, one.read_bytes() if one.is_file() else b"") for one in files}


def test_it_sees_what_another_run_writes(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, session = planned(home, clock)
    looker = Onlooker(home, community, session, clock)
    assert (looker.community.name, looker.session.status) == ("Peers", "planned")
    desk = Desk(home, community, session, clock)
    desk.act(commands.StartSession())
    desk.settle()
    assert looker.poll()
    assert looker.session == desk.meeting.session
    assert not looker.poll()


def test_it_writes_nothing(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, session = planned(home, clock)
    before = listing(home)
    looker = Onlooker(home, community, session, clock)
    looker.poll(force=True)
    assert listing(home) == before


def test_it_says_what_is_amiss_as_a_seat_does(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, session = planned(home, clock)
    desk = Desk(home, community, session, clock)
    desk.act(commands.StartSession())
    desk.settle()
    assert Onlooker(home, community, session, clock).notices == []
    clock.set(START - timedelta(hours=1))
    damaged = next(home.session_log(community, session).glob("*.json"))
    damaged.with_name("abcdefghij.0001.json").write_bytes(b"{")
    looker, seat = Onlooker(home, community, session, clock), Desk(home, community, session, clock)
    assert len(looker.notices) > 1
    assert looker.notices == seat.notices
    assert looker.meeting == seat.meeting
    assert looker.now() == seat.now() > clock.now()


def test_struck_words_are_gone_from_its_memory_too(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, session = planned(home, clock)
    desk = Desk(home, community, session, clock)
    desk.act(commands.StartSession())
    desk.act(commands.WriteCapture(Words(kind="learning", text="Mrs Example")))
    desk.session.outlast(3)
    looker = Onlooker(home, community, session, clock)
    while not looker.session.captures:
        looker.poll(force=True)
    desk.act(commands.StrikeCapture(next(iter(looker.session.captures))))
    desk.settle()
    looker.poll(force=True)
    assert not looker.session.captures
    assert "Mrs Example" not in repr(looker.__dict__["_session"].facts)


def test_its_time_never_lies_before_the_latest_fact(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, session = planned(home, clock)
    desk = Desk(home, community, session, clock)
    clock.advance(60)
    desk.act(commands.StartSession())
    desk.settle()
    looker = Onlooker(home, community, session, clock)
    started = clock.now()
    clock.step(-3600)
    clock.advance(5)
    assert looker.now() == started + 5000


def test_it_finds_the_session_that_began_after_its_own(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, session = planned(home, clock)
    desk = Desk(home, community, session, clock)
    desk.act(commands.StartSession())
    desk.act(commands.EndSession())
    desk.settle()
    looker = Onlooker(home, community, session, clock)
    points = [PlannedPoint(id="p1", title="Talk", minutes=30, mode="queue")]
    clock.advance(7 * 86_400)
    later = plan(home, clock, looker.community, points, zone_or_utc("UTC"), "UTC", clock.now())
    before = listing(home)
    assert looker.next_live() == "", "it is planned, and has not begun"
    assert listing(home) == before
    desk = Desk(home, community, later, clock)
    desk.act(commands.StartSession())
    desk.settle()
    assert looker.next_live() == later
    assert Onlooker(home, community, later, clock).next_live() == "", "not back to one that is over"
