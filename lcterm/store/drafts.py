"""Captures that were being written when the screen went away: kept on this device until the board opens again."""

from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.store.durable import flush_folder, make_folder
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import SegmentStorage

_SIZE_MAX = 64 * 1024


class Draft(Struct, frozen=True):
    """A line as far as it was written. `mends`: the id of the capture that it changes, "" for a new one. `seat`: who
    held the facilitator's seat, "" the first; it may be a note, so it is there again only for that seat. `by`: the id
    of the person whose words it takes down."""

    text: str
    mends: str = ""
    seat: str = ""
    by: str = ""


class _DraftFile(Struct):
    draft: dict[str, Draft]


def draft_path(home: Home, session: str) -> Path:
    """Where the unfinished lines of a session lie, if there are any: TinyDB, a document each in the table `draft`."""
    return home.private / f"draft-{session}.json"


def keep_drafts(home: Home, session: str, drafts: Iterable[Draft]) -> None:
    """Keep these unfinished lines beside those that are there. Raises OSError where the disk refuses it."""
    if added := tuple(drafts):
        _put(draft_path(home, session), (*read_drafts(home, session), *added))


def read_drafts(home: Home, session: str) -> tuple[Draft, ...]:
    """The unfinished lines of a session, which stay where they are; none where the file cannot be read."""
    try:
        content, _ = read_whole(draft_path(home, session), _SIZE_MAX)
        return tuple(msgspec.json.decode(content, type=_DraftFile).draft.values())
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return ()


def take_drafts(home: Home, session: str, seat: str = "", struck: Collection[str] = frozenset()) -> tuple[Draft, ...]:
    """The unfinished lines that this seat left, which are then nobody's but the caller's; what other seats left stays
    for them. What mends a capture that was struck is thrown away, whoever left it. None where that cannot be done."""
    drafts = read_drafts(home, session)
    whole = [draft for draft in drafts if draft.mends not in struck]
    stay = tuple(draft for draft in whole if draft.seat != seat)
    try:
        if len(stay) < len(drafts):
            leave_drafts(home, session, stay)
    except OSError:
        return ()
    return tuple(draft for draft in whole if draft.seat == seat)


def leave_drafts(home: Home, session: str, drafts: Collection[Draft]) -> None:
    """Of the unfinished lines of a session leave these alone; the file goes where none is left. Raises OSError."""
    path = draft_path(home, session)
    if drafts:
        _put(path, drafts)
    else:
        path.unlink(missing_ok=True)
        flush_folder(path.parent)


def _put(path: Path, drafts: Iterable[Draft]) -> None:
    make_folder(path.parent)
    TinyDB(path, storage=SegmentStorage).table("draft").insert_multiple(msgspec.to_builtins(one) for one in drafts)
