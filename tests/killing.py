"""lcterm, killed when it is about to put the nth file in its place."""

import subprocess
import sys

from tests.clock_program import ROOT, TestClock

_PROGRAM = """
import os, sys
from lcterm.cli.main import main
from tests.clock_program import FileClock

left = int(sys.argv[2])

def counted(really):
    def put(*paths):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        really(*paths)
    return put

os.replace, os.link = counted(os.replace), counted(os.link)
sys.exit(main(sys.argv[3:], FileClock(sys.argv[1])))
"""


def killed(clock: TestClock, writes: int, *argv: str) -> int:
    """How the program ends that may put so many files in place: 9 when it was killed."""
    run = [sys.executable, "-c", _PROGRAM, str(clock.path), str(writes), *argv]
    return subprocess.run(run, cwd=ROOT, capture_output=True, check=False).returncode
