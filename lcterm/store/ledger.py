"""One log open for reading and writing: what others wrote is folded in, what is added here is written by our own
thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from lcterm.core.clock import Clock
from lcterm.core.events import AnyEvent
from lcterm.core.facts import AT_MAX, STAMP_MAX, Fact
from lcterm.core.log import Log
from lcterm.store.place import Place
from lcterm.store.reader import LogReader
from lcterm.store.writer import Writer

State = TypeVar("State")
APART_MS = 30_000
"""Two clocks that differ by more are worth a word: the session's times come from both."""

Saved = Callable[[int], None]
Trouble = Callable[[str, int], None]


class Ledger(Generic[State]):
    """A log folder and the state it folds to. Nothing is created on disk before the first event is added.

    `saved` and `trouble` are called on the writing thread: an event is durable; it is not, why, and how many wait.
    """

    def __init__(
        self, place: Place, log: Log[State], clock: Clock, saved: Saved | None = None, trouble: Trouble | None = None
    ) -> None:
        self.place, self.log, self._clock = place, log, clock
        self._reader = LogReader(place.folder, place.log, own=place.writer)
        self.trouble = ""
        self._on_trouble = trouble
        self._writer = Writer(place.folder, place.log, place.writer, saved=saved, trouble=self._troubled)
        self.unwritten: list[Fact] = []
        self._seq = 0
        self._ahead = 0  # by how many ms the clock of another writer was seen to go before ours
        self.poll(force=True)

    @property
    def state(self) -> State:
        return self.log.state

    @property
    def notices(self) -> list[str]:
        """What is amiss with the stored files, and with the clocks that wrote them, a line each."""
        minutes = round(self._ahead / 60_000)
        apart = f"another computer's clock is {max(1, minutes)} min ahead of this one; times in between are its"
        return [*self._reader.notices(), *([apart] if self._ahead > APART_MS else [])]

    def now(self) -> int:
        """Wall ms."""
        return self._clock.now()

    def poll(self, *, force: bool = False) -> bool:
        """Fold in what others have written; whether there was anything."""
        facts = self._reader.poll(force=force)
        if not self.log.add(facts):
            return False
        self._ahead = max(self._ahead, max(fact.at for fact in facts) - self._clock.now())
        return True

    def add(self, event: AnyEvent, at: int) -> Fact:
        """Record an event of ours at `at` (wall ms): folded at once, durable soon, acknowledged by `saved`."""
        self._seq += 1
        at = min(at, AT_MAX)
        stamp = min(max(at, self.log.last_stamp + 1), STAMP_MAX)
        fact = Fact(stamp, self.place.writer, self._seq, at, self.place.actor, event)
        self.log.add([fact])
        self._writer.append(fact)
        return fact

    def _troubled(self, reason: str, waiting: int) -> None:
        self.trouble = reason
        if self._on_trouble is not None:
            self._on_trouble(reason, waiting)

    def flush(self, seconds: float) -> bool:
        """Wait until everything is on the disk; whether it is."""
        return self._writer.flush(seconds)

    def close(self, seconds: float) -> list[Fact]:
        """End the writing; what could not be written within that time."""
        self.unwritten = self._writer.close(seconds)
        return self.unwritten

    def rescue(self, folder: Path) -> list[Path]:
        """Keep what `close` could not write in another folder, as files that can be copied into the log's own."""
        return self._writer.rescue(self.unwritten, folder)
