"""What is put round the words of a pasted agenda, taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.text import clean
from lcterm.intake.agenda_marks import Line, plain, read_lines


def _only(text: str) -> Line:
    (line,) = [line for line in read_lines(text) if line.shape != "blank"]
    return line


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Bold** and *slanted* and _so_ __too__", "Bold and slanted and so too"),
        ("***both***", "both"),
        ("[a link](https://example.org/a_(b)?c) here", "a link here"),
        ("![picture](x.png)", "picture"),
        ("[text][1]", "text"),
        ("<https://example.org>", "https://example.org"),
        ("==marked== ~~gone~~ `code`", "marked gone code"),
        ("<b>Bold</b> <span class='x'>text</span><!-- hidden -->", "Bold text"),
        ("Q&amp;A &ndash; all", "Q&A – all"),
        ("Q&A", "Q&A"),
        ("Coffee break :coffee: :cake:", "Coffee break"),
        ("at 10:30:15 sharp", "at 10:30:15 sharp"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        (r"\*not slanted\*", "*not slanted*"),
        ("a < b > c", "a < b > c"),
        ("<your name>", "<your name>"),
        ("esc\x1b[31mape \u202eturned", "escape turned"),
        ("&#27;[31mred &#x202e;turned", "[31mred turned"),
        ("a   b\u00a0c", "a b c"),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str) -> None:
    assert plain(marked) == (words,)


def test_breaks_part_a_line() -> None:
    assert plain("**Title**<br>Slides: [here](x)<br/><br>More") == ("Title", "Slides: here", "More")


@pytest.mark.parametrize(
    ("written", "shape", "text"),
    [
        ("# Title #", "heading", "Title"),
        ("### Learn C# today", "heading", "Learn C# today"),
        ("- item", "item", "item"),
        ("* item", "item", "item"),
        ("• item", "item", "item"),
        ("– item", "item", "item"),
        ("1. item", "item", "item"),
        ("12) item", "item", "item"),
        ("(a) item", "item", "item"),
        ("iv. item", "item", "item"),
        ("- [ ] item", "item", "item"),
        ("- [x] 3. item", "item", "item"),
        ("☐ item", "item", "item"),
        ("> > quoted", "text", "quoted"),
        ("> - quoted", "item", "quoted"),
        ("plain words", "text", "plain words"),
        ("Morning:", "perhaps", "Morning:"),
        ("**Morning**", "perhaps", "Morning"),
        ("15.00 words", "text", "15.00 words"),
        ("-10 degrees", "text", "-10 degrees"),
    ],
)
def test_a_line_is_what_its_first_sign_says(written: str, shape: str, text: str) -> None:
    line = _only(written)
    assert (line.shape, line.text) == (shape, text)


@pytest.mark.parametrize(
    "written",
    ["", "   ", "*", "-  ", "----", "***", "```", "```md", ":::info", "[TOC]", "|---|:--:|", "| | |", "x" * 2001],
)
def test_a_line_without_words_is_blank(written: str) -> None:
    assert [line.shape for line in read_lines(written)] == ["blank"]


def test_an_underlined_line_is_a_heading() -> None:
    lines = read_lines("Day 1\n---\nDay 2\n====\n- item\n---")
    assert [(line.shape, line.depth) for line in lines if line.text] == [("heading", 2), ("heading", 1), ("item", 20)]


def test_rows_have_cells_and_the_one_above_a_rule_is_their_heading() -> None:
    lines = read_lines("| Time | **What** |\n| :--- | ---: |\n| 10:00 | A \\| B<br>more |\nx | y\na\tb")
    assert [(line.shape, line.cells) for line in lines if line.cells] == [
        ("header", ("Time", "What")),
        ("row", ("10:00", "A | B\nmore")),
        ("row", ("x", "y")),
        ("row", ("a", "b")),
    ]


def test_what_stands_deeper_in_a_list_is_deeper() -> None:
    depths = [line.depth for line in read_lines("# a\n## b\n- c\n  - d\n\t- e\nf")]
    assert depths == [1, 2, 20, 22, 24, 15]


def test_every_way_of_ending_a_line_counts_alike() -> None:
    assert [line.text for line in read_lines("\ufeffa\r\nb\rc\nd")] == ["a", "b", "c", "d"]


def test_a_mails_signature_and_a_pages_preface_are_no_lines() -> None:
    assert [line.text for line in read_lines("a\n-- \nb")] == ["a"]
    assert [line.text for line in read_lines("---\ntitle: a\n---\nb") if line.text] == ["b"]


@given(st.text(alphabet=st.characters() | st.sampled_from("*_[]()<>|#`=~:&;\\-\n\t\x1b")))
def test_whatever_is_pasted_comes_out_clean(text: str) -> None:
    lines = read_lines(text)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for line in lines:
        for words in (line.text, *line.more, *(part for cell in line.cells for part in cell.split("\n"))):
            assert clean(words, limit=100_000) == words
