"""Whatever people write shows as they wrote it: names and words never become Markdown or HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lcterm.documents.summary import summary
from lcterm.documents.summary_markdown import escaped, markdown
from tests.documents.meetings import Book, at, planned

READERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    MarkdownIt("commonmark", {"html": False}),
]

HOSTILE = [
    "*bold* _it_ __x__ **y**",
    "a_b_c and _d_",
    "# heading",
    "#",
    "## two ##",
    "ends with #",
    "[a](http://b) ![c](d)",
    "[ref]: http://x",
    "[x] task",
    "<script>alert(1)</script>",
    "<b>bold</b> <!-- gone --> <a@b.c>",
    "a < b > c",
    "> quoted",
    "| a | b |",
    "|---|---|",
    "`code` ``more``",
    "```",
    "~~~",
    "~~struck~~ ~one~",
    "1. one",
    "12) twelve",
    "2026",
    "- minus",
    "+ plus",
    "* star",
    "---",
    "===",
    "***",
    "&lt;b&gt; &amp; &#60; R&D",
    "\\* back\\slash \\",
    "trailing \\",
    "http://a_b.c/d_e_f?g=1&copy;=2",
    "Łucja *李* ¯\\_(ツ)_/¯",
    "a\nb\n\n# c",
    "    indented",
]


def texts(tokens: list[Token]) -> list[str]:
    """What a reader sees, a string for each paragraph; the kinds of everything else must be plain."""
    seen = []
    for token in tokens:
        if token.type == "inline":
            assert {child.type for child in token.children or []} <= {"text", "text_special", "softbreak"}
            seen.append("".join(child.content for child in token.children or []))
    return seen


def blocks(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens if not token.type.startswith(("inline", "paragraph"))]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("line", HOSTILE)
def test_a_line_reads_as_it_was_written(reader: MarkdownIt, line: str) -> None:
    shown = " ".join(line.split())
    for before, around in (("", []), ("- ", ["bullet_list", "list_item"]), ("3. ", ["ordered_list", "list_item"])):
        tokens = reader.parse(before + escaped(line))
        assert texts(tokens) == [shown]
        opened = [f"{kind}_open" for kind in around]
        assert blocks(tokens) == [*opened, *(f"{kind}_close" for kind in reversed(around))]
    assert texts(reader.parse(f"# {escaped(line)}")) == [shown]


@given(
    line=st.text(
        st.sampled_from("ab1 _*#[]()<>|`~\\&;.!+-=:/é\t\n\"'") | st.characters(exclude_categories=["Cs", "Cc"])
    )
)
def test_any_line_reads_as_it_was_written(line: str) -> None:
    shown = " ".join(line.split())
    for reader in READERS:
        assert texts(reader.parse(f"- {escaped(line)}x"))[0] == shown + "x"
        assert blocks(reader.parse(f"x {escaped(line)}")) == []


def test_words_without_markup_stay_as_they_are() -> None:
    plain = (
        "Ask the council (Tracy, Ben; due Fri 4 Dec): 3 × 4 = 12, snake_case, R&D, it's 50 % – a #tag, O'Neil-Smith."
    )
    assert escaped(plain) == plain


def test_signs_are_escaped_in_the_way_most_markdown_knows() -> None:
    assert escaped("a | b") == r"a \| b"
    assert escaped("<script> &lt;") == "&lt;script> &amp;lt;"
    assert escaped("*a* _b_ [c](d) `e` ~f~ \\g") == r"\*a\* \_b\_ \[c\](d) \`e\` \~f\~ \\g"
    assert [escaped(line) for line in ("1. a", "- a", "+ a", "# a", "> a", "=")] == (
        [r"1\. a", r"\- a", r"\+ a", r"\# a", "&gt; a", r"\="]
    )


@pytest.mark.parametrize("line", HOSTILE)
def test_a_whole_summary_of_it_keeps_its_form(line: str) -> None:
    line = " ".join(line.split())
    book = Book({line: ("member",)}, (planned("p1", 10, title=line, presenter=line),), name=line, rules=(line,))
    book.begin(0)
    book.write(1, "decision", line, owners=(line.lower(),))
    book.write(1, "note", line, audience="facilitators")
    tokens = READERS[1].parse(markdown(summary(book.meeting, at(2), "facilitators")))
    assert "html_block" not in blocks(tokens)
    assert texts(tokens)[0] == f"{line}: session 7"
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1"] + ["h2"] * 6
    assert texts(tokens)[5] == f"{line} (1)"
    assert texts(tokens)[7] == f"{line} ({line})"
    assert texts(tokens)[9] == line
    assert texts(tokens)[11] == f"{line} ({line}): 2 minutes so far, planned 10"


def test_no_tag_survives() -> None:
    book = Book({"<script>": ("member",)}, (), name="<img src=x>")
    assert "<" not in markdown(summary(book.meeting, at(0), "group"))
