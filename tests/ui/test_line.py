"""Rows are exactly as wide as they should be, whatever people are called."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcwidth

from lcterm.ui.line import (
    Line,
    Span,
    cells,
    cut,
    cut_keep_number,
    cut_line,
    fit,
    line_cells,
    pad,
    row,
    tame,
    title_line,
    wrap,
)

PECULIAR = [
    "Zoë Ångström",
    "Zoe\u0308 A\u030angstro\u0308m",
    "\u0301\u0301lost marks",
    "山田太郎",
    "김민준",
    "ญาณี สุข",
    "אביגיל בן דוד",
    "محمد\u200fعلي",
    "می\u200cخواهم",
    "क्\u200dष",
    "👩\u200d🚀 Ana",
    "👩🏽\u200d🏫\u200d👧🏿 Bo",
    "👍🏽",
    "❤\ufe0f Cy",
    "🏳\ufe0f\u200d🌈",
    "🇬🇧 Di",
    "1\ufe0f\u20e3",
    "\x1b[31mred\x1b[0m",
    "tab\tnewline\nend\r\n",
    "\u202eevil",
    "\ud800half",
    "bell\x07 del\x7f csi\x9b31m",
    "",
    " ",
]
texts = st.text(max_size=40) | st.sampled_from(PECULIAR) | st.lists(st.sampled_from(PECULIAR), max_size=4).map("".join)
widths = st.integers(0, 60)
spans = st.builds(Span, texts, st.sampled_from(["text", "muted", "private"]))
lines = st.lists(spans, max_size=5)


def on_a_terminal(text: str) -> int:
    """The width by another table than the one the program counts with."""
    return sum(max(wcwidth(character), 0) for character in text)


def drawn(line: Line) -> str:
    return "".join(span.text for span in line)


@given(texts)
def test_two_width_tables_agree_on_what_is_drawn(text: str) -> None:
    assert on_a_terminal(fit(text)) == cells(text)


@given(texts)
def test_nothing_that_steers_a_terminal_is_drawn(text: str) -> None:
    kept = {unicodedata.category(character) for character in fit(text) if character != "\u200c"}
    assert not kept & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert fit(text).encode("utf-8").decode() == fit(text)


@given(texts)
def test_fit_text_stays_as_it_is(text: str) -> None:
    assert fit(fit(text)) == fit(text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("👩\u200d🚀 Ana", "👩 Ana"),
        ("👨\u200d👩\u200d👧\u200d👦", "👨"),
        ("👍🏽", "👍"),
        ("👩🏽\u200d🏫 Bo", "👩 Bo"),
        ("🏳\ufe0f\u200d🌈!", "🏳!"),
        ("❤\ufe0f Cy", "❤ Cy"),
        ("🇬🇧 Di", "GB Di"),
        ("1\ufe0f\u20e3", "1"),
        ("क्\u200dष", "क्ष"),
        ("👩\u200dEve", "👩Eve"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("  Sam \t K. ", "Sam K."),
        ("\x1b[31mRed", "[31mRed"),
        ("\u0301Ed", "Ed"),
        ("Zoë", "Zoë"),
    ],
)
def test_names_are_tamed(name: str, shown: str) -> None:
    assert tame(name) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Ask the council for the list of empty homes", 32, "Ask the council for the list of…"),
        ("Arrears at handover: needs the figures first", 32, "Arrears at handover: needs the…"),
        ("Jonas looked ready twice; a word with him", 32, "Jonas looked ready twice; a wor…"),
        ("山田太郎", 8, "山田太郎"),
        ("山田太郎", 7, "山田太…"),
        ("山田太郎", 6, "山田…"),
        ("Ana", 3, "Ana"),
        ("Anna", 1, "…"),
        ("Anna", 0, ""),
        ("Anna", -1, ""),
    ],
)
def test_cut(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Capture, report 1", 13, "Capture, r… 1"),
        ("Capture, report 1", 17, "Capture, report 1"),
        ("Presentation 12", 8, "Pres… 12"),
        ("Presentation 1", 3, "Pr…"),
        ("How was it for you", 9, "How was…"),
        ("2026", 3, "20…"),
    ],
)
def test_a_closing_number_survives_the_cut(text: str, width: int, shown: str) -> None:
    assert cut_keep_number(text, width) == shown


@given(texts, widths)
def test_cut_text_fits(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(cut_keep_number(text, width)) <= width


@given(texts, widths, st.sampled_from(["left", "right"]))
def test_padded_text_is_exact(text: str, width: int, align: Literal["left", "right"]) -> None:
    assert cells(pad(text, width, align)) == width


def test_padding_keeps_to_its_side() -> None:
    assert pad("7", 3, "right") == "  7"
    assert pad("山田太郎", 6) == "山田… "


@given(widths, lines, lines, st.integers(0, 3))
@example(1, [Span("山")], [], 0)
@example(3, [Span("山")], [Span("田")], 1)
def test_a_row_is_exactly_as_wide_as_it_should_be(width: int, left: list[Span], right: list[Span], gap: int) -> None:
    line = row(width, left, right, gap=gap)
    assert line_cells(line) == width
    assert on_a_terminal(drawn(line)) == width
    assert all(span.text for span in line)


@given(lines, widths)
def test_a_line_that_fits_loses_nothing(line: list[Span], width: int) -> None:
    shown = cut_line(line, width)
    assert line_cells(shown) <= width
    if line_cells(line) <= width:
        assert drawn(shown) == "".join(fit(span.text) for span in line)


def test_the_right_side_of_a_row_is_kept() -> None:
    line = row(12, [Span("Bartholomew", "strong")], [Span("2 min", "muted")])
    assert line == (Span("Barth…", "strong"), Span(" ", "text"), Span("2 min", "muted"))


def test_the_gap_takes_the_look_asked_for() -> None:
    assert row(6, [Span("a", "bar")], [Span("b", "bar")], look="bar") == (
        Span("a", "bar"),
        Span("    ", "bar"),
        Span("b", "bar"),
    )


@pytest.mark.parametrize(
    ("width", "name", "fact", "heads", "shown"),
    [
        (33, "Agenda", "", "starts min", "Agenda ─────────────── starts min"),
        (33, "Ground rules", "", "", "Ground rules ────────────────────"),
        (34, "Captures", "7, 2 actions open", "", "Captures  7, 2 actions open ──────"),
        (35, "Voices", "", "turns     last", "Voices ───────────── turns     last"),
        (38, "Floor", "", "queue, 3 hands up", "Floor ────────────── queue, 3 hands up"),
        (20, "Captures", "7, 2 actions open", "", "Captures  7, 2 ac… ─"),
        (12, "Voices", "", "turns     last", "Voices ─ tu…"),
        (6, "Voices", "", "turns", "Voices"),
        (4, "Voices", "", "turns", "Voi…"),
    ],
)
def test_title_lines(width: int, name: str, fact: str, heads: str, shown: str) -> None:
    assert drawn(title_line(width, name, fact, heads)) == shown


@given(widths, texts, texts, texts)
def test_a_title_line_is_exact(width: int, name: str, fact: str, heads: str) -> None:
    assert line_cells(title_line(width, name, fact, heads)) == width


def test_the_looks_of_a_title() -> None:
    line = title_line(30, "Why", "here", "only you", look="private")
    assert [span.look for span in line if span.text.strip()] == ["private", "muted", "rule", "muted"]


@given(texts, st.integers(2, 60))
def test_wrapping_keeps_every_word(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    assert all(0 < cells(line) <= width for line in wrapped) or not fit(text).strip()
    assert "".join("".join(wrapped).split()) == "".join("".join(fit(part) for part in text.splitlines()).split())


def test_a_number_and_its_per_cent_stay_together() -> None:
    assert wrap("a share of 40 % of it", 13) == ["a share of", "40 % of it"]
    assert wrap("about 40 %, or 5 %.", 10) == ["about", "40 %, or", "5 %."]
    assert wrap("abcdef % g", 6) == ["abcdef", "% g"], "where it has no room it stands by itself"


def test_wrapping() -> None:
    assert wrap("The flat on Kettle Street: three visits", 14) == ["The flat on", "Kettle Street:", "three visits"]
    assert wrap("Donaudampfschifffahrt ja", 10) == ["Donaudampf", "schifffahr", "t ja"]
    assert wrap("one\ntwo", 20) == ["one", "two"]
    assert wrap("", 20) == []
    assert wrap("山", 1) == ["…"]
    assert wrap("word", 0) == []
