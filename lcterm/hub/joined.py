"""Which of the communities here are on the hub, and how each log stood when nothing was left to send or fetch.

Two small files in the home's private folder, made by nobody but this device. There are ids and numbers in them, no
words; without the second, all logs are compared anew.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.core.charter import may_go_to_hub
from lcterm.core.refusal import Refused
from lcterm.store.durable import make_folder, plain_reason
from lcterm.store.neutral import neutral_json
from lcterm.store.paths import Home, shown
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment_storage import SegmentStorage
from lcterm.store.shelf import read_community

JOINED = "hub.json"
"""TinyDB, a document for each community in the table `communities`."""


class Joined(Struct, frozen=True):
    """A community that is on the hub, and which hub that is."""

    community: str
    hub: str


class Even(Struct, frozen=True):
    """A log that was the same here and there: when its folder last changed (ns), how many writers the hub had and the
    sum of their seqs, and what was gone from it. `left`: how many facts could not be sent all the same, `forked`: how
    many of its writers are here and there with other words, `stays`: how many were not sent, for the group's charter
    said no."""

    log: str
    modified: int
    writers: int
    total: int
    gone: str = ""
    left: int = 0
    forked: int = 0
    stays: int = 0


class _JoinedFile(Struct):
    communities: dict[str, Joined]


class _EvenFile(Struct):
    logs: dict[str, Even]


def joined(home: Home) -> list[Joined]:
    """The communities here that are on the hub, by id; none where that cannot be read."""
    here = set(home.community_ids())
    return [one for one in _noted(home) if one.community in here]


def _noted(home: Home) -> list[Joined]:
    """All that were put on the hub, those too that are not here now: locked, or not synced yet."""
    try:
        content, _ = read_whole(home.private / JOINED)
        found = msgspec.json.decode(neutral_json(content), type=_JoinedFile).communities.values()
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return []
    return sorted(found, key=lambda one: one.community)


def note_joined(home: Home, one: Joined) -> None:
    """From now on this community is on the hub. Raises Refused where that cannot be kept."""
    others = [other for other in _noted(home) if other.community != one.community]
    _write(home.private / JOINED, "communities", [*others, one])


def note_left(home: Home, community: str) -> None:
    """From now on it is not, as far as this laptop goes. Raises Refused as above."""
    _write(home.private / JOINED, "communities", [one for one in _noted(home) if one.community != community])
    even_path(home, community).unlink(missing_ok=True)


def even_path(home: Home, community: str) -> Path:
    """Where it is kept how a community's logs stood."""
    return home.private / f"hub-{community}.json"


def even_logs(home: Home, community: str) -> dict[str, Even]:
    """How the logs of a community stood when they were last compared."""
    try:
        content, _ = read_whole(even_path(home, community))
        return {one.log: one for one in msgspec.json.decode(content, type=_EvenFile).logs.values()}
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return {}


def note_even(home: Home, community: str, logs: Mapping[str, Even]) -> None:
    """Keep how they stand. Raises Refused where that cannot be."""
    _write(even_path(home, community), "logs", [logs[log] for log in sorted(logs)])


def anything_new(home: Home) -> bool:
    """Whether a log here has changed since it was last brought together with the hub's: a question for each folder."""
    for one in joined(home):
        may = may_go_to_hub(read_community(home, one.community))
        even = even_logs(home, one.community)
        folders = {one.community: home.community_log(one.community)}
        folders |= {session: home.session_log(one.community, session) for session in home.sessions(one.community)}
        for log, folder in folders.items():
            known = even.get(log)
            if known is None or known.modified != folder_modified(folder) or (may and known.stays):
                return True
    return False


def folder_modified(folder: Path) -> int | None:
    """When a folder last changed, in ns; None while there is none."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return None


def _write(path: Path, table: str, documents: list[Joined] | list[Even]) -> None:
    try:
        make_folder(path.parent)
        held = TinyDB(path, storage=SegmentStorage).table(table)
        if documents:
            held.insert_multiple(msgspec.structs.asdict(one) for one in documents)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise Refused(f"{shown(path)}: {plain_reason(error)}") from None
