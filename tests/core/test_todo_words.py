"""Words and names within a line of todo.txt: no signs in them, and read back as they were."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lcterm.core.todo_words import is_sign, name_back, name_word, plain_words, words_back

SIGNS = st.text(st.sampled_from("+@:\\/ x1%_A.é"), max_size=12)
TEXTS = st.one_of(SIGNS, st.text(max_size=30))


@given(TEXTS)
@example("due:tomorrow +all @home")
@example(r"\+a \\@b a\:b \:x ::x @a:b 14:20 https://a.example/x:y +")
def test_words_hold_no_sign_and_come_back(text: str) -> None:
    written = plain_words(text)
    assert not [word for word in written.split() if is_sign(word)]
    assert words_back(written) == " ".join(text.split())


@given(TEXTS.filter(str.strip))
def test_a_name_is_one_word_and_comes_back(name: str) -> None:
    word = name_word(name)
    assert word.split() == [word]
    assert ":" not in word
    assert name_back(word) == " ".join(name.split())


@pytest.mark.parametrize("word", ["14:20", "https://a.example", "end:", ":", "+", "@", r"\+a", r"due\:now", "a"])
def test_what_is_no_sign_stays_one_word(word: str) -> None:
    assert not is_sign(word)


@pytest.mark.parametrize("word", ["+a", "@a", "due:2026-12-24", "a:b:c"])
def test_what_is_a_sign(word: str) -> None:
    assert is_sign(word)


def test_names_look_as_people_write_them() -> None:
    assert (name_word("Sam K."), name_word("a_b: 5%"), name_word(" ")) == ("Sam_K.", "a%5Fb%3A_5%25", "someone")
