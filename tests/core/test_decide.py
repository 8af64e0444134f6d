"""What may happen when, and what is said where it may not: one line, with the way on."""

from string import ascii_lowercase

import pytest
from msgspec.structs import replace

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
from lcterm.core.events import CaptureEdited, PersonArrived, PointEnded, Seat, SessionEnded, SessionStarted, Undone
from tests.core.builder import Table, action, learning

OF_THE_HOUR: list[AnyCommand] = [
    PauseClock(),
    ResumeClock(),
    NextPoint(),
    PreviousPoint(),
    JumpToPoint(1),
    SkipPoint(),
    ExtendPoint(1),
    BeganEarlier(1),
    EndSession(),
    ChangeMode("open"),
    RaiseHand("ben"),
    WithdrawHand("ben"),
    CloseQueue(),
    OpenQueue(),
    GiveFloor(),
    GiveFloor("ben"),
    FreeFloor(),
    NoteSpoke("ben"),
    PassRound(),
]
TWO: list[tuple[str, float, Mode]] = [("Talk", 30, "queue"), ("Close", 20, "open")]


@pytest.fixture
def table() -> Table:
    table = Table(agenda=TWO)
    table.do(StartSession())
    return table


# ── When ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", OF_THE_HOUR, ids=repr)
def test_the_hour_begins_with_the_start_and_ends_with_the_end(command: AnyCommand) -> None:
    table = Table(agenda=TWO)
    assert table.refused(command) == "The session has not started; start it first."
    table.do(StartSession())
    table.do(EndSession())
    assert table.refused(command) == "The session is closed; undo opens it again."


def test_a_session_starts_once() -> None:
    table = Table(agenda=TWO)
    table.do(StartSession())
    assert "running already" in table.refused(StartSession())
    table.do(PauseClock())
    assert "running already" in table.refused(StartSession())
    table.do(EndSession())
    assert "closed" in table.refused(StartSession())


def test_with_every_point_left_out_there_is_nothing_to_start() -> None:
    table = Table(agenda=TWO)
    table.do(SkipPoint(1))
    table.do(SkipPoint(2))
    assert "every one was skipped" in table.refused(StartSession())


def test_the_clock_is_paused_and_resumed_once(table: Table) -> None:
    assert "running" in table.refused(ResumeClock())
    table.do(PauseClock())
    assert table.refused(PauseClock()) == "The clock is paused already; resume goes on."
    table.do(ResumeClock())


# ── Agenda ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_next_names_both_points(table: Table) -> None:
    assert table.do(NextPoint()) == PointEnded(point="point-1", next="point-2")
    assert table.do(NextPoint()) == SessionEnded()


def test_there_is_nothing_before_the_first_point(table: Table) -> None:
    assert table.refused(PreviousPoint()) == "This is the first point."


@pytest.mark.parametrize("number", [0, -1, 3, 99])
def test_a_number_that_is_not_on_the_agenda(table: Table, number: int) -> None:
    assert table.refused(JumpToPoint(number)) == f"There is no point {number}; the agenda has 2."
    assert table.refused(SkipPoint(number)) == f"There is no point {number}; the agenda has 2."


def test_one_cannot_jump_to_where_one_is(table: Table) -> None:
    assert table.refused(JumpToPoint(1)) == "Talk is running already."


def test_what_is_done_or_skipped_is_not_skipped(table: Table) -> None:
    table.do(NextPoint())
    assert "Talk is done already" in table.refused(SkipPoint(1))
    assert "the last point; end closes" in table.refused(SkipPoint())
    assert "the last point; end closes" in table.refused(SkipPoint(2))
    table.do(PreviousPoint())
    table.do(SkipPoint(2))
    assert "Close is skipped already" in table.refused(SkipPoint(2))


@pytest.mark.parametrize("minutes", [-30, -31, 24 * 60, float("nan"), float("inf"), float("-inf")])
def test_a_point_has_some_minutes_and_at_most_a_day(table: Table, minutes: float) -> None:
    assert "Talk has 30 minutes" in table.refused(ExtendPoint(minutes))


def test_no_minutes_are_no_change(table: Table) -> None:
    assert "no change" in table.refused(ExtendPoint(0))
    table.do(ExtendPoint(5))
    assert "Talk has 35 minutes; -35" in table.refused(ExtendPoint(-35))
    table.do(ExtendPoint(-34))
    assert table.remaining == 1


# ── Floor ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_mode_it_is_in_is_no_change(table: Table) -> None:
    assert table.refused(ChangeMode("queue")) == "This is a queue already."
    table.do(ChangeMode("open"))
    assert table.refused(ChangeMode("open")) == "This is an open floor already."
    table.do(ChangeMode("none"))
    assert table.refused(ChangeMode("none")) == "This is a time when nobody is counted already."


@pytest.mark.parametrize("command", [RaiseHand("ben"), GiveFloor("ben"), GiveFloor(), NoteSpoke("ben")], ids=repr)
def test_where_nobody_is_counted_nobody_has_the_floor(table: Table, command: AnyCommand) -> None:
    table.do(ChangeMode("none"))
    assert "Nobody is counted at Talk" in table.refused(command)


@pytest.mark.parametrize("command", [RaiseHand("ben"), GiveFloor("ben"), NoteSpoke("ben")], ids=repr)
def test_who_is_away_arrives_first(table: Table, command: AnyCommand) -> None:
    table.do(Leave("ben"))
    assert table.refused(command) == "Ben is away; let them arrive first."


def test_a_hand_is_up_once(table: Table) -> None:
    assert "no hand up" in table.refused(WithdrawHand("ben"))
    table.do(RaiseHand("ben"))
    assert "a hand up already" in table.refused(RaiseHand("ben"))
    table.do(RaiseHand("ben", "question"))
    assert table.refused(RaiseHand("ben")) == "Ben has a hand up already.", "it does not become a new point"
    table.do(RaiseHand("ben", "reply"))


def test_the_list_is_closed_and_opened_once(table: Table) -> None:
    assert "open" in table.refused(OpenQueue())
    table.do(CloseQueue())
    assert "closed already" in table.refused(CloseQueue())
    assert "open it" in table.refused(RaiseHand("ben"))


def test_next_speaker_needs_a_hand(table: Table) -> None:
    assert table.refused(GiveFloor()) == "The floor is free and no hand is up."
    table.do(GiveFloor("ben"))
    assert table.refused(GiveFloor()) == "No hand is up."
    assert "has the floor already" in table.refused(GiveFloor("ben"))
    assert "the turn counts by itself" in table.refused(NoteSpoke("ben"))
    table.do(FreeFloor())
    assert "free already" in table.refused(FreeFloor())


def test_passing_belongs_to_a_round(table: Table) -> None:
    assert table.refused(PassRound()) == "Passing belongs to a round; this is a queue."
    table.do(ChangeMode("round"))
    table.do(Leave("ben"))
    assert "away" in table.refused(PassRound("ben"))
    for _ in range(3):
        table.do(GiveFloor(), after_seconds=20)
    table.do(FreeFloor())
    assert table.refused(PassRound()) == "Everyone has had their turn in this round."
    assert "had a turn" in table.refused(PassRound("amina"))


# ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_before_the_start_one_says_who_will_be_away() -> None:
    table = Table(agenda=TWO)
    assert table.refused(Arrive("ben")) == "Ben is expected anyway."
    table.do(Leave("ben"))
    assert "away already" in table.refused(Leave("ben"))
    table.do(Arrive("ben"))
    assert "no seat yet" in table.refused(KeepToListening("ben"))


def test_people_come_and_go_once(table: Table) -> None:
    assert "here already" in table.refused(Arrive("ben"))
    table.do(Leave("ben"))
    assert "away already" in table.refused(Leave("ben"))
    assert table.do(Arrive("ben")) == PersonArrived(person="ben")


def test_only_members_walk_in(table: Table) -> None:
    assert "not a member" in table.refused(Arrive("eva"))
    assert "away already" in table.refused(Leave("eva"))
    table.join("Eva")
    table.do(Arrive("eva"))
    assert "here already" in table.refused(Arrive("eva"))


def test_with_every_letter_taken_nobody_more_walks_in() -> None:
    """Only badges given out by another program can come to that."""
    full = Table(names=["Eva"], agenda=TWO)
    seats = tuple(Seat(person=f"p{letter}", badge=letter) for letter in ascii_lowercase)
    full.record(SessionStarted(point="point-1", seats=seats))
    assert full.refused(Arrive("eva")) == "No badge is left for Eva: every letter is taken in this session."


@pytest.mark.parametrize("command", [Arrive("ben"), Leave("ben"), KeepToListening("ben")], ids=repr)
def test_nobody_comes_or_goes_after_the_close(table: Table, command: AnyCommand) -> None:
    table.do(EndSession())
    assert "closed" in table.refused(command)


# ── Captures, undo ──────────────────────────────────────────────────────────────────────────────────────────────


def test_captures_are_written_at_any_time() -> None:
    table = Table(agenda=TWO)
    table.do(WriteCapture(learning()))
    table.do(StartSession())
    table.do(WriteCapture(learning()))
    table.do(EndSession())
    table.do(WriteCapture(learning()))


def test_a_capture_that_is_gone_is_gone(table: Table) -> None:
    for command in (EditCapture("x", learning()), MarkDone("x"), DropCapture("x")):
        assert table.refused(command) == "That capture is not there any more."


def test_only_actions_get_done_and_once(table: Table) -> None:
    table.do(WriteCapture(learning()))
    first = list(table.session.captures)[-1]
    assert "this is a learning" in table.refused(MarkDone(first))
    assert "Nothing was changed" in table.refused(EditCapture(first, learning()))
    table.do(EditCapture(first, action()))
    assert "open already" in table.refused(MarkDone(first, done=False))
    table.do(MarkDone(first))
    assert "done already" in table.refused(MarkDone(first))
    better = replace(action(), text="Better")
    assert table.do(EditCapture(first, better)) == CaptureEdited(capture=first, words=better)


def test_with_nothing_of_ones_own_there_is_nothing_to_take_back(table: Table) -> None:
    other = table.other()
    assert other.refused(Undo()) == "Nothing left to take back."
    assert "Nothing was taken back" in other.refused(Redo())
    assert table.do(Undo()) == Undone(writer="w1", seq=2)
    assert table.refused(Undo()) == "Nothing left to take back."
