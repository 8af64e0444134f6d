"""Leaving in order when the machine says so: TERM, HUP, QUIT.

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
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lcterm.store.desk import Desk
    from lcterm.ui.app import LcTerm
    from lcterm.ui.room_app import RoomApp

DEADLINE_SECONDS = 0.9
LET_GO_SECONDS = 0.02
"""For a write that waits for the terminal to notice that it shall wait no longer."""
MODES_OFF = ("2026", "1049", "1000", "1002", "1003", "1006", "1015", "1004", "2004")
RESET = "\x18" + "".join(f"\x1b[?{mode}l" for mode in MODES_OFF) + "\x1b[?25h\x1b[<u\x1b[0m"
"""Whatever was begun is broken off; main screen, cursor, no mouse, no focus reports, no bracketed paste, plain keys."""

KeepElsewhere = Callable[["Desk"], str]
"""Keeps what could not be saved; the line that says where."""


@contextmanager
def leave_in_order(app: "LcTerm | RoomApp", keep: KeepElsewhere) -> Iterator[None]:
    """While this holds, a signal to end is obeyed within a second, in order. `keep` is asked where the screen is stuck
    and the disk as well."""
    names = [name for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)]
    saved = _terminal_state()

    def asked(number: int, frame: FrameType | None) -> None:
        threading.Thread(target=_deadline, args=(app, number, saved, keep), daemon=True).start()
        loop = app._loop
        if loop is not None:
            loop.call_soon_threadsafe(app.exit, None, 128 + number)

    before = {name: signal.signal(getattr(signal, name), asked) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _deadline(app: "LcTerm | RoomApp", number: int, saved: Any, keep: KeepElsewhere) -> None:
    threading.Event().wait(DEADLINE_SECONDS)
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
    try:
        import termios
    except ImportError:  # Windows has no such thing to restore
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (OSError, ValueError, termios.error):
        return None


def _restore(saved: Any, said: Sequence[str]) -> None:
    """Put the terminal back and say these lines, without ever waiting for it. What it has not taken yet is dropped:
    there would be no room, and nobody wants to see it any more."""
    if saved is None:
        return
    import termios

    terminals = [stream.fileno() for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__) if stream is not None]
    with suppress(OSError, termios.error):  # it may be gone altogether
        for descriptor in terminals:
            os.set_blocking(descriptor, False)
        termios.tcflush(terminals[0], termios.TCOFLUSH)
        termios.tcsetattr(terminals[0], termios.TCSANOW, saved)
        threading.Event().wait(LET_GO_SECONDS)
        termios.tcflush(terminals[0], termios.TCOFLUSH)
        os.write(terminals[0], "".join([RESET, *(f"lcterm: {line}\r\n" for line in said)]).encode())
