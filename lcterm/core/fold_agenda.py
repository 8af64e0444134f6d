"""The fold of agenda and clock."""

from typing import assert_never

from msgspec.structs import replace

from lcterm.core import fold_floor
from lcterm.core.agenda import following
from lcterm.core.agenda_plan import COUNTED
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
from lcterm.core.facts import Fact
from lcterm.core.fold_people import exempted, recounted, seated
from lcterm.core.other_day import on_the_day
from lcterm.core.session import Point, PointStatus, Session


def apply(state: Session, fact: Fact, event: AgendaEvent) -> Session:
    """The session after a fact of the agenda; its clock has been brought to the fact already."""
    match event:
        case SessionStarted():
            return _started(state, fact, event)
        case ClockPaused(care=care):
            return replace(state, status="paused", care=care or state.care) if state.live else state
        case ClockResumed():
            return replace(state, status="running", care=False) if state.status == "paused" else state
        case PointEnded(point=point, next=to):
            return _moved(state, fact, point, _still_ahead(state, point, to), "done")
        case PointJumped(point=point, to=to):
            return _moved(state, fact, point, to, "done")
        case PointReturned(point=point, to=to):
            return _moved(state, fact, point, to, "ahead")
        case PointSkipped():
            return _skipped(state, fact, event)
        case PointExtended(point=id, minutes=minutes):
            return _extended(state, id, minutes)
        case PointBegan():
            return _began(state, event)
        case SessionEnded():
            return _ended(state, fact) if state.live else state
        case _:
            assert_never(event)


def with_point(state: Session, point: Point) -> Session:
    """The session with this point in place of the one of the same id."""
    return replace(state, points={**state.points, point.id: point})


def _extended(state: Session, id: str, minutes: float) -> Session:
    """Before the start it is the plan that changes; on the way the plan stands, and what was added stands beside it."""
    point = state.points.get(id)
    if point is None:
        return state
    if state.status == "planned":
        return with_point(state, replace(point, plan=replace(point.plan, minutes=point.plan.minutes + minutes)))
    return with_point(state, replace(point, added=point.added + minutes))


def _started(state: Session, fact: Fact, event: SessionStarted) -> Session:
    if state.status != "planned" or event.point not in state.points:
        return state
    state = on_the_day(seated(state, event.seats), fact.at)
    return _entered(replace(state, status="running", started=fact.at), fact, event.point)


def _still_ahead(state: Session, point: str, to: str) -> str:
    """The point to come, or where somebody has left that out meanwhile, the one after it."""
    if to in state.points and state.points[to].status == "ahead":
        return to
    after = following(state, point)
    return to if after is None else after.id


def _moved(state: Session, fact: Fact, point: str, to: str, left_as: PointStatus) -> Session:
    if not state.live or state.running != point or to not in state.points or to == point:
        return state
    return _entered(_left(state, fact, left_as), fact, to)


def _skipped(state: Session, fact: Fact, event: PointSkipped) -> Session:
    point = state.points.get(event.point)
    if point is None or state.status == "closed":
        return state
    if event.point == state.running and state.live:
        return _moved(state, fact, event.point, event.next, "skipped")
    return with_point(state, replace(point, status="skipped")) if point.status == "ahead" else state


def _left(state: Session, fact: Fact, left_as: PointStatus) -> Session:
    """The running point left: its turn ends, and after a discussion the list is empty."""
    state = fold_floor.turn_ended(state, fact.at)
    point = state.points[state.running]
    done = replace(
        point,
        status=left_as,
        spent=state.elapsed(point, state.at),
        ended=None if left_as == "ahead" else fact.at,
        queue_open=True,
    )
    hands = state.hands if point.mode == "presenter" else ()
    return exempted(replace(with_point(state, done), running="", before=point.id, hands=hands, last_speaker=""), ())


def _entered(state: Session, fact: Fact, to: str) -> Session:
    point = state.points[to]
    started = fact.at if point.started is None else point.started
    point = replace(point, status="running", started=started, ended=None)
    state = replace(with_point(state, point), running=to, entered=state.ran, entered_at=fact.at)
    state = fold_floor.point_begun(replace(state, room="question"), fact)
    return fold_floor.presenter_has_floor(exempted(state, own_presentation(state, point)), fact)


def own_presentation(state: Session, point: Point) -> tuple[str, ...]:
    """Whose own presentation this hour is about: the point's presenters, and in the discussion that follows a
    presentation still those of the presentation, unless it fell out."""
    order = list(state.points.values())
    place = next(place for place, other in enumerate(order) if other.id == point.id)
    before = order[place - 1] if place else None
    if before is None or before.plan.mode != "presenter" or point.plan.mode == "presenter":
        return point.plan.presenters
    fell_out = before.status == "skipped" and before.started is None
    return point.plan.presenters + (() if fell_out else before.plan.presenters)


def _began(state: Session, event: PointBegan) -> Session:
    """Time moves between the running point and the one left for it, as much as was held there and no more; before the
    first, the session itself began then."""
    point = state.point
    if point is None or point.id != event.point or not state.live:
        return state
    before = state.points.get(state.before)
    held = state.ran - state.entered
    earlier = state.entered_at - event.began
    # Later than it was pressed: it has been held since then at most, less if there was a pause in between.
    shift = earlier if earlier >= 0 else min(0, state.at - event.began - held)
    counted = shift if point.mode in COUNTED else 0
    if before is not None:
        shift = min(shift, before.spent)
        counted = (shift if point.mode in COUNTED else 0) - (shift if before.mode in COUNTED else 0)
        ended = None if before.ended is None else event.began
        state = with_point(state, replace(before, spent=before.spent - shift, ended=ended))
    if point.started == state.entered_at:
        state = with_point(state, replace(point, started=event.began))
    turn = state.turn
    if turn is not None and turn.ran == state.entered:
        turn = replace(turn, since=event.began, ran=turn.ran - shift)
    state = recounted(state, counted, held if point.mode in COUNTED else 0)
    started = event.began if before is None else state.started
    starts = event.began if before is None and state.planned_for else state.starts
    return replace(
        state, starts=starts, started=started, turn=turn, entered=state.entered - shift, entered_at=event.began
    )


def _ended(state: Session, fact: Fact) -> Session:
    state = _left(state, fact, "done")
    return replace(state, status="closed", ended=fact.at, hands=(), care=False, room="question")
