"""A log as its other writers leave it: their segments, read again whenever they change."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.facts import Fact
from lcterm.store.leftovers import not_here_yet
from lcterm.store.paths import shown
from lcterm.store.reading import Unreadable, read_reason, read_whole
from lcterm.store.segment import Segment, decode_segment, parse_segment_name
from lcterm.store.union import Union

FINE_GRAIN_S = 0.5
"""Seconds after which a file system that counts fractions has surely moved on to another modification time."""

COARSE_GRAIN_S = 2.5
"""The same where times are whole seconds, as on memory sticks (two seconds there)."""

SWEEP_S = 10.0
"""Seconds between two looks at all files even if the folder stands still: some programs that sync write in place."""

TROUBLED_SWEEP_S = 1.0
"""The same while a file cannot be read: it may be half copied."""

JUST_NOW_S = 0.25
"""What was read so short a time ago is read once more only where the folder says so."""


class Mark(Struct, frozen=True):
    """What tells one state of a file from another."""

    inode: int
    modified: int
    changed: int
    size: int


class Known(Struct, frozen=True):
    """What is known of one file. `seen_s` and `read_s` are monotonic seconds; `segment` is the last good copy, and
    `trouble` says why it is not the newest."""

    mark: Mark | None
    seen_s: float
    read_s: float
    segment: Segment | None = None
    trouble: str = ""
    content: int = 0
    """The hash of what was read, where that could be made a segment of."""

    def is_current(self, mark: Mark) -> bool:
        # Within the same tick of the file system's clock a second change would leave the same mark.
        return mark == self.mark and self.read_s >= self.seen_s + _grain_s(mark.modified)


class LogReader:
    """Gathers the facts in a log's folder; writes nothing, ever. For one thread.

    `log` is the id that the files must bear, `own` a writer whose files are left out. `monotonic` and `wall` give
    seconds, `wall` as files' times are told.
    """

    def __init__(
        self,
        folder: Path,
        log: str,
        own: str = "",
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._folder = folder
        self._within = f"{folder}{os.sep}"
        self._log = log
        self._own = own
        self._monotonic, self._wall = monotonic, wall
        self._files: dict[str, Known] = {}
        self.revs: dict[str, int] = {}
        """The highest rev that was seen of each file."""
        self.looks = 0
        """How often the files were looked at."""
        self._gone: set[str] = set()
        self._union = Union()
        self._modified: int | None = None
        self._trouble = ""
        self._not_here: list[str] = []
        self._troubled = False
        self._scanned_s = float("-inf")
        self._restless_until_s = float("-inf")

    def leave_out(self, own: str) -> None:
        """From now on the files of this writer, who has none yet, are left out."""
        self._own = own

    def folder_changed(self) -> bool:
        """Whether `poll` would look at the files: one question to the file system, fit for ten times a second."""
        return (
            self._scanned_s < self._restless_until_s
            or self._monotonic() - self._scanned_s >= (TROUBLED_SWEEP_S if self._troubled else SWEEP_S)
            or self._folder_modified() != self._modified
        )

    def read_just_now(self) -> bool:
        """Whether the files were looked at only just now, and none came, went or was replaced since."""
        modified = self._modified or 0
        recent = self._monotonic() - self._scanned_s < JUST_NOW_S
        # Within the same tick of the file system's clock a second change would leave the same time.
        settled = self._wall() - modified / 1e9 > JUST_NOW_S + _grain_s(modified)
        return recent and settled and self._folder_modified() == self._modified

    def poll(self, force: bool = False) -> list[Fact]:
        """The facts that came since the last poll, as they lie in the files; all of them at first.

        A fact that came before comes again only when a higher rev changed it, and then stands in its place.
        """
        if not force and not self.folder_changed():
            return []
        self.looks += 1
        modified = self._folder_modified()
        # Read after the folder's time and before the files: whatever changes from now on is seen by the next poll.
        self._scanned_s = self._monotonic()
        restless = modified != self._modified
        self._modified = modified
        count_before, came = self._union.count, list[Fact]()
        names = self._names()
        for name in names:
            before = self._files.get(name)
            after = self._look_at(name, before)
            if after is None or after is before:
                continue
            self._files[name] = after
            restless = restless or before is None or before.mark != after.mark
            if after.segment is not None and (before is None or after.segment is not before.segment):
                self.revs[name] = max(after.segment.rev, self.revs.get(name, 0))
                came.extend(self._union.add(name.partition(".")[0], after.segment))
        self._forget_all_but(names)
        if restless:
            self._restless_until_s = self._scanned_s + _grain_s(modified or 0)
        self._troubled = bool(self._trouble) or any(known.trouble for known in self._files.values())
        return came if self._union.count - count_before == len(came) else _once(came)

    def notices(self) -> list[str]:
        """What the reader of this log should know, a line each: files that cannot be read, events still to come."""
        lines = [self._trouble] if self._trouble else []
        for name, known in sorted(self._files.items()):
            if known.trouble:
                stands = "; what was read before stands" if known.segment else ""
                lines.append(f"{name} is not read: {known.trouble}{stands}; `lcterm check` looks into it")
            elif name in self._gone and not self._trouble:
                lines.append(f"{name} is gone; what was read before stands")
        segments = [known.segment for known in self._files.values() if known.segment]
        if unknown := sum(len(segment.unknown) for segment in segments):
            lines.append(f"{_events(unknown)} passed over that only a newer lcterm knows")
        if damaged := sum(segment.damaged for segment in segments):
            lines.append(f"{_events(damaged)} passed over: damaged; `lcterm check` says where")
        if at_odds := self._union.at_odds():
            lines.append(f"{_events(at_odds)} stored twice and not alike: the copy that was read first counts")
        if absent := len([name for name in self._not_here if name not in self._files or name in self._gone]):
            files = "1 file is" if absent == 1 else f"{absent} files are"
            lines.append(f"{files} only named here and not downloaded yet; tell the sync to keep this folder here")
        if missing := sum(self._union.missing().values()):
            lines.append(f"waiting for {_events(missing)}")
        return lines

    def _forget_all_but(self, names: list[str]) -> None:
        """What was read from a file that is gone stands; what was wrong with it does not matter any more."""
        self._gone = self._files.keys() - set(names)
        for name in self._gone:
            held = self._files.pop(name).segment
            if held is not None:
                self._files[name] = Known(None, self._scanned_s, self._scanned_s, held)

    def _folder_modified(self) -> int | None:
        """The folder's modification time in ns; None while there is no folder."""
        try:
            return os.stat(self._folder).st_mtime_ns
        except OSError:
            return None

    def _names(self) -> list[str]:
        """The segments of others in the folder, sorted. The log that has not begun yet has none, and no trouble."""
        self._trouble = ""
        try:
            names = os.listdir(self._folder)
        except FileNotFoundError:
            if self._files:
                self._trouble = f"{shown(self._folder)} is gone; what was read before stands"
            return sorted(self._files)
        except OSError as error:
            self._trouble = f"{shown(self._folder)} cannot be read: {read_reason(error)}"
            return sorted(self._files)
        self._not_here = not_here_yet(names)
        found = ((name, parse_segment_name(name)) for name in names)
        return sorted(name for name, parsed in found if parsed and parsed[0] != self._own)

    def _look_at(self, name: str, before: Known | None) -> Known | None:
        """The file as it now stands; `before` itself when nothing changed, None when it went away meanwhile."""
        held = before.segment if before else None
        try:
            if before and before.is_current(mark_of(os.stat(self._within + name, follow_symlinks=False))):
                return before
            content, about = read_whole(self._folder / name)
            mark = mark_of(about)
        except FileNotFoundError:
            return before
        except Unreadable as problem:
            return Known(None, self._scanned_s, self._scanned_s, held, str(problem))
        except OSError as error:
            return Known(None, self._scanned_s, self._scanned_s, held, read_reason(error))
        seen_s = before.seen_s if before and before.mark == mark else self._scanned_s
        printed = hash(content)
        if before and before.segment and not before.trouble and before.content == printed:
            return replace(before, mark=mark, seen_s=seen_s, read_s=self._scanned_s)
        try:
            segment = decode_segment(content, name.partition(".")[0], self._log)
        except Unreadable as problem:
            return Known(mark, seen_s, self._scanned_s, held, str(problem))
        return Known(mark, seen_s, self._scanned_s, segment, content=printed)


def _once(came: list[Fact]) -> list[Fact]:
    """Of facts that came twice the later copy, which a higher rev changed."""
    return list({(fact.writer, fact.seq): fact for fact in came}.values())


def _grain_s(modified: int) -> float:
    return FINE_GRAIN_S if modified % 1_000_000_000 else COARSE_GRAIN_S


def mark_of(about: os.stat_result) -> Mark:
    """The state a file is in."""
    return Mark(about.st_ino, about.st_mtime_ns, about.st_ctime_ns, about.st_size)


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count} events"
