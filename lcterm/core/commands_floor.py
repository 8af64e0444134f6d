"""Wishes about who is here, who speaks and who waits."""

from lcterm.core.agenda_plan import Mode
from lcterm.core.command import Command
from lcterm.core.events import HandKind, Place


class Arrive(Command, frozen=True):
    """Comes in late, or comes back."""

    person: str


class Leave(Command, frozen=True):
    """Leaves, or is away today."""

    person: str


class KeepToListening(Command, frozen=True):
    """Listens today, or no longer: a switch."""

    person: str


class MoveSeat(Command, frozen=True):
    """A person so many seats further round, or back when negative."""

    person: str
    by: int


class MarkPlace(Command, frozen=True):
    """In the room, on the line, or dropped from it."""

    person: str
    place: Place


class PassFacilitation(Command, frozen=True):
    """The facilitator's seat to another; "": back to who had it first."""

    person: str


class ChangeMode(Command, frozen=True):
    """Another way to come to speak: at a point by its number, or the running one."""

    mode: Mode
    number: int | None = None


class RaiseHand(Command, frozen=True):
    """Onto the list, or what a hand that is up is for. `hand`: None for what it is for already, else a new point."""

    person: str
    hand: HandKind | None = None


class WithdrawHand(Command, frozen=True):
    """Off the list; a running turn goes on."""

    person: str


class CloseQueue(Command, frozen=True):
    """Take no new hands."""


class OpenQueue(Command, frozen=True):
    """Take hands again."""


class GiveFloor(Command, frozen=True):
    """The floor to a person, or to whoever is next in the queue or the round."""

    person: str | None = None


class FreeFloor(Command, frozen=True):
    """The turn ends and nobody follows yet."""


class NoteSpoke(Command, frozen=True):
    """Spoke just now; moves nobody."""

    person: str


class PassRound(Command, frozen=True):
    """Passes in a round: the one who has the floor, else the next."""

    person: str | None = None


class MoveHand(Command, frozen=True):
    """A waiting hand so many places down the line, or up when negative."""

    person: str
    by: int


class ReopenTurn(Command, frozen=True):
    """Who spoke last had not finished: first in line."""


class Interject(Command, frozen=True):
    """A short question now; the floor goes back afterwards."""

    person: str


class SortByKind(Command, frozen=True):
    """Hands by what they are for, or in plain order again."""

    on: bool


class LimitTurns(Command, frozen=True):
    """So many seconds a turn before the facilitator is told; 0: no limit."""

    seconds: int


class ArrangeRound(Command, frozen=True):
    """Who begins the round, and which way it goes; None leaves a thing as it is."""

    starter: str | None = None
    backwards: bool | None = None


class DrawPairs(Command, frozen=True):
    """Who talks with whom, drawn from who is here."""


class SwapPairs(Command, frozen=True):
    """Now the other one speaks."""


PeopleCommand = Arrive | Leave | KeepToListening | MoveSeat | MarkPlace | PassFacilitation
FloorCommand = (
    ChangeMode | RaiseHand | WithdrawHand | CloseQueue | OpenQueue | GiveFloor | FreeFloor | NoteSpoke | PassRound
)
QueueCommand = MoveHand | ReopenTurn | Interject | SortByKind | LimitTurns | ArrangeRound | DrawPairs | SwapPairs
