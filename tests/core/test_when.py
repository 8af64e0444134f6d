"""Times as people say them, in and out."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core import when
from lcterm.core.refusal import Refused

BERLIN = when.zone_named("Europe/Berlin")
TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 12, 1)),
        ("tomorrow", date(2026, 12, 2)),
        ("wed", date(2026, 12, 2)),
        ("fri", date(2026, 12, 4)),
        ("Friday", date(2026, 12, 4)),
        ("mon", date(2026, 12, 7)),
        ("tue", date(2026, 12, 8)),  # never today
        ("+3d", date(2026, 12, 4)),
        ("+2w", date(2026, 12, 15)),
        ("+1m", date(2027, 1, 1)),
        ("+14m", date(2028, 2, 1)),
        ("12 Dec", date(2026, 12, 12)),
        ("12dec", date(2026, 12, 12)),
        ("12. December", date(2026, 12, 12)),
        ("1 Dec", date(2026, 12, 1)),
        ("30 nov", date(2027, 11, 30)),
        ("3 May 2029", date(2029, 5, 3)),
        ("29 Feb", date(2028, 2, 29)),
        ("2026-12-12", date(2026, 12, 12)),
        (" FRI, ", date(2026, 12, 4)),
    ],
)
def test_a_day_as_people_write_it(typed: str, meant: date) -> None:
    assert when.read_due(typed, TUESDAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "friend", "12", "dec", "31 feb", "0 dec", "12 decimal", "2026-13-01", "2026-2-1", "+w", "12-12-2026"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert when.read_due(typed, TUESDAY) is None


def test_a_month_ahead_ends_with_the_month() -> None:
    assert when.read_due("+1m", date(2027, 1, 31)) == date(2027, 2, 28)
    assert when.read_due("+1m", date(2028, 1, 31)) == date(2028, 2, 29)


def test_on_the_29th_of_february_the_next_one_is_today() -> None:
    assert when.read_due("29 feb", date(2028, 2, 29)) == date(2028, 2, 29)
    assert when.read_due("29 feb", date(2028, 3, 1)) == date(2032, 2, 29)
    assert when.read_due("29 feb", date(2096, 3, 1)) == date(2104, 2, 29)


@given(st.text(max_size=20) | st.from_regex(r"\+?\d{1,4}\.? ?[a-z]{0,4} ?\d{0,5}", fullmatch=True), st.dates())
def test_no_text_breaks_the_reading_of_a_day(typed: str, today: date) -> None:
    meant = when.read_due(typed, today)
    assert meant is None or when.read_due(meant.isoformat(), TUESDAY) == meant


@given(st.sampled_from(when.DAYS), st.dates(max_value=date(9999, 12, 1)))
def test_a_weekday_is_within_the_next_seven_days(day: str, today: date) -> None:
    meant = when.read_due(day, today)
    assert meant is not None
    assert 1 <= (meant - today).days <= 7
    assert when.DAYS[meant.weekday()] == day


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
    [(-5, "0 s"), (40_000, "40 s"), (59_999, "59 s"), (60_000, "1 min"), (7_199_000, "119 min"), (7_200_000, "2 h")],
)
def test_how_long_ago(ms: int, shown: str) -> None:
    assert when.ago(ms) == shown


@pytest.mark.parametrize(("value", "shown"), [(35, "35"), (35.0, "35"), (2.5, "2.5")])
def test_minutes_without_a_needless_point(value: float, shown: str) -> None:
    assert when.minutes(value) == shown
