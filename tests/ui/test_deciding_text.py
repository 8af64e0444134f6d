"""What is typed while a group decides."""

from pathlib import Path

import pytest

from lcterm.core.names import Known
from lcterm.core.refusal import Refused
from lcterm.store.cards import cards
from lcterm.store.paths import Home
from lcterm.ui.deciding_text import CARDS, WAYS, counts_words, read_counts, read_people

PEOPLE = [Known("p1", "Amina", "a"), Known("p2", "Sam K.", "sk"), Known("p3", "Sam O.", "so"), Known("p4", "Ben", "b")]


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        *(("9 2", (9, 2)), ("9/2", (9, 2)), (" 9, 2 ", (9, 2)), ("9-2", (9, 2)), ("9", (9, 0)), ("0 0", (0, 0))),
        *(("9g 2r", (9, 2)), ("9 green, 2 red", (9, 2)), ("12 green", (12, 0)), ("10 11", (10, 11))),
    ],
)
def test_counts_as_they_are_called_out(typed: str, counts: tuple[int, int]) -> None:
    assert read_counts(typed) == counts


@pytest.mark.parametrize("typed", ["", "nine two", "9 2 1", "-1 2", "9 2x", "1000 1", "9.5", "9 -"])
def test_anything_else_is_not_guessed_at(typed: str) -> None:
    with pytest.raises(Refused, match="Write how many greens, then how many reds"):
        read_counts(typed)


def test_counts_in_words() -> None:
    assert counts_words(9, 2) == "9 green, 2 red"
    assert read_counts(counts_words(1, 0)) == (1, 0)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        *(("a", ["p1"]), ("Sam K.", ["p2"]), ("sk so", ["p2", "p3"]), ("a, Sam O., b", ["p1", "p3", "p4"])),
        *(("a a", ["p1"]), ("b,", ["p4"]), ("amina ben", ["p1", "p4"])),
    ],
)
def test_one_person_or_several(typed: str, people: list[str]) -> None:
    assert read_people(typed, PEOPLE) == people


@pytest.mark.parametrize(
    ("typed", "why"), [("zoe", "zoe"), ("a zoe", "zoe"), ("sam", "could be"), ("a, sam", "could be")]
)
def test_whoever_is_nobody_is_named(typed: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_people(typed, PEOPLE)


def test_every_card_of_a_way_is_there(tmp_path: Path) -> None:
    known = {card.id for card in cards(Home(tmp_path))[0]}
    assert set(CARDS) <= known
    assert set(CARDS.values()) == {one.way for one in WAYS}
