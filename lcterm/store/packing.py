"""Many files in one, and out again: a tar in memory, so that whoever has the passphrase needs nothing of ours."""

import io
import tarfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from lcterm.store.reading import Unreadable

Files = Mapping[str, bytes]
"""By path, with / between its parts."""


def packed(files: Files) -> bytes:
    """The files as one."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in sorted(files.items()):
            about = tarfile.TarInfo(name)
            about.size, about.mode = len(content), 0o600
            tar.addfile(about, io.BytesIO(content))
    return buffer.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files in it. Raises Unreadable for damage, and for what leads out of the folder or is no ordinary file."""
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as tar:
            for about in tar:
                held = tar.extractfile(about) if about.isreg() else None
                # A file with holes in it could claim any length.
                if held is None or about.size > len(content) or not _stays_within(about.name):
                    raise Unreadable("there is something in it that lcterm never puts there")
                files[about.name] = held.read()
    except (tarfile.TarError, ValueError, EOFError):
        raise Unreadable("what is in it is cut short or damaged") from None
    return files


def _stays_within(name: str) -> bool:
    """Whether a path leads nowhere but down, on whatever system."""
    return not name.startswith("/") and not {"\\", ":", "\0"} & set(name) and ".." not in PurePosixPath(name).parts
