"""Where words may stand beside the log: what was made from it and saved, the digest, the half-written line and the
facilitator's own reflection. And which strikes this device has carried out there, so that it does so once for each,
whenever and from wherever it hears of one."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.store.crashes import crashes
from lcterm.store.digests import drop_session
from lcterm.store.drafts import Draft, draft_path, leave_drafts
from lcterm.store.durable import flush_folder, make_folder
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.reflections import TAKEN_OUT, take_words_out
from lcterm.store.segment_storage import SegmentStorage
from lcterm.store.written_forms import says_any

CHRONICLE = "chronicle."
"""How the name of a saved chronicle begins, which holds words of all sessions."""

CHARTER = "charter."
"""How that of a saved charter begins; what a session settled stands in it without what heads the decision."""


class _Strike(Struct):
    capture: str


class _StrikeFile(Struct):
    struck: dict[str, _Strike]


def note_path(home: Home, session: str) -> Path:
    """What this device has carried out for a session: TinyDB, a document for each capture in the table `struck`."""
    return home.private / f"struck-{session}.json"


def carried_out(home: Home, session: str) -> frozenset[str]:
    """The ids of the captures whose traces were removed on this device; none where that cannot be read."""
    try:
        content, _ = read_whole(note_path(home, session))
        return frozenset(one.capture for one in msgspec.json.decode(content, type=_StrikeFile).struck.values())
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return frozenset()


def note_carried_out(home: Home, session: str, captures: Collection[str]) -> None:
    """Keep which these are now. Raises OSError where the disk refuses it."""
    make_folder(home.private)
    table = TinyDB(note_path(home, session), storage=SegmentStorage).table("struck")
    table.insert_multiple({"capture": id} for id in sorted(captures))


class Taken(NamedTuple):
    """A file that was rewritten or removed, and the words that say so."""

    path: Path
    done: str


def remove_traces(
    home: Home, community: str, session: str, struck: Collection[str], texts: Collection[str]
) -> Iterator[Taken]:
    """Remove the session's saved summaries, chronicles and charters, its digest, what else was saved that holds one of
    these texts, and each half-written line that mends one of these captures or holds one of the texts; take the texts
    out of the reflection, where the very same stand in it. Raises OSError where something could not be removed."""
    for path in _files(home.summaries(community), ""):
        if path.name.lstrip(".").startswith((session, CHRONICLE, CHARTER)) or _says(path, texts):
            _remove(path)
            yield Taken(path, "removed, for it may have held the words; it can be made again")
    for path in crashes(home):  # what an error says of itself may hold anything
        _remove(path)
        yield Taken(path, "removed, for it may have held the words")
    drop_session(home, community, session)  # a cache: made anew without a word
    half_written = draft_path(home, session)

    def is_clean(one: Draft) -> bool:
        return one.mends not in struck and not any(_holds(one.text, text) for text in texts)

    if leave_drafts(home, session, is_clean):
        yield Taken(half_written, "removed, for the half-written line in it held the words")
    if (reflection := take_words_out(home, session, texts)) is not None:
        yield Taken(reflection, f"your own reflection; where the very same words stood in it is “{TAKEN_OUT}” now")
    for path in _files(home.private, half_written.name):
        if path != half_written:  # a crash while it was kept left it over
            _remove(path)


def _files(folder: Path, part: str) -> list[Path]:
    """The files with this in their names: whatever a crash or a sync has put before it or behind it."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    return [folder / name for name in names if part in name and not (folder / name).is_dir()]


def _says(path: Path, texts: Collection[str]) -> bool:
    """Whether a file that was made from another session says the same, as an invitation does to what the group wants
    to learn."""
    try:
        return says_any(read_whole(path)[0], texts)
    except (OSError, Unreadable):  # `check` tells of what cannot be read
        return False


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    flush_folder(path.parent)


def _holds(line: str, text: str) -> bool:
    """Whether all words of the text stand in the line, in order: names and dates may stand between them."""
    words = iter(line.casefold().split())
    return bool(text.split()) and all(word in words for word in text.casefold().split())
