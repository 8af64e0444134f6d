"""However it ends, it ends in order: what was done is kept, the terminal is as it was, and it does not take long."""

import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal

SOON = 2.0
"""Seconds: a second for the program, and one for a machine that is busy with other tests."""


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """Another terminal, in a home with a discussion under way."""
    shell = Shell(clock)
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\nChidi\n")
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin="40 min - Talk [queue]")
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
        clock.advance(5)
        yield terminal


def hands(shell: Shell) -> list[str]:
    return [hand["name"] for hand in shell.json("show", "--json")["floor"]["queue"]]


def texts(shell: Shell) -> list[str]:
    return [capture["text"] for capture in shell.json("show", "--json")["captures"]]


def write(board: Terminal, text: str) -> None:
    """A capture, typed and kept."""
    board.send("c")
    board.wait_for("Enter keep")
    board.type(text)
    board.wait_for(text[-12:])
    board.send("enter")
    board.wait_for("Written down")


def ends(board: Terminal) -> tuple[int, bool]:
    """The exit code, and whether it came soon."""
    began = time.monotonic()
    code = board.wait_exit()
    return code, time.monotonic() - began < SOON


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_to_end_is_obeyed_in_order(board: Terminal, shell: Shell, number: signal.Signals) -> None:
    board.kill(number)
    assert ends(board) == (128 + number, True)
    assert board.left_on() == []
    assert hands(shell) == ["Ben"]
    assert shell.json("show", "--json")["status"] == "running"


def test_a_signal_while_a_line_is_written_keeps_what_was_kept(board: Terminal, shell: Shell) -> None:
    write(board, "d Enough")
    board.send("c")
    board.wait_for("Enter keep")
    board.kill(signal.SIGTERM)
    assert ends(board) == (128 + signal.SIGTERM, True)
    assert board.left_on() == []
    assert texts(shell) == ["Enough"]


def test_closing_the_window_ends_the_program_and_keeps_the_session(board: Terminal, shell: Shell) -> None:
    board.close_window()
    assert ends(board) == (128 + signal.SIGHUP, True)
    assert hands(shell) == ["Ben"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_stopped_reading_holds_nothing_up(
    board: Terminal, shell: Shell, number: signal.Signals
) -> None:
    write(board, "d Enough")
    so_far = len(board.raw)
    board.stop_reading()
    for _ in range(40):
        board.send("v", "o")
    board.kill(number)
    assert ends(board) == (128 + number, True)
    board.go_on_reading()
    assert len(board.raw) >= so_far
    assert board.left_on() == []
    assert hands(shell) == ["Ben"]
    assert texts(shell) == ["Enough"]


def test_ctrl_c_is_no_way_out(board: Terminal, shell: Shell) -> None:
    board.send("ctrl+c")
    board.wait_for("q q leaves; the session goes on without this screen")
    board.send("c")
    board.wait_for("Enter keep")
    board.type("d Enough")
    board.send("ctrl+c")
    board.send("enter")
    board.wait_for("Written down: decision")
    assert board.returncode is None
    assert texts(shell) == ["Enough"]


def test_q_twice_leaves_and_the_session_goes_on(board: Terminal, shell: Shell, clock: TestClock) -> None:
    board.send("q")
    board.wait_for("The session goes on without this screen")
    board.send("esc")
    board.wait_for("40:00 left|39:5")
    board.send("q", "q")
    assert ends(board) == (0, True)
    assert board.left_on() == []
    record = shell.json("show", "--json")
    assert (record["status"], hands(shell)) == ("running", ["Ben"])
    clock.advance(60)
    with Terminal(clock.argv("run")) as again:
        again.wait_for("38:55 left of 40")


class Disk:
    """A home's disk that can be made to refuse and to go on."""

    def __init__(self, refuse: Callable[[], None], go_on: Callable[[], None], reason: str) -> None:
        self.refuse, self.go_on, self.reason = refuse, go_on, reason
