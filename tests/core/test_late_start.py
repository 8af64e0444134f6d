"""*Began N minutes ago* mends a key that was pressed late: time moves between two points, none is made or lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.commands import (
    Arrive,
    BeganEarlier,
    GiveFloor,
    Leave,
    NextPoint,
    PauseClock,
    PreviousPoint,
    ResumeClock,
    SkipPoint,
    StartSession,
    Undo,
)
from tests.core.builder import MINUTE, START, Table

TWO = [("Case", 30, "presenter"), ("Talk", 30, "queue"), ("Close", 20, "open")]


@pytest.fixture
def table() -> Table:
    table = Table(agenda=TWO, presenters={"Case": ["amina"]})
    table.do(StartSession())
    return table


def test_before_the_first_point_the_session_itself_began_then(table: Table) -> None:
    table.do(BeganEarlier(10), after_seconds=120)
    assert table.session.started == table.point.started == START - 8 * MINUTE
    assert table.elapsed(1) == 10
    assert table.remaining == 20
    table.wait(minutes=5)
    assert table.remaining == 15


def test_the_minutes_come_from_the_point_before(table: Table) -> None:
    table.do(NextPoint(), after_seconds=1500)
    table.do(BeganEarlier(5), after_seconds=120)
    assert (table.elapsed(1), table.elapsed(2)) == (22, 5)
    case, talk = list(table.session.points.values())[:2]
    assert case.ended == talk.started == START + 22 * MINUTE
    assert table.session.started == START


def test_said_twice_the_second_holds(table: Table) -> None:
    table.do(NextPoint(), after_seconds=1500)
    table.do(BeganEarlier(5), after_seconds=120)
    table.do(BeganEarlier(4), after_seconds=60)
    assert (table.elapsed(1), table.elapsed(2)) == (24, 4)
    assert table.point.started == START + 24 * MINUTE


def test_too_early_a_press_gives_minutes_back(table: Table) -> None:
    table.do(NextPoint(), after_seconds=1500)
    table.do(BeganEarlier(0), after_seconds=120)
    assert (table.elapsed(1), table.elapsed(2)) == (27, 0)


def test_minutes_of_a_pause_are_no_part_of_it(table: Table) -> None:
    """Remaining = planned − (now − started − paused), with the start that was mended."""
    table.do(NextPoint(), after_seconds=1500)
    table.do(PauseClock(), after_seconds=120)
    table.do(ResumeClock(), after_seconds=180)
    table.do(BeganEarlier(10), after_seconds=120)  # 7 min after the press, 3 of them paused
    assert table.elapsed(2) == 10 - 3
    assert (table.elapsed(1), table.remaining) == (22, 23)


def test_it_is_undone_like_anything_else(table: Table) -> None:
    table.do(NextPoint(), after_seconds=1500)
    table.do(BeganEarlier(5), after_seconds=120)
    table.do(Undo())
    assert (table.elapsed(1), table.elapsed(2)) == (25, 2)


def test_a_point_cannot_begin_before_the_one_before_it(table: Table) -> None:
    table.do(NextPoint(), after_seconds=300)
    assert "Case itself only began 6 minutes ago" in table.refused(BeganEarlier(7), after_seconds=60)
    table.do(BeganEarlier(6))
    assert (table.elapsed(1), table.elapsed(2)) == (0, 6)


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1, float("nan"), float("inf")])
def test_no_time_at_all_is_refused(table: Table, minutes: float) -> None:
    assert "no time this can have begun" in table.refused(BeganEarlier(minutes))


def test_after_a_skip_the_minutes_come_from_what_was_skipped(table: Table) -> None:
    table.do(SkipPoint(), after_seconds=600)
    table.do(BeganEarlier(3), after_seconds=60)
    assert (table.elapsed(1), table.elapsed(2)) == (8, 3)


def test_a_point_taken_up_again_keeps_its_first_stretch(table: Table) -> None:
    table.do(NextPoint(), after_seconds=1200)
    table.do(PreviousPoint(), after_seconds=300)
    table.do(BeganEarlier(3), after_seconds=60)
    assert (table.elapsed(1), table.elapsed(2)) == (23, 3)
    case, talk = list(table.session.points.values())[:2]
    assert (case.started, table.session.started) == (START, START)
    assert (talk.status, talk.ended) == ("ahead", None)


def test_counted_time_moves_with_the_minutes(table: Table) -> None:
    table.do(NextPoint(), after_seconds=1500)
    table.do(BeganEarlier(5), after_seconds=120)
    assert table.session.counted_by(table.now) == 5 * MINUTE
    table.do(NextPoint(), after_seconds=600)
    table.do(BeganEarlier(3), after_seconds=60)  # from one discussion to the next: counted either way
    assert table.session.counted_by(table.now) == 16 * MINUTE


def test_who_came_in_since_was_not_there_for_the_minutes(table: Table) -> None:
    table.do(Leave("ben"))
    table.do(NextPoint(), after_seconds=1500)
    table.do(Arrive("ben"), after_seconds=60)
    table.do(BeganEarlier(5), after_seconds=60)
    present = {name: table.heard(name).expected for name in ("ben", "chidi", "dorota")}
    assert present["ben"] == pytest.approx(1 / (1 + 5 + 5))
    assert present["chidi"] == present["dorota"] == pytest.approx(5 / 11)


def test_the_presenter_had_the_floor_from_then(table: Table) -> None:
    table.do(BeganEarlier(5), after_seconds=60)
    turn = table.session.turn
    assert turn is not None
    assert (turn.person, turn.since) == ("amina", START - 4 * MINUTE)


def test_a_turn_given_later_is_not_touched(table: Table) -> None:
    table.do(NextPoint(), after_seconds=600)
    table.do(GiveFloor("ben"), after_seconds=30)
    table.do(BeganEarlier(5), after_seconds=30)
    assert table.heard("ben").seconds == 30


@given(
    held=st.lists(st.integers(0, 40), min_size=1, max_size=3),
    pauses=st.lists(st.integers(0, 9), min_size=3, max_size=3),
    late=st.integers(0, 60),
)
def test_nothing_is_made_or_lost(held: list[int], pauses: list[int], late: int) -> None:
    table = Table(agenda=TWO)
    table.do(StartSession())
    for minutes, pause in zip(held, pauses, strict=False):
        table.do(PauseClock(), after_seconds=60)
        table.do(ResumeClock(), after_seconds=pause * 60)
        if table.session.running != "point-3":
            table.do(NextPoint(), after_seconds=minutes * 60)
    table.wait(minutes=2)
    whole = sum(table.elapsed(number) for number in (1, 2, 3))
    table.wish(BeganEarlier(late))
    assert sum(table.elapsed(number) for number in (1, 2, 3)) == whole
    assert all(table.elapsed(number) >= 0 for number in (1, 2, 3))


def test_the_talk_of_a_first_point_that_began_earlier_counts() -> None:
    table = Table()
    table.do(StartSession())
    table.do(BeganEarlier(5), after_seconds=60)
    assert table.session.counted_by(table.now) == 5 * MINUTE
    assert table.heard("amina").expected == 0.25


def test_a_presentation_that_began_earlier_counts_for_nobody(table: Table) -> None:
    table.do(BeganEarlier(5), after_seconds=60)
    assert table.session.counted_by(table.now) == 0


def test_who_had_the_floor_from_the_beginning_had_it_from_then(table: Table) -> None:
    table.do(NextPoint(), after_seconds=600)
    table.do(GiveFloor("ben"))
    table.do(BeganEarlier(2), after_seconds=60)
    assert table.heard("ben").seconds == 120
