"""Homes that many tests begin with: made by the first test of a worker that asks, copied for every other one."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")

_kept: dict[Hashable, tuple[Path, Any]] = {}


def kept(key: Hashable, home: Path, make: Callable[[], Made]) -> Made:
    """What `make` answers when it has filled the `home`, which is then as it was when somebody first asked under this
    `key`. A home in which a test has put something before is filled anew."""
    if home.exists():
        return make()
    if key not in _kept:
        made = make()
        folder = _place() / str(len(_kept))
        shutil.copytree(home, folder)
        _kept[key] = (folder, made)
        return made
    folder, answer = _kept[key]
    shutil.copytree(folder, home)
    made_before: Made = answer
    return made_before


@cache
def _place() -> Path:
    """Where this worker keeps them."""
    folder = tempfile.TemporaryDirectory(prefix="lcterm-homes-")
    atexit.register(folder.cleanup)
    return Path(folder.name)
