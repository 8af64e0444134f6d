"""Times as people write them."""

import pytest

from lcterm.intake.agenda_point import whole_time
from lcterm.intake.agenda_times import Clock, When, between


def _clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("10 min", 10),
        ("10 mins", 10),
        ("10 Min.", 10),
        ("10 minutes", 10),
        ("1 minute", 1),
        ("10min", 10),
        ("10m", 10),
        ("10'", 10),
        ("10’", 10),
        ("10-minute", 10),
        ("~10 min", 10),
        ("ca. 10 min", 10),
        ("approx. 10 min", 10),
        ("7.5 min", 7.5),
        ("7,5 min", 7.5),
        ("5-10 min", 10),
        ("5 to 10 minutes", 10),
        ("0 min", 0),
        ("90 min", 90),
        ("1 h", 60),
        ("1h", 60),
        ("1 hour", 60),
        ("2 hrs", 120),
        ("1.5 h", 90),
        ("1,5 h", 90),
        ("1½ hours", 90),
        ("½ h", 30),
        ("1h30", 90),
        ("1h05", 65),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1 hour and 30 minutes", 90),
        ("1 hour, 5 minutes", 65),
        ("1:30 h", 90),
    ],
)
def test_a_length(written: str, minutes: float) -> None:
    assert whole_time(written) == When(minutes=minutes)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("14:20", "14:20"),
        ("14.20", "14:20"),
        ("09:05", "9:05"),
        ("0:20", "0:20"),
        ("14h20", "14:20"),
        ("14:20 h", "14:20"),
        ("14:20 Uhr", "14:20"),
        ("14:20 UTC", "14:20"),
        ("14:20 (CET)", "14:20"),
        ("14:20:30", "14:20"),
        ("2:20 pm", "14:20"),
        ("2.20pm", "14:20"),
        ("2 p.m.", "14:00"),
        ("12 am", "0:00"),
        ("12:15 pm", "12:15"),
        ("24:00", "0:00"),
    ],
)
def test_a_clock_time(written: str, time: str) -> None:
    found = whole_time(written)
    assert found
    assert found.start
    assert (found.start.minute, found.end, found.minutes) == (_clock(time), None, None)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("13:30 - 13:40", "13:30", "13:40"),
        ("13:30–13:40", "13:30", "13:40"),
        ("13:30—13.40", "13:30", "13:40"),
        ("13:50 - 15.00", "13:50", "15:00"),
        ("13:30 to 14:00", "13:30", "14:00"),
        ("13:30 until 14:00 GMT", "13:30", "14:00"),
        ("9-10am", "9:00", "10:00"),
        ("1-2pm", "13:00", "14:00"),
        ("11-1pm", "11:00", "13:00"),
        ("10-12pm", "10:00", "12:00"),
        ("9am - 1 p.m.", "9:00", "13:00"),
        ("1:30–2:15 pm", "13:30", "14:15"),
        ("14h00-14h30", "14:00", "14:30"),
        ("23:30 - 0:15", "23:30", "0:15"),
    ],
)
def test_a_span(written: str, start: str, end: str) -> None:
    found = whole_time(written)
    assert found
    assert found.start
    assert found.end
    assert (found.start.minute, found.end.minute) == (_clock(start), _clock(end))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "10",
        "10 people",
        "25:00",
        "14:60",
        "1.10.2",
        "2026-12-01",
        "9-10",
        "5:",
        "10 metres",
        "1:2",
        "v1.10 min",
        "'02':",
    ],
)
def test_what_is_no_time(written: str) -> None:
    assert whole_time(written) is None


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("14:00", "14:20", 20),
        ("14:00", "14:00", 0),
        ("23:50", "0:10", 20),
        ("22:00", "4:00", 360),
        ("9:00", "21:00", 720),
        ("16:50", "13:30", None),
        ("22:00", "5:00", None),
    ],
)
def test_minutes_from_one_time_to_the_next(start: str, end: str, minutes: int | None) -> None:
    assert between(Clock(_clock(start)), Clock(_clock(end))) == minutes


def test_one_after_twelve_is_the_afternoon_where_that_is_meant() -> None:
    assert between(Clock(12 * 60 + 15, twelve=True), Clock(60, twelve=True)) == 45
    assert between(Clock(11 * 60 + 30, twelve=True), Clock(60, twelve=True)) == 90
    assert between(Clock(13 * 60 + 30), Clock(60, twelve=True)) is None
    assert between(Clock(9 * 60, twelve=True), Clock(8 * 60, twelve=True)) is None
