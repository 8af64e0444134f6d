"""A document onto the disk, whole or not at all, for this user's eyes only."""

import os
import stat
from pathlib import Path

from lcterm.core.refusal import Refused
from lcterm.store.durable import make_folder, plain_reason, replace_file
from lcterm.store.paths import shown


def save(text: str, path: Path) -> None:
    """Writes the document as UTF-8 with a line break at its end, mode 0600; the folder is made, 0700, where there is
    none. A link is followed. What stood there before stands until the new file is whole.

    Raises Refused, with a line to show, when the disk is full, read-only or gone, and for what is no ordinary file.
    """
    place = Path(os.path.realpath(path))
    content = text if text.endswith("\n") else f"{text}\n"
    try:
        _see_that_it_may_be_replaced(place, path)
        make_folder(place.parent)
        replace_file(place, content.encode("utf-8", "replace"))
    except NotADirectoryError:
        raise Refused(f"{shown(path)}: a file stands where a folder should be; {_ELSEWHERE}") from None
    except OSError as error:
        raise Refused(f"{shown(path)} cannot be written: {plain_reason(error)}; {_ELSEWHERE}") from None


_ELSEWHERE = "mend that, or choose another place for the file"


def _see_that_it_may_be_replaced(place: Path, path: Path) -> None:
    """A folder, a pipe or a device must never be swept away by a rename, which a superuser's would be."""
    try:
        kind = os.lstat(place).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(kind):
        raise Refused(f"{shown(path)} is a folder; name a file in it")
    if not stat.S_ISREG(kind):
        raise Refused(f"{shown(path)} is not an ordinary file; {_ELSEWHERE}")
