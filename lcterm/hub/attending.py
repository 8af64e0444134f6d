"""What a courier looks after: the sessions that are open on a screen first, then every log of every community."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lcterm.hub.link import Link
from lcterm.hub.rounds import CommunityRounds, Tally
from lcterm.hub.state import HubState
from lcterm.hub.trouble import NotYours
from lcterm.store.paths import Home

WATCHES_MOST = 2
"""So many of the sessions that were opened last are looked after first; the others with the rest."""


class Watch(NamedTuple):
    """A session that is open on a screen, and whom to tell when something of it arrived."""

    community: str
    session: str
    arrived: Callable[[], object]


class Attending:
    """For the courier's thread, but for `attend`. `since` (wall ms): when this run began. Raises HubTrouble and
    OSError."""

    def __init__(self, home: Home, since: int) -> None:
        self._home, self._since = home, since
        self._watches: Sequence[Watch] = ()
        self._rounds: dict[str, CommunityRounds] = {}
        self._tally = Tally()
        self.closed: Mapping[str, NotYours] = {}
        """Communities that the hub does not let this person into."""

    def attend(self, watch: Watch) -> None:
        """Look after this session first from now on."""
        others = [one for one in self._watches if one[:2] != watch[:2]]
        self._watches = (*others[1 - WATCHES_MOST :], watch)

    def begin_anew(self) -> None:
        """Forget what was known of the hub and of the files."""
        self._rounds, self.closed, self._tally = {}, {}, Tally()

    def rounds_of(self, community: str) -> CommunityRounds:
        """The rounds of a community that is on the hub."""
        if community not in self._rounds:
            self._rounds[community] = CommunityRounds(self._home, community, self._since)
        return self._rounds[community]

    def look_at_all(
        self, link: Link, mine: Sequence[CommunityRounds], *, fetch: bool, stopping: Callable[[], bool]
    ) -> None:
        """The open sessions, then every log of every community, if this run is the one that fetches."""
        self.closed = {}
        self.look_at_open(link, fetch=fetch, rules_first=True)
        tally = Tally()
        for rounds in mine:
            rounds.watch_only([one.session for one in self._watches if one.community == rounds.community])
            if fetch and not stopping():
                with self._minding(rounds.community):
                    tally = tally.plus(rounds.all(link))
        self._tally = tally
        if tally.came:
            self.tell()

    def look_at_open(self, link: Link, *, fetch: bool, rules_first: bool) -> None:
        """The sessions that are open on a screen, and their communities' own logs; these first where there is time, for
        they say what may be sent."""
        for watch, rounds in self._open():
            with self._minding(watch.community):
                for session in dict.fromkeys(("", watch.session) if rules_first else (watch.session, "")):
                    rounds.watch(session)
                    if rounds.go_on(link, session, fetch=fetch).came:
                        self.tell([watch])

    def release(self, link: Link) -> None:
        """Let the sponsors read what is released in the open sessions now."""
        for watch, rounds in self._open():
            with self._minding(watch.community):
                rounds.release(link, watch.session)

    def tell(self, watches: Sequence[Watch] | None = None) -> None:
        """Whoever has one of these on a screen, or all of them, that something of it is new."""
        for watch in self._watches if watches is None else watches:
            with contextlib.suppress(RuntimeError):  # its screen is closed by now
                watch.arrived()

    def stopped(self, mine: Sequence[CommunityRounds]) -> str:
        """An open community of which nothing is sent any more, by what its group has settled; "" for none."""
        open_here = {watch.community for watch in self._watches}
        return next((one.community for one in mine if one.community in open_here and one.stopped), "")

    def counted(self, state: HubState, *, look: bool) -> HubState:
        """The state with how much of what is open is still to be sent; a `look` at the files first."""
        logs = {(rounds, session) for watch, rounds in self._open() for session in (watch.session, "")}
        ones = {(rounds, session): rounds.watch(session) for rounds, session in logs}
        for one in ones.values():
            if look:
                one.local.refresh()
        return state._replace(
            waiting=sum(rounds.waiting(session) for rounds, session in logs),
            kept_back=sum(one.kept_back for one in ones.values()),
            forked=max(self._tally.forked, sum(len(one.forks) for one in ones.values())),
        )

    def _open(self) -> list[tuple[Watch, CommunityRounds]]:
        return [
            (watch, self._rounds[watch.community])
            for watch in self._watches
            if watch.community in self._rounds and watch.community not in self.closed
        ]

    @contextlib.contextmanager
    def _minding(self, community: str) -> Iterator[None]:
        """One community that is closed to this person holds up no other."""
        try:
            yield
        except NotYours as trouble:
            self.closed = {**self.closed, community: trouble}
