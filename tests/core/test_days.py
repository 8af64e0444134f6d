"""Days as people write them: read as they are meant, or refused where that is unclear."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.captures import read_line
from lcterm.core.days import read_due
from lcterm.core.refusal import Refused
from lcterm.core.starts import read_start
from lcterm.core.when import DAYS, clock, day, due, full_day, local, to_ms

TUESDAY = date(2026, 12, 1)
BERLIN = ZoneInfo("Europe/Berlin")


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
        ("Tue 22 Dec", date(2026, 12, 22)),
        ("Tue 22 Dec 2026", date(2026, 12, 22)),
        ("tuesday, 22nd December 2026", date(2026, 12, 22)),
        ("Dec 22", date(2026, 12, 22)),
        ("Sept 3, 2027", date(2027, 9, 3)),
        ("22.12.", date(2026, 12, 22)),
        ("5.12.", date(2026, 12, 5)),
        ("22.12.2026", date(2026, 12, 22)),
        ("22. 12. 26", date(2026, 12, 22)),
        ("22/12", date(2026, 12, 22)),
        ("12/22/2026", date(2026, 12, 22)),
        ("5/5", date(2027, 5, 5)),
        ("31/1/2027", date(2027, 1, 31)),
    ],
)
def test_a_day_as_people_write_it(typed: str, meant: date) -> None:
    assert read_due(typed, TUESDAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "friend",
        "12",
        "dec",
        "31 feb",
        "0 dec",
        "12 decimal",
        "2026-13-01",
        "2026-2-1",
        "+w",
        "12-12-2026",
        "tue 12",
        "40/13",
        "31/2",
    ],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_due(typed, TUESDAY) is None


def test_a_month_ahead_ends_with_the_month() -> None:
    assert read_due("+1m", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_due("+1m", date(2028, 1, 31)) == date(2028, 2, 29)


def test_on_the_29th_of_february_the_next_one_is_today() -> None:
    assert read_due("29 feb", date(2028, 2, 29)) == date(2028, 2, 29)
    assert read_due("29 feb", date(2028, 3, 1)) == date(2032, 2, 29)
    assert read_due("29 feb", date(2096, 3, 1)) == date(2104, 2, 29)


@given(st.text(max_size=20) | st.from_regex(r"\+?\d{1,4}\.? ?[a-z]{0,4} ?\d{0,5}", fullmatch=True), st.dates())
def test_no_text_breaks_the_reading_of_a_day(typed: str, today: date) -> None:
    meant = read_due(typed, today)
    assert meant is None or read_due(meant.isoformat(), TUESDAY) == meant


@given(st.sampled_from(DAYS), st.dates(max_value=date(9999, 12, 1)))
def test_a_weekday_is_within_the_next_seven_days(day: str, today: date) -> None:
    meant = read_due(day, today)
    assert meant is not None
    assert 1 <= (meant - today).days <= 7
    assert DAYS[meant.weekday()] == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("5/12", "5/12 can be 5 Dec or 12 May; write the month as a word"),
        ("5/12/2027", "5/12/2027 can be 5 Dec 2027 or 12 May 2027; write the month as a word"),
        ("Mon 22 Dec", "there is no Mon 22 Dec 2026: write Tue 22 Dec 2026, or Mon 21 Dec 2026"),
        ("fri 22.12.2026", "there is no Fri 22 Dec 2026: write Tue 22 Dec 2026, or Fri 25 Dec 2026"),
    ],
)
def test_what_can_be_two_days_is_refused_with_both(typed: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_due(typed, TUESDAY)
    assert refused.value.reason == why


def test_a_capture_says_what_is_unclear_about_its_date_and_is_not_dated() -> None:
    read = read_line("a Bring the letters ^5/12", [], TUESDAY)
    assert (read.words.due, read.problem) == ("", "5/12 can be 5 Dec or 12 May; write the month as a word.")
    assert read_line("a Bring ^Tue 22 Dec 2026 the letters", [], TUESDAY).words.due == "2026-12-22"


# ── What is printed can be typed ────────────────────────────────────────────────────────────────────────────────────


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)), st.integers(0, 364))
def test_every_day_that_is_printed_reads_back(today: date, ahead: int) -> None:
    on = today + timedelta(days=ahead)
    for printed in (day(on), full_day(on), on.isoformat(), due(on.isoformat()), day(on).split(" ", 1)[1]):
        assert read_due(printed, today) == on


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    st.integers(1, 364),
    st.times(),
)
def test_every_start_that_is_printed_reads_back(now: datetime, ahead: int, at: time) -> None:
    on, at = now.date() + timedelta(days=ahead), at.replace(second=0, microsecond=0)
    starts = to_ms(datetime.combine(on, at, UTC))
    hour = clock(starts, UTC)
    days = (day(on), full_day(on), f"{on.day}.{on.month}.", f"{on.day}.{on.month}.{on.year}", on.isoformat())
    ways = [f"{one}{gap}{hour}" for one in days for gap in (" ", ", ")]
    ways += [f"{full_day(on)}, {hour}, UTC", f"{full_day(on)} {at:%I:%M %p}"]
    for typed in ways:
        assert read_start(typed, to_ms(now.replace(tzinfo=UTC)), UTC) == starts, typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2pm", "2026-12-01 14:00"),
        ("2:30 pm", "2026-12-01 14:30"),
        ("12 a.m.", "2026-12-01 00:00"),
        ("fri 2pm", "2026-12-04 14:00"),
        ("fri at 2 pm", "2026-12-04 14:00"),
        ("22/12 14:00", "2026-12-22 14:00"),
        ("Tue 22 Dec 2026, 14:00, Europe/London", "2026-12-22 15:00"),
    ],
)
def test_times_as_people_write_them(typed: str, meant: str) -> None:
    now = to_ms(datetime(2026, 12, 1, 9, 0, tzinfo=BERLIN))
    assert f"{local(read_start(typed, now, BERLIN), BERLIN):%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize("typed", ["fri 2", "13pm", "0 am", "14:00pm", "22 Dec", "Mon 22 Dec 14:00", "5/12 14:00"])
def test_what_is_no_start_is_refused_in_one_line(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_start(typed, to_ms(datetime(2026, 12, 1, 9, 0, tzinfo=BERLIN)), BERLIN)
    assert "\n" not in refused.value.reason


@pytest.mark.parametrize("typed", ["sat 5.12", "5.12", "12.10"])
def test_what_can_be_a_day_or_a_time_is_refused_with_both(typed: str) -> None:
    now = to_ms(datetime(2026, 11, 22, 4, 0, tzinfo=UTC))
    with pytest.raises(Refused, match=r"could be a day or a time of day; write .*, or .*14:00"):
        read_start(typed, now, UTC, usual=time(14))
