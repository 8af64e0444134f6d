"""The facts of plan, agenda and clock."""

from typing import Literal

from msgspec import Struct

from lcterm.core.agenda_plan import PlannedPoint, StoredMinutes
from lcterm.core.event import Event, Role


class SessionPlanned(Event, frozen=True, tag=True):
    """A session was planned: when (`starts`, ms), in which time zone (IANA name), and its agenda."""

    community: str
    title: str
    starts: int
    zone: str
    points: tuple[PlannedPoint, ...]
    template: str = ""


class Seat(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's place in the session: the badge is fixed for its length, the roles are those of the day."""

    person: str
    badge: str
    roles: tuple[Role, ...] = ("member",)


class SessionStarted(Event, frozen=True, tag=True):
    """The session began with this point; everyone seated is here unless marked away before."""

    point: str
    seats: tuple[Seat, ...]


class ClockPaused(Event, frozen=True, tag=True):
    """All clocks stand still. `care`: because somebody needs care; the room screen shows a calm page."""

    care: bool = False


class ClockResumed(Event, frozen=True, tag=True):
    """The clocks go on."""


class PointEnded(Event, frozen=True, tag=True):
    """`point` was done and `next` began."""

    point: str
    next: str


class PointJumped(Event, frozen=True, tag=True):
    """`point` was left as done and `to`, anywhere on the agenda, began."""

    point: str
    to: str


class PointReturned(Event, frozen=True, tag=True):
    """`point` was put back as still ahead and the one before it, `to`, goes on where it was."""

    point: str
    to: str


class PointSkipped(Event, frozen=True, tag=True):
    """`point` will not be held; if it was running, `next` began."""

    point: str
    next: str = ""


class PointExtended(Event, frozen=True, tag=True):
    """`minutes` more for this point, or fewer when negative."""

    point: str
    minutes: StoredMinutes


class PointBegan(Event, frozen=True, tag=True):
    """The running point had really begun at `began` (ms): mends a late press of the key."""

    point: str
    began: int


class SessionEnded(Event, frozen=True, tag=True):
    """The session was closed."""


class PointInserted(Event, frozen=True, tag=True):
    """A new point before the point `before` ("" at the end)."""

    plan: PlannedPoint
    before: str = ""


class PointMended(Event, frozen=True, tag=True):
    """What is given here now holds for `point`; None leaves a thing as it was."""

    point: str
    title: str | None = None
    question: str | None = None
    presenters: tuple[str, ...] | None = None
    sums_up: bool | None = None
    clock_hidden: bool | None = None


class PointMoved(Event, frozen=True, tag=True):
    """`point` is now held before `before` ("" at the end), even if it had been left out."""

    point: str
    before: str = ""


class PointFixed(Event, frozen=True, tag=True):
    """`point` begins at `starts` (wall ms) and not before; 0: whenever it is its turn."""

    point: str
    starts: int = 0


class NewLength(Struct, frozen=True, array_like=True):
    """A point and its whole length in minutes from now on."""

    point: str
    minutes: StoredMinutes


class PointsResized(Event, frozen=True, tag=True):
    """The points left have these lengths now, so that the session can land."""

    lengths: tuple[NewLength, ...]


RoomShow = Literal["question", "rules", "captures", "plain", "charter"]
"""What stands below clock and floor on the room screen; `plain` is nothing, `charter` what the group has settled."""


class RoomShown(Event, frozen=True, tag=True):
    """The room screen shows this, until `point` ends."""

    point: str
    show: RoomShow


class ItemTicked(Event, frozen=True, tag=True):
    """An item of the checklist before the session, by its words, was done, or is open again."""

    item: str
    done: bool = True
