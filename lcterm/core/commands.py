"""Wishes of the people at the keyboard, imperative. People, points and captures are ids; `decide` answers each with
one event or a Refusal."""

from msgspec import Struct

from lcterm.core.agenda_plan import Mode
from lcterm.core.events import HandKind, Words


class Command(Struct, frozen=True):
    """Anything that someone may want to happen."""


class StartSession(Command, frozen=True):
    """Begin with the first point."""


class PauseClock(Command, frozen=True):
    """Stop all clocks."""


class ResumeClock(Command, frozen=True):
    """Let them go on."""


class NextPoint(Command, frozen=True):
    """End this point and start the next; after the last one, close the session."""


class PreviousPoint(Command, frozen=True):
    """Back to the point before, which goes on where it was."""


class JumpToPoint(Command, frozen=True):
    """Go to a point by its number on the agenda, counted from 1."""

    number: int


class SkipPoint(Command, frozen=True):
    """Do not hold this point: by number, or the running one."""

    number: int | None = None


class ExtendPoint(Command, frozen=True):
    """More minutes for the running point, or fewer."""

    minutes: float


class BeganEarlier(Command, frozen=True):
    """The running point began so many minutes ago."""

    minutes: float


class EndSession(Command, frozen=True):
    """Close the session."""


class Arrive(Command, frozen=True):
    """Comes in late, or comes back."""

    person: str


class Leave(Command, frozen=True):
    """Leaves, or is away today."""

    person: str


class KeepToListening(Command, frozen=True):
    """Listens today, or no longer: a switch."""

    person: str


class ChangeMode(Command, frozen=True):
    """Another way to come to speak."""

    mode: Mode


class RaiseHand(Command, frozen=True):
    """Onto the list."""

    person: str
    hand: HandKind = "point"


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


class WriteCapture(Command, frozen=True):
    """Write this down."""

    words: Words


class EditCapture(Command, frozen=True):
    """Let the capture read like this."""

    capture: str
    words: Words


class MarkDone(Command, frozen=True):
    """An action is done, or open again."""

    capture: str
    done: bool = True


class DropCapture(Command, frozen=True):
    """No longer wanted."""

    capture: str


class Undo(Command, frozen=True):
    """Take back one's own last act."""


class Redo(Command, frozen=True):
    """Do again what was last taken back."""


AgendaCommand = (
    StartSession
    | PauseClock
    | ResumeClock
    | NextPoint
    | PreviousPoint
    | JumpToPoint
    | SkipPoint
    | ExtendPoint
    | BeganEarlier
    | EndSession
)
PeopleCommand = Arrive | Leave | KeepToListening
FloorCommand = (
    ChangeMode | RaiseHand | WithdrawHand | CloseQueue | OpenQueue | GiveFloor | FreeFloor | NoteSpoke | PassRound
)
CaptureCommand = WriteCapture | EditCapture | MarkDone | DropCapture
AnyCommand = AgendaCommand | PeopleCommand | FloorCommand | CaptureCommand | Undo | Redo
