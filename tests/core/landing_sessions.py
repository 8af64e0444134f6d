"""Sessions in the middle of their first point, for landing plans."""

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.landing import Landing
from lcterm.core.session import Point, Session
from tests.core.builder import MINUTE, START

NOW = START + 67 * MINUTE + 26_000


def running(*lengths: float, held: float = 0, fixed: dict[int, float] | None = None) -> Session:
    """A session in its first point, held for so many minutes; `fixed`: places with minutes from NOW at which they
    begin."""
    points = [
        Point(
            plan=PlannedPoint(id=f"p{place}", title=f"Point {place}", minutes=minutes),
            mode="open",
            status="running" if not place else "ahead",
            started=NOW if not place else None,
            fixed=NOW + round((fixed or {})[place] * MINUTE) if place in (fixed or {}) else 0,
        )
        for place, minutes in enumerate(lengths)
    ]
    return Session(
        status="running",
        starts=NOW,
        points={point.id: point for point in points},
        running="p0",
        at=NOW,
        ran=round(held * MINUTE),
    )


def lefts(session: Session, plan: Landing, now: int = NOW) -> dict[str, int]:
    """Milliseconds that the plan leaves each point, from now on."""
    return {
        id: max(0, round(length * MINUTE) - session.elapsed(session.points[id], now))
        for id, length in plan.lengths.items()
    }


def taken(session: Session, plan: Landing) -> Session:
    """The session when the plan is taken, as the fold does it."""
    points = {
        id: Point(
            plan=point.plan,
            mode=point.mode,
            added=plan.lengths.get(id, point.plan.minutes + point.added) - point.plan.minutes,
            status=point.status,
            started=point.started,
            fixed=point.fixed,
        )
        for id, point in session.points.items()
    }
    return Session(status="running", starts=session.starts, points=points, running="p0", at=session.at, ran=session.ran)
