"""A decision that is being made: what is suggested, and how the marks stand.

Who gave which mark is for the facilitators' eyes alone; the room sees how many there are of each ([HB]: most greens
wins, reds are seen)."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from lcterm.core.events_deciding import DecidingWay, Light, Sort

PAIR_MAX = 3
"""Suggestions that a pair brings ([HB])."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """Something that was suggested, by a `pair` or by the room. `lights`: marks by person. `counted`: greens and reds
    that were counted in the room, in the place of marks by name; None where marks are by name."""

    id: str
    text: str
    pair: tuple[str, ...] = ()
    sort: Sort | Literal[""] = ""
    wall: bool = False
    lights: Mapping[str, Light] = {}
    counted: tuple[int, int] | None = None

    @property
    def green(self) -> int:
        return self.counted[0] if self.counted else sum(light == "green" for light in self.lights.values())

    @property
    def red(self) -> int:
        return self.counted[1] if self.counted else sum(light == "red" for light in self.lights.values())


class Deciding(Struct, frozen=True, kw_only=True):
    """A decision under way since `at` (wall, ms). `voting`: in pairs, whether all vote now on what is on the wall; a
    traffic light is a vote from its beginning. `places`: the ids of what stood at each place, the latest last, of
    struck suggestions too."""

    id: str
    way: DecidingWay
    question: str
    at: int
    point: str = ""
    voting: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()


class Ranked(Struct, frozen=True):
    """A suggestion with its place, from 1; suggestions that are even share one and are `tied`."""

    place: int
    tied: bool
    suggestion: Suggestion


def on_vote(deciding: Deciding) -> tuple[Suggestion, ...]:
    """What can be voted on now: in pairs what is on the wall, once the vote is open; nothing in `what-else`."""
    if deciding.way == "what-else":
        return ()
    if deciding.way == "pairs":
        return tuple(one for one in deciding.suggestions if one.wall) if deciding.voting else ()
    return deciding.suggestions


def ranking(deciding: Deciding) -> list[Ranked]:
    """Most greens first, as they were suggested where they are even. Reds decide nothing: they are seen, and talked
    about ([HB]); a tie is said and not broken."""
    ordered = sorted(on_vote(deciding), key=lambda one: -one.green)
    greens = [one.green for one in ordered]
    return [Ranked(greens.index(one.green) + 1, greens.count(one.green) > 1, one) for one in ordered]
