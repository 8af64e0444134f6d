"""Which communities of a home are locked: told by the names of files, read by nobody."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from lcterm.store.ids import new_writer_id
from lcterm.store.paths import Home

_NAME = r"([a-z0-9-]{1,64})\.[a-z2-7]{10}\.age"


class Locked(NamedTuple):
    """A community that is locked, and the file that holds it."""

    community: str
    path: Path


def locked(home: Home) -> list[Locked]:
    """What is locked in a home, by id; one that was locked in two steps is in two files."""
    try:
        names = sorted(os.listdir(home.path / "communities"))
    except OSError:
        return []
    found = ((name, re.fullmatch(_NAME, name)) for name in names)
    return [Locked(match[1], home.path / "communities" / name) for name, match in found if match]


def sealed_path(home: Home, community: str) -> Path:
    """Where this community may be sealed: a name that nothing has yet, on whatever laptop."""
    return home.path / "communities" / f"{community}.{new_writer_id()}.age"
