"""Files that were removed because they held a name: an old copy of one that comes back goes again.

The device keeps a checksum of each, never what was in it: TinyDB, a document for each in the table `removed`.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.store.durable import flush_folder, make_folder
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment_storage import SegmentStorage


class _Removed(Struct):
    sum: str


class _RemovedFile(Struct):
    removed: dict[str, _Removed]


def note_removed(home: Home, community: str, paths: Iterable[Path]) -> None:
    """Keep the checksums of these files, which are about to go. Raises OSError where the disk refuses it."""
    known = _known(home, community)
    sums = known.union(filter(None, map(_checksum, paths)))
    if sums != known:
        make_folder(home.private)
        table = TinyDB(_path(home, community), storage=SegmentStorage).table("removed")
        table.insert_multiple({"sum": one} for one in sorted(sums))


def remove_again(home: Home, community: str, paths: Iterable[Path]) -> list[Path]:
    """Remove those of these files that are old copies of files which went; which those were. Raises OSError."""
    known = _known(home, community)
    gone = [path for path in paths if _checksum(path) in known] if known else []
    for path in gone:
        path.unlink(missing_ok=True)
        flush_folder(path.parent)
    return gone


def _path(home: Home, community: str) -> Path:
    return home.private / f"forgotten-files-{community}.json"


def _known(home: Home, community: str) -> frozenset[str]:
    try:
        content, _ = read_whole(_path(home, community))
        return frozenset(one.sum for one in msgspec.json.decode(content, type=_RemovedFile).removed.values())
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return frozenset()


def _checksum(path: Path) -> str:
    """The checksum of a file; "" for one that cannot be read."""
    try:
        return hashlib.blake2b(read_whole(path)[0], digest_size=16).hexdigest()
    except (OSError, Unreadable):
        return ""
