"""An agenda that changes while it runs, the room screen, the checklist."""

from datetime import UTC, datetime

from lcterm.core.commands import (
    ChangeMode,
    EndSession,
    ExtendPoint,
    FixPoint,
    HideClock,
    InsertPoint,
    LandOnTime,
    MendPoint,
    MovePoint,
    NextPoint,
    PauseClock,
    ResizePoints,
    ResumeClock,
    ShowInRoom,
    SkipPoint,
    StartSession,
    TickItem,
    Undo,
)
from lcterm.core.events import NewLength, PointEnded
from tests.core.builder import MINUTE, START, Table

AGENDA = [
    ("Hello", 10, "round"),
    ("Talk", 30, "queue"),
    ("Break", 10, "none"),
    ("Keep", 10, "open"),
    ("Close", 0, "none"),
]
PEOPLE = ("Amina", "Ben", "Chidi")


def planned() -> Table:
    return Table(PEOPLE, AGENDA, {})  # type: ignore[arg-type]


def started() -> Table:
    table = planned()
    table.do(StartSession())
    return table


def titles(table: Table) -> list[str]:
    return [point.plan.title for point in table.session.points.values()]


def clock(table: Table, number: int) -> str:
    return datetime.fromtimestamp(table.row(number).starts / 1000, UTC).strftime("%H:%M")


# ── Points come, go and change ──────────────────────────────────────────────────────────────────────────────────


def test_a_point_comes_in_after_the_running_one_and_the_planned_end_stands() -> None:
    table = started()
    table.do(InsertPoint("Silence", 5))
    assert titles(table) == ["Hello", "Silence", "Talk", "Break", "Keep", "Close"]
    assert table.session.planned_end == START + 60 * MINUTE
    assert table.timetable.drift == 5 * 60
    table.do(NextPoint())
    assert table.point.plan.title == "Silence"


def test_before_the_start_a_point_belongs_to_the_plan() -> None:
    table = planned()
    table.do(InsertPoint("Silence", 5, "none", 2))
    assert titles(table)[1] == "Silence"
    assert table.session.planned_end == START + 65 * MINUTE
    table.do(ExtendPoint(10, 3))
    assert table.session.points["point-2"].plan.minutes == 40
    table.do(ChangeMode("open", 3))
    assert table.session.points["point-2"].plan.mode == "open"


def test_nothing_is_put_before_the_running_point() -> None:
    table = started()
    assert "no place 1" in table.refused(InsertPoint("Before", 5, "open", 1))
    assert "needs a title" in table.refused(InsertPoint("  ", 5))
    assert "no length" in table.refused(InsertPoint("Long", 100_000))
    assert "shorten it" in table.refused(InsertPoint("x" * 200, 5))


def test_two_points_put_in_at_once_are_both_there() -> None:
    here = started()
    there = here.other()
    here.do(InsertPoint("Silence", 5))
    there.do(InsertPoint("Tea", 5))
    here.hear(there.log.facts)
    assert {"Silence", "Tea"} <= set(titles(here))


def moved_on(command: InsertPoint | MovePoint) -> list[str]:
    """What is still to come for one who pressed next just before another seat did this."""
    here = started()
    there = here.other()
    here.do(NextPoint(), after_seconds=1)
    there.do(command, after_seconds=2)
    here.hear(there.log.facts)
    assert here.point.plan.title == "Talk"
    left = []
    while isinstance(here.do(NextPoint(), after_seconds=60), PointEnded):
        left.append(here.point.plan.title)
    return left


def test_a_point_that_began_meanwhile_is_not_moved_away_from_what_comes_after_it() -> None:
    assert moved_on(MovePoint(2, 2)) == ["Break", "Keep", "Close"]


def test_a_point_put_before_one_that_began_meanwhile_comes_right_after_it() -> None:
    assert moved_on(MovePoint(4, -2)) == ["Keep", "Break", "Close"]
    assert moved_on(InsertPoint("Silence", 5)) == ["Silence", "Break", "Keep", "Close"]


def test_a_point_gets_another_title_question_presenter() -> None:
    table = started()
    table.do(MendPoint(2, title="Talk it over", question="When do we say so?", presenters=("ben",), sums_up=True))
    plan = table.session.points["point-2"].plan
    assert (plan.title, plan.question, plan.presenters, plan.sums_up) == (
        "Talk it over",
        "When do we say so?",
        ("ben",),
        True,
    )
    assert "Nothing was changed" in table.refused(MendPoint(2, title="Talk it over"))
    assert "needs a title" in table.refused(MendPoint(2, title=" "))
    table.do(NextPoint())
    assert "is done already" in table.refused(MendPoint(1, title="Too late"))


def test_points_to_come_change_places_and_nothing_else_does() -> None:
    table = started()
    table.do(MovePoint(3, -1))
    assert titles(table) == ["Hello", "Break", "Talk", "Keep", "Close"]
    assert "cannot go further up" in table.refused(MovePoint(2, -1))
    assert "is running" in table.refused(MovePoint(1, 1))
    table.do(Undo())
    assert titles(table) == ["Hello", "Talk", "Break", "Keep", "Close"]


def test_any_point_to_come_can_be_longer_or_in_another_mode() -> None:
    table = started()
    table.do(ExtendPoint(5, 2))
    assert table.session.points["point-2"].added == 5
    table.do(ChangeMode("open", 2))
    assert table.session.points["point-2"].mode == "open"
    table.do(NextPoint())
    assert "is over" in table.refused(ExtendPoint(5, 1))
    assert "is over" in table.refused(ChangeMode("open", 1))


# ── Fixed to the clock ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_break_fixed_to_the_clock_waits_for_it() -> None:
    table = started()
    table.do(FixPoint(3, "14:50"))
    assert clock(table, 3) == "14:50"
    assert clock(table, 4) == "15:00"
    assert table.timetable.drift == 10 * 60
    table.do(FixPoint(3, ""))
    assert clock(table, 3) == "14:40"
    assert "not fixed" in table.refused(FixPoint(3, ""))
    assert "no clock time" in table.refused(FixPoint(3, "soon"))
    assert "is running" in table.refused(FixPoint(1, "14:50"))


def test_a_close_fixed_to_the_clock_is_the_planned_end() -> None:
    table = started()
    table.do(FixPoint(5, "14:45"))
    assert table.session.planned_end == START + 45 * MINUTE
    assert table.timetable.drift == 15 * 60


def test_a_time_before_the_start_is_after_midnight() -> None:
    table = started()
    table.do(FixPoint(5, "0:30"))
    assert table.session.planned_end == START + (10 * 60 + 30) * MINUTE


def test_a_time_that_is_over_is_no_time_to_begin() -> None:
    table = started()
    table.wait(minutes=40)
    assert "over already" in table.refused(FixPoint(4, "14:30"))
    assert "over already" in table.refused(FixPoint(4, "13:59"))
    table.do(FixPoint(4, "14:41"))


# ── Landing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_landing_is_one_act_that_brings_the_end_back_to_the_plan() -> None:
    table = started()
    table.wait(minutes=14)
    table.do(NextPoint())
    assert table.timetable.drift == 4 * 60
    table.do(LandOnTime())
    assert table.timetable.drift == 0
    table.do(Undo())
    assert table.timetable.drift == 4 * 60


def test_landing_early_and_what_cannot_land() -> None:
    table = started()
    table.do(NextPoint())
    table.do(LandOnTime(30))
    assert table.timetable.expected_end == table.now + 30 * MINUTE
    assert "Even at a minute each" in table.refused(LandOnTime(1))


def test_lengths_of_points_that_are_over_are_refused() -> None:
    table = started()
    table.do(NextPoint())
    assert "gone on" in table.refused(ResizePoints((NewLength("point-1", 5),)))
    assert "cannot have" in table.refused(ResizePoints((NewLength("point-2", 0),)))
    assert "Nothing would change" in table.refused(ResizePoints((NewLength("point-2", 30),)))


# ── The room screen, care, the checklist ────────────────────────────────────────────────────────────────────────


def test_the_room_reads_captures_only_where_the_group_sums_up() -> None:
    table = started()
    assert "sums up" in table.refused(ShowInRoom("captures"))
    table.do(MendPoint(4, sums_up=True))
    for _ in range(3):
        table.do(NextPoint())
    table.do(ShowInRoom("captures"))
    assert table.session.room == "captures"
    table.do(NextPoint())
    assert table.session.room == "question"


def test_what_was_opened_for_a_point_that_is_over_stays_closed() -> None:
    here = started()
    here.do(MendPoint(1, sums_up=True))
    there = here.other()
    here.do(NextPoint(), after_seconds=1)
    there.do(ShowInRoom("captures"), after_seconds=2)
    here.hear(there.log.facts)
    assert here.session.room == "question"


def test_the_clock_is_hidden_at_this_point_alone() -> None:
    table = started()
    table.do(HideClock())
    assert table.point.clock_hidden
    table.do(NextPoint())
    assert not table.point.clock_hidden
    assert "sees the clock" in table.refused(HideClock(False))


def test_care_stops_the_clocks_and_going_on_ends_it() -> None:
    table = started()
    table.do(PauseClock())
    table.do(PauseClock(care=True))
    assert (table.session.status, table.session.care) == ("paused", True)
    assert "paused already" in table.refused(PauseClock())
    table.do(ResumeClock())
    assert (table.session.status, table.session.care) == ("running", False)


def test_items_are_ticked_and_opened_again_even_before_the_start() -> None:
    table = planned()
    table.do(TickItem("Chairs in a horseshoe"))
    assert "already" in table.refused(TickItem("Chairs in a horseshoe"))
    table.do(TickItem("Chairs in a horseshoe", False))
    assert table.session.ticked == ()


def test_an_item_is_cleaned_and_no_longer_than_a_line_of_the_list() -> None:
    table = planned()
    assert "at most 120" in table.refused(TickItem("x" * 121))
    assert "which item" in table.refused(TickItem("\x1b[31m"))
    table.do(TickItem("\x1b[31mChairs\n"))
    assert table.session.ticked == ("Chairs",)


def test_presenters_are_told_by_how_many_they_are() -> None:
    table = started()
    table.do(MendPoint(2, presenters=("ben",)))
    table.do(MendPoint(2, presenters=("ben", "amina")))
    assert [told.text for told in table.told[-2:]] == ["Talk: Ben presents.", "Talk: Ben, Amina present."]


def test_a_closed_session_keeps_its_agenda() -> None:
    table = started()
    table.do(EndSession())
    for command in (InsertPoint("Late", 5), MovePoint(3, 1), FixPoint(3, "15:00"), LandOnTime(), SkipPoint(3)):
        assert "closed" in table.refused(command)
