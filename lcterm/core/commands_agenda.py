"""Wishes about agenda, clock, plan, room screen and checklist."""

from lcterm.core.agenda_plan import Mode
from lcterm.core.command import Command
from lcterm.core.events import NewLength, RoomShow


class StartSession(Command, frozen=True):
    """Begin with the first point."""


class PauseClock(Command, frozen=True):
    """Stop all clocks. `care`: because somebody needs care; the room screen becomes a calm page."""

    care: bool = False


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
    """More minutes for a point, or fewer: by number, or the running one."""

    minutes: float
    number: int | None = None


class BeganEarlier(Command, frozen=True):
    """The running point began so many minutes ago."""

    minutes: float


class EndSession(Command, frozen=True):
    """Close the session."""


class InsertPoint(Command, frozen=True):
    """A new point at this place of the agenda, counted from 1; None: after the running one, before the start last.
    `question` and `presenters` (ids) as in MendPoint."""

    title: str
    minutes: float
    mode: Mode = "open"
    number: int | None = None
    question: str = ""
    presenters: tuple[str, ...] = ()


class MendPoint(Command, frozen=True):
    """Another title, question, presenters; whether the group sums up here; None leaves a thing as it is."""

    number: int
    title: str | None = None
    question: str | None = None
    presenters: tuple[str, ...] | None = None
    sums_up: bool | None = None


class MovePoint(Command, frozen=True):
    """A point so many places down the agenda, or up when negative. One that was left out is to be held again: with 0
    where it stood, or right after the running one."""

    number: int
    by: int


class FixPoint(Command, frozen=True):
    """A point begins at this clock time of the session's zone, `15:30`, and not before; "": whenever it is its turn."""

    number: int
    at: str


class ResizePoints(Command, frozen=True):
    """These lengths for points that are left: a landing plan is taken."""

    lengths: tuple[NewLength, ...]


class LandOnTime(Command, frozen=True):
    """Shrink or stretch what is left, in proportion, so that it ends as planned, or so many minutes from now."""

    minutes: float | None = None


class HideClock(Command, frozen=True):
    """The room screen shows no clock at this point, or shows it again."""

    hidden: bool = True


class ShowInRoom(Command, frozen=True):
    """What the room screen shows below clock and floor."""

    show: RoomShow


class TickItem(Command, frozen=True):
    """An item of the checklist is done, or open again."""

    item: str
    done: bool = True


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
PlanCommand = (
    InsertPoint | MendPoint | MovePoint | FixPoint | ResizePoints | LandOnTime | HideClock | ShowInRoom | TickItem
)
