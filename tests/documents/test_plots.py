"""The figures over time in a terminal: lines that hold their width, numbers below every column, no colour needed."""

from itertools import pairwise

import pytest

from lcterm.core.report import report
from lcterm.documents.plots import as_text, plots
from lcterm.documents.report_text import report_text
from lcterm.documents.wrapping import cells
from tests.core.counting import at, circle, held
from tests.documents.diaries import diary


@pytest.mark.parametrize("width", [56, 60, 80, 110])
@pytest.mark.parametrize("count", [1, 2, 10, 36, 60, 500])
def test_no_line_is_wider_than_it_may_be(width: int, count: int) -> None:
    made = diary(count, 14)
    assert max(cells(line) for line in as_text(plots(made, width)).splitlines()) <= width


def test_the_numbers_stand_below_their_columns() -> None:
    known = [held(0, "abcd"), held(28, "ab", "cd"), held(56, "a", "bcd")]
    assert as_text(plots(report(circle("abcd"), known, at(60)), 60)).splitlines() == [
        "Who came",
        "1 to 4 came, 2.3 on average; 1 of 4 the last time.",
        "           4 ██████ ░░░░░░ ░░░░░░",
        "             ██████ ░░░░░░ ░░░░░░",
        "             ██████ ██████ ░░░░░░",
        "           0 ██████ ██████ ██████",
        "        came   4      2      1",
        "  had a seat   4      4      4",
        "             6 Jan  3 Feb  3 Mar",
        "             2026",
        "One column is one session. Light: seats that stayed empty.",
    ]


def test_where_there_is_no_room_nothing_is_drawn() -> None:
    assert plots(diary(10), 39) == []
    assert plots(diary(10), 40)


def test_before_the_first_session_nothing_is_drawn() -> None:
    assert plots(diary(0), 80) == []
    assert report_text(diary(0), drawn=80) == report_text(diary(0))


def test_how_even_it_was_stands_beside_a_word() -> None:
    lines = as_text(plots(diary(10), 80)).partition("How even the talk was")[2].splitlines()
    words = ("nearly alike", "some less", "few had much", "one or two")
    rows = {word: next(line for line in lines if line.strip().startswith(word)) for word in words}
    assert sum(row.count("●") for row in rows.values()) == 8
    assert "–" in next(line for line in lines if line.strip().startswith("even "))


def test_the_text_has_its_pictures_where_they_are_asked_for() -> None:
    plain, drawn = report_text(diary(10)), report_text(diary(10), drawn=80)
    assert "█" not in plain
    assert drawn.replace(as_text(plots(diary(10), 80)) + "\n\n", "") == plain
    assert [one for one, after in pairwise(drawn.splitlines()) if not one and not after] == []
