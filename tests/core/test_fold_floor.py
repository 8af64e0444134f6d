"""The floor: who speaks, who waits, whose turn it is in a round."""

import pytest

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    ChangeMode,
    CloseQueue,
    FreeFloor,
    GiveFloor,
    Leave,
    NextPoint,
    NoteSpoke,
    OpenQueue,
    PauseClock,
    PreviousPoint,
    RaiseHand,
    ResumeClock,
    StartSession,
    Undo,
    WithdrawHand,
)
from lcterm.core.events import FloorFreed, FloorGiven, HandRaised, ModeChanged, SpokeNoted
from tests.core.builder import START, Table


def started(mode: Mode = "queue", **more: object) -> Table:
    table = Table(agenda=[("Point", 60, mode), ("After", 30, "open")], **more)  # type: ignore[arg-type]
    table.do(StartSession())
    return table


# ── The queue ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_hands_are_taken_in_the_order_they_go_up() -> None:
    table = started()
    for person in ("dorota", "ben", "amina"):
        table.do(RaiseHand(person), after_seconds=1)
    assert table.hands == ["dorota", "ben", "amina"]
    table.do(GiveFloor())
    assert (table.speaking, table.hands) == ("dorota", ["ben", "amina"])


def test_whatever_the_kind_the_order_is_plain() -> None:
    table = started()
    table.do(RaiseHand("amina", "point"))
    table.do(RaiseHand("ben", "process"))
    assert table.hands == ["amina", "ben"]


def test_a_hand_that_changes_its_kind_keeps_its_place_and_wait() -> None:
    table = started()
    table.do(RaiseHand("amina"))
    table.do(RaiseHand("ben"), after_seconds=5)
    table.do(RaiseHand("amina", "question"), after_seconds=5)
    first = table.session.hands[0]
    assert (first.person, first.hand, first.since) == ("amina", "question", START)


def test_the_floor_can_be_given_out_of_order() -> None:
    table = started()
    for person in ("amina", "ben"):
        table.do(RaiseHand(person))
    table.do(GiveFloor("ben"))
    assert (table.speaking, table.hands) == ("ben", ["amina"])
    table.do(GiveFloor("chidi"))
    assert (table.speaking, table.hands) == ("chidi", ["amina"])


def test_taking_a_hand_down_never_touches_a_running_turn() -> None:
    table = started()
    table.do(RaiseHand("amina"))
    table.do(GiveFloor())
    table.do(RaiseHand("amina"), after_seconds=10)
    table.do(RaiseHand("ben"))
    turn = table.session.turn
    table.do(WithdrawHand("amina"), after_seconds=10)
    table.do(WithdrawHand("ben"))
    assert (table.session.turn, table.hands) == (turn, [])
    table.wait(seconds=10)
    assert table.heard("amina").seconds == 30


def test_a_pause_stops_the_turn() -> None:
    table = started()
    table.do(GiveFloor("amina"))
    table.do(PauseClock(), after_seconds=30)
    table.wait(minutes=10)
    assert table.heard("amina").seconds == 30
    table.do(ResumeClock())
    table.do(FreeFloor(), after_seconds=5)
    assert table.heard("amina").seconds == 35


def test_the_next_turn_ends_the_one_before() -> None:
    table = started()
    table.do(GiveFloor("amina"))
    table.do(GiveFloor("ben"), after_seconds=40)
    table.do(FreeFloor(), after_seconds=20)
    assert (table.heard("amina").seconds, table.heard("ben").seconds) == (40, 20)
    assert (table.heard("amina").turns, table.heard("ben").turns) == (1, 1)


def test_two_writers_giving_the_floor_at_once_give_it_once() -> None:
    table = started()
    for person in ("amina", "ben"):
        table.do(RaiseHand(person))
    other = table.other()
    table.do(GiveFloor(), after_seconds=5)
    other.do(GiveFloor(), after_seconds=5)
    table.hear(other.log.facts)
    assert (table.speaking, table.hands) == ("amina", ["ben"])


def test_a_turn_that_has_ended_cannot_be_ended_again() -> None:
    table = started()
    table.do(GiveFloor("amina"))
    stale = table.session.turn
    assert stale is not None
    table.do(GiveFloor("ben"), after_seconds=5)
    table.record(FloorFreed(turn=stale.id))
    table.record(FloorGiven(person="chidi", after=stale.id))
    assert table.speaking == "ben"


def test_a_closed_list_takes_no_hands_until_it_opens_or_the_point_ends() -> None:
    table = started()
    table.do(RaiseHand("amina"))
    table.do(CloseQueue())
    assert "closed" in table.refused(RaiseHand("ben"))
    table.do(RaiseHand("amina", "reply"))  # up already
    table.do(OpenQueue())
    table.do(RaiseHand("ben"))
    table.do(CloseQueue())
    table.do(NextPoint())
    table.do(PreviousPoint())
    table.do(RaiseHand("ben"))


def test_after_a_discussion_the_list_is_empty() -> None:
    table = started()
    table.do(RaiseHand("amina"))
    table.do(GiveFloor("ben"))
    table.do(NextPoint(), after_seconds=30)
    assert (table.hands, table.speaking) == ([], "")
    assert table.heard("ben").seconds == 30


def test_hands_that_go_up_in_a_presentation_wait_for_its_discussion() -> None:
    table = Table(agenda=[("Case", 20, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(RaiseHand("ben", "question"))
    table.do(NextPoint())
    assert table.hands == ["ben"]


def test_a_hand_from_somebody_away_is_no_hand() -> None:
    table = started()
    table.do(Leave("ben"))
    table.record(HandRaised(person="ben"))
    table.record(FloorGiven(person="ben"))
    table.record(HandRaised(person="nobody"))
    assert (table.hands, table.speaking) == ([], "")


# ── Modes ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_presenter_has_the_floor_from_the_first_minute() -> None:
    table = Table(agenda=[("Case", 20, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    assert table.speaking == "amina"
    table.do(NextPoint())
    assert table.speaking == ""


def test_with_the_presenter_away_the_next_of_them_has_it() -> None:
    table = Table(agenda=[("Case", 20, "presenter")], presenters={"Case": ["amina", "ben"]})
    table.do(Leave("amina"))
    table.do(StartSession())
    assert table.speaking == "ben"


def test_between_queue_and_open_a_turn_goes_on() -> None:
    table = started()
    table.do(GiveFloor("amina"))
    table.do(ChangeMode("open"), after_seconds=10)
    table.do(FreeFloor(), after_seconds=10)
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 20)


@pytest.mark.parametrize("mode", ["round", "presenter", "pairs", "none"])
def test_a_turn_counts_up_to_the_change_into_another_way_of_speaking(mode: Mode) -> None:
    table = started()
    table.do(GiveFloor("amina"))
    table.do(ChangeMode(mode), after_seconds=10)
    table.wait(minutes=5)
    assert table.speaking == ""
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 10)


def test_noting_that_somebody_spoke_moves_nobody() -> None:
    table = started()
    table.do(RaiseHand("ben"))
    table.do(GiveFloor("amina"))
    turn = table.session.turn
    table.do(NoteSpoke("ben"), after_seconds=10)
    assert (table.session.turn, table.hands) == (turn, ["ben"])
    assert (table.heard("ben").turns, table.heard("ben").seconds) == (1, 20)


def test_undo_gives_the_floor_back() -> None:
    table = started()
    table.do(RaiseHand("amina"))
    table.do(GiveFloor("ben"))
    table.do(GiveFloor(), after_seconds=30)
    table.do(Undo(), after_seconds=2)
    assert (table.speaking, table.hands) == ("ben", ["amina"])
    assert table.heard("ben").seconds == 32


def test_a_contribution_of_somebody_without_a_seat_is_passed_over() -> None:
    table = started()
    table.record(SpokeNoted(person="nobody"))
    assert "nobody" not in table.session.voices


def test_before_the_start_nobody_is_noted() -> None:
    table = Table()
    table.record(SpokeNoted(person="ben"))
    table.record(FloorGiven(person="ben"))
    assert not table.session.voices
    table.do(StartSession())
    assert table.heard("ben").turns == 0


def test_a_mode_set_for_another_point_leaves_the_floor_as_it_is() -> None:
    table = Table(agenda=[("Case", 20, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(FreeFloor(), after_seconds=60)
    table.record(ModeChanged(point="point-2", mode="open"))
    assert (table.speaking, table.session.points["point-2"].mode) == ("", "open")


def test_a_turn_without_length_is_a_turn() -> None:
    table = started()
    table.do(GiveFloor("amina"))
    table.do(FreeFloor())
    table.wait(seconds=9)
    amina = table.heard("amina")
    assert (amina.turns, amina.seconds, amina.last) == (1, 0, START)
