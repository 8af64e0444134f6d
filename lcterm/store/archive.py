"""A whole community as one file to read: every fact of its logs with writer, seq, stamp, time, actor and event.

Nothing of this device's private folder is in it, no summary and no own template; of what was struck or forgotten there
is nothing but the tombstones. Form: JSON in UTF-8, a fact a line. Facts that only a newer version knows go along as
they are.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import DecodeError, Raw, Struct

from lcterm.core.erasure import Gone, Identity
from lcterm.core.facts import AT_MAX, EVENT_VERSION, STAMP_MAX, Fact, decode_event
from lcterm.store.ids import is_plain
from lcterm.store.name_finding import log_files
from lcterm.store.neutral import neutral_json
from lcterm.store.own_form import read_form
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable
from lcterm.store.segment import decode_segment, parse_segment_name
from lcterm.store.union import Union
from lcterm.store.words import cleared_event

FORMAT = 1
"""The version of the form; a file with a higher one is left to a newer lcterm."""

MIB = 1024 * 1024
ARCHIVE_BYTES = 256 * MIB
"""Ten years of two sessions a month come to a tenth of this."""

EVENT_BYTES = 16 * MIB
_WHAT = "archive"


class Stored(Struct, frozen=True, kw_only=True):
    """A fact as an archive holds it. `event` is decoded on its own, so that what only a newer version knows is kept."""

    writer: str
    seq: int
    stamp: int
    at: int
    actor: str
    v: int = 1
    event: Raw

    @property
    def identity(self) -> Identity:
        return self.writer, self.seq


class LogPart(Struct, frozen=True):
    """One log: the community's own under its id, a session's under the session's."""

    log: str
    facts: tuple[Stored, ...]


class Archive(Struct, frozen=True, kw_only=True):
    """A community out of a file. `facts` is how many there are in all logs."""

    lcterm: str
    format: int
    community: str
    name: str
    facts: int
    logs: tuple[LogPart, ...]


class _Envelope(Struct):
    stamp: int
    at: int
    actor: str
    event: Raw
    v: int = 1


class _Tables(Struct):
    events: dict[str, Raw]


class Gathered(NamedTuple):
    """What is stored of a log: each fact once, in order, without what is gone, and how much cannot be read."""

    facts: tuple[Stored, ...]
    known: Union
    unread: int


def gather(folder: Path, log: str, gone_too: Gone | None = None) -> Gathered:
    """All that stands in the segments of a log. `gone_too`: what else is to be left out, besides what its own
    tombstones name."""
    union = Union()
    held: dict[Identity, tuple[int, Stored]] = {}
    unread = 0
    for path, content in log_files(folder):
        parsed = parse_segment_name(path.name)
        if parsed is None or path.parent != folder:
            continue
        try:
            segment = decode_segment(content, parsed[0], log)
        except Unreadable:
            unread += 1
            continue
        union.add(parsed[0], segment)
        unread += segment.damaged
        for stored in stored_in(content, parsed[0]):
            if stored.identity not in held or segment.rev > held[stored.identity][0]:
                held[stored.identity] = (segment.rev, stored)
    gone = union.gone().union(gone_too) if gone_too else union.gone()
    facts = sorted((without(one, gone) for _, one in held.values()), key=lambda one: (one.stamp, *one.identity))
    return Gathered(tuple(facts), union, unread)


def stored_in(content: bytes, writer: str) -> Iterator[Stored]:
    """The facts in the bytes of a segment of this writer, as they are stored; what is damaged is passed over."""
    for key, raw in msgspec.json.decode(neutral_json(content), type=_Tables).events.items():
        try:
            entry = msgspec.json.decode(raw, type=_Envelope)
            seq = int(key)
        except (DecodeError, ValueError):  # damaged; how many was counted
            continue
        stored = Stored(
            writer=writer, seq=seq, stamp=entry.stamp, at=entry.at, actor=entry.actor, v=entry.v, event=entry.event
        )
        if is_sound(stored):
            yield stored


def without(stored: Stored, gone: Gone) -> Stored:
    """The fact with nothing left in it of what is gone."""
    if not gone.anything:
        return stored
    event = cleared_event(bytes(stored.event), stored.writer, str(stored.seq), gone)
    return stored if event is None else msgspec.structs.replace(stored, event=event)


def is_sound(stored: Stored) -> bool:
    """Whether the fact can stand in a log: plain ids, numbers within bounds."""
    return (
        is_plain(stored.writer)
        and "-" not in stored.writer
        and len(stored.writer) <= 32
        and is_plain(stored.actor)
        and 0 < stored.seq < 10**15
        and 0 <= stored.stamp <= STAMP_MAX
        and 0 <= stored.at <= AT_MAX
        and 0 < stored.v < 2**31
        and len(bytes(stored.event)) <= EVENT_BYTES
        and bytes(stored.event).lstrip()[:1] == b"{"
    )


def fact_of(stored: Stored) -> Fact | None:
    """The fact; None for one that this version does not know."""
    if stored.v > EVENT_VERSION:
        return None
    try:
        event = decode_event(stored.event)
    except (DecodeError, ValueError, RecursionError):
        return None
    return Fact(stored.stamp, stored.writer, stored.seq, stored.at, stored.actor, event)


def archive_of(home: Home, community: str, name: str, version: str, made: str) -> tuple[str, int]:
    """The text of the archive of a community, and how many stored facts cannot be read and are not in it. `version` is
    the program's, `made` an ISO time. Raises Refused when the home cannot be read."""
    folders = [(community, home.community_log(community))]
    folders += [(session, home.session_log(community, session)) for session in home.sessions(community)]
    gathered = [(log, gather(folder, log)) for log, folder in folders]
    about = {
        "lcterm": _WHAT,
        "format": FORMAT,
        "version": version,
        "made": made,
        "community": community,
        "name": name,
        "facts": sum(len(one.facts) for _, one in gathered),
    }
    text = "".join(_pieces(about, [(log, one.facts) for log, one in gathered]))
    return text, sum(one.unread for _, one in gathered)


def _pieces(about: dict[str, object], logs: Iterable[tuple[str, tuple[Stored, ...]]]) -> Iterator[str]:
    """The text bit by bit."""
    yield "{\n"
    for key, value in about.items():
        yield f"{_json(key)}: {_json(value)},\n"
    yield '"logs": ['
    for place, (log, facts) in enumerate(logs):
        yield f'{"," if place else ""}\n{{"log": {_json(log)}, "facts": ['
        yield ",".join(f"\n  {_json(fact)}" for fact in facts)
        yield "\n]}"
    yield "\n]\n}\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8", "replace")


def read_archive(content: bytes) -> Archive:
    """The archive in these bytes, its text made harmless. Raises Unreadable for what is none, is damaged, was made by a
    newer lcterm, or holds what no log may hold."""
    archive = read_form(content, _WHAT, FORMAT, Archive)
    _see_that_it_is_sound(archive)
    return archive


def _see_that_it_is_sound(archive: Archive) -> None:
    logs = [part.log for part in archive.logs]
    if not all(map(is_plain, (archive.community, *logs))):
        raise Unreadable("it names a log that cannot be one: ids have small letters, digits and hyphens")
    if len(set(logs)) != len(logs) or archive.community not in logs:
        raise Unreadable("it does not hold each log once, the community's own among them")
    if archive.facts != sum(len(part.facts) for part in archive.logs):
        raise Unreadable("facts are missing in it, or were added: it is damaged")
    for part in archive.logs:
        if len({one.identity for one in part.facts}) != len(part.facts):
            raise Unreadable(f"it holds a fact of {part.log} twice: it is damaged")
        if (bad := next((one for one in part.facts if not is_sound(one)), None)) is not None:
            raise Unreadable(f"fact {bad.writer[:40]}-{bad.seq} of {part.log} is out of all bounds: it is damaged")
