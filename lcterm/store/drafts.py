"""A capture that was being written when the screen went away: kept on this device until the board opens again."""

from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.store.durable import make_folder
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import SegmentStorage

_SIZE_MAX = 64 * 1024


class _Draft(Struct):
    text: str


class _DraftFile(Struct):
    draft: dict[str, _Draft]


def draft_path(home: Home, session: str) -> Path:
    """Where the unfinished line of a session lies, if there is one: TinyDB, one document in the table `draft`."""
    return home.private / f"draft-{session}.json"


def keep_draft(home: Home, session: str, text: str) -> None:
    """Keep an unfinished line. Raises OSError where the disk refuses it."""
    path = draft_path(home, session)
    make_folder(path.parent)
    TinyDB(path, storage=SegmentStorage).table("draft").insert({"text": text})


def take_draft(home: Home, session: str) -> str:
    """The unfinished line of a session, which is then nobody's but the caller's; "" where there is none or it cannot be
    read (`check` tells of that)."""
    path = draft_path(home, session)
    try:
        content, _ = read_whole(path, _SIZE_MAX)
        drafts = list(msgspec.json.decode(content, type=_DraftFile).draft.values())
        path.unlink()
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return ""
    return drafts[-1].text if drafts else ""
