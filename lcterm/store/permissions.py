"""Who else on this computer could read what is stored."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from lcterm.store.paths import Home, shown

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
CLOSES = "`lcterm check --repair`"


def too_open(home: Home) -> Iterator[Path]:
    """Folders and files of communities and of this device that others may enter, read or change.

    Templates are left out: they hold nobody's words. None on systems without such permissions.
    """
    if sys.platform == "win32":
        return
    tops = [top for top in (home.path / "communities", home.private) if top.is_dir()]
    if tops and _is_too_open(home.path):
        yield home.path
    for top in tops:
        if _is_too_open(top):
            yield top
        for folder, folders, files in os.walk(top):
            yield from filter(_is_too_open, (Path(folder, name) for name in sorted(folders + files)))


def open_door(home: Home) -> str:
    """A line for whoever opens this home, where others on this computer can enter it; else "". Only the doors are
    looked at: behind a closed one nobody gets at anything."""
    if sys.platform == "win32":
        return ""
    doors = [home.path, *([home.private] if home.private_elsewhere else [])]
    wide = [home.named(door) if door != home.path else shown(door) for door in doors if _is_too_open(door)]
    return f"Others on this computer can look into {' and '.join(wide)}; {CLOSES} closes it." if wide else ""


def close_to_others(path: Path) -> bool:
    """Takes the permissions of all others away; whether the disk kept to that. Raises OSError."""
    os.chmod(path, stat.S_IMODE(os.lstat(path).st_mode) & ~_OTHERS)
    return not _is_too_open(path)


def _is_too_open(path: Path) -> bool:
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & _OTHERS)
