"""The sheet of paper: one page whatever the session, nothing private on it, columns that hold."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.events import PersonLeft, PlaceMarked, PointFixed, PointSkipped
from lcterm.core.session import Meeting
from lcterm.core.text import clean
from lcterm.documents.paper import LINES, paper
from lcterm.documents.paper_parts import WIDTH
from lcterm.documents.wrapping import cells, filled
from tests.documents.meetings import MEMBER, PEOPLE, POINTS, RULES, Book, at, closed, in_discussion, planned

TICKS = "[ ]" * 10 + " " + "_" * 20


def sheet(meeting: Meeting, minutes: float) -> list[str]:
    """The lines; one page, whatever stands on it."""
    lines = paper(meeting, at(minutes)).split("\n")
    assert len(lines) <= LINES
    assert [line for line in lines if cells(line) > WIDTH] == []
    return lines


def test_a_planned_session_word_for_word() -> None:
    points = (*POINTS[:2], PlannedPoint(id="p3", title="Discussion", minutes=35, mode="queue", question="What now?"))
    book = Book(PEOPLE, points, rules=RULES)
    book.add(-5, PersonLeft(person="marek"))
    lines = sheet(book.meeting, -4)
    assert lines[:-12] == [
        "Housing peers: session 7                                          Tue 1 Dec 2026",
        "Planned 14:00 to 14:50 (Europe/Berlin).",
        "Facilitator: Nina; Observer: Oskar",
        "",
        "Time    Min   N  Point                               How        From  To",
        "14:00     5   1  Introductions                       round      _____ _____",
        "14:05    10   2  Presentation (Ben)                  presenter  _____ _____",
        "14:15    35   3  Discussion                          queue      _____ _____",
        "",
        "Question of 3: What now?",
        "",
        "Rules: What is said here stays here; I speak for myself",
        "",
        "Who is here: a box for each time they speak, the line for hands",
        f"a   Amina                    {TICKS}",
        f"b   Ben                      {TICKS}",
        f"c   Chidi                    {TICKS}",
        f"g   Grace                    {TICKS}",
        f"j   Jonas                    {TICKS}",
        f"m   Marek (away)             {TICKS}",
        "",
        "Actions: what                                   who                 by when",
        *["______________________________________________  __________________  ____________"] * 1,
    ]
    assert lines[-12:-1] == [lines[-2]] * 11
    assert lines[-1] == "Back at the laptop, lcterm do ACT --at TIME takes in what happened meanwhile."


def test_a_running_one_says_when_it_stood_so_and_what_is_known() -> None:
    book = in_discussion()
    book.add(39, PointSkipped(point="p4"))
    book.add(39, PlaceMarked(person="jonas", place="line"))
    lines = sheet(book.meeting, 39.5)
    assert lines[1] == "Planned 14:00 to 15:05 (Europe/Berlin); began 14:04; as it stood at 14:39."
    assert lines[5:11] == [
        "14:04     5   1  Introductions                       round      14:04 14:09",
        "14:09    10   2  Presentation (Ben)                  presenter  14:09 14:19",
        "14:19    35   3  Discussion                          queue      14:19 _____",
        "14:54    10   4  Break                                          skipped",
        "14:54     5   5  How it was                          round      _____ _____",
        "14:59         6  Close                                          _____ _____",
    ]
    assert f"j   Jonas (line)             {TICKS}" in lines


def test_a_planned_one_keeps_to_the_plan_when_its_time_has_passed() -> None:
    assert "14:00     5   1  Introductions" in paper(Book(PEOPLE, POINTS).meeting, at(20))


def test_a_fixed_point_is_marked() -> None:
    book = Book(PEOPLE, POINTS)
    book.add(-5, PointFixed(point="p4", starts=at(60)))
    told = paper(book.meeting, at(-4))
    assert "15:00*   10   4  Break" in told
    assert "\n* begins at this time, not before\n" in told
    assert "15:10     5   5  How it was" in told


def test_after_the_end_it_is_a_record_of_the_times() -> None:
    assert "14:19    35   3  Discussion                          queue      14:19 14:59" in sheet(closed().meeting, 500)


@pytest.mark.parametrize("word", ["Captures", "Say early", "Jonas at the break", "dominant", "quiet", "not heard", "%"])
def test_nothing_that_the_room_may_not_read(word: str) -> None:
    assert word not in paper(in_discussion().meeting, at(39.5))


def crowd(people: int, points: int, rules: int = 6, name: str = "Person {}") -> Meeting:
    agenda = tuple(
        PlannedPoint(id=f"p{n}", title=f"Point {n}", minutes=9, question=f"What about {n}?" if n % 3 == 0 else "")
        for n in range(points)
    )
    members = {name.format(n): MEMBER for n in range(people)}
    return Book(members, agenda, rules=tuple(f"This is our rule number {n}" for n in range(rules))).meeting


def test_thirty_members_and_twenty_points_fit_with_nothing_left_out_of_either() -> None:
    lines = sheet(crowd(30, 20), -5)
    assert sum("[ ]" in line for line in lines) == 15
    assert sum(line.count("Person") for line in lines) == 30
    assert sum(bool(re.match(r"\d\d:\d\d ", line)) for line in lines) == 20
    assert lines.count("_" * 46 + "  " + "_" * 18 + "  " + "_" * 12) >= 3
    assert not any("No room" in line and ("person" in line or "people" in line or "point" in line) for line in lines)


@pytest.mark.parametrize(
    ("people", "points", "told"),
    [
        (200, 20, "No room here for: 120 people, the questions, the rules."),
        (12, 45, "No room here for: 15 points, more questions."),
        (30, 31, "No room here for: 1 point, more questions, more rules."),
    ],
)
def test_what_does_not_fit_is_named(people: int, points: int, told: str) -> None:
    lines = sheet(crowd(people, points), -5)
    assert lines[-1] == told


def test_nobody_and_nothing() -> None:
    lines = sheet(Book({}, (), title="", zone="No/Where").meeting, 0)
    assert lines[0].startswith("Housing peers ")
    assert not any("Who is here" in line for line in lines)


@given(
    people=st.integers(0, 120),
    points=st.integers(1, 60),
    words=st.text(min_size=1, max_size=60),
    rules=st.integers(0, 40),
)
@settings(max_examples=40, deadline=None)
def test_it_is_one_page_of_eighty_cells_whatever_people_are_called(
    people: int, points: int, words: str, rules: int
) -> None:
    called = clean(words).replace("{", "").replace("}", "") + "{}"
    agenda = tuple(planned(f"p{n}", 5, title=called.format(n)) for n in range(points))
    members = {called.format(n): MEMBER for n in range(people)}
    book = Book(members, agenda, rules=(called.format("https://example.org/" + "x" * 90),) * rules, name=called)
    sheet(book.meeting, 0)


@pytest.mark.parametrize(
    ("text", "width", "told"),
    [
        ("Ana", 5, "Ana  "),
        ("Anastasia", 5, "Anas…"),
        ("李小龍", 6, "李小龍"),
        ("李小龍", 5, "李小…"),
        ("李小龍", 4, "李… "),
        ("a\nb", 4, "a b "),
        ("Ana", 1, "…"),
        ("Ana", 0, ""),
        ("", 2, "  "),
    ],
)
def test_filled_takes_exactly_its_cells(text: str, width: int, told: str) -> None:
    assert filled(text, width) == told
    assert cells(told) == width
