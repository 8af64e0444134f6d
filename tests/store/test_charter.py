"""What ships for a group that makes its community its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.charter import (
    ALLOWANCES,
    ARRANGING,
    BRIEF,
    CHAIRED,
    HUB,
    LAPTOPS,
    LOCAL,
    NO,
    ONE,
    ORDER,
    PRESENTATIONS,
    RULES,
    SELF_MANAGED,
    SHARING,
    TWO,
    YES,
)
from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer
from lcterm.core.refusal import Refused
from lcterm.store.charter import (
    find_choice,
    find_item,
    find_topic,
    first_brief,
    setting_up,
    settled_count,
    themes,
    topics,
    untouched,
)


def test_there_are_twelve_things_to_settle_and_what_is_asked_with_them() -> None:
    main = [one for one in topics() if not one.of]
    assert len(main) == 12
    assert len({one.id for one in topics()}) == len(topics())
    assert {one.of for one in topics() if one.of} <= {one.id for one in main}
    assert all(one.question.endswith("?") for one in topics())
    assert all(one.ideas or one.choices for one in topics()), "somebody stuck is offered something"


def test_what_steers_the_program_is_there_to_choose() -> None:
    choices = {one.id: [choice.id for choice in one.choices] for one in topics()}
    assert all(choices[matter] == [YES, NO] for matter in ALLOWANCES)
    assert choices[ORDER] == [CHAIRED, SELF_MANAGED]
    assert choices[PRESENTATIONS] == [ONE, TWO]
    assert {BRIEF, ARRANGING, RULES} <= set(choices)
    defaults = {one.id: one.default for one in topics() if one.default}
    assert choices[SHARING] == [LOCAL, LAPTOPS, HUB]
    assert defaults.pop(SHARING) == LOCAL
    assert defaults == dict.fromkeys(ALLOWANCES, NO), "nothing is kept or passed on unless the group says yes"


def test_a_topic_is_meant_by_number_id_or_title() -> None:
    assert find_topic("1").id == "belonging"
    assert find_topic("ORDER").id == "order"
    assert find_topic("who belongs").id == "belonging"
    assert find_topic("fac").id == "facilitating"
    for typed, said in (("zz", "no topic called"), ("", "no topic"), ("99", "no topic"), ("p", "could be")):
        with pytest.raises(Refused, match=said):
            find_topic(typed)
    assert find_choice(find_topic("order"), "Self") == "self-managed"
    with pytest.raises(Refused, match="there is yes, no"):
        find_choice(find_topic("voices"), "perhaps")
    with pytest.raises(Refused, match="answered in words"):
        find_choice(find_topic("brief"), "yes")


def test_rules_touch_themes_by_their_words() -> None:
    every = {one.title for one in themes()[0]}
    assert {one.title for one in untouched(())} == every
    left = {one.title for one in untouched(("Phones off", "What we say stays here"))}
    assert every - left == {"Phones and laptops", "What stays here"}
    assert len(themes()[1]) >= 3


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=30))
def test_another_rule_never_leaves_more_themes_untouched(rules: list[str], more: str) -> None:
    assert set(untouched([*rules, more])) <= set(untouched(rules))


def test_the_setting_up_has_what_is_negotiated() -> None:
    known = setting_up()
    assert len({one.id for one in known}) == len(known)
    words = " ".join(f"{one.text} {one.ask}" for one in known).lower()
    for needed in ("appraisal", "voluntary", "champion", "reporting", "funder", "budget", "childcare", "first", "room"):
        assert needed in words, needed
    assert find_item("1").id == "fitting"
    assert find_item("bud").id == "budget"
    with pytest.raises(Refused, match="has no item"):
        find_item("zz")
    brief = first_brief()
    assert "doubts" in " ".join(brief.points)
    assert {name for name, _ in brief.alternatives} >= {"Mentoring", "Coaching", "Action learning"}


def test_rules_count_as_settled_where_there_are_some() -> None:
    assert settled_count(Community()) == (0, 12)
    answer = Answer(topic="names", answer="", choice="no", at=1)
    assert settled_count(Community(rules=("a",), charter={"names": answer})) == (1, 12)
