"""A program in a pseudo-terminal, measured: when each picture came, what it cost, how much memory it took."""

import os
import queue
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSCTTY, TIOCSWINSZ
from types import TracebackType
from typing import Self

from tests.bench.frames import Frames
from tests.terminal_line import ROOT, environment
from tests.terminal_screen import Answers, View, encode

SIZE = (120, 36)
WAIT_S = 30.0


def _take_terminal() -> None:
    """In the child: the pseudo-terminal is its own. A program in between, as the tests have one, would count too."""
    ioctl(0, TIOCSCTTY, 0)


class Program:
    """Started at once; `started` is when (monotonic seconds). A thread of its own stamps what comes as it comes;
    nothing is drawn before it is asked for, so that looking does not disturb what is measured."""

    def __init__(self, name: str, argv: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        self.name, self.bytes = name, 0
        self._view, self._frames, self._answers = View(*SIZE), Frames(), Answers()
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._master, slave = os.openpty()
        ioctl(self._master, TIOCSWINSZ, pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            argv,
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, cwd=ROOT, env=environment(env or {}),
            preexec_fn=_take_terminal,
        )  # fmt: skip
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _read(self) -> None:
        while True:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:
                chunk = b""
            self._chunks.put((time.perf_counter(), chunk))
            if not chunk:
                return
            self.bytes += len(chunk)
            if reply := self._answers.to(chunk):
                os.write(self._master, reply)

    def wait(self, seen: Callable[[list[str]], bool], timeout: float = WAIT_S) -> float:
        """When the picture came that made `seen`, asked about its rows, true. Raises TimeoutError, with the screen."""
        end = time.perf_counter() + timeout
        while (left := end - time.perf_counter()) > 0:
            try:
                at, chunk = self._chunks.get(timeout=left)
            except queue.Empty:
                break
            if not chunk:
                break
            for frame in self._frames.feed(at, chunk):
                self._view.feed(frame.content)
                if seen(self._view.lines()):
                    return frame.at
        shown = "\n".join(line for line in self._view.lines() if line)
        raise TimeoutError(f"{self.name} did not show what was waited for:\n{shown}")

    def wait_for(self, text: str, timeout: float = WAIT_S) -> float:
        """When the picture came on which this stands."""
        return self.wait(lambda rows: any(text in row for row in rows), timeout)

    def settle(self, quiet: float = 0.1, most: float = 3.0) -> None:
        """Until nothing has come for so many seconds."""
        end = time.perf_counter() + most
        while time.perf_counter() < end:
            try:
                at, chunk = self._chunks.get(timeout=quiet)
            except queue.Empty:
                return
            for frame in self._frames.feed(at, chunk):
                self._view.feed(frame.content)

    def send(self, *keys: str) -> float:
        """Presses keys; when."""
        content = "".join(map(encode, keys)).encode()
        at = time.perf_counter()
        os.write(self._master, content)
        return at

    def rows(self) -> list[str]:
        """The screen as it was last looked at."""
        return self._view.lines()

    def cpu_ms(self) -> float:
        """CPU time of all its threads so far, to the nanosecond."""
        try:
            tasks = list(Path(f"/proc/{self._process.pid}/task").iterdir())
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6
        except OSError:  # a thread that ended while it was looked at
            return self.cpu_ms() if self._process.poll() is None else 0.0

    def peak_mib(self) -> float:
        """The most memory it ever had."""
        return self._memory("VmHWM")

    def memory_mib(self) -> float:
        """The memory it has."""
        return self._memory("VmRSS")

    def _memory(self, what: str) -> float:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(rf"{what}:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """Ends it, whatever it does."""
        if self.runs:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._reader.join(2)
        os.close(self._master)
