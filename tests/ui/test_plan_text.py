"""What is typed when a session is planned: when, who, which agenda; and how it is shown."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.community import Community, Member
from lcterm.core.refusal import Refused
from lcterm.core.when import iso
from lcterm.ui.line import line_cells
from lcterm.ui.plan_text import Agenda, next_start, of_text, read_presenters, read_start, typed_start
from lcterm.ui.widgets.fields import pasted
from lcterm.ui.widgets.plan_lines import plan_lines
from tests.ui.homes import AWKWARD

LONDON = ZoneInfo("Europe/London")
TUESDAY = round(datetime(2026, 11, 24, 15, 7, 26, tzinfo=UTC).timestamp() * 1000)
BEES = Community(
    id="bees",
    name="Bees",
    members={
        "a": Member(person="a", name="Ana"),
        "b": Member(person="b", name="Ben"),
        "g": Member(person="g", name="Gone", active=False),
    },
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-15 14:00", "2026-12-15T14:00"),
        (" 2026-12-15T14:00 ", "2026-12-15T14:00"),
        ("fri 9:30", "2026-11-27T09:30"),
        ("Friday, 09:30", "2026-11-27T09:30"),
        ("15 Dec, 14:00", "2026-12-15T14:00"),
        ("tomorrow 14.15", "2026-11-25T14:15"),
        ("16:00", "2026-11-24T16:00"),
        ("1 jun 2027 10h00", "2027-06-01T10:00"),
    ],
)
def test_a_start_as_people_write_it(typed: str, meant: str) -> None:
    assert iso(read_start(typed, TUESDAY, LONDON), LONDON).startswith(meant)


@pytest.mark.parametrize("typed", ["", "some day", "fri 25:00", "fri", "2026-13-01 14:00", "99 Dec 14:00", "14:60"])
def test_what_is_no_start_is_refused_with_how_to_write_it(typed: str) -> None:
    with pytest.raises(Refused, match="write it like 2026-12-01 14:00"):
        read_start(typed, TUESDAY, LONDON)


@given(st.integers(0, 4_000_000_000_000))
def test_the_start_that_is_offered_reads_as_itself(now: int) -> None:
    start = next_start(now)
    assert 0 <= start - now < 5 * 60_000
    assert start % (5 * 60_000) == 0
    again = read_start(typed_start(start, LONDON), now, LONDON)
    twice_a_year = timedelta(hours=1) // timedelta(milliseconds=1)  # an hour that the clocks show twice
    assert start - again in (0, twice_a_year)


def test_presenters_by_name_or_badge_each_once_members_only() -> None:
    assert read_presenters("ben, a; Ben,, ", BEES) == ["b", "a"]
    assert read_presenters(" ", BEES) == []
    with pytest.raises(Refused, match="No one here is called gone"):
        read_presenters("gone", BEES)


def test_an_agenda_as_text_with_what_was_guessed() -> None:
    agenda = of_text("10 min Hello\nTalk (20 min) [presenter]\n", BEES, ["b"])
    assert agenda.guessed == {1}
    assert agenda.points[1].presenters == ("b",)
    with pytest.raises(Refused, match="the agenda has room for 1 more presenter"):
        of_text("10 min Hello\nTalk (20 min) [presenter]\n", BEES, ["b", "a"])


def rows(agenda: Agenda, width: int) -> list[str]:
    lines = plan_lines(agenda, TUESDAY, LONDON, width, BEES.name_of)
    return ["".join(span.text for span in line).rstrip() for line in lines]


def test_each_point_with_mode_start_and_minutes_its_presenters_below() -> None:
    shown = rows(of_text("# Spring\n10 min Hello\nTalk (20 min) [presenter]\n", BEES, ["b"]), 70)
    assert shown[0].startswith("Spring  30 min, until 15:37 ─")
    assert shown[2].split() == ["1", "Hello", "open", "?", "15:07", "10"]
    assert shown[3].split() == ["2", "Talk", "presenter", "15:17", "20"]
    assert shown[4].strip() == "Ben"


def test_what_was_left_out_is_said_above_the_points() -> None:
    shown = rows(of_text("some words\n10 min Hello [round]\n", BEES, []), 70)
    assert shown[1].startswith("! line 1: 1 line belongs to no point")


@pytest.mark.parametrize("width", [20, 40, 58, 90])
@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_break_no_column(title: str, width: int) -> None:
    agenda = of_text(f"# {title}\n10 min {title}\n15 min Talk {title} [presenter]\n", BEES, ["a"])
    lines = plan_lines(agenda, TUESDAY, LONDON, width, lambda _: title)
    assert max(line_cells(line) for line in lines) <= width


def test_a_table_keeps_its_tabs_when_pasted_and_nothing_that_steers() -> None:
    assert pasted("a\tb\r\nc\t\x1b[31md\x07\u202e") == "a\tb\nc\td"
    assert "\x1b" not in pasted("\u00e9" * 2_000_000 + "\x1b")
