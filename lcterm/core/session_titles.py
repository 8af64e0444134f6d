"""What a session is called that nobody gave a title: by its number, which is given once, unless by two laptops."""

import re
from collections.abc import Iterable

from lcterm.core.text import folded

_NUMBERED = r"session (\d+)"


def is_numbered(title: str) -> bool:
    """Whether the title is such a number."""
    return re.fullmatch(_NUMBERED, folded(title)) is not None


def numbered_alike(one: str, other: str) -> bool:
    """Whether both are the same number."""
    return folded(one) == folded(other) and is_numbered(one)


def number_of(title: str) -> int | None:
    """The number of a session that has one for a title."""
    found = re.fullmatch(_NUMBERED, folded(title))
    return None if found is None else int(found[1])


def next_number(titles: Iterable[str]) -> int:
    """The number that no session of a community has had yet; what has a title of its own takes none away."""
    return 1 + max((number for title in titles if (number := number_of(title)) is not None), default=0)
