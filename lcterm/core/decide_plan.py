"""Decisions on an agenda that changes, on the landing, on the room screen, on the checklist."""

import re
from datetime import timedelta
from typing import assert_never
from zlib import crc32

from lcterm.core.agenda_plan import MINUTES_MAX, PlannedPoint, sums_up_by_title
from lcterm.core.commands import (
    FixPoint,
    HideClock,
    InsertPoint,
    LandOnTime,
    MendPoint,
    MovePoint,
    PlanCommand,
    ResizePoints,
    ShowInRoom,
    TickItem,
)
from lcterm.core.decide_agenda import not_running, point_numbered
from lcterm.core.events import (
    ItemTicked,
    NewLength,
    PlanEvent,
    PointFixed,
    PointInserted,
    PointMended,
    PointMoved,
    PointsResized,
    RoomShow,
    RoomShown,
)
from lcterm.core.landing import breaks, landing
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.session import Meeting, Point, Session
from lcterm.core.text import clean
from lcterm.core.when import MINUTE, local, to_ms, zone_or_utc

Answer = PlanEvent | Refusal

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.h]([0-5]\d)")
_FIXED_WITHIN = 12 * 60 * MINUTE
"""A clock time further from the start than this was meant as one before it."""
TITLE_MAX = 120
QUESTION_MAX = 400
ITEM_MAX = 120


def decide(meeting: Meeting, command: PlanCommand, now: int) -> Answer:
    """What becomes of a wish about the plan."""
    session = meeting.session
    match command:
        case TickItem(item=item, done=done):
            return _tick(session, item, done)
        case ShowInRoom(show=show):
            return _show(session, show)
        case HideClock(hidden=hidden):
            return _hide_clock(session, hidden)
        case _ if session.status == "closed":
            return not_running(session)
        case InsertPoint():
            return _insert(session, command, now)
        case MendPoint():
            return _mend(session, command)
        case MovePoint(number=number, by=by):
            return _move(session, number, by)
        case FixPoint(number=number, at=at):
            return _fix(session, number, at, now)
        case ResizePoints(lengths=lengths):
            return _resize(session, lengths)
        case LandOnTime(minutes=minutes):
            return _land(session, minutes, now)
        case _:
            assert_never(command)


def _tick(session: Session, item: str, done: bool) -> Answer:
    try:
        item = clean(item, what="an item of the checklist", limit=ITEM_MAX)
    except Refused as refused:
        return Refusal(refused.reason)
    if not item:
        return Refusal("Say which item of the checklist; prepare lists them.")
    if (item in session.ticked) == done:
        return Refusal("It is ticked already." if done else "It is open already.")
    return ItemTicked(item=item, done=done)


def _show(session: Session, show: RoomShow) -> Answer:
    point = session.point
    if point is None or not session.live:
        return not_running(session)
    if session.room == show:
        return Refusal("The room screen shows that already.")
    if show == "captures" and not point.plan.sums_up:
        return Refusal(f"Captures go to the room where the group sums up; {point.plan.title} is no such point.")
    return RoomShown(point=point.id, show=show)


def _hide_clock(session: Session, hidden: bool) -> Answer:
    point = session.point
    if point is None or not session.live:
        return not_running(session)
    if point.clock_hidden == hidden:
        return Refusal("The room sees no clock now." if hidden else "The room sees the clock.")
    return PointMended(point=point.id, clock_hidden=hidden)


def _ahead(session: Session, number: int) -> Point | Refusal:
    """A point that can still be changed: the running one, or one to come."""
    point = point_numbered(session, number)
    if isinstance(point, Refusal):
        return point
    if point.status in ("done", "skipped"):
        return Refusal(f"{point.plan.title} is {point.status} already.")
    return point


def _insert(session: Session, command: InsertPoint, now: int) -> Answer:
    minutes, number = command.minutes, command.number
    try:
        title = clean(command.title, what="title", limit=TITLE_MAX)
        question = clean(command.question, what="question", limit=QUESTION_MAX)
    except Refused as refused:
        return Refusal(refused.reason)
    if not title:
        return Refusal("A point needs a title.")
    if not 0 <= minutes <= MINUTES_MAX:
        return Refusal(f"{minutes:g} minutes is no length for a point.")
    order = list(session.points)
    running = order.index(session.running) + 1 if session.live and session.running in order else 0
    place = (running if session.live else len(order)) if number is None else number - 1
    if not running <= place <= len(order):
        return Refusal(f"There is no place {number} for it; the points to come are {running + 1} to {len(order) + 1}.")
    id = f"i{now:x}-{crc32(title.encode()):x}"
    before = order[place] if place < len(order) else ""
    plan = PlannedPoint(
        id=id,
        title=title,
        minutes=minutes,
        mode=command.mode,
        presenters=command.presenters,
        question=question,
        sums_up=sums_up_by_title(title),
    )
    return PointInserted(plan=plan, before=before)


def _mend(session: Session, command: MendPoint) -> Answer:
    point = _ahead(session, command.number)
    if isinstance(point, Refusal):
        return point
    title, question = command.title, command.question
    try:
        title = title if title is None else clean(title, what="title", limit=TITLE_MAX)
        question = question if question is None else clean(question, what="question", limit=QUESTION_MAX)
    except Refused as refused:
        return Refusal(refused.reason)
    if title == "":
        return Refusal("A point needs a title.")
    plan = point.plan
    wished = (title, question, command.presenters, command.sums_up)
    stands = (plan.title, plan.question, plan.presenters, plan.sums_up)
    if all(new is None or new == old for new, old in zip(wished, stands, strict=True)):
        return Refusal("Nothing was changed.")
    return PointMended(
        point=point.id, title=title, question=question, presenters=command.presenters, sums_up=command.sums_up
    )


def _move(session: Session, number: int, by: int) -> Answer:
    point = point_numbered(session, number)
    if isinstance(point, Refusal) or point.status != "skipped":  # one that was left out is to be held again
        point = _ahead(session, number)
    if isinstance(point, Refusal):
        return point
    if point.status == "running":
        return Refusal(f"{point.plan.title} is running; only points to come can be moved.")
    order = list(session.points)
    gone_by = order.index(session.running) if session.running in order else -1
    first = gone_by if number - 1 < gone_by else gone_by + 1  # what stands before the running one leaves its place
    to = min(max(first, number - 1 + by), len(order) - 1)
    if to == number - 1 and point.status != "skipped":
        return Refusal(f"{point.plan.title} cannot go further {'up' if by < 0 else 'down'}.")
    others = [one for one in order if one != point.id]
    return PointMoved(point=point.id, before=others[to] if to < len(others) else "")


def _fix(session: Session, number: int, at: str, now: int) -> Answer:
    point = _ahead(session, number)
    if isinstance(point, Refusal):
        return point
    if point.status == "running":
        return Refusal(f"{point.plan.title} is running; only a point to come can be fixed to a time.")
    if not at.strip():
        return PointFixed(point=point.id) if point.fixed else Refusal(f"{point.plan.title} is not fixed to a time.")
    found = _CLOCK.fullmatch(at.strip())
    if found is None:
        return Refusal(f"{at!r} is no clock time; write it like 15:30.")
    first = local(session.starts if session.started is None else session.started, zone_or_utc(session.zone))
    moment = first.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    if moment < first:  # past midnight
        moment += timedelta(days=1)
    starts = to_ms(moment)
    if starts - to_ms(first) > _FIXED_WITHIN or (session.live and starts <= now):
        return Refusal(f"{at.strip()} is over already; a point can only be fixed to a time to come.")
    return (
        Refusal("It is fixed to that already.") if starts == point.fixed else PointFixed(point=point.id, starts=starts)
    )


def _resize(session: Session, lengths: tuple[NewLength, ...]) -> Answer:
    changed: list[NewLength] = []
    for new in lengths:
        point = session.points.get(new.point)
        if point is None or point.status in ("done", "skipped"):
            return Refusal("The agenda has gone on meanwhile; look again.")
        if point.length == round(new.minutes * MINUTE):
            continue
        changed.append(new)
        if not 0 < new.minutes <= MINUTES_MAX:
            return Refusal(f"{point.plan.title} cannot have {new.minutes:g} minutes.")
    return PointsResized(lengths=tuple(changed)) if changed else Refusal("Nothing would change.")


def _land(session: Session, minutes: float | None, now: int) -> Answer:
    if not session.live:
        return not_running(session)
    if minutes is not None and not 0 < minutes <= MINUTES_MAX:
        return Refusal(f"{minutes:g} minutes from now is no time to end.")
    plan = landing(session, now, None if minutes is None else now + round(minutes * MINUTE), breaks(session))
    if plan.short:
        late = -(-plan.short // 60)
        return Refusal(f"Even at a minute each it would end {late} min late; leave a point out first.")
    return _resize(session, tuple(NewLength(id, length) for id, length in plan.lengths.items()))
