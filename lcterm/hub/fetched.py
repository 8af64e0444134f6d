"""Facts that came from the hub, into files of the log's folder, so that every reader has one log before it.

They keep their writer's id, for (writer, seq) is what a fact is, and lie under numbers that no run reaches and each
fetching run has drawn for itself: two laptops that share a folder and the hub write no file of the same name, and the
same fact in two files is the same fact. Any device may take words out of such a file, and does so under the sign of
its writer's run; so does this, for a file may be changed by one of them only.
"""

import secrets
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from msgspec import DecodeError, Raw

from lcterm.core.erasure import Gone, Tombstone
from lcterm.core.facts import decode_event
from lcterm.store.archive import Stored, without
from lcterm.store.durable import create_file, make_folder, replace_file
from lcterm.store.entry import BYTES_MAX, EVENTS_MAX
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.runs import RUNS, Run
from lcterm.store.segment import FETCHED_FROM, encode_tables, meta_table, segment_name

_BASES = 99_000_000

_tables = msgspec.json.Decoder(dict[str, dict[str, Raw]])


class Fetched:
    """This run's files for what others wrote to one log. Raises OSError where the disk refuses."""

    def __init__(self, home: Home, folder: Path, log: str) -> None:
        self._runs, self._folder, self._log = home.private / RUNS, folder, log
        self._numbers: dict[str, int] = {}

    def keep(self, facts: Sequence[Stored], gone: Gone) -> list[str]:
        """Write down these facts, durably, with nothing in them of what is gone; the writers whose facts could not be
        taken, because a run of this very device is writing under that id."""
        left: list[str] = []
        for writer, of_writer in groupby(sorted(facts, key=lambda one: one.identity), key=lambda one: one.writer):
            run = Run(self._runs, writer)
            if not run.take_over():
                left.append(writer)
                continue
            try:
                self._keep(writer, [without(one, gone) for one in of_writer])
            finally:
                run.end()
        return left

    def _keep(self, writer: str, facts: list[Stored]) -> None:
        make_folder(self._folder)
        while facts:
            content = self._at_hand(writer)
            events: dict[str, Any] = dict(content["events"])
            taken = _fitting(facts, events)
            if not taken:
                self._numbers[writer] += 1
                continue
            events |= {str(one.seq): _document(one) for one in facts[:taken]}
            path = self._folder / segment_name(writer, self._numbers[writer])
            put = replace_file if content["events"] else create_file
            try:
                put(path, encode_tables({**content, "events": events}))
            except FileExistsError:  # another run had drawn this number
                del self._numbers[writer]
                continue
            facts = facts[taken:]

    def _at_hand(self, writer: str) -> dict[str, dict[str, Any]]:
        """The tables of the file at hand, as they are now: words may have been taken out since."""
        if writer not in self._numbers:
            self._numbers[writer] = FETCHED_FROM + secrets.randbelow(_BASES)
        number = self._numbers[writer]
        try:
            content, _ = read_whole(self._folder / segment_name(writer, number))
            tables: dict[str, dict[str, Any]] = dict(_tables.decode(content))
            if tables.get("meta") and "events" in tables:
                return tables
        except FileNotFoundError:
            return {**meta_table(writer, self._log, number), "events": {}}
        except (Unreadable, DecodeError, ValueError):
            pass_on = number + 1  # damaged meanwhile: it is left as it lies
            self._numbers[writer] = pass_on
        return {**meta_table(writer, self._log, self._numbers[writer]), "events": {}}


def _document(one: Stored) -> dict[str, Any]:
    return {"stamp": one.stamp, "at": one.at, "actor": one.actor, "v": one.v, "event": one.event}


def _fitting(facts: Sequence[Stored], events: dict[str, Any]) -> int:
    """How many of the facts fit in a file that holds these; a tombstone begins a file, so that an old copy of a file
    that comes back does not take it away."""
    size = sum(len(bytes(held)) for held in events.values())
    for place, one in enumerate(facts):
        size += len(bytes(one.event)) + 200
        full = len(events) + place >= EVENTS_MAX or (size > BYTES_MAX and (events or place))
        if full or (_is_tombstone(one) and (events or place)):
            return place
    return len(facts)


def _is_tombstone(one: Stored) -> bool:
    try:
        return isinstance(decode_event(one.event), Tombstone)
    except (DecodeError, ValueError, RecursionError):
        return False
