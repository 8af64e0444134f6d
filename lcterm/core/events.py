"""The facts of a session and of a community, past tense, frozen.

One act is one event. Consequences (who is next, when it ends, whose turn that closed) are the fold's. Events name
what they act on, so that the fold can pass over what no longer applies. Times are milliseconds since the epoch, UTC;
people, points and captures are ids. Field names and kinds are stored: add, never rename.
"""

from lcterm.core.event import Event, Role
from lcterm.core.events_agenda import (
    ClockPaused,
    ClockResumed,
    PointBegan,
    PointEnded,
    PointExtended,
    PointJumped,
    PointReturned,
    PointSkipped,
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
    CaptureWritten,
    Words,
)
from lcterm.core.events_community import CommunityFounded, MembersJoined, NewMember, RolesGiven, RulesAgreed
from lcterm.core.events_floor import (
    FloorFreed,
    FloorGiven,
    HandKind,
    HandRaised,
    HandWithdrawn,
    ListeningChosen,
    ModeChanged,
    PersonArrived,
    PersonLeft,
    QueueClosed,
    QueueOpened,
    RecordedSpeaker,
    RoundPassed,
    Segment,
    SpokeNoted,
    TurnsImported,
)

__all__ = [
    "AgendaEvent",
    "AnyEvent",
    "Audience",
    "CaptureDone",
    "CaptureDropped",
    "CaptureEdited",
    "CaptureEvent",
    "CaptureKind",
    "CaptureWritten",
    "ClockPaused",
    "ClockResumed",
    "CommunityEvent",
    "CommunityFounded",
    "Event",
    "FloorEvent",
    "FloorFreed",
    "FloorGiven",
    "HandKind",
    "HandRaised",
    "HandWithdrawn",
    "ListeningChosen",
    "MembersJoined",
    "ModeChanged",
    "NewMember",
    "PeopleEvent",
    "PersonArrived",
    "PersonLeft",
    "PointBegan",
    "PointEnded",
    "PointExtended",
    "PointJumped",
    "PointReturned",
    "PointSkipped",
    "QueueClosed",
    "QueueOpened",
    "RecordedSpeaker",
    "Redone",
    "Role",
    "RolesGiven",
    "RoundPassed",
    "RulesAgreed",
    "Seat",
    "Segment",
    "SessionEnded",
    "SessionEvent",
    "SessionPlanned",
    "SessionStarted",
    "SpokeNoted",
    "TakingBack",
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


CommunityEvent = CommunityFounded | MembersJoined | RolesGiven | RulesAgreed

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
PeopleEvent = PersonArrived | PersonLeft | ListeningChosen
CaptureEvent = CaptureWritten | CaptureEdited | CaptureDone | CaptureDropped
TakingBack = Undone | Redone
SessionEvent = SessionPlanned | AgendaEvent | PeopleEvent | FloorEvent | CaptureEvent | TurnsImported | TakingBack

AnyEvent = CommunityEvent | SessionEvent
