"""Stopped and gone on with, as a shell does with ctrl+z and fg: the shell has its terminal, then the board is back."""

import signal
from pathlib import Path

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.ends.ending import ends, eventually, hands
from tests.terminal import Terminal


def is_stopped(board: Terminal) -> bool:
    with open(f"/proc/{board.pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] == "T"


def goes_on(board: Terminal, shell: Shell) -> None:
    """The board is there in full, takes keys, and leaves the terminal as it was."""
    board.kill(signal.SIGCONT)
    board.settle()  # the picture of before is still there at first
    board.wait_for(lambda shown: "Voices" in shown and "Agenda" in shown and "Ben has a hand up" in shown)
    board.send("h", "c")
    board.wait_for("Chidi has a hand up")
    board.send("q", "q")
    assert ends(board) == (0, True)
    assert board.left_on() == []
    assert hands(shell) == ["Ben", "Chidi"]


def test_stopped_by_its_shell_it_gives_the_terminal_back_and_takes_it_again(board: Terminal, shell: Shell) -> None:
    board.kill(signal.SIGTSTP)
    assert eventually(lambda: is_stopped(board) and board.left_on() == [])
    goes_on(board, shell)


def test_stopped_by_the_system_it_goes_on_as_if_nothing_had_been(board: Terminal, shell: Shell) -> None:
    board.send("ctrl+z")  # the key alone stops nothing: a hand that slips must not take the board away
    board.settle()
    assert not is_stopped(board)
    board.kill(signal.SIGSTOP)
    assert eventually(lambda: is_stopped(board))
    goes_on(board, shell)


def test_told_to_go_on_while_it_comes_up_it_ends_as_ever(shell: Shell, clock: TestClock, spare: Path) -> None:
    """As `lcterm run &` and `fg` do it."""
    with Terminal(clock.argv("run"), env={"TMPDIR": str(spare)}) as board:

        def told_and_there(shown: str) -> bool:
            board.kill(signal.SIGCONT)
            return "Talk" in shown

        board.wait_for(told_and_there)
        board.settle()
        board.send("q", "q")
        assert ends(board) == (0, True)
