"""Bytes that outlive a crash: written to the side, flushed, then put in place. And what a disk's answer means."""

import contextlib
import errno
import os
import re
import sys
from pathlib import Path

WINDOWS = os.name == "nt"
AGAIN, AGAIN_SECONDS = 50, 0.02
"""How often, and after how long, a file that is being read is replaced once more."""

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "no permission to write there",
    errno.EPERM: "no permission to write there",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "the folder is gone",
}

_NOT_OFFERED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def is_aside(name: str) -> bool:
    """Whether a file of this name is on its way to the disk; one that a crash left behind does no harm."""
    return re.fullmatch(r"\..+\.[0-9a-f]{8}\.tmp", name) is not None


def plain_reason(error: OSError) -> str:
    """Why the disk said no, in plain words without a full stop."""
    known = _WORDS.get(error.errno or 0)
    return known or f"the disk answered “{error.strerror or type(error).__name__}”"


def replace_file(path: Path, content: bytes) -> None:
    """Puts the content at the path, whole or not at all; durable once this returns.

    Raises OSError, and then the file that stood there still stands.
    """
    aside = _written_aside(path, content)
    try:
        _put_in_place(aside, path)
    except OSError:
        _remove(aside)
        raise
    flush_folder(path.parent)


def create_file(path: Path, content: bytes) -> None:
    """Puts the content at a path where nothing stands yet, whole or not at all; durable once this returns.

    Raises FileExistsError if another process was first, OSError for anything else.
    """
    aside = _written_aside(path, content)
    try:
        os.link(aside, path)
    except OSError as error:
        if error.errno not in _NOT_OFFERED | {errno.EPERM}:
            raise
        # Memory sticks know no second name for a file: reserve the name, then put the content there.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _put_in_place(aside, path)
    finally:
        _remove(aside)
    flush_folder(path.parent)


def _put_in_place(aside: Path, path: Path) -> None:
    """Windows lets nobody replace a file while another program reads it: then the reader is waited for, a second at
    most. Elsewhere a refusal is one, at once."""
    for _ in range(AGAIN if WINDOWS else 0):
        try:
            os.replace(aside, path)
            return
        except PermissionError:
            import threading

            threading.Event().wait(AGAIN_SECONDS)
    os.replace(aside, path)


def make_folder(folder: Path) -> None:
    """Makes the folder and those above it, for this user only (0700), durably; one that is there is left as it is.

    Raises OSError; NotADirectoryError when a file stands in the way.
    """
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_folder(folder.parent)
        make_folder(folder)
    else:
        flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """Makes durable which files the folder holds. Raises OSError, save where the file system knows no such thing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _flush(handle)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise
    finally:
        os.close(handle)


def _written_aside(path: Path, content: bytes) -> Path:
    aside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            _flush(handle)
        finally:
            # A full quota on a network disk may be said only here, so this too must come before the file counts.
            os.close(handle)
    except OSError:
        _remove(aside)
        raise
    return aside


def _flush(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync stops at the drive's own cache, which a power cut empties.
        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _remove(aside: Path) -> None:
    # It is only litter by now, and what went wrong before is what matters.
    with contextlib.suppress(OSError):
        os.unlink(aside)
