"""A time limit on whatever waits for the hub: one thread that looks at the clock, for a thread made for each call would
cost more than most calls."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

TICK_S = 0.5
"""Seconds between two looks; a limit is kept to that."""

_NEVER = float("inf")


class Watchdog:
    """Calls `drop` on its own thread, and again at each look, while a call is beyond its limit."""

    def __init__(self, drop: Callable[[], object], name: str) -> None:
        self._drop, self._name = drop, name
        self._until = _NEVER
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is done in here may take so many seconds."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name=self._name, daemon=True)
            self._thread.start()
        self._until = time.monotonic() + seconds
        try:
            yield
        finally:
            self._until = _NEVER

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _watch(self) -> None:
        while not self._ended.wait(TICK_S):
            if time.monotonic() > self._until:
                self._drop()
