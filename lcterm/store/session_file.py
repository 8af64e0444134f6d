"""A session as one file: the facts of its log as they may leave, beside what programs read of it. And in again.

What comes in is the log alone; the readable part is worked out from it. Form: JSON in UTF-8, a fact a line.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from msgspec import Raw, Struct

from lcterm.core import fold
from lcterm.core.events import Erased, SessionPlanned
from lcterm.core.facts import Fact, place_of
from lcterm.core.log import Log
from lcterm.core.session import Session
from lcterm.core.session_leaving import leaving
from lcterm.store.archive import MIB, Stored, fact_of, gather, is_sound
from lcterm.store.archive_in import add_facts
from lcterm.store.forgotten import clear_log, keep_looking
from lcterm.store.ids import is_plain
from lcterm.store.own_form import read_form
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable

FORMAT = 1
"""The version of the form; a file with a higher one is left to a newer lcterm."""

WHAT = "session"
SESSION_BYTES = 64 * MIB
"""An hour of a lively session comes to a hundredth of this."""


class PersonOfFile(Struct, frozen=True, kw_only=True):
    """Somebody in a session's file; no name where they are forgotten, or were not known."""

    person: str
    name: str | None = None


class CommunityOfFile(Struct, frozen=True, kw_only=True):
    """Which community the session was held in."""

    id: str
    name: str


class SessionFile(Struct, frozen=True, kw_only=True):
    """A session out of a file. `facts` is how many there are in its log."""

    lcterm: str
    format: int
    community: CommunityOfFile
    session: str
    people: tuple[PersonOfFile, ...]
    facts: int
    log: tuple[Stored, ...]


class Leaving(NamedTuple):
    """What goes into the file: the facts as they leave, the same stored, and how many cannot be read and stay."""

    facts: list[Fact]
    stored: tuple[Stored, ...]
    unread: int


def going_out(home: Home, community: str, session: Session) -> Leaving:
    """The facts of this session's log as they may leave; what only a newer version knows leaves nothing but its place.
    Raises Refused when the home cannot be read."""
    gathered = gather(home.session_log(community, session.id), session.id)
    known = [fact for one in gathered.facts if (fact := fact_of(one)) is not None]
    events = {(fact.writer, fact.seq): fact for fact in leaving(known, session)}
    stored = tuple(_with_event(one, events.get(one.identity)) for one in gathered.facts)
    return Leaving(list(events.values()), stored, gathered.unread + len(stored) - len(events))


def _with_event(stored: Stored, fact: Fact | None) -> Stored:
    event = Erased() if fact is None else fact.event
    return msgspec.structs.replace(stored, v=1, event=Raw(msgspec.json.encode(event)))


# ── In ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_session_file(content: bytes) -> tuple[SessionFile, list[Fact]]:
    """The session in these bytes with its facts in their order, text made harmless. Raises Unreadable for what is none,
    is damaged, was made by a newer lcterm, is not over, or holds what no log of a session may hold."""
    file = read_form(content, WHAT, FORMAT, SessionFile)
    return file, _sound_facts(file)


def _sound_facts(file: SessionFile) -> list[Fact]:
    if not all(map(is_plain, (file.community.id, file.session, *(one.person for one in file.people)))):
        raise Unreadable("it holds an id that cannot be one: ids have small letters, digits and hyphens")
    if len({one.person for one in file.people}) != len(file.people):
        raise Unreadable("it names somebody twice: it is damaged")
    if file.facts != len(file.log):
        raise Unreadable("facts are missing in it, or were added: it is damaged")
    if len({one.identity for one in file.log}) != len(file.log):
        raise Unreadable("it holds a fact twice: it is damaged")
    facts = [_sound(one) for one in file.log]
    return sorted(facts, key=place_of)


def _sound(stored: Stored) -> Fact:
    where = f"fact {stored.writer[:40]}-{stored.seq}"
    if not is_sound(stored):
        raise Unreadable(f"{where} is out of all bounds: it is damaged")
    fact = fact_of(stored)
    if fact is None:
        raise Unreadable(f"{where} is none that this lcterm knows: it is damaged, or a newer lcterm made it")
    return fact


def folded(session: str, community: str, facts: Iterable[Fact]) -> Session:
    """The session that these facts make."""
    log = Log(Session(id=session, community=community), fold.apply)
    log.add(facts)
    return log.state


def put_session(home: Home, community: str, session: str, facts: Sequence[Fact]) -> None:
    """Write the facts of a session into a community that does not hold them yet. The plan goes last: until it is there
    nobody sees anything of the session, and whoever was stopped on the way does it again. Raises OSError."""
    folder = home.session_log(community, session)
    plans = [fact for fact in facts if isinstance(fact.event, SessionPlanned)]
    add_facts(folder, session, [as_stored(fact) for fact in facts if fact not in plans])
    add_facts(folder, session, [as_stored(fact) for fact in plans])
    log = Log(Session(id=session, community=community), fold.apply)
    log.add(facts)
    if log.gone.people or log.gone.texts:
        keep_looking(home, community)
    if log.gone.anything:
        clear_log(home, community, session)


def as_stored(fact: Fact) -> Stored:
    """The fact as a file holds it."""
    event = Raw(msgspec.json.encode(fact.event))
    return Stored(writer=fact.writer, seq=fact.seq, stamp=fact.stamp, at=fact.at, actor=fact.actor, event=event)
