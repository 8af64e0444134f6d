"""Every fault, two at a time, and the table for README: `python -m tests.faults [--share 0.02] [--only NAME …]
[--at-a-time 2] [--seed N] [--readme]`.

All of it takes about ten minutes; `--share` takes a part of the times, at least one of each. `--readme` puts the
table into README, between the marks that stand there. Exit 1 if anything went wrong.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from tests.faults.table import Row, put_into, table
from tests.faults.tasks import AT_A_TIME, PARTS, TASKS, rows

README = Path(__file__).resolve().parents[2] / "README.md"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", allow_abbrev=False)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--at-a-time", type=int, default=AT_A_TIME)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args(arguments)
    if options.readme and (options.share != 1 or set(options.only) != set(PARTS)):
        parser.error("--readme wants all of it, in one run")
    tasks = [task.part_of(options.share) for task in TASKS if task.part in options.only]
    found: list[Row] = []
    began = time.monotonic()
    for row in rows(tasks, options.seed, options.at_a_time):
        found.append(row)
        print(row.line(), file=sys.stderr, flush=True)
    print(table(found))
    print(f"seed {options.seed}, {(time.monotonic() - began) / 60:.0f} minutes", file=sys.stderr)
    if options.readme:
        README.write_text(put_into(README.read_text(encoding="utf-8"), found), encoding="utf-8")
    return int(any(row.bad for row in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
