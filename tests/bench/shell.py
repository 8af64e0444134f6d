"""Commands that open no screen, as processes of their own: from the shell's call to their end."""

import subprocess
import sys
import time
from collections.abc import Sequence

from tests.bench.figures import Row, Table, compared
from tests.bench.programs import Sized
from tests.terminal_line import ROOT, environment

LIMIT = 1.3
FLOOR = [sys.executable, "-c", "import argparse, msgspec, tinydb"]
LCTERM = [sys.executable, "-c", "from lcterm.cli.main import entry; raise SystemExit(entry())"]
"""What the installed `lcterm` does: `python -m` would load more, which the floor does not."""
COMMANDS = (("show",), ("summary", "--to", "-"))
HOW = (
    "From the call to the end, {count} of each in turn; the floor is a Python that imports argparse, msgspec and "
    "tinydb and ends. The target is that of an ordinary session: of a long one the log is read and folded"
)


def seconds(argv: Sequence[str]) -> float:
    """How long a program takes. Raises CalledProcessError where it fails."""
    began = time.perf_counter()
    subprocess.run(argv, check=True, cwd=ROOT, env=environment({}), stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """The commands on each size in turn, and the floor between them."""
    count = 8 if quick else 25
    calls = {
        f"`{command[0]}`, {sized.name}": [*LCTERM, "--home", str(sized.home.path), *command]
        for command in COMMANDS
        for sized in homes
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    floor: list[float] = []
    for number in range(count + 1):
        for name, argv in calls.items():
            taken, beside = seconds(argv), seconds(FLOOR)
            if number:
                times[name].append(taken * 1000)
                floor.append(beside * 1000)
    rows: list[Row] = []
    for name, taken in times.items():
        rows.append(compared(name, taken, floor, LIMIT if homes[0].name in name else None))
    return [Table("Commands without a screen", HOW.format(count=count), rows)]
