"""The shelf kept open: communities and sessions read once, and after that only what has changed on the disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from lcterm.core import community as community_rules
from lcterm.core import fold
from lcterm.core.community import Community
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader

State = TypeVar("State")


class Shelved(NamedTuple):
    """A community with its sessions, oldest first."""

    community: Community
    sessions: tuple[Session, ...]


class OpenShelf:
    """All that is in a home, read only. `communities`: those with a name, by name; `notices`: what is amiss, a line
    each. For one thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._communities: dict[str, _Followed[Community]] = {}
        self._sessions: dict[str, dict[str, _Followed[Session]]] = {}
        self.communities: tuple[Shelved, ...] = ()
        self.notices: tuple[str, ...] = ()

    def look(self) -> bool:
        """Take in what was written since the last look; whether anything is different. While nothing moves this asks
        the file system one question a log."""
        before = self.communities, self.notices
        notices: list[str] = []
        try:
            ids = self._home.community_ids()
        except Refused as refused:
            ids = list(self._communities)
            notices.append(refused.reason)
        self._communities = {id: self._communities.get(id) or self._community(id) for id in ids}
        self._sessions = {id: self._found(id, notices) for id in ids}
        for id in ids:
            notices += self._communities[id].look()
            notices += [line for session in self._sessions[id].values() for line in session.look()]
        found = (self._shelved(id) for id in ids)
        named = sorted((one for one in found if one.community.name), key=lambda one: one.community.name.casefold())
        self.communities = _unless_the_same(self.communities, tuple(named))
        self.notices = tuple(dict.fromkeys(notices))
        return before[0] is not self.communities or before[1] != self.notices

    def _found(self, community: str, notices: list[str]) -> "dict[str, _Followed[Session]]":
        """The sessions of a community, those that are known already as they are."""
        known = self._sessions.get(community, {})
        try:
            ids = self._home.sessions(community)
        except Refused as refused:
            notices.append(refused.reason)
            return known
        return {id: known.get(id) or self._session(community, id) for id in ids}

    def _community(self, id: str) -> "_Followed[Community]":
        return _Followed(self._home.community_log(id), id, Community(id=id), community_rules.apply)

    def _session(self, community: str, id: str) -> "_Followed[Session]":
        empty = Session(id=id, community=community)
        return _Followed(self._home.session_log(community, id), id, empty, fold.apply)

    def _shelved(self, community: str) -> Shelved:
        sessions = (followed.state for followed in self._sessions[community].values())
        held = sorted((one for one in sessions if one.points), key=lambda one: (one.starts, one.id))
        return Shelved(self._communities[community].state, tuple(held))


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
