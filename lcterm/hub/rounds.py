"""All logs of a community, here and on the hub: those that changed on either side are brought together."""

from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from lcterm.core.erasure import Gone
from lcterm.core.refusal import Refused
from lcterm.hub.exchange import LogExchange
from lcterm.hub.joined import Even, even_logs, folder_modified, note_even
from lcterm.hub.link import Link
from lcterm.hub.releasing import Releasing
from lcterm.hub.sharing import Sharing
from lcterm.hub.trouble import NotYours
from lcterm.hub.twin import Twin
from lcterm.store.ids import is_plain
from lcterm.store.paths import Home

SUMS = "select log, count(*), sum(seq)::bigint from lcterm.heads where community = %s group by log"
"""How far each log of a community is: the same sums, the same facts."""


class Tally(NamedTuple):
    """What a round came to: facts sent and fetched, those still to be sent and fetched, those that cannot be sent,
    writers that are here and there with other words, and facts that stay here, for the charter says no."""

    sent: int = 0
    came: int = 0
    waiting: int = 0
    missing: int = 0
    kept_back: int = 0
    forked: int = 0
    stays: int = 0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(*(one + more for one, more in zip(self, other, strict=True)))


class CommunityRounds:
    """One community's logs. For one thread; raises HubTrouble and OSError, and can then go on with another link.
    `since` (wall ms): as `Twin` has it."""

    def __init__(self, home: Home, community: str, since: int | None = None) -> None:
        self.home, self.community = home, community
        self.twin = Twin(home, since)
        self._exchanges: dict[str, LogExchange] = {}
        self._even = even_logs(home, community)
        self._releasing = Releasing(home, community)
        self._sharing = Sharing(home, community, self._exchange_of("").local)
        self._compared: set[str] = set()
        self._watched: set[str] = set()

    def watch(self, session: str) -> LogExchange:
        """A session's log, or the community's own for "": kept in memory from now on."""
        one = self._exchange_of(session)
        self._watched.add(one.log)
        return one

    def watch_only(self, sessions: Collection[str]) -> None:
        """Of the others nothing is kept in memory any more."""
        self._watched &= {session or self.community for session in sessions}
        for log in self._exchanges.keys() - self._watched - {self.community}:
            del self._exchanges[log]

    @property
    def stopped(self) -> bool:
        """Whether nothing may go there any more, by what the group has settled."""
        return not self._sharing.may()

    def waiting(self, session: str) -> int:
        """How many facts of a log are still to be sent; before the hub was met, since it was last even."""
        if self.stopped:
            return 0
        one = self._exchange_of(session)
        even = self._even.get(one.log)
        if one.heads or even is None:
            return one.waiting
        return max(0, sum(map(one.local.last, one.local.writers)) - even.total)

    def _exchange_of(self, session: str) -> LogExchange:
        log = session or self.community
        if log not in self._exchanges:
            one = LogExchange(self.home, self.community, session, self.twin)
            one.local.refresh()
            if (even := self._even.get(log)) is not None and even.gone == _short(one.local.gone):
                one.cleared = one.local.gone
            self._exchanges[log] = one
        return self._exchanges[log]

    def reconnected(self) -> None:
        """Another connection: what was known of the hub may be old."""
        self._compared.clear()

    # ── One log ─────────────────────────────────────────────────────────────────────────────────────────────────

    def bring(self, link: Link, session: str) -> Tally:
        """Compare a log from the ground up, fetch, send, and take out what is gone."""
        one = self._exchange_of(session)
        one.local.refresh()
        one.compare(link)
        self._compared.add(one.log)
        return self._exchange(link, one, fetch=True)

    def go_on(self, link: Link, session: str, *, fetch: bool) -> Tally:
        """The same for a log that was compared before on this connection: what is new since. The community's own log
        comes before its sessions', for it says whether they may go there."""
        one = self._exchange_of(session)
        if one.log not in self._compared:
            return self.bring(link, session)
        one.local.refresh()
        return self._exchange(link, one, fetch=fetch)

    def _exchange(self, link: Link, one: LogExchange, *, fetch: bool) -> Tally:
        # What the group settles anew is heard of in any case, and everybody else is to hear of a no.
        came = one.fetch(link) if fetch and (not one.session or not self.stopped) else 0
        stopped, sent = self.stopped, 0
        if not stopped or not one.session:
            sent = one.send(link, self._sharing.answers() if stopped else None)
        one.take_out(link)
        if stopped:
            self._releasing.only_take_back(link, one, self._exchange_of("").local.changes)
        elif not one.session:
            news, one.news = one.news, []
            self._releasing.look_at_names(link, news, self._known)
        return _tally(one, stopped)._replace(sent=sent, came=came)

    def release(self, link: Link, session: str) -> None:
        """Let the sponsor read what is released of a session now."""
        if not self.stopped:
            self._releasing.look(link, self._exchange_of(session), self._known(session))

    def _known(self, session: str) -> int:
        """How many of the hub's facts are here, of a session and of the community's own log."""
        return sum(map(self._known_of, (session, "")))

    def _known_of(self, session: str) -> int:
        log = session or self.community
        if log in self._compared:
            return self._exchange_of(session).known
        return even.total if (even := self._even.get(log)) is not None else 0

    # ── All logs ────────────────────────────────────────────────────────────────────────────────────────────────

    def look(self, link: Link) -> Tally:
        """What a round would come to; sends and fetches nothing."""
        tally = Tally()
        there = self._there(link)
        for session in self._sessions(there):
            even = self._even.get(session or self.community)
            if even is not None and self._is_even(even, session, there):
                tally = tally.plus(Tally(kept_back=even.left, forked=even.forked, stays=even.stays))
                continue
            one = LogExchange(self.home, self.community, session)
            one.local.refresh()
            one.compare(link)
            tally = tally.plus(_tally(one, self.stopped))
        return tally

    def all(self, link: Link, *, anyway: bool = False) -> Tally:
        """Every log that has changed here or there since it was even, the community's own first; all of them
        `anyway`."""
        there, tally = self._there(link), Tally()
        for session in self._sessions(there):
            even = self._even.get(session or self.community)
            if not anyway and even is not None and self._is_even(even, session, there):
                tally = tally.plus(Tally(kept_back=even.left, forked=even.forked, stays=even.stays))
                continue
            tally = tally.plus(self.bring(link, session))
            if session:
                self.release(link, session)
            self._note(session)
            if session and session not in self._watched:
                self._compared.discard(session)
                del self._exchanges[session]
        self._keep()
        return tally

    def _sessions(self, there: dict[str, tuple[int, int]]) -> list[str]:
        sessions = dict.fromkeys([*self.home.sessions(self.community), *sorted(there)])
        sessions.pop(self.community, None)
        return ["", *sessions]

    def _there(self, link: Link) -> dict[str, tuple[int, int]]:
        """How many writers each log has on the hub, and the sum of their seqs. Raises NotYours where nobody let this
        person in: to them the hub is empty."""
        found = link.rows(SUMS, (self.community,))
        if not found and link.rows("select %s = any (lcterm.mine())", (self.community,)) != [(True,)]:
            raise NotYours
        return {log: (count, total) for log, count, total in found if is_plain(log)}

    def _is_even(self, even: Even, session: str, there: dict[str, tuple[int, int]]) -> bool:
        one = self._exchanges.get(even.log)
        folder = one.local.folder if one else self._folder(session)
        if even.stays and not self.stopped:
            return False
        return folder_modified(folder) == even.modified and there.get(even.log, (0, 0)) == (even.writers, even.total)

    def _folder(self, session: str) -> Path:
        return self.home.session_log(self.community, session) if session else self.home.community_log(self.community)

    def _note(self, session: str) -> None:
        one = self._exchange_of(session)
        stopped = self.stopped
        tally = _tally(one, stopped)
        if tally.waiting or (stopped and one.missing) or one.local.modified is None:
            self._even.pop(one.log, None)
            return
        total = sum(head.seq for head in one.heads.values())
        gone = _short(one.local.gone)
        self._even[one.log] = Even(
            one.log, one.local.modified, len(one.heads), total, gone, one.kept_back, len(one.forks), tally.stays
        )

    def _keep(self) -> None:
        try:
            note_even(self.home, self.community, self._even)
        except Refused:  # a disk that does not take it costs a comparison the next time
            self._even = dict(self._even)


def _tally(one: LogExchange, stopped: bool) -> Tally:
    if stopped:
        return Tally(kept_back=one.kept_back, forked=len(one.forks), stays=one.waiting)
    return Tally(0, 0, one.waiting, one.missing, one.kept_back, len(one.forks))


def _short(gone: Gone) -> str:
    if not gone.anything:
        return ""
    texts = sorted(
        (*identity, path, *entry[0]) for identity, known in gone.texts.items() for path, entry in known.items()
    )
    named = (sorted(gone.struck), sorted(gone.people), texts)
    return blake2b(repr(named).encode(), digest_size=8).hexdigest()
