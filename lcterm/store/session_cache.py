"""What is worked out from each session of a community, kept in one file beside the logs so that it is read at once.

A cache and nothing else: the file holds no fact that a log does not hold, may be deleted at any time, and what is
damaged or no longer matches its log is made anew. Form: TinyDB, a document a session in the table `sessions`, and in
`meta` the version of the form.

Every run of the program writes a file of its own, so whatever is new in a log moves the time of its folder, and one
question a session is enough. Only a file that is overwritten where it lies does not: some programs that sync do so with
a session that is still being written elsewhere, a restored backup with any. Hence the files are looked at too of every
session that is not closed and of the latest; of all others by the home screen bit by bit, and by `lcterm check`.
"""

import os
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec
from msgspec import DecodeError, Struct

from lcterm.core.session import Status
from lcterm.store.durable import flush_folder, is_aside, make_folder, replace_file
from lcterm.store.neutral import neutral_json
from lcterm.store.paths import Home
from lcterm.store.reader import mark_of
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import parse_segment_name

FORMAT = 7
"""The version of what is kept and how it is worked out; what has another one is made anew."""

LATEST = 24
"""Of so many of a community's latest sessions the files are looked at, whatever their folder says."""

_SIZE_MAX = 64 * 1024 * 1024


class OfSession(Protocol):
    """What is worked out from a session says how far that session is."""

    @property
    def status(self) -> Status: ...


Made = TypeVar("Made", bound=OfSession)

FolderMark = tuple[int, int]
"""Inode of a log's folder and the time (ns) of its last change: another one when a file came, went or was replaced."""


class Entry(Struct, Generic[Made], frozen=True):
    """What was made from a session, and how its log stood then: its folder's mark, and a checksum of its files'."""

    session: str
    folder: FolderMark
    files: str
    made: Made


class Form(Struct):
    format: int


class CacheFile(Struct, Generic[Made]):
    """The file as it is stored."""

    meta: dict[str, Form]
    sessions: dict[str, Entry[Made]]


class Stand(Struct, frozen=True):
    """How a log stands. Taken before it is read: what changes meanwhile makes what is kept look old, never new."""

    folder: FolderMark
    files: str


def cache_folder(home: Home, community: str) -> Path:
    """Where a community's caches lie: with what is this device's own, for what they go by, the marks of files, differs
    from one copy of a home to the next. All in it may be deleted at any time."""
    return home.private / "digests" / community


def log_paths(home: Home, community: str) -> Callable[[str], str]:
    """Where the log of a session lies, by its id, for the ids that a home has: as a string, for many are asked for at
    once. Raises Refused for a community's id that is none."""
    folder = str(home.community_log(community).with_name("sessions"))
    return lambda session: f"{folder}{os.sep}{session}"


def folder_mark(log: Path | str) -> FolderMark | None:
    """The mark of a log's folder; None for one that cannot be looked at."""
    try:
        about = os.stat(log)
    except OSError:
        return None  # what is amiss with the folder the reader of the log says
    # A backup that is put back brings its folders' times along, and often gets the inode of what it takes the place of.
    return about.st_ino, max(about.st_mtime_ns, about.st_ctime_ns)


def stand_of(log: Path | str) -> Stand | None:
    """How a log stands; None for one that cannot be looked at, or is empty."""
    folder = folder_mark(log)
    files = _files(log)
    return None if folder is None or not files else Stand(folder, files)


def holds(entry: Entry[Made], log: Path | str, *, closely: bool = False) -> bool:
    """Whether the log stands as it did. `closely`: file by file."""
    if entry.folder != folder_mark(log):
        return False
    return not closely or entry.files == _files(log)


def _files(log: Path | str) -> str:
    """A checksum of how the files of a log stand; "" where there are none."""
    try:
        with os.scandir(log) as entries:
            marks = {one.name: mark_of(one.stat(follow_symlinks=False)) for one in entries if _is_segment(one.name)}
    except OSError:
        return ""
    # Every command asks for this, and what `hashlib` loads takes longer than to read a session.
    stand = [(name, msgspec.structs.astuple(mark)) for name, mark in sorted(marks.items(), key=itemgetter(0))]
    return f"{zlib.crc32(msgspec.json.encode(stand)):08x}" if stand else ""


def _is_segment(name: str) -> bool:
    return parse_segment_name(name) is not None


class SessionCache(Generic[Made]):
    """One file of what was made from a community's sessions. `decoder`: what reads what was made; asked for where there
    is some."""

    def __init__(
        self, home: Home, community: str, name: str, decoder: "Callable[[], msgspec.json.Decoder[CacheFile[Made]]]"
    ) -> None:
        self._home, self._community = home, community
        self._log = log_paths(home, community)
        self.path = cache_folder(home, community) / name
        self._decoder = decoder

    def read(self) -> dict[str, Entry[Made]]:
        """What is kept, by session, whether it still holds or not; nothing where the file is missing or damaged."""
        try:
            content, _ = read_whole(self.path, _SIZE_MAX)
            kept = self._decoder().decode(neutral_json(content))
        except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
            return {}
        ours = [one.format for one in kept.meta.values()] == [FORMAT]
        return {one.session: one for one in kept.sessions.values()} if ours else {}

    def holding(self, kept: Mapping[str, Entry[Made]], sessions: Collection[str]) -> dict[str, Entry[Made]]:
        """What still holds of what is kept, for these sessions (ids, all that there are)."""
        latest = frozenset(sorted(sessions, reverse=True)[:LATEST])
        found = ((id, kept[id]) for id in sessions if id in kept)
        return {
            id: entry
            for id, entry in found
            if holds(entry, self._log(id), closely=id in latest or entry.made.status != "closed")
        }

    def overwritten(self, sessions: Collection[str]) -> list[str]:
        """Those of which what is kept looks new by their folder, and is not."""
        kept = self.read()
        logs = ((kept[id], self._log(id)) for id in sessions if id in kept)
        return [one.session for one, log in logs if holds(one, log) and not holds(one, log, closely=True)]

    def write(self, entries: Mapping[str, Entry[Made]]) -> None:
        """Keep this and nothing else, but for what has changed since it was made, or does while it is written: words
        that are struck are struck before they are taken out of here. A disk that does not take it costs time only, as
        does a home that is only looked at."""
        if self._home.untouched:
            return
        try:
            make_folder(self.path.parent)
            fresh = self._still(entries)
            self._put(fresh)
            if len(still := self._still(fresh)) < len(fresh):
                self._put(still)
            for path in left_over(self._home, self._community):
                if not is_aside(path.name):  # that may be somebody's who is writing just now
                    path.unlink(missing_ok=True)
        except OSError:
            return

    def _still(self, entries: Mapping[str, Entry[Made]]) -> dict[str, Entry[Made]]:
        return {id: entry for id, entry in entries.items() if holds(entry, self._log(id))}

    def drop(self, session: str) -> bool:
        """Take out what is kept of one session; whether there was something to do. Raises OSError when the disk
        refuses."""
        if not os.path.lexists(self.path):
            return False
        kept = self.read()
        if kept and session not in kept:
            return False
        if kept:
            self._put({id: entry for id, entry in kept.items() if id != session})
        else:  # damaged: nobody knows what is in it
            self.remove()
        return True

    def remove(self) -> None:
        """Remove the file, unless the home is only looked at. Raises OSError when the disk refuses."""
        if not self._home.untouched and os.path.lexists(self.path):
            self.path.unlink(missing_ok=True)
            flush_folder(self.path.parent)

    def _put(self, entries: Mapping[str, Entry[Made]]) -> None:
        documents = {str(number): entry for number, entry in enumerate(entries.values(), 1)}
        replace_file(self.path, msgspec.json.encode(CacheFile({"1": Form(FORMAT)}, documents)))


def left_over(home: Home, community: str) -> Iterator[Path]:
    """Files in the folder of the caches that a crash left behind, or an lcterm that kept a file a session."""
    folder = cache_folder(home, community)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (folder / name for name in names if is_aside(name) or _of_one_session(name))


def _of_one_session(name: str) -> bool:
    return name.endswith(".json") and name[:4].isdigit()
