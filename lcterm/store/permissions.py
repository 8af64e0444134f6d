"""Who else on this computer could read what is stored."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
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
    tops = _tops(home)
    if tops and _is_too_open(home.path, os.stat):
        yield home.path
    for top in tops:
        if _is_too_open(top, os.stat):
            yield top
        for folder, folders, files in os.walk(top):
            yield from filter(_is_too_open, (Path(folder, name) for name in sorted(folders + files)))


def open_door(home: Home) -> str:
    """A line for whoever opens this home, where others on this computer can enter it; else "", as for one that holds
    nobody's words yet. Only the doors are looked at, those that a link of the user's own leads to among them: behind a
    closed one nobody gets at anything."""
    if sys.platform == "win32":
        return ""
    tops = _tops(home)
    elsewhere = [top for top in tops if os.path.islink(top) or top == home.private_elsewhere]
    wide = [shown(door) for door in ([home.path, *elsewhere] if tops else []) if _is_too_open(door, os.stat)]
    return f"Others on this computer can look into {' and '.join(wide)}; {CLOSES} closes it." if wide else ""


def _tops(home: Home) -> list[Path]:
    """The folders of what is to be kept from others, where there are any."""
    return [top for top in (home.path / "communities", home.private) if top.is_dir()]


def close_to_others(path: Path) -> bool:
    """Takes the permissions of all others away; whether the disk kept to that. Raises OSError."""
    os.chmod(path, stat.S_IMODE(os.stat(path).st_mode) & ~_OTHERS)
    return not _is_too_open(path, os.stat)


def _is_too_open(path: Path, look: Callable[[Path], os.stat_result] = os.lstat) -> bool:
    """`look`: lstat where a link is none of ours, stat where it is the user's own."""
    try:
        mode = look(path).st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and bool(mode & _OTHERS)
