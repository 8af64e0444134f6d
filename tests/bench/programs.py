"""What is measured, and beside what: boards on sessions of three sizes, and the floors."""

import sys
from pathlib import Path
from typing import NamedTuple

from lcterm.cli.clock import SystemClock
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_session, sessions
from tests.bench.meeting_sizes import running_session
from tests.bench.program import Program

SIZES = ((12, 300), (30, 2000), (200, 10_000))
"""Members and events."""
GATED = 2000
"""The session of so many events is what the target about a start means."""
FLOOR_READY = "READY"
BOARD_READY = "Discussion"


class Sized(NamedTuple):
    """A home with one session under way."""

    members: int
    events: int
    home: Home

    @property
    def name(self) -> str:
        return f"{self.members} members, {self.events:,} events"

    @property
    def argv(self) -> list[str]:
        return [sys.executable, "-m", "lcterm", "run", "--home", str(self.home.path)]

    def board(self) -> Program:
        """The board of its session, started."""
        return Program(self.name, self.argv)

    def free_badges(self, count: int) -> list[str]:
        """The badges of so many who have no hand up and not the floor."""
        (community,) = communities(self.home)
        (held,) = sessions(self.home, community)
        session = read_session(self.home, community.id, held.session.session)
        busy = {hand.person for hand in session.hands} | ({session.turn.person} if session.turn else set())
        return [voice.badge for voice in session.voices.values() if voice.person not in busy][:count]


def sized_homes(folder: Path) -> list[Sized]:
    """A home of each size, its session an hour old."""
    now = SystemClock().now()
    return [
        Sized(members, events, running_session(folder / str(members), now, members, events))
        for members, events in SIZES
    ]


def floor(name: str) -> Program:
    """A floor, started: `blank`, `clock`, `counter` or `layout`."""
    return Program(name, [sys.executable, "-m", f"tests.bench.floors.{name}"])
