"""What was agreed without knowing of each other stands side by side, in whatever order the facts arrive."""

from itertools import permutations

import pytest

from lcterm.core import community as community_rules
from lcterm.core.apart import answers_apart, knowing, on_one_day, planned_apart, rules_apart
from lcterm.core.charter import allows, answering
from lcterm.core.community import Community
from lcterm.core.community_events import CharterAnswered, CommunityEvent, RulesAgreed, SetupNoted
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Session

START = 1_800_000_000_000
DAY = 24 * 60 * 60_000


def fact(seq: int, event: CommunityEvent, writer: str = "w1") -> Fact:
    return Fact(START + seq, writer, seq, START + seq, "ann", event)


def folded(*facts: Fact) -> Community:
    log = Log(Community(id="c"), community_rules.apply)
    for one in facts:
        log.add([one])
    return log.state


FIRST = fact(1, RulesAgreed(rules=("One",), instead=()))
HERE = fact(2, RulesAgreed(rules=("One", "Two"), instead=(FIRST.id,)))
THERE = fact(3, RulesAgreed(rules=("One", "Three"), instead=(FIRST.id,)), "w2")


def test_lists_of_rules_agreed_apart_both_stand_and_the_later_counts() -> None:
    for order in permutations((FIRST, HERE, THERE)):
        held = folded(*order)
        assert held.rules == ("One", "Three")
        assert [one.rules for one in rules_apart(held)] == [("One", "Two")]
        assert [one.apart for one in held.rules_history] == [False, False, True]
    again = knowing(RulesAgreed(rules=("One", "Two", "Three")), folded(FIRST, HERE, THERE))
    assert again == RulesAgreed(rules=("One", "Two", "Three"), instead=(HERE.id, THERE.id))
    assert rules_apart(folded(FIRST, HERE, THERE, fact(4, again))) == ()


def test_the_same_list_twice_is_one_and_what_says_nothing_of_others_takes_their_place() -> None:
    same = fact(3, RulesAgreed(rules=("One", "Two"), instead=(FIRST.id,)), "w2")
    assert rules_apart(folded(FIRST, HERE, same)) == ()
    old = fact(4, RulesAgreed(rules=("Old",)))
    assert rules_apart(folded(FIRST, HERE, THERE, old)) == ()


def said(seq: int, answer: str, *instead: Fact, writer: str = "w1", choice: str = "") -> Fact:
    event = CharterAnswered(topic="names", answer=answer, choice=choice, instead=tuple(one.id for one in instead))
    return fact(seq, event, writer)


def test_answers_given_apart_both_stand_until_it_is_answered_again() -> None:
    first = said(1, "a")
    here, there = said(2, "b", first), said(3, "c", first, writer="w2")
    for order in permutations((first, here, there)):
        (answer,) = answers_apart(folded(*order))
        assert (answer.answer, [one.answer for one in answer.beside]) == ("c", ["b"])
    held = folded(first, here, there)
    confirmed = answering(held, "names", answer="c")
    assert confirmed is not None, "what stands can be confirmed"
    stamped = knowing(confirmed, held)
    assert isinstance(stamped, CharterAnswered)
    assert stamped.instead == (here.id, there.id)
    after = folded(first, here, there, fact(4, stamped))
    assert answers_apart(after) == []
    assert answering(after, "names", answer="c") is None


def test_an_answer_that_was_taken_back_takes_back_only_what_it_knew() -> None:
    first = said(1, "a")
    here, gone = said(2, "b", first), said(3, "", first, writer="w2")
    for order in permutations((first, here, gone)):
        held = folded(*order).charter["names"]
        assert (held.answer, held.beside) == ("b", ())
    assert "names" not in folded(first, said(2, "", first)).charter


@pytest.mark.parametrize(("one", "other"), [("yes", "no"), ("no", "yes"), ("yes", "")])
def test_a_yes_counts_only_where_nothing_else_stands_beside_it(one: str, other: str) -> None:
    here, there = said(1, "x", choice=one), said(2, "y", writer="w2", choice=other)
    assert not allows(folded(here, there), "names")
    assert allows(folded(here, there, said(3, "z", here, there, choice="yes")), "names")


def test_what_is_no_agreement_stays_as_it_is() -> None:
    event = SetupNoted(item="room")
    assert knowing(event, Community()) is event
    told = RulesAgreed(rules=("a",), instead=("x",))
    assert knowing(told, folded(FIRST)) is told


def planned(id: str, starts: int, title: str, zone: str = "UTC") -> Session:
    return Session(id=id, starts=starts, title=title, zone=zone)


def test_sessions_of_one_day_or_one_number_are_likely_to_be_one() -> None:
    one, two = planned("a", START, "Spring"), planned("b", START + 60_000, "Summer")
    assert planned_apart([one, two]) == [(one, two)]
    assert on_one_day((one, two))
    three, four = planned("c", START + 3 * DAY, "session 7"), planned("d", START + 9 * DAY, "Session 7")
    assert planned_apart([one, three, four]) == [(three, four)]
    assert not on_one_day((three, four))
    assert planned_apart([one, planned("e", START + 3 * DAY, "Spring"), three]) == [
        (planned("e", START + 3 * DAY, "Spring"), three)
    ]
    assert planned_apart([]) == []
