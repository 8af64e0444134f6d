"""Struck words out of everything that a home stores of a session. Works on the thread that writes: a disk that is slow
or refuses keeps no key waiting.

A file is changed by the run that writes it, or, when that is over, by any run on the same device. Files of another
device are left to it: what is synced is written in one place. Nothing here is done before the strike itself is on the
disk, and whatever a crash leaves undone is found again by the next run that writes.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lcterm.core.erasure import Gone
from lcterm.store.durable import is_aside, plain_reason, replace_file
from lcterm.store.filler import SegmentFiller
from lcterm.store.paths import Home, shown
from lcterm.store.reader import Mark, mark_of
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.runs import RUNS, Run
from lcterm.store.seats import device_of
from lcterm.store.segment import IMPORTED_FROM, parse_segment_name
from lcterm.store.traces import Taken, carried_out, note_carried_out, remove_traces
from lcterm.store.words import Found, rev_of, rewritten, words_in

LEFT_ELSEWHERE = "left to the laptop that wrote it, until lcterm runs there"

_NO_REVS: Mapping[str, int] = {}


class Standing(NamedTuple):
    """A file in which the words still stand, and why. `open`: the run that writes it is at work, and does it itself."""

    path: Path
    why: str
    open: bool = False
    elsewhere: bool = False


class Held(NamedTuple):
    """A file that holds struck words."""

    path: Path
    found: Found


class Erasure:
    """One session's files, and what became of the words in them. For one thread, but for `taken` and `standing`.

    `session` is "" for the community's own log. `own` is the writer whose files the caller writes, `actor` asks who
    works on this device, person and device.
    """

    def __init__(
        self, home: Home, community: str, session: str, actor: Callable[[], str], own: SegmentFiller | None = None
    ) -> None:
        self._home, self._community, self._session = home, community, session
        self._folder = home.session_log(community, session) if session else home.community_log(community)
        self._actor = actor
        self._own = own
        self._clear: dict[Path, tuple[Mark, Gone]] = {}
        self._revs: dict[str, int] = {}
        self._carried_out: frozenset[str] | None = None
        self.taken: tuple[Taken, ...] = ()
        """What was rewritten and removed so far."""
        self.standing: tuple[Standing, ...] = ()
        """Where words still stood after the last round."""

    def holding(self, gone: Gone) -> list[Held]:
        """The files of the log, and those set aside, in which words of these captures stand. Changes nothing."""
        looked = ((path, self._look(path, gone)) for path in self._paths())
        return [Held(path, found) for path, found in looked if found is not None]

    def carry_out(self, gone: Gone, revs: Mapping[str, int] = _NO_REVS) -> None:
        """Take the words of these captures out of all that can be reached; `revs` are the highest that files were seen
        with. Raises OSError if the disk refused some of it, when all else is done."""
        held = self.holding(gone)
        problem: OSError | None = None
        texts = {text for one in held for text in one.found.texts}
        new = gone.struck - self._known()
        if new:
            self._add(*remove_traces(self._home, self._community, self._session, gone.struck, texts))
        standing: list[Standing] = []
        paths = {one.path for one in held}
        if self._own is not None and self._own.erase(gone, self._rev(self._own.path, revs)):
            self._add(Taken(self._own.path, "written again without the words"))
            paths.discard(self._own.path)
        for one in held:
            if one.path not in paths:
                continue
            try:
                if (left := self._erase(one, gone, revs)) is not None:
                    standing.append(left)
            except OSError as error:
                problem = problem or error
                standing.append(Standing(one.path, f"not yet written without the words: {plain_reason(error)}"))
        self.standing = tuple(standing)
        if problem is not None:
            raise problem
        if new:
            self._carried_out = self._known() | gone.struck
            note_carried_out(self._home, self._session, self._carried_out)

    def is_elsewhere(self, held: Held) -> bool:
        """Whether the file is another device's to change; what came in an archive is anybody's."""
        parsed = parse_segment_name(held.path.name)
        came_in = parsed is not None and parsed[1] >= IMPORTED_FROM
        return self._is_segment(held.path) and not came_in and device_of(held.found.actor) != device_of(self._actor())

    def _is_segment(self, path: Path) -> bool:
        return path.parent == self._folder and parse_segment_name(path.name) is not None

    def _known(self) -> frozenset[str]:
        if self._carried_out is None:
            self._carried_out = carried_out(self._home, self._session)
        return self._carried_out

    def _add(self, *taken: Taken) -> None:
        self.taken = (*self.taken, *taken)

    def _paths(self) -> Iterator[Path]:
        for folder, folders, names in os.walk(self._folder):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names))

    def _look(self, path: Path, gone: Gone) -> Found | None:
        """What a file holds of struck words; one that held none is read again only when it has changed."""
        try:
            if self._clear.get(path) == (mark_of(os.lstat(path)), gone):
                return None
            content, about = read_whole(path)
        except (OSError, Unreadable):  # `check` tells of what cannot be read
            return None
        found = words_in(content, path.name, gone)
        if found is None:
            self._clear[path] = (mark_of(about), gone)
        return found

    def _erase(self, held: Held, gone: Gone, revs: Mapping[str, int]) -> Standing | None:
        """One file rewritten; or why it was left."""
        path, found = held
        own = self._own
        if own is not None and path == own.path:
            own.erase(gone, self._rev(path, revs), anyway=True)
            self._add(Taken(path, "written again without the words"))
            return None
        if self.is_elsewhere(held):
            return Standing(path, LEFT_ELSEWHERE, elsewhere=True)
        mine = own is not None and found.writer == own.writer
        if mine or not (self._is_segment(path) or is_aside(path.name)):
            self._rewrite(path, gone, revs)
            return None
        run = Run(self._home.private / RUNS, found.writer)
        if not run.take_over():
            return Standing(path, "left to the lcterm that is open on it, and takes them out itself", open=True)
        try:
            self._rewrite(path, gone, revs)
        finally:
            run.end()
        return None

    def _rewrite(self, path: Path, gone: Gone, revs: Mapping[str, int]) -> None:
        try:
            content, _ = read_whole(path)
        except FileNotFoundError:
            return
        rev = self._rev(path, revs, rev_of(content))
        replace_file(path, rewritten(content, path.name, gone, rev))
        self._revs[path.name] = rev
        self._add(Taken(path, "written again without the words"))

    def _rev(self, path: Path, revs: Mapping[str, int], at_hand: int = 0) -> int:
        return max(at_hand, revs.get(path.name, 0), self._revs.get(path.name, 0)) + 1

    def told(self) -> list[str]:
        """What became of the words, a plain line for each file, once."""
        lines = [(one.path, one.done) for one in self.taken] + [(one.path, one.why) for one in self.standing]
        return [f"{self._home.named(path)}: {what}" for path, what in dict.fromkeys(lines)]

    def notices(self) -> list[str]:
        """What a board should know: words that cannot be reached from here, and what the disk refuses."""
        elsewhere = sum(one.elsewhere for one in self.standing)
        lines = [f"{shown(one.path.name)}: {one.why}" for one in self.standing if not (one.elsewhere or one.open)]
        if elsewhere:
            lines.append("struck words, hidden here, stand in files of another laptop until lcterm runs there")
        return lines
