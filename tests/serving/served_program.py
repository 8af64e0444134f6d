"""`lcterm serve` on a compressed clock, its screens on the same one: `served_program.py CLOCKFILE LIMITS ARGS…`.

LIMITS is JSON: the fields of the gate's limits that this test wants otherwise.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(clock_file: str, other_limits: str, argv: list[str]) -> int:
    from lcterm.serving import limits, seats
    from tests import clock_program

    limits.USUAL = limits.USUAL._replace(**json.loads(other_limits))
    seats.PROGRAM = (sys.executable, str(Path(clock_program.__file__).resolve()), clock_file)
    return clock_program.run([clock_file, *argv])


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
