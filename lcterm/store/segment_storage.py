"""TinyDB's way to our files. A module of its own, imported where something is written: whoever only reads, and a board
before its first key, needs no TinyDB."""

from collections.abc import Callable
from pathlib import Path

from tinydb.storages import Storage

from lcterm.store.durable import replace_file
from lcterm.store.segment import Tables, encode_tables


class SegmentStorage(Storage):
    """TinyDB's way to a segment: every write puts a whole new file in place, durably; reading is from memory alone.

    A file is opened by nobody but the run that made it, so what is in memory is what is on the disk. `tables` is
    what the file will hold beside the first write. `put` raises OSError, and then memory stays as the disk is.
    """

    def __init__(
        self, path: Path, tables: Tables | None = None, put: Callable[[Path, bytes], None] = replace_file
    ) -> None:
        self._path = path
        self._tables = tables
        self._put = put

    def read(self) -> Tables | None:
        # TinyDB changes what it is given before it writes, and the write may fail.
        return None if self._tables is None else dict(self._tables)

    def write(self, data: Tables) -> None:
        self._put(self._path, encode_tables(data))
        self._tables = dict(data)
