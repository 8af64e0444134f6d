"""Whoever is typed is found, or it is said why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.badges import badges
from lcterm.core.names import Known, UnclearPerson, UnknownPerson, find_person, matches
from lcterm.core.refusal import Refused
from lcterm.core.text import clean

NAMES = [
    "Amina",
    "Ben",
    "Jonas",
    "Jörg Müller",
    "Nakamura, Yuki",
    "Renée D'Arcy (she/her)",
    "Sam K.",
    "Sam O.",
    "Zainab",
]


def known(*names: str) -> list[Known]:
    """People whose ids are their names, with the badges they would get."""
    given_badges = badges([(name, name) for name in names])
    return [Known(name, name, given_badges[name]) for name in names]


def found_or_said(typed: str, people: list[Known]) -> str:
    try:
        return find_person(typed, people)
    except Refused as refused:
        return refused.reason


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("so", "Sam O."),
        ("SO", "Sam O."),
        ("b", "Ben"),
        ("jonas", "Jonas"),
        (" AMI ", "Amina"),
        ("samk", "Sam K."),
        ("SamK.", "Sam K."),
        ("sam o", "Sam O."),
        ("sam  o.", "Sam O."),
        ("müller", "Jörg Müller"),
        ("muller", "Jörg Müller"),
        ("jorg m", "Jörg Müller"),
        ("yuki", "Nakamura, Yuki"),
        ("nakamura yuki", "Nakamura, Yuki"),
        ("arcy", "Renée D'Arcy (she/her)"),
        ("darcy", "Renée D'Arcy (she/her)"),
        ("ren", "Renée D'Arcy (she/her)"),
        ("\x1b[31mzain\x1b[0m", "Zainab"),
    ],
)
def test_who_is_meant(typed: str, person: str) -> None:
    assert find_person(typed, known(*NAMES)) == person


def test_a_whole_name_comes_before_the_beginning_of_another() -> None:
    assert find_person("sam", known("Samuel", "Sam", "Sam K.")) == "Sam"
    assert find_person("samk", known("Sam Kerr", "Sam K.")) == "Sam K."
    assert find_person("jose", known("José", "Josefina")) == "José"
    assert find_person("jose", known("José", "Jose")) == "Jose"
    assert find_person("josek", known("José K.", "Jose K.")) == "Jose K."


def test_a_badge_comes_before_a_name() -> None:
    people = [Known("1", "Al", "x"), Known("2", "Alma", "al")]
    assert find_person("al", people) == "2"


def test_an_accent_that_was_typed_counts() -> None:
    assert find_person("jör", known("Jörg", "Jorge")) == "Jörg"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zoe", "No one here is called zoe. Mend the name."),
        ("amnia", "No one here is called amnia. Did you mean Amina?"),
        ("", "No name was given: write a name or a badge."),
        ("\x1b[0m", "No name was given: write a name or a badge."),
        (".", "No one here is called .. Mend the name."),
        ("she", "No one here is called she. Mend the name."),
    ],
)
def test_nobody_is_meant(typed: str, said: str) -> None:
    with pytest.raises(UnknownPerson) as refused:
        find_person(typed, known(*NAMES))
    assert refused.value.reason == said


def test_more_than_one_could_be_meant() -> None:
    with pytest.raises(UnclearPerson) as refused:
        find_person("sam", known(*NAMES))
    assert refused.value.reason == "sam could be Sam K. or Sam O.: write more of the name."
    with pytest.raises(Refused, match=r"^jor could be Jörg or Jorge: write more"):
        find_person("jor", known("Jörg", "Jorge"))


def test_a_long_list_is_not_read_out() -> None:
    crowd = [Known(str(number), f"Sam {number}", "") for number in range(10)]
    with pytest.raises(Refused, match=r"^sam could be Sam 0, Sam 1, Sam 2 or 7 more: write more of the name\.$"):
        find_person("sam", crowd)


def test_somebody_without_a_badge_is_not_the_empty_badge() -> None:
    assert find_person("be", [Known("1", "Ana", ""), Known("2", "Ben", "")]) == "2"


def test_a_name_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="A name is 101 characters long"):
        find_person("a" * 101, known("Ana"))


def test_completion_has_the_best_first() -> None:
    people = known("Bea Sam", "Sam O.", "Sam K.", "Sam", "Ben")
    assert [one.name for one in matches("sam", people)] == ["Sam", "Sam O.", "Sam K.", "Bea Sam"]
    assert [one.name for one in matches("sk", people)] == ["Sam K."]
    assert matches("zoe", people) == []
    assert matches("", people) == people


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.data())
def test_badges_and_whole_names_always_find_their_bearer(names: list[str], data: st.DataObject) -> None:
    people = known(*names)
    wanted = data.draw(st.sampled_from(people))
    assert find_person(wanted.badge, people) == wanted.person
    assert find_person(wanted.name, people) == wanted.person
    assert find_person(wanted.name.upper().replace(" ", ""), people) == wanted.person


@given(st.text(max_size=8), st.lists(st.text("abS .-é(李", min_size=1, max_size=8), max_size=6, unique=True))
def test_whatever_is_typed_is_answered_or_refused_in_one_line(typed: str, names: list[str]) -> None:
    people = [Known(name, name, "") for name in names]
    answer = found_or_said(typed, people)
    assert answer in names or (clean(answer) == answer and answer.endswith((".", "?")))
