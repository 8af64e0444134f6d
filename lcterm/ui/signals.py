"""Leaving in order when the machine says so: TERM, HUP, QUIT, INT, or a terminal that is gone without a signal.

Textual runs no hook on these and leaves the terminal raw. Here they ask the app to exit; if the screen is stuck (a
terminal that stopped reading, or is gone), a deadline restores the terminal and ends the process all the same. What
was accepted is on the disk by then, or kept elsewhere: the store's thread never waits for the screen.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any

from lcterm.ui.crashing import HUNG_UP

if TYPE_CHECKING:
    from lcterm.store.desk import Desk
    from lcterm.ui.app import LcTerm
    from lcterm.ui.room_app import RoomApp

DEADLINE_SECONDS = 0.9
LET_GO_SECONDS = 0.02
"""For a write that waits for the terminal to notice that it shall wait no longer."""
LAST_TRIES = 15
MODES_OFF = ("2026", "1049", "1000", "1002", "1003", "1006", "1015", "1004", "2004")
RESET = "\x18" + "".join(f"\x1b[?{mode}l" for mode in MODES_OFF) + "\x1b[?25h\x1b[<u\x1b[0m"
"""Whatever was begun is broken off; main screen, cursor, no mouse, no focus reports, no bracketed paste, plain keys."""

KeepElsewhere = Callable[["Desk"], str]
"""Keeps what could not be saved; the line that says where."""


@contextmanager
def leave_in_order(app: "LcTerm | RoomApp", keep_elsewhere: KeepElsewhere) -> Iterator[KeepElsewhere]:
    """While this holds, a signal to end is obeyed within a second, in order. `keep_elsewhere` is asked where the screen
    is stuck and the disk as well; whoever ends the program otherwise asks what this gives, so that a screen that comes
    free at the deadline does not keep all once more."""
    keep = _once_each(keep_elsewhere)
    names = [name for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT", "SIGBREAK") if hasattr(signal, name)]
    saved = _terminal_state()
    begun = threading.Event()
    leaving = threading.Lock()

    def asked(number: int, frame: FrameType | None = None) -> None:
        if begun.is_set():  # a window that is closed says so twice: by a signal, and by taking nothing more
            return
        begun.set()
        threading.Thread(target=_deadline, args=(app, number, saved, keep, leaving), daemon=True).start()
        loop = app._loop
        if loop is not None:
            loop.call_soon_threadsafe(app.exit, None, 128 + number)

    app.hung_up = partial(asked, HUNG_UP - 128)
    before = {name: signal.signal(getattr(signal, name), asked) for name in names}
    try:
        yield keep
    finally:
        # Letting a stuck screen go lets its loop go on as well: the end is the deadline's then, and this waits for it.
        leaving.acquire()
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _once_each(keep: KeepElsewhere) -> KeepElsewhere:
    """Asks once for each desk; whoever comes second waits, and is told the same."""
    told: dict[int, str] = {}
    asking = threading.Lock()

    def kept(desk: "Desk") -> str:
        with asking:
            if id(desk) not in told:
                told[id(desk)] = keep(desk)
            return told[id(desk)]

    return kept


def _deadline(app: "LcTerm | RoomApp", number: int, saved: Any, keep: KeepElsewhere, leaving: threading.Lock) -> None:
    """Ends the process when the screen has not within the time; whoever has `leaving` does so."""
    threading.Event().wait(DEADLINE_SECONDS)
    if not leaving.acquire(blocking=False):
        threading.Event().wait(DEADLINE_SECONDS)  # all is saved; only last words may hold it up now
        os._exit(128 + number)
    if app.desks:
        _let_go(app)
    said = [keep(desk) for desk in app.desks if desk.close(DEADLINE_SECONDS)]
    _restore(saved, said)
    os._exit(128 + number)


def _let_go(app: "LcTerm | RoomApp") -> None:
    """Boards keep what is being typed. Imported here, since the room screen has nothing of a board."""
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.coming_and_going import go

    for screen in app.screen_stack:
        if isinstance(screen, Board):
            go(screen)


def _terminal_state() -> Any:
    """How the terminal was set before the screen opened; None where that cannot be known."""
    if sys.platform == "win32":  # has no such thing to restore
        return None
    import termios

    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (OSError, ValueError, termios.error):
        return None


def _restore(saved: Any, said: Sequence[str]) -> None:
    """Put the terminal back and say these lines, without ever waiting for it. What it has not taken yet is dropped:
    there would be no room, and nobody wants to see it any more."""
    if sys.platform == "win32" or saved is None:
        return
    import termios

    terminals = [stream.fileno() for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__) if stream is not None]
    with suppress(OSError, termios.error):  # it may be gone altogether
        for descriptor in terminals:
            os.set_blocking(descriptor, False)
        termios.tcflush(terminals[0], termios.TCOFLUSH)
        termios.tcsetattr(terminals[0], termios.TCSANOW, saved)
        _write_whole(terminals[0], "".join([RESET, *(f"lcterm: {line}\r\n" for line in said)]).encode())


def _write_whole(terminal: int, last: bytes) -> None:
    """In place of whatever waits there; again where somebody else was quicker to take the room."""
    if sys.platform == "win32":
        return
    import termios

    for _ in range(LAST_TRIES):
        threading.Event().wait(LET_GO_SECONDS)
        termios.tcflush(terminal, termios.TCOFLUSH)
        with suppress(BlockingIOError):
            if os.write(terminal, last) == len(last):
                return
