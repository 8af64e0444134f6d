"""Times as people say them, in and out."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core import when
from lcterm.core.refusal import Refused

BERLIN = when.zone_named("Europe/Berlin")


def test_a_moment_is_local_unless_it_says_otherwise() -> None:
    at = when.read_moment("2026-12-01 14:00", BERLIN, "the start")
    assert at == when.to_ms(datetime(2026, 12, 1, 13, 0, tzinfo=UTC))
    assert when.read_moment("2026-12-01T14:00:00+01:00", UTC, "the start") == at
    assert when.read_moment(" 2026-12-01T13:00Z ", BERLIN, "the start") == at


@pytest.mark.parametrize("typed", ["", "soon", "2026-12-32 14:00", "14:00", "9999-12-31T23:59-14:00", "1969-01-01"])
def test_a_moment_that_is_none_is_refused_in_one_line(typed: str) -> None:
    with pytest.raises(Refused, match=r"^the start ") as refused:
        when.read_moment(typed, UTC, "the start")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "Europe", "a\0b", "\ud800"])
def test_a_zone_nobody_knows_is_refused_and_read_as_utc(name: str) -> None:
    with pytest.raises(Refused, match="time zone"):
        when.zone_named(name)
    assert when.zone_or_utc(name) is UTC


def test_times_go_out_in_the_sessions_zone() -> None:
    at = when.to_ms(datetime(2026, 7, 1, 13, 7, 5, tzinfo=UTC))
    assert when.iso(at, BERLIN) == "2026-07-01T15:07:05+02:00"
    assert when.iso(at + 50, BERLIN) == "2026-07-01T15:07:05.050+02:00"
    assert when.clock(at, BERLIN) == "15:07"


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001
def test_a_time_that_went_out_comes_in_the_same(moment: datetime) -> None:
    at = when.to_ms(moment.replace(tzinfo=UTC))
    assert when.read_moment(when.iso(at, BERLIN), UTC, "it") == at


@pytest.mark.parametrize("at", [-(10**18), -1, 0, 10**14, 10**30])
def test_no_stored_time_breaks_the_clock(at: int) -> None:
    assert len(when.clock(at, BERLIN)) == 5
    assert when.iso(at, BERLIN)


def test_days_in_words() -> None:
    assert when.day(date(2026, 11, 27)) == when.due("2026-11-27") == "Fri 27 Nov"
    assert when.full_day(date(2026, 11, 24)) == "Tue 24 Nov 2026"
    assert when.due("next Tuesday") == "next Tuesday"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (59.9, "0:59"),
        (-130, "2:10"),
        (1294, "21:34"),
        (3599, "59:59"),
        (3725, "1:02:05"),
        (7199, "1:59:59"),
    ],
)
def test_a_countdown(seconds: float, shown: str) -> None:
    assert when.countdown(seconds) == shown


@pytest.mark.parametrize(
    ("ms", "shown"),
    [
        (-5, "0 s"),
        (40_000, "40 s"),
        (59_999, "59 s"),
        (60_000, "1 min"),
        (7_199_000, "119 min"),
        (7_200_000, "2 h"),
        (172_799_000, "47 h"),
        (172_800_000, "2 days"),
    ],
)
def test_how_long_ago(ms: int, shown: str) -> None:
    assert when.ago(ms) == shown


@pytest.mark.parametrize(("value", "shown"), [(35, "35"), (35.0, "35"), (2.5, "2.5")])
def test_minutes_without_a_needless_point(value: float, shown: str) -> None:
    assert when.minutes(value) == shown
