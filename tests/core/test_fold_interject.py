"""A short question interrupts a turn and gives the floor back."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.commands import (
    ArrangeRound,
    ChangeMode,
    FreeFloor,
    GiveFloor,
    Interject,
    Leave,
    NextPoint,
    PassRound,
    RaiseHand,
    StartSession,
    Undo,
)
from lcterm.core.events import FloorLent, HandKind
from tests.core.builder import Table

NAMES = ("Amina", "Ben", "Chidi", "Dorota")
AGENDA = [("Talk", 60, "queue"), ("Case", 20, "presenter"), ("Talk 2", 30, "open")]


def speaking(*hands: tuple[str, HandKind]) -> Table:
    """Amina has the floor, these have their hands up."""
    table = Table(NAMES, AGENDA, {"Case": ["amina"]})  # type: ignore[arg-type]
    table.do(StartSession())
    for person, kind in hands:
        table.do(RaiseHand(person, kind))
    table.do(GiveFloor("amina"))
    return table


def interrupted(table: Table) -> str:
    return table.session.aside.person if table.session.aside else ""


def test_a_short_question_interrupts_and_gives_the_floor_back() -> None:
    table = speaking(("chidi", "point"))
    turn = table.session.turn
    table.do(Interject("ben"), after_seconds=60)
    assert (table.speaking, interrupted(table)) == ("ben", "amina")
    table.do(GiveFloor(), after_seconds=10)
    assert (table.speaking, interrupted(table)) == ("amina", "")
    assert turn is not None
    assert table.session.turn is not None
    assert table.session.turn.id == turn.id
    table.do(FreeFloor(), after_seconds=30)
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 90)
    assert (table.heard("ben").turns, table.heard("ben").seconds) == (1, 10)
    assert table.hands == ["chidi"]


def test_the_interrupted_turn_counts_while_it_waits() -> None:
    table = speaking()
    table.do(Interject("ben"), after_seconds=60)
    table.wait(seconds=30)
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 60)
    assert table.heard("ben").seconds == 30


def test_the_floor_given_to_a_third_ends_both() -> None:
    table = speaking()
    table.do(Interject("ben"), after_seconds=60)
    table.do(GiveFloor("chidi"), after_seconds=10)
    assert (table.speaking, interrupted(table)) == ("chidi", "")
    assert (table.heard("amina").seconds, table.heard("ben").seconds) == (60, 10)


def test_a_question_takes_its_own_hand_down_and_no_other() -> None:
    table = speaking(("ben", "question"), ("chidi", "point"))
    table.do(Interject("ben"))
    assert table.hands == ["chidi"]
    table.do(FreeFloor())
    table.do(Interject("chidi"))
    assert table.hands == ["chidi"]


def test_a_free_floor_needs_no_interruption() -> None:
    table = speaking()
    table.do(FreeFloor())
    table.do(Interject("ben"))
    assert (table.speaking, interrupted(table)) == ("ben", "")


def test_one_question_at_a_time_and_none_to_oneself() -> None:
    table = speaking()
    assert "has the floor already" in table.refused(Interject("amina"))
    table.do(Interject("ben"))
    assert "heard already" in table.refused(Interject("chidi"))


def test_a_question_in_a_presentation_counts_as_heard_and_the_presenter_goes_on() -> None:
    table = speaking()
    table.do(NextPoint())
    assert table.speaking == "amina"
    table.do(Interject("ben"), after_seconds=60)
    table.do(GiveFloor(), after_seconds=10)
    assert table.speaking == "amina"
    assert table.session.voices["ben"].heard
    assert table.heard("ben").turns == 0


def test_a_question_in_a_round_is_no_turn_of_the_round() -> None:
    table = speaking()
    table.do(ChangeMode("round"))
    table.wish(ArrangeRound("amina", False))
    table.do(GiveFloor())
    table.do(Interject("chidi"))
    assert "short question" in table.refused(PassRound())
    table.do(GiveFloor())
    assert table.speaking == "amina"
    assert table.session.voices["chidi"].round_turns == 0
    table.do(GiveFloor())
    assert table.speaking == "ben"


def test_who_asks_leaves_and_the_floor_goes_back_who_was_interrupted_leaves_and_nothing_waits() -> None:
    table = speaking()
    table.do(Interject("ben"))
    table.do(Leave("ben"))
    assert table.speaking == "amina"
    table.do(Interject("chidi"), after_seconds=20)
    table.do(Leave("amina"))
    assert (table.speaking, interrupted(table)) == ("chidi", "")
    assert table.heard("amina").seconds == 20


def test_two_who_note_the_same_question_note_it_once() -> None:
    here = speaking()
    there = here.other()
    here.do(Interject("ben"), after_seconds=1)
    assert isinstance(there.do(Interject("chidi"), after_seconds=2), FloorLent)
    here.hear(there.log.facts)
    assert here.speaking == "ben"


def test_a_turn_that_somebody_ends_while_a_question_interrupts_it_does_not_come_back() -> None:
    here = speaking()
    there = here.other()
    here.do(Interject("ben"), after_seconds=20)
    there.do(FreeFloor(), after_seconds=30)
    here.hear(there.log.facts)
    assert (here.speaking, interrupted(here)) == ("ben", "")
    here.now = there.now
    here.do(FreeFloor(), after_seconds=5)
    assert here.speaking == ""
    assert (here.heard("amina").turns, here.heard("amina").seconds) == (1, 20)
    assert here.heard("ben").seconds == 15


def test_a_question_in_a_round_stays_one_when_who_was_interrupted_leaves() -> None:
    table = speaking()
    table.do(ChangeMode("round"))
    table.wish(ArrangeRound("amina", False))
    table.do(GiveFloor())
    table.do(Interject("chidi"))
    table.do(Leave("amina"))
    table.do(FreeFloor())
    assert table.session.voices["chidi"].round_turns == 0


def test_an_interruption_taken_back_never_was() -> None:
    table = speaking()
    before = table.session.turn
    table.do(Interject("ben"), after_seconds=10)
    table.do(Undo(), after_seconds=1)
    assert table.session.turn == before


@given(
    st.lists(st.sampled_from(["chidi", "dorota"]), unique=True),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=5),
    st.integers(0, 300),
)
def test_interruptions_take_nothing_from_the_speaker(
    line: list[str], questions: list[tuple[int, int]], after: int
) -> None:
    table = speaking(*((person, "point") for person in line))
    for before, question in questions:
        table.do(Interject("ben"), after_seconds=before)
        table.do(FreeFloor(), after_seconds=question)
    table.do(FreeFloor(), after_seconds=after)
    own = sum(before for before, _ in questions) + after
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, own)
    assert (table.heard("ben").turns, table.heard("ben").seconds) == (
        len(questions),
        sum(question for _, question in questions),
    )
    assert table.hands == line


def test_next_in_a_presentation_is_the_presenter_and_nobody_else() -> None:
    table = speaking(("chidi", "point"))
    table.do(NextPoint())
    table.do(RaiseHand("dorota"))
    assert "Amina presents; hands wait" in table.refused(GiveFloor())
    table.do(FreeFloor())
    table.do(GiveFloor())
    assert table.speaking == "amina"
    table.do(GiveFloor("dorota"))
    table.do(GiveFloor())
    assert table.speaking == "amina"
