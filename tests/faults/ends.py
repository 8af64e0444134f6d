"""Every way in which a board ends or stands still: signals, a window that closes, a terminal that says nothing, ctrl+z
and back, closed streams, a window dragged about. What was taken by then is on the disk, and the terminal is as it was.
"""

import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence

from lcterm.store.crashes import crashes
from lcterm.store.paths import Home
from tests.faults.faulty_program import argv
from tests.faults.homes import BADGES, Trial, trial, until
from tests.faults.killed import COMMANDS
from tests.faults.table import Row
from tests.terminal import Terminal
from tests.terminal_line import environment

LONG_S = 30.0
SOON_S = 2.0
LIVES_S = 0.3
SIZES = ((20, 5), (300, 100))

SCREENS = (("run",), ("open",), ("run",), ("run", "--seat", "notes"), ("run",), ("room",))
OPENING = (("*",), ("?",), ("\\",), ("c", "l", " ", "x", "enter"), ("tab", "c"), ("down",), ("esc",))
"""Keys that open something, so that an end comes upon a screen that is only just there."""

NO_TERMINAL = (["run"], ["open"], ["room"])
"""What cannot be without a terminal, and says so."""

End = Callable[[Terminal], int | None]
"""Ends a board; the exit code that it should have, None where any but 0 will do."""


def _by(number: signal.Signals) -> End:
    def end(board: Terminal) -> int:
        board.kill(number)
        return 128 + number

    return end


def _window(board: Terminal) -> None:
    board.close_window()


def _stalled(board: Terminal) -> int:
    """The terminal takes nothing any more, and then the program is told to end."""
    board.stop_reading()
    for _ in range(60):
        board.send("v", "+")
    board.kill(signal.SIGTERM)
    return 128 + signal.SIGTERM


ENDS: dict[str, End] = {
    "SIGHUP": _by(signal.SIGHUP),
    "SIGTERM": _by(signal.SIGTERM),
    "SIGINT": _by(signal.SIGINT),
    "SIGQUIT": _by(signal.SIGQUIT),
    "terminal window closed": _window,
    "SIGTERM while the terminal takes nothing": _stalled,
}


def ended(times: int, chance: random.Random, called: str) -> Row:
    """This end so many times, of one screen after the other, at a random moment in a burst of keys."""
    bad, slowest = 0, 0.0
    with trial() as one:
        for number in range(times):
            amiss, took = _ended(one, ENDS[called], SCREENS[number % len(SCREENS)], chance)
            bad, slowest = bad + amiss, max(slowest, took)
        taken = len(one.said("taken"))
        bad += one.lost("taken") + len(crashes(Home(one.home))) + int(one.shell("check").status != 0)
    came = f"{taken} events taken, all on the disk; ended within {slowest:.1f} s, the terminal as it was"
    return Row(called, times, came, bad)


def _ended(one: Trial, end: End, words: Sequence[str], chance: random.Random) -> tuple[int, float]:
    """How much was amiss at one end, and how many seconds it took."""
    with board_at(one, *words) as board:
        _burst(board, chance, OPENING)
        began = time.monotonic()
        code = end(board)
        board._line.process.wait(LONG_S)
        took = time.monotonic() - began
        ended = board.returncode
        if code is None:
            return int(ended in (0, None)) + int(took > SOON_S), took
        board.go_on_reading()
        board.wait_exit()
        return int(ended != code) + int(took > SOON_S) + len(board.left_on()), took


def board_at(one: Trial, *words: str) -> Terminal:
    """A board, or what else these words start, ready for keys."""
    board = Terminal(argv(*(words or ("run",)), told=one.told), env=one.environ)
    board.wait_for("Voices|Peers|Discussion", LONG_S)
    return board


def _burst(board: Terminal, chance: random.Random, more: Sequence[Sequence[str]] = ()) -> None:
    until = time.monotonic() + chance.uniform(0, LIVES_S)
    while time.monotonic() < until:
        plain = (("h", chance.choice(BADGES)), ("+",), ("-",), ("space",))
        board.send(*chance.choice(more if more and chance.random() < 0.25 else plain))
        threading.Event().wait(0.01)


def stopped(times: int, chance: random.Random) -> Row:
    """SIGTSTP and SIGCONT, as a shell's ctrl+z and fg send them; and the key ctrl+z, which a board passes over."""
    bad = 0
    with trial() as one, board_at(one) as board:
        for _ in range(times):
            _burst(board, chance)
            board.send("ctrl+z")
            board.kill(signal.SIGTSTP)
            until(lambda: _state(board) == "T" and not board.left_on())
            board.kill(signal.SIGCONT)
            until(lambda: "raw line" in board.left_on())
            board.wait_for("Voices", LONG_S)
        taken = len(one.said("taken"))
        board.send("esc")
        board.settle()
        board.kill(signal.SIGTERM)
        bad += int(board.wait_exit(LONG_S) != 128 + signal.SIGTERM) + len(board.left_on()) + one.lost("taken")
    came = f"{taken} events taken, all on the disk; the shell has its terminal meanwhile, then the board is back"
    return Row("ctrl+z and back (SIGTSTP, SIGCONT)", times, came, bad)


def _state(board: Terminal) -> str:
    with open(f"/proc/{board.pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0]


def storm(times: int, chance: random.Random) -> Row:
    """A window dragged to and fro between two extremes, while somebody goes on with the hour."""
    with trial() as one, board_at(one) as board:
        for number in range(times):
            board.resize(*SIZES[number % 2])
            board.send("+-"[number // 2 % 2])
            threading.Event().wait(chance.uniform(0, 0.02))
        board.resize(120, 36)
        board.wait_for("Voices", LONG_S)
        board.settle()
        board.send("q", "q")
        bad = int(board.wait_exit(LONG_S) != 0) + len(board.left_on()) + one.lost("taken")
        taken = len(one.said("taken"))
        bad += abs(times - taken) + len(crashes(Home(one.home)))
    came = f"{taken} events taken meanwhile, one for each key, all on the disk; the picture is whole afterwards"
    return Row("window dragged between 20×5 and 300×100", times, came, bad)


def closed_streams(times: int, chance: random.Random) -> Row:
    """Commands that are started with some of their streams closed."""
    ways = ("<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-")
    bad = 0
    with trial() as one:
        for number in range(times):
            words = chance.choice((*COMMANDS, *(lambda _, plain=plain: plain for plain in NO_TERMINAL)))(number)
            line = " ".join(f"'{word}'" for word in argv(*words, told=one.told))
            shell = ["sh", "-c", f"{line} {ways[number % len(ways)]}"]
            ran = subprocess.run(shell, env=environment(one.environ), capture_output=True, check=False)
            bad += int(ran.returncode != 0 and b"lcterm: " not in ran.stderr and "2>&-" not in shell[2])
            bad += int(b"Traceback" in ran.stderr)
        taken = len(one.said("taken"))
        bad += one.lost("taken") + len(crashes(Home(one.home)))
    return Row("stdin, stdout or stderr closed", times, f"{taken} events taken, all on the disk; no traceback", bad)
