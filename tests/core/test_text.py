"""Text is hostile until it is clean: what comes in, what is read back, and how names are compared."""

import ast
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lcterm.core.refusal import Refused
from lcterm.core.text import JOINERS, clean, folded, letters, neutralise, same, slug, unaccented, words

NASTY = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nasty"

_NASTY_PARTS = st.sampled_from(
    (
        "\x1b[",
        "\x1b]",
        "31m",
        *"\x1b\x9b\x07\x00\u202e\u2066\u200d\u200c\u0301\u0344\u0958\ufe0f\ue000\ud800\uffff\u2028\r\n",
        *"\t\x85\u1100\u1161\u00a0aeßİ",
    )
)
TEXTS = st.one_of(
    st.text(),
    st.lists(_NASTY_PARTS | st.just(" "), max_size=30).map("".join),
    st.text(alphabet=st.characters(), max_size=40),
)


def faults(text: str, *, lines: bool = False) -> list[str]:
    """What is wrong with a text that claims to be clean."""
    found = [] if unicodedata.is_normalized("NFC", text) else ["not NFC"]
    for char in text:
        category = unicodedata.category(char)
        if category[0] == "C" and char not in JOINERS and not (lines and char == "\n"):
            found.append(f"U+{ord(char):04X} is {category}")
        if category in ("Zl", "Zp"):
            found.append(f"U+{ord(char):04X} breaks lines")
    run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char)[0] == "M" else 0
        if run == 9:
            found.append("nine marks in a row")
    return found + ([] if text == text.strip() else ["blanks at the ends"])


@given(TEXTS, st.booleans())
@example("a\u0344\u0344\u0344\u0344\u0344", False)
@example(" \u0301 \u0301x", True)
@example("a \u200d", False)
def test_clean_text_is_clean_and_stays_as_it_is(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert faults(once, lines=lines) == []
    assert clean(once, lines=lines) == once


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[1;38;5;196mred\x1b[m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;a title\x07Ana", "Ana"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bP1$r0m\x1b\\Ana", "Ana"),
        ("\x1b[200~pasted\x1b[201~", "pasted"),
        ("\x1bOPAna", "Ana"),
        ("\x1b(BAna", "Ana"),
        ("Ana\x1b", "Ana"),
        ("Ana\x1b[", "Ana"),
        ("\x1b]no end to this", "no end to this"),
        ("one\ttwo", "one two"),
        ("one\r\ntwo\rthree\u2028four", "one two three four"),
        ("  Ana \n", "Ana"),
        ("A\u0308", "Ä"),
        ("A\u202ena\u2066", "Ana"),
        ("10 m² ﬁt", "10 m² ﬁt"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a" + "\u0316" * 30 + "b", "a" + "\u0316" * 8 + "b"),
        ("\u0301\u0301Ana", "Ana"),
        (
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\ud800\ue000\uffff", ""),
        ("", ""),
    ],
)
def test_what_is_kept_of_what_was_typed(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_lines_stay_where_lines_are_meant() -> None:
    assert clean(" one \r\n\r\ntwo\u2029three\n", lines=True) == "one\n\ntwo\nthree"


def test_too_long_is_refused_not_cut() -> None:
    assert clean(" " + "a" * 500 + " ") == "a" * 500
    with pytest.raises(Refused, match=r"^A name is 11 characters long, at most 10 fit: shorten it\.$"):
        clean("a" * 11, limit=10, what="a name")


def test_marks_without_end_take_no_time() -> None:
    assert len(clean("a" + "\u0316\u0301" * 200_000)) <= 9


def nasty_texts() -> list[str]:
    if not NASTY.is_dir():
        pytest.skip("shared/data/nasty is not beside this checkout")
    blns = json.loads((NASTY / "blns" / "blns.json").read_text(encoding="utf-8"))
    formulas = (NASTY / "csv-injection" / "payloadbox.txt").read_text(encoding="utf-8").splitlines()
    source = (NASTY / "unicode" / "wcwidth-test_core.py.txt").read_text(encoding="utf-8")
    strings = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return [text for text in (*blns, *formulas, *strings) if isinstance(text, str)]


def test_the_nasty_strings_of_others_pass_through() -> None:
    texts = nasty_texts()
    assert len(texts) > 500
    for text in texts:
        for lines in (False, True):
            once = clean(text, lines=lines, limit=10_000)
            assert faults(once, lines=lines) == [], repr(text)
            assert clean(once, lines=lines, limit=10_000) == once, repr(text)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", neutralise(text))


def test_read_back_only_what_steers_a_terminal_is_replaced() -> None:
    assert neutralise("\x1b[31m\x9b\x00\t\u202e\u2066\ud800\x7f") == "\ufffd[31m" + "\ufffd" * 7
    untouched = "a\nb \u200b\u200e\ue000\uffff\u0378 \u2028 Ä A\u0308"
    assert neutralise(untouched) == untouched


@given(TEXTS)
def test_what_was_cleaned_is_read_back_unchanged(text: str) -> None:
    assert neutralise(clean(text, lines=True)) == clean(text, lines=True)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Ana", "ANA", True),
        ("STRASSE", "straße", True),
        ("Jo\u0308rg", "Jörg", True),
        ("Ａｎａ", "ana", True),
        ("Sam  K.", "sam\u00a0k.", True),
        ("Ana\u200d", "Ana", True),
        ("Jose", "José", False),
        ("Sam K.", "Sam O.", False),
    ],
)
def test_names_are_the_same_or_not(one: str, other: str, is_same: bool) -> None:
    assert same(one, other) is is_same


@given(st.text(st.characters(max_codepoint=127)))
def test_folding_plain_letters_is_no_other_folding(text: str) -> None:
    """A joiner says nothing in a name, but a text that has one is not plain."""
    assert folded(text) == folded(f"{text}\u200d")


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_accents_are_left_out_but_no_vowel_signs() -> None:
    assert unaccented("Jörg Łukasz Øystein") == "jorg lukasz oystein"
    assert unaccented("राम") == "राम"


def test_the_words_of_a_name() -> None:
    assert words("Renée D'Arcy-Ångström (she/her)") == ["renée", "d", "arcy", "ångström"]
    assert words("Sam K.") == ["sam", "k"]
    assert words("(Ana)") == ["(ana)"]


@pytest.mark.parametrize(
    ("name", "badge_letters"),
    [("Öznur", "oznur"), ("Weiß", "weiss"), ("Sam K.", "samk"), ("李明", ""), ("R2 D2", "rd")],
)
def test_letters(name: str, badge_letters: str) -> None:
    assert letters(name) == badge_letters


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Housing peers", set(), "housing-peers"),
        ("  Café — Zürich & friends!  ", set(), "cafe-zurich-friends"),
        ("李明", set(), "community"),
        ("", {"community"}, "community-2"),
        ("Housing", {"housing", "housing-2"}, "housing-3"),
        ("../../etc/passwd", set(), "etc-passwd"),
        ("a very long name for a group of people who meet", set(), "a-very-long-name-for-a-group-of-people"),
        ("x" * 60, set(), "x" * 40),
    ],
)
def test_slug(name: str, taken: set[str], expected: str) -> None:
    assert slug(name, taken) == expected


@given(TEXTS, st.sets(st.just("community") | st.text("ab-2", max_size=4)))
def test_a_slug_is_a_plain_word_that_nobody_has(name: str, taken: set[str]) -> None:
    found = slug(name, taken)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert found not in taken
