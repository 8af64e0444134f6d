"""Two facilitators at one session: neither loses what the other did."""

from lcterm.core.commands import (
    Arrive,
    BeganEarlier,
    EndSession,
    GiveFloor,
    NextPoint,
    PauseClock,
    ResumeClock,
    SkipPoint,
    StartSession,
    Undo,
)
from lcterm.core.events import FloorGiven, PointEnded, RecordedSpeaker, Seat, Segment, TurnsImported
from tests.core.builder import NAMES, START, Table

THREE = (("One", 10.0, "queue"), ("Two", 10.0, "queue"), ("Three", 10.0, "open"))


def both(*seats: Table) -> None:
    """Everybody hears of everything."""
    facts = [fact for seat in seats for fact in seat.log.facts]
    for seat in seats:
        seat.hear(facts)


def test_an_undo_takes_back_one_turn_and_not_those_that_others_gave_after_it() -> None:
    ann = Table()
    ann.do(StartSession())
    bob = ann.other()
    ann.do(GiveFloor("amina"), 60)
    both(ann, bob)
    bob.now = ann.now
    for person in ("ben", "chidi", "ben", "dorota"):
        bob.do(GiveFloor(person), 60)
    both(ann, bob)
    ann.now = bob.now
    ann.do(Undo(), 1)
    both(ann, bob)
    assert {person: ann.heard(person).turns for person in ("amina", "ben", "chidi", "dorota")} == {
        "amina": 0,
        "ben": 2,
        "chidi": 1,
        "dorota": 1,
    }
    assert ann.speaking == "dorota"
    assert ann.session == bob.session


def test_two_who_give_the_floor_at_once_give_it_once() -> None:
    ann = Table()
    ann.do(StartSession())
    bob = ann.other()
    ann.do(GiveFloor("amina"), 1)
    bob.do(GiveFloor("ben"), 2)
    both(ann, bob)
    assert ann.speaking == "amina"
    assert ann.session == bob.session


def test_a_turn_given_over_one_that_is_over_by_now_is_passed_over() -> None:
    ann = Table()
    ann.do(StartSession())
    first = ann.do(GiveFloor("amina"), 1)
    assert isinstance(first, FloorGiven)
    turn = ann.session.turn
    assert turn is not None
    bob = ann.other()
    ann.do(GiveFloor("ben"), 1)
    bob.now = ann.now + 500
    bob.record(FloorGiven(person="chidi", after=turn.id))
    both(ann, bob)
    assert ann.speaking == "ben"


def test_taking_back_the_start_is_refused_once_others_have_gone_on() -> None:
    ann = Table()
    ann.do(StartSession())
    bob = ann.other()
    bob.do(GiveFloor("ben"), 60)
    both(ann, bob)
    assert "Others have gone on" in ann.refused(Undo(), 120)
    assert isinstance(bob.do(Undo(), 120), object)
    both(ann, bob)


def test_one_alone_takes_back_start_and_end() -> None:
    ann = Table()
    ann.do(StartSession())
    ann.do(EndSession(), 60)
    ann.do(Undo(), 1)
    assert ann.session.status == "running"
    ann.do(Undo(), 1)
    assert ann.session.status == "planned"


def test_latecomers_taken_in_at_two_places_have_badges_that_tell_them_apart() -> None:
    ann = Table()
    ann.do(StartSession())
    for name in ("Jonas", "Judith", "Jo"):
        ann.join(name)
    bob = ann.other()
    ann.do(Arrive("jonas"), 1)
    bob.do(Arrive("judith"), 2)
    both(ann, bob)
    bob.do(Arrive("jo"), 3)
    both(ann, bob)
    badges = [voice.badge for voice in ann.session.voices.values()]
    assert len(badges) == len(NAMES) + 3
    assert not [(one, two) for one in badges for two in badges if one is not two and two.startswith(one)]
    assert ann.session == bob.session


def test_a_point_that_somebody_left_out_is_not_begun_by_a_next_pressed_before() -> None:
    ann = Table(agenda=THREE)
    ann.do(StartSession())
    bob = ann.other()
    bob.do(SkipPoint(2), 1)
    ann.now += 2000
    ann.record(PointEnded(point="point-1", next="point-2"))
    both(ann, bob)
    assert ann.session.running == "point-3"


def test_a_late_start_after_a_pause_counts_what_was_held_since() -> None:
    ann = Table()
    ann.do(StartSession())
    ann.do(PauseClock(), 5 * 60)
    ann.do(ResumeClock(), 5 * 60)
    ann.wait(minutes=2)
    ann.do(BeganEarlier(3))
    assert ann.elapsed(1) == 3
    ann.do(BeganEarlier(1))
    assert ann.elapsed(1) == 1


def test_two_labels_of_one_person_are_one_speaker() -> None:
    ann = Table()
    labels = (RecordedSpeaker(label="A", person="amina"), RecordedSpeaker(label="B", person="amina"))
    segments = tuple(Segment(index, start * 1_000_000, 1_000_000) for start, index in enumerate((0, 1, 0)))
    seats = tuple(Seat(person=name.lower(), badge=name[0].lower()) for name in NAMES)
    ann.record(TurnsImported(recording="r", speakers=labels, segments=segments, seats=seats))
    assert (ann.heard("amina").turns, ann.heard("amina").seconds) == (1, 3)


def test_both_press_next_and_one_takes_it_back() -> None:
    ann = Table(agenda=THREE)
    ann.do(StartSession())
    bob = ann.other()
    ann.do(NextPoint(), 60)
    bob.do(NextPoint(), 61)
    both(ann, bob)
    assert ann.session.running == "point-2"
    ann.do(Undo(), 120)
    assert ann.session.running == "point-2", "the other one pressed it too"
    assert ann.now > START
