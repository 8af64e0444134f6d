"""The machine's clock is the one that everybody else's is set by."""

import time

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
