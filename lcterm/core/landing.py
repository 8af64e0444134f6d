"""The landing plan: how the points left would shrink or stretch, in proportion, to end when they should."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lcterm.core.session import Point, Session
from lcterm.core.when import MINUTE


class Landing(NamedTuple):
    """A landing plan. `lengths`: minutes from now on of each point left (id -> whole length), those that change and
    those that do not; `kept`: ids that stay as they are; `end`: wall ms at which it lands; `short`: seconds that
    cannot be found without going below a minute, 0 where it lands exactly. Where a point that is fixed to the clock
    cannot be reached in time, `short` is the most by which one is late, and `end` may be met all the same; where
    nothing may change `end` may be early."""

    lengths: dict[str, float]
    kept: frozenset[str]
    end: int
    short: int


class _Part(NamedTuple):
    """A point left, all in ms: how long it was held already, what is left of it, what it has to keep (None: it takes
    its share), and the wall time before which it does not begin (0: none)."""

    point: Point
    held: int
    left: int
    keeps: int | None
    fixed: int


def landing(
    session: Session,
    now: int,
    end: int | None = None,
    kept: frozenset[str] = frozenset(),
    given: Mapping[str, float] | None = None,
) -> Landing:
    """The plan at `now` (wall ms) that ends at `end` (wall ms; None: the planned end). `kept`: ids of points that keep
    their length; `given`: lengths in minutes chosen by hand, never less than a minute from now. A point without a
    length has none afterwards either. The others share in proportion to what is left of them, but never less than a
    minute each: up to each point that is fixed to the clock what lies before it, then what lies behind. Those ahead
    get whole minutes, the first of them what is over. Empty while nothing runs. Source of the rules: ours."""
    target = session.planned_end if end is None else end
    parts = list(_left(session, now, kept, given or {}))
    lefts: list[int] = []
    late, at = 0, now
    for stretch in _stretches(parts, now):
        at = max(at, stretch[0].fixed)
        following = len(lefts) + len(stretch)
        until = parts[following].fixed if following < len(parts) else target
        shared = _stretch(stretch, until - at)
        lefts += shared
        at += sum(shared)
        late = max(late, at - until)
    lengths = {part.point.id: _minutes(part, left) for part, left in zip(parts, lefts, strict=True)}
    return Landing(lengths, kept & lengths.keys(), at if parts else target, -(-late // 1000) if parts else 0)


def breaks(session: Session) -> frozenset[str]:
    """The ids of the points at which nobody is called, with a length: a plan lets people have their break."""
    return frozenset(point.id for point in session.points.values() if point.mode == "none" and point.length > 0)


def _left(session: Session, now: int, kept: frozenset[str], given: Mapping[str, float]) -> Iterator[_Part]:
    """The running point and all ahead of it. One that was jumped over is not waited for: *next* never comes to it."""
    running = session.point if session.live else None
    if running is None:
        return
    order = list(session.points.values())
    yield _part(running, session.elapsed(running, now), 0, kept, given)
    for point in order[order.index(running) + 1 :]:
        if point.status == "ahead":
            yield _part(point, point.spent, point.fixed if point.fixed > now else 0, kept, given)


def _part(point: Point, held: int, fixed: int, kept: frozenset[str], given: Mapping[str, float]) -> _Part:
    left = max(0, point.length - held)
    keeps = left if point.id in kept or point.length <= 0 else None
    if point.id in given:
        keeps = max(MINUTE, round(given[point.id] * MINUTE) - held)
    return _Part(point, held, left, keeps, fixed)


def _stretches(parts: Sequence[_Part], now: int) -> Iterator[Sequence[_Part]]:
    """The parts, cut before each that is fixed to the clock."""
    first = 0
    for place, part in enumerate(parts):
        if place and part.fixed > now:
            yield parts[first:place]
            first = place
    if parts:
        yield parts[first:]


def _stretch(parts: Sequence[_Part], room: int) -> list[int]:
    """What each part gets of `room` ms, those that keep theirs first."""
    kept = sum(part.keeps for part in parts if part.keeps is not None)
    shares = iter(_shares([part.left for part in parts if part.keeps is None], room - kept))
    return [next(shares) if part.keeps is None else part.keeps for part in parts]


def _shares(lefts: Sequence[int], room: int) -> list[int]:
    """`room` ms in proportion to `lefts`, in whole minutes by the largest remainder, at least one each; the first gets
    the odd seconds. What fits already stays as it is. Where there are too few minutes it is one each, which is more
    than the room."""
    if sum(lefts) == room and min(lefts, default=0) >= MINUTE:
        return list(lefts)
    whole = room // MINUTE
    if whole < len(lefts):
        return [MINUTE] * len(lefts)
    weights = {place: max(left, MINUTE) for place, left in enumerate(lefts)}  # what is over time counts a minute
    minutes = dict.fromkeys(weights, 1)
    # Who would get less than a minute gets one, and the others share what is left then, until nobody is below.
    while below := [place for place, weight in weights.items() if whole * weight < sum(weights.values())]:
        whole -= len(below)
        weights = {place: weight for place, weight in weights.items() if place not in below}
    total = sum(weights.values())
    minutes |= {place: whole * weight // total for place, weight in weights.items()}
    remainders = sorted(weights, key=lambda place: whole * weights[place] % total, reverse=True)
    for place in remainders[: whole - sum(minutes[place] for place in weights)]:
        minutes[place] += 1
    shares = [minutes[place] * MINUTE for place in range(len(lefts))]
    return [share + (room % MINUTE if not place else 0) for place, share in enumerate(shares)]


def _minutes(part: _Part, left: int) -> float:
    """The whole length that leaves so many ms; the very same number where nothing changes."""
    point = part.point
    return point.plan.minutes + point.added if left == part.left else (part.held + left) / MINUTE
