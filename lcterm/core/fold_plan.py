"""The fold of an agenda that changes on the way, of the room screen, of the checklist."""

from typing import assert_never

from msgspec.structs import replace

from lcterm.core.events import (
    ItemTicked,
    PlanEvent,
    PointFixed,
    PointInserted,
    PointMended,
    PointMoved,
    PointsResized,
    RoomShown,
)
from lcterm.core.fold_agenda import own_presentation, with_point
from lcterm.core.fold_people import exempted
from lcterm.core.session import Point, Session


def apply(state: Session, event: PlanEvent) -> Session:
    """The session after a fact about its plan."""
    match event:
        case PointInserted():
            return _inserted(state, event)
        case PointMended():
            return _mended(state, event)
        case PointMoved(point=id, before=before):
            point = state.points.get(id)
            return state if point is None else _placed(state, point, before)
        case PointFixed(point=id, starts=starts):
            known = state.points.get(id)
            return state if known is None else with_point(state, replace(known, fixed=max(0, starts)))
        case PointsResized():
            return _resized(state, event)
        case RoomShown(point=id, show=show):
            return replace(state, room=show) if state.live and id == state.running else state
        case ItemTicked(item=item, done=done):
            others = tuple(other for other in state.ticked if other != item)
            return replace(state, ticked=(*others, item) if done else others)
        case _:
            assert_never(event)


def _placed(state: Session, point: Point, before: str) -> Session:
    """The point right before that one, or at the end; where that one has gone meanwhile it stays where it was. One that
    was left out is to be held again. One that somebody has begun meanwhile stays, or all behind it would fall out; and
    where that one has begun, the point comes right after the running one: nobody comes to what stands before it."""
    begun = point.status in ("running", "done") or state.status == "closed"
    if begun or before == point.id or (before and before not in state.points):
        return state
    point = replace(point, status="ahead", ended=None) if point.status == "skipped" else point
    others = [other for other in state.points.values() if other.id != point.id]
    place = next((place for place, other in enumerate(others) if other.id == before), len(others))
    running = next((place for place, other in enumerate(others, 1) if state.live and other.id == state.running), 0)
    place = max(place, running)
    order = [*others[:place], point, *others[place:]]
    return replace(state, points={other.id: other for other in order})


def _inserted(state: Session, event: PointInserted) -> Session:
    plan = event.plan
    if plan.id in state.points or state.status == "closed":
        return state
    before = event.before if event.before in state.points else ""
    point = Point(plan=plan, mode=plan.mode, inserted=state.live)
    return _placed(with_point(state, point), point, before)


def _mended(state: Session, event: PointMended) -> Session:
    point = state.points.get(event.point)
    if point is None:
        return state
    plan = point.plan
    mended = replace(
        plan,
        title=plan.title if event.title is None else event.title,
        question=plan.question if event.question is None else event.question,
        from_template=plan.from_template and event.question is None,
        presenters=plan.presenters if event.presenters is None else event.presenters,
        sums_up=plan.sums_up if event.sums_up is None else event.sums_up,
    )
    hidden = point.clock_hidden if event.clock_hidden is None else event.clock_hidden
    state = with_point(state, replace(point, plan=mended, clock_hidden=hidden))
    running = state.point if state.live else None
    if running is None or event.presenters is None:
        return state
    return exempted(state, own_presentation(state, running))


def _resized(state: Session, event: PointsResized) -> Session:
    """Points that are over by now keep the length they had."""
    for new in event.lengths:
        point = state.points.get(new.point)
        if point is None or point.status in ("done", "skipped"):
            continue
        if state.status == "planned":
            point = replace(point, plan=replace(point.plan, minutes=new.minutes))
        else:
            point = replace(point, added=new.minutes - point.plan.minutes)
        state = with_point(state, point)
    return state
