"""Figures over time: a slot a session, or a stretch of months, and a gap where there is no figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.report import Report, report
from lcterm.core.series import OverTime, Series, over_time
from tests.core.counting import HOUR, at, circle, held, kept, on, planned, voice


def of(shown: OverTime, id: str) -> Series:
    return next(one for one in shown.series if one.id == id)


def diary(*days: float) -> Report:
    return report(circle(), [held(day, "abc", "d") for day in days], at(max(days, default=0) + 1))


def test_before_the_first_session_there_is_nothing() -> None:
    assert over_time(report(circle(), [], at(0)), 10) == OverTime(size="session", slots=(), series=())


def test_a_slot_is_a_session_and_one_that_was_not_held_is_a_gap() -> None:
    known = [held(0, "ab", "c"), held(56, "abc"), planned(28), planned(200)]
    shown = over_time(report(circle("abc"), known, at(100)), 10)
    assert shown.size == "session"
    assert [(one.day, one.sessions) for one in shown.slots] == [(on(0), 1), (on(28), 0), (on(56), 1)]
    assert of(shown, "attendance").rows == ((2, None, 3), (3, None, 3))
    assert of(shown, "attendance").gaps == 1


def test_only_what_there_are_figures_of_is_there() -> None:
    assert [one.id for one in over_time(diary(0, 28), 10).series] == ["attendance"]
    known = [
        replace(held(0, feedback=("Good",), actions=(kept("k"),)), length=HOUR),
        held(28, voices=(voice("a", 60), voice("b", 30))),
    ]
    full = over_time(report(circle(voices="yes", actions="yes"), known, at(30)), 10)
    assert [one.id for one in full.series] == ["attendance", "length", "feedback", "actions", "evenness"]
    assert of(full, "length").rows == ((60, None), (60, None))
    without = over_time(report(circle(), known, at(30)), 10)
    assert [one.id for one in without.series] == ["attendance", "length", "feedback"]


def test_what_came_from_a_recording_has_no_feedback_rather_than_none() -> None:
    known = [held(0, feedback=("Good",)), held(28, recorded=True), held(56)]
    assert of(over_time(report(circle(), known, at(60)), 10), "feedback").rows == ((1, None, 0),)


def test_actions_are_by_what_became_of_them_and_late_ones_are_not_counted_twice() -> None:
    acts = (kept("done", done=True), kept("open"), replace(kept("late"), due=on(1).isoformat()))
    shown = over_time(report(circle(actions="yes"), [held(0, actions=acts), held(28)], at(30)), 10)
    one = of(shown, "actions")
    assert dict(zip(one.parts, one.rows, strict=True)) == {
        "done": (1, 0),
        "late": (1, 0),
        "open": (1, 0),
        "dropped": (0, 0),
    }
    assert one.top == 3


def test_too_many_sessions_become_months_quarters_years() -> None:
    weekly = [held(7 * week, "ab" if week % 2 else "abcd", "e") for week in range(52)]
    made = report(circle(), weekly, at(400))
    assert [over_time(made, most).size for most in (52, 51, 12, 11, 4, 3)] == [
        *("session", "month", "month", "quarter", "quarter"),
        "year",
    ]
    quarters = over_time(made, 4)
    assert [(one.day.isoformat(), one.sessions) for one in quarters.slots] == [
        ("2026-01-01", 13),
        ("2026-04-01", 13),
        ("2026-07-01", 13),
        ("2026-10-01", 13),
    ]
    assert of(quarters, "attendance").rows[0][0] == pytest.approx((7 * 4 + 6 * 2) / 13, abs=0.001)


def test_a_quarter_without_a_session_is_a_gap() -> None:
    shown = over_time(diary(*range(20), *range(200, 220)), 5)
    assert shown.size == "quarter"
    assert [one.sessions > 0 for one in shown.slots] == [True, False, True]
    assert of(shown, "attendance").rows[0] == (3, None, 3)


def test_more_years_than_there_is_room_leave_the_oldest_out_and_say_so() -> None:
    shown = over_time(diary(*(366 * year for year in range(12))), 5)
    assert (shown.size, len(shown.slots), shown.left_out) == ("year", 5, 7)


DAYS = st.sets(st.integers(0, 4000), min_size=1, max_size=60)


@given(DAYS, st.integers(5, 40))
def test_there_are_never_more_slots_than_room_and_no_session_is_lost(days: set[int], most: int) -> None:
    made = diary(*sorted(days))
    shown = over_time(made, most)
    assert 1 <= len(shown.slots) <= most
    assert sum(one.sessions for one in shown.slots) + shown.left_out == len(made.held)
    assert all(len(row) == len(shown.slots) for series in shown.series for row in series.rows)
    assert [one.day for one in shown.slots] == sorted(one.day for one in shown.slots)
