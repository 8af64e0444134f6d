"""The day as rows of time, and who spoke when along them."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.commands import GiveFloor, NextPoint, StartSession
from lcterm.core.day_strip import Strip, day_strip, longest_silence, ribbon, stretches_of
from lcterm.core.events import RecordedSpeaker, Seat, Segment, TurnsImported
from lcterm.core.spoken import Listening, Stretch, spoken
from tests.core.builder import MINUTE, START, Table

THREE = (("One", 10.0, "queue"), ("Two", 20.0, "round"), ("Close", 0.0, "none"))


def strip_of(table: Table) -> Strip:
    return day_strip(table.session, table.timetable, table.now)


def test_planned_above_and_as_it_is_below() -> None:
    table = Table(agenda=THREE)
    assert [(one.number, one.start - START, one.end - START) for one in strip_of(table).planned] == [
        (1, 0, 10 * MINUTE),
        (2, 10 * MINUTE, 30 * MINUTE),
    ]
    table.do(StartSession(), 120)
    table.do(NextPoint(), 15 * 60)
    table.wait(minutes=5)
    strip = strip_of(table)
    began = table.session.started
    assert began is not None
    assert [(one.number, one.start - began, one.end - began, one.until - began) for one in strip.actual] == [
        (1, 0, 15 * MINUTE, 15 * MINUTE),
        (2, 15 * MINUTE, 35 * MINUTE, 20 * MINUTE),
    ]
    assert (strip.begins, strip.ends) == (START, began + 35 * MINUTE)


def test_a_point_that_runs_over_its_time_ends_now() -> None:
    table = Table(agenda=THREE)
    table.do(StartSession())
    table.wait(minutes=25)
    one = strip_of(table).actual[0]
    assert one.until == one.end == table.now


def test_a_cell_says_what_part_of_its_time_somebody_spoke() -> None:
    strip = Strip(0, 100, (), ())
    cells = ribbon(
        [
            Stretch("a", 0, 25, "queue", "p"),
            Stretch("a", 40, 45, "round", "p"),
            Stretch("a", 95, 95, "open", "p", noted=True),
            Stretch("b", 60, 80, "queue", "p"),
        ],
        "a",
        strip,
        10,
    )
    assert [round(one.counted, 3) for one in cells] == [1, 1, 0.5, 0, 0, 0, 0, 0, 0, 0]
    assert [round(one.apart, 3) for one in cells] == [0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0]
    assert [one.noted for one in cells] == [*[False] * 9, True]


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 300)), max_size=8), st.integers(1, 90))
def test_no_time_is_lost_along_a_ribbon(spans: list[tuple[int, int]], width: int) -> None:
    ends = max([1000, *(start + length for start, length in spans)])
    strip = Strip(0, ends, (), ())
    stretches = [Stretch("a", start, start + length, "queue", "p") for start, length in spans]
    total = sum(one.counted for one in ribbon(stretches, "a", strip, width)) * ends / width
    assert abs(total - sum(length for _, length in spans)) < 0.01


def test_the_longest_silence_counts_from_the_beginning_and_to_the_end() -> None:
    said = [Stretch("a", 30, 40, "queue", "p"), Stretch("a", 45, 60, "queue", "p"), Stretch("b", 70, 90, "queue", "p")]
    assert longest_silence(said, "a", 0, 80) == (0, 30)
    assert longest_silence(said, "a", 0, 120) == (60, 120)
    assert longest_silence(said, "c", 0, 120) == (0, 120)


def test_a_recording_counts_from_when_the_session_began() -> None:
    table = Table(agenda=THREE)
    table.record(
        TurnsImported(
            recording="tape",
            speakers=(RecordedSpeaker(label="A", person="amina"),),
            segments=(Segment(0, 2_000_000, 3_000_000),),
            seats=(Seat(person="amina", badge="a"),),
        )
    )
    found = stretches_of(spoken(table.log.facts, "session", table.now), table.session)
    assert [(one.person, one.start - START, one.end - START) for one in found] == [("amina", 2000, 5000)]


def test_listening_on_is_the_same_as_listening_anew() -> None:
    table, listening = Table(agenda=THREE), Listening("session")
    table.do(StartSession())
    for person in ("amina", "ben", "amina"):
        table.do(GiveFloor(person), 40)
        listening.add(table.log.facts)
        assert listening.spoken(table.now) == spoken(table.log.facts, "session", table.now)
