"""The machine's clock is the one that everybody else's is set by."""

import sys
import time

import pytest

from lcterm.cli.clock import SystemClock
from lcterm.core.clock import Clock


def test_now_is_the_wall_time_in_milliseconds() -> None:
    clock: Clock = SystemClock()
    before = time.time()
    now = clock.now()
    after = time.time()
    assert int(before * 1000) <= now <= after * 1000
    assert isinstance(now, int)


def test_boottime_is_in_milliseconds_and_does_not_go_back() -> None:
    clock: Clock = SystemClock()
    readings = [clock.boottime() for _ in range(100)]
    assert readings == sorted(readings)
    source = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    assert abs(clock.boottime() - time.clock_gettime(source) * 1000) < 1000


@pytest.mark.parametrize(("platform", "clock"), [("linux", "CLOCK_BOOTTIME"), ("darwin", "CLOCK_MONOTONIC_RAW")])
def test_sleep_counts_where_the_system_can_tell(platform: str, clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Mac's monotonic clock stands still while it sleeps; another one of it goes on."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(time, clock, -7, raising=False)
    monkeypatch.setattr(time, "clock_gettime_ns", {-7: 21_600_000_000_000}.__getitem__)
    assert SystemClock().boottime() == 21_600_000


def test_on_windows_the_monotonic_clock_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "monotonic_ns", lambda: 5_000_000)
    assert SystemClock().boottime() == 5
