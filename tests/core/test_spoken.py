"""Who spoke from when to when, out of the log: every way in which a turn begins and ends."""

from itertools import pairwise

from hypothesis import given, settings

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    Arrive,
    ChangeMode,
    EndSession,
    FreeFloor,
    GiveFloor,
    Interject,
    Leave,
    NextPoint,
    NoteSpoke,
    PauseClock,
    ResumeClock,
    StartSession,
    Undo,
)
from lcterm.core.events import RecordedSpeaker, Segment, TurnsImported
from lcterm.core.spoken import Here, Spoken, spoken
from tests.core.builder import START, Table
from tests.core.wishes import Wish, held, sessions

TWO: tuple[tuple[str, float, Mode], ...] = (("Talk", 30, "queue"), ("Round", 30, "round"))


def seen(table: Table) -> Spoken:
    return spoken(table.log.facts, "session", table.now)


def lines(table: Table) -> list[tuple[str, float, float, str, str]]:
    """Person, seconds since the start, seconds, mode and point."""
    return [
        (one.person, (one.start - START) / 1000, (one.end - one.start) / 1000, one.mode, one.point)
        for one in seen(table).stretches
    ]


def begun() -> Table:
    table = Table(agenda=TWO)
    table.do(StartSession())
    return table


def test_a_turn_lasts_until_the_next_or_until_nobody_follows() -> None:
    table = begun()
    table.do(GiveFloor("amina"), after_seconds=10)
    table.do(GiveFloor("ben"), after_seconds=20)
    table.do(FreeFloor(), after_seconds=5)
    assert lines(table) == [("amina", 10, 20, "queue", "point-1"), ("ben", 30, 5, "queue", "point-1")]


def test_a_pause_is_no_talk() -> None:
    table = begun()
    table.do(GiveFloor("amina"))
    table.do(PauseClock(), after_seconds=10)
    table.do(ResumeClock(), after_seconds=100)
    table.do(FreeFloor(), after_seconds=5)
    assert lines(table) == [("amina", 0, 10, "queue", "point-1"), ("amina", 110, 5, "queue", "point-1")]


def test_a_short_question_parts_a_turn() -> None:
    table = begun()
    table.do(GiveFloor("amina"))
    table.do(Interject("ben"), after_seconds=10)
    table.do(FreeFloor(), after_seconds=3)
    table.do(FreeFloor(), after_seconds=7)
    assert [one[:3] for one in lines(table)] == [("amina", 0, 10), ("ben", 10, 3), ("amina", 13, 7)]


def test_another_point_and_another_mode_end_it() -> None:
    table = begun()
    table.do(GiveFloor("amina"))
    table.do(ChangeMode("open"), after_seconds=10)
    table.do(NextPoint(), after_seconds=10)
    table.do(GiveFloor("ben"))
    table.do(EndSession(), after_seconds=4)
    assert lines(table) == [
        ("amina", 0, 10, "queue", "point-1"),
        ("amina", 10, 10, "open", "point-1"),
        ("ben", 20, 4, "round", "point-2"),
    ]


def test_what_was_noted_has_a_moment_and_no_length() -> None:
    table = begun()
    table.do(NoteSpoke("chidi"), after_seconds=9)
    (one,) = seen(table).stretches
    assert (one.person, one.start - START, one.end - START, one.noted) == ("chidi", 9000, 9000, True)


def test_what_was_taken_back_is_not_there_and_what_goes_on_lasts_until_now() -> None:
    table = begun()
    table.do(GiveFloor("amina"))
    table.do(Undo(), after_seconds=10)
    table.do(GiveFloor("ben"), after_seconds=2)
    table.wait(seconds=30)
    assert [one[:3] for one in lines(table)] == [("ben", 12, 30)]


def test_who_was_here_from_when_to_when() -> None:
    table = Table()
    table.do(Leave("ben"))
    table.do(StartSession())
    table.do(Leave("chidi"), after_seconds=60)
    table.do(Arrive("ben"), after_seconds=60)
    table.do(Arrive("chidi"), after_seconds=60)
    table.do(EndSession(), after_seconds=60)
    minutes = [(one.person, (one.start - START) // 60_000, (one.end - START) // 60_000) for one in seen(table).here]
    assert minutes == [("chidi", 0, 1), ("amina", 0, 4), ("dorota", 0, 4), ("ben", 2, 4), ("chidi", 3, 4)]


def test_a_recording_stays_as_it_came_in_but_for_what_is_nobody_s_and_counts_once() -> None:
    table = Table()
    amina = RecordedSpeaker(label="A", person="amina")
    event = TurnsImported(recording="r1", speakers=(amina,), segments=(Segment(0, 5, 7), Segment(1, 5, 7)))
    table.record(event)
    table.record(event)
    (recorded,) = seen(table).recordings
    assert (recorded.recording, recorded.segments) == ("r1", (Segment(0, 5, 7),))


def test_nothing_of_a_session_that_has_not_begun() -> None:
    assert seen(Table()) == Spoken((), (), ())


@settings(deadline=None)
@given(sessions)
def test_stretches_hang_together_whatever_was_pressed(session: list[Wish]) -> None:
    table = held(session)
    found = seen(table)
    live = sorted((one for one in found.stretches if not one.noted), key=lambda one: one.start)
    assert all(one.start < one.end for one in live)
    assert all(one.end <= later.start for one, later in pairwise(live)), "one at a time"
    assert {one.person for one in found.stretches} <= set(table.session.voices)
    for person in table.session.voices:
        mine: list[Here] = [one for one in found.here if one.person == person]
        assert all(one.end <= later.start for one, later in pairwise(mine))
