"""The facts of the room: who is here, who waits, who speaks, and recordings of it."""

from typing import Literal

from msgspec import Struct

from lcterm.core.agenda_plan import Mode
from lcterm.core.event import Event, Role
from lcterm.core.events_agenda import Seat

HandKind = Literal["process", "question", "reply", "point"]
"""What a raised hand is for; `point` (a new point) is the plain hand."""


class PersonArrived(Event, frozen=True, tag=True):
    """Came in late, came back, or walked in without a seat so far: then `badge` and `roles` make one."""

    person: str
    badge: str = ""
    roles: tuple[Role, ...] = ("member",)


class PersonLeft(Event, frozen=True, tag=True):
    """Left the room, or is away today."""

    person: str


class ListeningChosen(Event, frozen=True, tag=True):
    """Asked to keep to listening today (no mark then), or no longer."""

    person: str
    listening: bool = True


class ModeChanged(Event, frozen=True, tag=True):
    """At this point people now come to speak in another way."""

    point: str
    mode: Mode


class HandRaised(Event, frozen=True, tag=True):
    """Wants to speak."""

    person: str
    hand: HandKind = "point"


class HandWithdrawn(Event, frozen=True, tag=True):
    """No longer wants to speak; a running turn goes on."""

    person: str


class QueueClosed(Event, frozen=True, tag=True):
    """No new hands at this point."""

    point: str


class QueueOpened(Event, frozen=True, tag=True):
    """Hands are taken again at this point."""

    point: str


class FloorGiven(Event, frozen=True, tag=True):
    """`person` has the floor. `after` is the turn that this ends ("" for none): given on top of a turn that has
    itself already ended, it no longer applies."""

    person: str
    after: str = ""


class FloorFreed(Event, frozen=True, tag=True):
    """The turn ended and nobody follows yet."""

    turn: str


class SpokeNoted(Event, frozen=True, tag=True):
    """Spoke just now, out of any order; nobody is moved."""

    person: str


class RoundPassed(Event, frozen=True, tag=True):
    """Whose turn it was in the round passes, to be asked again at the end."""

    point: str
    person: str


class Segment(Struct, frozen=True, array_like=True):
    """A stretch of speech: index into the recording's speakers, start and length in microseconds."""

    speaker: int
    start: int
    length: int


class RecordedSpeaker(Struct, frozen=True, kw_only=True):
    """How the recording calls a speaker, and the person it is."""

    label: str
    person: str


class TurnsImported(Event, frozen=True, tag=True):
    """Who spoke when, from a recording; closes a session that never ran. Segments stay in the file's order."""

    recording: str
    speakers: tuple[RecordedSpeaker, ...]
    segments: tuple[Segment, ...]
    seats: tuple[Seat, ...] = ()
