"""How long recordings take to come in: each a process of its own, from the command to the last file written."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Row, Table, share
from tests.bench.programs import Sized
from tests.bench.shell import seconds
from tests.intake import transcripts
from tests.intake.transcripts import Heard
from tests.terminal_line import ROOT, environment

FIRST = ("Ada", "Bo", "Cyra", "Dirk", "Edda")
LAST = ("Oakes", "Elm", "Ash", "Fir")
NAMES = tuple(f"{first} {last}" for first in FIRST for last in LAST)


def call(cues: int) -> list[Heard]:
    """So many stretches of twenty people in turn, of 3.2 s with pauses between."""
    return [Heard(number * 4000, number * 4000 + 3210, NAMES[number % len(NAMES)]) for number in range(cues)]


CASES = (
    ("700 cues, WebVTT", "call.vtt", transcripts.zoom(call(700)), 1.0),
    ("10,000 turns, RTTM", "long.rttm", transcripts.rttm(call(10_000)), 5.0),
    ("10,000 cues, WebVTT", "long.vtt", transcripts.zoom(call(10_000)), 5.0),
)


HOW = (
    "A call of 20 people, each time into a new community, so that everybody joins; from the command to its end, half "
    "of {runs} runs"
)


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """Every case so many times."""
    runs = 2 if quick else 5
    rows: list[Row] = []
    for what, name, text, most in CASES:
        took = share([_brought_in(name, text) for _ in range(runs)], 0.5)
        rows.append(Row(what, f"{took:.2f} s", target=f"≤ {most:g} s", plain_over=took > most))
    return [Table("Recordings that come in", HOW.format(runs=runs), rows)]


def _brought_in(name: str, text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(text, encoding="utf-8", newline="")
        lcterm = [sys.executable, "-m", "lcterm", "--home", f"{folder}/home"]
        subprocess.run([*lcterm, "new", "Peers"], check=True, cwd=ROOT, env=environment({}), capture_output=True)
        planned = subprocess.run(
            [*lcterm, "plan", "--template", "blank"],
            check=True, cwd=ROOT, env=environment({}), capture_output=True, text=True,
        )  # fmt: skip
        return seconds([*lcterm, "import", "turns", planned.stdout.strip(), str(file)])
