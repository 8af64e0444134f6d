"""A line that tells what happened."""

from typing import NamedTuple


class Told(NamedTuple):
    """A line; `private` when the room may not read it: the veil leaves it out."""

    text: str
    private: bool = False
