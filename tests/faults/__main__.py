"""Every fault, one after the other, and the table for README: `python -m tests.faults [--share 0.02] [--only NAME …]
[--seed N] [--readme]`.

All of it takes about twenty minutes; `--share` takes a part of the times, at least one of each. `--readme` puts the
table into README, between the marks that stand there. Exit 1 if anything went wrong.
"""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import clocks, disks, ends, files, killed, old_homes
from tests.faults.table import Row, put_into, table

README = Path(__file__).resolve().parents[2] / "README.md"
SLOW_MS = 50

Part = Callable[["Times", random.Random], Iterator[Row]]


class Times:
    """How often each fault is brought about."""

    def __init__(self, share: float) -> None:
        self._share = share

    def __call__(self, whole: int) -> int:
        return max(1, round(whole * self._share))


def _killed(times: Times, chance: random.Random) -> Iterator[Row]:
    yield killed.boards(times(700), chance)
    yield killed.commands(times(300), chance)


def _disks(times: Times, chance: random.Random) -> Iterator[Row]:
    yield from disks.refusals(times(20), chance)
    yield disks.slow(times(200), SLOW_MS, chance)
    yield disks.removed(times(10), chance)


def _ends(times: Times, chance: random.Random) -> Iterator[Row]:
    yield from ends.ends(times(25), chance)
    yield ends.stopped(times(100), chance)
    yield ends.storm(times(500), chance)
    yield ends.closed_streams(times(50), chance)


def _clocks(times: Times, chance: random.Random) -> Iterator[Row]:
    yield from clocks.clocks(times(5), chance)


def _files(times: Times, chance: random.Random) -> Iterator[Row]:
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        yield files.damages(times(20), chance, Path(folder))
    yield files.json_suite(times(317))
    yield files.huge(times(5))


def _old_homes(times: Times, chance: random.Random) -> Iterator[Row]:
    yield from old_homes.rows()


PARTS: dict[str, Part] = {
    "killed": _killed, "disks": _disks, "ends": _ends, "clocks": _clocks, "files": _files, "old-homes": _old_homes,
}  # fmt: skip


def _told(name: str, times: Times, chance: random.Random) -> Iterator[Row]:
    """The rows of a part; one that could not be brought to its end is told in one more, and the others go on."""
    try:
        yield from PARTS[name](times, chance)
    except Exception as error:  # noqa: BLE001  # whatever it was, it went wrong, and the next part may say more
        print(traceback.format_exc(), file=sys.stderr)
        yield Row(f"{name}: not brought to its end", 0, type(error).__name__, 1)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", allow_abbrev=False)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args(arguments)
    chance, began = random.Random(options.seed), time.monotonic()
    rows: list[Row] = []
    for row in chain.from_iterable(_told(name, Times(options.share), chance) for name in options.only):
        rows.append(row)
        print(row.line(), file=sys.stderr, flush=True)
    print(table(rows))
    print(f"seed {options.seed}, {(time.monotonic() - began) / 60:.0f} minutes", file=sys.stderr)
    if options.readme:
        README.write_text(put_into(README.read_text(encoding="utf-8"), rows), encoding="utf-8")
    return int(any(row.bad for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
