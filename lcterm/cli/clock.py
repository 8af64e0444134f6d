"""The machine's clock: the only place where the time is read."""

import sys
import time


class SystemClock:
    """The clock of a real run: wall time beside a clock that nobody sets."""

    def now(self) -> int:
        """Wall time, ms since the epoch, UTC."""
        return time.time_ns() // 1_000_000

    def boottime(self) -> int:
        """Ms since the machine started, sleep included; where the system has no such clock, monotonic ms.

        On a Mac `time.monotonic` stands still while it sleeps (python/cpython#86273): after a nap at noon the wall
        clock would seem to have been set on.
        """
        if sys.platform == "linux":
            nanoseconds = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
        elif sys.platform == "darwin":
            nanoseconds = time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)
        else:
            nanoseconds = time.monotonic_ns()
        return nanoseconds // 1_000_000
