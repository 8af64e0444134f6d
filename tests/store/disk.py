"""A disk that can be told to refuse or to keep one waiting, and an ear for what the writer says about it."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FULL = errno.ENOSPC

LONG_S = 30.0
"""Seconds that nothing in a test takes."""


class Disk:
    """Stands between the store and the real disk: notes what is done, and refuses or holds up what it is told to.

    Steps: `open` (a new file), `write`, `flush` (of a file), `close`, `replace`, `link`, `flush folder`, `mkdir`.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[tuple[str, Path]] = []
        self.refuse: dict[str, int] = {}
        self.before: Callable[[str], None] = lambda step: None
        self._handles: dict[int, tuple[str, Path]] = {}
        self._real = {
            name: getattr(os, name) for name in ("open", "write", "fsync", "close", "replace", "link", "mkdir")
        }
        for name in self._real:
            monkeypatch.setattr(os, name, getattr(self, f"_{name}"))

    def names(self) -> list[str]:
        """The steps so far, without their paths."""
        return [step for step, _ in self.steps]

    def _step(self, step: str, path: Path) -> None:
        self.steps.append((step, path))
        self.before(step)
        if step in self.refuse:
            raise OSError(self.refuse[step], os.strerror(self.refuse[step]), str(path))

    def _open(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        made = bool(flags & os.O_CREAT)
        if made:
            self._step("open", Path(path))
        handle: int = self._real["open"](path, flags, *rest, **named)
        if made or flags & os.O_DIRECTORY:
            self._handles[handle] = ("flush" if made else "flush folder", Path(path))
        return handle

    def _write(self, handle: int, content: Any) -> int:
        if handle in self._handles:
            self._step("write", self._handles[handle][1])
        done: int = self._real["write"](handle, content)
        return done

    def _fsync(self, handle: int) -> None:
        if handle in self._handles:
            self._step(*self._handles[handle])
        self._real["fsync"](handle)

    def _close(self, handle: int) -> None:
        known = self._handles.pop(handle, None)
        self._real["close"](handle)
        if known and known[0] == "flush":
            self._step("close", known[1])

    def _replace(self, source: Any, target: Any) -> None:
        self._step("replace", Path(target))
        self._real["replace"](source, target)

    def _link(self, source: Any, target: Any) -> None:
        self._step("link", Path(target))
        self._real["link"](source, target)

    def _mkdir(self, path: Any, *rest: Any) -> None:
        self._step("mkdir", Path(path))
        self._real["mkdir"](path, *rest)


class Hold:
    """Holds the disk up at a step until it is let go."""

    def __init__(self, disk: Disk, step: str) -> None:
        self.reached = threading.Event()
        self.go = threading.Event()
        self._step = step
        disk.before = self._hold

    def _hold(self, step: str) -> None:
        if step == self._step:
            self.reached.set()
            assert self.go.wait(LONG_S)


class Ear:
    """Hears what the writer says, from whichever thread."""

    def __init__(self) -> None:
        self.saved: list[int] = []
        self.troubles: list[tuple[str, int]] = []
        self._heard = threading.Condition()

    def on_saved(self, seq: int) -> None:
        with self._heard:
            self.saved.append(seq)
            self._heard.notify_all()

    def on_trouble(self, reason: str, waiting: int) -> None:
        with self._heard:
            self.troubles.append((reason, waiting))
            self._heard.notify_all()

    def wait_for(self, heard: Callable[[], bool]) -> None:
        with self._heard:
            assert self._heard.wait_for(heard, LONG_S)
