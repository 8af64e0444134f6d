"""Who is here: seats, late arrivals, leaving, and the people of a recording."""

from string import ascii_lowercase

import pytest

from lcterm.core.commands import (
    Arrive,
    EndSession,
    GiveFloor,
    KeepToListening,
    Leave,
    NextPoint,
    PassFacilitation,
    RaiseHand,
    StartSession,
)
from lcterm.core.events import PersonArrived, PersonLeft, RecordedSpeaker, Seat, Segment, SessionStarted, TurnsImported
from lcterm.core.seating import known, seated, was_here
from tests.core.builder import START, Table

SECOND = 1_000_000


def started(**more: object) -> Table:
    table = Table(agenda=[("Talk", 60, "queue")], **more)  # type: ignore[arg-type]
    table.do(StartSession())
    return table


def recording(*segments: tuple[int, float, float], people: tuple[str, ...], name: str = "a") -> TurnsImported:
    """Segments are speaker, start and length in seconds."""
    return TurnsImported(
        recording=name,
        speakers=tuple(RecordedSpeaker(label=f"S{number}", person=person) for number, person in enumerate(people)),
        segments=tuple(
            Segment(speaker, round(start * SECOND), round(length * SECOND)) for speaker, start, length in segments
        ),
        seats=tuple(Seat(person=person, badge=person[0]) for person in people),
    )


def test_everyone_active_is_here_at_the_start_unless_marked_away() -> None:
    table = Table()
    table.do(Leave("ben"))
    table.do(Leave("chidi"))
    table.do(Arrive("chidi"))
    assert [person for person, voice in seated(table.meeting).items() if not voice.present] == ["ben"]
    table.do(StartSession())
    assert [person for person, voice in table.session.voices.items() if not voice.present] == ["ben"]


def test_seats_are_in_the_order_people_joined() -> None:
    assert list(started().session.voices) == ["amina", "ben", "chidi", "dorota"]


def test_badges_stay_for_the_length_of_the_session() -> None:
    table = started()
    badges = {person: voice.badge for person, voice in table.session.voices.items()}
    table.record(SessionStarted(point="point-1", seats=(Seat(person="amina", badge="zz"),)))
    table.record(PersonArrived(person="amina", badge="zz"))
    assert {person: voice.badge for person, voice in table.session.voices.items()} == badges
    assert [one.badge for one in known(table.meeting)] == list(badges.values())


def test_late_is_measured_from_arrival() -> None:
    table = Table()
    table.do(Leave("dorota"))
    table.do(StartSession())
    table.do(Arrive("dorota"), after_seconds=1800)
    table.wait(minutes=10)
    assert table.heard("dorota").expected == pytest.approx(10 / (3 * 40 + 10))
    assert table.heard("amina").expected == pytest.approx(40 / 130)


def test_time_away_in_the_middle_is_not_expected_of_anyone() -> None:
    table = started()
    table.do(Leave("dorota"), after_seconds=600)
    table.do(Arrive("dorota"), after_seconds=1200)
    table.wait(minutes=10)
    assert table.heard("dorota").expected == pytest.approx(20 / (3 * 40 + 20))


def test_however_often_somebody_comes_and_goes_their_stretches_add_up() -> None:
    table = started()
    for _ in range(3):
        table.do(Leave("dorota"), after_seconds=600)
        table.do(Arrive("dorota"), after_seconds=300)
    assert table.heard("dorota").expected == pytest.approx(30 / (3 * 45 + 30))


def test_with_every_letter_taken_a_badge_may_clash_but_nothing_breaks() -> None:
    """Badges given out elsewhere can leave no room; the fold takes what the log says."""
    table = Table()
    seats = tuple(Seat(person=f"p{letter}", badge=letter) for letter in ascii_lowercase)
    table.record(SessionStarted(point="point-1", seats=seats))
    table.record(PersonArrived(person="late", badge="a"))
    assert table.session.voices["late"].present


def test_the_roles_are_those_of_the_day() -> None:
    table = Table()
    table.record(PersonArrived(person="ben", badge="b"))
    assert table.session.voices["ben"].present
    table.record(SessionStarted(point="point-1", seats=(Seat(person="ben", badge="x", roles=("observer",)),)))
    assert (table.session.voices["ben"].badge, table.session.voices["ben"].roles) == ("b", ("observer",))


def test_who_leaves_takes_hand_and_turn_along() -> None:
    table = started()
    table.do(GiveFloor("ben"))
    table.do(RaiseHand("ben"), after_seconds=30)
    table.do(RaiseHand("amina"))
    table.do(Leave("ben"))
    assert (table.speaking, table.hands) == ("", ["amina"])
    assert table.heard("ben").seconds == 30


def test_two_writers_seeing_somebody_leave_take_them_out_once() -> None:
    table = started()
    other = table.other()
    table.do(Leave("ben"), after_seconds=60)
    other.do(Leave("ben"), after_seconds=60)
    table.hear(other.log.facts)
    table.wait(minutes=9)
    assert table.heard("ben").expected == pytest.approx(1 / 31)


def test_a_member_who_joined_since_gets_a_seat_with_a_badge_of_their_own() -> None:
    table = started()
    table.join("Bea")
    table.do(Arrive("bea"), after_seconds=60)
    badges = [voice.badge for voice in table.session.voices.values()]
    assert list(table.session.voices)[-1] == "bea"
    assert not any(one.startswith(other) for one in badges for other in badges if one is not other)
    table.wait(minutes=1)
    assert table.heard("bea").expected == pytest.approx(1 / 9)


def test_who_left_before_the_start_and_has_no_seat_is_only_marked() -> None:
    table = Table()
    table.record(PersonLeft(person="ben"))
    table.record(PersonLeft(person="ben"))
    assert table.session.away == ("ben",)
    table.record(PersonArrived(person="ben"))
    assert table.session.away == ()


def test_listening_is_a_switch() -> None:
    table = started()
    table.do(KeepToListening("ben"))
    assert table.session.voices["ben"].listening
    table.do(KeepToListening("ben"))
    assert not table.session.voices["ben"].listening


def test_coming_back_in_the_hour_of_ones_own_presentation_still_does_not_count() -> None:
    table = Table(agenda=[("Case", 10, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=600)
    table.do(Leave("amina"), after_seconds=60)
    table.do(Arrive("amina"), after_seconds=60)
    table.wait(minutes=5)
    assert table.heard("amina").expected == 0


# ── Recordings ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_recording_closes_a_session_that_never_ran() -> None:
    table = Table()
    table.record(recording((0, 0, 30), (1, 30, 10), (0, 40, 20), (0, 61, 1), people=("amina", "ben")))
    assert table.session.status == "closed"
    assert (table.session.started, table.session.ended) == (None, None)
    amina, ben = table.heard("amina"), table.heard("ben")
    assert (amina.turns, amina.seconds, amina.share) == (2, 51, pytest.approx(51 / 61))
    assert (ben.turns, ben.seconds, ben.expected) == (1, 10, 0.5)


def test_the_same_recording_counts_once_another_adds_to_it() -> None:
    table = Table()
    first = recording((0, 0, 30), people=("amina", "ben"))
    table.record(first)
    table.record(first)
    assert table.heard("amina").seconds == 30
    table.record(recording((0, 0, 12), people=("amina",), name="b"))
    assert (table.heard("amina").seconds, table.heard("amina").turns) == (42, 2)


def test_seconds_are_exact_to_the_hundredth() -> None:
    table = Table()
    table.record(recording(*((0, number, 0.01) for number in range(3000)), people=("amina",)))
    assert table.heard("amina").seconds == 30


def test_everyone_seated_was_there_for_the_whole_recording() -> None:
    table = Table()
    table.record(
        TurnsImported(
            recording="a",
            speakers=(RecordedSpeaker(label="A", person="amina"),),
            segments=(Segment(0, 0, 60 * SECOND),),
            seats=tuple(Seat(person=person, badge=person[0]) for person in ("amina", "ben", "chidi")),
        )
    )
    assert [one.expected for one in table.voices.heard] == [pytest.approx(1 / 3)] * 3
    assert table.heard("ben").status == "not heard"


def test_who_speaks_in_it_was_there_even_if_marked_away() -> None:
    table = Table()
    table.do(Leave("ben"))
    table.record(recording((0, 0, 30), (1, 30, 30), people=("amina", "ben")))
    ben = table.heard("ben")
    assert (ben.voice.present, ben.expected, ben.status) == (True, 0.5, "balanced")


def test_who_joined_the_group_after_the_hour_was_not_there_because_a_recording_comes_in_later() -> None:
    table = started()
    table.do(PassFacilitation("ben"))
    table.do(EndSession(), after_seconds=60)
    before = table.session.voices
    late = TurnsImported(
        recording="a",
        speakers=(RecordedSpeaker(label="A", person="amina"), RecordedSpeaker(label="Y", person="yan")),
        segments=(Segment(0, 0, 30 * SECOND), Segment(1, 30 * SECOND, 30 * SECOND)),
        seats=tuple(Seat(person=person, badge=person[0]) for person in ("amina", "ben", "yan", "zoe")),
    )
    table.record(late)
    assert {*table.session.voices} == {*before, "yan"}
    assert table.session.voices["ben"].roles == before["ben"].roles
    assert was_here(table.session.voices["yan"])


def test_a_recording_of_a_session_that_runs_leaves_it_running() -> None:
    table = started()
    table.do(Leave("ben"), after_seconds=60)
    table.record(recording((0, 0, 30), (1, 30, 30), people=("amina", "ben")))
    assert table.session.status == "running"
    assert not table.session.voices["ben"].present
    table.wait(minutes=5)
    assert table.heard("ben").expected == pytest.approx((60 + 60) / (3 * (360 + 60) + 60 + 60))


def test_a_segment_of_a_speaker_nobody_listed_is_passed_over() -> None:
    table = Table()
    table.record(recording((0, 0, 30), (7, 30, 30), people=("amina",)))
    assert table.heard("amina").share == 1
    assert table.session.voices.keys() == {"amina"}


def test_an_empty_recording_breaks_nothing() -> None:
    table = Table()
    table.record(recording(people=("amina",)))
    assert (table.heard("amina").status, table.voices.evenness) == ("not heard", None)
    assert table.now == START
