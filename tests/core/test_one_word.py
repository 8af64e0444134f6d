"""A text as one word and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lcterm.core.one_word import from_one_word, one_word

PARTS = st.lists(st.sampled_from(["%", "2", "20", "25", "3C", "E3", "80", "C2", "A0", " ", "\u3000", "\xa0", "a"]))


@given(st.one_of(st.text(), PARTS.map("".join)))
@example("<NA>")
@example("%3CNA>")
@example("50%")
def test_it_holds_no_blank_and_comes_back(text: str) -> None:
    word = one_word(text)
    assert word.split() == ([word] if text else [])
    assert word != "<NA>"
    assert from_one_word(word) == text


@pytest.mark.parametrize("label", ["spk_00", "50%", "a%zz", "FEE042", "李明", "O'Brien%4"])
def test_what_needs_nothing_stays_to_the_letter(label: str) -> None:
    assert one_word(label) == label == from_one_word(label)


def test_blanks_are_seen() -> None:
    assert one_word("Sam K.") == "Sam%20K."
