"""Captures that were being written when the screen went away: kept on this device until the board opens again."""

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.store.durable import flush_folder, make_folder
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.runs import RUNS, one_at_a_time
from lcterm.store.segment import SegmentStorage

_SIZE_MAX = 64 * 1024


class Draft(Struct, frozen=True):
    """A line as far as it was written. `mends`: the id of the capture that it changes, "" for a new one. `seat`: who
    held the facilitator's seat, "" the first; it may be a note, so it is there again only for that seat. `by`: the id
    of the person whose words it takes down. `left_at`: the kind of seat of this device that it was typed at, "" for the
    board: each goes on with its own."""

    text: str
    mends: str = ""
    seat: str = ""
    by: str = ""
    left_at: str = ""


class _DraftFile(Struct):
    draft: dict[str, Draft]


def draft_path(home: Home, session: str) -> Path:
    """Where the unfinished lines of a session lie, if there are any: TinyDB, a document each in the table `draft`."""
    return home.private / f"draft-{session}.json"


def keep_drafts(home: Home, session: str, drafts: Iterable[Draft]) -> None:
    """Keep these unfinished lines beside those that are there. Raises OSError where the disk refuses it."""
    if added := tuple(drafts):
        with _alone(home):
            _put(draft_path(home, session), (*read_drafts(home, session), *added))


def read_drafts(home: Home, session: str) -> tuple[Draft, ...]:
    """The unfinished lines of a session, which stay where they are; none where the file cannot be read."""
    try:
        content, _ = read_whole(draft_path(home, session), _SIZE_MAX)
        return tuple(msgspec.json.decode(content, type=_DraftFile).draft.values())
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return ()


def take_drafts(
    home: Home, session: str, seat: str = "", struck: Collection[str] = frozenset(), left_at: str = ""
) -> tuple[Draft, ...]:
    """The unfinished lines that this seat left, which are then nobody's but the caller's; what other seats left stays
    for them. What mends a capture that was struck is thrown away, whoever left it. None where that cannot be done."""
    taken: list[Draft] = []

    def stays(draft: Draft) -> bool:
        if draft.mends in struck:
            return False
        if own := (draft.seat, draft.left_at) == (seat, left_at):
            taken.append(draft)
        return not own

    try:
        leave_drafts(home, session, stays)
    except OSError:
        return ()
    return tuple(taken)


def leave_drafts(home: Home, session: str, stays: Callable[[Draft], bool]) -> bool:
    """Of the unfinished lines of a session leave those that stay; the file goes where none is left. Whether any went.
    Raises OSError where the disk refuses it."""
    path = draft_path(home, session)
    if not path.exists():
        return False
    with _alone(home):
        drafts = read_drafts(home, session)
        left = [draft for draft in drafts if stays(draft)]
        if left and len(left) < len(drafts):
            _put(path, left)
        elif drafts and not left:
            path.unlink(missing_ok=True)
            flush_folder(path.parent)
    return len(left) < len(drafts)


def _alone(home: Home) -> AbstractContextManager[None]:
    """Two seats of a device may leave in the same moment, and a strike may come between."""
    return one_at_a_time(home.private / RUNS, "unfinished-lines")


def _put(path: Path, drafts: Iterable[Draft]) -> None:
    make_folder(path.parent)
    TinyDB(path, storage=SegmentStorage).table("draft").insert_multiple(msgspec.to_builtins(one) for one in drafts)
