"""One log open for reading and writing: what others wrote is folded in, what is added here is written by our own
thread."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from lcterm.core.clock import Clock
from lcterm.core.erasure import NOTHING, Gone, cleared
from lcterm.core.events import AnyEvent
from lcterm.core.facts import AT_MAX, STAMP_MAX, Fact
from lcterm.core.log import Log
from lcterm.store.place import Place
from lcterm.store.reader import LogReader
from lcterm.store.runs import RUNS, Run
from lcterm.store.writer import Writer

if TYPE_CHECKING:
    from lcterm.store.clocks_apart import Ahead
    from lcterm.store.erasing import Erasure

State = TypeVar("State")
OTHERS_LOOKS = 30
"""How often a command looks whether a run that is open has taken struck words out of its files by now."""

BETWEEN_LOOKS_S = 0.05

Saved = Callable[[int], None]
Trouble = Callable[[str, int], None]


class Ledger(Generic[State]):
    """A log folder and the state it folds to. Nothing is created on disk before the first event is added.

    `saved` and `trouble` are called on the writing thread: an event is durable; it is not, why, and how many wait.

    Words that are struck are taken out of the files by a ledger that writes: one whose `saved` somebody listens to, as
    a board does, or that has added an event. One that only reads changes nothing.

    `reader`: the one by which the log came to what it holds already; left out where it holds nothing.
    """

    def __init__(
        self,
        place: Place,
        log: Log[State],
        clock: Clock,
        saved: Saved | None = None,
        trouble: Trouble | None = None,
        reader: LogReader | None = None,
    ) -> None:
        self.place, self.log, self._clock = place, log, clock
        self._reader = reader or LogReader(place.folder, place.log)
        self._reader.leave_out(place.writer)
        self.trouble = ""
        self._on_trouble = trouble
        run = Run(place.home.private / RUNS, place.writer)
        self._writer = Writer(place.folder, place.log, place.writer, saved=saved, trouble=self._troubled, run=run)
        self._erasure: Erasure | None = None  # made when something was struck
        self._writes = saved is not None
        self._erased: tuple[int, Gone] = (0, NOTHING)  # for which looks, and of what
        self.unwritten: list[Fact] = []
        self._seq = 0
        self.ahead: Ahead | None = None
        """How far stored times were seen to lie ahead of the clock; None where none did."""
        self._compare_clocks(log.facts)
        if reader is None:
            self.poll(force=True)
        self._see_to_erasure()

    @property
    def state(self) -> State:
        return self.log.state

    @property
    def notices(self) -> list[str]:
        """What is amiss with the stored files, a line each."""
        return [*self._reader.notices(), *(self._erasure.notices() if self._erasure is not None else [])]

    @property
    def erased(self) -> list[str]:
        """What was written again or removed because words were struck, and where words still stand, a line each."""
        return self._erasure.told() if self._erasure is not None else []

    def now(self) -> int:
        """Wall ms."""
        return self._clock.now()

    def poll(self, *, force: bool = False) -> bool:
        """Fold in what others have written; whether there was anything."""
        facts = self._reader.poll(force=force)
        changed = self.log.add(facts)
        self._see_to_erasure()
        if not changed:
            return False
        self._compare_clocks(facts)
        return True

    def _compare_clocks(self, facts: list[Fact]) -> None:
        now = self._clock.now()
        if facts and max(fact.at for fact in facts) > now:
            from lcterm.store.clocks_apart import Ahead, ahead_of  # hardly ever

            self.ahead = ahead_of(self.place.home, facts, now).most(self.ahead or Ahead())

    def add(self, event: AnyEvent, at: int) -> Fact:
        """Record an event of ours at `at` (wall ms): folded at once, durable soon, acknowledged by `saved`."""
        self._seq += 1
        at = min(at, AT_MAX)
        stamp = min(max(at, self.log.last_stamp + 1), STAMP_MAX)
        fact = Fact(stamp, self.place.writer, self._seq, at, self.place.actor, event)
        self.log.add([fact])
        self._writer.append(cleared(fact, self.log.gone))
        self._writes = True
        self._see_to_erasure()
        return fact

    def hold(self) -> None:
        """What is added next is written when `let_go` says so, or somebody waits for the disk."""
        self._writer.hold()

    def let_go(self) -> None:
        """Have what was held written."""
        self._writer.let_go()

    def _see_to_erasure(self) -> None:
        """Have struck words taken out, by the thread that writes, when there are new strikes, or the files may have
        changed: an old copy may have come back."""
        wanted = (self._reader.looks, self.log.gone)
        if self._writes and self.log.gone.anything and wanted != self._erased:
            self._erased = wanted
            self._erase()

    def _erase(self) -> None:
        if self._erasure is None:
            self._erasure = _erasure_at(self.place, self._writer)
        gone = self.log.gone
        self._writer.erase(gone, partial(self._erasure.carry_out, gone, dict(self._reader.revs)))

    def outlast(self, seconds: float) -> None:
        """Wait, for at most so many seconds and then some, until struck words are out of the files, those of other runs
        that are open on this device too: they are told by the log."""
        if self._erasure is None:
            return
        for _ in range(OTHERS_LOOKS):
            if not self._writer.rest(seconds) or not any(one.open for one in self._erasure.standing):
                return
            threading.Event().wait(BETWEEN_LOOKS_S)
            self._erase()

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


def _erasure_at(place: Place, writer: Writer) -> "Erasure":
    from lcterm.store.erasing import Erasure  # most sessions never need it, and every start would pay

    community, session = (place.community, place.log) if place.community else (place.log, "")
    return Erasure(place.home, community, session, lambda: place.actor, writer.filler)
