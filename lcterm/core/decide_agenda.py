"""Decisions on agenda and clock."""

from typing import assert_never

from lcterm.core.agenda import following, preceding
from lcterm.core.agenda_plan import MINUTES_MAX
from lcterm.core.commands import (
    AgendaCommand,
    BeganEarlier,
    EndSession,
    ExtendPoint,
    JumpToPoint,
    NextPoint,
    PauseClock,
    PreviousPoint,
    ResumeClock,
    SkipPoint,
    StartSession,
)
from lcterm.core.events import (
    AgendaEvent,
    ClockPaused,
    ClockResumed,
    PointBegan,
    PointEnded,
    PointExtended,
    PointJumped,
    PointReturned,
    PointSkipped,
    SessionEnded,
    SessionStarted,
)
from lcterm.core.refusal import Refusal
from lcterm.core.seating import seats
from lcterm.core.session import Meeting, Point, Session

Answer = AgendaEvent | Refusal


def decide(meeting: Meeting, command: AgendaCommand, now: int) -> Answer:
    """What becomes of a wish about agenda or clock."""
    session = meeting.session
    if isinstance(command, StartSession):
        return _start(meeting)
    if isinstance(command, SkipPoint):
        return _skip(session, command.number)
    if isinstance(command, ExtendPoint) and command.number is not None:
        return _extend_numbered(session, command.number, command.minutes)
    point = session.point
    if not session.live or point is None:
        return not_running(session)
    match command:
        case PauseClock(care=care):
            paused = session.status == "paused" and (session.care or not care)
            return Refusal("The clock is paused already; resume goes on.") if paused else ClockPaused(care=care)
        case ResumeClock():
            return Refusal("The clock is running.") if session.status == "running" else ClockResumed()
        case NextPoint():
            after = following(session, point.id)
            return SessionEnded() if after is None else PointEnded(point=point.id, next=after.id)
        case PreviousPoint():
            before = preceding(session, point.id)
            return (
                Refusal("This is the first point.") if before is None else PointReturned(point=point.id, to=before.id)
            )
        case JumpToPoint(number=number):
            return _jump(session, point, number)
        case ExtendPoint(minutes=minutes):
            return _extend(point, minutes)
        case BeganEarlier(minutes=minutes):
            return _began_earlier(session, point, minutes, now)
        case EndSession():
            return SessionEnded()
        case _:
            assert_never(command)


def not_running(session: Session) -> Refusal:
    """Why nothing of the live hour can happen now."""
    if session.status == "planned":
        return Refusal("The session has not started; start it first.")
    return Refusal("The session is closed; undo opens it again.")


def _start(meeting: Meeting) -> Answer:
    session = meeting.session
    if session.status != "planned":
        return Refusal("The session is closed." if session.status == "closed" else "The session is running already.")
    first = next((point for point in session.points.values() if point.status == "ahead"), None)
    if first is None:
        return Refusal("There is no point to start with: every one was skipped.")
    return SessionStarted(point=first.id, seats=seats(meeting))


def point_numbered(session: Session, number: int) -> Point | Refusal:
    """The point of this number on the agenda, counted from 1."""
    points = list(session.points.values())
    if not 1 <= number <= len(points):
        return Refusal(f"There is no point {number}; the agenda has {len(points)}.")
    return points[number - 1]


def _jump(session: Session, point: Point, number: int) -> Answer:
    to = point_numbered(session, number)
    if isinstance(to, Refusal):
        return to
    if to.id == point.id:
        return Refusal(f"{to.plan.title} is running already.")
    return PointJumped(point=point.id, to=to.id)


def _skip(session: Session, number: int | None) -> Answer:
    running = session.point if session.live else None
    if number is None and running is None:
        return not_running(session)
    point = running if number is None else point_numbered(session, number)
    if isinstance(point, Refusal):
        return point
    if point is None or session.status == "closed":
        return not_running(session)
    if running is not None and point.id == running.id:
        after = following(session, point.id)
        if after is None:
            return Refusal(f"{point.plan.title} is the last point; end closes the session.")
        return PointSkipped(point=point.id, next=after.id)
    if point.status != "ahead":
        return Refusal(f"{point.plan.title} is {point.status} already.")
    return PointSkipped(point=point.id)


def _extend_numbered(session: Session, number: int, minutes: float) -> Answer:
    point = point_numbered(session, number)
    if isinstance(point, Refusal):
        return point
    if session.status == "closed" or point.status in ("done", "skipped"):
        return Refusal(f"{point.plan.title} is over; its length stands.")
    return _extend(point, minutes)


def _extend(point: Point, minutes: float) -> Answer:
    if not minutes:
        return Refusal("No minutes, no change.")
    length = point.plan.minutes + point.added + minutes
    if not 0 < length <= MINUTES_MAX:  # which refuses what is no number, too
        held = point.plan.minutes + point.added
        return Refusal(f"{point.plan.title} has {held:g} minutes; {minutes:+g} is more than it can give or hold.")
    return PointExtended(point=point.id, minutes=minutes)


def _began_earlier(session: Session, point: Point, minutes: float, now: int) -> Answer:
    if not 0 <= minutes <= MINUTES_MAX:
        return Refusal(f"{minutes:g} minutes ago is no time this can have begun.")
    began = now - round(minutes * 60_000)
    before = session.points.get(session.before)
    if before is not None and before.started is not None and began < before.started:
        since = (now - before.started) // 60_000
        return Refusal(f"{before.plan.title} itself only began {since} minutes ago.")
    return PointBegan(point=point.id, began=began)
