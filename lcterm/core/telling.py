"""What just happened, in one line for the message row and for the command line."""

from typing import NamedTuple, assert_never

from msgspec.structs import replace

from lcterm.core.agenda_plan import COUNTED
from lcterm.core.events import (
    AgendaEvent,
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureEvent,
    CaptureWritten,
    ClockPaused,
    ClockResumed,
    FloorEvent,
    FloorFreed,
    FloorGiven,
    HandKind,
    HandRaised,
    HandWithdrawn,
    ListeningChosen,
    ModeChanged,
    PersonArrived,
    PersonLeft,
    PointBegan,
    PointEnded,
    PointExtended,
    PointJumped,
    PointReturned,
    PointSkipped,
    QueueClosed,
    QueueOpened,
    Redone,
    RoundPassed,
    SessionEnded,
    SessionEvent,
    SessionPlanned,
    SessionStarted,
    SpokeNoted,
    TurnsImported,
    Undone,
)
from lcterm.core.fold_floor import NOTED_SECONDS
from lcterm.core.session import Meeting
from lcterm.core.when import minutes

HAND_WORDS: dict[HandKind, str] = {
    "process": "process",
    "question": "question",
    "reply": "reply",
    "point": "new point",
}


class Told(NamedTuple):
    """A line; `private` when the room may not read it: the veil leaves it out."""

    text: str
    private: bool = False


def told(before: Meeting, event: SessionEvent, after: Meeting) -> Told:
    """What this event did, as a sentence."""
    if isinstance(event, AgendaEvent):
        return Told(_agenda(before, event, after))
    if isinstance(event, FloorEvent):
        return _floor(before, event, after)
    if isinstance(event, CaptureEvent):
        return _capture(before, event)
    name = before.community.name_of
    match event:
        case PersonArrived(person=person):
            return Told(f"{name(person)} is here.")
        case PersonLeft(person=person):
            return Told(f"{name(person)} is away.")
        case ListeningChosen(person=person, listening=listening):
            words = "keeps to listening today; no mark for it." if listening else "takes part again."
            return Told(f"{name(person)} {words}", private=True)
        case TurnsImported(recording=recording, speakers=speakers):
            count = "1 speaker" if len(speakers) == 1 else f"{len(speakers)} speakers"
            return Told(f"{recording}: {count} taken in.", private=True)
        case Undone() | Redone():
            return _taken_back(before, event)
        case SessionPlanned(title=title):
            return Told(f"{title} is planned.")
        case _:
            assert_never(event)


def _agenda(before: Meeting, event: AgendaEvent, after: Meeting) -> str:
    points = before.session.points

    def title(point: str) -> str:
        return points[point].plan.title if point in points else "that point"

    match event:
        case SessionStarted(point=point):
            return f"The session has begun with {title(point)}."
        case ClockPaused():
            return "All clocks stand still."
        case ClockResumed():
            return "The clocks go on."
        case PointEnded(point=point, next=to) | PointJumped(point=point, to=to):
            return f"{title(point)} is done; now {title(to)}.{_waiting(before)}"
        case PointReturned(to=to):
            return f"Back at {title(to)}; its clock goes on."
        case PointSkipped(point=point, next=to):
            return f"{title(point)} is left out{f'; now {title(to)}' if to else ''}."
        case PointExtended(point=point, minutes=more):
            unit = "minute" if abs(more) == 1 else "minutes"
            return f"{minutes(abs(more))} {unit} {'more' if more > 0 else 'less'} for {title(point)}."
        case PointBegan(point=point, began=began):
            held = (after.session.at - began) // 60_000
            return f"{title(point)} began {held} min ago."
        case SessionEnded():
            return f"The session is closed.{_waiting(before)}"
        case _:
            assert_never(event)


def _waiting(before: Meeting) -> str:
    """A list that goes with its discussion is not dropped without a word."""
    hands = before.session.hands if before.session.mode in COUNTED else ()
    names = ", ".join(before.community.name_of(hand.person) for hand in hands)
    return f" Still had a hand up: {names}." if names else ""


def _floor(before: Meeting, event: FloorEvent, after: Meeting) -> Told:
    name = before.community.name_of
    match event:
        case ModeChanged(mode=mode):
            return Told("Nobody is counted now." if mode == "none" else f"The floor is now: {mode}.")
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
            turn = before.session.turn
            speaker = name(turn.person) if turn is not None and turn.id == event.turn else "The speaker"
            return Told(f"{speaker} has finished; the floor is free.")
        case SpokeNoted(person=person):
            counted = before.session.mode in COUNTED and person not in before.session.exempt
            return Told(f"{name(person)} spoke{f', {NOTED_SECONDS} seconds noted' if counted else ''}.", private=True)
        case RoundPassed(person=person):
            turn = after.session.turn
            follows = f" {name(turn.person)} has the floor." if turn and turn != before.session.turn else ""
            return Told(f"{name(person)} passes.{follows}")
        case _:
            assert_never(event)


def _capture(before: Meeting, event: CaptureEvent) -> Told:
    captures = before.session.captures
    match event:
        case CaptureWritten(words=words):
            return Told(f"Written down: {words.kind}.", private=True)
        case CaptureEdited(words=words):
            return Told(f"Mended: {words.kind}.", private=True)
        case CaptureDone(capture=id, done=done):
            return Told("The action is done." if done else "The action is open again.", private=True)
        case CaptureDropped(capture=id):
            kind = captures[id].words.kind if id in captures else "capture"
            return Told(f"Dropped from the list: {kind}. Its words stay in the log.", private=True)
        case _:
            assert_never(event)


def _taken_back(before: Meeting, event: Undone | Redone) -> Told:
    """The words are those of the act itself, told of its own moment; who waits now has nothing to do with it."""
    undone = isinstance(event, Undone)
    fact = before.undo if undone else before.redo
    start = "Taken back" if undone else "Done again"
    if fact is None or not isinstance(fact.event, SessionEvent) or isinstance(fact.event, Undone | Redone):
        return Told(f"{start}.")
    then = replace(before, session=replace(before.session, at=fact.at, hands=()))
    line = told(then, fact.event, then)
    return Told(f"{start}: {line.text}", private=line.private)
