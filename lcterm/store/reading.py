"""One stored file, read whole and with care: ordinary files only, of a sane size, never waiting for a pipe."""

import os
import stat
from pathlib import Path

from lcterm.store.durable import plain_reason

SIZE_MAX = 64 * 1024 * 1024
"""Bytes; a file that is larger is none of ours."""


class Unreadable(Exception):
    """A file that cannot be taken; its text says why, in plain words. `newer`: a newer lcterm wrote it."""

    def __init__(self, reason: str, *, newer: bool = False) -> None:
        super().__init__(reason)
        self.newer = newer


def read_whole(path: Path, limit: int = SIZE_MAX) -> tuple[bytes, os.stat_result]:
    """The bytes of a file, and what the system said about the very file that was read.

    Raises Unreadable for what is no ordinary file or larger than `limit` bytes, OSError for what the disk refuses.
    """
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise Unreadable("it is not an ordinary file")
    quietly = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, os.O_RDONLY | quietly), "rb", buffering=0) as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("it is not an ordinary file")
        content = _up_to(file.fileno(), limit + 1) if about.st_size <= limit else None
    if content is None or len(content) > limit:
        raise Unreadable(f"it is larger than {limit // (1024 * 1024)} MiB")
    return content, about


def read_reason(error: OSError) -> str:
    """Why the disk would not let something be read, in plain words without a full stop."""
    return "no permission to read it" if isinstance(error, PermissionError) else plain_reason(error)


def _up_to(handle: int, most: int) -> bytes:
    pieces: list[bytes] = []
    while most > 0 and (piece := os.read(handle, min(most, 1024 * 1024))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
