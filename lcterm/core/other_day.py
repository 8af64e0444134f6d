"""A session that is started on another day than it was planned for: its plan begins when it was started."""

from datetime import timedelta, tzinfo

from msgspec.structs import replace

from lcterm.core.session import Point, Session
from lcterm.core.when import MINUTE, local, zone_or_utc

DAY_MS = 24 * 60 * MINUTE

LATE_MS = 12 * 60 * MINUTE
"""What begins nearer to its time than this is late or early, on whichever side of midnight (ours)."""


def on_the_day(state: Session, at: int) -> Session:
    """The session as it is started at `at` (wall, ms): as planned, or where that is on another day of its own zone,
    with a plan that begins now (ours: nobody is thirty days ahead). Points that are fixed to the clock keep their time
    of day, as many days later or earlier; those whose time is over by then are not fixed any more."""
    zone = zone_or_utc(state.zone)
    days = (local(at, zone).date() - local(state.starts, zone).date()).days
    if not days or abs(at - state.starts) < LATE_MS:
        return state

    def moved(point: Point) -> Point:
        fixed = point.fixed + days * DAY_MS
        fixed += _offset(point.fixed, zone) - _offset(fixed, zone)
        return replace(point, fixed=fixed if fixed > at else 0)

    points = {id: moved(one) if one.fixed else one for id, one in state.points.items()}
    return replace(state, starts=at, planned_for=state.starts, points=points)


def _offset(at: int, zone: tzinfo) -> int:
    """How far the clocks of the zone are ahead of UTC then, ms."""
    return (local(at, zone).utcoffset() or timedelta()) // timedelta(milliseconds=1)
