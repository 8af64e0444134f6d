"""The laws of the landing plan."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda import timetable
from lcterm.core.landing import landing
from lcterm.core.session import Point, Session
from tests.core.builder import MINUTE
from tests.core.landing_sessions import NOW, lefts, running, taken

minutes = st.one_of(st.integers(0, 90), st.floats(0, 90).map(lambda value: round(value, 2)))
sessions = st.builds(
    lambda lengths, held, fixed: running(*lengths, held=held, fixed=fixed),
    st.lists(minutes, min_size=1, max_size=9),
    st.floats(0, 100).map(lambda value: round(value, 3)),
    st.dictionaries(st.integers(1, 8), st.floats(-20, 200).map(lambda value: round(value, 3)), max_size=2),
)
ends = st.integers(-30 * 60_000, 500 * 60_000).map(lambda later: NOW + later)
keeping = st.frozensets(st.sampled_from([f"p{place}" for place in range(9)]), max_size=5)


def shares(session: Session, kept: frozenset[str]) -> list[Point]:
    return [point for point in session.points.values() if point.length > 0 and point.id not in kept]


def stretch(session: Session, point: Point) -> int:
    """Which stretch between fixed points this one lies in."""
    order = list(session.points.values())
    return sum(one.fixed > NOW for one in order[1 : order.index(point) + 1])


@given(sessions, ends, keeping)
def test_it_lands_exactly_or_says_what_is_missing(session: Session, end: int, kept: frozenset[str]) -> None:
    plan = landing(session, NOW, end, kept)
    assert timetable(taken(session, plan), NOW).expected_end == plan.end, "the timetable agrees"
    last = [point for point in shares(session, kept) if stretch(session, point) == stretch(session, _last(session))]
    if not plan.short:
        assert plan.end == end or (plan.end < end and not last)
    if plan.end > end:
        assert plan.short >= -(-(plan.end - end) // 1000), "a fixed point may be missed by more than the end"


def _last(session: Session) -> Point:
    return list(session.points.values())[-1]


@given(sessions, ends, keeping)
def test_a_point_that_shares_reaches_the_next_fixed_time(session: Session, end: int, kept: frozenset[str]) -> None:
    plan = landing(session, NOW, end, kept)
    rows = timetable(taken(session, plan), NOW).rows
    for row in rows[1:]:
        if row.point.fixed > NOW and not plan.short:
            assert row.starts == row.point.fixed


@given(sessions, ends, keeping)
def test_kept_points_stay_untouched_and_no_other_goes_below_a_minute(
    session: Session, end: int, kept: frozenset[str]
) -> None:
    plan = landing(session, NOW, end, kept)
    assert set(plan.lengths) == set(session.points)
    assert plan.kept == kept & set(session.points)
    left = lefts(session, plan)
    for id, point in session.points.items():
        if id in kept or point.length <= 0:
            assert plan.lengths[id] == point.plan.minutes
        else:
            assert left[id] >= MINUTE


@given(sessions, ends, keeping)
def test_the_longer_never_ends_up_shorter(session: Session, end: int, kept: frozenset[str]) -> None:
    left = lefts(session, landing(session, NOW, end, kept))
    points = shares(session, kept)
    for one in points:
        for other in points:
            before = [max(MINUTE, each.length - session.elapsed(each, NOW)) for each in (one, other)]
            if stretch(session, one) == stretch(session, other) and before[0] > before[1]:
                assert left[one.id] > left[other.id] - MINUTE


@given(sessions, ends, keeping)
def test_those_ahead_get_whole_minutes_but_for_one_a_stretch(session: Session, end: int, kept: frozenset[str]) -> None:
    plan = landing(session, NOW, end, kept)
    left = lefts(session, plan)
    changed = [point for point in shares(session, kept) if plan.lengths[point.id] != point.plan.minutes]
    odd = [stretch(session, point) for point in changed if left[point.id] % MINUTE]
    assert len(odd) == len(set(odd))


@given(sessions, ends, keeping, st.dictionaries(st.sampled_from(["p0", "p1", "p2"]), st.floats(-5, 120)))
def test_lengths_by_hand_hold(session: Session, end: int, kept: frozenset[str], by_hand: dict[str, float]) -> None:
    plan = landing(session, NOW, end, kept, by_hand)
    left = lefts(session, plan)
    for id in by_hand.keys() & session.points.keys():
        held = session.elapsed(session.points[id], NOW)
        assert abs(left[id] - max(MINUTE, round(by_hand[id] * MINUTE) - held)) <= 1


@given(sessions, ends, keeping)
def test_a_plan_that_was_taken_has_nothing_more_to_change(session: Session, end: int, kept: frozenset[str]) -> None:
    plan = landing(session, NOW, end, kept)
    again = landing(taken(session, plan), NOW, end, kept)
    assert (again.end, again.short) == (plan.end, plan.short)
    assert lefts(session, again) == lefts(session, plan)
