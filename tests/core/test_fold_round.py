"""A round: once round in seat order, passing is fine, who passed is asked again at the end."""

from lcterm.core.commands import ArrangeRound, Arrive, ChangeMode, GiveFloor, Leave, NoteSpoke, PassRound, StartSession
from lcterm.core.events import RoundPassed
from lcterm.core.rounds import next_in_round
from tests.core.builder import Table


def started(**more: object) -> Table:
    table = Table(agenda=[("Point", 60, "round"), ("After", 30, "open")], **more)  # type: ignore[arg-type]
    table.do(StartSession())
    table.wish(ArrangeRound("amina", False))
    return table


def test_a_round_goes_once_round_in_seat_order() -> None:
    table = started()
    speakers = []
    for _ in range(4):
        table.do(GiveFloor(), after_seconds=25)
        speakers.append(table.speaking)
    assert speakers == ["amina", "ben", "chidi", "dorota"]
    assert "Everyone has had their turn" in table.refused(GiveFloor())


def test_facilitators_and_observers_are_not_asked_in_a_round() -> None:
    table = started(roles={"Amina": ("facilitator",), "Chidi": ("observer",)})
    assert next_in_round(table.session) == ["ben", "dorota"]
    assert "not asked in a round" in table.refused(PassRound("amina"))


def test_who_passes_is_asked_again_at_the_end_once() -> None:
    table = started()
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
    table = started()
    table.do(GiveFloor())
    table.do(PassRound(), after_seconds=10)
    assert table.heard("amina").voice.round_turns == 0
    assert table.heard("amina").last is None


def test_somebody_further_down_may_pass_beforehand() -> None:
    table = started()
    table.do(GiveFloor())
    table.do(PassRound("chidi"))
    assert table.speaking == "amina"
    assert next_in_round(table.session) == ["ben", "dorota", "chidi"]
    assert "asked again at the end" in table.refused(PassRound("chidi"))


def test_before_anyone_speaks_pass_means_the_first() -> None:
    table = started()
    table.do(PassRound())
    assert next_in_round(table.session) == ["ben", "chidi", "dorota", "amina"]


def test_two_writers_pressing_pass_at_once_pass_once() -> None:
    table = started()
    table.do(GiveFloor())
    other = table.other()
    table.do(PassRound(), after_seconds=5)
    other.do(PassRound(), after_seconds=5)
    table.hear(other.log.facts)
    assert table.speaking == "ben"
    assert next_in_round(table.session) == ["chidi", "dorota", "amina"]


def test_who_has_spoken_in_the_round_cannot_pass_any_more() -> None:
    table = started()
    table.do(GiveFloor())
    table.do(GiveFloor(), after_seconds=20)
    assert "had a turn" in table.refused(PassRound("amina"))
    table.record(RoundPassed(point="point-1", person="amina"))
    assert next_in_round(table.session) == ["chidi", "dorota"]


def test_a_sentence_noted_in_a_round_is_a_turn_in_it() -> None:
    table = started()
    table.do(NoteSpoke("ben"))
    assert next_in_round(table.session) == ["amina", "chidi", "dorota"]
    assert table.heard("ben").voice.round_turns == 1


def test_who_comes_in_late_is_asked_in_the_round_who_leaves_is_not() -> None:
    table = started(names=("Amina", "Ben", "Chidi"))
    table.do(Leave("ben"))
    assert next_in_round(table.session) == ["amina", "chidi"]
    table.do(Arrive("ben"), after_seconds=60)
    assert next_in_round(table.session) == ["amina", "ben", "chidi"]


def test_a_new_round_asks_everyone_anew() -> None:
    table = started()
    table.do(GiveFloor())
    table.do(PassRound())
    table.do(ChangeMode("queue"))
    table.do(ChangeMode("round"))
    assert sorted(next_in_round(table.session)) == ["amina", "ben", "chidi", "dorota"]
