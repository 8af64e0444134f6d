"""The one thread that puts a run's own facts on the disk."""

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lcterm.core.erasure import Gone, cleared
from lcterm.core.facts import Fact
from lcterm.core.refusal import Refused
from lcterm.store.durable import plain_reason
from lcterm.store.entry import EVENTS_MAX, Entry, entry_of
from lcterm.store.paths import shown
from lcterm.store.runs import Run, clear
from lcterm.store.segment import parse_segment_name, segment_name

if TYPE_CHECKING:
    from lcterm.store.filler import SegmentFiller

RETRY_S = 1.0
"""Seconds between two tries while the disk refuses."""


class Writer:
    """Takes a run's facts at once and makes them durable behind the screen's back; drops none.

    `saved(seq)` is called when all facts up to seq are durable, `trouble(reason, how many wait)` after each try that
    failed; both from the writer's own thread, so they must hand on and return. Nothing is made on the disk, and no
    thread started, before the first fact. `run` is the sign of life, held from the first write to the end.
    """

    def __init__(
        self,
        folder: Path,
        log: str,
        writer: str,
        saved: Callable[[int], None] | None = None,
        trouble: Callable[[str, int], None] | None = None,
        *,
        retry_s: float = RETRY_S,
        run: Run | None = None,
    ) -> None:
        self._log = log
        self._writer = writer
        self._saved = saved
        self._trouble = trouble
        self._retry_s = retry_s
        self._held = False
        self._run = run
        self._folder = folder
        self._changed = threading.Condition()
        self._queue: deque[Entry] = deque()
        self._chore: Callable[[], None] | None = None
        self._idle = True
        self._refused = False
        self._last_seq = 0
        self._closing = False
        self._last_try = False
        self._given_up = False
        self._thread: threading.Thread | None = None

    @cached_property
    def filler(self) -> "SegmentFiller":
        """What fills the files. It and TinyDB are loaded with the first fact: a board that comes up has none yet."""
        from lcterm.store.filler import SegmentFiller

        return SegmentFiller(self._folder, self._log, self._writer)

    def append(self, fact: Fact) -> None:
        """Takes a fact; returns at once. Raises ValueError for a fact that is not this writer's next one, or comes
        after the close."""
        entry = entry_of(fact)
        with self._changed:
            if self._closing:
                raise ValueError(f"fact {fact.id} comes after the close")
            if fact.writer != self._writer or fact.seq != self._last_seq + 1:
                raise ValueError(f"fact {fact.id} does not follow {self._writer}-{self._last_seq}")
            self._last_seq = fact.seq
            self._queue.append(entry)
            if not self._held:
                self._wake()

    def hold(self) -> None:
        """What is added from now on waits for `let_go`, or for somebody who waits for the disk: threads of Python take
        each other's time, and the picture that shows an act comes before its file."""
        self._held = True

    def let_go(self) -> None:
        """Write what was held."""
        if self._held:
            with self._changed:
                self._held = False
                if self._queue:
                    self._wake()

    def erase(self, gone: Gone, chore: Callable[[], None]) -> None:
        """What still waits goes to the disk without what is gone; when all of it is there, the thread
        does the `chore`, again and again while that raises OSError. After the close nothing is taken."""
        with self._changed:
            if self._closing:
                return
            for place, entry in enumerate(self._queue):
                if (after := cleared(entry.fact, gone)) is not entry.fact:
                    self._queue[place] = entry_of(after)
            self._chore = chore
            self._wake()

    def _wake(self) -> None:
        self._changed.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=f"lcterm-writer-{self._log}", daemon=True)
            self._thread.start()

    def flush(self, timeout_s: float) -> bool:
        """Waits until everything taken so far is durable, at most so many seconds; whether it is."""
        self.let_go()
        with self._changed:
            self._changed.wait_for(lambda: not self._queue or self._given_up, timeout_s)
            return not self._queue

    def rest(self, timeout_s: float) -> bool:
        """Waits until nothing at all is left to do, or the disk has refused it, at most so many seconds; whether
        nothing is left."""
        self.let_go()
        with self._changed:
            self._changed.wait_for(lambda: self._refused or self._is_done(), timeout_s)
            return self._is_done()

    def _is_done(self) -> bool:
        return self._idle and not self._queue and self._chore is None

    def close(self, timeout_s: float) -> list[Fact]:
        """Ends the thread after one more try, within so many seconds; the facts that could not be written, in order."""
        with self._changed:
            self._closing, self._held = True, False
            if self._queue:
                self._wake()
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout_s)
        with self._changed:
            self._given_up = True
            return [entry.fact for entry in self._queue]

    def rescue(self, facts: Iterable[Fact], folder: Path) -> list[Path]:
        """Writes facts that `close` returned into another folder; the files made, durable.

        Each has a name that the log's own folder does not have yet, so that copying it in later adds and never
        overwrites. Raises Refused when that folder cannot be written to either.
        """
        entries = [entry_of(fact) for fact in facts]
        if not entries:
            return []
        from lcterm.store.filler import SegmentFiller

        first = max(self.filler.next_number, _next_number_in(folder, self._writer))
        filler = SegmentFiller(folder, self._log, self._writer, first)
        try:
            while entries:
                entries = entries[filler.put(entries) :]
        except OSError as error:
            raise Refused(
                f"{shown(folder)}: {plain_reason(error)}; events not saved: {len(entries)}; name another folder"
            ) from None
        return [folder / segment_name(self._writer, number) for number in range(first, filler.next_number)]

    def _work(self) -> None:
        try:
            while (task := self._next_task()) is not None:
                try:
                    done = self._write(task) if isinstance(task, list) else self._do(task)
                except OSError as error:
                    if not self._bide(task, plain_reason(error)):
                        break
                else:
                    self._acknowledge(done)
            if self._run is not None:
                self._run.end()
                clear(self._run.folder)
        finally:
            # Whatever ends the work: nobody is to wait for it, and what is left is handed back.
            with self._changed:
                self._given_up = self._idle = True
                self._changed.notify_all()

    def _next_task(self) -> list[Entry] | Callable[[], None] | None:
        """What waits, as much as one file can hold, else the chore; None when the work is over."""
        with self._changed:
            self._idle = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: (self._queue and not self._held) or self._chore or self._closing)
            self._last_try = self._closing
            self._idle = self._refused = False
            if self._given_up:
                return None
            if self._queue:
                return list(islice(self._queue, EVENTS_MAX))
            chore, self._chore = self._chore, None
            return chore

    def _write(self, batch: list[Entry]) -> list[Entry]:
        """Make as many as fit in one file durable; which those were."""
        if self._run is not None:
            # Where no sign can be made no other run can make one either, and so take this run's files for dead ones.
            with contextlib.suppress(OSError):
                self._run.begin()
        return batch[: self.filler.put(batch)]

    def _do(self, chore: Callable[[], None]) -> list[Entry]:
        chore()
        return []

    def _acknowledge(self, done: list[Entry]) -> None:
        with self._changed:
            for _ in done:
                self._queue.popleft()
            self._changed.notify_all()
        if self._saved is not None and done:
            self._tell(partial(self._saved, done[-1].fact.seq))

    def _bide(self, task: list[Entry] | Callable[[], None], reason: str) -> bool:
        """Says which facts are not saved, and why, and waits for a second, a new fact or the close; whether to try
        again."""
        with self._changed:
            waiting = len(self._queue)
            if not isinstance(task, list):
                self._chore = self._chore or task
            self._refused = True
            self._changed.notify_all()
        if self._trouble is not None and isinstance(task, list):
            self._tell(partial(self._trouble, reason, waiting))
        if self._last_try:
            return False
        with self._changed:
            self._changed.wait_for(lambda: self._closing or len(self._queue) > waiting, self._retry_s)
        return True

    def _tell(self, tell: Callable[[], None]) -> None:
        try:
            tell()
        except RuntimeError:
            # The screen's event loop is closed already, as it is on the way out; the facts still have to get down.
            self._saved = self._trouble = None


def _next_number_in(folder: Path, writer: str) -> int:
    if not folder.is_dir():
        return 1
    names = (parse_segment_name(path.name) for path in folder.iterdir())
    return max((name[1] for name in names if name and name[0] == writer), default=0) + 1
