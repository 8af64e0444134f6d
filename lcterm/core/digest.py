"""A session as later sessions need it: who presented and who came, what it left open, in a form that is read at once.

A digest is worked out from its session alone and says nothing that its log does not. It holds only what the group's own
summary would hold of these things: no note, no quote that waits for its yes, nothing that stays in the room.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.agenda_plan import Mode
from lcterm.core.audience import readable
from lcterm.core.events import Audience, CaptureKind
from lcterm.core.kept_captures import leaves_the_room
from lcterm.core.roles import outside
from lcterm.core.seating import was_here
from lcterm.core.session import Capture, Point, Session, Status, Voice
from lcterm.core.when import MINUTE

LIVE: frozenset[Status] = frozenset({"running", "paused"})
_DAY = 24 * 60 * MINUTE


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


class VoiceKept(Struct, frozen=True, kw_only=True):
    """What was heard of somebody in one session, in turns that are over: `spoken` microseconds in counted turns,
    `counted` ms of counted time that they were present for. `compared`: by their role they are compared with others."""

    person: str
    turns: int
    round_turns: int
    spoken: int
    counted: int
    compared: bool


class Tally(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Mere counts of what was written down, whoever may read it: captures of all kinds, the actions among them, and
    those of the actions that are open."""

    captures: int = 0
    actions: int = 0
    open: int = 0


class Digest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What later sessions need of this one. Times are wall ms, people ids. `planned_for`: as in Session. `template`:
    the id of the one it was planned from, "" for none. `attended`: who took part, `missed`: who had a seat and did not,
    both in seat order and with facilitators and observers; `apart`: who of them came as such. `reports`: what was to
    leave the room, be it released or not. `unreached`: points that were not held, of a session that was. `feedback`:
    never with a name. `voices`: of everyone seated, only where they were asked for. `in_room`: how many open actions
    stay in the room and so are not here; `tally` counts them too. `length`: ms it was planned for, 0 for unknown.
    `measured`: who took part is known from a meeting program's own record alone."""

    session: str
    title: str
    zone: str
    starts: int
    status: Status
    planned_for: int = 0
    template: str = ""
    started: int | None = None
    ended: int | None = None
    presented: tuple[Presented, ...] = ()
    attended: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    actions: tuple[Kept, ...] = ()
    parked: tuple[Kept, ...] = ()
    questions: tuple[Kept, ...] = ()
    reports: tuple[Kept, ...] = ()
    feedback: tuple[Kept, ...] = ()
    voices: tuple[VoiceKept, ...] = ()
    unreached: tuple[Unreached, ...] = ()
    in_room: int = 0
    tally: Tally = Tally()
    length: int = 0
    measured: bool = False

    @property
    def id(self) -> str:
        """The session's id, by the name that it has in Session."""
        return self.session

    @property
    def held(self) -> bool:
        """Whether it took place; one that is under way does so."""
        return self.started is not None or self.status != "planned"

    @property
    def live(self) -> bool:
        return self.status in LIVE

    @property
    def here(self) -> tuple[str, ...]:
        """Who a headcount is of: whoever took part, facilitators and observers apart."""
        return tuple(person for person in self.attended if person not in self.apart)

    @property
    def began(self) -> int:
        """When it took place, or is to."""
        return self.starts if self.started is None else self.started


class Left(Struct, frozen=True):
    """What the group may read of a session, by what becomes of it."""

    actions: tuple[Kept, ...]
    parked: tuple[Kept, ...]
    questions: tuple[Kept, ...]
    reports: tuple[Kept, ...]
    feedback: tuple[Kept, ...]


def digest(session: Session, *, voices: bool = False) -> Digest:
    """The digest of a session as it stands now. `voices`: with what was heard of each, which nobody may keep beyond
    the session unless the charter says so."""
    left = _left(session, readable("group", session))
    own = (one for one in session.captures.values() if one.words.audience == "room")
    began = session.started is not None
    seated = session.voices.values() if began or session.status != "planned" else ()
    return Digest(
        session=session.id,
        title=session.title,
        zone=session.zone,
        starts=session.starts,
        planned_for=session.planned_for,
        status=session.status,
        template=session.template,
        started=session.started,
        ended=session.ended,
        presented=tuple(_presented(session.points.values())),
        attended=tuple(one.person for one in seated if was_here(one)),
        missed=tuple(one.person for one in seated if not was_here(one)),
        apart=tuple(one.person for one in seated if _came_apart(session, one)),
        actions=left.actions,
        parked=left.parked,
        questions=left.questions,
        reports=left.reports,
        feedback=left.feedback,
        voices=tuple(_voice(session, one) for one in seated) if voices else (),
        unreached=tuple(_unreached(one) for one in session.points.values() if began and _was_not_held(one)),
        in_room=sum(one.words.kind == "action" and not one.done for one in own),
        tally=_tally(session),
        length=_length(session),
        measured=not began and bool(session.attended),
    )


def _length(session: Session) -> int:
    """Nobody plans a session of more than a day: then its close was given a time of another day."""
    planned = session.planned_end - session.starts
    return planned if 0 < planned <= _DAY else 0


def _tally(session: Session) -> Tally:
    actions = [one for one in session.captures.values() if one.words.kind == "action"]
    return Tally(captures=len(session.captures), actions=len(actions), open=sum(not one.done for one in actions))


def _presented(points: Iterable[Point]) -> list[Presented]:
    """A facilitator's own talk has no presenters in its plan, and is none of these."""
    talks = [one for one in points if one.plan.mode == "presenter" and one.plan.presenters and one.started is not None]
    return [Presented(title=one.plan.title, people=one.plan.presenters) for one in talks if one.status != "ahead"]


def _was_not_held(point: Point) -> bool:
    return (point.started is None or point.status == "ahead") and is_missed(point)


def is_missed(point: Point) -> bool:
    """Whether it counts that this point was not held: a moment without a length, and a break, are nobody's loss."""
    return point.mode != "none" and point.length > 0


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
    feedback = tuple(replace(one, owners=()) for one in of("feedback"))
    return Left(of("action"), of("parked"), of("question"), reports, feedback)


def _came_apart(session: Session, voice: Voice) -> bool:
    """Whether they are outside the circle that a headcount is of. Whoever took over the facilitator's seat came as what
    they were before."""
    first = session.first_facilitators
    if first is None:
        return not voice.compared
    return voice.person in first or outside(set(voice.roles) - {"facilitator"}) is not None


def _voice(session: Session, voice: Voice) -> VoiceKept:
    open_stretch = 0 if voice.since is None else max(0, session.counted - voice.since)
    return VoiceKept(
        person=voice.person,
        turns=voice.turns,
        round_turns=voice.round_turns,
        spoken=voice.spoken,
        counted=voice.counted + open_stretch,
        compared=voice.compared,
    )


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
