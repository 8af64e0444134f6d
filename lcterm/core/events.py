"""The facts of a session and of a community, past tense, frozen.

One act is one event. Consequences (who is next, when it ends, whose turn that closed) are the fold's. Events name
what they act on, so that the fold can pass over what no longer applies. Times are milliseconds since the epoch, UTC;
people, points and captures are ids. Field names and kinds are stored: add, never rename.
"""

from lcterm.core.event import Event, Role
from lcterm.core.events_actions import ActionSettled, Becoming
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
from lcterm.core.events_charter import CharterAnswered, SetupNoted, SetupState
from lcterm.core.events_community import (
    ChecklistAgreed,
    CommunityFounded,
    ContactsGiven,
    MembersJoined,
    NewMember,
    RolesGiven,
    RulesAgreed,
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
from lcterm.core.events_members import (
    MemberLeft,
    MemberRenamed,
    MemberReturned,
    NamesTakenOut,
    NewText,
    PersonForgotten,
    Reworded,
)
from lcterm.core.events_next import (
    BriefState,
    Brings,
    InvitationMade,
    NextAgreed,
    PlaceSet,
    PresenterBriefed,
    SessionMoved,
)

__all__ = [
    "ActionSettled",
    "AgendaEvent",
    "AnyEvent",
    "Audience",
    "Becoming",
    "BriefState",
    "Brings",
    "CaptureDone",
    "CaptureDropped",
    "CaptureEdited",
    "CaptureEvent",
    "CaptureKind",
    "CaptureReleased",
    "CaptureStruck",
    "CaptureWritten",
    "CharterAnswered",
    "ChecklistAgreed",
    "ClockPaused",
    "ClockResumed",
    "CommunityEvent",
    "CommunityFounded",
    "ContactsGiven",
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
    "InvitationMade",
    "ItemTicked",
    "KindsSorted",
    "ListeningChosen",
    "MemberEvent",
    "MemberLeft",
    "MemberRenamed",
    "MemberReturned",
    "MembersJoined",
    "ModeChanged",
    "NamesTakenOut",
    "NewLength",
    "NewMember",
    "NewText",
    "NextAgreed",
    "PairsDrawn",
    "PairsSwapped",
    "PeopleEvent",
    "PersonArrived",
    "PersonForgotten",
    "PersonLeft",
    "Place",
    "PlaceMarked",
    "PlaceSet",
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
    "PresenterBriefed",
    "QueueClosed",
    "QueueEvent",
    "QueueOpened",
    "QuoteAgreed",
    "RecordedSpeaker",
    "Redone",
    "Reworded",
    "Role",
    "RolesGiven",
    "RoomShow",
    "RoomShown",
    "RoundArranged",
    "RoundPassed",
    "RulesAgreed",
    "Seat",
    "SeatsArranged",
    "Segment",
    "SessionEnded",
    "SessionEvent",
    "SessionMoved",
    "SessionPlanned",
    "SessionStarted",
    "SetupNoted",
    "SetupState",
    "SpokeNoted",
    "TakingBack",
    "TurnLimitSet",
    "TurnReopened",
    "TurnsImported",
    "Undone",
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


MemberEvent = MemberRenamed | MemberLeft | MemberReturned | PersonForgotten
CommunityEvent = (
    CommunityFounded
    | MembersJoined
    | RolesGiven
    | MemberEvent
    | RulesAgreed
    | ContactsGiven
    | ChecklistAgreed
    | CharterAnswered
    | SetupNoted
    | ActionSettled
    | NextAgreed
    | PlaceSet
    | SessionMoved
    | PresenterBriefed
    | InvitationMade
)

FloorEvent = (
    ModeChanged
    | HandRaised
    | HandWithdrawn
    | QueueClosed
    | QueueOpened
    | FloorGiven
    | FloorFreed
    | SpokeNoted
    | RoundPassed
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
    | TurnsImported
    | TakingBack
)

AnyEvent = CommunityEvent | SessionEvent | NamesTakenOut
