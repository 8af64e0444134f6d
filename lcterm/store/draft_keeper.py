"""The unfinished lines of a screen on the disk while they are written: a crash or a lost power leaves them there.

The screen says once a second what they are; a thread of its own writes, so no key waits for the disk.
"""

import contextlib
from collections.abc import Iterable
from threading import Condition, Thread

from lcterm.store.drafts import Draft, hold_drafts, keep_drafts
from lcterm.store.paths import Home

LAST_SECONDS = 2.0
"""So long it is waited for a write under way when the screen goes."""


class DraftKeeper:
    """What the seat with this name holds of a session's unfinished lines, until it `leave`s. Where the
    disk refuses it nothing is said here: what it refuses of the session itself is."""

    def __init__(self, home: Home, session: str, seat: str) -> None:
        self._home, self._session, self.seat = home, session, seat
        self._told: tuple[Draft, ...] | None = ()
        self._wanted: tuple[Draft, ...] | None = ()
        self._turn = Condition()
        self._over = False
        self._thread: Thread | None = None

    def taken(self) -> None:
        """Lines were taken over for this seat: what stands on the disk for it is not what was told last."""
        with self._turn:
            self._told = self._wanted = None

    def tell(self, drafts: Iterable[Draft]) -> None:
        """The unfinished lines as they are now. Returns at once."""
        wanted = tuple(drafts)
        with self._turn:
            if self._over or wanted == self._wanted:
                return
            self._wanted = wanted
            if self._thread is None:
                self._thread = Thread(target=self._write, name="lcterm-drafts", daemon=True)
                self._thread.start()
            self._turn.notify()

    def _write(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._over or self._wanted != self._told)
                if self._over:
                    return
                self._told = wanted = self._wanted
            with contextlib.suppress(OSError):
                hold_drafts(self._home, self._session, wanted or (), self.seat)

    def leave(self, drafts: Iterable[Draft]) -> None:
        """The screen goes: these wait for whoever comes next."""
        with self._turn:
            self._over = True
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(LAST_SECONDS)
        with contextlib.suppress(OSError):  # the disk has refused more than this by then, and that was said
            keep_drafts(self._home, self._session, drafts, self.seat)
