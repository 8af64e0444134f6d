"""The line by kind, hands moved, turns reopened, a line that drops, the limit of a turn."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.commands import (
    GiveFloor,
    LimitTurns,
    MarkPlace,
    MoveHand,
    NextPoint,
    RaiseHand,
    ReopenTurn,
    SortByKind,
    StartSession,
)
from lcterm.core.events import HandKind
from lcterm.core.queueing import RANK, next_speaker
from tests.core.builder import Table

NAMES = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Farida")
PEOPLE = tuple(name.lower() for name in NAMES)


def with_hands(*hands: tuple[str, HandKind]) -> Table:
    table = Table(NAMES)
    table.do(StartSession())
    for person, kind in hands:
        table.wish(RaiseHand(person, kind), after_seconds=5)
    return table


# ── Kinds ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_kinds_are_off_until_asked_for() -> None:
    table = with_hands(("amina", "point"), ("ben", "process"), ("chidi", "question"))
    assert table.hands == ["amina", "ben", "chidi"]
    assert "plain order" in table.refused(SortByKind(False))


def test_by_kind_first_come_within_a_kind() -> None:
    table = with_hands(("amina", "point"), ("ben", "reply"), ("chidi", "question"), ("dorota", "reply"))
    table.do(SortByKind(True))
    assert table.hands == ["chidi", "ben", "dorota", "amina"]
    table.do(RaiseHand("eva", "process"))
    table.do(RaiseHand("farida", "question"))
    assert table.hands == ["eva", "chidi", "farida", "ben", "dorota", "amina"]


def test_another_kind_finds_its_new_place_and_keeps_its_wait() -> None:
    table = with_hands(("amina", "point"), ("ben", "reply"))
    table.do(SortByKind(True))
    since = {hand.person: hand.since for hand in table.session.hands}
    table.do(RaiseHand("amina", "question"), after_seconds=60)
    assert table.hands == ["amina", "ben"]
    assert table.session.hands[0].since == since["amina"]


def test_plain_order_again_leaves_the_line_as_it_is_and_adds_at_the_end() -> None:
    table = with_hands(("amina", "point"), ("ben", "reply"))
    table.do(SortByKind(True))
    table.do(SortByKind(False))
    table.do(RaiseHand("chidi", "process"))
    assert table.hands == ["ben", "amina", "chidi"]


# ── Moving ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_hand_moves_up_and_down_and_no_further_than_the_ends() -> None:
    table = with_hands(("amina", "point"), ("ben", "point"), ("chidi", "point"))
    table.do(MoveHand("chidi", -1))
    assert table.hands == ["amina", "chidi", "ben"]
    table.do(MoveHand("chidi", -1))
    assert "first in line" in table.refused(MoveHand("chidi", -1))
    table.do(MoveHand("chidi", 5))
    assert table.hands == ["amina", "ben", "chidi"]
    assert "last in line" in table.refused(MoveHand("chidi", 1))
    assert "no hand up" in table.refused(MoveHand("dorota", 1))


def test_a_move_before_a_hand_that_is_gone_meanwhile_changes_nothing() -> None:
    here = with_hands(("amina", "point"), ("ben", "point"), ("chidi", "point"))
    there = here.other()
    here.do(GiveFloor(), after_seconds=1)
    there.do(MoveHand("chidi", -2), after_seconds=2)
    here.hear(there.log.facts)
    assert here.hands == ["ben", "chidi"]


# ── Not finished ────────────────────────────────────────────────────────────────────────────────────────────────


def test_who_had_not_finished_is_first_in_line() -> None:
    table = with_hands(("ben", "point"), ("chidi", "point"), ("dorota", "point"))
    assert "Nobody has finished" in table.refused(ReopenTurn())
    table.do(GiveFloor())
    table.do(GiveFloor(), after_seconds=30)
    table.do(ReopenTurn())
    assert table.hands == ["ben", "dorota"]
    assert "first in line already" in table.refused(ReopenTurn())
    table.do(GiveFloor())
    assert table.speaking == "ben"


def test_two_who_reopen_the_same_turn_reopen_it_once() -> None:
    here = with_hands(("ben", "point"), ("chidi", "point"))
    here.do(GiveFloor())
    here.do(GiveFloor(), after_seconds=30)
    there = here.other()
    here.do(ReopenTurn(), after_seconds=1)
    there.do(ReopenTurn(), after_seconds=2)
    here.hear(there.log.facts)
    assert here.hands == ["ben"]


# ── The line that drops, the limit ──────────────────────────────────────────────────────────────────────────────


def test_a_dropped_line_keeps_the_hand_and_the_next_one_speaks() -> None:
    table = with_hands(("ben", "point"), ("chidi", "point"))
    table.do(MarkPlace("ben", "line"))
    table.do(MarkPlace("ben", "dropped"))
    assert table.hands == ["ben", "chidi"]
    assert next_speaker(table.session) == "chidi"
    assert "dropped" in table.refused(GiveFloor("ben"))
    table.do(GiveFloor())
    assert table.speaking == "chidi"


def test_a_limit_is_set_and_taken_away() -> None:
    table = with_hands()
    table.do(LimitTurns(120))
    assert table.session.turn_limit == 120
    assert "already" in table.refused(LimitTurns(120))
    assert "cannot be limited" in table.refused(LimitTurns(-1))
    table.do(LimitTurns(0))
    assert table.session.turn_limit == 0


# ── Laws ────────────────────────────────────────────────────────────────────────────────────────────────────────

KINDS: tuple[HandKind, ...] = tuple(RANK)
hands = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(KINDS)), max_size=8)
moves = st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(-3, 3)), max_size=8)


@given(hands, moves)
def test_moving_loses_nobody_and_a_step_back_undoes_a_step(
    wanted: list[tuple[str, HandKind]], steps: list[tuple[str, int]]
) -> None:
    table = with_hands(*wanted)
    for person, by in steps:
        before = table.hands
        table.wish(MoveHand(person, by))
        assert sorted(table.hands) == sorted(before)
        if table.hands != before:
            table.do(MoveHand(person, before.index(person) - table.hands.index(person)))
            assert table.hands == before


@given(hands)
def test_by_kind_is_a_stable_order(wanted: list[tuple[str, HandKind]]) -> None:
    table = with_hands(*wanted)
    plain = table.session.hands
    table.do(SortByKind(True))
    assert list(table.session.hands) == sorted(plain, key=lambda hand: RANK[hand.hand])


def test_a_turn_of_the_point_before_is_not_taken_up_again() -> None:
    table = Table(NAMES, [("Talk", 30, "queue"), ("Talk 2", 30, "queue")])
    table.do(StartSession())
    table.do(GiveFloor("ben"))
    table.do(NextPoint())
    assert "Nobody has finished" in table.refused(ReopenTurn())
