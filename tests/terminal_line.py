"""A program at the far end of a pseudo-terminal: bytes go in, bytes come out, the line can hang up."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.terminal_screen import Answers

ROOT = Path(__file__).resolve().parents[1]
TAKE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
)
"""Makes the pseudo-terminal the program's own, so that ctrl+c, resizing and hanging up reach it, then becomes it."""

NOT_A_USERS = ("PYTHON", "PYTEST", "TEXTUAL", "COLUMNS", "LINES", "NO_COLOR")
"""Variables that only a test or a developer's shell has, by the beginning of their names."""


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """This process's variables as a user would have them in a modern terminal, and `extra`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_A_USERS)}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return {**kept, **terminal, **extra}


class Line:
    """Starts the program and reads what it writes, on a thread of its own, until either side goes."""

    def __init__(
        self,
        argv: Sequence[str],
        size: tuple[int, int],
        env: Mapping[str, str],
        cwd: str | os.PathLike[str] | None,
    ) -> None:
        self.ended = False
        self._received = bytearray()
        self._answers = Answers()
        self._news = threading.Condition()
        self._reading, self._open = True, True
        self._wake_reader, self._waker = os.pipe()
        self._master, slave = os.openpty()
        self.resize(*size)
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", TAKE_TERMINAL, *argv],
                stdin=slave,
                stdout=slave,
                stderr=slave,
                start_new_session=True,
                env=environment(env),
                cwd=cwd,
            )
        finally:
            os.close(slave)
        self._reader = threading.Thread(target=self._drain, daemon=True)
        self._reader.start()

    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._master, data) :]

    def received(self, start: int = 0) -> bytes:
        """The bytes that have come, from the one with this number on."""
        with self._news:
            return bytes(self._received[start:])

    def wait_for_more(self, than: int, timeout: float) -> bool:
        """Waits until more bytes have come than so many, or the program has let go; False at the timeout."""
        with self._news:
            return self._news.wait_for(lambda: self.ended or len(self._received) > than, timeout)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def is_cooked(self) -> bool:
        """Whether the line echoes and edits, as a shell expects to find it."""
        local_modes = termios.tcgetattr(self._master)[3]
        return bool(local_modes & termios.ICANON and local_modes & termios.ECHO)

    def read_on(self, wanted: bool) -> None:
        """Stops taking what the program writes, as a stalled line does; or goes on."""
        self._reading = wanted
        os.write(self._waker, b"!")

    def join(self, timeout: float) -> None:
        """Waits for the last bytes of a program that has ended."""
        self._reader.join(timeout)

    def hang_up(self) -> None:
        """Closes this end: the system sends SIGHUP to the far one. Twice is harmless."""
        if self._open:
            self._open = False
            os.write(self._waker, b"!")
            self._reader.join()
            os.close(self._master)

    def close(self) -> None:
        """Kills what still runs, and frees everything."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.hang_up()
        os.close(self._wake_reader)
        os.close(self._waker)

    def _drain(self) -> None:
        while self._open:
            ready, _, _ = select.select([self._wake_reader, *([self._master] if self._reading else [])], [], [])
            if self._wake_reader in ready:
                os.read(self._wake_reader, 64)
                continue
            try:
                data = os.read(self._master, 65536)
            except OSError:  # how Linux says that nobody is left at the far end
                data = b""
            if not data:
                break
            with self._news:
                self._received += data
                self._news.notify_all()
            if reply := self._answers.to(data):
                self.write(reply)
        with self._news:
            self.ended = True
            self._news.notify_all()
