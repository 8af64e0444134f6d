"""The shelf kept open: communities and sessions read once, and after that only what has changed on the disk."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from lcterm.core import community as community_rules
from lcterm.core import fold
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.store.digests import drop_session, keep_to_charter, light_shelf
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.session_cache import Entry, holds, log_paths, stand_of

State = TypeVar("State")

SWEPT = 25
"""So many closed sessions are looked at closely with each look."""


class Shelved(NamedTuple):
    """A community with its sessions, oldest first: those that were closed when they were first looked at as their
    digests, all others in full."""

    community: Community
    sessions: tuple[Session | Digest, ...]


class OpenShelf:
    """All that is in a home, read only but for the cache of digests. `communities`: those with a name, by name;
    `notices`: what is amiss, a line each. For one thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._communities: dict[str, _Followed[Community]] = {}
        self._sessions: dict[str, _Sessions] = {}
        self.communities: tuple[Shelved, ...] = ()
        self.notices: tuple[str, ...] = ()

    def look(self) -> bool:
        """Take in what was written since the last look; whether anything is different. While nothing moves this asks
        the file system one question a log, and a few more."""
        before = self.communities, self.notices
        notices: list[str] = []
        try:
            ids = self._home.community_ids()
        except Refused as refused:
            ids = list(self._communities)
            notices.append(refused.reason)
        self._communities = {id: self._communities.get(id) or self._community(id) for id in ids}
        self._sessions = {id: self._sessions.get(id) or _Sessions(self._home, id) for id in ids}
        for id in ids:
            notices += self._communities[id].look()
            notices += self._sessions[id].look()
            keep_to_charter(self._home, self._communities[id].state)
        found = (Shelved(self._communities[id].state, self._sessions[id].in_order()) for id in ids)
        named = sorted((one for one in found if one.community.name), key=lambda one: one.community.name.casefold())
        self.communities = _unless_the_same(self.communities, tuple(named))
        self.notices = tuple(dict.fromkeys(notices))
        return before[0] is not self.communities or before[1] != self.notices

    def _community(self, id: str) -> "_Followed[Community]":
        return _Followed(self._home.community_log(id), id, Community(id=id), community_rules.apply)


class _Sessions:
    """The sessions of one community: what is closed by its digest, the others followed."""

    def __init__(self, home: Home, community: str) -> None:
        self._home, self._community = home, community
        self._log = log_paths(home, community)
        self._light: dict[str, Entry[Digest]] = {}
        self._followed: dict[str, _Followed[Session]] = {}
        self._place = 0

    def look(self) -> list[str]:
        """Read on; what is amiss, a line each."""
        notices = []
        try:
            ids = self._home.sessions(self._community)
        except Refused as refused:
            ids = [*self._light, *self._followed]
            notices.append(refused.reason)
        there = frozenset(ids)
        self._light = {id: one for id, one in self._light.items() if id in there and holds(one, self._log(id))}
        self._followed = {id: one for id, one in self._followed.items() if id in there}
        self._sweep()
        new = [id for id in ids if id not in self._light and id not in self._followed]
        if new:
            self._take_in(new)
        return [*notices, *(line for one in self._followed.values() for line in one.look())]

    def in_order(self) -> tuple[Session | Digest, ...]:
        """Those that have a plan, by when they were held, else by their plan."""
        full = (one.state for one in self._followed.values())
        found: list[Session | Digest] = [one.made for one in self._light.values()]
        found += [one for one in full if one.points]
        return tuple(sorted(found, key=lambda one: (one.began, one.id)))

    def _take_in(self, new: list[str]) -> None:
        shelf = light_shelf(self._home, self._community)
        for id in new:
            kept = shelf.entries.get(id)
            if kept is None:
                stand, one = stand_of(self._log(id)), self._follow(id)
                amiss = one.look()
                if one.state.status == "closed" and stand is not None and not amiss:
                    shelf.take(one.state, stand)
                    kept = shelf.entries[id]
                else:
                    self._followed[id] = one
            elif kept.made.status != "closed":
                self._followed[id] = self._follow(id)
                continue
            if kept is not None:
                self._light[id] = kept
        shelf.keep()

    def _sweep(self) -> None:
        """A few of the closed ones file by file, the next ones with every look: whether one was overwritten where it
        lies, which its folder does not tell."""
        ids = sorted(self._light)
        for id in ids[self._place : self._place + SWEPT]:
            if not holds(self._light[id], self._log(id), closely=True):
                del self._light[id]
                with contextlib.suppress(OSError):  # what is kept is seen to be old the next time as well
                    drop_session(self._home, self._community, id)
        self._place = self._place + SWEPT if self._place + SWEPT < len(ids) else 0

    def _follow(self, id: str) -> "_Followed[Session]":
        return _Followed(Path(self._log(id)), id, Session(id=id, community=self._community), fold.apply)


class _Followed(Generic[State]):
    """One log that is read on and on."""

    def __init__(self, folder: Path, id: str, empty: State, apply: Callable[[State, Fact], State]) -> None:
        self._reader = LogReader(folder, id)
        self._log = Log(empty, apply)

    @property
    def state(self) -> State:
        return self._log.state

    def look(self) -> list[str]:
        """Read on; what is amiss with the files."""
        self._log.add(self._reader.poll())
        return self._reader.notices()


def _unless_the_same(before: tuple[Shelved, ...], after: tuple[Shelved, ...]) -> tuple[Shelved, ...]:
    """`before` where all states are the very same objects: comparing them field by field would cost more than to read
    them."""

    def states(shelf: tuple[Shelved, ...]) -> list[int]:
        return [id(state) for one in shelf for state in (one.community, None, *one.sessions)]

    return before if states(before) == states(after) else after
