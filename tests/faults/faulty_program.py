"""lcterm on a disk that fails as it is told, telling what it took and what it called durable:
`python tests/faults/faulty_program.py FAULTS TOLD CLOCK ARGS…`, with `-` for each of the three that is not wanted.

FAULTS is a file in which the first line is the folder that it is about, and each line after it a fault: a step (`open`
of a new file, `write`, `flush`, `flush-folder`, `close`, `replace`, `mkdir`) and the name of an error (`EIO`), or a
number of ms that the step takes longer. It is read again at every step, so the test can change its mind. To TOLD is
added `taken WRITER SEQ` when a fact begins to wait for the disk, and `durable WRITER SEQ` when all up to it are on it.
"""

import errno
import os
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).resolve()


class FaultyDisk:
    """Stands between the program and the disk."""

    def __init__(self, faults: str) -> None:
        self._really = {name: getattr(os, name) for name in ("open", "write", "fsync", "close", "replace", "mkdir")}
        self._faults = self._really["open"](faults, os.O_RDONLY)
        self._handles: dict[int, tuple[str, str]] = {}
        for name in self._really:
            setattr(os, name, getattr(self, f"_{name}"))

    def _step(self, step: str, path: str) -> None:
        folder, *faults = os.pread(self._faults, 4096, 0).decode().splitlines() or [""]
        if not folder or not path.startswith(folder):
            return
        for fault in faults:
            at, _, what = fault.partition(" ")
            if at != step:
                continue
            if what.isdigit():
                time.sleep(int(what) / 1000)
            elif what:
                number = getattr(errno, what)
                raise OSError(number, os.strerror(number), path)

    def _open(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        made = bool(flags & os.O_CREAT)
        if made:
            self._step("open", os.fspath(path))
        handle: int = self._really["open"](path, flags, *rest, **named)
        if made or flags & os.O_DIRECTORY:
            self._handles[handle] = ("flush" if made else "flush-folder", os.fspath(path))
        return handle

    def _write(self, handle: int, content: Any) -> int:
        if handle in self._handles:
            self._step("write", self._handles[handle][1])
        done: int = self._really["write"](handle, content)
        return done

    def _fsync(self, handle: int) -> None:
        if handle in self._handles:
            self._step(*self._handles[handle])
        self._really["fsync"](handle)

    def _close(self, handle: int) -> None:
        known = self._handles.pop(handle, None)
        self._really["close"](handle)
        if known and known[0] == "flush":
            self._step("close", known[1])

    def _replace(self, source: Any, target: Any) -> None:
        self._step("replace", os.fspath(target))
        self._really["replace"](source, target)

    def _mkdir(self, path: Any, *rest: Any) -> None:
        self._step("mkdir", os.fspath(path))
        self._really["mkdir"](path, *rest)


def tell(told: str) -> None:
    """From now on every fact of the home is told of: when it was taken, and when it was durable. What is played for
    somebody who looks at the sample lies in a home of its own."""
    from lcterm.store.writer import Writer

    handle = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    append, acknowledge = Writer.append, Writer._acknowledge

    def say(what: str, writer: str, seq: int) -> None:
        os.write(handle, f"{what} {writer} {seq}\n".encode())

    def is_of_home(writer: Writer) -> bool:
        return str(writer._folder).startswith(os.environ.get("LCTERM_HOME", os.sep))

    def taken(self: Writer, fact: Any) -> None:
        append(self, fact)
        if is_of_home(self):
            say("taken", fact.writer, fact.seq)

    def durable(self: Writer, done: Any) -> None:
        if done and is_of_home(self):
            say("durable", self._writer, done[-1].fact.seq)
        acknowledge(self, done)

    Writer.append, Writer._acknowledge = taken, durable  # type: ignore[method-assign]


def argv(*arguments: str, faults: Path | None = None, told: Path | None = None, clock: Path | None = None) -> list[str]:
    """The command line that runs lcterm with these arguments under these conditions."""
    conditions = ["-" if path is None else str(path) for path in (faults, told, clock)]
    return [sys.executable, str(PROGRAM), *conditions, *arguments]


def run(arguments: list[str]) -> int:
    """Runs lcterm's own main; its exit code."""
    from lcterm.cli.clock import SystemClock
    from lcterm.cli.main import main
    from tests.clock_program import FileClock

    faults, told, clock, *words = arguments
    if told != "-":
        tell(told)
    if faults != "-":
        FaultyDisk(faults)
    return main(words, SystemClock() if clock == "-" else FileClock(clock))


if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # lcterm is to be found here, not the modules of tests/faults
    sys.exit(run(sys.argv[1:]))
