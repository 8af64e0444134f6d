"""Who was there by a meeting program's own record: brought in once, beside recordings, into sessions that ran."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.attendance import joined, length, together, within
from lcterm.core.commands import Arrive, BringInAttendance, EndSession, GiveFloor, Leave, StartSession, Undo
from lcterm.core.digest import digest
from lcterm.core.events import RecordedSpeaker, Seat, Segment, Stay, TurnsImported
from lcterm.core.refusal import Refusal
from lcterm.core.seating import was_here
from tests.core.builder import MINUTE, NAMES, START, Table

NOW = START + 90 * MINUTE
Times = tuple[int, int]


def stay(person: str, *spans: Times) -> Stay:
    """Stretches in minutes from the start."""
    found = tuple((START + begin * MINUTE, START + end * MINUTE) for begin, end in spans)
    return Stay(person=person, spans=found, there=length(found))


def report(*stays: Stay) -> BringInAttendance:
    return BringInAttendance(stays)


def recording() -> TurnsImported:
    """Twenty minutes in which Ben speaks, and Dorota, whom nobody saw."""
    people = ("ben", "dorota")
    speakers = tuple(RecordedSpeaker(label=person, person=person) for person in people)
    segments = (Segment(0, 0, 600_000_000), Segment(1, 600_000_000, 600_000_000))
    seats = tuple(Seat(person=name.lower(), badge=name[0].lower()) for name in NAMES)
    return TurnsImported(recording="r", speakers=speakers, segments=segments, seats=seats)


def after_it() -> Table:
    table = Table()
    table.now = NOW
    return table


def here(table: Table) -> list[str]:
    return [person for person, voice in table.session.voices.items() if was_here(voice)]


# ── A session that never ran ────────────────────────────────────────────────────────────────────────────────────────


def test_it_closes_a_session_that_never_ran_and_says_who_came_and_for_how_long() -> None:
    table = after_it()
    table.do(report(stay("amina", (0, 60)), stay("ben", (10, 25), (30, 45))))
    assert (table.session.status, table.session.started) == ("closed", None)
    assert here(table) == ["amina", "ben"]
    known = digest(table.session)
    assert (known.attended, known.missed, known.measured) == (("amina", "ben"), ("chidi", "dorota"), True)
    assert {one.voice.person: one.voice.counted // MINUTE for one in table.voices.heard} == {
        "amina": 60,
        "ben": 30,
        "chidi": 0,
        "dorota": 0,
    }


def test_without_a_word_known_nobody_is_marked_as_silent() -> None:
    table = after_it()
    table.do(report(stay("amina", (0, 60))))
    assert {(one.status, one.mark) for one in table.voices.heard} == {("uncounted", "")}


def test_record_and_recording_come_to_the_same_in_either_order() -> None:
    stays = (stay("amina", (0, 60)), stay("ben", (0, 15)))
    first, second = after_it(), after_it()
    first.do(report(*stays))
    first.record(recording())
    second.record(recording())
    assert here(second) == ["amina", "ben", "chidi", "dorota"]
    second.do(report(*stays))
    assert first.voices == second.voices
    for table in (first, second):
        assert here(table) == ["amina", "ben", "dorota"]
        expected = {one.voice.person: round(one.expected, 3) for one in table.voices.heard}
        assert expected == {"amina": 0.632, "ben": 0.158, "chidi": 0, "dorota": 0.211}


def test_the_same_record_twice_changes_nothing_and_more_of_it_is_added() -> None:
    table = after_it()
    table.do(report(stay("amina", (0, 30))))
    assert "already" in table.refused(report(stay("amina", (0, 30))))
    table.do(report(stay("amina", (20, 60)), stay("ben", (0, 60))))
    assert table.session.attended["amina"] == stay("amina", (0, 60))
    assert here(table) == ["amina", "ben"]


def test_one_undo_takes_all_of_it_back() -> None:
    table = after_it()
    before = table.session
    table.do(report(stay("amina", (0, 60)), stay("ben", (0, 60))))
    table.do(Undo())
    assert (table.session.status, table.session.voices, table.session.attended) == ("planned", before.voices, {})


def test_who_said_they_would_be_away_came_all_the_same() -> None:
    table = Table()
    table.do(Leave("ben"))
    table.now = NOW
    table.do(report(stay("ben", (0, 60))))
    assert here(table) == ["ben"]


# ── A session that ran ──────────────────────────────────────────────────────────────────────────────────────────────


def held() -> Table:
    """An hour of open talk. Ben was noted as away, Chidi left after half of it, Dorota came for the last quarter."""
    table = Table(agenda=[("Talk", 60, "queue")])
    for person in ("ben", "dorota"):
        table.do(Leave(person))
    table.do(StartSession())
    table.do(GiveFloor("amina"))
    table.do(Leave("chidi"), 30 * 60)
    table.do(Arrive("dorota"), 15 * 60)
    table.do(EndSession(), 15 * 60)
    return table


def test_what_was_noted_in_the_room_stands_and_only_gaps_are_filled() -> None:
    table = held()
    before = dict(table.session.voices)
    table.do(report(stay("ben", (-10, 30)), stay("chidi", (0, 60)), stay("dorota", (0, 60))))
    after = table.session.voices
    assert {person for person in after if after[person] != before[person]} == {"ben"}
    assert (after["ben"].counted // MINUTE, after["ben"].reported, after["ben"].present) == (30, 30 * MINUTE, False)
    assert was_here(after["ben"])
    assert digest(table.session).missed == ()
    assert table.heard("ben").status == "not heard"
    assert table.heard("ben").mark == ""


def test_a_second_record_of_the_same_person_is_not_counted_on_top() -> None:
    table = held()
    table.do(report(stay("ben", (0, 30))))
    table.do(report(stay("ben", (0, 45))))
    assert table.session.voices["ben"].counted // MINUTE == 45


def test_either_order_of_record_and_recording_is_the_same_here_too() -> None:
    first, second = held(), held()
    stays = (stay("ben", (0, 30)), stay("dorota", (0, 60)))
    first.do(report(*stays))
    first.record(recording())
    second.record(recording())
    second.do(report(*stays))
    assert first.session.voices == second.session.voices


def test_it_is_there_even_where_no_talk_was_counted() -> None:
    table = Table(agenda=[("Break", 60, "none")])
    table.do(Leave("ben"))
    table.do(StartSession())
    table.do(EndSession(), 3600)
    table.do(report(stay("ben", (0, 60))))
    assert was_here(table.session.voices["ben"])


def test_while_it_runs_the_board_is_where_people_come_and_go() -> None:
    table = Table()
    table.do(StartSession())
    table.wait(minutes=30)
    assert table.refused(report(stay("amina", (0, 20)))).startswith("The session is running")


def test_of_another_hour_or_day_it_is_refused() -> None:
    table = held()
    assert "the session ran on" in table.refused(report(stay("ben", (-300, -240))))
    planned = after_it()
    assert "is planned for" in planned.refused(report(stay("ben", (-4000, -3000))))
    early = Table()
    assert "still to come" in early.refused(report(stay("ben", (1, 60))))
    assert isinstance(early.wish(report()), Refusal)


# ── Stretches ───────────────────────────────────────────────────────────────────────────────────────────────────────

spans = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=6)


@given(spans)
def test_joined_stretches_are_in_order_and_hold_the_same_moments(some: list[Times]) -> None:
    found = joined(some)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert joined(found) == found
    moments = {at for begin, end in some for at in range(begin, end)}
    assert moments == {at for begin, end in found for at in range(begin, end)}
    assert length(found) == len(moments)


@given(spans, spans)
def test_two_records_of_one_person_are_told_once(one: list[Times], other: list[Times]) -> None:
    a, b = (Stay(person="a", spans=joined(some), there=length(joined(some))) for some in (one, other))
    assert together(a, a) == a
    assert together(together(a, b), b) == together(a, b)
    assert together(a, b).there == length(joined([*one, *other])) == together(b, a).there


@given(spans, st.integers(0, 100), st.integers(0, 100))
def test_what_lies_within_an_hour_is_never_more_than_it(some: list[Times], begin: int, end: int) -> None:
    one = Stay(person="a", spans=joined(some), there=length(joined(some)))
    inside = {at for first, last in some for at in range(max(first, begin), min(last, end))}
    assert within(one, begin, end) == len(inside)
    assert within(Stay(person="a", there=50), begin, end) == min(50, max(0, end - begin))
