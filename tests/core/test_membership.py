"""Members who take another name, leave and come back; and what nothing brings back."""

from itertools import permutations

import pytest

from lcterm.core import community as community_rules
from lcterm.core.community import Community
from lcterm.core.community_events import (
    CommunityFounded,
    MemberLeft,
    MemberRenamed,
    MemberReturned,
    MembersJoined,
    NewMember,
    PersonForgotten,
    RolesGiven,
)
from lcterm.core.events import AnyEvent
from lcterm.core.facts import Fact
from lcterm.core.fold_members import FORGOTTEN
from lcterm.core.joining import Newcomer, joining, strangers
from lcterm.core.log import Log
from lcterm.core.membership import after, leaving, member_named, renaming, returning
from lcterm.core.refusal import Refused

STORY: tuple[AnyEvent, ...] = (
    CommunityFounded(name="Bees", slug="bees"),
    MembersJoined(members=(NewMember(person="a", name="Ana", area="visits"), NewMember(person="b", name="Ben"))),
    MemberRenamed(person="a", name="Anna"),
    MemberLeft(person="a"),
    RolesGiven(person="a", roles=("presenter",)),
    MemberReturned(person="a"),
    PersonForgotten(person="b"),
    MemberRenamed(person="b", name="Ben again"),
    MemberReturned(person="b"),
)


def facts(story: tuple[AnyEvent, ...] = STORY) -> list[Fact]:
    return [Fact(number, "w" if number % 2 else "v", number, number, "me", event) for number, event in enumerate(story)]


def folded(*arriving: list[Fact]) -> Community:
    log = Log(Community(id="c"), community_rules.apply)
    for some in arriving:
        log.add(some)
    return log.state


def test_names_and_belonging_are_those_of_the_last_fact_about_them() -> None:
    state = folded(facts())
    assert [(one.name, one.active) for one in state.members.values()] == [("Anna", True), (FORGOTTEN, False)]
    assert state.name_of("b") == FORGOTTEN
    assert state.members["b"].area == ""
    assert [one.person for one in state.named] == ["a"]
    assert folded(facts(STORY[:4])).name_of("a") == "Anna"
    assert folded(facts(STORY[:4])).active[0].person == "b"


def test_it_is_the_same_community_whatever_comes_first() -> None:
    whole = folded(facts())
    for order in list(permutations(facts(), len(STORY)))[::5003]:
        assert folded(*[[one] for one in order]) == whole
    assert folded(facts()[5:], facts()[:5], facts()) == whole


def test_no_name_of_somebody_forgotten_is_held_in_a_fact() -> None:
    for arriving in ([facts()], [facts()[6:], facts()[:6]]):
        log = Log(Community(id="c"), community_rules.apply)
        for some in arriving:
            log.add(some)
        assert "Ben" not in str(log.facts)
        assert "Anna" in str(log.facts)


@pytest.fixture
def bees() -> Community:
    state = folded(facts(STORY[:2]))
    return after(state, leaving(state, "b"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("  ", "needs a name"),
        ("Ana", "called that already"),
        ("BEN", "there is Ben already, who left"),
        ("x" * 81, "81"),
    ],
)
def test_a_name_that_will_not_do_is_refused(bees: Community, name: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        renaming(bees, "a", name)


def test_other_capitals_are_another_name(bees: Community) -> None:
    assert renaming(bees, "a", " ANA ") == MemberRenamed(person="a", name="ANA")


def test_nobody_leaves_or_comes_back_twice(bees: Community) -> None:
    assert leaving(bees, "a") == MemberLeft(person="a")
    assert returning(bees, "b") == MemberReturned(person="b")
    with pytest.raises(Refused, match="Ben has left already"):
        leaving(bees, "b")
    with pytest.raises(Refused, match="Ana is a member"):
        returning(bees, "a")


def test_who_left_is_found_by_name_and_their_name_stays_taken(bees: Community) -> None:
    assert member_named(bees, "ben").person == "b"
    with pytest.raises(Refused, match="was a member and left: `lcterm members --return`"):
        joining(bees, [Newcomer("Ben")], lambda: "x")
    assert strangers(bees, [Newcomer("BEN"), Newcomer("Zoe")]) == ([Newcomer("Zoe")], [Newcomer("BEN")])


def test_the_name_of_somebody_forgotten_is_free(bees: Community) -> None:
    state = after(bees, PersonForgotten(person="b"))
    assert joining(state, [Newcomer("Ben")], lambda: "x").members[0].name == "Ben"
    with pytest.raises(Refused):
        member_named(state, "ben")
    with pytest.raises(Refused):
        member_named(state, "somebody")
