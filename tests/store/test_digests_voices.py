"""Voices over sessions lie in the cache while the charter allows them, and not a day longer; and two runs at once."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.charter import answering
from lcterm.core.commands import EndSession, NoteSpoke, StartSession
from lcterm.core.community import Community
from lcterm.core.digest import digest
from lcterm.core.joining import Newcomer
from lcterm.core.leave import Leave
from lcterm.core.when import zone_named
from lcterm.store.desk import Desk
from lcterm.store.digests import digests
from lcterm.store.open_shelf import OpenShelf
from lcterm.store.paths import Home
from lcterm.store.register import change, found, plan
from lcterm.store.session_cache import cache_folder
from lcterm.store.shelf import read_session, sessions
from tests.clock_program import TestClock

EVER = Leave()
KEPT = b"round_turns"
"""Stands in any file that holds what was heard of somebody."""


class Seats:
    """A session with two people that is over."""

    def __init__(self, home: Path, clock: TestClock) -> None:
        self.home, self.clock = Home(home), clock
        self.community = found(self.home, clock, "Bees", "", [Newcomer("Ana"), Newcomer("Bo")])
        point = PlannedPoint(id="p1", title="Talk", minutes=30, mode="queue")
        self.session = plan(self.home, clock, self.community, [point], zone_named("UTC"), "UTC")
        desk = Desk(self.home, self.community.id, self.session, clock)
        for command in (StartSession(), NoteSpoke(next(iter(self.community.members))), EndSession()):
            assert not desk.act(command).refused
        desk.settle()


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


def on_the_disk(seats: Seats) -> list[str]:
    """The files of the cache that hold voices."""
    folder = cache_folder(seats.home, seats.community.id)
    return [path.name for path in folder.glob("*") if KEPT in path.read_bytes()]


def agreed(seats: Seats, choice: str) -> Community:
    event = answering(seats.community, "voices", "", choice)
    assert event is not None
    seats.community = change(seats.home, seats.clock, seats.community.id, [event])
    return seats.community


def test_with_a_yes_they_are_the_sessions_own_and_read_from_the_cache(seats: Seats) -> None:
    whole = digest(read_session(seats.home, seats.community.id, seats.session), voices=True)
    for _ in range(2):
        assert digests(seats.home, seats.community.id, voices=EVER) == [whole]
    assert on_the_disk(seats) == ["voices.json"]


def test_what_was_heard_before_the_leave_is_neither_told_nor_kept(seats: Seats) -> None:
    digests(seats.home, seats.community.id, voices=EVER)
    assert on_the_disk(seats) == ["voices.json"]
    (one,) = digests(seats.home, seats.community.id, voices=Leave(seats.clock.now() + 1))
    assert one.voices == ()
    assert on_the_disk(seats) == []
    (one,) = digests(seats.home, seats.community.id, voices=Leave(seats.clock.now() + 1, seats.session))
    assert one.voices, "it was given in this session"


def test_nobody_who_does_not_ask_gets_them(seats: Seats) -> None:
    digests(seats.home, seats.community.id, voices=EVER)
    (one,) = digests(seats.home, seats.community.id)
    assert one.voices == ()
    assert on_the_disk(seats) == ["voices.json"], "whoever does not ask says nothing about the charter"


def test_without_a_yes_none_is_on_the_disk(seats: Seats) -> None:
    digests(seats.home, seats.community.id, voices=False)
    sessions(seats.home, seats.community)
    assert on_the_disk(seats) == []


@pytest.mark.parametrize(
    "look",
    [
        lambda seats: digests(seats.home, seats.community.id, voices=False),
        lambda seats: sessions(seats.home, seats.community),
        lambda seats: OpenShelf(seats.home).look(),
    ],
    ids=["report", "list", "home screen"],
)
def test_when_the_yes_is_taken_back_they_go(seats: Seats, look: Callable[[Seats], object]) -> None:
    agreed(seats, "yes")
    digests(seats.home, seats.community.id, voices=EVER)
    assert sessions(seats.home, seats.community)
    OpenShelf(seats.home).look()
    assert on_the_disk(seats) == ["voices.json"]
    kept = (cache_folder(seats.home, seats.community.id) / "voices.json").read_bytes()
    agreed(seats, "no")
    assert on_the_disk(seats) == []
    (cache_folder(seats.home, seats.community.id) / "voices.json").write_bytes(kept)  # as if said on another laptop
    look(seats)
    assert on_the_disk(seats) == []


def test_two_runs_at_once_disturb_each_other_in_nothing(seats: Seats) -> None:
    expected = digests(seats.home, seats.community.id, voices=EVER)
    folder = cache_folder(seats.home, seats.community.id)
    pid = os.fork() if sys.platform != "win32" else pytest.skip("needs fork")
    if pid == 0:
        try:
            for _ in range(30):
                (folder / "index.json").unlink(missing_ok=True)
                (folder / "voices.json").unlink(missing_ok=True)
                digests(seats.home, seats.community.id, voices=EVER)
        finally:
            os._exit(0)
    for _ in range(30):
        assert digests(seats.home, seats.community.id, voices=EVER) == expected
    os.waitpid(pid, 0)
    assert digests(seats.home, seats.community.id, voices=EVER) == expected
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
