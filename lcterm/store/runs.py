"""Which runs of the program are alive: each that writes holds a lock that the system lets go of when it ends, however
it ends.

A file is written by nobody but its run. Only of a run that is over may another one take words out of the files.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from lcterm.store.durable import make_folder
from lcterm.store.ids import is_plain

RUNS = "runs"
"""The folder of the signs, in the home's private one."""

LONGEST_S = 24 * 60 * 60
"""Seconds after which a run counts as over where the disk knows no locks, and only the file's age can tell."""

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


class Run:
    """The sign that a run of the program is there: an empty file with the name of its writer, locked."""

    def __init__(self, folder: Path, writer: str) -> None:
        self.folder = folder
        self._path = folder / writer
        self._handle: int | None = None

    def begin(self) -> None:
        """Hold the sign, for a run that is now; made where there is none. Raises OSError where it cannot be."""
        if self._handle is None:
            make_folder(self.folder)
            self._hold(wait=True)

    def take_over(self) -> bool:
        """Hold the sign of another run, if that is over; whether it is. Raises OSError when nobody can tell."""
        make_folder(self.folder)
        return self._hold(wait=False)

    def end(self) -> None:
        """Let go of the sign and remove it; nothing happens where it is not held."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        # While it is locked nobody else takes the name for theirs; Windows removes nothing that is open.
        with contextlib.suppress(OSError):
            os.unlink(self._path)
        with contextlib.suppress(OSError):  # the handle is given back all the same, and there is nothing in the file
            os.close(handle)
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                os.unlink(self._path)

    def _hold(self, *, wait: bool) -> bool:
        while self._handle is None:
            handle, made = self._opened()
            try:
                locked = _locked(handle, wait=wait)
                if locked is None:
                    locked = wait or made or self._is_old(handle)
                stands = locked and self._stands(handle)
            except OSError:
                os.close(handle)
                raise
            if stands:
                self._handle = handle
            else:
                os.close(handle)
            if not locked:
                return False
        return True

    def _opened(self) -> tuple[int, bool]:
        """The open file, and whether it was made for that."""
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), True
        except FileExistsError:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), False

    def _stands(self, handle: int) -> bool:
        """Whether the name still leads to the file that was locked: it may have been removed in between."""
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self._path))
        except FileNotFoundError:
            return False

    def _is_old(self, handle: int) -> bool:
        os.utime(self.folder)  # the disk's own clock, which gave the file its time
        return os.stat(self.folder).st_mtime - os.fstat(handle).st_mtime > LONGEST_S


@contextlib.contextmanager
def one_at_a_time(folder: Path, work: str) -> Iterator[None]:
    """Whoever else on this device comes to the same work (a plain word with a hyphen, as no writer is called) waits
    until it is done: for files that more than one run writes."""
    turn = Run(folder, work)
    with contextlib.suppress(OSError):  # a disk that takes no sign says at the work itself what it does not take
        turn.begin()
    try:
        yield
    finally:
        turn.end()


def clear(folder: Path) -> None:
    """Remove the signs of runs that were killed. Those that cannot be told or removed stay; they do no harm."""
    names: list[str] = []
    with contextlib.suppress(OSError):
        names = os.listdir(folder)
    for name in filter(is_plain, names):
        run = Run(folder, name)
        with contextlib.suppress(OSError):
            if run.take_over():
                run.end()


def _locked(handle: int, *, wait: bool) -> bool | None:
    """Lock an open file, `wait`ing for it or not; whether it is now ours, None where there are no locks."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return None if error.errno in _NO_LOCKS else False
        return True
    try:
        import fcntl
    except ImportError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return None
        if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES):
            return False
        raise
    return True
