"""Captures that are being written: kept on this device until they are ended with Enter, however the screen goes."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from msgspec.structs import replace

from lcterm.store.durable import flush_folder, make_folder
from lcterm.store.neutral import neutral_json
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.runs import RUNS, one_at_a_time

_SIZE_MAX = 64 * 1024


class Draft(Struct, frozen=True):
    """A line as far as it was written. `mends`: the id of the capture that it changes, "" for a new one. `seat`: who
    held the facilitator's seat, "" the first; it may be a note, so it is there again only for that seat. `by`: the id
    of the person whose words it takes down. `left_at`: the kind of seat of this device that it was typed at, "" for the
    board: each goes on with its own. `held`: the name of the seat that is writing it now, "" for one that was left;
    what a seat holds that was killed, or lost its power, is there for whoever comes next."""

    text: str
    mends: str = ""
    seat: str = ""
    by: str = ""
    left_at: str = ""
    held: str = ""


class _DraftFile(Struct):
    draft: dict[str, Draft]


def draft_path(home: Home, session: str) -> Path:
    """Where the unfinished lines of a session lie, if there are any: TinyDB, a document each in the table `draft`."""
    return home.private / f"draft-{session}.json"


def keep_drafts(home: Home, session: str, drafts: Iterable[Draft], by: str = "") -> None:
    """Keep these unfinished lines beside those that are there, left for whoever comes next; of the seat named `by` they
    are all, and it holds none any more. Raises OSError where the disk refuses it."""
    left = [replace(draft, held="") for draft in drafts]
    if left or by:
        _change(home, session, lambda there: [*(one for one in there if not by or one.held != by), *left])


def hold_drafts(home: Home, session: str, drafts: Iterable[Draft], by: str) -> None:
    """These are the unfinished lines of the seat named `by` as they are now, in place of those that it held. Raises
    OSError where the disk refuses it."""
    held = [replace(draft, held=by) for draft in drafts]
    _change(home, session, lambda there: [*(one for one in there if one.held != by), *held])


def read_drafts(home: Home, session: str) -> tuple[Draft, ...]:
    """The unfinished lines of a session, which stay where they are; none where the file cannot be read."""
    try:
        content, _ = read_whole(draft_path(home, session), _SIZE_MAX)
        return tuple(msgspec.json.decode(neutral_json(content), type=_DraftFile).draft.values())
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return ()


def take_drafts(
    home: Home,
    session: str,
    seat: str = "",
    struck: Collection[str] = frozenset(),
    left_at: str = "",
    by: str = "",
    living: Collection[str] = frozenset(),
) -> tuple[Draft, ...]:
    """The unfinished lines that this seat left, which are then nobody's but the caller's: the seat named `by` holds
    them from now on, without a moment between. What other seats left stays for them, and so does what is held by those
    that are `living`, by their names. What mends a capture that was struck is thrown away, whoever left it. None where
    that cannot be done."""
    taken: list[Draft] = []

    def change(there: Sequence[Draft]) -> list[Draft]:
        taken[:] = ()
        stays: list[Draft] = []
        for draft in there:
            own = (draft.seat, draft.left_at) == (seat, left_at) and draft.held not in living
            if draft.mends not in struck and own:
                taken.append(replace(draft, held=""))
                stays += [replace(draft, held=by)] if by else []
            elif draft.mends not in struck:
                stays.append(draft)
        return stays

    try:
        _change(home, session, change)
    except OSError:
        return ()
    return tuple(taken)


def leave_drafts(home: Home, session: str, stays: Callable[[Draft], bool]) -> bool:
    """Of the unfinished lines of a session leave those that stay; the file goes where none is left. Whether any went.
    Raises OSError where the disk refuses it."""
    return _change(home, session, lambda there: [draft for draft in there if stays(draft)])


def _change(home: Home, session: str, change: Callable[[Sequence[Draft]], list[Draft]]) -> bool:
    """Put what becomes of the unfinished lines of a session in their place; the file goes where none is left. Whether
    any is different. Raises OSError where the disk refuses it."""
    path = draft_path(home, session)
    if not path.exists() and not change(()):
        return False
    with _alone(home):
        there = read_drafts(home, session)
        after = change(there)
        if after and after != [*there]:
            _put(path, after)
        elif there and not after:
            path.unlink(missing_ok=True)
            flush_folder(path.parent)
    return after != [*there]


def _alone(home: Home) -> AbstractContextManager[None]:
    """Two seats of a device may leave in the same moment, and a strike may come between."""
    return one_at_a_time(home.private / RUNS, "unfinished-lines")


def _put(path: Path, drafts: Iterable[Draft]) -> None:
    make_folder(path.parent)
    from tinydb import TinyDB

    from lcterm.store.segment_storage import SegmentStorage

    TinyDB(path, storage=SegmentStorage).table("draft").insert_multiple(msgspec.to_builtins(one) for one in drafts)
