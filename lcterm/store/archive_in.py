"""A community out of an archive into the home: the union of what is here and what came.

A file of a log belongs to the run that writes it, and no other may write in its place. So a fact that is here already,
by writer and seq, stays as it is, and the facts that are not go into files of their own, under their writer's id, for
that is what (writer, seq) is made of, but with numbers that no run ever reaches: nobody's own file is ever replaced or
stood in for, neither here nor where the folder is synced to. Such a file is any device's to change, for its facts came
without a file: so what is struck or forgotten later is taken out of it wherever it lies.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import msgspec

from lcterm.core import community as community_rules
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityFounded
from lcterm.core.erasure import Gone, cleared, gone_by
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.refusal import Refused
from lcterm.store.archive import Archive, LogPart, Stored, fact_of, gather, without
from lcterm.store.durable import create_file, make_folder, plain_reason
from lcterm.store.entry import BYTES_MAX, EVENTS_MAX
from lcterm.store.forgotten import clear_log, keep_looking
from lcterm.store.paths import Home, shown
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import IMPORTED_FROM, encode_tables, meta_table, segment_name

_NUMBERS = 400_000_000


class Came(NamedTuple):
    """What an import comes to: what the community is called in the archive; facts that are new here, that were here,
    and that are here with other words."""

    name: str
    sessions: int
    new: int
    known: int
    at_odds: int


class _Merged(NamedTuple):
    log: str
    folder: Path
    new: tuple[Stored, ...]
    known: int
    at_odds: int
    gone: Gone


def foreseen(home: Home, archive: Archive) -> Came:
    """What taking it in would come to. Changes nothing. Raises Refused for an archive without a community."""
    return _came(archive, _all_merged(home, archive))


def take_in(home: Home, archive: Archive) -> Came:
    """Write down what is not here yet, that the community was founded last: an import that is killed shows no half
    community, and goes on where it was when it is run again. Raises Refused for an archive without a community, and
    where it cannot be saved."""
    merged = _all_merged(home, archive)
    came = _came(archive, merged)
    try:
        for one in merged:
            founding = {(it.writer, it.seq) for it in _facts(one.new) if isinstance(it.event, CommunityFounded)}
            add_facts(one.folder, one.log, (it for it in one.new if it.identity not in founding))
            add_facts(one.folder, one.log, (it for it in one.new if it.identity in founding))
        gone = [one for one in merged if one.gone.anything]
        if any(one.gone.people or one.gone.texts for one in gone):
            keep_looking(home, archive.community)
        for one in gone:
            clear_log(home, archive.community, "" if one.log == archive.community else one.log)
    except OSError as error:
        where = shown(home.community_log(archive.community).parent)
        raise Refused(f"{where}: {plain_reason(error)}; mend that and bring the archive in again") from None
    return came


def _all_merged(home: Home, archive: Archive) -> list[_Merged]:
    """Every log of the archive beside what is here, the community's own last."""
    merged = [_merge(home, archive.community, part) for part in archive.logs]
    return sorted(merged, key=lambda one: (one.log == archive.community, one.log))


def _came(archive: Archive, merged: Sequence[_Merged]) -> Came:
    own = next(part for part in archive.logs if part.log == archive.community)
    log = Log(Community(id=archive.community), community_rules.apply)
    log.add(_facts(own.facts))
    if not any(isinstance(fact.event, CommunityFounded) for fact in log.facts):
        raise Refused("this archive holds no community: the fact that founded it is missing")
    return Came(
        log.state.name,
        sum(one.log != archive.community for one in merged),
        sum(len(one.new) for one in merged),
        sum(one.known for one in merged),
        sum(one.at_odds for one in merged),
    )


def _merge(home: Home, community: str, part: LogPart) -> _Merged:
    """What of a log is new, with nothing in it that is gone, here or there."""
    own = part.log == community
    folder = home.community_log(community) if own else home.session_log(community, part.log)
    came = _facts(part.facts)
    from_archive = gone_by(came)
    held = gather(folder, part.log, from_archive)
    gone = held.known.gone().union(from_archive)
    here = {one.identity: one for one in held.facts}
    unread = held.known.arrived
    new = tuple(
        without(one, gone) for one in part.facts if one.identity not in here and not unread(one.writer, one.seq)
    )
    both = [(fact, here[(fact.writer, fact.seq)]) for fact in came if (fact.writer, fact.seq) in here]
    at_odds = sum(_differ(cleared(fact, gone), known) for fact, known in both)
    return _Merged(part.log, folder, new, len(part.facts) - len(new), at_odds, gone)


def _facts(stored: Iterable[Stored]) -> list[Fact]:
    """Those that this version knows."""
    return [fact for one in stored if (fact := fact_of(one)) is not None]


def _differ(fact: Fact, known: Stored) -> bool:
    return [fact] != _facts((known,))


def add_facts(folder: Path, log: str, facts: Iterable[Stored]) -> None:
    """Facts that no file of the log holds into files of their own. Raises OSError where the disk refuses it."""
    ordered = sorted(facts, key=lambda one: one.identity)
    for writer, one_writers in groupby(ordered, key=lambda one: one.writer):
        for batch in _batches(list(one_writers)):
            _put(folder, log, writer, batch)


def _batches(facts: list[Stored]) -> Iterator[list[Stored]]:
    """As much as one file holds."""
    batch: list[Stored] = []
    size = 0
    for one in facts:
        length = len(bytes(one.event)) + 200
        if batch and (len(batch) == EVENTS_MAX or size + length > BYTES_MAX):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += length
    if batch:
        yield batch


def _put(folder: Path, log: str, writer: str, batch: list[Stored]) -> None:
    """One file, named by what is in it: brought in on two laptops it is the same file."""
    events = {
        str(one.seq): {"stamp": one.stamp, "at": one.at, "actor": one.actor, "v": one.v, "event": one.event}
        for one in batch
    }
    number = IMPORTED_FROM + crc32(msgspec.json.encode(events)) % _NUMBERS
    make_folder(folder)
    while True:
        path = folder / segment_name(writer, number)
        content = encode_tables({**meta_table(writer, log, number), "events": events})
        try:
            create_file(path, content)
            return
        except FileExistsError:
            if _stands(path, content):
                return
        number += 1


def _stands(path: Path, content: bytes) -> bool:
    try:
        return read_whole(path)[0] == content
    except (OSError, Unreadable):
        return False
