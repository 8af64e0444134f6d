"""A writer's segments, filled one after another."""

from collections.abc import Sequence
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from lcterm.core.erasure import Gone
from lcterm.store.durable import make_folder
from lcterm.store.entry import BYTES_MAX, EVENTS_MAX, Entry
from lcterm.store.segment import encode_tables, meta_table, segment_name
from lcterm.store.segment_storage import SegmentStorage


class SegmentFiller:
    """Fills segments in a folder, from `first` on; a full one is never written again. Makes the folder if need be."""

    def __init__(self, folder: Path, log: str, writer: str, first: int = 1) -> None:
        self._folder = folder
        self._log = log
        self.writer = writer
        self._begin(first)

    @property
    def next_number(self) -> int:
        """The number of the first segment that this filler has certainly not touched."""
        return self._number + 1

    @property
    def path(self) -> Path:
        """The segment at hand, which may not be on the disk yet."""
        return self._folder / segment_name(self.writer, self._number)

    def put(self, entries: Sequence[Entry]) -> int:
        """Stores as many of the entries as still fit in one file, in one durable write; how many those were.

        Raises OSError, and then none of them was taken and the file that stood there stands.
        """
        if self._room_for(entries) == 0:
            self._begin(self._number + 1)
        taken = entries[: max(1, self._room_for(entries))]
        try:
            self._insert(taken)
        except FileNotFoundError:
            make_folder(self._folder)
            self._insert(taken)
        self._count += len(taken)
        self._size += sum(entry.size for entry in taken)
        return len(taken)

    def erase(self, gone: Gone, rev: int, *, anyway: bool = False) -> bool:
        """Write the segment at hand again, as rev `rev` or higher, if it holds some of what is gone, or `anyway`;
        whether that was so.

        Raises OSError, and then the file that stood there stands, and is what will be written on.
        """
        from lcterm.store.words import cleared_event  # its patterns would cost every start 3 ms

        tables = self._storage.read() or {}
        events = tables.get("events", {})
        looked = {key: cleared_event(bytes(entry["event"]), self.writer, key, gone) for key, entry in events.items()}
        held = {key: event for key, event in looked.items() if event is not None}
        if not events or not (held or anyway):
            return False
        meta = {key: {**about, "rev": max(rev, about["rev"] + 1)} for key, about in tables["meta"].items()}
        erased = {key: {**entry, "event": held[key]} if key in held else entry for key, entry in events.items()}
        rewritten = {**tables, "meta": meta, "events": erased}
        self._storage.write(rewritten)
        self._size = len(encode_tables(rewritten))
        return True

    def _insert(self, entries: Sequence[Entry]) -> None:
        self._events.insert_multiple(Document(entry.document, doc_id=entry.fact.seq) for entry in entries)

    def _room_for(self, entries: Sequence[Entry]) -> int:
        """How many of the entries fit in the segment at hand."""
        size = self._size
        for place, entry in enumerate(entries[: EVENTS_MAX - self._count]):
            size += entry.size
            if size > BYTES_MAX or (entry.strikes and (place or self._count)):
                return place
        return min(len(entries), EVENTS_MAX - self._count)

    def _begin(self, number: int) -> None:
        tables = meta_table(self.writer, self._log, number)
        self._number = number
        self._count = 0
        self._size = len(encode_tables({**tables, "events": {}}))
        database = TinyDB(self.path, tables, storage=SegmentStorage)
        self._storage: Storage = database.storage
        self._events: Table = database.table("events")
