"""Charter and setting up: how their facts fold, and what they steer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core import community as community_rules
from lcterm.core.charter import (
    ALLOWANCES,
    SHARING,
    allows,
    answering,
    designs,
    is_settled,
    may_go_to_hub,
    may_leave_laptop,
    minds_rules,
    mode_of,
    template_of,
)
from lcterm.core.community import Community
from lcterm.core.community_events import CharterAnswered, CommunityFounded, RulesAgreed, SetupNoted
from lcterm.core.events import AnyEvent
from lcterm.core.facts import Fact
from lcterm.core.log import Log

TOPICS = st.sampled_from(["order", "names", "brief", "a later version's"])
EVENTS = st.one_of(
    st.builds(
        CharterAnswered,
        topic=TOPICS,
        answer=st.sampled_from(["", "words"]),
        choice=st.sampled_from(["", "yes", "one"]),
        session=st.sampled_from(["", "s1"]),
    ),
    st.builds(RulesAgreed, rules=st.sampled_from([(), ("a",), ("a", "b")]), session=st.sampled_from(["", "s1"])),
    st.builds(SetupNoted, item=TOPICS, state=st.sampled_from(["open", "settled"]), note=st.sampled_from(["", "x"])),
)


def folded(*events: AnyEvent) -> Community:
    log = Log(Community(id="c"), community_rules.apply)
    log.add(Fact(place, "w", place, place, "ann", event) for place, event in enumerate(events, 1))
    return log.state


@given(st.lists(EVENTS, max_size=12), st.randoms())
def test_whatever_order_facts_arrive_in_the_charter_is_the_same(events: list[AnyEvent], chance: object) -> None:
    facts = [Fact(place, f"w{place % 2}", place, place, "ann", event) for place, event in enumerate(events, 1)]
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    at_once, one_by_one = (Log(Community(id="c"), community_rules.apply) for _ in range(2))
    at_once.add(facts)
    for fact in shuffled:
        one_by_one.add([fact])
    assert at_once.state == one_by_one.state
    history = at_once.state.rules_history
    assert at_once.state.rules == (history[-1].rules if history else ())
    assert all(one.rules != other.rules for one, other in pairwise(history))


def test_a_later_answer_replaces_an_earlier_one_and_nothing_opens_it_again() -> None:
    held = folded(
        CharterAnswered(topic="brief", answer="A case"),
        CharterAnswered(topic="brief", answer="A theme", session="s1"),
        CharterAnswered(topic="order", choice="chaired"),
        CharterAnswered(topic="order"),
    )
    assert list(held.charter) == ["brief"]
    assert (held.charter["brief"].answer, held.charter["brief"].session) == ("A theme", "s1")
    assert held.charter["brief"].at == 2


def test_a_setting_up_as_at_the_beginning_is_not_held() -> None:
    held = folded(
        SetupNoted(item="room", state="under way", who="Grace", when="by May"),
        SetupNoted(item="budget", note="ask twice"),
        SetupNoted(item="budget"),
    )
    assert list(held.setup) == ["room"]
    assert (held.setup["room"].state, held.setup["room"].who, held.setup["room"].when) == (
        "under way",
        "Grace",
        "by May",
    )


@pytest.mark.parametrize("matter", ALLOWANCES)
def test_only_a_yes_allows_anything(matter: str) -> None:
    for choice, allowed in (("", False), ("no", False), ("yes", True), ("Yes", False), ("maybe", False)):
        held = folded(CommunityFounded(name="C", slug="c"), CharterAnswered(topic=matter, choice=choice, answer="yes"))
        assert allows(held, matter) is allowed  # type: ignore[arg-type]
    assert not allows(Community(), matter)  # type: ignore[arg-type]


def test_the_charter_steers_template_and_floor() -> None:
    assert template_of(Community()) == template_of(folded(CharterAnswered(topic="presentations", choice="two")))
    assert template_of(folded(CharterAnswered(topic="presentations", choice="one"))) == "ordinary-one"
    assert mode_of(Community(), "queue") == "queue"
    alone = folded(CharterAnswered(topic="order", choice="self-managed"))
    assert [mode_of(alone, mode) for mode in ("queue", "round", "presenter", "none")] == [
        "open",
        "round",
        "presenter",
        "none",
    ]


def test_an_answer_keeps_the_part_that_was_not_given() -> None:
    held = folded(CharterAnswered(topic="order", answer="we try it", choice="chaired"))
    assert answering(held, "order", choice="chaired") is None
    assert answering(held, "brief", answer="", choice="") is None
    event = answering(held, "order", choice="self-managed", session="s1")
    assert event == CharterAnswered(topic="order", answer="we try it", choice="self-managed", session="s1")
    assert answering(held, "order", answer="") == CharterAnswered(topic="order", choice="chaired")


def test_rules_are_settled_where_there_are_some() -> None:
    assert not is_settled(Community(), "rules")
    assert is_settled(folded(RulesAgreed(rules=("a",))), "rules")
    assert is_settled(folded(CharterAnswered(topic="brief", answer="x")), "brief")


def test_the_points_of_the_templates_are_known_by_their_titles() -> None:
    assert designs("Designing together")
    assert designs("Designing our community")
    assert not designs("What this is for")
    assert minds_rules("Our rules")
    assert minds_rules("Purpose, our rules")
    assert not minds_rules("Overruled")


@pytest.mark.parametrize(
    ("choice", "leaves", "to_hub"),
    [("", False, False), ("local", False, False), ("laptops", True, False), ("hub", True, True), ("odd", False, False)],
)
def test_a_community_is_local_until_its_charter_says_otherwise(choice: str, leaves: bool, to_hub: bool) -> None:
    held = folded(CharterAnswered(topic=SHARING, answer="Our own words say yes", choice=choice))
    assert (may_leave_laptop(held), may_go_to_hub(held)) == (leaves, to_hub)
    assert not may_leave_laptop(Community(id="c"))
