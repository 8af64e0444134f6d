"""A session as its log says it is. Frozen: only the fold makes new ones."""

from typing import Literal

from msgspec import Struct

from lcterm.core.agenda_plan import COUNTED, Mode, PlannedPoint
from lcterm.core.community import Community
from lcterm.core.deciding import Deciding
from lcterm.core.events import HandKind, Place, Role, RoomShow, Stay, Words
from lcterm.core.facts import Fact
from lcterm.core.roles import outside

Status = Literal["planned", "running", "paused", "closed"]
PointStatus = Literal["ahead", "running", "done", "skipped"]


class Point(Struct, frozen=True, kw_only=True):
    """A point of the running agenda.

    `added`: minutes given or taken on the way. `started`, `ended`: wall time in ms. `spent`: ms held in earlier
    stretches, pauses apart; the running stretch is in the session's clock. `spoke`, `passed`: the round so far; a
    person is in `passed` once for every pass; it goes from `starter` on in seat order, or `backwards`. `pairs`: who
    talks with whom, `swaps` how often the signal was given. `fixed`: wall ms before which it does not begin, 0 for
    none. `inserted`: on the way, so that the planned end does not wait for it. `clock_hidden`: from the room screen.
    """

    plan: PlannedPoint
    mode: Mode
    added: float = 0
    status: PointStatus = "ahead"
    started: int | None = None
    ended: int | None = None
    spent: int = 0
    queue_open: bool = True
    spoke: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    starter: str = ""
    backwards: bool = False
    pairs: tuple[tuple[str, ...], ...] = ()
    swaps: int = 0
    fixed: int = 0
    inserted: bool = False
    clock_hidden: bool = False

    @property
    def id(self) -> str:
        return self.plan.id

    @property
    def length(self) -> int:
        """Planned time and extensions, ms."""
        return round((self.plan.minutes + self.added) * 60_000)


PEER: tuple[Role, ...] = ("member",)
"""The roles of nearly everybody."""


class Voice(Struct, frozen=True, kw_only=True):
    """A seated person and what was heard of them.

    `spoken`: microseconds in counted turns. `counted`: ms of counted time they were present for, up to `since`, which
    is the session's counted ms when the open stretch began (None: away, the line has dropped, or it is the hour of
    their own presentation). `place`: in the room, on the line, or dropped. `before_seat`: turns and spoken as they
    stood when this person took over the facilitator's seat, where what they say is not compared.
    `heard`: spoke outside rounds, whether it counted or not. `last`: wall time in ms. `reported`: ms of `counted` that
    only a meeting program's own record of who was there gives them; None where it gives nothing.
    """

    person: str
    badge: str
    roles: tuple[Role, ...] = ("member",)
    present: bool = True
    listening: bool = False
    turns: int = 0
    round_turns: int = 0
    spoken: int = 0
    heard: bool = False
    last: int | None = None
    counted: int = 0
    since: int | None = 0
    place: Place = "room"
    before_seat: tuple[int, int] | None = None
    reported: int | None = None

    @property
    def compared(self) -> bool:
        return self.roles == PEER or outside(self.roles) is None

    @property
    def reachable(self) -> bool:
        """Here, in the room or on a line that holds: can be asked and can speak."""
        return self.present and self.place != "dropped"


class Hand(Struct, frozen=True, kw_only=True):
    """A hand up since `since` (wall, ms)."""

    person: str
    hand: HandKind
    since: int


class Turn(Struct, frozen=True, kw_only=True):
    """Who has the floor, since when (wall, ms); `ran` is the session's clock then, so that a pause does not count.
    `interjected`: a short question, which is no turn of a round."""

    id: str
    person: str
    since: int
    ran: int
    interjected: bool = False


class Aside(Struct, frozen=True, kw_only=True):
    """A turn that a short question interrupts; it had taken `spent` ms and goes on after it."""

    id: str
    person: str
    since: int
    spent: int


class Capture(Struct, frozen=True, kw_only=True):
    """Something written down: `at` wall ms, `point` the id of the point it was written at. `seat`: who held the
    facilitator's seat then ("" the first), so that a note stays with them. `wording`: the id of the fact that gave it
    these words and these readers. `agreed`: a quote's speaker said yes to that. `released`: the group has heard that
    and agreed that it leaves the room. `marked`: wall ms at which it was last said to be done, or open again."""

    id: str
    words: Words
    at: int
    point: str = ""
    done: bool = False
    seat: str = ""
    wording: str = ""
    agreed: bool = False
    released: bool = False
    marked: int = 0


class Session(Struct, frozen=True, kw_only=True):
    """The state of a session.

    The clock, all in ms: `at`, wall time of the latest fact; `ran`, how long the session has run by then, pauses
    apart; `counted`, how much of that was in counted modes; `entered`, the value of `ran` when the running point was
    entered, and `entered_at` the wall time. `before`: the point that was left for the running one, "" for the first.
    `exempt`: whose own presentation this hour is about. `away`: who said before the start that they will not be here.
    `ended_turns`: the ids of the latest turns that are over, `last_speaker` whose the very last was.

    `aside`: the turn that a short question interrupts. `sorted_by_kind`: hands wait by what they are for.
    `turn_limit`: seconds, 0 for none. `rounds`: how many were entered. `room`: what the room screen shows. `care`:
    the clocks stand still because somebody needs care. `facilitator`: who holds the seat since a hand-over, "" for
    `first_facilitators`, who are known once there was one. `seat_order`, `on_the_line`: as arranged before the start.
    `ticked`: items of the checklist that are done. `struck`: ids of captures whose words are gone for good. `deciding`:
    the decision that is being made; `decided`: those that are over, as they stood, by the id of what ended them.
    `attended`: by person, from when to when they were there, as a meeting program's own record has it.
    `planned_for`: wall ms for which it was planned, where it was started on another day and `starts` is that start; 0
    else.
    """

    id: str = ""
    community: str = ""
    title: str = ""
    template: str = ""
    zone: str = "UTC"
    starts: int = 0
    status: Status = "planned"
    started: int | None = None
    ended: int | None = None
    points: dict[str, Point] = {}
    running: str = ""
    before: str = ""
    at: int = 0
    ran: int = 0
    counted: int = 0
    entered: int = 0
    entered_at: int = 0
    exempt: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    voices: dict[str, Voice] = {}
    turn: Turn | None = None
    ended_turns: tuple[str, ...] = ()
    hands: tuple[Hand, ...] = ()
    captures: dict[str, Capture] = {}
    recordings: tuple[str, ...] = ()
    last_speaker: str = ""
    aside: Aside | None = None
    sorted_by_kind: bool = False
    turn_limit: int = 0
    rounds: int = 0
    room: RoomShow = "question"
    care: bool = False
    facilitator: str = ""
    first_facilitators: tuple[str, ...] | None = None
    seat_order: tuple[str, ...] = ()
    on_the_line: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    struck: frozenset[str] = frozenset()
    deciding: Deciding | None = None
    decided: dict[str, Deciding] = {}
    planned_for: int = 0
    attended: dict[str, Stay] = {}

    @property
    def point(self) -> Point | None:
        """The running point."""
        return self.points.get(self.running)

    @property
    def mode(self) -> Mode:
        """How people come to speak now."""
        point = self.points.get(self.running)
        return "none" if point is None else point.mode

    @property
    def counting(self) -> bool:
        """Whether talk enters the comparison right now."""
        return self.status == "running" and self.mode in COUNTED

    @property
    def live(self) -> bool:
        return self.status in ("running", "paused")

    @property
    def began(self) -> int:
        """When it took place, or is to, wall ms."""
        return self.starts if self.started is None else self.started

    @property
    def planned_end(self) -> int:
        """Wall ms: when the plan, unextended, is over; or the close's own clock time, where it was given one."""
        points = list(self.points.values())
        if points and points[-1].fixed:
            return points[-1].fixed + round(points[-1].plan.minutes * 60_000)
        return self.starts + round(sum(point.plan.minutes for point in points if not point.inserted) * 60_000)

    def ran_by(self, now: int) -> int:
        """How long the session has run by now, pauses apart, ms. A clock that went back adds nothing."""
        return self.ran + (max(0, now - self.at) if self.status == "running" else 0)

    def counted_by(self, now: int) -> int:
        """How much of that was in counted modes, ms."""
        return self.counted + (max(0, now - self.at) if self.counting else 0)

    def alike(self, other: "Session") -> bool:
        """Equal in all, the order of points and seats included, which comparing by itself passes over."""
        orders = ((list(one.points), list(one.voices)) for one in (self, other))
        return self == other and next(orders) == next(orders)

    def elapsed(self, point: Point, now: int) -> int:
        """How long this point has been held, pauses apart, ms."""
        running = self.ran_by(now) - self.entered if point.id == self.running and self.live else 0
        return max(0, point.spent + running)


class Meeting(Struct, frozen=True, kw_only=True):
    """What a decision is made on: the community, its session, and what this actor could take back or do again.
    `others_since`: somebody else has acted after what could be taken back; `resting`: those of their acts that would
    go with it, or come back with what is done again, oldest first; `given_up`: those that had gone with it and do not.
    `named`: the fact that a command names by its id, even one that was taken back."""

    community: Community
    session: Session
    undo: Fact | None = None
    redo: Fact | None = None
    others_since: bool = False
    resting: tuple[Fact, ...] = ()
    given_up: tuple[Fact, ...] = ()
    named: Fact | None = None
