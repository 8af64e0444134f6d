"""Who is named behind a title."""

import pytest

from lcterm.intake.agenda_people import People

PEOPLE = People(
    [("1", "Ana Lopez"), ("2", "Ben"), ("3", "Sam Kent"), ("4", "Sam O."), ("5", "Zoë Ångström"), ("6", "Al-Amin Said")]
)


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Ana", ("1",)),
        ("ANA LOPEZ", ("1",)),
        ("Lopez", ("1",)),
        ("Ana L.", ("1",)),
        ("@ana", ("1",)),
        ("Sam K.", ("3",)),
        ("Sam O", ("4",)),
        ("Zoe", ("5",)),
        ("zoë angstrom", ("5",)),
        ("Ana, Ben", ("1", "2")),
        ("Ana & Ben", ("1", "2")),
        ("Ana and Ben", ("1", "2")),
        ("Ana, Ana Lopez", ("1",)),
        ("An", ()),
        ("Ana Kent", ()),
        ("Ana, Nobody", ()),
        ("Nobody", ()),
        ("", ()),
        (" & ", ()),
    ],
)
def test_names_as_they_are_written(written: str, people: tuple[str, ...]) -> None:
    assert PEOPLE.named(written).people == people


@pytest.mark.parametrize(
    ("title", "rest", "people"),
    [
        ("Talk - Ana", "Talk", ("1",)),
        ("Talk – Ana, Ben", "Talk", ("1", "2")),
        ("Talk, Ana, Ben", "Talk", ("1", "2")),
        ("Talk: the case: Ana", "Talk: the case", ("1",)),
        ("Talk (Ben)", "Talk", ("2",)),
        ("Talk by Ben", "Talk", ("2",)),
        ("Talk – the north – Ben", "Talk – the north", ("2",)),
        ("Talk - Nobody", "Talk - Nobody", ()),
        ("Talk-Ana", "Talk-Ana", ()),
        ("Ana - Talk", "Ana - Talk", ()),
        ("- Ana", "- Ana", ()),
        ("Ana", "Ana", ()),
    ],
)
def test_only_a_last_part_that_names_members_is_a_presenter(title: str, rest: str, people: tuple[str, ...]) -> None:
    assert PEOPLE.split(title)[:2] == (rest, people)


def test_a_name_of_several_people_is_nobodys_and_said() -> None:
    named = PEOPLE.split("Talk - Sam")
    assert named == ("Talk - Sam", (), ("Sam",))


def test_a_whole_name_goes_before_a_part_of_one() -> None:
    assert People([("1", "Sam"), ("2", "Sam Kent")]).named("sam").people == ("1",)
