"""The facts of a session, past tense, frozen; those of a community stand in `community_events`.

One act is one event. Consequences (who is next, when it ends, whose turn that closed) are the fold's. Events name
what they act on, so that the fold can pass over what no longer applies. Times are milliseconds since the epoch, UTC;
people, points and captures are ids. Field names and kinds are stored: add, never rename.
"""

from lcterm.core.community_events import CommunityEvent
from lcterm.core.event import Event, Role
from lcterm.core.events_agenda import (
    ClockPaused,
    ClockResumed,
    ItemTicked,
    NewLength,
    PointBegan,
    PointEnded,
    PointExtended,
    PointFixed,
    PointInserted,
    PointJumped,
    PointMended,
    PointMoved,
    PointReturned,
    PointSkipped,
    PointsResized,
    RoomShow,
    RoomShown,
    Seat,
    SessionEnded,
    SessionPlanned,
    SessionStarted,
)
from lcterm.core.events_attendance import AttendanceBroughtIn, Stay
from lcterm.core.events_captures import (
    Audience,
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureKind,
    CaptureReleased,
    CaptureStruck,
    CaptureWritten,
    Erased,
    QuoteAgreed,
    Words,
)
from lcterm.core.events_deciding import (
    DecidingBegun,
    DecidingEnded,
    DecidingWay,
    Light,
    LightsCounted,
    LightShown,
    Outcome,
    Sort,
    SuggestionMade,
    SuggestionPut,
    SuggestionSorted,
    VoteOpened,
)
from lcterm.core.events_floor import (
    FacilitationPassed,
    FloorFreed,
    FloorGiven,
    FloorLent,
    HandKind,
    HandMoved,
    HandRaised,
    HandWithdrawn,
    KindsSorted,
    ListeningChosen,
    ModeChanged,
    PairsDrawn,
    PairsSwapped,
    PersonArrived,
    PersonLeft,
    Place,
    PlaceMarked,
    QueueClosed,
    QueueOpened,
    RecordedSpeaker,
    RoundArranged,
    RoundPassed,
    SeatsArranged,
    Segment,
    SpokeNoted,
    TurnLimitSet,
    TurnReopened,
    TurnsImported,
)
from lcterm.core.events_members import NamesTakenOut, NewText, Reworded
from lcterm.core.events_next import SessionMoved

__all__ = [
    "AgendaEvent",
    "AnyEvent",
    "AttendanceBroughtIn",
    "Audience",
    "CaptureDone",
    "CaptureDropped",
    "CaptureEdited",
    "CaptureEvent",
    "CaptureKind",
    "CaptureReleased",
    "CaptureStruck",
    "CaptureWritten",
    "ClockPaused",
    "ClockResumed",
    "DecidingBegun",
    "DecidingEnded",
    "DecidingEvent",
    "DecidingWay",
    "Erased",
    "Event",
    "FacilitationPassed",
    "FloorEvent",
    "FloorFreed",
    "FloorGiven",
    "FloorLent",
    "HandKind",
    "HandMoved",
    "HandRaised",
    "HandWithdrawn",
    "ItemTicked",
    "KindsSorted",
    "Light",
    "LightShown",
    "LightsCounted",
    "ListeningChosen",
    "ModeChanged",
    "NamesTakenOut",
    "NewLength",
    "NewText",
    "Outcome",
    "PairsDrawn",
    "PairsSwapped",
    "PeopleEvent",
    "PersonArrived",
    "PersonLeft",
    "Place",
    "PlaceMarked",
    "PlanEvent",
    "PointBegan",
    "PointEnded",
    "PointExtended",
    "PointFixed",
    "PointInserted",
    "PointJumped",
    "PointMended",
    "PointMoved",
    "PointReturned",
    "PointSkipped",
    "PointsResized",
    "QueueClosed",
    "QueueEvent",
    "QueueOpened",
    "QuoteAgreed",
    "RecordedSpeaker",
    "Redone",
    "Reworded",
    "Role",
    "RoomShow",
    "RoomShown",
    "RoundArranged",
    "RoundPassed",
    "Seat",
    "SeatsArranged",
    "Segment",
    "SessionEnded",
    "SessionEvent",
    "SessionMoved",
    "SessionPlanned",
    "SessionStarted",
    "Sort",
    "SpokeNoted",
    "Stay",
    "SuggestionMade",
    "SuggestionPut",
    "SuggestionSorted",
    "TakingBack",
    "TurnLimitSet",
    "TurnReopened",
    "TurnsImported",
    "Undone",
    "VoteOpened",
    "Words",
]


class Undone(Event, frozen=True, tag=True):
    """The fact (writer, seq) is taken back."""

    writer: str
    seq: int


class Redone(Event, frozen=True, tag=True):
    """The fact (writer, seq) holds after all."""

    writer: str
    seq: int


# A long session is made of the first three; where a kind is looked for, it is in this order.
FloorEvent = (
    HandRaised
    | FloorGiven
    | SpokeNoted
    | FloorFreed
    | HandWithdrawn
    | RoundPassed
    | ModeChanged
    | QueueClosed
    | QueueOpened
)
QueueEvent = (
    HandMoved | TurnReopened | FloorLent | KindsSorted | TurnLimitSet | RoundArranged | PairsDrawn | PairsSwapped
)
AgendaEvent = (
    SessionStarted
    | ClockPaused
    | ClockResumed
    | PointEnded
    | PointJumped
    | PointReturned
    | PointSkipped
    | PointExtended
    | PointBegan
    | SessionEnded
)
PlanEvent = PointInserted | PointMended | PointMoved | PointFixed | PointsResized | RoomShown | ItemTicked
PeopleEvent = PersonArrived | PersonLeft | ListeningChosen | SeatsArranged | PlaceMarked | FacilitationPassed
CaptureEvent = (
    CaptureWritten
    | CaptureEdited
    | CaptureDone
    | CaptureDropped
    | CaptureReleased
    | QuoteAgreed
    | CaptureStruck
    | Erased
)
DecidingEvent = (
    DecidingBegun
    | SuggestionMade
    | SuggestionSorted
    | SuggestionPut
    | VoteOpened
    | LightShown
    | LightsCounted
    | DecidingEnded
)
TakingBack = Undone | Redone
SessionEvent = (
    SessionPlanned
    | SessionMoved
    | AgendaEvent
    | PlanEvent
    | PeopleEvent
    | FloorEvent
    | QueueEvent
    | CaptureEvent
    | DecidingEvent
    | TurnsImported
    | AttendanceBroughtIn
    | TakingBack
)

AnyEvent = CommunityEvent | SessionEvent | NamesTakenOut
