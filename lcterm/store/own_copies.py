"""The facilitator's own files out of which a name was taken: an old copy of one that comes back reads so again.

The device keeps, of each, a checksum of the file as it was and of where it lay, what it is called now, and which of its
bytes became what; never the name. TinyDB, a document for each in the table `reworded`.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.store.durable import flush_folder, make_folder, replace_file
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment_storage import SegmentStorage

_TOKEN = re.compile(rb"\w+|\W+?")
_LETTERS = "latin-1"
"""One character a byte, so that any bytes can stand in JSON."""


class Cut(Struct, frozen=True, array_like=True):
    """The bytes from `start` to `end` became `text`, a character a byte."""

    start: int
    end: int
    text: str


class _Reworded(Struct, frozen=True):
    """`sum`: of the file as it was; `place`: checksum of its path in the home; `now`: what it is called now."""

    sum: str
    place: str
    now: str
    cuts: tuple[Cut, ...]


class _RewordedFile(Struct):
    reworded: dict[str, _Reworded]


def note_reworded(home: Home, community: str, files: Iterable[tuple[Path, bytes, Path, bytes]]) -> None:
    """Keep how these files were reworded: path and content before, path and content after. Raises OSError where the
    disk refuses it."""
    known = _known(home, community)
    new = dict(known)
    for old, before, path, after in files:
        entry = _Reworded(_sum(before), _place(home, old), path.name, cuts(before, after))
        new[entry.sum, entry.place] = entry
    if new != known:
        make_folder(home.private)
        table = TinyDB(_note_path(home, community), storage=SegmentStorage).table("reworded")
        table.insert_multiple(msgspec.to_builtins(one) for one in new.values())


def reword_again(home: Home, community: str, paths: Iterable[Path]) -> Iterator[Path]:
    """Reword those of these files that are old copies; which those were, as they are called now. Raises OSError."""
    known = _known(home, community)
    contents = {entry.sum: entry for entry in known.values()}
    for path in paths if known else ():
        try:
            content, _ = read_whole(path)
        except (OSError, Unreadable):
            continue
        place = _place(home, path)
        entry = known.get((_sum(content), place)) or contents.get(_sum(content))
        if entry is None:
            continue
        after = reworded_by(content, entry.cuts)
        now = path.with_name(entry.now) if entry.place == place else path
        if now == path and after == content:
            continue
        yield _put_right(path, now, after)


def cuts(before: bytes, after: bytes) -> tuple[Cut, ...]:
    """What has to be put in the place of what, so that one becomes the other. Lines are told apart first: to compare
    a long file word by word takes as long as it has words, squared."""
    lines = _changes(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return tuple(
        Cut(place + start, place + end, text.decode(_LETTERS))
        for place, to, line in lines
        for start, end, text in _changes(_TOKEN.findall(before[place:to]), _TOKEN.findall(line))
    )


def _changes(ours: Sequence[bytes], theirs: Sequence[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """From which byte to which, and what has to stand there."""
    at = [0, *accumulate(map(len, ours))]
    for tag, first, last, start, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield at[first], at[last], b"".join(theirs[start:end])


def reworded_by(content: bytes, changes: Iterable[Cut]) -> bytes:
    """The content with these cuts made."""
    parts, place = [], 0
    for one in changes:
        parts += [content[place : one.start], one.text.encode(_LETTERS)]
        place = one.end
    return b"".join((*parts, content[place:]))


def _put_right(path: Path, now: Path, after: bytes) -> Path:
    """Where the file is once its old copy reads as it should; beside one of that name that reads otherwise."""
    number, free = 1, now
    while free != path and os.path.lexists(free) and not _reads(free, after):
        number += 1
        free = now.with_name(f"{now.stem}-{number}{now.suffix}")
    replace_file(free, after)
    if free != path:
        path.unlink(missing_ok=True)
        flush_folder(path.parent)
    return free


def _reads(path: Path, content: bytes) -> bool:
    try:
        return read_whole(path)[0] == content
    except (OSError, Unreadable):
        return False


def _note_path(home: Home, community: str) -> Path:
    return home.private / f"forgotten-own-{community}.json"


def _known(home: Home, community: str) -> Mapping[tuple[str, str], _Reworded]:
    try:
        content, _ = read_whole(_note_path(home, community))
        entries = msgspec.json.decode(content, type=_RewordedFile).reworded.values()
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return {}
    return {(one.sum, one.place): one for one in entries}


def _sum(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _place(home: Home, path: Path) -> str:
    within = next(one for one in (home.private.parent, home.path) if path.is_relative_to(one))
    return _sum(os.fsencode(path.relative_to(within)))
