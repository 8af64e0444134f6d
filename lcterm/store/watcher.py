"""Notices that somebody else has written: a look at the folders' mtimes ten times a second. A look takes microseconds;
that a thread wakes for it takes ten times as much, and at twenty a second more than a clock that goes on."""

import os
from collections.abc import Callable, Sequence
from math import inf
from pathlib import Path
from threading import Event, Thread

INTERVAL_SECONDS = 0.1
"""Dearer and slower were notification services (measured); a projector that is 0.1 s late is not late."""


class Watcher:
    """Watches folders. A folder that is not there yet counts as unchanged until it appears. `interval`: seconds between
    two looks, from the next one on."""

    def __init__(self, folders: Sequence[Path], interval: float = INTERVAL_SECONDS) -> None:
        self._folders, self.interval = folders, interval
        self._stop = Event()
        self._seen = self._look()

    def _look(self) -> list[int]:
        return [_mtime(folder) for folder in self._folders]

    def moved(self) -> bool:
        """Whether a folder has changed since the last look."""
        seen, self._seen = self._seen, self._look()
        return seen != self._seen

    def wait(self, seconds: float = inf) -> bool:
        """Until a folder has changed (True), `stop` was called or so much time is over (False)."""
        left = seconds
        while left > 0 and not self._stop.wait(interval := self.interval):
            if self.moved():
                return True
            left -= interval
        return False

    def start(self, changed: Callable[[], object]) -> None:
        """Call `changed`, on a thread of its own, whenever a folder has changed."""

        def watch() -> None:
            while self.wait():
                changed()

        Thread(target=watch, name="lcterm-watcher", daemon=True).start()

    def stop(self) -> None:
        """No more calls after this."""
        self._stop.set()


def _mtime(folder: Path) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0
