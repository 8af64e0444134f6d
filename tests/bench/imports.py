"""How long recordings take to come in: each a process of its own, from the command to the last file written.

Run from the checkout: python tests/bench/imports.py [RUNS]

A call of 20 people in 700 cues as Zoom saves it (at most 1 s), a recording of 10,000 turns as RTTM and as a transcript
(at most 5 s), each into a new community, so that everybody joins; and a session of that length shown afterwards. The
median of so many RUNS (5) is compared. Exit 1 where one takes longer.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.intake import transcripts  # noqa: E402 (the checkout must be on the path first)
from tests.intake.transcripts import Heard  # noqa: E402

FIRST = ("Ada", "Bo", "Cyra", "Dirk", "Edda")
LAST = ("Oakes", "Elm", "Ash", "Fir")
NAMES = tuple(f"{first} {last}" for first in FIRST for last in LAST)
RUNS = 5


def call(cues: int) -> list[Heard]:
    """So many stretches of twenty people in turn, of 3.2 s with pauses between."""
    return [Heard(number * 4000, number * 4000 + 3210, NAMES[number % len(NAMES)]) for number in range(cues)]


CASES = (
    ("700 cues, WebVTT", "call.vtt", transcripts.zoom(call(700)), 1.0),
    ("10,000 turns, RTTM", "long.rttm", transcripts.rttm(call(10_000)), 5.0),
    ("10,000 cues, WebVTT", "long.vtt", transcripts.zoom(call(10_000)), 5.0),
)


def lcterm(home: Path, *argv: str) -> str:
    """What the command answers; it must succeed."""
    command = [sys.executable, "-m", "lcterm", "--home", str(home), *argv]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=environ).stdout


def seconds(home: Path, *argv: str) -> float:
    """How long it takes."""
    began = time.perf_counter()
    lcterm(home, *argv)
    return time.perf_counter() - began


def main(runs: int) -> int:
    """Measure, tell, and say whether all is quick enough."""
    slow = False
    for what, name, text, most in CASES:
        took: list[float] = []
        shown: list[float] = []
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as folder:
                home, file = Path(folder) / "home", Path(folder) / name
                file.write_text(text, encoding="utf-8", newline="")
                lcterm(home, "new", "Peers")
                session = lcterm(home, "plan", "--template", "blank").strip()
                took.append(seconds(home, "import", "turns", session, str(file)))
                shown.append(seconds(home, "show", session))
        slow = slow or median(took) > most
        print(f"{what}: {median(took):.2f} s (at most {most:g}), shown in {median(shown):.2f} s")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
