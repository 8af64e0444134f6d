"""The name of a file as somebody types it, or drags it into the terminal."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lcterm.core.refusal import Refused

_ESCAPED = re.compile(r"\\(.)")


def typed_path(typed: str) -> Path:
    """The file that is meant: ~ is one's own folder, and quotes, backslashes before blanks and file:// are what a
    terminal puts round a name that is dragged into it. Asks the disk which of the readings is there. Raises Refused."""
    name = typed.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1]
    elif name.casefold().startswith("file://"):
        name = unquote(urlsplit(name).path)
    path = _own(name)
    if "\\" in name and not _is_there(path) and _is_there(plain := _own(_ESCAPED.sub(r"\1", name))):
        return plain
    return path


def _own(name: str) -> Path:
    try:
        return Path(name).expanduser().absolute()
    except (RuntimeError, ValueError):
        raise Refused(f"{name}: nobody knows whose folder ~ is; write the path in full.") from None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
