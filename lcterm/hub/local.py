"""A log as it lies on this laptop, fact by fact as stored: what there is to send, and what is here already."""

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from lcterm.core.erasure import NOTHING, Gone, Identity
from lcterm.hub.joined import folder_modified
from lcterm.store.archive import Stored, stored_in, without
from lcterm.store.reader import Mark, mark_of
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import decode_segment, parse_segment_name
from lcterm.store.union import Union


class LocalLog:
    """The facts in a log's folder, read again where a file has changed. Writes nothing. For one thread.

    Of two copies of a fact the one with the higher rev counts, as for every reader.
    """

    def __init__(self, folder: Path, log: str) -> None:
        self.folder, self.log = folder, log
        self.modified: int | None = None
        """When the folder last changed, in ns, as it was before the last look; None while there is none."""
        self.gone: Gone = NOTHING
        self.changes = 0
        """How often a look has found something new."""
        self._files: dict[str, Mark] = {}
        self._held: dict[Identity, tuple[int, Stored]] = {}
        self._last: dict[str, int] = {}
        self._union = Union()

    def refresh(self) -> bool:
        """Look at the files again; whether a fact is new or reads otherwise than before."""
        self.modified = folder_modified(self.folder)
        changed = False
        for name in self._changed_files():
            try:
                content, about = read_whole(self.folder / name)
                writer = name.partition(".")[0]
                segment = decode_segment(content, writer, self.log)
            except (OSError, Unreadable):  # the board's own reader tells of it, and `check`
                continue
            self._files[name] = mark_of(about)
            self._union.add(writer, segment)
            changed = self._take(stored_in(content, writer), segment.rev) or changed
        if changed:
            self.changes += 1
            gone = self._union.gone()
            self.gone = gone if gone != self.gone else self.gone
        return changed

    def _changed_files(self) -> list[str]:
        try:
            with os.scandir(self.folder) as entries:
                marks = [(entry.name, mark_of(entry.stat(follow_symlinks=False))) for entry in entries]
        except OSError:
            return []
        return sorted(name for name, mark in marks if parse_segment_name(name) and self._files.get(name) != mark)

    def _take(self, facts: Iterable[Stored], rev: int) -> bool:
        changed = False
        for fact in facts:
            held = self._held.get(fact.identity)
            if held is None or rev > held[0]:
                changed = changed or held is None or held[1] != fact
                self._held[fact.identity] = (rev, fact)
        return changed

    @property
    def writers(self) -> list[str]:
        """Who wrote here, each once."""
        return sorted({writer for writer, _ in self._held})

    def last(self, writer: str) -> int:
        """Up to which seq this writer's facts are here, none missing before it."""
        seq = self._last.get(writer, 0)
        while (writer, seq + 1) in self._held:
            seq += 1
        self._last[writer] = seq
        return seq

    def holds(self, writer: str, seq: int) -> bool:
        """Whether this fact is here."""
        return (writer, seq) in self._held

    def stored(self) -> Iterator[Stored]:
        """All facts that are here, in no order."""
        return (fact for _, fact in self._held.values())

    def mentions(self, words: bytes) -> bool:
        """Whether a fact here has this in its stored form."""
        return any(words in bytes(fact.event) for fact in self.stored())

    def beyond_gaps(self) -> int:
        """How many facts cannot be sent yet, for some that come before them are not here."""
        return sum(seq > self.last(writer) for writer, seq in self._held)

    def fact(self, writer: str, seq: int) -> Stored | None:
        """The fact without what is gone; None where it is not here."""
        held = self._held.get((writer, seq))
        return without(held[1], self.gone) if held else None

    def after(self, writer: str, seq: int, most: int) -> list[Stored]:
        """The writer's facts from the one after this on, in order, up to a gap or so many."""
        last = min(self.last(writer), seq + most)
        found = (self.fact(writer, number) for number in range(seq + 1, last + 1))
        return [fact for fact in found if fact is not None]


def envelope_of(fact: Stored) -> str:
    """The fact as the hub stores it, beside its writer and seq."""
    kept = {"stamp": fact.stamp, "at": fact.at, "actor": fact.actor, "v": fact.v, "event": fact.event}
    return msgspec.json.encode(kept).decode("utf-8", "replace")


def mark_of_fact(fact: Stored) -> str:
    """What tells one content of a fact from another; the same however the JSON is spaced and ordered."""
    try:
        event = msgspec.json.encode(msgspec.json.decode(fact.event), order="deterministic")
    except (msgspec.DecodeError, ValueError, RecursionError):
        event = bytes(fact.event)
    about = f"{fact.stamp} {fact.at} {fact.actor} {fact.v} ".encode()
    return blake2b(about + event, digest_size=16).hexdigest()


def fact_from(writer: str, seq: int, envelope: str) -> Stored:
    """A fact out of the hub's table. Raises msgspec.DecodeError for what is none."""
    kept = msgspec.json.decode(envelope.encode("utf-8", "replace"), type=_Envelope)
    return Stored(writer=writer, seq=seq, stamp=kept.stamp, at=kept.at, actor=kept.actor, v=kept.v, event=kept.event)


class _Envelope(msgspec.Struct):
    stamp: int
    at: int
    actor: str
    event: msgspec.Raw
    v: int = 1
