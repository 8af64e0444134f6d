"""Sessions counted: each gathering once, whatever became of its logs, and what was odd about it said."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from lcterm.core.digest import Digest
from lcterm.core.gatherings import Counted, counted
from tests.core.counting import DAY, HOUR, at, held, on, planned, point

LATER = at(1000)


def oddities(found: Counted) -> list[tuple[str, str]]:
    return [(one.oddity, one.title) for one in found.remarks]


def test_a_plain_year_counts_as_it_stands_in_the_diary() -> None:
    found = counted([held(0, "abc", "d"), held(28, "ab", "cd"), planned(56)], at(30))
    assert [one.day for one in found.held] == [on(0), on(28)]
    assert [(len(one.came), len(one.expected)) for one in found.held] == [(3, 4), (2, 4)]
    assert [one.session for one in found.planned] == ["p56"]
    assert (found.not_held, found.under_way, found.remarks) == ((), (), ())


def test_facilitators_and_observers_are_in_no_headcount() -> None:
    (one,) = counted([held(0, "abc", "d", apart="fo")], LATER).held
    assert (one.came, one.expected) == (("a", "b", "c"), ("a", "b", "c", "d"))


def test_two_logs_of_one_gathering_are_one_and_whoever_is_in_either_came() -> None:
    one_laptop = held(0, "ab", "cd", id="s0", presented="a", feedback=("Long",), unreached=(point("End"), point("Mid")))
    other = held(0.5 / 24, "c", "abd", id="s1", presented="a", feedback=("Good",), unreached=(point("end"),))
    found = counted([other, one_laptop], LATER)
    (one,) = found.held
    assert (set(one.came), set(one.expected), one.presenters) == ({"a", "b", "c"}, set("abcd"), ("a",))
    assert (one.feedback, [left.title for left in one.unreached]) == (("Long", "Good"), ["End"])
    assert oddities(found) == [("held twice", "day 0")]


@pytest.mark.parametrize("title", ["session 3", "session 4"])
def test_two_sessions_on_one_day_are_two_whatever_they_are_called(title: str) -> None:
    """The next one may begin as soon as the one before it is over."""
    found = counted([held(0, id="a", title="session 3"), held(1 / 24, id="b", title=title)], LATER)
    assert [one.day for one in found.held] == [on(0), on(0)]
    assert "held twice" not in [oddity for oddity, _ in oddities(found)]


def test_logs_that_were_under_way_at_one_moment_are_one_gathering() -> None:
    logs = [held(part / 24, id=f"s{part}") for part in (0, 0.9, 1.8)]
    (one,) = counted([logs[2], logs[0], logs[1]], LATER).held
    assert [log.session for log in one.digests] == ["s0", "s0.9", "s1.8"]


def test_a_recording_is_one_with_the_session_it_was_made_in_and_not_with_another_of_that_day() -> None:
    assert len(counted([held(0, id="a"), held(0, recorded=True, id="b")], LATER).held) == 1
    assert len(counted([held(0, id="a"), held(3 / 24, recorded=True, id="b")], LATER).held) == 2


def test_one_that_was_never_ended_does_not_swallow_the_rest_of_the_day() -> None:
    assert len(counted([held(0, id="a", status="running"), held(3 / 24, id="b")], LATER).held) == 2


def test_one_number_on_two_days_is_said_and_two_gatherings() -> None:
    found = counted([held(0, title="session 7", id="a"), held(7, title="session 7", id="b")], LATER)
    assert len(found.held) == 2
    assert oddities(found) == [("same name", "session 7")]


def test_what_is_under_way_is_not_counted_and_what_was_never_ended_is() -> None:
    running = held(10, status="running")
    found = counted([held(0), running], at(10) + HOUR)
    assert ([one.day for one in found.held], found.under_way) == ([on(0)], (running,))
    assert oddities(found) == [("under way", "day 10")]
    found = counted([held(0), running], at(11) + HOUR)
    assert len(found.held) == 2
    assert oddities(found) == [("never ended", "day 10")]


def test_a_recording_alone_is_a_session_and_said() -> None:
    found = counted([held(0, recorded=True)], LATER)
    assert (len(found.held), found.held[0].recorded, oddities(found)) == (1, True, [("recorded", "day 0")])


def test_sessions_out_of_order_count_on_the_day_they_were_held() -> None:
    found = counted([held(5, planned_for=28), held(14)], LATER)
    assert [one.day for one in found.held] == [on(5), on(14)]
    assert oddities(found) == [("out of order", "day 14")]


def test_a_plan_is_over_when_its_day_is() -> None:
    assert [len(part) for part in counted([planned(5)], at(5) + 8 * HOUR)[1:3]] == [1, 0]
    assert [len(part) for part in counted([planned(5)], at(6))[1:3]] == [0, 1]


def test_two_plans_of_one_session_are_one_and_one_that_was_held_is_none() -> None:
    found = counted([planned(5, "a"), planned(5 + 1 / 48, "b")], at(0))
    assert (len(found.planned), oddities(found)) == (1, [("planned twice", "day 5")])
    found = counted([planned(5, "a"), held(5.02, id="b")], at(30))
    assert (len(found.held), found.planned, found.not_held) == (1, (), ())


@given(
    st.lists(
        st.builds(
            lambda day, minute, kind, came: (
                planned(day + minute / 1440, id=f"{kind}{day}-{minute}")
                if kind == "plan"
                else held(
                    day + minute / 1440,
                    came,
                    id=f"{kind}{day}-{minute}",
                    status="running" if kind == "live" else "closed",
                )
            ),
            st.integers(0, 40),
            st.integers(0, 300),
            st.sampled_from(["plan", "held", "live"]),
            st.sampled_from(["", "a", "abc"]),
        ),
        max_size=12,
        unique_by=lambda one: one.session,
    ),
    st.integers(0, 60),
    st.randoms(use_true_random=False),
)
def test_every_session_is_in_one_place_whatever_the_order(known: list[Digest], now: int, chance: random.Random) -> None:
    found = counted(known, at(now))
    mixed = list(known)
    chance.shuffle(mixed)
    assert counted(mixed, at(now)) == found
    inside = [one.session for gathering in found.held for one in gathering.digests]
    assert len(inside) == len(set(inside))
    assert set(inside) == {one.session for one in known if one.held} - {one.session for one in found.under_way}
    assert all(one.live and at(now) - one.began < DAY for one in found.under_way)
    assert not {one.session for one in (*found.planned, *found.not_held)} & set(inside)
    assert all(set(one.came) <= set(one.expected) for one in found.held)
    begun = [one.at for one in found.held]
    assert begun == sorted(begun)


def test_a_plan_for_later_that_day_is_another_session() -> None:
    first = structs.replace(held(5), title="session 2")
    found = counted([first, structs.replace(planned(5.02), title="session 3")], at(5.1))
    assert (len(found.held), len(found.planned)) == (1, 1)


def test_a_session_that_nobody_ended_for_a_week_takes_no_other_along() -> None:
    forgotten = structs.replace(held(1, id="a"), ended=at(15))
    assert [one.first.session for one in counted([forgotten, held(8, id="b")], at(30)).held] == ["a", "b"]
