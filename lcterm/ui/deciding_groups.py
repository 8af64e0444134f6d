"""A decision as a list to choose from: suggestions in the order in which they are looked at, and pairs to be asked."""

from typing import NamedTuple

from lcterm.core.deciding import Deciding, Suggestion, on_vote, ranking
from lcterm.core.session import Session

PAIR = "pair:"
"""Begins the id of a pair in the list."""


class Group(NamedTuple):
    """The suggestions of a pair, by the ids of its people; () for those that came from the room."""

    pair: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def id(self) -> str:
        return PAIR + ",".join(self.pair)


def is_vote(deciding: Deciding) -> bool:
    """Whether marks are given now."""
    return deciding.way == "lights" or (deciding.way == "pairs" and deciding.voting)


def groups(session: Session, deciding: Deciding) -> list[Group]:
    """The pairs that are drawn now, then others that suggested something, last what came from the room."""
    drawn = session.point.pairs if session.point is not None else ()
    pairs: dict[frozenset[str], tuple[str, ...]] = {}
    for pair in (*drawn, *(one.pair for one in deciding.suggestions if one.pair)):
        pairs.setdefault(frozenset(pair), pair)
    found = [
        Group(pair, tuple(one for one in deciding.suggestions if frozenset(one.pair) == people))
        for people, pair in pairs.items()
    ]
    of_room = tuple(one for one in deciding.suggestions if not one.pair)
    return [*found, Group((), of_room)] if of_room else found


def listed(session: Session, deciding: Deciding) -> list[str]:
    """The ids from the top: in a vote those that are voted on, most greens first; with pairs each pair, then what it
    suggests; else as they were said."""
    if is_vote(deciding):
        return [one.suggestion.id for one in ranking(deciding)]
    if deciding.way == "what-else":
        return [one.id for one in deciding.suggestions]
    ids: list[str] = []
    for group in groups(session, deciding):
        ids += [group.id] if group.pair else []
        ids += [one.id for one in group.suggestions]
    return ids


def marked(suggestion: Suggestion) -> bool:
    """Whether anybody has given it a mark, or its marks were counted."""
    return suggestion.counted is not None or bool(suggestion.lights)


def unmarked(deciding: Deciding) -> list[Suggestion]:
    """What is on the vote and nobody has counted, as it was suggested."""
    return [one for one in on_vote(deciding) if not marked(one)]
