"""The compressed clock: one small file, and every process of a test sees the same time."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from lcterm.core.clock import Clock
from tests.clock_program import START, FileClock, TestClock, milliseconds

AFTERNOON = datetime(2026, 12, 1, 16, 30, tzinfo=UTC)


def test_time_stands_still_until_the_test_moves_it(clock: TestClock) -> None:
    reader: Clock = FileClock(clock.path)
    assert reader.now() == milliseconds(START)
    booted = reader.boottime()
    clock.advance(90.5)
    assert reader.now() == milliseconds(START) + 90_500
    assert reader.boottime() == booted + 90_500


def test_set_lets_the_time_pass_on_both_clocks(clock: TestClock) -> None:
    booted = clock.boottime()
    clock.set(AFTERNOON)
    assert clock.now() == milliseconds(AFTERNOON)
    assert clock.boottime() - booted == 9_000_000


def test_a_clock_that_somebody_sets_leaves_the_boot_time_alone(clock: TestClock) -> None:
    booted = clock.boottime()
    clock.step(-3600)
    assert clock.now() == milliseconds(START) - 3_600_000
    clock.set(START - timedelta(hours=2))
    assert clock.boottime() == booted


def test_time_does_not_pass_backwards(clock: TestClock) -> None:
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(-1)
    with pytest.raises(ValueError, match="has no zone"):
        clock.set(datetime(2026, 12, 1, 14, 0))  # noqa: DTZ001


def test_a_moment_means_the_same_in_any_zone() -> None:
    assert milliseconds(datetime(2026, 12, 1, 19, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))) == milliseconds(
        START
    )


def test_the_program_runs_main_on_the_clock_of_the_file(clock: TestClock, tmp_path: Path) -> None:
    """A stand-in for lcterm.cli.main, found first, prints what it was given."""
    clock.set(AFTERNOON)
    probe = (
        "import sys, types; cli = types.ModuleType('lcterm.cli.main');"
        "cli.main = lambda argv, clock: print(argv, clock.now()) or 7;"
        "sys.modules['lcterm.cli.main'] = cli;"
        "sys.argv = sys.argv[1:]; import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    argv = clock.argv("show", "--json")
    done = subprocess.run([sys.executable, "-c", probe, *argv[1:]], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (f"['show', '--json'] {milliseconds(AFTERNOON)}\n", "", 7)
