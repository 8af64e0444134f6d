"""Decisions on what is suggested: by whom, in what order of need, and what goes to the wall."""

from lcterm.core.commands import PutOnWall, SortSuggestion, Suggest
from lcterm.core.deciding import PAIR_MAX, Deciding, Suggestion
from lcterm.core.events import SuggestionMade, SuggestionPut, SuggestionSorted
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.session import Meeting
from lcterm.core.text import clean, same

SUGGESTION_MAX = 200
SUGGESTIONS_MAX = 26
"""A letter of the alphabet for each, and more than a group can weigh (ours)."""


def no_such(deciding: Deciding, id: str) -> Refusal | None:
    """Why nothing can happen to this suggestion: it is not there."""
    there = any(one.id == id for one in deciding.suggestions)
    return None if there else Refusal("That suggestion is not there any more.")


def not_changing(deciding: Deciding) -> Refusal | None:
    """Why suggestions stay as they are: people are voting on them."""
    if deciding.way == "pairs" and deciding.voting:
        return Refusal("All vote on what is on the wall; close the vote first, the marks are kept.")
    return None


def suggested(meeting: Meeting, deciding: Deciding, command: Suggest) -> SuggestionMade | Refusal:
    """New words, or other words for a suggestion, which stays its pair's and as they sorted it."""
    if command.instead and (missing := no_such(deciding, command.instead)) is not None:
        return missing
    if (voting := not_changing(deciding)) is not None:
        return voting
    try:
        text = clean(command.text, what="a suggestion", limit=SUGGESTION_MAX)
    except Refused as refused:
        return Refusal(refused.reason)
    if not text:
        return Refusal("Say what is suggested.")
    before = next((one for one in deciding.suggestions if one.id == command.instead), None)
    pair = tuple(dict.fromkeys(command.pair)) or (before.pair if before else ())
    sort = command.sort or (before.sort if before else "")
    others = [one for one in deciding.suggestions if one is not before]
    turned_down = _sorts_not(deciding, sort) or _pair_may_not(meeting, others, pair) or _too_many(others, text)
    if turned_down is not None:
        return turned_down
    if before is not None and (before.text, before.pair, before.sort) == (text, pair, sort):
        return Refusal("Nothing was changed.")
    return SuggestionMade(deciding=deciding.id, text=text, pair=pair, sort=sort, instead=command.instead)


def _sorts_not(deciding: Deciding, sort: str) -> Refusal | None:
    if not sort or deciding.way == "pairs":
        return None
    return Refusal("Must, should and could are for suggestions in pairs; leave the sorting out.")


def _pair_may_not(meeting: Meeting, others: list[Suggestion], pair: tuple[str, ...]) -> Refusal | None:
    for person in pair:
        if person not in meeting.session.voices:
            return Refusal(f"{meeting.community.name_of(person)} has no seat here; let them arrive first.")
    if pair and sum(set(one.pair) == set(pair) for one in others) >= PAIR_MAX:
        return Refusal("That pair has made its three suggestions; change one of them instead.")
    return None


def _too_many(others: list[Suggestion], text: str) -> Refusal | None:
    if any(same(one.text, text) for one in others):
        return Refusal("That is suggested already, in the same words.")
    if len(others) >= SUGGESTIONS_MAX:
        return Refusal(f"There are {SUGGESTIONS_MAX} suggestions, more than a group can weigh; change one instead.")
    return None


def sorted_as(deciding: Deciding, command: SortSuggestion) -> SuggestionSorted | Refusal:
    """Must, should or could, as long as nobody votes."""
    turned_down = _sorts_not(deciding, command.sort or "any") or no_such(deciding, command.suggestion)
    if turned_down is not None or (turned_down := not_changing(deciding)) is not None:
        return turned_down
    one = next(one for one in deciding.suggestions if one.id == command.suggestion)
    if one.sort == command.sort:
        return Refusal(f"It is a {one.sort} already." if one.sort else "It is not sorted.")
    return SuggestionSorted(suggestion=one.id, sort=command.sort)


def put(deciding: Deciding, command: PutOnWall) -> SuggestionPut | Refusal:
    """To the wall, one per pair, or off it, as long as nobody votes."""
    if deciding.way != "pairs":
        return Refusal("The wall is for suggestions in pairs; here all of them can be seen.")
    turned_down = no_such(deciding, command.suggestion) or not_changing(deciding)
    if turned_down is not None:
        return turned_down
    one = next(one for one in deciding.suggestions if one.id == command.suggestion)
    if one.wall == command.wall:
        return Refusal("It is on the wall already." if one.wall else "It is not on the wall.")
    taken = any(other.wall and set(other.pair) == set(one.pair) for other in deciding.suggestions)
    if command.wall and one.pair and taken:
        return Refusal("That pair has one on the wall already; take it off first.")
    return SuggestionPut(suggestion=one.id, wall=command.wall)
