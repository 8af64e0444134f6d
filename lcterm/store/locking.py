"""A community that rests, as one sealed file instead of a folder; and as the folder again, to the byte.

The sealed file is on the disk, and was opened again from there, before the first plain file goes; and every plain file
is on the disk before the sealed one goes. Whatever stops the program on the way, each byte is in one of them, and the
same command goes on from there. `<community>.<random>.age` beside the folders; age and tar open it without lcterm.
"""

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.store.drafts import draft_path
from lcterm.store.durable import create_file, flush_folder, is_aside, make_folder, plain_reason
from lcterm.store.links import NONE_FOLLOWED, link_on_the_way
from lcterm.store.locked import Locked, sealed_path
from lcterm.store.packing import packed, unpacked
from lcterm.store.paths import Home, shown
from lcterm.store.reading import Unreadable, read_reason, read_whole
from lcterm.store.runs import RUNS, Run
from lcterm.store.segment import parse_segment_name
from lcterm.store.session_cache import cache_folder

MIB = 1024 * 1024
BYTES_MAX = 512 * MIB
"""Of all files together; they are held in memory."""

COMMUNITY, PRIVATE = "community/", "private/"
"""Where files come from: the community's folder, or what is half written in the private one."""


_DRAFT = re.compile(rf"{PRIVATE}draft-[a-z0-9-]{{1,64}}\.json")

Turn = Callable[[bytes], bytes]
"""What seals bytes, or opens them. Raises Unreadable where they do not open."""


class Opened(NamedTuple):
    """How many files are there again, and which had come anew with something else in them: what was locked then lies
    beside them as a copy."""

    files: int
    beside: tuple[Path, ...]


def lock(home: Home, community: str, seal: Turn, unseal: Turn) -> tuple[Locked, list[Path]]:
    """Put a community away; the sealed file, and the plain files that stay because they changed meanwhile. Raises
    Refused, and then nothing is changed, while a session is open, and where the disk or a file will not do."""
    top = home.community_log(community).parent
    _see_that_it_rests(home, top)
    sources = _sources(home, community)
    if not sources:
        raise Refused(f"{shown(top)} holds nothing to lock")
    files = _read(sources)
    sealed = seal(packed(files))
    target = sealed_path(home, community)
    try:
        create_file(target, sealed)
        if unpacked(unseal(read_whole(target, 2 * BYTES_MAX)[0])) != files:
            raise Unreadable("it does not hold what was put into it")
    except (OSError, Unreadable) as problem:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        why = plain_reason(problem) if isinstance(problem, OSError) else str(problem)
        raise Refused(f"{shown(target)}: {why}; nothing was locked") from None
    try:
        left = _take_away(sources, files)
        _tidy(home, community, top)
    except OSError as error:
        why = f"{plain_reason(error)}; mend that and lock it again"
        raise Refused(f"locked, but some plain files are still in {shown(top)}: {why}") from None
    return Locked(community, target), left


def unlock(home: Home, one: Locked, unseal: Turn) -> Opened:
    """Put a community back where it was. Raises Unreadable for another passphrase or a damaged file, Refused where the
    disk will not have it; the sealed file then stands."""
    try:
        files = unpacked(unseal(read_whole(one.path, 2 * BYTES_MAX)[0]))
        places = {name: _place(home, one, name) for name in files}
        beside = [path for name, content in files.items() if (path := _put_back(places[name], content))]
        one.path.unlink()
        flush_folder(one.path.parent)
    except OSError as error:
        raise Refused(f"{shown(one.path)} stands: {plain_reason(error)}; mend that and unlock it again") from None
    return Opened(len(files), tuple(beside))


def _see_that_it_rests(home: Home, top: Path) -> None:
    writers = {parsed[0] for path in _files(top) if (parsed := parse_segment_name(path.name))}
    for writer in writers:
        if not (home.private / RUNS / writer).exists():
            continue
        run = Run(home.private / RUNS, writer)
        try:
            over = run.take_over()
        except OSError:
            over = False
        run.end()
        if not over:
            raise Refused("this community is open in another lcterm on this laptop; close that first")


def _sources(home: Home, community: str) -> dict[str, Path]:
    """All files by what they are called in the pack; the community's own log first, so that a community which is half
    put away is in no list."""
    top = home.community_log(community).parent
    kept = (path for path in _files(top) if not is_aside(path.name))  # those a crash left over hold nothing more
    own = sorted(kept, key=lambda path: (path.parent != home.community_log(community), path))
    found = {f"{COMMUNITY}{path.relative_to(top).as_posix()}": path for path in own}
    drafts = (draft_path(home, session) for session in home.sessions(community))
    return found | {f"{PRIVATE}{path.name}": path for path in drafts if path.exists()}


def _read(sources: dict[str, Path]) -> dict[str, bytes]:
    read: dict[str, bytes] = {}
    for name, path in sources.items():
        try:
            read[name] = read_whole(path)[0]
        except (OSError, Unreadable) as problem:
            why = read_reason(problem) if isinstance(problem, OSError) else str(problem)
            raise Refused(f"{shown(path)}: {why}; mend that first, nothing was locked") from None
    if (size := sum(map(len, read.values()))) > BYTES_MAX:
        raise Refused(f"that is {size // MIB} MiB; lcterm locks up to {BYTES_MAX // MIB} MiB")
    return read


def _take_away(sources: dict[str, Path], sealed: dict[str, bytes]) -> list[Path]:
    """Remove what is sealed, as it is sealed; what has changed since stays."""
    left: list[Path] = []
    for name, path in sources.items():
        with contextlib.suppress(FileNotFoundError):
            if read_whole(path)[0] == sealed[name]:
                path.unlink()
            else:
                left.append(path)
    return left


def _tidy(home: Home, community: str, top: Path) -> None:
    """Empty folders go, and what was worked out from the logs, which can be made again, and what a crash left over."""
    cache = cache_folder(home, community)
    left_over = [path for path in _files(top) if is_aside(path.name)]
    left_over += [path for path in top.parent.glob(f".{community}.*.age.*") if is_aside(path.name)]
    for path in (*_files(cache), *left_over):
        path.unlink(missing_ok=True)
    for folder in (cache, top):
        for above, _, _ in os.walk(folder, topdown=False):
            with contextlib.suppress(OSError):  # something is in it still
                os.rmdir(above)
    flush_folder(top.parent)


def _place(home: Home, one: Locked, name: str) -> Path:
    """Where this file was. Raises Unreadable for what never was anywhere, Refused where a link would lead it away."""
    if _DRAFT.fullmatch(name):
        return home.private / name.removeprefix(PRIVATE)
    if not name.startswith(COMMUNITY):
        raise Unreadable("there is something in it that lcterm never puts there")
    top = home.community_log(one.community).parent
    target = top / name.removeprefix(COMMUNITY)
    if (link := link_on_the_way(top, target)) is not None:
        raise Refused(f"{shown(link)} is a link, and {NONE_FOLLOWED}; take it away and unlock it again")
    return target


def _put_back(target: Path, content: bytes) -> Path | None:
    """One file onto the disk; where something else stands in its place, beside it, and then which that is."""
    if _stands(target, content):
        return None
    make_folder(target.parent)
    beside = target.with_name(f"{target.stem} (as it was locked){target.suffix}")
    if not os.path.lexists(target):
        create_file(target, content)
        return None
    if not _stands(beside, content):
        create_file(beside, content)
    return beside


def _stands(path: Path, content: bytes) -> bool:
    try:
        return read_whole(path)[0] == content
    except (OSError, Unreadable):
        return False


def _files(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(above, name) for name in sorted(names))
