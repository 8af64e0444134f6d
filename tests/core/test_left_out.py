"""A point that was left out and is to be held after all."""

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import JumpToPoint, MovePoint, NextPoint, SkipPoint, StartSession, Undo
from tests.core.builder import Table

AGENDA: tuple[tuple[str, float, Mode], ...] = (
    ("One", 10, "open"),
    ("Two", 10, "open"),
    ("Break", 10, "none"),
    ("Four", 10, "open"),
)


def order(table: Table) -> list[str]:
    return [point.plan.title for point in table.session.points.values()]


def test_it_comes_back_where_it_stood() -> None:
    table = Table(agenda=AGENDA)
    table.do(SkipPoint(3))
    table.do(MovePoint(3, 0))
    assert order(table) == ["One", "Two", "Break", "Four"]
    assert table.row(3).status == "ahead"
    table.do(Undo())
    assert table.row(3).status == "skipped"


def test_it_counts_for_the_end_again() -> None:
    table = Table(agenda=AGENDA)
    table.do(StartSession())
    table.do(SkipPoint(3))
    before = table.timetable.expected_end
    table.do(MovePoint(3, 0))
    assert before is not None
    assert table.timetable.expected_end == before + 10 * 60_000


def test_what_has_gone_by_comes_right_after_the_running_point() -> None:
    table = Table(agenda=AGENDA)
    table.do(StartSession())
    table.do(SkipPoint())
    table.do(NextPoint(), after_seconds=60)
    assert table.session.running == "point-3"
    table.do(MovePoint(1, 0))
    assert order(table) == ["Two", "Break", "One", "Four"]
    assert table.row(3).status == "ahead"


def test_a_point_that_was_jumped_over_can_be_moved_behind_the_running_one() -> None:
    table = Table(agenda=AGENDA)
    table.do(StartSession())
    table.do(JumpToPoint(3))
    table.do(MovePoint(2, 1))
    assert order(table) == ["One", "Break", "Two", "Four"]


def test_what_is_done_stays_where_it_is() -> None:
    table = Table(agenda=AGENDA)
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=60)
    assert table.refused(MovePoint(1, 0)) == "One is done already."
    assert "cannot go further" in table.refused(MovePoint(4, 1))
