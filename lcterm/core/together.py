"""Which logs are of one gathering: those of sessions that were under way at the same moment.

Two laptops that do not hear of each other keep two logs of one session, and a log may have been brought in beside
another. Two sessions on one day, one after the other, are two, however near they are and whatever they are called.
"""

from collections.abc import Iterable

from lcterm.core.digest import Digest
from lcterm.core.when import MINUTE

UNKNOWN_MS = 2 * 60 * MINUTE
"""So long a session counts as having been under way of which nobody said when it was over (ours)."""

FORGOTTEN_MS = 24 * 60 * MINUTE
"""A session that went on for so long was not long: nobody ended it that day (ours)."""


def gathered(held: Iterable[Digest]) -> list[list[Digest]]:
    """Sessions that were held, those of one gathering together; by when they began, whatever order they come in."""
    groups: list[list[Digest]] = []
    until = 0
    for one in sorted(held, key=_when):
        over = _over(one)
        if groups and one.began < until:
            groups[-1].append(one)
            until = max(until, over)
        else:
            groups.append([one])
            until = over
    return groups


def _when(one: Digest) -> tuple[int, str]:
    return one.began, one.session


def _over(one: Digest) -> int:
    """Wall ms; a moment after it began at least, so that two copies of one that was ended at once are one."""
    forgotten = one.ended is not None and one.ended - one.began >= FORGOTTEN_MS
    ended = one.began + UNKNOWN_MS if one.ended is None or forgotten else one.ended
    return max(ended, one.began + 1)
