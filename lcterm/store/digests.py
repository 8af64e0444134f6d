"""Digests of sessions, kept beside the logs so that year ten opens like year one.

A cache and nothing else: it holds no fact that a log does not hold, it may be deleted at any time, and what is damaged
or no longer matches its log is made anew. It lies with what is this device's own: what it goes by, the marks of files,
differs from one copy of a home to the next. Form: TinyDB, a file a session, one document in the table `digest`.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import DecodeError, Struct

from lcterm.core.digest import Digest, digest
from lcterm.store.durable import make_folder, replace_file
from lcterm.store.neutral import neutral_json
from lcterm.store.paths import Home
from lcterm.store.reader import Mark, mark_of
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import parse_segment_name
from lcterm.store.shelf import read_session

FORMAT = 1
"""The version of what a digest holds and how it is worked out; what has another one is made anew."""

SOON = 5
"""So many logs can be read while somebody waits for the next screen: each takes some hundredths of a second."""

_SIZE_MAX = 4 * 1024 * 1024

Version = tuple[tuple[str, Mark], ...]
"""The state of a session's log: each of its files, by name, and the mark of how it stands."""


class _KeptDigest(Struct, frozen=True):
    format: int
    version: Version
    digest: Digest


class _DigestFile(Struct):
    digest: dict[str, _KeptDigest]


_decoder = msgspec.json.Decoder(_DigestFile)


def always() -> bool:
    """Nobody wants it to stop."""
    return True


def digests(home: Home, community: str, but: str = "", go_on: Callable[[], bool] = always) -> list[Digest]:
    """The digests of a community's sessions that have a plan, oldest first, without that of the session `but`. Those
    that still hold are read, the others made, and kept where the disk allows it. Stops early when `go_on` says no.
    Raises Refused when the home cannot be read."""
    found: list[Digest] = []
    cache = digest_folder(home, community)
    for session in _sessions(home, community, but):
        if not go_on():
            break
        if one := _kept_or_made(home, community, session, cache):
            found.append(one)
    return _oldest_first(found)


def digests_soon(home: Home, community: str, but: str = "") -> list[Digest] | None:
    """The same where that takes no time to speak of, because at most a few have to be made; else None. Raises Refused
    as above."""
    found: list[Digest] = []
    made, cache = 0, digest_folder(home, community)
    for session in _sessions(home, community, but):
        one = _read(cache / f"{session}.json", _version(home.session_log(community, session)))
        if one is None:
            made += 1
            if made > SOON:
                return None
            one = _kept_or_made(home, community, session, cache)
        found += [one] if one is not None else []
    return _oldest_first(found)


def _sessions(home: Home, community: str, but: str) -> list[str]:
    return [session for session in home.sessions(community) if session != but]


def _oldest_first(found: list[Digest]) -> list[Digest]:
    return sorted(found, key=lambda one: (one.starts, one.session))


def _kept_or_made(home: Home, community: str, session: str, cache: Path) -> Digest | None:
    """The digest of one session; None for one without a plan. `cache`: the folder of the community's digests."""
    path, version = cache / f"{session}.json", _version(home.session_log(community, session))
    found = _read(path, version)
    if found is not None:
        return found
    state = read_session(home, community, session)
    if not state.points:
        return None
    made = digest(state)
    _write(path, _KeptDigest(FORMAT, version, made))
    return made


def digest_folder(home: Home, community: str) -> Path:
    """Where the digests of a community lie. Its files may be deleted at any time."""
    return home.private / "digests" / community


def _version(folder: Path) -> Version:
    """Read before the log itself: what changes meanwhile makes the digest look old, never new."""
    try:
        with os.scandir(folder) as entries:
            files = [entry for entry in entries if parse_segment_name(entry.name)]
            return tuple(sorted((entry.name, mark_of(entry.stat(follow_symlinks=False))) for entry in files))
    except OSError:
        return ()  # what is amiss with the folder the reader of the log says


def _read(path: Path, version: Version) -> Digest | None:
    """The digest that is kept, if it is of this version of the log; None for one that is missing or damaged too."""
    try:
        content, _ = read_whole(path, _SIZE_MAX)
        kept = list(_decoder.decode(neutral_json(content)).digest.values())
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return None
    holds = version and len(kept) == 1 and (kept[0].format, kept[0].version) == (FORMAT, version)
    return kept[0].digest if holds else None


def _write(path: Path, kept: _KeptDigest) -> None:
    """A disk that does not take it costs time only: it is made anew the next time."""
    content: dict[str, Any] = {"digest": {"1": kept}}
    try:
        make_folder(path.parent)
        replace_file(path, msgspec.json.encode(content))
    except OSError:
        return
