"""What an act is about: a later act of the same topic has overtaken an earlier one."""

from msgspec.structs import replace

from lcterm.core.events import (
    AgendaEvent,
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureReleased,
    CaptureStruck,
    CaptureWritten,
    FacilitationPassed,
    FloorEvent,
    FloorLent,
    HandMoved,
    HandRaised,
    HandWithdrawn,
    ItemTicked,
    ListeningChosen,
    ModeChanged,
    PersonArrived,
    PersonLeft,
    PlaceMarked,
    PointBegan,
    PointExtended,
    PointFixed,
    PointMended,
    QueueClosed,
    QueueOpened,
    QuoteAgreed,
    RoomShown,
    SessionEvent,
    SpokeNoted,
    TurnReopened,
    Undone,
)
from lcterm.core.fold import passed_to
from lcterm.core.session import Meeting, Session


def topic(event: SessionEvent, own: str = "") -> tuple[str, str]:
    """A word for the topic, and the id of what the act is about; `own`: the id of its own fact, which is the capture's
    where it wrote one."""
    match event:
        case PointExtended(point=point) | PointBegan(point=point) | PointMended(point=point) | PointFixed(point=point):
            return (type(event).__name__, point)
        case HandRaised(person=person) | HandWithdrawn(person=person) | HandMoved(person=person):
            return ("hand", person)
        case PersonArrived(person=person) | PersonLeft(person=person):
            return ("there", person)
        case PlaceMarked(person=person) | ListeningChosen(person=person) | SpokeNoted(person=person):
            return (type(event).__name__, person)
        case CaptureWritten():
            return ("capture", own)
        case CaptureEdited(capture=id) | CaptureDropped(capture=id) | CaptureStruck(capture=id):
            return ("capture", id)
        case CaptureDone(capture=id) | CaptureReleased(capture=id) | QuoteAgreed(capture=id):
            return (type(event).__name__, id)
        case QueueClosed() | QueueOpened():
            return ("list", "")
        case ItemTicked(item=item):
            return ("item", item)
        case ModeChanged() | RoomShown() | FacilitationPassed():
            return (type(event).__name__, "")
        case TurnReopened() | FloorLent():
            return ("floor", "")
    if isinstance(event, FloorEvent):
        return ("floor", "")
    return ("agenda", "") if isinstance(event, AgendaEvent) else (type(event).__name__, own)


def matters(event: SessionEvent, meeting: Meeting) -> bool:
    """Whether everybody's hour goes on differently: point, clock and way of speaking, the seat, and what takes such an
    act back. `meeting`: as it is told of, with what is taken back or done again."""
    if isinstance(event, AgendaEvent | ModeChanged | FacilitationPassed):
        return True
    fact = meeting.undo if isinstance(event, Undone) else None
    return fact is not None and isinstance(fact.event, AgendaEvent | ModeChanged | FacilitationPassed)


def says_the_same(one: Session, other: Session, at: int) -> bool:
    """Whether two states read the same at `at` (wall ms) to everybody who looks at them: whose act gave a capture its
    words does not show."""
    first, second = (passed_to(_unsigned(state), at) for state in (one, other))
    return first.alike(second)


def _unsigned(state: Session) -> Session:
    captures = {id: replace(capture, wording="") for id, capture in state.captures.items()}
    return replace(state, captures=captures)
