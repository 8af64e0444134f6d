"""The line that answers an act, and whether the room may read it."""

from typing import get_args

import pytest

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    AnyCommand,
    Arrive,
    BeganEarlier,
    ChangeMode,
    CloseQueue,
    DropCapture,
    EditCapture,
    EndSession,
    ExtendPoint,
    FreeFloor,
    GiveFloor,
    JumpToPoint,
    KeepToListening,
    Leave,
    MarkDone,
    NextPoint,
    NoteSpoke,
    OpenQueue,
    PassRound,
    PauseClock,
    PreviousPoint,
    RaiseHand,
    Redo,
    ResumeClock,
    SkipPoint,
    StartSession,
    Undo,
    WithdrawHand,
    WriteCapture,
)
from lcterm.core.events import HandKind, HandRaised, PointReturned, RecordedSpeaker, TurnsImported
from lcterm.core.telling import told
from lcterm.core.telling_floor import HAND_WORDS
from tests.core.builder import Table, action, learning


@pytest.fixture
def table() -> Table:
    table = Table(agenda=[("Hello", 10, "round"), ("Talk", 30, "queue"), ("Close", 5, "open")])
    table.do(StartSession())
    return table


def said(table: Table, command: AnyCommand, after_seconds: float = 0) -> str:
    table.do(command, after_seconds)
    return table.told[-1].text


def test_the_start() -> None:
    table = Table(agenda=[("Hello", 10, "round")])
    assert said(table, StartSession()) == "The session has begun with Hello."


def test_agenda_and_clock(table: Table) -> None:
    assert said(table, PauseClock()) == "All clocks stand still."
    assert said(table, ResumeClock()) == "The clocks go on."
    assert said(table, ExtendPoint(1)) == "1 minute more for Hello."
    assert said(table, ExtendPoint(-2.5)) == "2.5 minutes less for Hello."
    assert said(table, NextPoint(), 60) == "Hello is done; now Talk."
    assert said(table, BeganEarlier(1), 30) == "Talk began 1 min ago."
    assert said(table, PreviousPoint(), 60) == "Back at Hello; its clock goes on."
    assert said(table, SkipPoint(2)) == "Talk is left out."
    assert said(table, JumpToPoint(3)) == "Hello is done; now Close."
    assert said(table, PreviousPoint()) == "Back at Hello; its clock goes on."
    assert said(table, SkipPoint()) == "Hello is left out; now Close."
    assert said(table, EndSession()) == "The session is closed."


def test_hands_that_are_dropped_with_their_discussion_are_named(table: Table) -> None:
    table.do(NextPoint())
    table.do(RaiseHand("ben"))
    table.do(RaiseHand("chidi"))
    assert said(table, NextPoint()) == "Talk is done; now Close. Still had a hand up: Ben, Chidi."
    table.do(RaiseHand("ben"))
    assert said(table, EndSession()) == "The session is closed. Still had a hand up: Ben."


def test_a_name_with_an_initial_ends_its_sentence_with_one_full_stop() -> None:
    table = Table(("Ann", "Sam O."), agenda=[("Talk", 30, "queue"), ("Close", 5, "open")])
    table.do(StartSession())
    (sam,) = [person for person, one in table.meeting.community.members.items() if one.name == "Sam O."]
    table.do(RaiseHand(sam))
    assert said(table, NextPoint()) == "Talk is done; now Close. Still had a hand up: Sam O."


def test_the_floor(table: Table) -> None:
    table.do(NextPoint())
    assert said(table, RaiseHand("dorota", "question")) == "Dorota has a hand up, a question."
    assert said(table, RaiseHand("ben")) == "Ben has a hand up."
    assert said(table, RaiseHand("ben", "process")) == "Ben's hand is for a process matter now."
    assert said(table, Undo()) == "Taken back: Ben's hand is for a process matter now."
    assert said(table, RaiseHand("ben", "question")) == "Ben's hand is for a question now."
    assert said(table, RaiseHand("ben", "point")) == "Ben's hand is for a new point now."
    assert said(table, WithdrawHand("ben")) == "Ben has no hand up any more."
    assert said(table, CloseQueue()) == "The list is closed: no new hands."
    assert said(table, OpenQueue()) == "The list is open again."
    assert said(table, GiveFloor()) == "Dorota has the floor."
    assert said(table, FreeFloor()) == "Dorota has finished; the floor is free."
    assert said(table, NoteSpoke("ben")) == "Ben spoke, 20 seconds noted."
    assert said(table, ChangeMode("none")) == "Nobody is counted now."
    assert said(table, ChangeMode("open")) == "The floor is now: open."


def test_a_round(table: Table) -> None:
    table.do(GiveFloor())
    assert said(table, PassRound()) == "Amina passes. Ben has the floor."
    assert said(table, PassRound("dorota")) == "Dorota passes."
    assert said(table, NoteSpoke("chidi")) == "Chidi spoke."


def test_people(table: Table) -> None:
    assert said(table, Leave("ben")) == "Ben is away."
    assert said(table, Arrive("ben")) == "Ben is here."
    assert said(table, KeepToListening("ben")) == "Ben keeps to listening today; no mark for it."
    assert said(table, KeepToListening("ben")) == "Ben takes part again."


def test_captures(table: Table) -> None:
    assert said(table, WriteCapture(action())) == "Written down: action."
    capture = list(table.session.captures)[-1]
    assert said(table, MarkDone(capture)) == "The action is done."
    assert said(table, MarkDone(capture, done=False)) == "The action is open again."
    assert said(table, EditCapture(capture, learning())) == "Mended: learning."
    assert said(table, DropCapture(capture)) == "Dropped from the list: learning. Its words stay in the log."


def test_what_only_the_facilitator_should_read_is_private(table: Table) -> None:
    table.do(NextPoint())
    for command in (NoteSpoke("ben"), KeepToListening("ben"), WriteCapture(learning())):
        table.do(command)
        assert table.told[-1].private
        table.do(Undo())
        assert table.told[-1].private
    for command in (RaiseHand("ben"), GiveFloor(), Leave("ben"), NextPoint()):
        table.do(command)
        assert not table.told[-1].private
        table.do(Undo())
        assert not table.told[-1].private
        table.do(Redo())


def test_undo_and_redo_say_what_they_undid(table: Table) -> None:
    table.do(NextPoint())
    table.do(RaiseHand("ben"))
    assert said(table, Undo()) == "Taken back: Ben has a hand up."
    assert said(table, Redo()) == "Done again: Ben has a hand up."


def test_undo_tells_of_the_acts_own_moment_not_of_now(table: Table) -> None:
    table.do(NextPoint())
    other = table.other()
    table.do(BeganEarlier(1), after_seconds=120)
    other.wait(minutes=3)
    other.do(RaiseHand("ben"))
    other.do(GiveFloor("chidi"))
    table.hear(other.log.facts)
    assert said(table, Undo(), 600) == "Taken back: Talk began 1 min ago."
    assert said(table, Undo()) == "Taken back: Hello is done; now Talk."


def test_undo_of_a_turns_end_names_nobody_else(table: Table) -> None:
    table.do(NextPoint())
    table.do(GiveFloor("ben"))
    table.do(FreeFloor())
    other = table.other()
    other.do(GiveFloor("chidi"))
    table.hear(other.log.facts)
    words = "Taken back: The speaker has finished; the floor is free."
    assert said(table, Undo()) == f"{words} With it goes, from another seat: Chidi has the floor."


def test_undo_of_a_pass_names_nobody_else(table: Table) -> None:
    table.do(GiveFloor())
    table.do(PassRound())
    assert said(table, Undo()) == "Taken back: Amina passes."


def test_a_recording(table: Table) -> None:
    event = TurnsImported(recording="tape", speakers=(RecordedSpeaker(label="A", person="ben"),), segments=())
    line = told(table.meeting, event, table.meeting)
    assert (line.text, line.private) == ("tape: 1 speaker taken in.", True)


def test_people_and_points_the_log_does_not_hold_are_someone_and_that_point(table: Table) -> None:
    assert told(table.meeting, HandRaised(person="gone"), table.meeting).text == "someone has a hand up."
    assert "that point" in told(table.meeting, PointReturned(point="x", to="y"), table.meeting).text


def test_every_kind_of_hand_and_mode_has_words(table: Table) -> None:
    assert set(HAND_WORDS) == set(get_args(HandKind))
    for mode in get_args(Mode):
        if table.wish(ChangeMode(mode)):
            assert table.told[-1].text
