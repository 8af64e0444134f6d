"""The hub's tables, a numbered file for each step: `0001_log.sql`. A file that was released is never changed."""

import re
from pathlib import Path
from typing import NamedTuple

_NAME = re.compile(r"([0-9]{4})_([a-z_]+)\.sql")


class Migration(NamedTuple):
    """A step from one form of the tables to the next."""

    number: int
    name: str
    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")


def _migrations() -> tuple[Migration, ...]:
    files = sorted(Path(__file__).parent.glob("*.sql"))
    named = ((_NAME.fullmatch(path.name), path) for path in files)
    return tuple(Migration(int(match[1]), match[2], path) for match, path in named if match)


MIGRATIONS = _migrations()
NEWEST = MIGRATIONS[-1].number
"""The number of the tables that this lcterm works with."""
