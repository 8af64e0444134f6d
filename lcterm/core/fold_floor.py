"""The fold of who speaks, who waits, who was heard."""

from collections import Counter
from typing import assert_never

from msgspec.structs import replace

from lcterm.core.agenda_plan import COUNTED
from lcterm.core.events import (
    FloorEvent,
    FloorFreed,
    FloorGiven,
    HandRaised,
    HandWithdrawn,
    ModeChanged,
    QueueClosed,
    QueueOpened,
    RoundPassed,
    SpokeNoted,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Hand, Point, Session, Turn, Voice

REMEMBERED = 15
"""So many turns that are over are remembered: two people give the floor at once within seconds, not within turns."""

NOTED_SECONDS = 20
"""What a contribution counts that was noted without a duration (ours)."""


def apply(state: Session, fact: Fact, event: FloorEvent) -> Session:
    """The session after a fact of the floor."""
    match event:
        case ModeChanged():
            return _mode_changed(state, fact, event)
        case HandRaised(person=person, hand=kind):
            return _hand_raised(state, fact, person, Hand(person=person, hand=kind, since=fact.at))
        case HandWithdrawn(person=person):
            return replace(state, hands=_without(state.hands, person))
        case QueueClosed(point=id) | QueueOpened(point=id):
            point = state.points.get(id)
            opened = isinstance(event, QueueOpened)
            return state if point is None else _with_point(state, replace(point, queue_open=opened))
        case FloorGiven(person=person, after=after):
            return _floor_given(state, fact, person, after)
        case FloorFreed(turn=turn):
            return turn_ended(state, fact.at) if state.turn is not None and state.turn.id == turn else state
        case SpokeNoted(person=person):
            return _spoke(state, fact, person)
        case RoundPassed(point=id, person=person):
            return _passed(state, fact, id, person)
        case _:
            assert_never(event)


def turn_ended(state: Session, at: int) -> Session:
    """The running turn ended, and what it counts for noted."""
    turn = state.turn
    if turn is None:
        return state
    state = replace(state, turn=None, ended_turns=(*state.ended_turns[-REMEMBERED:], turn.id))
    return heard(state, turn.person, at, max(0, state.ran - turn.ran) * 1000)


def heard(state: Session, person: str, at: int, microseconds: int) -> Session:
    """The person was heard just now; what it counts for depends on the mode, and on whose presentation it is about.
    A round is kept apart: everyone gets a turn there, which would hide who is silent in discussion."""
    voice = state.voices.get(person)
    if voice is None:
        return state
    if state.mode == "round":
        return _with_voice(state, replace(voice, last=at, round_turns=voice.round_turns + 1))
    voice = replace(voice, heard=True, last=at)
    if state.mode in COUNTED and person not in state.exempt:
        voice = replace(voice, turns=voice.turns + 1, spoken=voice.spoken + microseconds)
    return _with_voice(state, voice)


def presenter_has_floor(state: Session, fact: Fact) -> Session:
    """Where one presents, the presenter has the floor from the first minute."""
    point = state.point
    if point is None or point.mode != "presenter" or state.turn is not None:
        return state
    here = (person for person in point.plan.presenters if person in state.voices and state.voices[person].present)
    presenter = next(here, None)
    if presenter is None:
        return state
    return replace(state, turn=Turn(id=fact.id, person=presenter, since=fact.at, ran=state.ran))


def next_in_round(state: Session) -> list[str]:
    """Who is still to come in this round, in seat order; at the end once more those who passed ([HB])."""
    point = state.point
    if point is None:
        return []
    out = {*point.spoke, state.turn.person if state.turn else ""}
    passes = Counter(point.passed)
    left = [one.person for one in state.voices.values() if one.present and one.person not in out and one.compared]
    fresh = [person for person in left if person not in passes]
    again = {person for person in left if passes[person] == 1}
    return fresh + [person for person in passes if person in again]


def may_pass(state: Session, person: str) -> bool:
    """Whether a pass of this person would move the round: they have the floor, or are still to come. Who has passed
    already can do so again only when asked again, so that two who press the key at once pass once."""
    if state.turn is not None and state.turn.person == person:
        return True
    point, coming = state.point, next_in_round(state)
    return point is not None and person in coming and (person not in point.passed or coming[0] in point.passed)


def _with_voice(state: Session, voice: Voice) -> Session:
    return replace(state, voices={**state.voices, voice.person: voice})


def _with_point(state: Session, point: Point) -> Session:
    return replace(state, points={**state.points, point.id: point})


def _without(hands: tuple[Hand, ...], person: str) -> tuple[Hand, ...]:
    return tuple(hand for hand in hands if hand.person != person)


def _mode_changed(state: Session, fact: Fact, event: ModeChanged) -> Session:
    point = state.points.get(event.point)
    if point is None or point.mode == event.mode:
        return state
    running = event.point == state.running
    if running and not {point.mode, event.mode} <= COUNTED:
        state = turn_ended(state, fact.at)
        point = state.points[event.point]
    state = _with_point(state, replace(point, mode=event.mode, spoke=(), passed=()))
    return presenter_has_floor(state, fact) if running else state


def _hand_raised(state: Session, fact: Fact, person: str, hand: Hand) -> Session:
    voice = state.voices.get(person)
    if voice is None or not voice.present or not state.live:
        return state
    if any(other.person == person for other in state.hands):
        kept = (replace(other, hand=hand.hand) if other.person == person else other for other in state.hands)
        return replace(state, hands=tuple(kept))
    return replace(state, hands=(*state.hands, hand))


def _floor_given(state: Session, fact: Fact, person: str, after: str) -> Session:
    """Two who give the floor at once give it once: what was given on top of a turn that is over by now, or of a free
    floor that is not free any more, is passed over. A turn that never came to be (its giving was taken back) stands
    for the present one, so that nobody's later turns go with it."""
    voice = state.voices.get(person)
    overtaken = after in state.ended_turns or (not after and state.turn is not None)
    if voice is None or not voice.present or not state.live or overtaken:
        return state
    if state.turn is not None and state.turn.person == person:
        return state
    state = turn_ended(state, fact.at)
    turn = Turn(id=fact.id, person=person, since=fact.at, ran=state.ran)
    point = state.point
    if point is not None and point.mode == "round" and person not in point.spoke:
        state = _with_point(state, replace(point, spoke=(*point.spoke, person)))
    return replace(state, turn=turn, hands=_without(state.hands, person))


def _spoke(state: Session, fact: Fact, person: str) -> Session:
    point = state.point
    if person not in state.voices or not state.live or point is None:
        return state
    if point.mode == "round" and person not in point.spoke:
        state = _with_point(state, replace(point, spoke=(*point.spoke, person)))
    return heard(state, person, fact.at, NOTED_SECONDS * 1_000_000)


def _passed(state: Session, fact: Fact, id: str, person: str) -> Session:
    """A pass is no turn. If the person had the floor, it goes to the next one straight away."""
    point = state.point
    if point is None or point.id != id or point.mode != "round" or not state.live or not may_pass(state, person):
        return state
    spoke = tuple(other for other in point.spoke if other != person)
    state = _with_point(state, replace(point, spoke=spoke, passed=(*point.passed, person)))
    if state.turn is None or state.turn.person != person:
        return state
    state = replace(state, turn=None, ended_turns=(*state.ended_turns[-REMEMBERED:], state.turn.id))
    following = [other for other in next_in_round(state) if other != person]
    return _floor_given(state, fact, following[0], "") if following else state
