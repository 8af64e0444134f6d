"""A text to read on the screen: lines as long as the screen wants them, headings that are seen."""

from itertools import pairwise

import pytest

from lcterm.documents.wrapping import wrapped
from lcterm.ui.line import line_cells
from lcterm.ui.screens.reading import text_lines, whole_lines

LONG = (
    "Where do we meet from January on? In turn at each other's place, and whoever has the key opens half an hour "
    "before the others come."
)
TEXT = "\n".join(
    [
        *wrapped("Housing peers: between two meetings"),
        "",
        "What we agreed",
        *wrapped(LONG, "- ", "  "),
        "- Short",
        "",
        *wrapped(LONG),
        "",
        "We meet on Tue 15 Dec 2026, 14:00.",
        "Presenting: Dorota",
        "",
    ]
)


def test_lines_that_a_document_broke_are_whole_again() -> None:
    assert whole_lines(TEXT) == [
        "Housing peers: between two meetings",
        "",
        "What we agreed",
        f"- {LONG}",
        "- Short",
        "",
        LONG,
        "",
        "We meet on Tue 15 Dec 2026, 14:00.",
        "Presenting: Dorota",
    ]


@pytest.mark.parametrize("width", [20, 56, 72, 90])
def test_every_row_but_the_last_of_a_line_is_full(width: int) -> None:
    rows = ["".join(span.text for span in line) for line in text_lines(LONG, width)]
    assert " ".join(rows) == LONG
    assert all(line_cells(line) <= width for line in text_lines(LONG, width))
    assert all(len(f"{row} {after.split()[0]}") > width for row, after in pairwise(rows))


def test_what_stands_over_a_list_is_its_heading() -> None:
    bold = ["".join(span.text for span in line) for line in text_lines(TEXT, 72) if line and line[-1].look == "bold"]
    assert bold == ["What we agreed"]


def test_a_heading_in_markdown_is_one_without_its_signs() -> None:
    ((span,),) = text_lines("## What we have learned", 72)
    assert (span.text, span.look) == ("What we have learned", "bold")
