"""Fixtures for the tests of endings: a discussion under way on a board in a terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.ends.ending import hands
from tests.faults.homes import until
from tests.terminal import Terminal


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """Another terminal, in a home with a discussion under way."""
    shell = Shell(clock)
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\nChidi\n")
    plan = ("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    shell.answer(*plan, stdin="40 min - Talk [queue]")
    shell.answer("do", "start")
    return shell


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    """The folder for temporary files that the program sees."""
    path = tmp_path / "spare"
    path.mkdir()
    return path


@pytest.fixture
def board(shell: Shell, clock: TestClock, spare: Path) -> Iterator[Terminal]:
    """The board of that discussion, with Ben's hand up since a moment ago."""
    with Terminal(clock.argv("run"), env={"TMPDIR": str(spare)}) as terminal:
        terminal.wait_for("Talk")
        terminal.send("h", "b")
        terminal.wait_for("Ben has a hand up")
        until(lambda: hands(shell) == ["Ben"])  # the picture comes first, and then it is on the disk
        clock.advance(5)
        yield terminal
