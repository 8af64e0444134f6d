"""Badges: short, a to z, none beginning another, and fixed once given."""

from itertools import pairwise
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.badges import badges
from lcterm.core.refusal import Refused
from lcterm.core.text import letters

_FIRST = st.sampled_from(
    ("Amina", "Ana", "Anna", "Ben", "Jo", "Jonas", "Sam", "Sara", "Tracy", "Zoë", "Öznur", "Q", "李明", "Юлия")
)
_LAST = st.sampled_from(["", " K.", " O.", " Smith", " (she/her)", "-Marie", " 明"])
NAMES = st.builds(str.__add__, _FIRST, _LAST) | st.text(max_size=6)


def named(*names: str) -> dict[str, str]:
    """Badges by name, for people whose ids are their names."""
    return badges([(name, name) for name in names])


def people(names: list[str], start: int = 0) -> list[tuple[str, str]]:
    return [(str(number), name) for number, name in enumerate(names, start)]


def assert_lawful(given_badges: dict[str, str]) -> None:
    codes = sorted(given_badges.values())
    assert all(code and set(code) <= set(ascii_lowercase) for code in codes)
    assert not any(after.startswith(before) for before, after in pairwise(codes)), codes


def test_the_group_on_the_board() -> None:
    group = ("Amina", "Ben", "Chidi", "Dorota", "Farida", "Grace", "Jonas", "Leila", "Marek", "Tracy")
    given_badges = named(*group, "Sam K.", "Sam O.")
    assert given_badges == {name: name[0].lower() for name in group} | {"Sam K.": "sk", "Sam O.": "so"}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Öznur",), ["o"]),
        (("Sam", "Sam K."), ["sa", "sk"]),
        (("Maria", "Marek", "Martin"), ["ma", "me", "mt"]),
        (("Ana Kim", "Ana Kovac"), ["ai", "ao"]),
        (("Jo", "Jonas O."), ["jo", "jn"]),
        (("Renée (she/her)", "Rita (he/him)"), ["re", "ri"]),
        (("李明", "Ana"), ["x", "a"]),
    ],
)
def test_two_letters_that_tell_people_apart(names: tuple[str, ...], expected: list[str]) -> None:
    assert list(named(*names).values()) == expected


@given(st.lists(NAMES, max_size=60))
def test_badges_are_letters_and_none_begins_another(names: list[str]) -> None:
    given_badges = badges(people(names))
    assert list(given_badges) == [person for person, _ in people(names)]
    assert_lawful(given_badges)
    assert badges(people(names)) == given_badges


@given(st.lists(NAMES, max_size=25))
def test_one_letter_for_whoever_alone_begins_with_it(names: list[str]) -> None:
    given_badges = badges(people(names))
    initials = [letters(name)[:1] for name in names]
    for person, name in people(names):
        if letters(name) and initials.count(letters(name)[0]) == 1 and "(" not in name:
            assert given_badges[person] == letters(name)[0]


@given(st.lists(st.lists(NAMES, max_size=15), max_size=5))
def test_latecomers_fit_round_those_who_have_one(arrivals: list[list[str]]) -> None:
    fixed: dict[str, str] = {}
    for names in arrivals:
        later = badges([(person, "?") for person in fixed] + people(names, len(fixed)), fixed)
        assert {person: later[person] for person in fixed} == fixed
        assert_lawful(later)
        fixed = later


def test_the_whole_alphabet_leaves_room_for_one_more() -> None:
    fixed = named(*ascii_lowercase)
    assert sum(len(badge) == 1 for badge in fixed.values()) == 25
    later = badges([("new", "Zoë"), ("newer", "Ana"), ("newest", "明")], fixed)
    assert_lawful(fixed | later)


@pytest.mark.parametrize("name", ["Anna", "Anna Smith", "李明", "Zz"])
def test_two_hundred_people_of_one_name(name: str) -> None:
    given_badges = badges(people([f"{name} {ascii_lowercase[number % 26]}" for number in range(200)]))
    assert_lawful(given_badges)
    assert max(map(len, given_badges.values())) <= 3


def test_no_badge_is_what_another_is_called() -> None:
    given_badges = named("Al", "Alma L.", "Bo", "Boris", "Bob O.")
    assert given_badges["Al"] == "al"
    assert given_badges["Bo"] == "bo"


def test_only_the_people_asked_for_are_answered() -> None:
    assert badges([("2", "Amir")], {"1": "a"}) == {"2": "m"}


def test_no_room_at_all_is_said() -> None:
    full = {letter: letter for letter in ascii_lowercase}
    with pytest.raises(Refused, match="No badge is left for Zoë"):
        badges([("new", "Zoë")], full)
