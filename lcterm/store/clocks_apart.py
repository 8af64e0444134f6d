"""Stored times that lie ahead of this computer's clock: it was set back since, or another's goes before it."""

from collections.abc import Iterable
from typing import NamedTuple

from lcterm.core.facts import Fact
from lcterm.store.device import DEVICE_FILE, read_actor
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable

APART_MS = 30_000
"""Two clocks that differ by more are worth a word: the session's times come from both."""


class Ahead(NamedTuple):
    """How many ms the latest of what was written on this computer, and on others, lay ahead of its clock."""

    here: int = 0
    elsewhere: int = 0

    def most(self, other: "Ahead") -> "Ahead":
        """What is further ahead of the two, of each."""
        return Ahead(*map(max, self, other))

    def lines(self) -> list[str]:
        """What is worth a word, a line each."""
        here, elsewhere = (max(1, round(one / 60_000)) for one in self)
        set_back = (
            f"this computer's clock is {here} min behind what was written here before, so it was set back; "
            "what follows is given no earlier time"
        )
        before_it = f"another computer's clock is {elsewhere} min ahead of this one; times in between are its"
        return [line for ahead, line in zip(self, (set_back, before_it), strict=True) if ahead > APART_MS]


def ahead_of(home: Home, facts: Iterable[Fact], now: int) -> Ahead:
    """How far these facts, as far as they are ahead of `now` (wall ms), are so. Nothing is made by looking."""
    try:
        device = read_actor(home.private / DEVICE_FILE)
    except (OSError, Unreadable):
        device = ""
    found = Ahead()
    for fact in facts:
        is_ours = device != "" and fact.actor.partition("-")[0] == device
        found = found.most(Ahead(here=fact.at - now) if is_ours else Ahead(elsewhere=fact.at - now))
    return found
