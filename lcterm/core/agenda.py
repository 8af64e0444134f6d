"""The agenda as a timetable: planned, expected and actual times apart. All times wall ms, UTC."""

from typing import Literal

from msgspec import Struct

from lcterm.core.session import Point, PointStatus, Session

Phase = Literal["plenty", "soon", "close", "over", "untimed"]
"""How the running point stands: more than 20 % left, the last 20 %, the last 5 %, over time, or no time set."""

BEHIND_MINUTES = 5
"""From here on running late is worth a colour; before, plain words (the plan serves the people)."""


class Row(Struct, frozen=True, kw_only=True):
    """A point in time. `starts`: actual for what has begun, expected for what is ahead; `seconds`: held so far, or in
    all; `remaining`: seconds, negative over time; both None where they make no sense. `timed`: `starts` says something;
    not for a point that was left out, passed over, or not reached when all was over."""

    number: int
    point: Point
    status: PointStatus
    planned: int
    starts: int
    seconds: float | None
    remaining: float | None
    timed: bool = True


class Timetable(Struct, frozen=True, kw_only=True):
    """The agenda at a moment. `drift`: seconds behind the plan (ahead: negative)."""

    rows: tuple[Row, ...]
    planned_end: int
    expected_end: int | None
    drift: int


def timetable(session: Session, now: int) -> Timetable:
    """The agenda as it stands at `now`."""
    rows: list[Row] = []
    planned = session.starts
    expected = _first_expected(session, now)
    passed_over = session.live
    for number, point in enumerate(session.points.values(), 1):
        passed_over = passed_over and point.id != session.running
        if point.status == "ahead" and not passed_over:
            expected = max(expected, point.fixed)
        ahead = planned if passed_over else expected
        starts = ahead if point.started is None or point.status == "ahead" else point.started
        held = session.elapsed(point, now) if point.started is not None else None
        running = point.status == "running" and session.live
        counts_down = running and point.length > 0
        awaited = point.status == "ahead" and not passed_over and session.status != "closed"
        rows.append(
            Row(
                number=number,
                point=point,
                status=point.status,
                planned=planned,
                starts=starts,
                seconds=None if held is None or point.status == "ahead" else held / 1000,
                remaining=(point.length - (held or 0)) / 1000 if counts_down else None,
                timed=awaited or (point.started is not None and point.status != "ahead"),
            )
        )
        planned += 0 if point.inserted else round(point.plan.minutes * 60_000)
        if running:
            expected = now + max(0, point.length - (held or 0))
        elif point.status == "ahead" and not passed_over:
            expected += max(0, point.length - point.spent)
    # From now on, what is left of the running point, never less than nothing, and of all that lies ahead of it; a
    # point that was jumped over is not waited for: *next* never comes to it.
    end = session.ended if session.status == "closed" else expected
    drift = round((end - session.planned_end) / 1000) if end is not None else 0
    return Timetable(rows=tuple(rows), planned_end=session.planned_end, expected_end=end, drift=drift)


def remaining(session: Session, now: int) -> int | None:
    """Milliseconds left of the running point, negative over time; None when nothing is timed."""
    point = session.point
    if point is None or not session.live or point.length <= 0:
        return None
    return point.length - session.elapsed(point, now)


def phase(session: Session, now: int) -> Phase:
    """How the running point stands."""
    left, point = remaining(session, now), session.point
    if left is None or point is None:
        return "untimed"
    if left < 0:
        return "over"
    part = left / point.length
    return "close" if part <= 0.05 else "soon" if part <= 0.2 else "plenty"


def following(session: Session, point: str) -> Point | None:
    """The next point still ahead after this one, in the agenda's order."""
    order = list(session.points.values())
    place = next((place for place, other in enumerate(order) if other.id == point), -1)
    return next((other for other in order[place + 1 :] if other.status == "ahead"), None)


def preceding(session: Session, point: str) -> Point | None:
    """The point before this one that was not skipped."""
    order = list(session.points.values())
    place = next((place for place, other in enumerate(order) if other.id == point), 0)
    return next((other for other in reversed(order[:place]) if other.status != "skipped"), None)


def _first_expected(session: Session, now: int) -> int:
    return now if session.live else max(now, session.starts) if session.status == "planned" else session.starts
