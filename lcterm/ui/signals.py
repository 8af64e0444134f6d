"""Leaving in order when the machine says so: TERM, HUP, QUIT.

Textual runs no hook on these and leaves the terminal raw. Here they ask the app to exit; if the screen is stuck (a
terminal that stopped reading, or is gone), a deadline restores the terminal and ends the process all the same. What
was accepted is on the disk by then: the store's thread never waits for the screen.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lcterm.ui.app import LcTerm

DEADLINE_SECONDS = 0.9
RESET = (
    "\x1b[?1049l\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[<u\x1b[0m"
)
"""Main screen, cursor, no mouse, no focus reports, no bracketed paste, plain keys."""


@contextmanager
def leave_in_order(app: "LcTerm") -> Iterator[None]:
    """While this holds, a signal to end is obeyed within a second, in order."""
    names = [name for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)]
    saved = _terminal_state()

    def asked(number: int, frame: FrameType | None) -> None:
        threading.Thread(target=_deadline, args=(app, number, saved), daemon=True).start()
        loop = app._loop
        if loop is not None:
            loop.call_soon_threadsafe(app.exit, None, 128 + number)

    before = {name: signal.signal(getattr(signal, name), asked) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _deadline(app: "LcTerm", number: int, saved: Any) -> None:
    threading.Event().wait(DEADLINE_SECONDS)
    for desk in app.desks:
        desk.close(DEADLINE_SECONDS)
    _restore(saved)
    os._exit(128 + number)


def _terminal_state() -> Any:
    """How the terminal was set before the screen opened; None where that cannot be known."""
    try:
        import termios
    except ImportError:  # Windows has no such thing to restore
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (OSError, ValueError, termios.error):
        return None


def _restore(saved: Any) -> None:
    """Put the terminal back without ever waiting for it."""
    if saved is None:
        return
    import termios

    try:
        descriptor = sys.stdin.fileno()
        os.set_blocking(descriptor, False)
        os.write(descriptor, RESET.encode())
        termios.tcsetattr(descriptor, termios.TCSANOW, saved)
    except (OSError, ValueError, termios.error):
        return
