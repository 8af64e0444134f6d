"""Decisions on the order of speaking: moving hands, short questions, how a round goes, pairs."""

from typing import assert_never

from lcterm.core.commands import (
    ArrangeRound,
    DrawPairs,
    Interject,
    LimitTurns,
    MoveHand,
    QueueCommand,
    ReopenTurn,
    SortByKind,
    SwapPairs,
)
from lcterm.core.decide_agenda import not_running
from lcterm.core.decide_floor import cut_off
from lcterm.core.events import (
    FloorGiven,
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
from lcterm.core.refusal import Refusal
from lcterm.core.rounds import pairs
from lcterm.core.session import Meeting, Point, Session

Answer = QueueEvent | FloorGiven | Refusal

LIMIT_MAX = 60 * 60
"""Seconds; a longer turn is a presentation."""


def decide(meeting: Meeting, command: QueueCommand, now: int) -> Answer:
    """What becomes of a wish about the order of speaking."""
    session = meeting.session
    point = session.point
    if not session.live or point is None:
        return not_running(session)
    match command:
        case MoveHand(person=person, by=by):
            return _move(meeting, person, by)
        case ReopenTurn():
            return _reopen(meeting, point)
        case Interject(person=person):
            return _interject(meeting, point, person)
        case SortByKind(on=on):
            if session.sorted_by_kind == on:
                return Refusal("Hands wait by kind already." if on else "Hands wait in plain order already.")
            return KindsSorted(on=on)
        case LimitTurns(seconds=seconds):
            return _limit(session, seconds)
        case ArrangeRound():
            return _arrange(meeting, point, command)
        case DrawPairs():
            drawn = pairs(session, str(now))
            if point.mode != "pairs":
                return Refusal("Pairs are a way to talk of their own; change the mode first.")
            return PairsDrawn(point=point.id, groups=drawn) if drawn else Refusal("Too few are here for pairs.")
        case SwapPairs():
            if point.mode != "pairs":
                return Refusal("The swap belongs to pairs; nobody talks in pairs now.")
            return PairsSwapped(point=point.id, swap=point.swaps + 1)
        case _:
            assert_never(command)


def _move(meeting: Meeting, person: str, by: int) -> Answer:
    line = [hand.person for hand in meeting.session.hands]
    name = meeting.community.name_of(person)
    if person not in line:
        return Refusal(f"{name} has no hand up.")
    place = line.index(person)
    to = min(max(0, place + by), len(line) - 1)
    if to == place:
        return Refusal(f"{name} is {'first' if by < 0 else 'last'} in line already.")
    others = [one for one in line if one != person]
    return HandMoved(person=person, before=others[to] if to < len(others) else "")


def _reopen(meeting: Meeting, point: Point) -> Answer:
    session = meeting.session
    person = session.last_speaker
    if not person or not session.ended_turns:
        return Refusal("Nobody has finished a turn yet.")
    if point.mode == "round":
        return Refusal("In a round everyone has their turn; give the floor by name to hear somebody again.")
    name = meeting.community.name_of(person)
    if not session.voices[person].present:
        return Refusal(f"{name} is away; let them arrive first.")
    if person in (session.turn and session.turn.person, session.aside and session.aside.person):
        return Refusal(f"{name} has the floor again already.")
    if session.hands and session.hands[0].person == person:
        return Refusal(f"{name} is first in line already.")
    return TurnReopened(turn=session.ended_turns[-1], person=person)


def _interject(meeting: Meeting, point: Point, person: str) -> Answer:
    session, name = meeting.session, meeting.community.name_of
    if point.mode == "none":
        return Refusal(f"Nobody is counted at {point.plan.title}; another mode gives the floor.")
    if (absent := cut_off(meeting, person)) is not None:
        return absent
    if session.aside is not None:
        return Refusal("A short question is being heard already; give the floor back first.")
    if session.turn is None:
        return FloorGiven(person=person)
    if session.turn.person == person:
        return Refusal(f"{name(person)} has the floor already.")
    return FloorLent(person=person, turn=session.turn.id)


def _limit(session: Session, seconds: int) -> Answer:
    if not 0 <= seconds <= LIMIT_MAX:
        return Refusal(f"A turn cannot be limited to {seconds} seconds; give up to {LIMIT_MAX}, or 0 for no limit.")
    if seconds == session.turn_limit:
        return Refusal("That is the limit already." if seconds else "Turns have no limit.")
    return TurnLimitSet(seconds=seconds)


def _arrange(meeting: Meeting, point: Point, command: ArrangeRound) -> Answer:
    if point.mode != "round":
        return Refusal("Who begins is a matter of a round; change the mode first.")
    starter = point.starter if command.starter is None else command.starter
    backwards = point.backwards if command.backwards is None else command.backwards
    if (starter, backwards) == (point.starter, point.backwards):
        return Refusal("The round goes like that already.")
    if not starter:
        return Refusal("Nobody is here who could be asked in a round.")
    voice = meeting.session.voices.get(starter)
    if command.starter is not None and (voice is None or not voice.compared):
        return Refusal(f"{meeting.community.name_of(starter)} is not asked in a round.")
    return RoundArranged(point=point.id, starter=starter, backwards=backwards)
