"""One entry of somebody's list of people, as it stood there, before it is checked."""

from typing import NamedTuple


class Entry(NamedTuple):
    """`line` counts from 1. `why` says why it must not be taken; "" when it may."""

    line: int
    name: str
    area: str = ""
    why: str = ""
