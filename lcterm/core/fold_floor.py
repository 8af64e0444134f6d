"""The fold of who speaks, who waits, who was heard."""

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
from lcterm.core.queueing import hand_of, joined, without
from lcterm.core.rounds import may_pass, next_in_round, pairs, round_begun
from lcterm.core.session import Hand, Point, Session, Turn, Voice

REMEMBERED = 15
"""So many turns that are over are remembered: two people give the floor at once within seconds, not within turns."""

NOTED_SECONDS = 20
"""What a contribution counts that was noted without a duration (ours)."""


def apply(state: Session, fact: Fact, event: FloorEvent) -> Session:
    """The session after a fact of the floor."""
    match event:
        case HandRaised(person=person, hand=kind):
            return _hand_raised(state, fact, person, Hand(person=person, hand=kind, since=fact.at))
        case FloorGiven(person=person, after=after):
            return _floor_given(state, fact, person, after)
        case SpokeNoted(person=person):
            return _spoke(state, fact, person)
        case FloorFreed(turn=turn):
            return _freed(state, fact.at, turn)
        case HandWithdrawn(person=person):
            return replace(state, hands=without(state.hands, person))
        case RoundPassed(point=id, person=person):
            return _passed(state, fact, id, person)
        case ModeChanged():
            return _mode_changed(state, fact, event)
        case QueueClosed(point=id) | QueueOpened(point=id):
            point = state.points.get(id)
            opened = isinstance(event, QueueOpened)
            return state if point is None else _with_point(state, replace(point, queue_open=opened))
        case _:
            assert_never(event)


def turn_ended(state: Session, at: int) -> Session:
    """The running turn ended, and what it counts for noted; the one that it interrupted ended with it."""
    turn, aside = state.turn, state.aside
    if turn is None:
        return state
    ended = (*state.ended_turns[-REMEMBERED:], turn.id)
    spoken = max(0, state.ran - turn.ran) * 1000
    voices = _voices_heard(state, turn.person, at, spoken, interjected=turn.interjected)
    state = replace(state, turn=None, aside=None, ended_turns=ended, last_speaker=turn.person, voices=voices)
    if aside is None:
        return state
    ended = (*state.ended_turns[-REMEMBERED:], aside.id)
    state = replace(state, ended_turns=ended, last_speaker=aside.person)
    return heard(state, aside.person, at, aside.spent * 1000)


def floor_back(state: Session, at: int) -> Session:
    """The running turn ended; the floor goes back to whom it interrupted, whose turn goes on as one."""
    aside = state.aside
    state = turn_ended(replace(state, aside=None), at) if aside is None else _question_ended(state, at)
    if aside is None or not state.voices[aside.person].reachable:
        return state
    turn = Turn(id=aside.id, person=aside.person, since=aside.since, ran=state.ran - aside.spent)
    return replace(state, turn=turn)


def _question_ended(state: Session, at: int) -> Session:
    turn, aside = state.turn, state.aside
    if turn is None or aside is None:
        return state
    ended = (*state.ended_turns[-REMEMBERED:], turn.id)
    state = replace(state, turn=None, aside=None, ended_turns=ended)
    state = heard(state, turn.person, at, max(0, state.ran - turn.ran) * 1000, interjected=True)
    if state.voices[aside.person].reachable:
        return state
    return heard(state, aside.person, at, aside.spent * 1000)


def person_gone(state: Session, at: int, person: str) -> Session:
    """The session once this person can speak no more for now: their turn ended, what it interrupted goes on."""
    if state.turn is not None and state.turn.person == person:
        return floor_back(state, at)
    return _aside_over(state, at) if state.aside is not None and state.aside.person == person else state


def _freed(state: Session, at: int, turn: str) -> Session:
    """The turn ended, or the one that a short question interrupts meanwhile: then the floor does not go back to it."""
    if state.turn is not None and state.turn.id == turn:
        return floor_back(state, at)
    return _aside_over(state, at) if state.aside is not None and state.aside.id == turn else state


def _aside_over(state: Session, at: int) -> Session:
    """The interrupted turn ended while the question goes on."""
    aside = state.aside
    if aside is None:
        return state
    ended = (*state.ended_turns[-REMEMBERED:], aside.id)
    state = replace(state, aside=None, ended_turns=ended, last_speaker=aside.person)
    return heard(state, aside.person, at, aside.spent * 1000)


def counted_anew(state: Session, at: int, person: str) -> Session:
    """The session when this person's seat changes in the middle of a turn: what was said of it so far counts as their
    seat was, what follows counts by itself."""
    turn, aside = state.turn, state.aside
    if state.mode not in COUNTED:
        return state
    if turn is not None and turn.person == person:
        state = heard(state, person, at, max(0, state.ran - turn.ran) * 1000)
        return replace(state, turn=replace(turn, ran=state.ran))
    if aside is not None and aside.person == person:
        state = heard(state, person, at, aside.spent * 1000)
        return replace(state, aside=replace(aside, spent=0))
    return state


def heard(state: Session, person: str, at: int, microseconds: int, *, interjected: bool = False) -> Session:
    """The person was heard just now; what it counts for depends on the mode, and on whose presentation it is about.
    A round is kept apart: everyone gets a turn there, which would hide who is silent in discussion; a short question
    put in between is no turn of the round."""
    voices = _voices_heard(state, person, at, microseconds, interjected=interjected)
    return state if voices is state.voices else replace(state, voices=voices)


def _voices_heard(
    state: Session, person: str, at: int, microseconds: int, *, interjected: bool = False
) -> dict[str, Voice]:
    """Everybody's voice once this person was heard; the same object where they have none."""
    voice = state.voices.get(person)
    if voice is None:
        return state.voices
    mode = state.mode
    if mode == "round" and not interjected:
        voice = replace(voice, last=at, round_turns=voice.round_turns + 1)
    elif mode not in COUNTED or person in state.exempt:
        voice = replace(voice, heard=True, last=at)
    else:
        turns, spoken = voice.turns + 1, voice.spoken + microseconds
        voice = replace(voice, heard=True, last=at, turns=turns, spoken=spoken)
    return {**state.voices, person: voice}


def presenter_here(state: Session) -> str:
    """The first presenter of the running point who is here, "" for none."""
    presenters = state.point.plan.presenters if state.point is not None else ()
    return next((one for one in presenters if one in state.voices and state.voices[one].reachable), "")


def presenter_has_floor(state: Session, fact: Fact) -> Session:
    """Where one presents, the presenter has the floor from the first minute."""
    point = state.point
    if point is None or point.mode != "presenter" or state.turn is not None:
        return state
    presenter = presenter_here(state)
    if not presenter:
        return state
    return replace(state, turn=Turn(id=fact.id, person=presenter, since=fact.at, ran=state.ran))


def _with_point(state: Session, point: Point) -> Session:
    return replace(state, points={**state.points, point.id: point})


def _mode_changed(state: Session, fact: Fact, event: ModeChanged) -> Session:
    point = state.points.get(event.point)
    if point is None or point.mode == event.mode:
        return state
    running = event.point == state.running
    if running and not {point.mode, event.mode} <= COUNTED:
        state = turn_ended(state, fact.at)
        point = state.points[event.point]
    plan = replace(point.plan, mode=event.mode) if state.status == "planned" else point.plan
    fresh = replace(point, plan=plan, mode=event.mode, spoke=(), passed=(), starter="", pairs=(), swaps=0)
    state = _with_point(state, fresh)
    return presenter_has_floor(point_begun(state, fact), fact) if running else state


def point_begun(state: Session, fact: Fact) -> Session:
    """The session with what its running point needs to begin: who starts the round, or who talks with whom."""
    point = state.point
    if point is None:
        return state
    if point.mode == "round" and not point.starter:
        return replace(_with_point(state, round_begun(state, point)), rounds=state.rounds + 1)
    if point.mode == "pairs" and not point.pairs:
        return _with_point(state, replace(point, pairs=pairs(state, fact.id)))
    return state


def _hand_raised(state: Session, fact: Fact, person: str, hand: Hand) -> Session:
    voice = state.voices.get(person)
    if voice is None or not voice.present or not state.live:
        return state
    known = hand_of(state.hands, person)
    if known is None:
        return replace(state, hands=joined(state, hand))
    hand = replace(known, hand=hand.hand)
    if state.sorted_by_kind and hand != known:
        return replace(state, hands=joined(state, hand))
    return replace(state, hands=tuple(hand if other is known else other for other in state.hands))


def _floor_given(state: Session, fact: Fact, person: str, after: str) -> Session:
    """Two who give the floor at once give it once: what was given on top of a turn that is over by now, or of a free
    floor that is not free any more, is passed over. A turn that never came to be (its giving was taken back) stands
    for the present one, so that nobody's later turns go with it."""
    voice = state.voices.get(person)
    overtaken = after in state.ended_turns or (not after and state.turn is not None)
    if voice is None or not voice.reachable or not state.live or overtaken:
        return state
    if state.turn is not None and state.turn.person == person:
        return state
    if state.aside is not None and state.aside.person == person:
        return floor_back(state, fact.at)
    state = turn_ended(state, fact.at)
    turn = Turn(id=fact.id, person=person, since=fact.at, ran=state.ran)
    point = state.point
    if point is not None and point.mode == "round" and person not in point.spoke:
        state = _with_point(state, replace(point, spoke=(*point.spoke, person)))
    return replace(state, turn=turn, hands=without(state.hands, person))


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
    ended = (*state.ended_turns[-REMEMBERED:], state.turn.id)
    state = replace(state, turn=None, ended_turns=ended)
    following = [other for other in next_in_round(state) if other != person]
    return _floor_given(state, fact, following[0], "") if following else state
