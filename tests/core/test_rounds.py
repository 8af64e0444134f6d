"""Rounds and pairs: seat order, starter, direction, seconds for each; twos and threes."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.commands import (
    ArrangeRound,
    ChangeMode,
    DrawPairs,
    GiveFloor,
    MarkPlace,
    MoveSeat,
    NextPoint,
    PassRound,
    PreviousPoint,
    RaiseHand,
    StartSession,
    SwapPairs,
)
from lcterm.core.events import PairsDrawn, SessionPlanned
from lcterm.core.log import Log
from lcterm.core.refusal import Refusal
from lcterm.core.rounds import next_in_round, pairs, round_order, seconds_each
from lcterm.core.session import Session
from tests.core.builder import Table

ROUNDS = [("Hello", 5, "round"), ("Talk", 30, "queue"), ("How it was", 6, "round"), ("Pairs", 10, "pairs")]
NAMES = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Farida", "Grace")
PEOPLE = tuple(name.lower() for name in NAMES)


def planned(names: tuple[str, ...] = NAMES) -> Table:
    return Table(names, ROUNDS)  # type: ignore[arg-type]


def started(first: str = "amina") -> Table:
    table = planned()
    table.do(StartSession())
    table.wish(ArrangeRound(first, False))
    assert (table.point.starter, table.point.backwards) == (first, False)
    return table


def test_a_round_goes_from_its_starter_on_and_the_other_way_round() -> None:
    table = started()
    table.do(ArrangeRound("chidi"))
    assert next_in_round(table.session) == ["chidi", "dorota", "eva", "farida", "grace", "amina", "ben"]
    table.do(ArrangeRound(backwards=True))
    assert next_in_round(table.session) == ["chidi", "ben", "amina", "grace", "farida", "eva", "dorota"]


def test_the_direction_may_change_in_the_middle() -> None:
    table = started()
    table.do(GiveFloor())
    table.do(GiveFloor())
    table.do(ArrangeRound(backwards=True))
    assert next_in_round(table.session) == ["grace", "farida", "eva", "dorota", "chidi"]


def test_by_default_another_person_begins_the_next_round_the_other_way() -> None:
    table = planned()
    table.do(StartSession())
    first = table.point
    table.do(NextPoint())
    table.do(NextPoint())
    assert table.point.starter not in ("", first.starter)
    assert table.point.backwards != first.backwards


def test_back_at_a_round_it_goes_on_as_it_was() -> None:
    table = started()
    table.do(GiveFloor())
    table.do(NextPoint())
    table.do(PreviousPoint())
    assert table.point.starter == "amina"
    assert next_in_round(table.session)[0] == "ben"


def test_sessions_of_other_days_begin_with_others() -> None:
    starters = set()
    for day in range(len(NAMES)):
        table = planned()
        plan = table.log.facts[0].event
        assert isinstance(plan, SessionPlanned)
        table.log, table.now = Log(Session(id="session"), fold.apply), table.now + day * 86_400_000
        table.record(replace(plan, starts=plan.starts + day * 86_400_000))
        table.do(StartSession())
        starters.add(table.point.starter)
    assert starters == set(PEOPLE)


def test_a_seat_moved_changes_the_round_from_there() -> None:
    table = started()
    table.do(MoveSeat("grace", -5))
    assert next_in_round(table.session) == ["amina", "grace", "ben", "chidi", "dorota", "eva", "farida"]
    table.do(MoveSeat("amina", -1))
    assert list(table.session.voices)[-1] == "amina"


def test_seats_arranged_before_the_start_hold_when_it_starts() -> None:
    table = planned()
    table.do(MoveSeat("grace", -6))
    table.do(StartSession())
    assert list(table.session.voices)[:2] == ["grace", "amina"]


def test_each_has_what_is_left_of_the_time() -> None:
    table = started()
    assert seconds_each(table.session, table.now) == 300 // 7
    table.do(GiveFloor())
    table.wait(seconds=20)
    assert seconds_each(table.session, table.now) == 280 // 7
    table.do(GiveFloor())
    assert seconds_each(table.session, table.now) == 280 // 6
    table.wait(minutes=10)
    assert seconds_each(table.session, table.now) == 0


def test_who_begins_belongs_to_a_round() -> None:
    table = started()
    table.do(NextPoint())
    assert "round" in table.refused(ArrangeRound("ben"))
    assert seconds_each(table.session, table.now) is None


def test_a_dropped_line_is_not_asked_until_it_is_back() -> None:
    table = started()
    table.do(MarkPlace("ben", "line"))
    table.do(MarkPlace("ben", "dropped"))
    assert "ben" not in next_in_round(table.session)
    table.do(MarkPlace("ben", "line"))
    assert next_in_round(table.session)[1] == "ben"


# ── Pairs ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_pairs_are_drawn_when_their_point_begins_and_an_odd_one_makes_three() -> None:
    table = started()
    for _ in range(3):
        table.do(NextPoint())
    groups = table.point.pairs
    assert sorted(len(group) for group in groups) == [2, 2, 3]
    assert sorted(person for group in groups for person in group) == sorted(PEOPLE)


def test_pairs_of_people_who_have_no_seat_yet_are_no_pairs() -> None:
    """The facts of their arrival may still be under way from another laptop."""
    table = Table(("Amina", "Ben"), [("Pairs", 10, "pairs")])
    table.do(StartSession())
    table.record(PairsDrawn(point="point-1", groups=(("eva", "farida"), ("ben", "eva"), ("amina",))))
    assert table.point.pairs == (("ben",), ("amina",))


def test_pairs_can_be_drawn_again_and_the_swap_counts_from_there() -> None:
    table = started()
    table.do(ChangeMode("pairs"))
    table.do(SwapPairs())
    assert table.point.swaps == 1
    before = table.point.pairs
    for _ in range(5):  # one draw may come out alike
        table.do(DrawPairs(), after_seconds=1)
    assert table.point.pairs != before
    assert table.point.swaps == 0
    table.do(ChangeMode("queue"))
    assert "pairs" in table.refused(SwapPairs())


def test_those_on_the_line_talk_with_each_other() -> None:
    table = started()
    for person in ("ben", "farida"):
        table.do(MarkPlace(person, "line"))
    table.do(ChangeMode("pairs"))
    assert any({"ben", "farida"} <= set(group) for group in table.point.pairs)


@given(st.integers(0, 10), st.text(max_size=5))
def test_a_draw_has_everyone_once_in_twos_and_one_three_at_most(count: int, seed: str) -> None:
    names = tuple(f"{letter}ina" for letter in "ABCDEFGHIJ"[:count])
    table = planned(names)
    table.do(StartSession())
    groups = pairs(table.session, seed)
    drawn = [person for group in groups for person in group]
    assert sorted(drawn) == ([] if count < 2 else sorted(name.lower() for name in names))
    assert sorted(len(group) for group in groups)[:-1] == [2] * max(0, len(groups) - 1)
    assert pairs(table.session, seed) == groups


# ── Law ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(
    st.lists(st.sampled_from(["give", "give", "pass", "turn round", "ben starts"]), max_size=40),
    st.sampled_from(PEOPLE),
)
def test_in_a_round_everyone_is_asked_once_and_who_passed_once_more(acts: list[str], starter: str) -> None:
    table = started(first=starter)
    had: list[str] = []
    for act in [*acts, *["give"] * 3 * len(NAMES)]:
        before = table.session.turn
        match act:
            case "give":
                table.wish(GiveFloor())
            case "pass":
                table.wish(PassRound())
            case "turn round":
                table.do(ArrangeRound(backwards=not table.point.backwards))
            case _:
                table.wish(ArrangeRound("ben"))
        if table.session.turn not in (None, before):
            had.append(table.speaking)
    passes = table.point.passed
    assert isinstance(table.wish(GiveFloor()), Refusal)
    assert sorted(round_order(table.session, table.point)) == sorted(PEOPLE)
    for person in PEOPLE:
        assert had.count(person) <= 1 + passes.count(person)
        assert passes.count(person) <= 2
        assert person in had or passes.count(person) == 2


def test_hands_raised_in_a_round_go_with_it() -> None:
    table = started()
    table.do(RaiseHand("ben"))
    table.do(NextPoint())
    assert table.hands == []
    assert "Still had a hand up: Ben." in table.told[-1].text
