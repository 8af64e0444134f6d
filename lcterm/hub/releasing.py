"""What a community's sponsor may read on the hub, kept as the group has it now: whoever learns of something that
changes it says so there."""

from collections.abc import Callable

from lcterm.hub.exchange import LogExchange
from lcterm.hub.link import Link
from lcterm.hub.released import SPONSOR, Released, may_change_it, may_change_names, release, released_of, released_there
from lcterm.store.archive import Stored
from lcterm.store.ids import is_plain
from lcterm.store.paths import Home


class Releasing:
    """One community's sessions. For one thread; raises HubTrouble."""

    def __init__(self, home: Home, community: str) -> None:
        self._home, self._community = home, community
        self._shown: dict[str, list[Released]] = {}
        self._owed = False
        """Whether something has changed for all sessions, and not all of them were looked at since."""
        self._seen: dict[str, tuple[int, int]] = {}

    def look(self, link: Link, one: LogExchange, known: int) -> None:
        """At a session, if anything of it has changed. `known`: as `release` wants it."""
        news, one.news = one.news, []
        if one.session in self._shown and not any(map(may_change_it, news)):
            return
        rows = self._of(one.session) if one.local.mentions(SPONSOR) else []
        self._put(link, one.session, known, rows)

    def look_at_names(self, link: Link, news: list[Stored], known: Callable[[str], int]) -> None:
        """Somebody is called otherwise, or forgotten, or the charter says something else about names: at all sessions
        of which something is released."""
        self._owed = self._owed or any(map(may_change_names, news))
        if self._owed:
            there = self._released(link)
            taken = [self._put(link, one, known(one), self._of(one)) for one in there]
            self._owed = not all(taken)

    def only_take_back(self, link: Link, one: LogExchange, changes: int) -> None:
        """Nothing may go there any more, but what was struck, or reads otherwise, is to go away. `changes`: how often
        the community's log has changed; a look at the community's own log is one at all sessions."""
        seen = (changes, one.local.changes)
        if self._seen.get(one.log) == seen:
            return
        for session in [one.session] if one.session else self._released(link):
            there, here = released_there(link, self._community, session), self._of(session)
            if any(row not in here for row in there):
                release(link, self._community, session, None, [row for row in there if row in here])
            self._shown.pop(session, None)
        self._seen[one.log] = seen

    def _released(self, link: Link) -> list[str]:
        found = link.rows("select distinct log from lcterm.released where community = %s", (self._community,))
        return [session for (session,) in found if is_plain(session)]

    def _of(self, session: str) -> list[Released]:
        return released_of(self._home, self._community, session)

    def _put(self, link: Link, session: str, known: int, rows: list[Released]) -> bool:
        taken = release(link, self._community, session, known, rows)
        if taken:
            self._shown[session] = rows
        else:  # others have written since: with what they wrote, again
            self._shown.pop(session, None)
        return taken
