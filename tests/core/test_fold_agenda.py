"""Agenda and clock: what a facilitator reads off them, whatever keys were pressed on the way."""

import pytest

from lcterm.core.commands import (
    ChangeMode,
    EndSession,
    ExtendPoint,
    JumpToPoint,
    NextPoint,
    PauseClock,
    PreviousPoint,
    RaiseHand,
    ResumeClock,
    SkipPoint,
    StartSession,
    Undo,
)
from lcterm.core.events import (
    ClockPaused,
    ClockResumed,
    PointBegan,
    PointEnded,
    PointSkipped,
    SessionEnded,
    SessionPlanned,
    SessionStarted,
)
from tests.core.builder import MINUTE, START, Table

THREE = [("Hello", 10, "round"), ("Talk", 30, "queue"), ("Close", 20, "open")]


@pytest.fixture
def table() -> Table:
    """A session of three points, started on time."""
    table = Table(agenda=THREE)
    table.do(StartSession())
    return table


def test_nothing_runs_before_the_start() -> None:
    table = Table(agenda=THREE)
    table.wait(minutes=5)
    assert table.session.status == "planned"
    assert table.session.point is None
    assert table.remaining is None


def test_remaining_is_planned_and_extensions_less_what_ran(table: Table) -> None:
    table.wait(minutes=4)
    assert table.remaining == 6
    table.do(ExtendPoint(5))
    table.do(ExtendPoint(-2))
    assert table.remaining == 9
    table.do(PauseClock(), after_seconds=60)
    table.wait(minutes=30)
    assert table.remaining == 8
    table.do(ResumeClock())
    table.wait(minutes=10)
    assert table.remaining == -2


def test_next_ends_one_point_and_starts_the_next(table: Table) -> None:
    table.do(NextPoint(), after_seconds=480)
    hello, talk, close = table.session.points.values()
    assert (hello.status, talk.status, close.status) == ("done", "running", "ahead")
    assert hello.ended == talk.started == START + 8 * MINUTE
    assert table.elapsed(1) == 8
    assert table.remaining == 30


def test_next_after_the_last_point_closes_the_session(table: Table) -> None:
    for _ in range(2):
        table.do(NextPoint(), after_seconds=60)
    assert table.do(NextPoint(), after_seconds=60) == SessionEnded()
    assert table.session.status == "closed"
    assert table.session.ended == START + 3 * MINUTE
    assert [point.status for point in table.session.points.values()] == ["done"] * 3


def test_two_writers_pressing_next_at_once_advance_once(table: Table) -> None:
    other = table.other()
    table.do(NextPoint(), after_seconds=600)
    other.do(NextPoint(), after_seconds=600)
    table.hear(other.log.facts)
    other.hear(table.log.facts)
    assert table.session.running == "point-2"
    assert table.session == other.session


def test_two_writers_ending_the_last_point_close_once(table: Table) -> None:
    table.do(JumpToPoint(3))
    other = table.other()
    table.do(NextPoint(), after_seconds=60)
    other.do(EndSession(), after_seconds=90)
    table.hear(other.log.facts)
    assert table.session.ended == START + MINUTE


def test_back_resumes_the_point_before(table: Table) -> None:
    table.do(NextPoint(), after_seconds=240)
    table.do(PreviousPoint(), after_seconds=60)
    hello, talk = list(table.session.points.values())[:2]
    assert (hello.status, talk.status) == ("running", "ahead")
    assert hello.started == START
    assert hello.ended is None
    table.wait(minutes=2)
    assert table.elapsed(1) == 6
    assert table.remaining == 4


def test_a_point_put_back_is_ahead_without_an_end_and_keeps_its_time(table: Table) -> None:
    table.do(NextPoint())
    table.do(PreviousPoint(), after_seconds=180)
    talk = table.session.points["point-2"]
    assert talk.ended is None
    table.do(NextPoint(), after_seconds=60)
    table.wait(minutes=7)
    assert table.elapsed(2) == 10
    assert table.remaining == 20


def test_back_is_possible_to_the_very_first_point(table: Table) -> None:
    table.do(NextPoint())
    table.do(NextPoint())
    table.do(PreviousPoint())
    table.do(PreviousPoint())
    assert table.session.running == "point-1"


def test_back_passes_over_a_skipped_point(table: Table) -> None:
    table.do(SkipPoint(2))
    table.do(NextPoint())
    assert table.session.running == "point-3"
    table.do(PreviousPoint())
    assert table.session.running == "point-1"


def test_skip_of_the_running_point_starts_the_next(table: Table) -> None:
    table.do(SkipPoint(), after_seconds=60)
    assert table.session.points["point-1"].status == "skipped"
    assert table.session.running == "point-2"


def test_skip_before_the_start_moves_the_beginning() -> None:
    table = Table(agenda=THREE)
    table.do(SkipPoint(1))
    assert table.do(StartSession()).point == "point-2"  # type: ignore[union-attr]
    assert table.session.points["point-1"].status == "skipped"


@pytest.mark.parametrize("following", ["", "no such point", "point-1"])
def test_a_skip_that_leads_nowhere_leaves_a_session_that_can_go_on(table: Table, following: str) -> None:
    table.record(PointSkipped(point="point-1", next=following))
    assert table.session.running == "point-1"
    table.do(NextPoint())
    assert table.session.running == "point-2"


def test_jump_leaves_what_it_jumped_over_ahead(table: Table) -> None:
    table.do(JumpToPoint(3), after_seconds=60)
    assert [point.status for point in table.session.points.values()] == ["done", "ahead", "running"]
    table.do(JumpToPoint(2), after_seconds=60)
    assert table.session.running == "point-2"
    assert table.elapsed(3) == 1


def test_a_skipped_point_can_be_held_after_all(table: Table) -> None:
    table.do(SkipPoint(2))
    table.do(JumpToPoint(2))
    assert table.point.status == "running"


def test_pause_and_resume_apply_once() -> None:
    table = Table(agenda=THREE)
    table.record(ClockPaused())
    assert table.session.status == "planned"
    table.do(StartSession())
    table.record(ClockResumed())
    assert table.session.status == "running"
    table.do(PauseClock())
    table.record(SessionStarted(point="point-3", seats=()))
    assert (table.session.status, table.session.running) == ("paused", "point-1")


def test_next_in_a_pause_stays_paused(table: Table) -> None:
    table.do(PauseClock())
    table.do(NextPoint(), after_seconds=60)
    table.wait(minutes=9)
    assert (table.session.status, table.remaining) == ("paused", 30)


def test_a_fact_about_a_point_no_longer_running_is_passed_over(table: Table) -> None:
    table.do(NextPoint())
    before = table.session
    table.record(PointEnded(point="point-1", next="point-3"))
    table.record(PointBegan(point="point-1", began=START - MINUTE))
    assert table.session.points == before.points
    assert table.session.running == "point-2"


def test_nothing_of_the_hour_happens_after_the_close(table: Table) -> None:
    table.do(EndSession(), after_seconds=60)
    closed = table.session
    table.wait(minutes=5)
    for event in (ClockPaused(), PointEnded(point="point-1", next="point-2"), SessionEnded()):
        table.record(event)
    assert table.session.points == closed.points
    assert (table.session.status, table.session.ended) == ("closed", START + MINUTE)
    assert table.elapsed(1) == 1


def test_undo_opens_a_session_closed_too_early(table: Table) -> None:
    table.do(EndSession(), after_seconds=60)
    table.do(Undo(), after_seconds=60)
    assert table.session.status == "running"
    assert table.remaining == 8


def test_a_clock_that_goes_back_adds_nothing(table: Table) -> None:
    table.wait(minutes=4)
    table.do(ChangeMode("open"))
    table.wait(minutes=-3)
    assert table.remaining == 6
    table.do(ChangeMode("queue"))
    assert table.remaining == 6
    table.wait(minutes=3)
    assert table.remaining == 6
    table.wait(minutes=1)
    assert table.remaining == 5


def test_a_closed_session_stands_still(table: Table) -> None:
    table.do(NextPoint(), after_seconds=60)
    table.do(EndSession(), after_seconds=60)
    table.wait(minutes=90)
    assert (table.elapsed(1), table.elapsed(2)) == (1, 1)


def test_a_skip_of_what_is_not_there_or_after_the_close_is_passed_over(table: Table) -> None:
    table.record(PointSkipped(point="no such point"))
    table.do(EndSession(), after_seconds=60)
    table.record(PointSkipped(point="point-2"))
    assert [point.status for point in table.session.points.values()] == ["done", "ahead", "ahead"]


def test_no_hand_stays_up_after_the_close() -> None:
    table = Table(agenda=[("Case", 20, "presenter")])
    table.do(StartSession())
    table.do(RaiseHand("ben"))
    table.do(EndSession())
    assert table.hands == []


def test_the_plan_is_taken_over_as_it_was_made() -> None:
    session = Table(agenda=THREE, presenters={"Talk": ["ben"]}).session
    assert (session.community, session.title, session.zone, session.starts) == ("circle", "Session 7", "UTC", START)
    assert [(point.plan.title, point.mode, point.plan.presenters) for point in session.points.values()] == [
        ("Hello", "round", ()),
        ("Talk", "queue", ("ben",)),
        ("Close", "open", ()),
    ]


def test_a_session_is_planned_once(table: Table) -> None:
    before = table.session
    table.record(SessionPlanned(community="circle", title="Another", starts=0, zone="UTC", points=()))
    assert table.session == before
