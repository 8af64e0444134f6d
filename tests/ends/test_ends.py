"""However it ends, it ends in order: what was done is kept, the terminal is as it was, and it does not take long."""

import signal
from pathlib import Path

import pytest

from lcterm.store.crashes import crashes
from lcterm.store.paths import Home
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.ends.ending import decide, ends, eventually, hands, texts
from tests.terminal import Terminal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_to_end_is_obeyed_in_order(board: Terminal, shell: Shell, number: signal.Signals) -> None:
    board.kill(number)
    assert ends(board) == (128 + number, True)
    assert board.left_on() == []
    assert hands(shell) == ["Ben"]
    assert shell.json("show", "--json")["status"] == "running"


def test_a_signal_while_a_line_is_written_keeps_what_was_kept(board: Terminal, shell: Shell) -> None:
    decide(board, "Enough")
    board.send("c")
    board.wait_for("Enter keep")
    board.kill(signal.SIGTERM)
    assert ends(board) == (128 + signal.SIGTERM, True)
    assert board.left_on() == []
    assert texts(shell) == ["Enough"]


def test_closing_the_window_ends_the_program_keeps_the_session_and_is_no_fault_of_it(
    board: Terminal, shell: Shell, home: Path
) -> None:
    board.close_window()
    code, soon = ends(board)
    assert soon
    assert code not in (0, None)
    assert hands(shell) == ["Ben"]
    assert crashes(Home(home)) == []


def minutes(shell: Shell) -> float:
    point = shell.json("show", "--json")["agenda"][0]
    return float(point["actual_seconds"] + point["remaining_seconds"]) / 60


def press_until_held_up(board: Terminal, shell: Shell) -> None:
    """Presses keys that draw much, until nothing happens any more: the terminal's buffers are full."""
    for count in range(41, 400):
        board.send("v", "+")
        if not eventually(lambda count=count: minutes(shell) == count, within=0.5):  # type: ignore[misc]
            return
    raise AssertionError("the terminal never held it up")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_stopped_reading_holds_nothing_up(
    board: Terminal, shell: Shell, number: signal.Signals
) -> None:
    decide(board, "Enough")
    board.stop_reading()
    press_until_held_up(board, shell)
    board.kill(number)
    assert ends(board) == (128 + number, True)
    board.go_on_reading()
    board.wait_exit()
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
    board.wait_for(lambda text: "without this screen" not in text)
    board.send("q", "q")
    assert ends(board) == (0, True)
    assert board.left_on() == []
    record = shell.json("show", "--json")
    assert (record["status"], hands(shell)) == ("running", ["Ben"])
    clock.advance(60)
    with Terminal(clock.argv("run")) as again:
        again.wait_for("38:55 left of 40")
