"""A session as later sessions need it: who presented and who came, what it left open, in a form that is read at once.

A digest is worked out from its session alone and says nothing that its log does not. It holds only what the group's own
summary would hold of these things: no note, no quote that waits for its yes, nothing that stays in the room.
"""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from lcterm.core.agenda_plan import Mode
from lcterm.core.audience import readable
from lcterm.core.events import Audience, CaptureKind
from lcterm.core.kept_captures import leaves_the_room
from lcterm.core.seating import was_here
from lcterm.core.session import Capture, Point, Session, Status

LIVE: frozenset[Status] = frozenset({"running", "paused"})


class Kept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A capture that is not over with its session. Fields as in Words and Capture; `at` and `marked` are wall ms,
    `point` is the title of the point it was written at. Whose words they are is not held."""

    id: str
    kind: CaptureKind
    text: str
    at: int
    point: str = ""
    owners: tuple[str, ...] = ()
    due: str = ""
    due_next: bool = False
    audience: Audience = "group"
    to: str = ""
    done: bool = False
    marked: int = 0
    released: bool = False


class Presented(Struct, frozen=True, kw_only=True):
    """A presentation that was held: the point's title, and who presented (ids)."""

    title: str
    people: tuple[str, ...]


class Unreached(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A point that was not held; as in PlannedPoint."""

    id: str
    title: str
    minutes: float
    mode: Mode
    presenters: tuple[str, ...] = ()
    question: str = ""


class Digest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What later sessions need of this one. Times are wall ms, people ids. `attended`: who took part, in seat order.
    `reports`: what was to leave the room, be it released or not. `unreached`: points that were not held, of a session
    that was. `in_room`: how many open actions stay in the room and so are not here."""

    session: str
    title: str
    zone: str
    starts: int
    status: Status
    started: int | None = None
    ended: int | None = None
    presented: tuple[Presented, ...] = ()
    attended: tuple[str, ...] = ()
    actions: tuple[Kept, ...] = ()
    parked: tuple[Kept, ...] = ()
    questions: tuple[Kept, ...] = ()
    reports: tuple[Kept, ...] = ()
    unreached: tuple[Unreached, ...] = ()
    in_room: int = 0

    @property
    def held(self) -> bool:
        """Whether it took place; one that is under way does so."""
        return self.started is not None or self.status != "planned"

    @property
    def live(self) -> bool:
        return self.status in LIVE

    @property
    def began(self) -> int:
        """When it took place, or is to."""
        return self.starts if self.started is None else self.started


class Left(NamedTuple):
    """What the group may read of a session, by what becomes of it."""

    actions: tuple[Kept, ...]
    parked: tuple[Kept, ...]
    questions: tuple[Kept, ...]
    reports: tuple[Kept, ...]


def digest(session: Session) -> Digest:
    """The digest of a session as it stands now."""
    left = _left(session, readable("group", session))
    own = (one for one in session.captures.values() if one.words.audience == "room")
    began = session.started is not None
    took_place = began or session.status != "planned"
    return Digest(
        session=session.id,
        title=session.title,
        zone=session.zone,
        starts=session.starts,
        status=session.status,
        started=session.started,
        ended=session.ended,
        presented=tuple(_presented(session.points.values())),
        attended=tuple(one.person for one in session.voices.values() if was_here(one)) if took_place else (),
        actions=left.actions,
        parked=left.parked,
        questions=left.questions,
        reports=left.reports,
        unreached=tuple(_unreached(one) for one in session.points.values() if began and _was_not_held(one)),
        in_room=sum(one.words.kind == "action" and not one.done for one in own),
    )


def _presented(points: Iterable[Point]) -> list[Presented]:
    """A facilitator's own talk has no presenters in its plan, and is none of these."""
    talks = [one for one in points if one.plan.mode == "presenter" and one.plan.presenters and one.started is not None]
    return [Presented(title=one.plan.title, people=one.plan.presenters) for one in talks if one.status != "ahead"]


def _was_not_held(point: Point) -> bool:
    """A moment without a length, and a break, are nobody's loss."""
    not_held = point.started is None or point.status == "ahead"
    return not_held and point.mode != "none" and point.length > 0


def _unreached(point: Point) -> Unreached:
    plan = point.plan
    return Unreached(
        id=plan.id,
        title=plan.title,
        minutes=plan.minutes,
        mode=plan.mode,
        presenters=plan.presenters,
        question=plan.question,
    )


def _left(session: Session, captures: Iterable[Capture]) -> Left:
    kept = [(one, _kept(session, one)) for one in captures]

    def of(kind: CaptureKind) -> tuple[Kept, ...]:
        return tuple(short for one, short in kept if one.words.kind == kind)

    reports = tuple(short for one, short in kept if leaves_the_room(one.words) and one.words.kind != "action")
    return Left(of("action"), of("parked"), of("question"), reports)


def _kept(session: Session, capture: Capture) -> Kept:
    words, point = capture.words, session.points.get(capture.point)
    return Kept(
        id=capture.id,
        kind=words.kind,
        text=words.text,
        at=capture.at,
        point=point.plan.title if point is not None else "",
        owners=words.owners,
        due=words.due,
        due_next=words.due_next,
        audience=words.audience,
        to=words.to,
        done=capture.done,
        marked=capture.marked,
        released=capture.released,
    )
