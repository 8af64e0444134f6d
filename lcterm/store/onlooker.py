"""One session with its community, followed from the files by somebody who only looks: the room screen, or a command
that tells how things stand."""

from pathlib import Path

from lcterm.core import community as community_rules
from lcterm.core import fold
from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.log import Log
from lcterm.core.session import Meeting, Session
from lcterm.store.apart import apart_lines
from lcterm.store.paths import Home
from lcterm.store.read_before import log_of
from lcterm.store.reader import LogReader


class Onlooker:
    """Reads on as others write, and writes nothing itself: not even that somebody looks. For one thread."""

    def __init__(self, home: Home, community: str, session: str, clock: Clock) -> None:
        self.home = home
        self.folders: list[Path] = [home.community_log(community), home.session_log(community, session)]
        """Where others' writing shows."""
        self._clock = clock
        reader, self._session = log_of(self.folders[1], community, session)
        self._readers = LogReader(self.folders[0], community), reader
        self._community = Log(Community(id=community), community_rules.apply)
        self._community.add(self._readers[0].poll(force=True))
        self._looked: dict[str, int] = {}
        self._anchor = (0, 0)  # wall ms of the latest fact that holds, and the clock nobody sets when it was seen
        self._set_anchor()

    @property
    def community(self) -> Community:
        return self._community.state

    @property
    def session(self) -> Session:
        return self._session.state

    @property
    def meeting(self) -> Meeting:
        """Both, as they stand."""
        return Meeting(community=self.community, session=self.session)

    @property
    def notices(self) -> list[str]:
        """What is amiss with the stored files, with the clocks that wrote them, and between laptops, a line each."""
        stored = [line for reader in self._readers for line in reader.notices()]
        return [*stored, *self._clocks(), *apart_lines(self.community)]

    def _clocks(self) -> list[str]:
        facts, now = [*self._community.facts, *self._session.facts], self._clock.now()
        if max((fact.at for fact in facts), default=0) <= now:
            return []
        from lcterm.store.clocks_apart import ahead_of  # hardly ever

        return ahead_of(self.home, facts, now).lines()

    def poll(self, *, force: bool = False) -> bool:
        """Take in what was written since; whether anything changed."""
        of_community, of_session = self._readers
        changed = [
            self._community.add(of_community.poll(force=force)),
            self._session.add(of_session.poll(force=force)),
        ]
        self._set_anchor()
        return any(changed)

    def _set_anchor(self) -> None:
        if self.session.at != self._anchor[0]:
            self._anchor = (self.session.at, self._clock.boottime())

    def next_live(self) -> str:
        """The id of the session of this community that has begun since this one did and runs now, the earliest of them;
        "" for none. Only those are looked at in which somebody wrote since then, and again only where somebody wrote
        once more. Raises Refused where the home does not let itself be read."""
        own = self.session
        since = _written(self.folders[1])
        others = [id for id in self.home.sessions(self.community.id) if id != own.id]
        live = [one for id in others if (one := self._read_anew(id, since)) is not None and one.live]
        begun = [one for one in live if (one.started or 0) > (own.started or own.starts)]
        return min(begun, key=lambda one: one.started or 0).id if begun else ""

    def _read_anew(self, id: str, since: int) -> Session | None:
        """A session, where its folder has changed since then (ns, by the file system), and since the last look."""
        folder = self.home.session_log(self.community.id, id)
        moved = _written(folder)
        if moved < since or self._looked.get(id) == moved:
            return None
        self._looked[id] = moved
        log = Log(Session(id=id, community=self.community.id), fold.apply)
        log.add(LogReader(folder, id).poll(force=True))
        return log.state

    def now(self) -> int:
        """Wall ms that never lie before the latest fact, as on the board: a clock that was set back stops nothing."""
        at, seen = self._anchor
        return max(self._clock.now(), at + self._clock.boottime() - seen if at else 0)


def _written(folder: Path) -> int:
    """When something in a folder was last written, ns; 0 for one that cannot be looked at."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0
