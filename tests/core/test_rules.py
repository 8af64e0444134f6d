"""The ground rules: what changes them, what changed, who keeps them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.community import Community, Member
from lcterm.core.fold_charter import RulesAsOf
from lcterm.core.keepers import keepers, keeping
from lcterm.core.refusal import Refused
from lcterm.core.rules import (
    RULE_MAX,
    RULES_MAX,
    RuleChange,
    added,
    changed_in,
    changes,
    dropped,
    moved,
    reworded,
)

THREE = ("One voice at a time", "What is said here stays here", "I speak for myself")
RULES = st.lists(st.text("abcd \x1b[]", min_size=1, max_size=6), max_size=6)


def test_rules_are_added_reworded_dropped_and_moved() -> None:
    assert added(THREE, " Phones\x1b[31m away ") == (*THREE, "Phones away")
    assert reworded(THREE, 1, "one voice at a time") == ("one voice at a time", *THREE[1:])
    assert dropped(THREE, 2) == (THREE[0], THREE[2])
    assert moved(THREE, 3, 1) == (THREE[2], THREE[0], THREE[1])
    assert moved(THREE, 1, 99) == (THREE[1], THREE[2], THREE[0])
    assert moved(THREE, 1, -5) == THREE


@pytest.mark.parametrize("text", ["", "  ", "ONE voice at a  time", "x" * (RULE_MAX + 1)])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        added(THREE, text)
    with pytest.raises(Refused):
        reworded(THREE, 2, text)


def test_rules_that_are_not_there_are_named() -> None:
    with pytest.raises(Refused, match="no rule 4; there are 3"):
        dropped(THREE, 4)
    with pytest.raises(Refused, match="none is agreed yet"):
        moved((), 1, 1)
    with pytest.raises(Refused, match="more than anybody keeps"):
        added(tuple(str(number) for number in range(RULES_MAX)), "one more")


def test_what_changed_is_told_as_people_would() -> None:
    after = ("One voice at a time, please", "Phones stay in the bag", THREE[1])
    assert changes(THREE, after) == [
        RuleChange("reworded", after[0], THREE[0]),
        RuleChange("new", after[1]),
        RuleChange("dropped", THREE[2]),
    ]
    assert changes(THREE, (THREE[1], THREE[0], THREE[2])) == [RuleChange("order")]
    assert changes(THREE, THREE) == []


@given(RULES, RULES)
def test_what_changed_accounts_for_every_rule(before: list[str], after: list[str]) -> None:
    old, new = tuple(dict.fromkeys(before)), tuple(dict.fromkeys(after))
    found = changes(old, new)
    assert {one.text for one in found if one.kind in ("new", "reworded")} == set(new) - set(old)
    gone = [one.before for one in found if one.kind == "reworded"] + [
        one.text for one in found if one.kind == "dropped"
    ]
    assert sorted(gone) == sorted(set(old) - set(new))
    assert bool(found) == (old != new)


def test_what_a_session_changed_is_the_whole_of_it() -> None:
    history = (
        RulesAsOf(at=1, rules=THREE[:1]),
        RulesAsOf(at=2, rules=THREE[:2], session="s1"),
        RulesAsOf(at=3, rules=THREE, session="s1"),
        RulesAsOf(at=4, rules=THREE[1:], session="s2"),
    )
    assert [one.text for one in changed_in(history, "s1")] == list(THREE[1:])
    assert changed_in(history, "s2") == [RuleChange("dropped", THREE[0])]
    assert changed_in(history, "") == changed_in(history, "s3") == []
    assert changed_in(history[1:], "s1")[0].text == THREE[0], "without a beginning all of it is new"


def test_one_person_keeps_the_rules_and_other_roles_stay() -> None:
    people = {
        "a": Member(person="a", name="Amina", roles=("member", "rules keeper")),
        "b": Member(person="b", name="Ben", roles=("member", "coordinator")),
        "c": Member(person="c", name="Chidi", roles=("rules keeper",), active=False),
    }
    community = Community(members=people)
    assert [one.name for one in keepers(community)] == ["Amina"]
    facts = keeping(community, "b")
    assert [(one.person, one.roles) for one in facts] == [
        ("a", ("member",)),
        ("b", ("member", "coordinator", "rules keeper")),
    ]
    assert keeping(community, "a") == []
    assert keeping(community, "nobody")[0].person == "a"
