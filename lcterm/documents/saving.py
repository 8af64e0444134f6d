"""A document onto the disk, whole or not at all, for this user's eyes only."""

import os
import re
import stat
import unicodedata
from pathlib import Path

from lcterm.core.refusal import Refused
from lcterm.store.durable import make_folder, plain_reason, replace_file
from lcterm.store.links import NONE_FOLLOWED
from lcterm.store.paths import shown

NAME_BYTES = 150
"""Of a file's name without its ending; with a folder or two before it this fits everywhere."""

_NEVER = re.compile(r'[<>:"/\\|?*\s]+')
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:[. ].*)?", re.IGNORECASE
)
"""Names that Windows keeps for its devices, with any ending; digits may be raised."""


def file_name(text: str, ending: str, otherwise: str = "session") -> str:
    """A name for a file that every system takes, Windows too, made of any text; `ending` without its full stop.

    Blanks and what no name may hold become hyphens, controls and invisible signs go, a device's name gets an underscore
    in front; no hyphen or full stop is left at either end. `otherwise`: what it is called where nothing is left.
    """
    seen = unicodedata.normalize("NFC", _NEVER.sub("-", text))
    seen = "".join(char for char in seen if unicodedata.category(char)[0] != "C")
    stem = _shortened(seen.strip("-. ")).strip("-. ") or otherwise
    return f"{'_' if _DEVICES.fullmatch(stem) else ''}{stem}.{ending}"


def _shortened(text: str) -> str:
    return text.encode("utf-8")[:NAME_BYTES].decode("utf-8", "ignore")


def keep(text: str, path: Path) -> None:
    """As `save`, for a place in the home, where no link is followed: Refused for one as well."""
    if os.path.islink(path):
        raise Refused(f"{shown(path)} is a link, and {NONE_FOLLOWED}; see where it leads, and take it away")
    save(text, path)


def save(text: str, path: Path) -> None:
    """Writes the document as UTF-8 with a line break at its end, mode 0600; the folder is made, 0700, where there is
    none. A link, which is the user's own, is followed. What stood there before stands until the new file is whole.

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
