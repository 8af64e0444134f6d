"""What a clock or a zone does in the middle of an hour, as commands see it."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock


def hour(clock: TestClock, starts: str, zone: str) -> Shell:
    """An hour under way, in its first point of forty minutes."""
    shell = Shell(clock)
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\nChidi\n")
    plan = ("plan", "--agenda", "-", "--starts", starts, "--zone", zone)
    shell.answer(*plan, stdin="40 min - Talk [queue]\n20 min - Next [queue]")
    shell.answer("do", "start")
    return shell


@pytest.mark.parametrize(
    ("start", "local", "after"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25 02:30", "02:10:00+01:00"),
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "2026-03-29 01:30", "03:10:00+02:00"),
    ],
    ids=["summer ends", "summer begins"],
)
def test_forty_minutes_are_forty_minutes(tmp_path: Path, home: Path, start: datetime, local: str, after: str) -> None:
    clock = TestClock(tmp_path / "clock", start)
    shell = hour(clock, local, "Europe/Berlin")
    clock.advance(40 * 60)
    assert shell.answer("show").startswith("Talk, point 1 of 2, no time left of 40 minutes.")
    shell.answer("do", "next")
    talk, following = shell.json("show", "--json")["agenda"]
    assert (talk["actual_seconds"], following["planned_minutes"]) == (2400, 20)
    assert talk["ended"].endswith(after)
    assert following["started"].endswith(after)


@pytest.mark.parametrize("seconds", [-3600, 86_400])
def test_a_clock_that_was_set_refuses_nothing_and_makes_no_time_negative(
    clock: TestClock, home: Path, seconds: float
) -> None:
    shell = hour(clock, "2026-12-01 14:00", "UTC")
    clock.advance(300)
    shell.answer("do", "give", "ben")
    clock.advance(60)
    clock.step(seconds)
    shell.answer("do", "done")
    clock.advance(60)
    shell.answer("do", "next")
    clock.step(-seconds)
    clock.advance(60)
    shell.answer("do", "end")
    state = shell.json("show", "--json")
    assert all(point["actual_seconds"] >= 0 for point in state["agenda"])
    assert all(voice["seconds"] >= 0 for voice in state["voices"])
    assert shell("check").status == 0


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati"])
def test_a_laptop_in_another_zone_shows_the_times_of_the_plan(
    clock: TestClock, home: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    shell = hour(clock, "2026-12-01 14:00", "UTC")
    clock.advance(60)
    before = shell.answer("show")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert shell.answer("show") == before
        assert "14:01, UTC" in before
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
