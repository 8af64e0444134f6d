"""What happened to agenda, clock, plan and room screen, in one line."""

from typing import assert_never

from lcterm.core.agenda import timetable
from lcterm.core.events import (
    AgendaEvent,
    ClockPaused,
    ClockResumed,
    ItemTicked,
    PlanEvent,
    PointBegan,
    PointEnded,
    PointExtended,
    PointFixed,
    PointInserted,
    PointJumped,
    PointMended,
    PointMoved,
    PointReturned,
    PointSkipped,
    PointsResized,
    RoomShow,
    RoomShown,
    SessionEnded,
    SessionStarted,
)
from lcterm.core.session import Meeting
from lcterm.core.told import Told
from lcterm.core.when import clock, full_day, local, minutes, zone_or_utc

ROOM_WORDS: dict[RoomShow, str] = {
    "question": "the question",
    "rules": "the rules",
    "captures": "what the group wrote down",
    "plain": "clock and floor alone",
    "charter": "what the group has settled",
}


def agenda_told(before: Meeting, event: AgendaEvent, after: Meeting) -> Told:
    """What became of agenda and clock."""
    return Told(_agenda(before, event, after))


def _agenda(before: Meeting, event: AgendaEvent, after: Meeting) -> str:
    points = before.session.points

    def title(point: str) -> str:
        return points[point].plan.title if point in points else "that point"

    match event:
        case SessionStarted(point=point):
            return _begun(before, title(point), after)
        case ClockPaused(care=care):
            return "All clocks stand still; the room sees a calm page." if care else "All clocks stand still."
        case ClockResumed():
            return "The clocks go on."
        case PointEnded(point=point, next=to) | PointJumped(point=point, to=to):
            return f"{title(point)} is done; now {title(to)}.{still_waiting(before)}"
        case PointReturned(to=to):
            return f"Back at {title(to)}; its clock goes on."
        case PointSkipped(point=point, next=to):
            return f"{title(point)} is left out{f'; now {title(to)}' if to else ''}."
        case PointExtended(point=point, minutes=more):
            unit = "minute" if abs(more) == 1 else "minutes"
            return f"{minutes(abs(more))} {unit} {'more' if more > 0 else 'less'} for {title(point)}."
        case PointBegan(point=point, began=began):
            held = (after.session.at - began) // 60_000
            return f"{title(point)} began {held} min ago."
        case SessionEnded():
            return f"The session is closed.{still_waiting(before)}"
        case _:
            assert_never(event)


def _begun(before: Meeting, title: str, after: Meeting) -> str:
    """That it was planned for another day is said once, as it begins."""
    this = after.session
    if not this.planned_for or before.session.planned_for:
        return f"The session has begun with {title}."
    planned = full_day(local(this.planned_for, zone_or_utc(this.zone)).date())
    return f"Started today with {title}; it was planned for {planned}."


def still_waiting(before: Meeting) -> str:
    """A list that goes with its discussion is not dropped without a word."""
    hands = before.session.hands if before.session.mode != "presenter" else ()
    names = ", ".join(before.community.name_of(hand.person) for hand in hands)
    return f" Still had a hand up: {names.removesuffix('.')}." if names else ""


def plan_told(before: Meeting, event: PlanEvent, after: Meeting) -> Told:
    """What became of the plan."""
    points = after.session.points

    def title(point: str) -> str:
        return points[point].plan.title if point in points else "that point"

    match event:
        case PointInserted(plan=plan):
            return Told(f"{plan.title} is on the agenda, {minutes(plan.minutes)} min.")
        case PointMended():
            return Told(_mended(before, event, title(event.point)))
        case PointMoved(point=point, before=following):
            return Told(f"{title(point)} comes {f'before {title(following)}' if following else 'last'} now.")
        case PointFixed(point=point, starts=starts):
            at = clock(starts, zone_or_utc(after.session.zone))
            return Told(f"{title(point)} begins at {at}." if starts else f"{title(point)} begins when it is its turn.")
        case PointsResized():
            end = timetable(after.session, after.session.at).expected_end
            at = f": the end is at {clock(end, zone_or_utc(after.session.zone))}" if end is not None else ""
            return Told(f"The landing plan is taken{at}.")
        case RoomShown(show=show):
            return Told(f"The room screen shows {ROOM_WORDS[show]}.")
        case ItemTicked(item=item, done=done):
            return Told(f"{'Done' if done else 'Open again'}: {item}", private=True)
        case _:
            assert_never(event)


def _mended(before: Meeting, event: PointMended, title: str) -> str:
    if event.clock_hidden is not None:
        return "The room sees no clock at this point." if event.clock_hidden else "The room sees the clock again."
    if event.sums_up is not None:
        return f"The group sums up at {title}." if event.sums_up else f"{title} is no summing-up point now."
    if event.presenters is not None:
        names = ", ".join(before.community.name_of(person) for person in event.presenters)
        verb = "presents" if len(event.presenters) == 1 else "present"
        return f"{title}: {names} {verb}." if names else f"{title} has no presenter now."
    if event.title is not None:
        known = before.session.points.get(event.point)
        return f"{known.plan.title if known else 'The point'} is called {title} now."
    return f"{title} has another question now." if event.question else f"{title} has no question now."
