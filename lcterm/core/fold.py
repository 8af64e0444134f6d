"""The fold: (state, fact) -> state. Nothing else changes a session.

What no longer applies is passed over, so that two people who press the same key at once move things once, and a log
cut short or arriving late is still a valid session.
"""

from typing import assert_never

from msgspec.structs import replace

from lcterm.core import (
    fold_agenda,
    fold_captures,
    fold_deciding,
    fold_floor,
    fold_people,
    fold_plan,
    fold_queue,
)
from lcterm.core.agenda_plan import COUNTED
from lcterm.core.community_events import CommunityEvent
from lcterm.core.events import (
    AgendaEvent,
    AttendanceBroughtIn,
    CaptureEvent,
    DecidingEvent,
    FloorEvent,
    NamesTakenOut,
    PeopleEvent,
    PlanEvent,
    QueueEvent,
    SessionMoved,
    SessionPlanned,
    TakingBack,
    TurnsImported,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Point, Session


def apply(state: Session, fact: Fact) -> Session:
    """The session after this fact."""
    event = fact.event
    if isinstance(event, SessionPlanned):
        return _planned(state, event)
    state = passed_to(state, fact.at)
    if isinstance(event, FloorEvent):  # nearly all of a long session; what is asked first costs all others a little
        return fold_floor.apply(state, fact, event)
    if isinstance(event, SessionMoved):
        return _moved(state, event)
    if isinstance(event, AgendaEvent):
        return fold_agenda.apply(state, fact, event)
    if isinstance(event, QueueEvent):
        return fold_queue.apply(state, fact, event)
    if isinstance(event, PlanEvent):
        return fold_plan.apply(state, event)
    if isinstance(event, PeopleEvent):
        return fold_people.apply(state, fact, event)
    if isinstance(event, CaptureEvent):
        return fold_captures.apply(state, fact, event)
    if isinstance(event, DecidingEvent):
        return fold_deciding.apply(state, fact, event)
    if isinstance(event, NamesTakenOut):
        return fold_captures.taken_out(state, event.captures)
    if isinstance(event, TurnsImported):
        return fold_people.imported(state, fact, event)
    if isinstance(event, AttendanceBroughtIn):
        from lcterm.core import fold_attendance

        return fold_attendance.brought_in(state, event)
    if isinstance(event, TakingBack | CommunityEvent):
        return state
    assert_never(event)


def passed_to(state: Session, at: int) -> Session:
    """The session with its clock brought to `at` (wall, ms). Time that goes backwards adds nothing."""
    by = at - state.at
    if by <= 0:
        return state
    if state.status != "running":
        return replace(state, at=at)
    if state.mode in COUNTED:
        return replace(state, ran=state.ran + by, counted=state.counted + by, at=at)
    return replace(state, ran=state.ran + by, at=at)


def _planned(state: Session, event: SessionPlanned) -> Session:
    if state.points:
        return state
    return replace(
        state,
        community=event.community,
        title=event.title,
        template=event.template,
        zone=event.zone,
        starts=event.starts,
        points={point.id: Point(plan=point, mode=point.mode) for point in event.points},
    )


def _moved(state: Session, event: SessionMoved) -> Session:
    """What has begun is not moved any more. Points that are fixed to the clock go along."""
    if state.status != "planned" or not state.points or event.session != state.id:
        return state
    by = event.starts - state.starts
    points = {id: replace(one, fixed=one.fixed + by) if one.fixed else one for id, one in state.points.items()}
    return replace(state, starts=event.starts, zone=event.zone, points=points)
