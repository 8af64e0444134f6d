"""Agendas as people paste them."""

import pytest

from lcterm.core.agenda_plan import MODES, PlannedPoint
from lcterm.core.refusal import Refused
from lcterm.intake.agenda_text import ReadAgenda, read_agenda, with_presenters
from lcterm.store.shipped import shipped
from lcterm.store.templates import load_template

MEMBERS = [("ana", "Ana Lopez"), ("ben", "Ben"), ("sam-k", "Sam Kent"), ("sam-o", "Sam O.")]


def _read(text: str) -> ReadAgenda:
    return read_agenda(text, "agenda.txt", MEMBERS)


def _point(line: str) -> PlannedPoint:
    (point,) = _read(line).points
    return point


def _short(text: str) -> list[tuple[float, str]]:
    return [(point.minutes, point.title) for point in _read(text).points]


# ── One line ──


@pytest.mark.parametrize(
    "line",
    [
        "10 min - Title",
        "* 10m Title",
        "- Title (10 min)",
        "10' Title",
        "10 mins: Title",
        "10 minutes Title",
        "10 min | Title",
        "10 min — **Title**",
        "10 min – [Title](https://example.org)",
        "Title - 10 min",
        "Title – 10 min",
        "Title, 10 min",
        "Title: 10 min",
        "Title 10 min",
        "Title ........ 10 min",
        "Title [10 min]",
        "(10 min) Title",
        "[10 min] Title",
        "1. Title (10 min)",
        "1) 10 min Title",
        "a) 10 min Title",
        "- [ ] 10 min Title",
        "> 10 min Title",
        "## Title (10 min)",
        "**Title** (10 min)",
        "Title\t10 min",
        "| Title | 10 min |",
        "14:00–14:10 Title",
        "14:00 - 14:10 | Title",
        "From 14:00 to 14:10: Title",
        "2-2.10pm Title",
        "Title (14:00–14:10)",
        "Title, 14:00–14:10",
        "⏰ 14:00 – 14:10 Title",
        "0:20 10 Title",
        "0:20 10 - Title",
        "14:20 10 min Title",
        "14:20 (10 min) Title",
        "14:20 Title (10 min)",
        "Title (10 min) [⏰ 14:20]",
        "5-10 min Title",
        "~10 min Title",
        "\ufeff10 min Title\r\n",
        "10 min \x1b[31mTitle\x1b[0m",
    ],
)
def test_a_line_with_minutes_is_a_point(line: str) -> None:
    point = _point(line)
    assert (point.id, point.title, point.minutes, point.presenters) == ("p1", "Title", 10, ())


@pytest.mark.parametrize(
    ("line", "title", "presenters"),
    [
        ("10 min - Title - Ana", "Title", ("ana",)),
        ("10 min - Title - nobody here", "Title - nobody here", ()),
        ("Title (Ana, 10 min)", "Title", ("ana",)),
        ("Title (10 min) - Ana & Ben", "Title", ("ana", "ben")),
        ("Title - 10 min - Ana, Ben", "Title", ("ana", "ben")),
        ("14:00-14:10 Title: Sam K.", "Title", ("sam-k",)),
        ("| 10 min | Title | Ana Lopez |", "Title", ("ana",)),
        ("10 min - Title [queue] - Ben", "Title", ("ben",)),
        ("10 min - Title - Ben [queue]", "Title", ("ben",)),
    ],
)
def test_a_last_part_is_a_presenter_only_if_it_names_a_member(
    line: str, title: str, presenters: tuple[str, ...]
) -> None:
    point = _point(line)
    assert (point.title, point.presenters) == (title, presenters)
    assert point.mode == ("queue" if "[queue]" in line else "presenter" if presenters else "open")


def test_a_name_that_several_have_stays_in_the_title_and_is_said() -> None:
    read = _read("10 min - Title - Sam")
    assert (read.points[0].title, read.points[0].presenters) == ("Title - Sam", ())
    assert read.warnings == ("line 1: “Sam” could be several people, so nobody presents",)


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_that_is_written_is_no_guess(mode: str) -> None:
    for line in (f"10 min - Title [{mode}]", f"Title [{mode}] (10 min)", f"| 10 min | Title | {mode}* |"):
        read = _read(line)
        assert (read.points[0].title, read.points[0].mode) == ("Title", mode)
        assert read.guessed == ()


def test_a_line_with_a_mode_is_a_point_whatever_its_title() -> None:
    assert _short("- Time (10 min) [open]\n- Total (5 min) [none]") == [(10, "Time"), (5, "Total")]


def test_guessed_modes_are_said_point_by_point() -> None:
    read = _read("5 min Introductions\n20 min Homes [presenter]\n10 min Discussion")
    assert read.guessed == ("point 1, “Introductions”: round", "point 3, “Discussion”: queue")


@pytest.mark.parametrize(
    "line",
    [
        "10 minutes before the end we stop",
        "5 min each",
        "20 minute timer: https://example.org",
        "Please be there 10 minutes early",
        "Back in 10 min",
        "We need at least 10 min",
        "The whole thing could well take about another 10 min",
        "Time: 14:00 - 17:00",
        "When: Tuesday 1 December, 14:00–17:00",
        "Tuesday 1 December, 14:00–17:00",
        "14:00-17:00, 1 December 2026",
        "Duration: 90 min",
        "Total (180 min)",
        "| Total | 180 min |",
        "time: '16:00'",
        "'02':",
        "2026-12-01",
        "Room 9-10",
    ],
)
def test_a_line_that_only_speaks_of_a_time_is_none(line: str) -> None:
    assert _short(f"3 min Start\n{line}\n4 min Go on") == [(3, "Start"), (4, "Go on")]


# ── Presenters named apart from the agenda ──


def test_presenters_named_apart_take_the_presentations_that_have_none() -> None:
    points = _read("5 min Welcome\n20 min Talk\n20 min Talk - Ana\n20 min Case").points
    given = with_presenters(points, ["ben", "ana", "sam-k"])
    assert [point.presenters for point in given] == [(), ("ben",), ("ana",), ("sam-k",)]
    assert with_presenters(points, []) == points


def test_more_presenters_than_presentations_are_refused() -> None:
    points = _read("5 min Welcome\n20 min Talk\n20 min Talk - Ana").points
    with pytest.raises(Refused, match=r"^the agenda has room for 1 more presenter; 2 were named"):
        with_presenters(points, ["ben", "sam-k"])
    with pytest.raises(Refused, match=r"^the agenda has room for 0 more presenters; 1 was named"):
        with_presenters(points[:1], ["ben"])


# ── Refused ──


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), (" \n\t\n", 1), ("Hello\nall", 1), ("\ufeff\r\n\r\n  Hello", 3), ("\n---\n", 2), ("10 min", 1)],
)
def test_nothing_understood_is_refused_with_the_first_line(text: str, line: int) -> None:
    with pytest.raises(Refused, match=rf"^agenda.txt, line {line}: .*; a point has minutes, such as “10 min - Intro"):
        _read(text)


def test_a_point_of_more_than_a_day_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match=r"^agenda.txt, line 2: 1500 minutes are more than a day$"):
        _read("10 min a\n25 h b")


def test_the_201st_point_is_refused_with_its_line() -> None:
    assert len(_read("1 min a\n" * 200).points) == 200
    with pytest.raises(Refused, match=r"^agenda.txt, line 201: there are more than 200 points"):
        _read("1 min a\n" * 300)
    with pytest.raises(Refused, match=r"^agenda.txt, line 1001: there are more than 1000 times"):
        _read("1 min a\n" * 30_000)


def test_more_than_256_kib_are_refused() -> None:
    padding = "é" * 1000 + "\n"
    _read("1 min a\n" + padding * 130)
    with pytest.raises(Refused, match=r"^agenda.txt is larger than 256 KiB"):
        _read("1 min a\n" + padding * 132)


def test_the_name_of_the_source_cannot_drive_a_terminal() -> None:
    with pytest.raises(Refused) as refused:
        read_agenda("", "a\x1b[31m\nb", [])
    assert "\x1b" not in refused.value.reason
    assert "\n" not in refused.value.reason


# ── Whole agendas ──

MAIL = """\
Dear all,

we meet on Tuesday, 1 December, 14:00–17:00, in the usual room.

Agenda:
14:00 Introductions
14:05 Since last time
   tell what became of it
14:20 Presentation: homes on the hill - Ana
14:50 Discussion
   - her question first

After the break:
15:30 Talk (30 min) - Ben
16:00 Discussion
16:55 Next date
17:00 Close

Best wishes
--
Somebody, 020 7946 0000
"""


def test_a_mail() -> None:
    read = _read(MAIL)
    assert [(p.minutes, p.title, p.mode, p.presenters, p.section) for p in read.points] == [
        (5, "Introductions", "round", (), "Agenda"),
        (15, "Since last time", "round", (), "Agenda"),
        (30, "Presentation: homes on the hill", "presenter", ("ana",), "Agenda"),
        (40, "Discussion", "queue", (), "Agenda"),
        (30, "Talk", "presenter", ("ben",), "After the break"),
        (55, "Discussion", "queue", (), "After the break"),
        (5, "Next date", "open", (), "After the break"),
        (0, "Close", "none", (), "After the break"),
    ]
    assert read.points[1].notes == ("tell what became of it",)
    assert read.points[3].notes == ("her question first",)
    assert read.points[7].notes == ("Best wishes",)
    assert read.warnings == ("line 1: 2 lines belong to no point and were left out",)


@pytest.mark.parametrize("name", ["ordinary", "ordinary-one", "design", "circle", "circle-first", "blank"])
def test_a_shipped_template_written_as_text_reads_back(name: str) -> None:
    points = load_template(shipped("data", "templates") / f"{name}.toml").points
    text = "".join(
        f"- {point.title} ({point.minutes} min) [{point.mode}]\n" + "".join(f"  {note}\n" for note in point.notes)
        for point in points
    )
    read = _read(text)
    fields = ("title", "minutes", "mode", "notes")
    assert [[getattr(point, field) for field in fields] for point in read.points] == [
        [getattr(point, field) for field in fields] for point in points
    ]
    assert read.guessed == read.warnings == ()
