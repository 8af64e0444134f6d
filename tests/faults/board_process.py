"""A board's desk in a process of its own: `python -m tests.faults.board_process CLOCK HOME COMMUNITY SESSION TEXT`.

Writes TEXT down and prints the capture's id, then follows what others write, as a board does, and prints a line after
every change that it has dealt with, until its standard input ends. `--die AT` instead: it strikes the capture, and
kills itself before the AT-th time that a file is put in its place after that.
"""

import os
import signal
import sys
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Thread

from lcterm.core.commands import StrikeCapture, WriteCapture
from lcterm.core.events import Words
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.watcher import Watcher
from tests.clock_program import FileClock

ROOT = Path(__file__).resolve().parents[2]
LONG_S = 30.0


def start(clock: Path, home: Path, community: str, session: str, text: str, *more: str) -> "Popen[str]":
    """The process, with pipes to it."""
    argv = [sys.executable, "-m", "tests.faults.board_process", str(clock), str(home), community, session, text, *more]
    return Popen(argv, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True)


def _follow(desk: Desk) -> None:
    watcher = Watcher(desk.folders)

    def stop_at_the_end_of_input() -> None:
        sys.stdin.read()
        watcher.stop()

    Thread(target=stop_at_the_end_of_input, daemon=True).start()
    while watcher.wait():
        desk.poll()
        desk.session.flush(LONG_S)
        desk.session.outlast(LONG_S)
        print("looked", flush=True)
    desk.settle()


def _die(at: int) -> None:
    """From now on the process ends itself before a file is put in place for the `at`-th time."""
    real, left = os.replace, [at]

    def replace(source: str, target: str) -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        real(source, target)

    os.replace = replace  # type: ignore[assignment]


def main(arguments: list[str]) -> int:
    clock, home, community, session, text, *more = arguments
    desk = Desk(Home(Path(home)), community, session, FileClock(clock), lambda seq: None)
    desk.act(WriteCapture(Words(kind="learning", text=text)))
    capture = list(desk.meeting.session.captures)[-1]
    desk.session.flush(LONG_S)
    print(capture, flush=True)
    if more:
        _die(int(more[1]))
        desk.act(StrikeCapture(capture))
        desk.settle()
        return 0
    _follow(desk)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
