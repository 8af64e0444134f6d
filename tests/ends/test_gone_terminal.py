"""The terminal goes away, one way or another: the session is kept, the program ends, and nobody is told of a fault."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lcterm.store.crashes import crashes
from lcterm.store.paths import Home
from tests.cli.running import Shell
from tests.clock_program import ROOT, TestClock
from tests.ends.ending import eventually, hands
from tests.terminal import Terminal

DEAF = """
import runpy, signal, sys
sys.path.insert(0, {root!r})
really = signal.signal
signal.signal = lambda number, handler: None if number == signal.SIGHUP else really(number, handler)
really(signal.SIGHUP, signal.SIG_IGN)
sys.argv[:1] = [{program!r}]
runpy.run_path({program!r}, run_name="__main__")
"""
"""lcterm to which no SIGHUP comes through, as behind a multiplexer that died."""


def test_a_terminal_that_is_gone_without_a_word_ends_the_program_too(
    shell: Shell, clock: TestClock, home: Path, tmp_path: Path
) -> None:
    program = str(ROOT / "tests" / "clock_program.py")
    path = tmp_path / "deaf.py"
    path.write_text(DEAF.format(root=str(ROOT), program=program))
    with Terminal([sys.executable, str(path), str(clock.path), "run"]) as board:
        board.wait_for("Talk")
        board.send("h", "b")
        board.wait_for("Ben has a hand up")
        board.close_window()
        assert eventually(lambda: board.returncode is not None, within=5)
    assert crashes(Home(home)) == []
    assert hands(shell) == ["Ben"]


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("run", "<&-"),
        ("capture 'l Early and plainly'", ">&-"),
        ("capture 'l Early and plainly'", "<&- >&- 2>&-"),
        ("import members -", "<&-"),
    ],
)
def test_a_stream_that_is_closed_is_one_that_says_and_takes_nothing(
    shell: Shell, clock: TestClock, home: Path, words: str, closed: str
) -> None:
    line = " ".join([*(f"'{word}'" for word in clock.argv()), words, closed])
    ran = subprocess.run(["sh", "-c", line], capture_output=True, text=True, timeout=30, check=False)
    assert "Traceback" not in ran.stderr
    assert crashes(Home(home)) == []
    kept = [capture["text"] for capture in shell.json("show", "--json")["captures"]]
    assert kept == (["Early and plainly"] if words.startswith("capture") else [])
    assert (ran.returncode == 0) == words.startswith("capture"), ran


RACE = """
import signal, sys, threading
sys.path.insert(0, {root!r})
from lcterm.ui import signals

class App:
    desks, screen_stack, _loop, hung_up = (), (), None, None

begun = threading.Event()

def restore(saved, said):
    begun.set()
    threading.Event().wait(0.2)

signals.DEADLINE_SECONDS, signals._restore = 0.01, restore
with signals.leave_in_order(App(), lambda desk: ""):
    signal.raise_signal(signal.SIGTERM)
    begun.wait()
sys.exit("went its own way")
"""
"""A screen that was stuck comes free while the terminal is being put back, and would end as if nothing had been."""


def test_a_screen_that_comes_free_at_the_last_moment_does_not_cut_the_end_short() -> None:
    run = [sys.executable, "-c", RACE.format(root=str(ROOT))]
    ended = subprocess.run(run, capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGTERM, "")


KEPT_ONCE = """
import signal, sys, threading
sys.path.insert(0, {root!r})
from lcterm.ui import signals

class Desk:
    def close(self, seconds):
        return ["what is not saved"]

class App:
    desks, screen_stack, _loop, hung_up = (Desk(),), (), None, None

asked, calls, told = threading.Event(), [], []

def elsewhere(desk):
    calls.append(desk)
    asked.set()
    threading.Event().wait(0.2)
    return "it is there"

def restore(saved, said):
    on_its_way.join()
    print(len(calls), said, told, flush=True)

signals.DEADLINE_SECONDS, signals._restore = 0.01, restore
with signals.leave_in_order(App(), elsewhere) as keep:
    on_its_way = threading.Thread(target=lambda: told.append(keep(App.desks[0])))
    signal.raise_signal(signal.SIGTERM)
    asked.wait()
    on_its_way.start()
"""
"""One that comes free a little earlier, while what could not be saved is kept elsewhere, and is about to do so too."""


def test_what_could_not_be_saved_is_kept_once_whoever_comes_first() -> None:
    run = [sys.executable, "-c", KEPT_ONCE.format(root=str(ROOT))]
    ended = subprocess.run(run, capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGTERM, "")
    assert ended.stdout == "1 ['it is there'] ['it is there']\n"
