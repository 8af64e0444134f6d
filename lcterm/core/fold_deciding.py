"""The fold of a decision that is being made.

Words that were struck leave their place behind, so that a log without the words folds to what striking them left.
"""

from collections.abc import Callable, Collection
from typing import assert_never

from msgspec.structs import replace

from lcterm.core.deciding import Deciding, Suggestion
from lcterm.core.events import (
    DecidingBegun,
    DecidingEnded,
    DecidingEvent,
    LightsCounted,
    LightShown,
    SuggestionMade,
    SuggestionPut,
    SuggestionSorted,
    VoteOpened,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Capture, Session


def apply(state: Session, fact: Fact, event: DecidingEvent) -> Session:
    """The session after a fact about a decision that is being made."""
    match event:
        case DecidingBegun():
            return _begun(state, fact, event)
        case SuggestionMade():
            return _suggested(state, fact, event)
        case SuggestionSorted(suggestion=id, sort=sort):
            return _changed(state, id, lambda one: replace(one, sort=sort))
        case SuggestionPut(suggestion=id, wall=wall):
            return _changed(state, id, lambda one: replace(one, wall=wall))
        case VoteOpened(deciding=id, open=open):
            return _with(state, replace(running, voting=open)) if (running := _running(state, id)) else state
        case LightShown(person=person) if person not in state.voices:
            return state
        case LightShown(suggestion=id):
            return _changed(state, id, lambda one: _lit(one, event))
        case LightsCounted(green=green, red=red) if min(green, red) < 0:
            return state
        case LightsCounted(suggestion=id, green=green, red=red):
            return _changed(state, id, lambda one: replace(one, counted=(green, red)))
        case DecidingEnded():
            return _ended(state, fact, event)
        case _:
            assert_never(event)


def _begun(state: Session, fact: Fact, event: DecidingBegun) -> Session:
    """One that is still open gives way: nothing of it is lost, and what ended it is the one that begins."""
    open, question = state.deciding, "" if fact.id in state.struck else event.question
    begun = Deciding(id=fact.id, way=event.way, question=question, at=fact.at, point=event.point)
    decided = state.decided if open is None else {**state.decided, fact.id: open}
    return replace(state, deciding=begun, decided=decided)


def _suggested(state: Session, fact: Fact, event: SuggestionMade) -> Session:
    """New words stand where those they replace stood. Where somebody else has replaced these already, both stay."""
    deciding = _running(state, event.deciding)
    if deciding is None:
        return state
    places = list(deciding.places)
    stood = next((number for number, place in enumerate(places) if event.instead and place[-1] == event.instead), None)
    if stood is None:
        places.append((fact.id,))
    else:
        places[stood] = (*places[stood], fact.id)
    kept = [one for one in deciding.suggestions if stood is None or one.id != event.instead]
    if event.text and fact.id not in state.struck:
        kept.append(Suggestion(id=fact.id, text=event.text, pair=event.pair, sort=event.sort))
    order = [place[-1] for place in places]
    in_place = tuple(sorted(kept, key=lambda one: order.index(one.id)))
    return _with(state, replace(deciding, suggestions=in_place, places=tuple(places)))


def _lit(one: Suggestion, event: LightShown) -> Suggestion:
    """The latest way of marking stands: a mark by name takes a count of the room away, and the marks by name that
    were there before it are back."""
    others = {person: light for person, light in one.lights.items() if person != event.person}
    lights = {**others, event.person: event.light} if event.light else others
    return replace(one, lights=lights, counted=None)


def _ended(state: Session, fact: Fact, event: DecidingEnded) -> Session:
    """Whoever ended it had not heard that it gave way to another: their words are kept. Of two who end the same one
    at once the first is heard."""
    decidings = state.decided.values()
    gave_way = {one.id for one in decidings} | ({state.deciding.id} if state.deciding else set())
    if any(one.id == event.deciding and key not in gave_way for key, one in state.decided.items()):
        return state
    ended = _running(state, event.deciding) or next((one for one in decidings if one.id == event.deciding), None)
    left = {key: one for key, one in state.decided.items() if ended is None or one.id != ended.id}
    still_open = None if state.deciding and state.deciding.id == event.deciding else state.deciding
    decided = left if ended is None else {**left, fact.id: ended}
    captures = {one.id: one for one in _captures(fact, event, ended) if one.id not in state.struck}
    return replace(state, deciding=still_open, decided=decided, captures={**state.captures, **captures})


def _captures(fact: Fact, event: DecidingEnded, ended: Deciding | None) -> list[Capture]:
    """What is written down of it: the words, and what there is to find out."""
    point = ended.point if ended is not None else ""
    found: list[tuple[str, Words]] = [(fact.id, event.words)] if event.words is not None else []
    if ended is not None and ended.way == "what-else" and event.outcome == "parked":
        found += [(one.id, Words(kind="question", text=one.text)) for one in ended.suggestions]
    return [Capture(id=id, words=words, at=fact.at, point=point, seat=event.seat, wording=id) for id, words in found]


def taken_out(state: Session, ids: Collection[str]) -> Session:
    """The session without the words of these decisions and suggestions, which are gone for good."""
    deciding = state.deciding if state.deciding is None else _without(state.deciding, ids)
    decided = {key: _without(one, ids) for key, one in state.decided.items()}
    return replace(state, deciding=deciding, decided=decided)


def _without(deciding: Deciding, ids: Collection[str]) -> Deciding:
    left = tuple(one for one in deciding.suggestions if one.id not in ids)
    return replace(deciding, question="" if deciding.id in ids else deciding.question, suggestions=left)


def _running(state: Session, id: str) -> Deciding | None:
    return state.deciding if state.deciding is not None and state.deciding.id == id else None


def _changed(state: Session, id: str, change: Callable[[Suggestion], Suggestion]) -> Session:
    deciding = state.deciding
    if deciding is None or all(one.id != id for one in deciding.suggestions):
        return state
    changed = tuple(change(one) if one.id == id else one for one in deciding.suggestions)
    return _with(state, replace(deciding, suggestions=changed))


def _with(state: Session, deciding: Deciding) -> Session:
    return replace(state, deciding=deciding)
