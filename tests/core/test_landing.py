"""The landing plan: exact to the millisecond, kept points untouched, never below a minute."""

import pytest

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import ExtendPoint, LandOnTime, NextPoint, PauseClock, ResizePoints, StartSession
from lcterm.core.events import NewLength
from lcterm.core.landing import breaks, landing
from lcterm.core.session import Session
from tests.core.builder import MINUTE, Table
from tests.core.landing_sessions import NOW, lefts, running

ORDINARY: tuple[tuple[str, float, Mode], ...] = (
    *(("Introductions", 5, "round"), ("Rules", 5, "round"), ("Since last time", 10, "round")),
    *(("Presentation 1", 30, "presenter"), ("Discussion 1", 35, "queue"), ("Capture 1", 5, "open")),
    *(("Break", 10, "none"), ("Presentation 2", 30, "presenter"), ("Discussion 2", 35, "queue")),
    *(("Capture 2", 5, "open"), ("How was it", 5, "round"), ("Next date", 5, "open"), ("Close", 0, "none")),
)


def ordinary() -> Table:
    """The ordinary session, four minutes behind in the fifth of thirteen points, 13:26 into it."""
    table = Table(agenda=ORDINARY)
    table.do(StartSession())
    for held in (7, 5, 12, 30):
        table.do(NextPoint(), after_seconds=held * 60)
    table.wait(seconds=13 * 60 + 26)
    return table


def test_the_picture_of_the_board() -> None:
    table = ordinary()
    plan = landing(table.session, table.now, kept=breaks(table.session))
    assert [round(length) for length in plan.lengths.values()] == [34, 5, 10, 29, 33, 5, 5, 5, 0]
    assert plan.end == table.session.planned_end
    assert plan.short == 0
    assert plan.kept == {"point-7"}


def test_taking_it_lands_to_the_millisecond() -> None:
    table = ordinary()
    plan = landing(table.session, table.now)
    table.do(ResizePoints(tuple(NewLength(id, length) for id, length in plan.lengths.items() if length)))
    assert table.timetable.expected_end == table.session.planned_end
    assert table.timetable.drift == 0


def test_in_a_pause_too_and_then_it_goes_on_slipping() -> None:
    table = ordinary()
    table.do(PauseClock())
    table.wait(minutes=3)
    plan = landing(table.session, table.now)
    assert plan.end == table.session.planned_end
    assert plan.short == 0


def test_time_gained_stretches() -> None:
    table = Table(agenda=[("One", 10, "open"), ("Two", 20, "open"), ("Three", 40, "open")])
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=240)
    plan = landing(table.session, table.now)
    assert plan.lengths == {"point-2": 22, "point-3": 44}


def test_whole_minutes_for_those_ahead_odd_seconds_for_the_running_one() -> None:
    plan = landing(running(10, 10, 10), NOW, end=NOW + 25 * MINUTE + 30_000)
    assert plan.lengths == {"p0": 9.5, "p1": 8, "p2": 8}


def test_a_running_point_that_is_over_time_counts_one_minute() -> None:
    session = running(10, 10, 10, held=12)
    plan = landing(session, NOW, end=NOW + 15 * MINUTE)
    assert lefts(session, plan) == {"p0": MINUTE, "p1": 7 * MINUTE, "p2": 7 * MINUTE}
    assert plan.lengths["p0"] == 13


def test_kept_over_time_it_counts_nothing() -> None:
    plan = landing(running(10, 10, held=12), NOW, end=NOW + 5 * MINUTE, kept=frozenset({"p0"}))
    assert plan.lengths == {"p0": 10, "p1": 5}


def test_too_little_time_says_by_how_much() -> None:
    plan = landing(running(10, 10, 10), NOW, end=NOW + 90_000)
    assert plan.lengths == {"p0": 1, "p1": 1, "p2": 1}
    assert plan.short == 90
    assert plan.end == NOW + 3 * MINUTE


def test_a_short_one_stays_at_its_minute_and_the_others_find_the_rest() -> None:
    plan = landing(running(60, 2, 60), NOW, end=NOW + 21 * MINUTE)
    assert plan.lengths == {"p0": 10, "p1": 1, "p2": 10}


def test_given_lengths_hold_and_the_others_share() -> None:
    plan = landing(running(10, 10, 10), NOW, end=NOW + 24 * MINUTE, given={"p1": 14})
    assert plan.lengths == {"p0": 5, "p1": 14, "p2": 5}


def test_a_given_length_is_never_below_a_minute_from_now() -> None:
    session = running(30, 10, held=12)
    plan = landing(session, NOW, end=NOW + 9 * MINUTE, given={"p0": 5})
    assert plan.lengths == {"p0": 13, "p1": 8}


def test_a_point_fixed_to_the_clock_is_reached_and_what_is_behind_it_shares_the_rest() -> None:
    session = running(30, 10, 10, 30, fixed={2: 20})
    plan = landing(session, NOW, end=NOW + 40 * MINUTE)
    assert plan.lengths == {"p0": 15, "p1": 5, "p2": 5, "p3": 15}
    plan = landing(session, NOW, end=NOW + 40 * MINUTE, kept=frozenset({"p2"}))
    assert plan.lengths == {"p0": 15, "p1": 5, "p2": 10, "p3": 10}


def test_before_a_fixed_point_it_stretches_while_behind_it_it_shrinks() -> None:
    session = running(10, 10, 30, fixed={1: 20})
    assert landing(session, NOW, end=NOW + 40 * MINUTE).lengths == {"p0": 20, "p1": 5, "p2": 15}


def test_a_fixed_point_that_cannot_be_reached_in_time_is_late_and_the_end_is_met() -> None:
    session = running(10, 10, 10, 30, fixed={2: 1})
    plan = landing(session, NOW, end=NOW + 30 * MINUTE)
    assert plan.lengths == {"p0": 1, "p1": 1, "p2": 7, "p3": 21}
    assert plan.short == 60
    assert plan.end == NOW + 30 * MINUTE


def test_a_point_fixed_behind_the_end_keeps_it_from_landing() -> None:
    plan = landing(running(10, 0, fixed={1: 20}), NOW, end=NOW + 15 * MINUTE)
    assert plan.short == 5 * 60
    assert plan.end == NOW + 20 * MINUTE


def test_a_fixed_time_that_is_over_binds_nobody() -> None:
    assert landing(running(10, 10, fixed={1: -5}), NOW, end=NOW + 10 * MINUTE).lengths == {"p0": 5, "p1": 5}


def test_where_all_is_kept_it_ends_when_it_ends() -> None:
    everything = frozenset({"p0", "p1"})
    early = landing(running(10, 10), NOW, end=NOW + 25 * MINUTE, kept=everything)
    assert (early.end, early.short) == (NOW + 20 * MINUTE, 0)
    late = landing(running(10, 10), NOW, end=NOW + 15 * MINUTE, kept=everything)
    assert (late.end, late.short) == (NOW + 20 * MINUTE, 5 * 60)


def test_what_was_skipped_or_jumped_over_gets_nothing() -> None:
    table = Table(agenda=[("One", 10, "open"), ("Two", 10, "open"), ("Three", 10, "open")])
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=60)
    table.do(ExtendPoint(5))
    assert set(landing(table.session, table.now).lengths) == {"point-2", "point-3"}


@pytest.mark.parametrize("status", ["planned", "closed"])
def test_nothing_runs_so_there_is_no_plan(status: str) -> None:
    table = Table(agenda=ORDINARY)
    if status == "closed":
        table.do(StartSession())
        while table.session.status != "closed":
            table.do(NextPoint(), after_seconds=60)
    assert landing(table.session, table.now).lengths == {}
    assert landing(table.session, table.now).short == 0
    assert landing(Session(), NOW).lengths == {}


def test_the_command_does_the_same_with_the_breaks_kept() -> None:
    table = ordinary()
    table.do(LandOnTime())
    assert table.timetable.expected_end == table.session.planned_end
    assert table.row(7).point.length == 10 * MINUTE
    table.do(LandOnTime(60))
    assert table.timetable.expected_end == table.now + 60 * MINUTE
    assert table.refused(LandOnTime(60)) == "Nothing would change."
    assert table.refused(LandOnTime(15)).startswith("Even at a minute each it would end 2 min late")
