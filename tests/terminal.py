"""The real program in a real terminal: a pseudo-terminal that reads all the time and is asked what it shows.

    with Terminal(clock.argv("run"), size=(80, 24)) as terminal:
        terminal.wait_for("Discussion 1")
        terminal.send("h", "j")
        terminal.wait_for("Jonas .* new point")

Nothing sleeps: every wait ends when the bytes arrive that make it true, or fails and shows the screen.
"""

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

from pyte.screens import Char

from tests.terminal_line import Line
from tests.terminal_screen import PASTE, View, clipboard, encode

CURSOR_KEYS_MODE = 1


class Terminal:
    """A program in a pseudo-terminal of `size` (columns, rows), and what a person before it would see.

    `env` is added to this process's environment, less what only a test has; lcterm is found in this checkout. Used
    as a context manager; the program is killed on the way out if it still runs.
    """

    def __init__(
        self,
        argv: Sequence[str],
        size: tuple[int, int] = (120, 36),
        env: Mapping[str, str] | None = None,
        cwd: str | os.PathLike[str] | None = None,
    ) -> None:
        self._view = View(*size)
        self._drawn = 0
        self._line = Line(argv, size, env or {}, cwd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.close()

    def send(self, *keys: str) -> None:
        """Presses keys by name or character. `esc` ends a call: what follows it at once would be taken as one key."""
        if "esc" in keys[:-1]:
            raise ValueError("esc must be the last key of a send(); wait_for() what it does, then go on")
        self._catch_up()
        self._write("".join(encode(key, self._view.is_on(CURSOR_KEYS_MODE)) for key in keys))

    def type(self, text: str) -> None:
        """Types text character by character as a keyboard would; a line break is Enter."""
        self._write(text.replace("\n", "\r"))

    def paste(self, text: str) -> None:
        """Pastes text as a terminal does: in brackets, if the program has asked for them."""
        self._catch_up()
        text = text.replace("\n", "\r")
        self._write(f"\x1b[200~{text}\x1b[201~" if self._view.is_on(PASTE) else text)

    def click(self, column: int, row: int) -> None:
        """Clicks the left button on a cell, counted from 0."""
        self._write("".join(f"\x1b[<0;{column + 1};{row + 1}{end}" for end in "Mm"))

    def click_on(self, text: str) -> None:
        """Clicks the first place where `text` stands on the screen; AssertionError if it does not."""
        self._catch_up()
        if (place := self._view.find(text)) is None:
            raise AssertionError(self._shown(f"nothing to click: {text!r} is not on the screen"))
        self.click(*place)

    def resize(self, columns: int, rows: int) -> None:
        """Drags the window to another size; the program is told by SIGWINCH."""
        self._catch_up()
        self._view.resize(columns, rows)
        self._line.resize(columns, rows)

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Sends the program a signal."""
        self._line.process.send_signal(number)

    def close_window(self) -> None:
        """Closes the window with the program in it, which gets SIGHUP; nothing can be sent or seen after that."""
        self._line.hang_up()

    def stop_reading(self) -> None:
        """The terminal takes nothing more, as one behind a stalled line does, until `go_on_reading`."""
        self._line.read_on(False)

    def go_on_reading(self) -> None:
        self._line.read_on(True)

    @property
    def raw(self) -> bytes:
        """All the bytes that the program has written so far."""
        return self._line.received()

    @property
    def pid(self) -> int:
        return self._line.process.pid

    @property
    def returncode(self) -> int | None:
        """The exit code, negative for a signal's number; None while the program runs."""
        return self._line.process.poll()

    @property
    def clipboard(self) -> str | None:
        """What the program last put on the terminal's clipboard (OSC 52)."""
        return clipboard(self.raw)

    def screen(self) -> str:
        """The screen as text, without blanks at the ends of lines."""
        self._catch_up()
        return "\n".join(self._view.lines())

    def row(self, number: int) -> str:
        """One row as text, counted from 0; negative from the bottom."""
        return self.screen().split("\n")[number]

    def cells(self) -> list[list[Char]]:
        """The screen cell by cell, with colours."""
        self._catch_up()
        return self._view.cells()

    def cursor(self) -> tuple[int, int] | None:
        """Column and row of the cursor; None when it is hidden."""
        self._catch_up()
        return self._view.cursor()

    def left_on(self) -> list[str]:
        """After the program's end: what it left switched on in the terminal, in words; empty if all is in order."""
        self._catch_up()
        return self._view.left_on() + ([] if self._line.is_cooked() else ["raw line"])

    def wait_for(self, wanted: str | Callable[[str], object], timeout: float = 20) -> str:
        """Waits until a regex is found on the screen, or a function of its text says yes; the screen's text.

        Looks again whenever bytes arrive. AssertionError, with the screen in it, after `timeout` seconds, or as
        soon as the program has ended without it.
        """
        seen = re.compile(wanted, re.MULTILINE).search if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + timeout
        while True:
            ended = self._line.ended
            text = self.screen()
            if seen(text):
                return text
            if ended:
                raise AssertionError(self._shown(f"waited for {wanted!r}, but the program has left the terminal"))
            if not self._line.wait_for_more(self._drawn, deadline - time.monotonic()):
                raise AssertionError(self._shown(f"waited {timeout} s for {wanted!r}"))

    def settle(self, quiet: float = 0.3, timeout: float = 10) -> str:
        """Waits until nothing has come for `quiet` seconds; the screen's text."""
        deadline = time.monotonic() + timeout
        while self._line.wait_for_more(self._drawn, quiet) and not self._line.ended:
            self._catch_up()
            if time.monotonic() > deadline:
                raise AssertionError(self._shown(f"the screen did not come to rest within {timeout} s"))
        return self.screen()

    def wait_exit(self, timeout: float = 20) -> int:
        """Waits for the program's end and its last words; the exit code."""
        try:
            code = self._line.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._shown(f"the program still runs after {timeout} s")) from None
        self._line.join(2)
        return code

    def _catch_up(self) -> None:
        ended = self._line.ended
        data = self._line.received(self._drawn)
        self._drawn += len(data)
        self._view.feed(data, last=ended)

    def _write(self, text: str) -> None:
        self._line.write(text.encode())

    def _shown(self, what: str) -> str:
        code = self.returncode
        state = "it runs" if code is None else f"it ended with {code}"
        return "\n".join([f"{what} ({state}); the screen:", *(f"  |{line}" for line in self.screen().split("\n"))])
