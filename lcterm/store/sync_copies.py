"""Copies of segments that a sync has left beside the files they are copies of: nothing reads them, and most hold
nothing that is not in the file. One that does, because an old state of the file won, gives back what it holds."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lcterm.core.erasure import cleared
from lcterm.core.facts import Fact
from lcterm.store.archive import Stored, stored_in, without
from lcterm.store.archive_in import add_facts
from lcterm.store.leftovers import copied_segment
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment import decode_segment, parse_segment_name
from lcterm.store.union import Union


class Copy(NamedTuple):
    """A copy that lies about. `lacking`: what is nowhere in the files themselves; `needless`: all in it is there, or
    nobody can read it, so that it may be set aside as any such file may."""

    path: Path
    lacking: tuple[Stored, ...]
    needless: bool


def copies_in(folder: Path, log: str, union: Union) -> list[Copy]:
    """The copies in a log's folder, by name. `union`: what the files themselves hold. Nothing is changed."""
    return [_looked_at(folder / name, log, union) for name in sorted(os.listdir(folder)) if copied_segment(name)]


def take_over(folder: Path, log: str, copies: Sequence[Copy], union: Union) -> list[Copy]:
    """Write what is nowhere else into files of its own, and look at the copies again. Raises OSError where the disk
    refuses it."""
    lacking = {one.identity: without(one, union.gone()) for copy in copies for one in copy.lacking}
    add_facts(folder, log, lacking.values())
    for name in sorted(os.listdir(folder)):
        if parsed := parse_segment_name(name):
            with contextlib.suppress(Unreadable):  # that one has been told of
                union.add(parsed[0], decode_segment(read_whole(folder / name)[0], parsed[0], log))
    return [_looked_at(copy.path, log, union) for copy in copies]


def _looked_at(path: Path, log: str, union: Union) -> Copy:
    writer = copied_segment(path.name).partition(".")[0]
    try:
        content, _ = read_whole(path)
        segment = decode_segment(content, writer, log)
    except OSError:
        return Copy(path, (), needless=False)
    except Unreadable as problem:
        return Copy(path, (), needless=not problem.newer)
    lacking = tuple(one for one in stored_in(content, writer) if not union.arrived(one.writer, one.seq))
    alike = not segment.damaged and all(_is_held(fact, union) for fact in segment.facts)
    return Copy(path, lacking, needless=alike and not lacking)


def _is_held(fact: Fact, union: Union) -> bool:
    """Whether the files say the same of it, or what an erasure has left of it."""
    held = union.fact(fact.writer, fact.seq)
    return held is None or held in (fact, cleared(fact, union.gone()))


def described(copies: Sequence[Copy]) -> Iterator[str]:
    """How many there are, and what is in them, in a few words."""
    yield "1 copy that a sync left over" if len(copies) == 1 else f"{len(copies)} copies that a sync left over"
    if lacking := len({one.identity for copy in copies for one in copy.lacking}):
        yield f"events in them that no file here holds: {lacking}"
    elif odd := sum(not copy.needless for copy in copies):
        yield f"not the same as the files: {odd}"
