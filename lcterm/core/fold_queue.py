"""The fold of the line's order, of short questions, of how a round goes, of pairs."""

from typing import assert_never

from msgspec.structs import replace

from lcterm.core import queueing
from lcterm.core.events import (
    FloorLent,
    HandMoved,
    KindsSorted,
    PairsDrawn,
    PairsSwapped,
    QueueEvent,
    RoundArranged,
    TurnLimitSet,
    TurnReopened,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Aside, Hand, Session, Turn


def apply(state: Session, fact: Fact, event: QueueEvent) -> Session:
    """The session after a fact about the order of speaking."""
    match event:
        case HandMoved(person=person, before=before):
            return replace(state, hands=queueing.moved(state.hands, person, before))
        case TurnReopened(turn=turn, person=person):
            return _reopened(state, fact, turn, person)
        case FloorLent(person=person, turn=turn):
            return _lent(state, fact, person, turn)
        case KindsSorted(on=on):
            hands = queueing.by_kind(state.hands) if on else state.hands
            return replace(state, sorted_by_kind=on, hands=hands)
        case TurnLimitSet(seconds=seconds):
            return replace(state, turn_limit=max(0, seconds))
        case RoundArranged() | PairsDrawn() | PairsSwapped():
            return _at_point(state, event)
        case _:
            assert_never(event)


def _at_point(state: Session, event: RoundArranged | PairsDrawn | PairsSwapped) -> Session:
    point = state.points.get(event.point)
    if point is None:
        return state
    match event:
        case RoundArranged(starter=starter, backwards=backwards):
            point = replace(point, starter=starter, backwards=backwards)
        case PairsDrawn(groups=groups):
            known = (tuple(one for one in group if one in state.voices) for group in groups)
            point = replace(point, pairs=tuple(group for group in known if group), swaps=0)
        case PairsSwapped(swap=swap):
            point = replace(point, swaps=max(point.swaps, swap))
        case _:
            assert_never(event)
    return replace(state, points={**state.points, point.id: point})


def _reopened(state: Session, fact: Fact, turn: str, person: str) -> Session:
    """First in line, whatever the kind: it is the same turn that goes on later."""
    voice = state.voices.get(person)
    here = voice is not None and voice.present and state.live
    speaks = state.turn is not None and state.turn.person == person
    interrupted = state.aside is not None and state.aside.person == person
    if not here or speaks or interrupted or turn not in state.ended_turns or state.last_speaker != person:
        return state
    hand = Hand(person=person, hand="point", since=fact.at)
    return replace(state, hands=(hand, *queueing.without(state.hands, person)))


def _lent(state: Session, fact: Fact, person: str, turn: str) -> Session:
    voice, running = state.voices.get(person), state.turn
    if voice is None or not voice.reachable or not state.live or state.aside is not None:
        return state
    if running is None or running.id != turn or running.person == person:
        return state
    spent = max(0, state.ran - running.ran)
    aside = Aside(id=running.id, person=running.person, since=running.since, spent=spent)
    question = Turn(id=fact.id, person=person, since=fact.at, ran=state.ran, interjected=True)
    hands = tuple(hand for hand in state.hands if hand.person != person or hand.hand != "question")
    return replace(state, aside=aside, turn=question, hands=hands)
