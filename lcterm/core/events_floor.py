"""The facts of the room: who is here, who waits, who speaks, and recordings of it."""

from typing import Literal

from msgspec import Struct

from lcterm.core.agenda_plan import Mode
from lcterm.core.event import Event, NotNegative, Role
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


class HandMoved(Event, frozen=True, tag=True):
    """A waiting hand now stands right before that of `before` ("" last in line)."""

    person: str
    before: str = ""


class TurnReopened(Event, frozen=True, tag=True):
    """Whose turn this was had not finished: goes on later, first in line."""

    turn: str
    person: str


class FloorLent(Event, frozen=True, tag=True):
    """A short question by `person` interrupts `turn`; the floor goes back when it is done."""

    person: str
    turn: str


class KindsSorted(Event, frozen=True, tag=True):
    """Hands wait by what they are for, first come within a kind; or (`on` false) in plain order from now on."""

    on: bool = True


class TurnLimitSet(Event, frozen=True, tag=True):
    """A turn may take so many seconds before the board says so, to the facilitator alone; 0: no limit."""

    seconds: int


class RoundArranged(Event, frozen=True, tag=True):
    """The round at `point` goes from `starter` on, in seat order or `backwards`."""

    point: str
    starter: str
    backwards: bool = False


class PairsDrawn(Event, frozen=True, tag=True):
    """Who talks with whom at `point`, in twos and threes."""

    point: str
    groups: tuple[tuple[str, ...], ...]


class PairsSwapped(Event, frozen=True, tag=True):
    """The signal to swap: now the other one speaks. `swap` counts from 1 at this point."""

    point: str
    swap: int


class SeatsArranged(Event, frozen=True, tag=True):
    """People sit in this order; whoever is not named keeps their place behind them."""

    order: tuple[str, ...]


Place = Literal["room", "line", "dropped"]
"""Where a person takes part: in the room, on the line, or the line has dropped: neither silence nor absence."""


class PlaceMarked(Event, frozen=True, tag=True):
    """Where this person takes part from now on."""

    person: str
    place: Place


class FacilitationPassed(Event, frozen=True, tag=True):
    """The facilitator's seat passed to `person` ("" back to who had it first)."""

    person: str


class Segment(Struct, frozen=True, array_like=True):
    """A stretch of speech: index into the recording's speakers, start and length in microseconds."""

    speaker: NotNegative
    start: NotNegative
    length: NotNegative


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

    @property
    def heard(self) -> tuple[Segment, ...]:
        """The segments of its speakers; one of a speaker whom nobody listed is damage, and passed over."""
        return tuple(one for one in self.segments if one.speaker < len(self.speakers))
