"""A session that is under way is read once, to find it and to open it; and what comes in between is not missed."""

import os
from pathlib import Path

import pytest

from lcterm.core import commands
from lcterm.store import reader
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.read_before import taken
from lcterm.store.segment import Segment, decode_segment
from lcterm.store.shelf import communities, sessions
from tests.bench.meeting_sizes import PlayedClock, running_session

NOW = 1_796_130_000_000
LATER = 3_600_000
LONG_AGO = 1_700_000_000


@pytest.fixture
def running(tmp_path: Path) -> Home:
    return running_session(tmp_path / "home", NOW, 12, 300)


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The logs of the segments that were made facts of, one after the other."""
    seen: list[str] = []

    def counted(content: bytes, writer: str, log: str) -> Segment:
        seen.append(log)
        return decode_segment(content, writer, log)

    monkeypatch.setattr(reader, "decode_segment", counted)
    return seen


def found(home: Home) -> tuple[str, str]:
    (community,) = communities(home)
    (held,) = sessions(home, community)
    return community.id, held.session.session


def files(home: Home, community: str, session: str) -> list[Path]:
    return list(home.session_log(community, session).glob("*.json"))


def test_what_was_read_to_find_a_session_is_not_read_again_to_open_it(running: Home, decoded: list[str]) -> None:
    community, session = found(running)
    once = decoded.count(session)
    assert once == len(files(running, community, session)) > 3
    desk = Desk(running, community, session, PlayedClock(NOW))
    assert decoded.count(session) == once
    assert desk.session.log.facts == Desk(running, community, session, PlayedClock(NOW)).session.log.facts
    assert desk.meeting.session.live


def test_files_are_looked_at_again_unless_they_were_just_now(running: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    log = running.session_log(*found(running))
    assert looks(log) == 2, "it was written to only a moment before"
    os.utime(log, (LONG_AGO, LONG_AGO))
    assert found(running)
    assert looks(log) == 1
    assert found(running)
    monkeypatch.setattr(reader, "JUST_NOW_S", 0.0)
    assert looks(log) == 2


def looks(log: Path) -> int:
    """How often the files of a log were looked at to find it and to open it."""
    kept = taken(log)
    assert kept is not None
    return kept[0].looks


def test_what_another_wrote_in_between_is_there(running: Home) -> None:
    community, session = found(running)
    log = running.session_log(community, session)
    kept = taken(log)
    other = Desk(running, community, session, PlayedClock(NOW + LATER))
    assert kept is not None
    assert found(running) == (community, session)
    other.act(commands.FreeFloor())
    other.settle()
    desk = Desk(running, community, session, PlayedClock(NOW + LATER))
    assert desk.session.log.facts == other.session.log.facts


def test_it_is_for_one(running: Home, decoded: list[str]) -> None:
    community, session = found(running)
    first, second = (Desk(running, community, session, PlayedClock(NOW)) for _ in range(2))
    assert first.session.log is not second.session.log
    assert decoded.count(session) == 2 * len(files(running, community, session))


def test_a_log_of_which_something_is_gone_is_read_anew(running: Home) -> None:
    community, session = found(running)
    whole = len(Desk(running, community, session, PlayedClock(NOW)).session.log.facts)
    assert found(running) == (community, session)
    max(files(running, community, session), key=lambda path: path.stat().st_size).unlink()
    assert taken(running.session_log(community, session)) is None
    assert len(Desk(running, community, session, PlayedClock(NOW)).session.log.facts) == whole - 128


def test_another_computers_clock_that_goes_ahead_is_said_all_the_same(running: Home) -> None:
    community, session = found(running)
    desk = Desk(running, community, session, PlayedClock(NOW - LATER))
    assert any("clock" in notice for notice in desk.notices)
