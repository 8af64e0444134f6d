"""What later sessions need of those before, kept beside the logs so that year ten opens like year one.

All of it is worked out from the logs and lies in caches (`session_cache`); no fact lies only there. What was heard of
each person is in a file of its own, which is there only while the charter allows it.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Generic, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.community import Community
from lcterm.core.digest import LIVE, Digest, VoiceKept, digest
from lcterm.core.leave import Leave, leave_of
from lcterm.core.session import Session, Status
from lcterm.store.durable import flush_folder
from lcterm.store.paths import Home
from lcterm.store.read_before import hand_on, log_of
from lcterm.store.session_cache import CacheFile, Entry, Made, SessionCache, Stand, left_over, stand_of

if TYPE_CHECKING:
    from lcterm.core.learned import Learned

SOON = 5
"""So many logs can be read while somebody waits for the next screen: each takes some hundredths of a second."""


class Voices(Struct, frozen=True):
    """What was heard of each in a session, as in Digest."""

    status: Status
    voices: tuple[VoiceKept, ...]


def digest_cache(home: Home, community: str) -> SessionCache[Digest]:
    """The index of a community's sessions."""
    return SessionCache(home, community, "index.json", _digests)


@cache
def _digests() -> "msgspec.json.Decoder[CacheFile[Digest]]":
    return msgspec.json.Decoder(CacheFile[Digest])


def learned_cache(home: Home, community: str) -> "SessionCache[Learned]":
    """What the sessions of a community left beyond tasks."""
    return SessionCache(home, community, "learned.json", _learned)


@cache
def _learned() -> "msgspec.json.Decoder[CacheFile[Learned]]":
    from lcterm.core.learned import Learned

    return msgspec.json.Decoder(CacheFile[Learned])


def voices_cache(home: Home, community: str) -> SessionCache[Voices]:
    """What was heard of each person; there only while the charter allows it."""
    return SessionCache(home, community, "voices.json", _kept_voices)


@cache
def _kept_voices() -> "msgspec.json.Decoder[CacheFile[Voices]]":
    return msgspec.json.Decoder(CacheFile[Voices])


def always() -> bool:
    """Nobody wants it to stop."""
    return True


# ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def digests(
    home: Home,
    community: str,
    but: str = "",
    go_on: Callable[[], bool] = always,
    *,
    voices: Leave | Literal[False] | None = None,
) -> list[Digest]:
    """The digests of a community's sessions that have a plan, by when they were held, else by their plan, without that
    of the session `but`. Those that still hold are read, the others made, and kept where the disk allows it. Stops
    early when `go_on` says no.

    `voices`: the group's leave to look at voices over sessions. With it they are in the digests of what it covers, and
    on the disk are none of before; with False what was kept of them goes from the disk; left out, neither. Raises
    Refused when the home cannot be read."""
    if voices:
        return _with_voices(home, community, voices, but, go_on)
    if voices is False:
        forget_voices(home, community)
    return _oldest_first(light_shelf(home, community).all(but, go_on))


def digests_soon(home: Home, community: str, but: str = "") -> list[Digest] | None:
    """The same where that takes no time to speak of, because at most a few have to be made; else None. Raises Refused
    as above."""
    shelf = light_shelf(home, community)
    missing = set(shelf.ids) - set(shelf.entries) - {but}
    return None if len(missing) > SOON else _oldest_first(shelf.all(but))


def learned_of(home: Home, community: str, go_on: Callable[[], bool] = always) -> "list[Learned]":
    """What the sessions of a community left to the group beyond tasks, oldest first; kept like digests, and stops as
    they do. Raises Refused when the home cannot be read."""
    from lcterm.core.learned import learned

    shelf = Shelf(home, community, learned_cache(home, community), learned)
    return sorted(shelf.all(go_on=go_on), key=lambda one: (one.began, one.session))


def light_shelf(home: Home, community: str) -> "Shelf[Digest]":
    """The digests of a community, to be looked at one by one. Raises Refused when the home cannot be read."""
    return Shelf(home, community, digest_cache(home, community), digest)


def _with_voices(home: Home, community: str, leave: Leave, but: str, go_on: Callable[[], bool]) -> list[Digest]:
    last: dict[str, Reading] = {}

    def read(id: str) -> Reading:
        """Both are made from one reading of the log, which is what takes time."""
        if id not in last:
            last.clear()
            last[id] = read_session_log(home, community, id)
        return last[id]

    light = Shelf(home, community, digest_cache(home, community), digest, read)
    heard = Shelf(home, community, voices_cache(home, community), _voices, read)
    found: list[Digest] = []
    for id in light.ids:
        if not go_on():
            break
        one = None if id == but else light.one(id)
        if one is None:
            continue
        if leave.covers(one):
            of_it = heard.one(id)
            found.append(one if of_it is None else replace(one, voices=of_it.voices))
        else:
            heard.leave_out(id)
            found.append(one)
    light.keep()
    heard.keep()
    return _oldest_first(found)


def _voices(session: Session) -> Voices:
    return Voices(session.status, digest(session, voices=True).voices)


def _oldest_first(found: Iterable[Digest]) -> list[Digest]:
    return sorted(found, key=lambda one: (one.began, one.session))


# ── Making ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Reading(Struct, frozen=True):
    """A session as its log says, and how the log stood; None where something is amiss with it, which whoever looks has
    to be told every time, so that nothing is kept of it."""

    session: Session
    stand: Stand | None


def read_session_log(home: Home, community: str, session: str) -> Reading:
    """A session in full. Raises Refused for an id that is none."""
    folder = home.session_log(community, session)
    stand = stand_of(folder)
    reader, log = log_of(folder, community, session)
    if log.state.status in LIVE:
        hand_on(folder, reader, log)
    return Reading(log.state, None if reader.notices() else stand)


class Shelf(Generic[Made]):
    """What one cache holds of the sessions in a home, and what is missing made. For one look. Raises Refused, as it is
    made, when the home cannot be read."""

    def __init__(
        self,
        home: Home,
        community: str,
        cache: SessionCache[Made],
        make: Callable[[Session], Made],
        read: Callable[[str], Reading] | None = None,
    ) -> None:
        self._cache, self._make = cache, make
        self._read = read or (lambda id: read_session_log(home, community, id))
        self.ids = home.sessions(community)
        kept = cache.read()
        self.entries = cache.holding(kept, self.ids)
        self._made: list[Made] = []
        self._on_disk = frozenset(kept)
        self._gone = not self._on_disk <= set(self.ids)

    def all(self, but: str = "", go_on: Callable[[], bool] = always) -> list[Made]:
        """What belongs to each session that has a plan, but to that one; what was made is kept."""
        found: list[Made] = []
        for id in self.ids:
            if not go_on():
                break
            if id != but and (one := self.one(id)) is not None:
                found.append(one)
        self.keep()
        return found

    def one(self, id: str) -> Made | None:
        """What belongs to one session; None for one without a plan."""
        if id in self.entries:
            return self.entries[id].made
        read = self._read(id)
        if not read.session.points:
            return None
        return self._make(read.session) if read.stand is None else self.take(read.session, read.stand)

    def take(self, session: Session, stand: Stand) -> Made:
        """What belongs to a session that was read in full elsewhere, and how its log stood before that."""
        made = self._make(session)
        self.entries[session.id] = Entry(session.id, stand.folder, stand.files, made)
        self._made.append(made)
        return made

    def leave_out(self, id: str) -> None:
        """Nothing is to be kept of this session."""
        self.entries.pop(id, None)
        self._gone = self._gone or id in self._on_disk

    def keep(self) -> None:
        """What is under way changes with every key; it is not worth a write of its own."""
        if self._gone or any(one.status not in LIVE for one in self._made) or len(self._made) > SOON:
            self._cache.write(self.entries)
        self._made, self._gone = [], False


# ── Taking out ──────────────────────────────────────────────────────────────────────────────────────────────────────


def drop_session(home: Home, community: str, session: str) -> None:
    """Take out of every cache what is kept of a session, in which words were struck; and what a crash left there.
    Raises OSError when the disk refuses."""
    digest_cache(home, community).drop(session)
    learned_cache(home, community).drop(session)
    voices_cache(home, community).drop(session)
    for path in left_over(home, community):
        path.unlink(missing_ok=True)
        flush_folder(path.parent)


def overwritten(home: Home, community: str) -> list[str]:
    """The sessions of which what is kept looks new and is not: a file of their log was changed where it lies. Raises
    Refused when the home cannot be read."""
    caches = digest_cache(home, community), learned_cache(home, community), voices_cache(home, community)
    found = {id for cache in caches for id in cache.overwritten(home.sessions(community))}
    return sorted(found)


def keep_to_charter(home: Home, community: Community) -> None:
    """Voices over sessions go from the disk where the charter does not allow them."""
    if leave_of(community) is None:
        forget_voices(home, community.id)


def forget_voices(home: Home, community: str) -> None:
    """Remove what was kept of voices: the charter does not allow it, or no longer. A disk that refuses is asked again
    at the next look."""
    cache = voices_cache(home, community)
    try:
        cache.remove()
    except OSError:
        return
