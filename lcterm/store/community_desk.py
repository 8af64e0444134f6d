"""A place at a community between two sessions: its facts go in and come out as at a session's, and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING

from lcterm.core.clock import Clock
from lcterm.core.community_events import CommunityEvent
from lcterm.core.facts import Fact
from lcterm.core.session import Meeting, Session
from lcterm.store.desk import AnyLedger, Desk, Outcome, open_community, settle
from lcterm.store.paths import Home

if TYPE_CHECKING:
    from lcterm.core.commands import AnyCommand
    from lcterm.core.telling_others import Doings

NO_SESSION = "That needs a session, and none is open here."
FLUSH_SECONDS = 1.0
"""How long a change waits for the disk before it is said that it is not saved yet."""


class CommunityDesk(Desk):
    """A community without a session: in a session's place stands one that has no agenda and never begins."""

    def __init__(self, home: Home, community: str, clock: Clock, zone_name: str) -> None:
        self.home, self.seat, self.watches = home, None, False
        self.community = open_community(home, community, clock)
        self._clock = clock
        self._none = Session(community=community, zone=zone_name, starts=clock.now())
        self.unsaved = ""
        """Why the latest change is not on the disk yet, "" where it is."""
        self._meet()

    def _meet(self) -> None:
        self.meeting = Meeting(community=self.community.state, session=self._none)

    def now(self) -> int:
        return self._clock.now()

    def poll(self) -> bool:
        changed = self.community.poll()
        self._meet()
        return changed

    def doings(self, before: Meeting) -> "tuple[Doings, ...]":
        return ()

    @property
    def ledgers(self) -> tuple[AnyLedger, ...]:
        return (self.community,)

    @property
    def notices(self) -> list[str]:
        return [*self.community.notices, *self._clocks()]

    @property
    def erased(self) -> list[str]:
        return []

    def act(self, command: "AnyCommand", at: int | None = None) -> Outcome:
        return Outcome(NO_SESSION, False, None)

    def record_of_community(self, event: CommunityEvent) -> None:
        self.community.add(event, self.now())
        saved = self.community.flush(FLUSH_SECONDS)
        self.unsaved = "" if saved else self.community.trouble or "the disk does not answer"
        self._meet()

    @property
    def folders(self) -> list[Path]:
        return [self.community.place.folder]

    def close(self, seconds: float) -> list[Fact]:
        return self.community.close(seconds)

    def settle(self) -> None:
        settle(self.community)
