"""Actions over sessions: how far they are, what may be said of them, and who owns them now."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core import community as community_rules
from lcterm.core.carrying import actions, ago, before_it, carried, gone, settle, told
from lcterm.core.commands import EditCapture, EndSession, MarkDone, StartSession, WriteCapture
from lcterm.core.community import Community
from lcterm.core.community_events import ActionSettled
from lcterm.core.digest import digest
from lcterm.core.events import Words
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.refusal import Refusal
from tests.core.builder import START, Table, action
from tests.core.carried import DAY, LETTERS, Circle, closed, only_action, settled


def test_an_action_is_open_until_somebody_says_otherwise() -> None:
    one = only_action(closed(LETTERS), Circle().state)
    assert (one.state, one.open, one.said) == ("open", True, 0)


@pytest.mark.parametrize(("state", "is_open"), [("done", False), ("going", True), ("dropped", False), ("open", True)])
def test_what_the_community_says_of_it_later(state: str, is_open: bool) -> None:
    circle, origin = Circle(), closed(LETTERS)
    circle.say(settled(origin, state), START + 30 * DAY)
    one = only_action(origin, circle.state)
    assert (one.state, one.open, one.said) == (state, is_open, START + 30 * DAY)


def test_done_in_its_own_sessions_log_counts_and_a_later_word_wins_either_way() -> None:
    table = Table()
    table.do(StartSession())
    table.do(WriteCapture(LETTERS))
    table.do(MarkDone(next(iter(table.session.captures))), after_seconds=10)
    origin, circle = digest(table.session), Circle()
    assert only_action(origin, circle.state).state == "done"
    circle.say(settled(origin, "going"), table.now + 1)
    assert only_action(origin, circle.state).state == "going"
    table.do(MarkDone(next(iter(table.session.captures)), False), after_seconds=60)
    table.do(MarkDone(next(iter(table.session.captures))), after_seconds=60)
    assert only_action(digest(table.session), circle.state).state == "done", "said in its own log, and later"


def test_another_date_and_the_date_it_had() -> None:
    origin, circle = closed(Words(kind="action", text="Ask legal", due="2026-12-24")), Circle()
    circle.say(settled(origin, "open", due="2027-01-15"))
    moved = only_action(origin, circle.state)
    assert (moved.due, moved.moved) == ("2027-01-15", True)
    going = settle(moved, "going")
    assert isinstance(going, ActionSettled)
    assert going.due == "2027-01-15", "the date that was agreed stays"
    circle.say(settle_to(going))
    circle.say(settled(origin, "open", due_next=True))
    assert only_action(origin, circle.state)[3:5] == ("", True)
    circle.say(settled(origin, "open"))
    assert only_action(origin, circle.state)[3:5] == ("2026-12-24", False)


def settle_to(fact: ActionSettled | Refusal) -> ActionSettled:
    assert isinstance(fact, ActionSettled), fact
    return fact


def test_a_date_reopens_what_was_over_and_an_open_one_stays_as_far_as_it_is() -> None:
    origin, circle = closed(LETTERS), Circle()
    for before, after in (("done", "open"), ("dropped", "open"), ("going", "going"), ("open", "open")):
        circle.say(settled(origin, before))
        fact = settle_to(settle(only_action(origin, circle.state), due="2027-01-15"))
        assert (fact.state, fact.due) == (after, "2027-01-15")


def test_what_is_so_already_is_refused() -> None:
    origin, circle = closed(LETTERS), Circle()
    circle.say(settled(origin, "going", due_next=True))
    one = only_action(origin, circle.state)
    assert settle(one, "going") == Refusal("It is still going already.")
    assert settle(one, due_next=True) == Refusal("It has that date already.")


@pytest.mark.parametrize("state", ["open", "going"])
@pytest.mark.parametrize("due", ["", "2027-01-15"])
@pytest.mark.parametrize("wish", [("done", ""), ("dropped", ""), (None, "2027-02-01")])
def test_taking_back_leaves_it_as_it_was(state: str, due: str, wish: tuple[str | None, str]) -> None:
    origin, circle = closed(LETTERS), Circle()
    circle.say(settled(origin, state, due))
    before = only_action(origin, circle.state)
    back = before_it(before)
    circle.say(settle_to(settle(before, wish[0], wish[1])))  # type: ignore[arg-type]
    assert only_action(origin, circle.state)[2:5] != before[2:5]
    circle.say(back)
    assert only_action(origin, circle.state)[2:5] == before[2:5]


def test_the_words_of_an_action_are_those_of_its_session_as_it_stands() -> None:
    table = Table()
    table.do(StartSession())
    table.do(WriteCapture(action("Ask legal")))
    (id,) = table.session.captures
    circle = Circle()
    circle.say(settled(digest(table.session), "going"))
    table.do(EditCapture(id, action("Ask the lawyers", "ben")))
    table.do(EndSession())
    one = only_action(digest(table.session), circle.state)
    assert (one.kept.text, one.kept.owners, one.state) == ("Ask the lawyers", ("ben",), "going")


def test_dates_come_first_then_next_time_then_the_rest() -> None:
    first = closed(
        action("undated, old"),
        Words(kind="action", text="in February", due="2027-02-01"),
        Words(kind="action", text="next", due_next=True),
    )
    second = closed(action("undated, new"), Words(kind="action", text="in January", due="2027-01-01"), day=30, id="s2")
    found = actions([second, first], Circle().state)
    assert [one.kept.text for one in found] == ["in January", "in February", "next", "undated, old", "undated, new"]


def test_only_open_ones_unless_all_are_wanted() -> None:
    origin, circle = closed(LETTERS, action("Ask legal")), Circle()
    circle.say(settled(origin, "done"))
    assert [one.kept.text for one in actions([origin], circle.state)] == ["Ask legal"]
    assert len(actions([origin], circle.state, everything=True)) == 2


def test_what_is_said_of_one_session_is_not_said_of_another() -> None:
    circle, origin, other = Circle(), closed(LETTERS), closed(LETTERS, id="s2")
    circle.say(settled(origin, "done"))
    assert [one.origin.session for one in actions([origin, other], circle.state)] == ["s2"]


def test_an_owner_who_left_and_one_nobody_knows() -> None:
    circle = Circle("ben")
    assert gone(("amina", "ben", "zoe"), circle.state) == ["ben", "zoe"]


@given(st.permutations(range(6)))
def test_the_latest_word_stands_in_whatever_order_it_arrives(order: list[int]) -> None:
    states = ("going", "done", "open", "going", "dropped", "done")
    facts = [
        Fact(10 + place // 2, f"w{place % 2}", place // 2 + 1, 1000 + place, "ann", said(state))
        for place, state in enumerate(states)
    ]
    log = Log(Community(), community_rules.apply)
    for place in order:
        log.add([facts[place]])
    assert log.state.settled[("s1", "c")].state == "done"
    assert log.state.settled[("s1", "c")].at == 1005


def said(state: str) -> ActionSettled:
    return ActionSettled(session="s1", capture="c", state=state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (60, "8 weeks ago"),
        (61, "2 months ago"),
        (729, "24 months ago"),
        (730, "2 years ago"),
        (-3, "today"),
    ],
)
def test_how_long_ago(days: int, words: str) -> None:
    assert ago(START, START + days * DAY, UTC) == words


def test_how_it_is_told() -> None:
    origin = closed(
        LETTERS, Words(kind="parked", text="Arrears"), Words(kind="report", text="It works", audience="sponsor")
    )
    circle = Circle()
    every = (*origin.actions, *origin.parked, *origin.reports)
    for kept in every:
        circle.say(ActionSettled(session="s1", capture=kept.id, state="done"))
    lines = [told(carried(origin, kept, circle.state)) for kept in every]
    assert lines == ["Done: Bring two letters", "Settled: Arrears", "Reported: It works"]
