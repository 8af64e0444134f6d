"""What belongs to what: sections, notes, tables, times in a line of their own."""

from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.intake.agenda_text import ReadAgenda, read_agenda

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
MEMBERS = [("ana", "Ana Lopez"), ("ben", "Ben")]


def _read(*lines: str) -> ReadAgenda:
    return read_agenda("\n".join(lines), "agenda.txt", MEMBERS)


def _sections(read: ReadAgenda) -> list[tuple[str, str]]:
    return [(point.section, point.title) for point in read.points]


def _notes(read: ReadAgenda) -> list[tuple[str, ...]]:
    return [point.notes for point in read.points]


# ── Headings ──


def test_headings_are_sections_and_the_one_above_all_is_the_title() -> None:
    read = _read("# Session seven", "## Morning", "10 min Welcome", "## Afternoon", "20 min Talk", "- 5 min Close")
    assert read.title == "Session seven"
    assert _sections(read) == [("Morning", "Welcome"), ("Afternoon", "Talk"), ("Afternoon", "Close")]


def test_two_headings_of_one_kind_are_no_title() -> None:
    read = _read("# Morning", "10 min Welcome", "# Afternoon", "20 min Talk")
    assert (read.title, _sections(read)) == ("", [("Morning", "Welcome"), ("Afternoon", "Talk")])


def test_a_title_that_only_says_agenda_is_none() -> None:
    read = _read("# Agenda", "10 min Welcome")
    assert (read.title, _sections(read)) == ("", [("", "Welcome")])


def test_a_line_with_a_colon_is_a_section_before_a_point_and_else_a_note() -> None:
    read = _read("Morning:", "10 min Welcome", "Remember:", "bring tea", "**Afternoon**", "", "20 min Talk")
    assert _sections(read) == [("Morning", "Welcome"), ("Afternoon", "Talk")]
    assert _notes(read) == [("Remember:", "bring tea"), ()]


def test_notes_stand_under_their_point() -> None:
    read = _read("10 min Welcome", "  - **say** hello", "", "watch the [time](x)", "20 min Talk", "* ", "last")
    assert _notes(read) == [("say hello", "watch the time"), ("last",)]


def test_what_stands_under_a_heading_without_points_is_left_out_and_said() -> None:
    read = _read("Hello", "10 min Welcome", "# Links", "a link", "another")
    assert _notes(read) == [()]
    assert read.warnings == ("line 1: 3 lines belong to no point and were left out",)


def test_a_heading_may_be_a_point_and_deeper_ones_are_its_notes() -> None:
    read = _read("## Welcome (10 min)", "hello", "### To do", "tea", "## Talk - 20 min - Ana", "## Close (0 min)")
    assert [(p.minutes, p.title, p.presenters) for p in read.points] == [
        (10, "Welcome", ()),
        (20, "Talk", ("ana",)),
        (0, "Close", ()),
    ]
    assert _notes(read)[0] == ("hello", "To do", "tea")


def test_a_time_under_a_heading_makes_it_a_point() -> None:
    read = _read(
        *(
            "# Call",
            "## Welcome",
            "",
            "[HOST] (5 min) [⏰ 16:00]",
            "",
            "say hello",
            "## Talk",
            "Ben (15 min) [⏰ 16:05]",
        ),
        *("## Breakout", "[HOST] opens the rooms (10 min) [⏰ 16:20]", "10 minutes, three in a room", "## Notes", "x"),
    )
    assert read.title == "Call"
    assert [(p.minutes, p.title, p.presenters) for p in read.points] == [
        (5, "Welcome", ()),
        (15, "Talk", ("ben",)),
        (10, "Breakout", ()),
    ]
    assert _notes(read) == [("say hello",), (), ("[HOST] opens the rooms", "10 minutes, three in a room")]


def test_names_and_times_in_a_list_under_a_heading_are_points_of_their_own() -> None:
    read = _read("# Cases", "20 min Ana", "20 min Ben")
    assert [point.title for point in read.points] == ["Ana", "Ben"]
    read = _read("# Cases", "14:00–14:10", "Welcome", "14:10–14:30", "Talk")
    assert [point.title for point in read.points] == ["Welcome", "Talk"]


# ── Breakdowns ──


def test_a_line_that_is_the_sum_of_those_under_it_is_their_section() -> None:
    read = _read("- First part (30 min)", "  - Welcome (10 min)", "  - Talk (20 min)", "- Break (10 min)")
    assert _sections(read) == [("First part", "Welcome"), ("First part", "Talk"), ("", "Break")]


def test_parts_of_a_point_are_its_notes() -> None:
    read = _read("- Discussion (35 min)", "  - 5 min in silence", "  - Talk (20 min)", "- Break (10 min)")
    assert [(point.minutes, point.title) for point in read.points] == [(35, "Discussion"), (10, "Break")]
    assert _notes(read)[0] == ("5 min in silence", "Talk (20 min)")


def test_a_heading_with_a_time_over_points_is_their_section() -> None:
    read = _read("## Morning (60 min)", "10 min Welcome", "40 min Talk", "## Lunch (30 min)")
    assert _sections(read) == [("Morning", "Welcome"), ("Morning", "Talk"), ("", "Lunch")]


def test_a_span_around_the_points_is_their_section() -> None:
    read = _read("14:00–15:00 Our community", "14:00–14:10 Welcome", "14:10–15:00 Talk")
    assert _sections(read) == [("Our community", "Welcome"), ("Our community", "Talk")]
    assert read.warnings == ()


# ── Tables ──


def test_a_table_with_headings() -> None:
    read = _read(
        "| # | At | Min | Point | Mode | Who | Remarks |",
        "|---|---|---:|---|---|---|---|",
        "| 1 | 0:00 | 5 | **Who is here** | round | | own role |",
        "| 2 | 0:05 | 30 | Homes<br>Slides: [here](x) | presenter* | Ana | bring tea |",
        "| 3 | 0:35 | | Close | none | | thanks |",
    )
    assert [(p.minutes, p.title, p.mode, p.presenters) for p in read.points] == [
        (5, "Who is here", "round", ()),
        (30, "Homes", "presenter", ("ana",)),
        (0, "Close", "none", ()),
    ]
    assert _notes(read) == [("own role",), ("bring tea", "Slides: here"), ("thanks",)]
    assert read.guessed == read.warnings == ()


def test_columns_may_stand_anywhere() -> None:
    read = _read("| What | From | To |", "|--|--|--|", "| Welcome | 9:00 | 9:10 |", "| Talk | 9:10 | 9:40 |")
    assert [(point.minutes, point.title) for point in read.points] == [(10, "Welcome"), (30, "Talk")]


def test_cells_from_a_spreadsheet() -> None:
    read = _read("Time\tItem\tWho", "10\tWelcome\tAna", "20\tTalk\tNobody")
    assert [(p.minutes, p.title, p.presenters) for p in read.points] == [(10, "Welcome", ("ana",)), (20, "Talk", ())]
    assert _notes(read)[1] == ("Nobody",)


def test_a_row_without_minutes_is_a_note_of_the_one_above_or_else_below() -> None:
    read = _read("| Start | Hello |", "| 10 min | Welcome |", "| then | tea |", "| 20 min | Talk |")
    assert _notes(read) == [("Start - Hello", "then - tea"), ()]


# ── Times in a line of their own ──


def test_a_clock_time_above_its_title() -> None:
    read = _read("14:00", "Welcome", "14:10", "Talk", "14:30")
    assert [(point.minutes, point.title) for point in read.points] == [(10, "Welcome"), (20, "Talk")]


def test_a_length_below_its_title() -> None:
    read = _read("Welcome", "10 min", "", "Talk", "20 min", "note")
    assert [(point.minutes, point.title) for point in read.points] == [(10, "Welcome"), (20, "Talk")]
    assert _notes(read) == [(), ("note",)]


# ── Other people's agendas ──


def _shared(name: str) -> str:
    path = SHARED / "agendas" / name
    if not path.exists():
        pytest.skip(f"other people's agendas are not here: {path}")
    return path.read_text(encoding="utf-8")


def test_a_workshop_held_twice_as_tables_of_spans() -> None:
    read = read_agenda(_shared("turing-way/agenda.md"), "agenda.md", [])
    assert [point.minutes for point in read.points] == [10, 10, 70, 30, 60, 20, 10] * 2
    assert [point.mode for point in read.points][:4] == ["round", "presenter", "open", "none"]
    assert len({point.section for point in read.points}) == 2
    assert read.points[3].title == "Coffee break"
    assert read.points[1].notes[0].startswith("Slides: ")
    assert not any(sign in point.title for point in read.points for sign in "*[]<>:|")
    assert any("is that another day?" in warning for warning in read.warnings)


def test_a_cafe_as_a_table_of_lengths() -> None:
    read = read_agenda(_shared("turing-way/template-coworking-collabcafe.md"), "cafe.md", [])
    assert [point.minutes for point in read.points] == [10, 20, 5, 20, 5, 20, 5, 30, 5]
    assert [point.mode for point in read.points][-2:] == ["queue", "none"]
    assert {point.section for point in read.points} == {"Schedule"}
    assert read.points[0].notes == ("Start - 👋 Welcome, code of conduct review",)


def test_a_week_of_tables() -> None:
    read = read_agenda(_shared("turing-way/hackmd-template-remote.md"), "week.md", [])
    assert len(read.points) == 119
    assert sum(point.minutes for point in read.points) == 2780
    assert [point.minutes for point in read.points][:9] == [20, 15, 15, 35, 10, 35, 10, 30, 15]
    assert not any("has no end" in warning for warning in read.warnings)


@pytest.mark.parametrize("name", ["cohort-call-facilitator-guide.md", "neb-1-schedule.yaml"])
def test_texts_that_only_speak_of_meetings_are_refused(name: str) -> None:
    with pytest.raises(Refused, match=r"line 1: no line with minutes was found"):
        read_agenda(_shared(f"ols/{name}"), name, [])


def test_blocks_of_a_call_put_together() -> None:
    blocks = [
        ("header", "", ""),
        ("welcome", "5", "16:00"),
        ("presentation", "15", "16:05"),
        ("silent", "5", "16:20"),
        ("breakout", "10", "16:25"),
        ("closing", "5", "16:35"),
    ]
    text = "\n\n".join(
        _shared(f"ols/templates/{name}.md").replace("{{ duration }}", minutes).replace("{{ timing }}", time)
        for name, minutes, time in blocks
    )
    read = read_agenda(text, "call.md", [])
    assert [point.minutes for point in read.points] == [5, 15, 5, 10, 5]
    assert [point.mode for point in read.points][1:4] == ["presenter", "none", "pairs"]
    assert "Welcome!" in read.points[0].title
    assert "Closing" in read.points[4].title
