"""What the program needs of a clock; the one that reads the machine's stands at the edge."""

from typing import Protocol


class Clock(Protocol):
    """Where `main(argv, clock)` gets the time from; every process of a test can be given the same one."""

    def now(self) -> int:
        """Wall time, ms since the epoch, UTC. It may step when somebody sets the machine's clock."""
        ...

    def boottime(self) -> int:
        """Ms of a clock that nobody sets; it goes on through sleep where the system has such a clock."""
        ...
