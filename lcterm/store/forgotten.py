"""What a run does for people who were forgotten before: names that an old copy of a file brings back go again.

An empty file in a community's folder says that somebody was forgotten there, to every laptop that the folder is synced
to. A device notes how the files of each log stood when nothing was left in them; so a look costs one question for each
file, and only a log that has changed is read.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.core.erasure import Gone
from lcterm.store.device import actor_id
from lcterm.store.digests import drop_session
from lcterm.store.durable import make_folder, plain_reason, replace_file
from lcterm.store.erasing import Erasure
from lcterm.store.name_files import all_beside
from lcterm.store.own_copies import reword_again
from lcterm.store.paths import Home
from lcterm.store.reader import Mark, mark_of
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.removed_files import remove_again
from lcterm.store.segment import decode_segment, parse_segment_name
from lcterm.store.segment_storage import SegmentStorage
from lcterm.store.union import Union

MARKER = "forgotten"
"""The empty file. One name for all, and nothing in it that two laptops could write differently."""

_OWN_LOG, _BESIDE = "/community", "/beside"


class _Clear(Struct):
    log: str
    state: str


class _Note(Struct):
    logs: dict[str, _Clear]


def note_path(home: Home, community: str) -> Path:
    """The logs of a community in which nothing was left, as this device saw them: TinyDB, a document for each in the
    table `logs`."""
    return home.private / f"forgotten-{community}.json"


def marker(home: Home, community: str) -> Path:
    """The empty file that says that somebody was forgotten in this community."""
    return home.community_log(community).with_name(MARKER)


def keep_looking(home: Home, community: str) -> None:
    """Let every run from now on look into this community's files. Raises OSError where the disk refuses it."""
    if not marker(home, community).exists():
        replace_file(marker(home, community), b"")


def sweep_all(home: Home) -> list[str]:
    """Take out again what came back, in every community that has somebody forgotten; what could not be done, a line
    each."""
    troubles: list[str] = []
    for community in home.community_ids():
        try:
            if marker(home, community).exists():
                sweep(home, community)
        except OSError as error:
            troubles.append(f"a name that was to be forgotten may still be stored: {plain_reason(error)}")
    return troubles


def sweep(home: Home, community: str) -> list[str]:
    """The same for one community; what was done, a line each. Raises OSError when all else is done."""
    known = _noted(home, community)
    logs = {_OWN_LOG: home.community_log(community)}
    logs |= {session: home.session_log(community, session) for session in home.sessions(community)}
    states = {log: _state(folder) for log, folder in logs.items()}
    told: list[str] = []
    problem: OSError | None = None
    for log, state in states.items():
        if known.get(log) == state:
            continue
        try:
            clear, lines = clear_log(home, community, "" if log == _OWN_LOG else log)
        except OSError as error:
            problem = problem or error
            continue
        told += lines
        if clear:
            known[log] = _state(logs[log])
    told += _look_beside(home, community, known)
    kept = {log: state for log, state in known.items() if log in (*logs, _BESIDE)}
    if kept != _noted(home, community):
        _note(home, community, kept)
    if problem is not None:
        raise problem
    return told


def _look_beside(home: Home, community: str, known: dict[str, str]) -> list[str]:
    """Old copies of what lies beside the logs: what was made from them goes, what is the facilitator's own reads again
    as it did; a line each. `known` is told how they stand where nothing was to be done. Raises OSError."""
    beside = all_beside(home, community)
    caches = [path for path in beside.derived if path.is_relative_to(home.private)]  # they change all the time
    gone = remove_again(home, community, caches)
    lasting = [path for path in (*beside.derived, *beside.own) if path not in set(caches)]
    mended: list[Path] = []
    if known.get(_BESIDE) != _stand(lasting):
        gone += remove_again(home, community, lasting)
        mended += reword_again(home, community, [path for path in beside.own if path not in gone])
        known[_BESIDE] = _stand(lasting)
    if gone or mended:
        known.pop(_BESIDE, None)
    return [
        *(told_of(path, home, "removed again, for it held the name") for path in gone),
        *(told_of(path, home, "an old copy of it had come back; the name in it is “someone” again") for path in mended),
    ]


def clear_log(home: Home, community: str, session: str) -> tuple[bool, list[str]]:
    """Take what is gone out of the files of a session's log, or of the community's own for "": whether nothing is left
    that this device could take out, and what was done, a line each. Raises OSError when all else is done."""
    folder = home.session_log(community, session) if session else home.community_log(community)
    gone = gone_in(folder, session or community)
    if not gone.anything:
        return True, []
    erasure = Erasure(home, community, session, lambda: actor_id(home))
    erasure.carry_out(gone)
    if erasure.taken and session:  # a cache, which may have had it from there
        drop_session(home, community, session)
    return all(one.elsewhere for one in erasure.standing), erasure.told()


def gone_in(folder: Path, log: str) -> Gone:
    """What the tombstones in a log's files name."""
    union = Union()
    for name in _names(folder):
        parsed = parse_segment_name(name)
        if parsed is not None:
            try:
                union.add(parsed[0], decode_segment(read_whole(folder / name)[0], parsed[0], log))
            except (OSError, Unreadable):  # `check` tells of what cannot be read
                continue
    return union.gone()


def _state(folder: Path) -> str:
    """How the files of a log stand, set-aside ones too."""
    return _checksum(_within(str(folder)))


def _within(folder: str) -> list[tuple[str, Mark]]:
    """Every file in a folder and below it, in a fixed order. There are thousands after some years, and every command
    looks at them."""
    try:
        with os.scandir(folder) as entries:
            held = sorted(entries, key=lambda entry: entry.name)
            files = [(one.name, mark_of(one.stat(follow_symlinks=False))) for one in held if not one.is_dir()]
    except OSError:
        return []
    return [*files, *(file for one in held if one.is_dir(follow_symlinks=False) for file in _within(one.path))]


def _stand(paths: Iterable[Path]) -> str:
    """How these files stand; those that are gone are passed over."""
    marks: list[tuple[str, Mark]] = []
    for path in paths:
        try:
            marks.append((path.name, mark_of(os.lstat(path))))
        except OSError:
            continue
    return _checksum(marks)


def _checksum(marks: Iterable[tuple[str, Mark]]) -> str:
    lines = (f"{name}\0{mark.inode} {mark.modified} {mark.size}\n" for name, mark in marks)
    return hashlib.blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _noted(home: Home, community: str) -> dict[str, str]:
    try:
        content, _ = read_whole(note_path(home, community))
        return {one.log: one.state for one in msgspec.json.decode(content, type=_Note).logs.values()}
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return {}


def _note(home: Home, community: str, logs: dict[str, str]) -> None:
    make_folder(home.private)
    table = TinyDB(note_path(home, community), storage=SegmentStorage).table("logs")
    table.insert_multiple({"log": log, "state": state} for log, state in sorted(logs.items()))


def told_of(path: Path, home: Home, done: str) -> str:
    """A line about a file, named from the home on."""
    return f"{home.named(path)}: {done}"
