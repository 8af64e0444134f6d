"""Looking back at a session: at every moment what was known then, and in the end what is known now."""

from lcterm.core.commands import BringInAttendance, GiveFloor, NextPoint, RaiseHand, StartSession, Undo, WriteCapture
from lcterm.core.events import RecordedSpeaker, Seat, Segment, Stay, TurnsImported, Words
from lcterm.core.replay import Replay
from tests.core.builder import MINUTE, START, Table

TWO = (("One", 10.0, "queue"), ("Two", 10.0, "open"))


def replayed(table: Table) -> Replay:
    return Replay(table.meeting.community, "session", table.log.facts)


def played() -> Table:
    table = Table(agenda=TWO)
    table.do(StartSession())
    table.do(RaiseHand("ben"), 60)
    table.do(GiveFloor("ben"), 60)
    table.do(GiveFloor("amina"), 60)
    table.do(Undo(), 60)
    table.do(WriteCapture(Words(kind="learning", text="Say it early")), 60)
    table.do(NextPoint(), 60)
    return table


def test_at_every_moment_it_is_what_stood_then() -> None:
    replay = replayed(played())
    begins = replay.begins

    def speaking(minutes: float) -> str:
        turn = replay.at(begins + round(minutes * MINUTE)).session.turn
        return turn.person if turn is not None else ""

    assert [speaking(minutes) for minutes in (0.5, 1.5, 2.5, 3.5, 4.5)] == ["", "", "ben", "amina", "ben"]
    assert [hand.person for hand in replay.at(begins + round(1.5 * MINUTE)).session.hands] == ["ben"]
    assert not replay.at(begins + round(4.5 * MINUTE)).session.captures
    assert len(replay.at(begins + round(5.5 * MINUTE)).session.captures) == 1


def test_before_it_begins_and_after_it_ends_it_stands_still() -> None:
    table = played()
    replay = replayed(table)
    assert replay.at(0) == replay.at(replay.begins)
    assert replay.at(replay.ends + 60 * MINUTE).session == table.session
    assert (replay.begins, replay.ends) == (table.session.started, table.session.at)


def test_marks_lead_from_act_to_act() -> None:
    replay = replayed(played())
    moments = [replay.begins]
    while moments[-1] != replay.ends:
        moments.append(replay.next_mark(moments[-1], 1))
    assert moments == list(replay.marks)
    assert [replay.next_mark(one, -1) for one in moments[1:]] == moments[:-1]
    assert replay.next_mark(replay.begins, -1) == replay.begins


def test_a_recording_is_heard_as_far_as_the_moment() -> None:
    table = Table(agenda=TWO)
    speakers = (RecordedSpeaker(label="A", person="amina"), RecordedSpeaker(label="B", person="ben"))
    second = 1_000_000
    segments = (Segment(0, 0, 40 * second), Segment(1, 40 * second, 30 * second), Segment(0, 60 * second, 60 * second))
    seats = (Seat(person="amina", badge="a"), Seat(person="ben", badge="b"))
    table.record(TurnsImported(recording="tape", speakers=speakers, segments=segments, seats=seats))
    replay = replayed(table)
    assert replay.never_ran
    assert replay.ends - replay.begins == 120_000
    assert [at - replay.begins for at in replay.marks] == [0, 40_000, 60_000]
    half = replay.at(START + 50_000).session
    assert {person: voice.spoken for person, voice in half.voices.items() if voice.spoken} == {
        "amina": 40 * second,
        "ben": 10 * second,
    }
    assert half.turn is not None
    assert half.turn.person == "ben"
    both = replay.at(START + 65_000).session.turn
    assert both is not None
    assert both.person == "amina"
    assert replay.at(replay.ends).session.voices == table.session.voices


def test_what_was_written_after_a_recording_stands_at_its_end_alone() -> None:
    table = Table(agenda=TWO)
    amina = RecordedSpeaker(label="A", person="amina")
    seats = (Seat(person="amina", badge="a"),)
    segments = (Segment(0, 0, 60_000_000),)
    table.record(TurnsImported(recording="tape", speakers=(amina,), segments=segments, seats=seats))
    table.wait(minutes=2 * 24 * 60)
    table.do(WriteCapture(Words(kind="quote", text="Say it early", by="amina")))
    replay = replayed(table)
    assert replay.ends - replay.begins == 60_000
    assert not replay.at(replay.begins).session.captures
    assert not replay.at(replay.ends - 1).session.captures
    assert replay.at(replay.ends).session.captures == table.session.captures


def test_of_a_session_known_from_a_record_of_who_was_there_nothing_after_it_is_played() -> None:
    table = Table(agenda=TWO)
    table.wait(minutes=3 * 24 * 60)
    table.do(BringInAttendance((Stay(person="amina", spans=((START, START + 20 * MINUTE),), there=20 * MINUTE),)))
    replay = replayed(table)
    assert (replay.begins, replay.ends) == (START, START + 20 * MINUTE)
    assert replay.never_ran
    assert not replay.marks
    assert replay.at(START + 10 * MINUTE).session.voices == table.session.voices


def test_a_segment_of_a_speaker_nobody_listed_is_passed_over() -> None:
    table = Table(agenda=TWO)
    amina = RecordedSpeaker(label="A", person="amina")
    stray = (Segment(0, 0, 1_000_000), Segment(7, 1_000_000, 60_000_000))
    table.record(
        TurnsImported(recording="a", speakers=(amina,), segments=stray, seats=(Seat(person="amina", badge="a"),))
    )
    replay = replayed(table)
    assert replay.ends - replay.begins == 1000
    assert replay.at(replay.ends).session.turn is None


def test_a_recording_that_was_taken_back_is_not_heard() -> None:
    table = Table(agenda=TWO)
    for person, minutes in (("ben", 9), ("amina", 5)):
        speaker = RecordedSpeaker(label="A", person=person)
        segments = (Segment(0, 0, minutes * MINUTE * 1000),)
        seats = (Seat(person=person, badge=person[0]),)
        table.record(TurnsImported(recording="tape", speakers=(speaker,), segments=segments, seats=seats))
        if person == "ben":
            table.do(Undo())
    replay = replayed(table)
    assert replay.ends - replay.begins == 5 * MINUTE
    turn = replay.at(START + MINUTE).session.turn
    assert turn is not None
    assert turn.person == "amina"
