"""A whole session and the night after it: `python -m tests.bench.soak [--times 60] [--hours 3] [--idle 8] [--write]`.

A session of three hours at the pace of a lively one (an act every eleven seconds), then eight hours in which nobody
touches the board, on a clock that goes sixty times as fast: eleven minutes in all. Memory, and the time from a key to
the picture, may in the last tenth not be more than 5 % above the first, in the session and in the night; else exit 1.
Every key is pressed once before the first is measured. A machine is itself not as quick in one minute as in the next,
so each time is taken beside that of an app in which a key counts one figure up. --write puts the table into README.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.bench.figures import Row, Table, markdown, share
from tests.bench.keys import press
from tests.bench.meeting_sizes import running_session
from tests.bench.program import Program
from tests.bench.programs import BOARD_READY, FLOOR_READY, Sized, floor
from tests.bench.readme import README, SOAK, with_section
from tests.clock_program import TestClock, milliseconds

START = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
MEMBERS, EVENTS = 12, 100
ACT_S = 11.0
"""Between two acts, by the clock on the wall."""
PROBE_S = (30.0, 90.0)
"""The same between two probes, at least and at most: how long a key takes that always draws the same. At even times
they would meet the board's own clock in every second of one tenth, and in none of another."""
GROWTH = 1.05
WARM_PROBES = 5
BADGE = "{}"
ROUND = (("h", BADGE), ("space",), ("+",), ("s", BADGE), ("-",), ("u",))
"""What is done by turns; there somebody's badge is typed."""


class Pair(NamedTuple):
    """The board, and the app beside it."""

    board: Program
    beside: Program


class Stretch(NamedTuple):
    """What was measured in a session, or a night: ms from a probe to its picture and ms of CPU for it, the same of the
    app beside it, MiB of memory."""

    times: list[float]
    cpu: list[float]
    times_beside: list[float]
    cpu_beside: list[float]
    memory: list[float]

    def rows(self, name: str) -> list[Row]:
        return [
            _row(f"{name}: key to picture", "ms", self.times, self.times_beside),
            _row(f"{name}: CPU a key", "ms", self.cpu, self.cpu_beside),
            _row(f"{name}: memory", "MiB", self.memory),
        ]


def empty() -> Stretch:
    """Nothing measured yet."""
    return Stretch([], [], [], [], [])


def _row(what: str, unit: str, taken: Sequence[float], beside: Sequence[float] = ()) -> Row:
    """How the last tenth compares with the first: with an app beside it, how many times as long as that it takes."""
    (first, last), (first_there, last_there) = _ends(taken), _ends(beside or (1.0,))
    times_first, times_last = _ends(
        [one / other for one, other in zip(taken, beside, strict=True)] if beside else taken
    )
    growth = times_last / times_first
    cells = [f"{name} {one:.1f} {unit}" for name, one in (("last tenth", last), ("first", first))]
    if beside:
        cells = [f"{cell}, beside {one:.1f}" for cell, one in zip(cells, (last_there, first_there), strict=True)]
    return Row(what, *cells, target=f"{growth:.2f} of ≤ {GROWTH} ×", plain_over=growth > GROWTH)


def _ends(taken: Sequence[float]) -> tuple[float, float]:
    """Half of the first tenth, and of the last."""
    tenth = max(1, len(taken) // 10)
    return share(taken[:tenth], 0.5), share(taken[-tenth:], 0.5)


def through(pair: Pair, clock: TestClock, seconds: float, times: float, act: Callable[[int], object] | None) -> Stretch:
    """So many seconds by the clock on the wall, so many times as fast, with an act now and then, or none."""
    found, done, next_probe = empty(), 0, 0.0
    began = time.perf_counter()
    passed = 0.0
    while passed < seconds:
        time.sleep(0.02)
        now = (time.perf_counter() - began) * times
        clock.advance(now - passed)
        passed = now
        if act is not None and passed >= done * ACT_S:
            act(done)
            done += 1
        if passed >= next_probe:
            next_probe = passed + random.uniform(*PROBE_S)
            _probe(pair, found)
    return found


def warm_up(pair: Pair, act: Callable[[int], object]) -> None:
    """Everything once that is done later: what the first of a key loads is no growth."""
    for number in range(len(ROUND)):
        act(number)
        pair.board.settle(0.2)
    for _ in range(WARM_PROBES):
        _probe(pair, empty())


def _probe(pair: Pair, found: Stretch) -> None:
    """The veil over everything and away again: both draw the whole board anew."""
    for _ in range(2):
        for program, key, part, times, cpu in (
            (pair.board, "v", slice(-2, None), found.times, found.cpu),
            (pair.beside, "x", slice(None), found.times_beside, found.cpu_beside),
        ):
            took, spent = press(program, (key,), part)
            times.append(took)
            cpu.append(spent)
    found.memory.append(pair.board.memory_mib())


def main(argv: Sequence[str]) -> int:
    """Run both, tell, and say whether anything grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.soak", allow_abbrev=False)
    parser.add_argument("--times", type=float, default=60, help="how much faster the clock goes (60)")
    parser.add_argument("--hours", type=float, default=3, help="of the session (3)")
    parser.add_argument("--idle", type=float, default=8, help="hours after it (8)")
    parser.add_argument("--write", action="store_true", help="put the table into README")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        home = running_session(Path(folder) / "home", milliseconds(START), MEMBERS, EVENTS)
        badges = Sized(MEMBERS, EVENTS, home).free_badges(4)
        clock = TestClock(Path(folder) / "clock", START)
        argv = clock.argv("run", "--home", str(home.path))
        with Program("board", argv) as board, floor("counter") as counter:
            pair = Pair(board, counter)
            counter.wait_for(FLOOR_READY)
            board.wait_for(BOARD_READY)
            board.settle(1)

            def act(number: int) -> None:
                badge = badges[number // len(ROUND) % len(badges)]
                for keys in ROUND[number % len(ROUND)]:
                    board.send(*(badge if keys == BADGE else [keys]))

            warm_up(pair, act)
            session = through(pair, clock, options.hours * 3600, options.times, act)
            night = through(pair, clock, options.idle * 3600, options.times, None)
    rows = [*session.rows("session"), *night.rows("night")]
    how = f"{options.hours:g} hours of session and {options.idle:g} of night, {options.times:g} times as fast"
    table = markdown(Table("Soak", how, rows))
    print(table)
    if options.write:
        README.write_text(with_section(README.read_text("utf-8"), table, SOAK), "utf-8")
    return 1 if any(row.over for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
