"""Agendas that a spreadsheet saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.refusal import Refused
from lcterm.intake.agenda_csv import csv_lines
from lcterm.intake.agenda_text import read_agenda

MEMBERS = [("ana", "Ana"), ("ben", "Ben")]


def points(text: str) -> list[tuple[str, float, tuple[str, ...]]]:
    read = read_agenda(text, "agenda.csv", MEMBERS)
    return [(point.title, point.minutes, point.presenters) for point in read.points]


@pytest.mark.parametrize(
    "text",
    [
        "Time,Minutes,Title,Presenter\n14:00,10,Check-in,\n14:10,20,A case,Ana\n",
        "Start;Duration (min);Topic;Lead\n14:00;10;Check-in;\n;20;A case;Ana\n",
        "\ufeffTitle,Minutes,Who\r\nCheck-in,10 min,\r\n\r\nA case,20,Ana\r\n",
        'Minutes,Item\n10,"Check-in"\n20,"A case (Ana)"\n',
    ],
)
def test_the_columns_say_what_is_what(text: str) -> None:
    titles = [title for title, _, _ in points(text)]
    assert [minutes for _, minutes, _ in points(text)] == [10, 20]
    assert titles[0] == "Check-in"
    assert points(text)[1][2] == ("ana",)


def test_a_line_above_is_the_title_and_lines_keep_their_numbers() -> None:
    read = read_agenda("Peers in December\n\nTime,Title\n14:00,Check-in\n14:10,Talk\n", "a.csv", MEMBERS)
    assert read.title == "Peers in December"
    assert read.warnings == ("line 5: “Talk” has no end, so 5 minutes were assumed",)


def test_a_cell_of_two_lines_is_a_title_and_its_note() -> None:
    read = read_agenda('Minutes,Title\n10,"Check-in\nbriefly"\n', "a.csv", MEMBERS)
    assert [(point.title, point.notes) for point in read.points] == [("Check-in", ("briefly",))]


@pytest.mark.parametrize("text", ["", "10 min, Check-in, Ana\n20 min, Talk\n", "Name,Email\nAna,a@example.org\n"])
def test_other_texts_are_no_such_table(text: str) -> None:
    assert csv_lines(text) is None


@given(st.text(alphabet='Time,;"\n0:1 minutesl', max_size=80))
def test_any_table_is_read_or_refused_in_one_line(text: str) -> None:
    said, found = "", []
    try:
        found = points("Time,Minutes,Title\n" + text)
    except Refused as refused:
        said = refused.reason
    assert "\n" not in said
    assert all(title for title, _, _ in found)
