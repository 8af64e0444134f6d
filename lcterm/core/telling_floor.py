"""What happened on the floor and in the line, in one line."""

from typing import assert_never

from lcterm.core.agenda_plan import COUNTED
from lcterm.core.events import (
    FloorEvent,
    FloorFreed,
    FloorGiven,
    FloorLent,
    HandMoved,
    HandRaised,
    HandWithdrawn,
    KindsSorted,
    ModeChanged,
    PairsDrawn,
    PairsSwapped,
    QueueClosed,
    QueueEvent,
    QueueOpened,
    RoundArranged,
    RoundPassed,
    SpokeNoted,
    TurnLimitSet,
    TurnReopened,
)
from lcterm.core.fold_floor import NOTED_SECONDS
from lcterm.core.queueing import HAND_WORDS
from lcterm.core.session import Meeting
from lcterm.core.told import Told
from lcterm.core.when import in_words


def floor_told(before: Meeting, event: FloorEvent, after: Meeting) -> Told:
    """What became of floor and hands."""
    name = before.community.name_of
    match event:
        case ModeChanged(mode=mode):
            return Told("Nobody is counted now." if mode == "none" else f"The floor is now: {mode}.")
        case HandRaised(person=person, hand=hand) if any(one.person == person for one in before.session.hands):
            matter = " matter" if hand == "process" else ""
            return Told(f"{name(person)}'s hand is for a {HAND_WORDS[hand]}{matter} now.")
        case HandRaised(person=person, hand=hand):
            kind = "" if hand == "point" else f", a {hand} matter" if hand == "process" else f", a {hand}"
            return Told(f"{name(person)} has a hand up{kind}.")
        case HandWithdrawn(person=person):
            return Told(f"{name(person)} has no hand up any more.")
        case QueueClosed():
            return Told("The list is closed: no new hands.")
        case QueueOpened():
            return Told("The list is open again.")
        case FloorGiven(person=person):
            return Told(f"{name(person)} has the floor.")
        case FloorFreed():
            turn, aside = before.session.turn, before.session.aside
            speaker = name(turn.person) if turn is not None and turn.id == event.turn else "The speaker"
            goes_back = f"the floor is back with {name(aside.person)}" if aside else "the floor is free"
            return Told(f"{speaker} has finished; {goes_back}.")
        case SpokeNoted(person=person):
            counted = before.session.mode in COUNTED and person not in before.session.exempt
            return Told(f"{name(person)} spoke{f', {NOTED_SECONDS} seconds noted' if counted else ''}.", private=True)
        case RoundPassed(person=person):
            turn = after.session.turn
            follows = f" {name(turn.person)} has the floor." if turn and turn != before.session.turn else ""
            return Told(f"{name(person)} passes.{follows}")
        case _:
            assert_never(event)


def queue_told(before: Meeting, event: QueueEvent, after: Meeting) -> Told:
    """What became of the order of speaking."""
    name = before.community.name_of
    match event:
        case HandMoved(person=person):
            line = [hand.person for hand in after.session.hands]
            place = f"number {line.index(person) + 1} of {len(line)} in line" if person in line else "in line"
            return Told(f"{name(person)} is {place} now.")
        case TurnReopened(person=person):
            return Told(f"{name(person)} had not finished: first in line.")
        case FloorLent(person=person):
            turn = before.session.turn
            return Told(f"{name(person)} asks; then back to {name(turn.person) if turn else 'the speaker'}.")
        case KindsSorted(on=on):
            words = "by kind: process, question, reply, new point" if on else "in plain order from now on"
            return Told(f"Hands wait {words}.")
        case TurnLimitSet(seconds=seconds):
            return Told(f"A turn may take {in_words(seconds)}." if seconds else "Turns have no limit.", private=True)
        case RoundArranged(starter=starter, backwards=backwards):
            way = "the other way round" if backwards else "in seat order"
            return Told(f"{name(starter)} begins the round, {way}.")
        case PairsDrawn(groups=groups):
            return Told("1 group is drawn." if len(groups) == 1 else f"{len(groups)} groups are drawn.")
        case PairsSwapped():
            return Told("Swap: now the other one speaks.")
        case _:
            assert_never(event)
