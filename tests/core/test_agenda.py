"""The timetable: planned, expected and actual times apart, and how the running point stands."""

import pytest

from lcterm.core.agenda import Phase, following, phase, preceding
from lcterm.core.commands import (
    EndSession,
    ExtendPoint,
    JumpToPoint,
    NextPoint,
    PauseClock,
    PreviousPoint,
    SkipPoint,
    StartSession,
)
from tests.core.builder import MINUTE, START, Table

THREE = [("Hello", 10, "round"), ("Talk", 30, "queue"), ("Close", 20, "open")]


@pytest.fixture
def table() -> Table:
    return Table(agenda=THREE)


def minutes(ms: int | None) -> float:
    """Minutes since the planned start."""
    assert ms is not None
    return (ms - START) / MINUTE


def starts(table: Table) -> list[float]:
    return [minutes(row.starts) for row in table.timetable.rows]


def test_before_the_start_everything_is_as_planned(table: Table) -> None:
    table.wait(minutes=-30)
    times = table.timetable
    assert [minutes(row.planned) for row in times.rows] == starts(table) == [0, 10, 40]
    assert (minutes(times.planned_end), minutes(times.expected_end), times.drift) == (60, 60, 0)
    assert [(row.seconds, row.remaining) for row in times.rows] == [(None, None)] * 3


def test_a_session_that_should_have_begun_ends_later(table: Table) -> None:
    table.wait(minutes=12)
    assert starts(table) == [12, 22, 52]
    assert (minutes(table.timetable.expected_end), table.timetable.drift) == (72, 720)


def test_while_it_runs_actual_and_expected_times(table: Table) -> None:
    table.do(StartSession(), after_seconds=120)
    table.do(NextPoint(), after_seconds=720)
    table.wait(minutes=6)
    assert [row.status for row in table.timetable.rows] == ["done", "running", "ahead"]
    assert starts(table) == [2, 14, 44]
    assert [minutes(row.planned) for row in table.timetable.rows] == [0, 10, 40]
    assert [row.seconds for row in table.timetable.rows] == [720, 360, None]
    assert [row.remaining for row in table.timetable.rows] == [None, 24 * 60, None]
    assert (minutes(table.timetable.expected_end), table.timetable.drift) == (64, 240)


def test_ahead_of_the_plan_is_a_negative_drift(table: Table) -> None:
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=240)
    assert table.timetable.drift == -360


def test_overtime_moves_the_end_minute_by_minute(table: Table) -> None:
    table.do(StartSession())
    table.wait(minutes=10)
    assert table.timetable.drift == 0
    table.wait(minutes=3)
    assert (table.row(1).remaining, table.timetable.drift) == (-180, 180)
    assert starts(table) == [0, 13, 43]


def test_an_extension_moves_the_expected_end_never_the_plan(table: Table) -> None:
    table.do(StartSession())
    table.do(ExtendPoint(5))
    assert (minutes(table.timetable.planned_end), minutes(table.timetable.expected_end)) == (60, 65)
    assert minutes(table.row(2).planned) == 10


def test_in_a_pause_the_end_goes_away_from_us(table: Table) -> None:
    table.do(StartSession())
    table.do(PauseClock(), after_seconds=60)
    table.wait(minutes=5)
    assert (minutes(table.timetable.expected_end), table.row(1).remaining) == (65, 540)


def test_a_skipped_point_takes_no_time(table: Table) -> None:
    table.do(StartSession())
    table.do(SkipPoint(2))
    assert (minutes(table.timetable.expected_end), minutes(table.row(3).starts)) == (30, 10)


def test_a_point_jumped_over_is_not_waited_for(table: Table) -> None:
    table.do(StartSession())
    table.do(JumpToPoint(3), after_seconds=300)
    assert minutes(table.timetable.expected_end) == 25
    assert [row.number for row in table.timetable.rows] == [1, 2, 3]
    assert starts(table) == [0, 10, 5]  # what was jumped over stays where it was planned
    table.do(NextPoint(), after_seconds=60)
    assert table.session.status == "closed"


def test_a_point_put_back_waits_with_what_is_left_of_it(table: Table) -> None:
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=300)
    table.do(PreviousPoint(), after_seconds=240)
    talk = table.row(2)
    assert (talk.status, talk.seconds, talk.remaining) == ("ahead", None, None)
    assert (minutes(talk.starts), minutes(table.row(3).starts)) == (9 + 5, 14 + 26)
    assert minutes(table.timetable.expected_end) == 60


def test_a_closed_session_ended_when_it_ended(table: Table) -> None:
    table.do(StartSession())
    table.do(EndSession(), after_seconds=1800)
    table.wait(minutes=500)
    assert (minutes(table.timetable.expected_end), table.timetable.drift) == (30, -1800)
    assert [row.remaining for row in table.timetable.rows] == [None] * 3


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (0, "plenty"),
        (959, "plenty"),
        (960, "soon"),
        (1139, "soon"),
        (1140, "close"),
        (1200, "close"),
        (1201, "over"),
    ],
)
def test_the_last_fifth_is_soon_the_last_twentieth_close_then_over(after: int, expected: Phase) -> None:
    table = Table(agenda=[("Talk", 20, "queue")])
    table.do(StartSession())
    table.wait(seconds=after)
    assert phase(table.session, table.now) == expected


def test_extending_brings_a_point_back_from_overtime(table: Table) -> None:
    table.do(StartSession())
    table.wait(minutes=11)
    assert phase(table.session, table.now) == "over"
    table.do(ExtendPoint(5))
    assert phase(table.session, table.now) == "plenty"


def test_nothing_timed_is_untimed() -> None:
    table = Table(agenda=[("Close", 0, "none")])
    assert phase(table.session, table.now) == "untimed"
    table.do(StartSession())
    table.wait(minutes=3)
    assert (phase(table.session, table.now), table.remaining) == ("untimed", None)
    assert (table.row(1).remaining, table.row(1).seconds) == (None, 180)


def test_following_and_preceding_go_by_the_agenda(table: Table) -> None:
    table.do(StartSession())
    table.do(SkipPoint(2))
    session = table.session
    after, before = following(session, "point-1"), preceding(session, "point-3")
    assert after is not None
    assert before is not None
    assert (after.id, before.id) == ("point-3", "point-1")
    assert following(session, "point-3") is None
    assert preceding(session, "point-1") is None


def test_a_point_that_was_left_out_or_not_reached_has_no_time() -> None:
    table = Table(agenda=THREE)
    assert all(row.timed for row in table.timetable.rows)
    table.do(StartSession())
    table.do(JumpToPoint(3), 60)
    assert [row.timed for row in table.timetable.rows] == [True, False, True]
    table.do(EndSession(), 60)
    assert [row.timed for row in table.timetable.rows] == [True, False, True]
