"""What an error that nobody foresaw leaves behind: two lines, and a file for whoever mends it.

Textual would print the calls with all that their variables held into the terminal: names, and what stays in the room.
"""

import errno
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from rich.console import RenderableType
from textual.app import ReturnType, ScreenStackError
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.widget import MountError
from textual.worker import WorkerFailed

from lcterm.ui.part_of_app import PartOfApp

NO_TERMINAL = {errno.EIO, errno.EPIPE, errno.ENXIO, errno.EBADF, errno.ENODEV}
"""What the system answers to a write to a terminal that is gone."""

WRITES_TO_TERMINAL = "textual-output"
"""The thread of Textual's that does it, by its name."""

GONE = (MountError, NoMatches, NoScreen, ScreenStackError)
"""What a screen meets that goes on with a key, or opens, when the app was told to end and takes it apart."""

HUNG_UP = 128 + 1
"""The exit code of a program that a hang-up ended."""


class Quiet(PartOfApp[ReturnType]):
    """An app that ends without a traceback; `failed` is what it ended by, None where nothing went wrong."""

    failed: BaseException | None = None
    hung_up: Callable[[], object] | None = None
    """What is done when the terminal turns out to be gone; where nothing else was said, the app ends."""

    def panic(self, *renderables: RenderableType) -> None:
        """Ends the app; what is to be said of it is said when the terminal is itself again."""
        self._fatal_error()

    def _handle_exception(self, error: Exception) -> None:
        if self._exit and isinstance(error, GONE):
            self._fatal_error()
            return
        # Textual keeps the first one too, and raises it again where a test runs the app.
        self.failed = self.failed or (error.error if isinstance(error, WorkerFailed) else error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def run_quietly(app: Quiet[None], run: Callable[[], object]) -> None:
    """Runs the app; what is raised beside its own loop, in it or on another thread, ends it no louder."""

    def on_thread(told: threading.ExceptHookArgs) -> None:
        if _terminal_is_gone(told):
            (app.hung_up or partial(_end, app, HUNG_UP))()
            return
        app.failed = app.failed or told.exc_value
        _end(app, 1)

    before, threading.excepthook = threading.excepthook, on_thread
    try:
        run()
    except Exception as error:  # noqa: BLE001  # whatever it is, nobody at a terminal can do anything with its calls
        app.failed = app.failed or error
    finally:
        threading.excepthook = before


def _end(app: Quiet[None], code: int) -> None:
    if app._loop is not None:
        app._loop.call_soon_threadsafe(app.exit, None, code)


def _terminal_is_gone(told: threading.ExceptHookArgs) -> bool:
    """A window that was closed is nobody's fault."""
    writes = told.thread is not None and told.thread.name == WRITES_TO_TERMINAL
    return writes and isinstance(told.exc_value, OSError) and told.exc_value.errno in NO_TERMINAL


def say(lines: Sequence[str]) -> None:
    """These lines, where there is still somebody to read them."""
    with suppress(OSError):
        for line in lines:
            print(f"lcterm: {line}", file=sys.stderr)
