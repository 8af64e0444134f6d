"""lcterm on a compressed clock: `python tests/clock_program.py CLOCKFILE ARGS…`.

The time is read from a small file that the test writes to, so a session of three hours passes in seconds and every
process of a test sees the same moment. The file holds two little-endian 64-bit integers, wall
time and boot time in ms.
"""

import os
import struct
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LAYOUT = struct.Struct("<qq")
START = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
BOOTED = 3_600_000


def milliseconds(moment: datetime) -> int:
    """Ms since the epoch of an aware datetime; ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone; give it one, as in datetime(…, tzinfo=UTC)")
    return round(moment.timestamp() * 1000)


class FileClock:
    """A clock (lcterm.core.clock.Clock) that stands still until its file is written to."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)

    def now(self) -> int:
        return self._read()[0]

    def boottime(self) -> int:
        return self._read()[1]

    def _read(self) -> tuple[int, int]:
        wall, boot = LAYOUT.unpack(os.pread(self._file, LAYOUT.size, 0))
        return wall, boot

    def close(self) -> None:
        """Closes the file; closing twice is harmless."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


class TestClock(FileClock):
    """The test's hand on the clock: a Clock itself, and what every program started with its `path` reads."""

    __test__ = False  # the name begins like a test class; pytest shall not collect it

    def __init__(self, path: str | os.PathLike[str], start: datetime = START) -> None:
        self.path = Path(path)
        self.path.write_bytes(LAYOUT.pack(milliseconds(start), BOOTED))
        super().__init__(self.path)

    def argv(self, *arguments: str) -> list[str]:
        """The command line that runs lcterm with these arguments on this clock."""
        return [sys.executable, str(Path(__file__).resolve()), str(self.path), *arguments]

    def set(self, moment: datetime) -> None:
        """Time passes until that moment, on both clocks. For an earlier one the wall clock alone goes back."""
        wall, boot = self._read()
        target = milliseconds(moment)
        self._write(target, boot + max(0, target - wall))

    def advance(self, seconds: float) -> None:
        """So many seconds pass; ValueError for a negative number, as time does not."""
        if seconds < 0:
            raise ValueError(f"time cannot pass backwards ({seconds} s); use step() for a clock set back")
        wall, boot = self._read()
        passed = round(seconds * 1000)
        self._write(wall + passed, boot + passed)

    def step(self, seconds: float) -> None:
        """Somebody sets the wall clock on, or back if negative, by so many seconds, while no time passes."""
        wall, boot = self._read()
        self._write(wall + round(seconds * 1000), boot)

    def stand(self, wall: int, boot: int) -> None:
        """Both clocks stand where they stood once before, in ms."""
        self._write(wall, boot)

    def _write(self, wall: int, boot: int) -> None:
        with self.path.open("r+b", buffering=0) as file:
            file.write(LAYOUT.pack(wall, boot))


def run(arguments: list[str]) -> int:
    """Runs lcterm's own main on the clock in the file that the first argument names; its exit code."""
    from lcterm.cli.main import main

    clock_file, *argv = arguments
    return main(argv, FileClock(clock_file))


if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # lcterm is to be found here, not the modules of tests/
    sys.exit(run(sys.argv[1:]))
