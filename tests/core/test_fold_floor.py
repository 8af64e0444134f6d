"""The floor: who speaks, who waits, whose turn it is in a round."""

import pytest

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    Arrive,
    ChangeMode,
    CloseQueue,
    FreeFloor,
    GiveFloor,
    Leave,
    NextPoint,
    NoteSpoke,
    OpenQueue,
    PassRound,
    PauseClock,
    PreviousPoint,
    RaiseHand,
    ResumeClock,
    StartSession,
    Undo,
    WithdrawHand,
)
from lcterm.core.events import FloorFreed, FloorGiven, HandRaised, RoundPassed, SpokeNoted
from lcterm.core.fold_floor import next_in_round
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


# ── Rounds ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_round_goes_once_round_in_seat_order() -> None:
    table = started("round")
    speakers = []
    for _ in range(4):
        table.do(GiveFloor(), after_seconds=25)
        speakers.append(table.speaking)
    assert speakers == ["amina", "ben", "chidi", "dorota"]
    assert "Everyone has had their turn" in table.refused(GiveFloor())


def test_facilitators_and_observers_are_not_asked_in_a_round() -> None:
    table = started("round", roles={"Amina": ("facilitator",), "Chidi": ("observer",)})
    assert next_in_round(table.session) == ["ben", "dorota"]
    assert "not asked in a round" in table.refused(PassRound("amina"))


def test_who_passes_is_asked_again_at_the_end_once() -> None:
    table = started("round")
    table.do(GiveFloor())
    table.do(PassRound(), after_seconds=3)
    assert table.speaking == "ben"
    assert next_in_round(table.session) == ["chidi", "dorota", "amina"]
    for person in ("chidi", "dorota", "amina"):
        table.do(GiveFloor(), after_seconds=25)
        assert table.speaking == person
    table.do(PassRound())
    assert (table.speaking, next_in_round(table.session)) == ("", [])
    assert "passed twice" in table.refused(PassRound("amina"))


def test_a_pass_is_no_turn() -> None:
    table = started("round")
    table.do(GiveFloor())
    table.do(PassRound(), after_seconds=10)
    assert table.heard("amina").voice.round_turns == 0
    assert table.heard("amina").last is None


def test_somebody_further_down_may_pass_beforehand() -> None:
    table = started("round")
    table.do(GiveFloor())
    table.do(PassRound("chidi"))
    assert table.speaking == "amina"
    assert next_in_round(table.session) == ["ben", "dorota", "chidi"]
    assert "asked again at the end" in table.refused(PassRound("chidi"))


def test_before_anyone_speaks_pass_means_the_first() -> None:
    table = started("round")
    table.do(PassRound())
    assert next_in_round(table.session) == ["ben", "chidi", "dorota", "amina"]


def test_two_writers_pressing_pass_at_once_pass_once() -> None:
    table = started("round")
    table.do(GiveFloor())
    other = table.other()
    table.do(PassRound(), after_seconds=5)
    other.do(PassRound(), after_seconds=5)
    table.hear(other.log.facts)
    assert table.speaking == "ben"
    assert next_in_round(table.session) == ["chidi", "dorota", "amina"]


def test_who_has_spoken_in_the_round_cannot_pass_any_more() -> None:
    table = started("round")
    table.do(GiveFloor())
    table.do(GiveFloor(), after_seconds=20)
    assert "had a turn" in table.refused(PassRound("amina"))
    table.record(RoundPassed(point="point-1", person="amina"))
    assert next_in_round(table.session) == ["chidi", "dorota"]


def test_a_sentence_noted_in_a_round_is_a_turn_in_it() -> None:
    table = started("round")
    table.do(NoteSpoke("ben"))
    assert next_in_round(table.session) == ["amina", "chidi", "dorota"]
    assert table.heard("ben").voice.round_turns == 1


def test_who_comes_in_late_is_asked_in_the_round_who_leaves_is_not() -> None:
    table = started("round", names=("Amina", "Ben", "Chidi"))
    table.do(Leave("ben"))
    assert next_in_round(table.session) == ["amina", "chidi"]
    table.do(Arrive("ben"), after_seconds=60)
    assert next_in_round(table.session) == ["amina", "ben", "chidi"]


def test_a_new_round_asks_everyone_anew() -> None:
    table = started("round")
    table.do(GiveFloor())
    table.do(ChangeMode("queue"))
    table.do(ChangeMode("round"))
    assert next_in_round(table.session) == ["amina", "ben", "chidi", "dorota"]


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
