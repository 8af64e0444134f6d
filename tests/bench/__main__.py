"""How fast lcterm is, beside the least that a terminal program could be: `python -m tests.bench [--quick] [--write]`.

Run from the checkout; about 12 minutes, with --quick 2. With PART … only those. Exit 1 where a figure that gates is
over its target. --write puts the tables of a whole run into README. What needs a PostgreSQL is apart: `hub_load.py`,
`hub_seats.py`; and a whole session with the night after it: `python -m tests.bench.soak`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench import durable, hurry, idle, imports, keys, many_sessions, memory, shell, starting
from tests.bench.figures import Table, markdown
from tests.bench.programs import Sized, sized_homes
from tests.bench.readme import README, section, with_section

PARTS: dict[str, Callable[[Sequence[Sized], bool], list[Table]]] = {
    "start": starting.measure,
    "keys": keys.measure,
    "memory": memory.measure,
    "idle": idle.measure,
    "hurry": hurry.measure,
    "append": durable.measure_append,
    "load": durable.measure_load,
    "shell": shell.measure,
    "sessions": many_sessions.measure,
    "imports": imports.measure,
}


def main(argv: Sequence[str]) -> int:
    """Measure, tell, write; whether all that gates is within its target."""
    options = _options(argv)
    began, tables = time.monotonic(), list[Table]()
    for name in options.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:  # every part has sessions of its own, as long as they should be
            made = PARTS[name](sized_homes(Path(folder)), options.quick)
        print("\n".join(map(markdown, made)), flush=True)
        tables += made
    seconds = time.monotonic() - began
    over = [f"{table.title}: {row.what}" for table in tables for row in table.rows if row.over and row.gates]
    print(f"{seconds:.0f} s. " + ("\n  over its target: ".join(["Over:", *over]) if over else "All within its target."))
    if options.write:
        README.write_text(with_section(README.read_text("utf-8"), section(tables, seconds)), "utf-8")
    return 1 if over else 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: about two minutes")
    parser.add_argument("--write", action="store_true", help="put the tables into README")
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    options = parser.parse_args(argv)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if options.write and (options.parts or options.quick):
        parser.error("--write takes a whole run, so that the tables belong together")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
