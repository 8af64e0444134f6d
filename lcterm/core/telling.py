"""What just happened, in one line for the message row and for the command line."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from lcterm.core.events import (
    AgendaEvent,
    AttendanceBroughtIn,
    CaptureEvent,
    CaptureWritten,
    DecidingEvent,
    FacilitationPassed,
    FloorEvent,
    HandRaised,
    ListeningChosen,
    PeopleEvent,
    PersonArrived,
    PersonLeft,
    PlaceMarked,
    PlanEvent,
    QueueEvent,
    Redone,
    SeatsArranged,
    SessionEvent,
    SessionMoved,
    SessionPlanned,
    TurnsImported,
    Undone,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Meeting
from lcterm.core.telling_agenda import agenda_told, plan_told
from lcterm.core.telling_captures import capture_told
from lcterm.core.telling_deciding import deciding_told
from lcterm.core.telling_floor import floor_told, queue_told
from lcterm.core.told import Told
from lcterm.core.when import clock, full_day, local, zone_or_utc


def told(before: Meeting, event: SessionEvent, after: Meeting) -> Told:
    """What this event did, as a sentence."""
    if isinstance(event, AgendaEvent):
        return agenda_told(before, event, after)
    if isinstance(event, PlanEvent):
        return plan_told(before, event, after)
    if isinstance(event, FloorEvent):
        return floor_told(before, event, after)
    if isinstance(event, QueueEvent):
        return queue_told(before, event, after)
    if isinstance(event, CaptureEvent):
        return capture_told(before, event)
    if isinstance(event, DecidingEvent):
        return deciding_told(before, event)
    if isinstance(event, PeopleEvent):
        return _people(before, event)
    match event:
        case TurnsImported(recording=recording, speakers=speakers):
            count = "1 speaker" if len(speakers) == 1 else f"{len(speakers)} speakers"
            return Told(f"{recording}: {count} taken in.", private=True)
        case AttendanceBroughtIn(stays=stays):
            people = "1 person was" if len(stays) == 1 else f"{len(stays)} people were"
            return Told(f"{people} there, as the meeting's own record has it.")
        case Undone() | Redone():
            return _taken_back(before, event, after)
        case SessionPlanned(title=title):
            return Told(f"{title} is planned.")
        case SessionMoved(starts=starts, zone=zone):
            where = zone_or_utc(zone)
            return Told(f"It starts on {full_day(local(starts, where).date())}, {clock(starts, where)}.")
        case _:
            assert_never(event)


def _people(before: Meeting, event: PeopleEvent) -> Told:
    name = before.community.name_of
    match event:
        case PersonArrived(person=person):
            return Told(f"{name(person)} is here.")
        case PersonLeft(person=person):
            return Told(f"{name(person)} is away.")
        case ListeningChosen(person=person, listening=listening):
            words = "keeps to listening today; no mark for it." if listening else "takes part again."
            return Told(f"{name(person)} {words}", private=True)
        case SeatsArranged():
            return Told("The seats are in another order now.")
        case PlaceMarked(person=person, place=place):
            words = {"room": "is in the room.", "line": "is on the line.", "dropped": "has dropped from the line."}[
                place
            ]
            return Told(f"{name(person)} {words}")
        case FacilitationPassed(person=person):
            return Told(f"{name(person)} facilitates now." if person else "The seat is back with who had it first.")
        case _:
            assert_never(event)


def _taken_back(before: Meeting, event: Undone | Redone, after: Meeting) -> Told:
    """The words are those of the act itself, told of its own moment; who waits now has nothing to do with it, but for
    whether a hand was up already."""
    undone = isinstance(event, Undone)
    fact = before.undo if undone else before.redo
    start = "Taken back" if undone else "Done again"
    if fact is None or not isinstance(fact.event, SessionEvent) or isinstance(fact.event, Undone | Redone):
        return Told(f"{start}.")
    up = (after if undone else before).session.hands if isinstance(fact.event, HandRaised) else ()
    captures = (after if undone else before).session.captures  # where what is dropped still stands, with its kind
    then = replace(before, session=replace(before.session, at=fact.at, hands=up, captures=captures))
    line = _of_its_moment(then, fact.event)
    if undone and before.resting:
        return _with_theirs(then, line, before.resting)
    return replace(line, text=f"{start}{_beside_it(before)}: {line.text}")


def _beside_it(before: Meeting) -> str:
    """How many acts of others come back with what is done again, and how many that had gone with it do not."""
    back = f" with {_acts_of_others(before.resting)}" if before.resting else ""
    stay = f" without {_acts_of_others(before.given_up)}, taken back there since" if before.given_up else ""
    return f"{back}{', and' if back and stay else ''}{stay}"


def _acts_of_others(facts: Sequence[Fact]) -> str:
    whose = "another seat" if len({fact.actor for fact in facts}) == 1 else "other seats"
    return f"{len(facts)} act{'s' if len(facts) > 1 else ''} of {whose}"


def _of_its_moment(then: Meeting, event: SessionEvent) -> Told:
    line = told(then, event, then)
    return replace(line, text=f"{event.words.kind}.") if isinstance(event, CaptureWritten) else line


def _with_theirs(then: Meeting, own: Told, resting: Sequence[Fact]) -> Told:
    """What was taken back, and what others did that rested on it: in the words of that act, or how many they were."""
    whose = "another seat" if len({fact.actor for fact in resting}) == 1 else "other seats"
    count, first = len(resting), resting[0].event
    brief, together = f"Taken back with {_acts_of_others(resting)}: {own.text}", count + 1
    if count > 1 or not isinstance(first, SessionEvent):
        return Told(brief, own.private, brief, together)
    theirs = _of_its_moment(then, first)
    text = f"Taken back: {own.text} With it goes, from {whose}: {theirs.text}"
    return Told(text, own.private or theirs.private, brief, together)
