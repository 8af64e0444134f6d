"""Decisions on who speaks and who waits."""

from typing import assert_never

from lcterm.core.commands import (
    ChangeMode,
    CloseQueue,
    FloorCommand,
    FreeFloor,
    GiveFloor,
    NoteSpoke,
    OpenQueue,
    PassRound,
    RaiseHand,
    WithdrawHand,
)
from lcterm.core.decide_agenda import not_running, point_numbered
from lcterm.core.events import (
    FloorEvent,
    FloorFreed,
    FloorGiven,
    HandKind,
    HandRaised,
    HandWithdrawn,
    ModeChanged,
    QueueClosed,
    QueueOpened,
    RoundPassed,
    SpokeNoted,
)
from lcterm.core.fold_floor import presenter_here
from lcterm.core.queueing import hand_of, next_speaker
from lcterm.core.refusal import Refusal
from lcterm.core.rounds import may_pass, next_in_round
from lcterm.core.session import Meeting, Point, Session

Answer = FloorEvent | Refusal


def decide(meeting: Meeting, command: FloorCommand) -> Answer:
    """What becomes of a wish about the floor."""
    session = meeting.session
    if isinstance(command, ChangeMode):
        return _change_mode(session, command)
    point = session.point
    if not session.live or point is None:
        return not_running(session)
    match command:
        case RaiseHand(person=person, hand=hand):
            return _raise(meeting, point, person, hand)
        case WithdrawHand(person=person):
            up = any(hand.person == person for hand in session.hands)
            return HandWithdrawn(person=person) if up else Refusal(f"{_name(meeting, person)} has no hand up.")
        case CloseQueue():
            return QueueClosed(point=point.id) if point.queue_open else Refusal("The list is closed already.")
        case OpenQueue():
            return Refusal("The list is open.") if point.queue_open else QueueOpened(point=point.id)
        case GiveFloor(person=person):
            return _give(meeting, point, person)
        case FreeFloor():
            return FloorFreed(turn=session.turn.id) if session.turn else Refusal("The floor is free already.")
        case NoteSpoke(person=person):
            return _note(meeting, point, person)
        case PassRound(person=person):
            return _pass(meeting, point, person)
        case _:
            assert_never(command)


def _change_mode(session: Session, command: ChangeMode) -> Answer:
    if command.number is not None:
        point = point_numbered(session, command.number)
        if isinstance(point, Refusal):
            return point
        if point.status in ("done", "skipped") or session.status == "closed":
            return Refusal(f"{point.plan.title} is over; how people came to speak there stands.")
    elif session.point is None or not session.live:
        return not_running(session)
    else:
        point = session.point
    if point.mode == command.mode:
        return Refusal(f"This is {_a(command.mode)} already.")
    return ModeChanged(point=point.id, mode=command.mode)


def _a(mode: str) -> str:
    return f"an {mode} floor" if mode == "open" else "a time when nobody is counted" if mode == "none" else f"a {mode}"


def _name(meeting: Meeting, person: str) -> str:
    return meeting.community.name_of(person)


def _absent(meeting: Meeting, person: str) -> Refusal | None:
    voice = meeting.session.voices.get(person)
    if voice is None or not voice.present:
        return Refusal(f"{_name(meeting, person)} is away; let them arrive first.")
    return None


def cut_off(meeting: Meeting, person: str) -> Refusal | None:
    """Why this person cannot have the floor: they are away, or their line has dropped."""
    if (absent := _absent(meeting, person)) is not None:
        return absent
    if meeting.session.voices[person].reachable:
        return None
    return Refusal(f"{_name(meeting, person)}'s line has dropped; a hand stays up until they are back.")


def _raise(meeting: Meeting, point: Point, person: str, hand: HandKind | None) -> Answer:
    if (absent := _absent(meeting, person)) is not None:
        return absent
    if point.mode == "none":
        return Refusal(f"Nobody is counted at {point.plan.title}; another mode takes hands.")
    known = hand_of(meeting.session.hands, person)
    if known is not None and hand in (None, known.hand):
        return Refusal(f"{_name(meeting, person)} has a hand up already.")
    if known is None and not point.queue_open:
        return Refusal("The list is closed; open it to take more hands.")
    return HandRaised(person=person, hand=hand or "point")


def _give(meeting: Meeting, point: Point, person: str | None) -> Answer:
    session = meeting.session
    if point.mode == "none":
        return Refusal(f"Nobody is counted at {point.plan.title}; another mode gives the floor.")
    if session.turn is not None and session.aside is not None and person in (None, session.aside.person):
        return FloorFreed(turn=session.turn.id)
    if person is None and point.mode == "presenter" and (presenter := presenter_here(session)):
        if session.turn is not None and session.turn.person in point.plan.presenters:
            return Refusal(f"{_name(meeting, session.turn.person)} presents; hands wait, and a name gets the floor.")
        person = presenter
    if person is None:
        person = next_speaker(session)
        if not person:
            return Refusal(_nobody_next(session, point))
    if (absent := cut_off(meeting, person)) is not None:
        return absent
    if session.turn is not None and session.turn.person == person:
        return Refusal(f"{_name(meeting, person)} has the floor already.")
    return FloorGiven(person=person, after=session.turn.id if session.turn else "")


def _nobody_next(session: Session, point: Point) -> str:
    if point.mode == "round":
        return "Everyone has had their turn in this round; the next point can begin."
    if session.hands:
        return "Everyone with a hand up has dropped from the line."
    return "No hand is up." if session.turn else "The floor is free and no hand is up."


def _note(meeting: Meeting, point: Point, person: str) -> Answer:
    if (absent := _absent(meeting, person)) is not None:
        return absent
    if point.mode == "none":
        return Refusal(f"Nobody is counted at {point.plan.title}.")
    turn = meeting.session.turn
    if turn is not None and turn.person == person:
        return Refusal(f"{_name(meeting, person)} has the floor already; the turn counts by itself.")
    return SpokeNoted(person=person)


def _out_of_round(session: Session, point: Point, person: str) -> str:
    if not session.voices[person].compared:
        return "is not asked in a round"
    if person in next_in_round(session):
        return "has passed already and is asked again at the end"
    return "has passed twice in this round" if person in point.passed else "has had a turn in this round"


def _pass(meeting: Meeting, point: Point, person: str | None) -> Answer:
    if point.mode != "round":
        return Refusal(f"Passing belongs to a round; this is {_a(point.mode)}.")
    session = meeting.session
    if session.aside is not None:
        return Refusal("A short question is being heard; give the floor back first.")
    if person is None:
        coming = next_in_round(session)
        person = session.turn.person if session.turn else coming[0] if coming else None
    if person is None:
        return Refusal("Everyone has had their turn in this round.")
    if (absent := _absent(meeting, person)) is not None:
        return absent
    if not may_pass(session, person):
        return Refusal(f"{_name(meeting, person)} {_out_of_round(session, point, person)}.")
    return RoundPassed(point=point.id, person=person)
