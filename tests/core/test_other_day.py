"""A session that is started on another day than it was planned for: its plan begins then, and undo brings it back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import BeganEarlier, FixPoint, NextPoint, StartSession, Undo
from lcterm.core.landing import landing
from lcterm.core.other_day import on_the_day
from lcterm.core.session import Point, Session
from lcterm.core.when import local, to_ms, zone_named
from tests.core.builder import MINUTE, START, Table

DAY = 24 * 60 * MINUTE
AGENDA: tuple[tuple[str, float, Mode], ...] = (("Talk", 30, "queue"), ("Break", 10, "none"), ("Close", 20, "open"))
BERLIN = zone_named("Europe/Berlin")


def early(days: float, fixed: str = "") -> Table:
    """A session at 14:00, started so many days before that."""
    table = Table(agenda=AGENDA)
    if fixed:
        table.do(FixPoint(3, fixed))
    table.now = START - round(days * DAY)
    return table


@pytest.mark.parametrize("days", [30, 1, -1, -400])
def test_the_plan_begins_when_it_is_started(days: int) -> None:
    table = early(days)
    table.do(StartSession())
    session = table.session
    assert (session.starts, session.planned_for) == (table.now, START)
    assert table.timetable.drift == 0
    assert landing(session, table.now).lengths == {"point-1": 30, "point-2": 10, "point-3": 20}
    assert table.told[-1].text == "Started today with Talk; it was planned for Tue 1 Dec 2026."


@pytest.mark.parametrize("minutes", [-30, 0, 45])
def test_on_its_day_the_plan_stands_early_or_late(minutes: int) -> None:
    table = Table(agenda=AGENDA)
    table.do(StartSession(), after_seconds=minutes * 60)
    assert (table.session.starts, table.session.planned_for) == (START, 0)
    assert table.timetable.drift == minutes * 60
    assert table.told[-1].text == "The session has begun with Talk."


def test_undo_brings_the_plan_back() -> None:
    table = early(30, "14:50")
    before = table.session
    table.do(StartSession())
    table.do(Undo())
    assert (table.session.starts, table.session.planned_for) == (START, 0)
    assert table.session.points == before.points
    assert table.told[-1].text == "Taken back: The session has begun with Talk."


def test_what_is_fixed_to_the_clock_keeps_its_time_of_day() -> None:
    table = early(30, "14:50")
    table.do(StartSession())
    assert table.session.points["point-3"].fixed == START - 30 * DAY + 50 * MINUTE


def test_what_is_over_when_it_is_started_is_not_fixed_any_more() -> None:
    table = early(29.75, "14:50")
    table.do(StartSession())
    assert table.session.points["point-3"].fixed == 0
    assert table.session.planned_end == table.now + 60 * MINUTE


def test_that_it_began_earlier_moves_the_plan_along() -> None:
    table = early(30)
    table.do(StartSession())
    table.do(BeganEarlier(10), after_seconds=900)
    assert table.session.starts == table.session.started == table.now - 10 * MINUTE
    table.do(NextPoint())
    assert table.session.starts == table.session.started


@given(
    st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001
    st.integers(-800, 800),
    st.integers(0, 10 * 60),
)
def test_a_fixed_point_is_at_the_same_hour_across_summer_time(planned: datetime, days: int, later: int) -> None:
    starts = to_ms(planned.replace(hour=10, minute=0, tzinfo=BERLIN))
    plan = Table(agenda=AGENDA).session.points["point-1"].plan
    point = Point(plan=plan, mode=plan.mode, fixed=starts + later * MINUTE)
    session = Session(id="s", zone="Europe/Berlin", starts=starts, points={"p": point})
    at = to_ms(local(starts, BERLIN) + timedelta(days=days)) - 60 * MINUTE
    begun = on_the_day(session, at).points["p"]
    assert f"{local(begun.fixed, BERLIN):%H:%M}" == f"{local(point.fixed, BERLIN):%H:%M}"


@given(st.integers(-(2**53), 2**53), st.integers(-(2**53), 2**53), st.integers(0, 2**53), st.text(max_size=12))
def test_whatever_a_log_says_it_can_be_started(starts: int, at: int, fixed: int, zone: str) -> None:
    point = replace(Table(agenda=AGENDA).session.points["point-1"], fixed=fixed)
    session = on_the_day(Session(id="s", zone=zone, starts=starts, points={"p": point}), at)
    assert session.starts in (starts, at)


def test_the_day_is_that_of_the_sessions_own_zone() -> None:
    starts = to_ms(datetime(2026, 12, 1, 23, 30, tzinfo=UTC))
    next_evening = starts + 23 * 60 * MINUTE
    assert on_the_day(Session(id="s", zone="UTC", starts=starts), next_evening).planned_for == starts
    assert on_the_day(Session(id="s", zone="Europe/Berlin", starts=starts), next_evening).planned_for == 0


def test_what_begins_late_over_midnight_is_late_and_nothing_else() -> None:
    starts = to_ms(datetime(2026, 12, 1, 23, 50, tzinfo=UTC))
    held = Session(id="s", zone="UTC", starts=starts)
    assert on_the_day(held, starts + 15 * MINUTE) is held
