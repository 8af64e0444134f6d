"""Files beside the logs in which a name stands: what was made from the logs goes, for it can be made again; what is the
facilitator's own stays, with somebody else's word in the name's place."""

import json
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from lcterm.core.name_search import Wanted
from lcterm.store.device import DEVICE_FILE
from lcterm.store.durable import flush_folder, is_aside, replace_file
from lcterm.store.own_copies import note_reworded
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.reflections import session_of
from lcterm.store.runs import RUNS
from lcterm.store.session_cache import cache_folder
from lcterm.store.traces import Taken
from lcterm.store.written_forms import read_forms

_KEPT = re.compile(r"(?:struck|forgotten)-[a-z0-9-]+\.json|\.?draft-.*")
_DRAFT = re.compile(r"\.?draft-([a-z0-9-]+)\.json.*")


REMOVED = "removed, for it held the name; it can be made again"
"""What is said of a file that can be made again."""


class Beside(NamedTuple):
    """`derived` are made from the logs, or half-written lines; `own` the facilitator's, in part or by name."""

    derived: tuple[Path, ...]
    own: tuple[Path, ...]


def files_beside(home: Home, community: str, wanted: Wanted) -> Beside:
    """The files of this community and of this device, logs apart, that hold the name. Other communities' are theirs."""
    derived = [path for path in _derived(home, community) if _holds(path, wanted)]
    own = [path for path in _own(home, community) if path not in derived and _holds(path, wanted)]
    left_over = [path for path in own if is_aside(path.name)]  # by a crash; nobody reads it
    return Beside((*derived, *left_over), tuple(path for path in own if path not in left_over))


def remove_derived(paths: tuple[Path, ...]) -> Iterator[Taken]:
    """Remove what can be made again. Raises OSError where something could not be removed."""
    for path in paths:
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        flush_folder(path.parent)
        yield Taken(path, REMOVED)


def all_beside(home: Home, community: str) -> Beside:
    """All those files, whatever is in them."""
    derived = dict.fromkeys(_derived(home, community))
    return Beside(tuple(derived), tuple(path for path in _own(home, community) if path not in derived))


def note_own(home: Home, community: str, paths: tuple[Path, ...], wanted: Wanted) -> None:
    """Keep how these are about to be reworded, for old copies of them. Raises OSError where the disk refuses it."""
    found: list[tuple[Path, bytes, Path, bytes]] = []
    for path in paths:
        try:
            content, _ = read_whole(path)
        except (OSError, Unreadable):
            continue
        found.append((path, content, _renamed(path, wanted), reworded(content, wanted)))
    note_reworded(home, community, found)


def reword_own(paths: tuple[Path, ...], wanted: Wanted) -> Iterator[Taken]:
    """Put somebody else's word in the name's place, in the file and in what it is called. Raises OSError."""
    for path in paths:
        try:
            content, _ = read_whole(path)
        except FileNotFoundError:
            continue
        after = reworded(content, wanted)
        if after != content:
            replace_file(path, after)
        other = _renamed(path, wanted)
        if other != path:
            os.rename(path, other)
            flush_folder(path.parent)
        still = _holds(other, wanted)
        done = "the name is still in it: look into it yourself" if still else "the name in it is “someone” now"
        yield Taken(other, done)


def reworded(content: bytes, wanted: Wanted) -> bytes:
    """The bytes of a file with somebody else's word in the name's place: string by string where it is JSON."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        text = wanted.taken_out(content.decode("utf-8", "surrogateescape"))
        return text.encode("utf-8", "surrogateescape")
    after = _without(value, wanted)
    return content if after == value else msgspec.json.encode(after)


def _without(value: Any, wanted: Wanted) -> Any:
    if isinstance(value, str):
        return wanted.taken_out(value)
    if isinstance(value, list):
        return [_without(one, wanted) for one in value]
    if isinstance(value, dict):
        return {key: _without(one, wanted) for key, one in value.items()}
    return value


def text_holds(content: bytes, wanted: Wanted) -> bool:
    """Whether the name stands in these bytes, plain or as HTML, Markdown or JSON write it."""
    return any(wanted.stands_in(form) for form in read_forms(content))


def _holds(path: Path, wanted: Wanted) -> bool:
    try:
        return text_holds(read_whole(path)[0], wanted) or wanted.stands_in(path.stem)
    except (OSError, Unreadable):
        return False


def _derived(home: Home, community: str) -> Iterator[Path]:
    top = home.summaries(community).parent
    logs = (top / "log", top / "sessions")
    yield from _files(top, but=logs)
    yield from _files(cache_folder(home, community))
    sessions = set(home.sessions(community))
    for path in _files(home.private):
        if (draft := _DRAFT.fullmatch(path.name)) is not None and draft[1] in sessions:
            yield path


def _own(home: Home, community: str) -> Iterator[Path]:
    others = {one for other in home.community_ids() if other != community for one in home.sessions(other)}
    elsewhere = () if home.private.is_relative_to(home.path) else _files(home.private)
    for path in (*_files(home.path), *elsewhere):
        if path.is_relative_to(home.path / "communities") or path.is_relative_to(home.private / RUNS):
            continue
        if path.is_relative_to(cache_folder(home, community).parent) or session_of(path) in others:
            continue
        if path.parent == home.private and (path.name == DEVICE_FILE or _KEPT.fullmatch(path.name)):
            continue
        yield path


def _files(folder: Path, but: Collection[Path] = ()) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if Path(above, one) not in but)
        yield from (Path(above, name) for name in sorted(names))


def _renamed(path: Path, wanted: Wanted) -> Path:
    """What the file is to be called: without the name, and not like another."""
    stem = wanted.taken_out(path.stem)
    other, number = path.with_name(stem + path.suffix), 1
    while other != path and os.path.lexists(other):
        number += 1
        other = path.with_name(f"{stem}-{number}{path.suffix}")
    return other
