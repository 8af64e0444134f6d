"""The facts of plan, agenda and clock."""

from msgspec import Struct

from lcterm.core.agenda_plan import PlannedPoint
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
    """All clocks stand still."""


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
    minutes: float


class PointBegan(Event, frozen=True, tag=True):
    """The running point had really begun at `began` (ms): mends a late press of the key."""

    point: str
    began: int


class SessionEnded(Event, frozen=True, tag=True):
    """The session was closed."""
