"""When something is to start, as people type it: days they know, times that a clock shows."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from lcterm.core.refusal import Refused
from lcterm.core.starts import read_start
from lcterm.core.when import local, zone_named

BERLIN = ZoneInfo("Europe/Berlin")
NOW = round(datetime(2026, 12, 1, 9, 0, tzinfo=BERLIN).timestamp() * 1000)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-15 14:00", "2026-12-15 14:00"),
        ("2026-12-15T14:00", "2026-12-15 14:00"),
        ("fri 14:00", "2026-12-04 14:00"),
        ("fri, 9.30", "2026-12-04 09:30"),
        ("15 Dec, 14:00", "2026-12-15 14:00"),
        ("tomorrow 9:30", "2026-12-02 09:30"),
        ("18:00", "2026-12-01 18:00"),
        ("2026-12-15 14:00+00:00", "2026-12-15 15:00"),
        ("15 Dec", "2026-12-15 16:15"),
        ("2027-10-31 02:30", "2027-10-31 02:30"),
    ],
)
def test_days_and_times_as_they_are_said(typed: str, meant: str) -> None:
    starts = read_start(typed, NOW, BERLIN, usual=time(16, 15))
    assert f"{local(starts, BERLIN):%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2027-03-28 02:30", "there is no 02:30 on that day: the clocks are put ahead; 03:30 is what they show then"),
        ("9999-12-31 23:59", "too far from now"),
        ("0001-01-01 00:00", "too far from now"),
        ("99999-01-01 10:00", "is no time"),
        ("fri 25:00", "is no time"),
        ("32 Dec 14:00", "is no time"),
        ("now", "is no time"),
        ("", "is no time"),
    ],
)
def test_what_no_clock_shows_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_start(typed, NOW, BERLIN)


def test_a_day_alone_needs_a_usual_time() -> None:
    with pytest.raises(Refused, match="is no time"):
        read_start("15 Dec", NOW, BERLIN)


@pytest.mark.parametrize("name", ["localtime", "posixrules", "Factory", "Foo/Bar", "../etc", "UTC+2"])
def test_what_is_no_zone_on_another_laptop_is_none_here(name: str) -> None:
    with pytest.raises(Refused, match="there is no time zone"):
        zone_named(name)


def test_utc_has_every_hour() -> None:
    assert read_start("2027-03-28 02:30", NOW, UTC) == 1806201000000
