"""How fast a browser may say things to a program, so that none can make one grow without end.

A key is an event of its own in the program, and costs it much more than the same letter in a paste, which is one event
whatever its length.
"""

import re
from collections.abc import Callable

from lcterm.serving.messages import Pinged, Said, Typed, Unfit

BEGIN, END = b"\x1b[200~", b"\x1b[201~"
WHOLE = re.compile(re.escape(BEGIN) + rb".*?" + re.escape(END), re.DOTALL)

PURSE = 1024 * 1024
A_SECOND = 128 * 1024
"""What a browser may spend at once, and what it gets back every second."""
A_KEY = 64
"""A byte that is typed, or that the mouse says: 16,384 at once, 2,048 a second for as long as somebody likes."""
A_PASTED_BYTE = 1
ANYTHING_ELSE = 32 * A_KEY
LONGEST_WAIT = 5.0
"""Whoever has to wait longer said more at once than anybody types."""
LONGEST_BEHIND = 15.0
"""Whoever has had less than half a purse for so long does not stop by itself."""


class Pace:
    """What one screen may still spend. `time` gives seconds that nobody sets."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._purse = float(PURSE)
        self._last = self._in_time = time()
        self._tail = b""

    def wait_for(self, said: Said) -> float:
        """How many seconds this has to wait, before it is passed on. Raises Unfit for far too much, and for a paste
        without an end: a page sends each whole."""
        now = self._time()
        self._purse = min(PURSE, self._purse + (now - self._last) * A_SECOND) - self._price(said)
        self._last = now
        wait = max(0.0, -self._purse / A_SECOND)
        if self._purse > PURSE / 2:
            self._in_time = now
        if wait > LONGEST_WAIT or now - self._in_time > LONGEST_BEHIND:
            raise Unfit("more at once than anybody types")
        return wait

    def _price(self, said: Said) -> int:
        if isinstance(said, Pinged):
            return A_KEY
        if not isinstance(said, Typed):
            return ANYTHING_ELSE
        typed = WHOLE.sub(b"", said.data)
        joined = self._tail + typed  # half of a beginning may have come before
        if BEGIN in joined:
            raise Unfit("a paste without an end")
        self._tail = joined[-len(BEGIN) + 1 :]
        return A_KEY * len(typed) + A_PASTED_BYTE * (len(said.data) - len(typed))
