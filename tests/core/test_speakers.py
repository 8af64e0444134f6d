"""Who a recording's speakers are: exact names, else a question, never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.community import Member
from lcterm.core.refusal import Refused
from lcterm.core.speakers import Recognised, given_by_machine, recognised

NAMES = ("Ana Becker", "Ben", "Sam K.", "Sam O.", "Łukasz Nowak", "Dorota", "Besu Team 1", "spk00")
MEMBERS = [Member(person=name, name=name) for name in NAMES]


def who(*labels: str, given: dict[str, str] | None = None, new: tuple[str, ...] = ()) -> Recognised:
    return recognised(labels, MEMBERS, given or {}, new)


@pytest.mark.parametrize("label", ["Ana Becker", "ana becker", "ANA  BECKER", "Łukasz Nowak", "sam k."])
def test_the_same_name_in_any_case_is_the_same_person(label: str) -> None:
    assert list(who(label).known) == [label]


@pytest.mark.parametrize(
    ("label", "members"),
    [
        ("Ana B", ("Ana Becker",)),
        ("Ana", ("Ana Becker",)),
        ("A. Becker", ("Ana Becker",)),
        ("Becker, Ana", ("Ana Becker",)),
        ("Ana Becker (she/her)", ("Ana Becker",)),
        ("Ana Becker | Housing", ("Ana Becker",)),
        ("AnaBecker", ("Ana Becker",)),
        ("Ana Bekker", ("Ana Becker",)),
        ("Lukasz Nowak", ("Łukasz Nowak",)),
        ("Sam", ("Sam K.", "Sam O.")),
        ("Dorotha", ("Dorota",)),
        ("spk00", ("spk00",)),
    ],
)
def test_a_name_much_like_a_members_is_a_question(label: str, members: tuple[str, ...]) -> None:
    assert who(label) == Recognised({}, {label: members}, ())


@pytest.mark.parametrize(
    "label",
    [
        "Ben Adams-Ruiz 2",
        "Anna",
        "Bea",
        "Sam P.",
        "spk01",
        "Speaker 1",
        "Besu Team 2",
        "B",
        "Becca",
        "?",
        "Carla Becher",
    ],
)
def test_other_names_are_other_people(label: str) -> None:
    assert who(label) == Recognised({}, {}, (label,))


def test_what_is_said_counts() -> None:
    assert who("Ana B", given={"Ana B": "Ben"}).known == {"Ana B": "Ben"}
    assert who("Ana B", "Sam", new=("Ana B",)) == Recognised({}, {"Sam": ("Sam K.", "Sam O.")}, ("Ana B",))
    with pytest.raises(Refused, match=r"there is Ben already; add the other one first, as in ben B\., and say --as"):
        who("ben", new=("ben",))


def test_nobody_who_is_forgotten_is_found() -> None:
    gone = Member(person="x", name="somebody who asked to be forgotten", active=False, forgotten=True)
    assert recognised([gone.name], [gone], {}).new == (gone.name,)


@pytest.mark.parametrize(
    "label", ["Speaker 1", "SPEAKER_00", "spk07", "Unknown speaker", "unknown", "Guest-3", "Speaker A"]
)
def test_names_that_machines_give(label: str) -> None:
    assert given_by_machine(label)
    assert not given_by_machine(f"Ana {label}")


@pytest.mark.parametrize(
    ("labels", "beside"),
    [
        (("Julian", "Julian Ma"), {"Julian": ("Julian Ma",)}),
        (("Julian Ma", "julian", "Julian Berg"), {"julian": ("Julian Ma", "Julian Berg")}),
        (("Zoe", "Zoe"), {}),
        (("Jul", "Julian Ma"), {}),
        (("Team", "Team 2"), {}),
        (("Speaker", "Speaker 1"), {}),
        (("Ma", "Julian Ma"), {}),
    ],
)
def test_a_name_that_begins_another_of_the_same_recording(
    labels: tuple[str, ...], beside: dict[str, tuple[str, ...]]
) -> None:
    found = who(*labels)
    assert found.beside == beside
    assert not set(found.new) & set(beside)
    assert who(*labels, new=tuple(beside)).beside == {}
    same = {label: others[0] for label, others in beside.items()}
    said = recognised(labels, MEMBERS, {}, (), same)
    assert (said.beside, said.same) == ({}, same)


@given(st.lists(st.text(max_size=30), unique=True, max_size=8))
def test_everybody_is_exactly_one_of_them_and_only_namesakes_are_known(labels: list[str]) -> None:
    found = who(*labels)
    assert sorted([*found.known, *found.unsaid, *found.new]) == sorted(labels)
    assert all(
        label.casefold().split() == member.casefold().split()
        for label, member in found.known.items()
        if label.isascii()
    )
