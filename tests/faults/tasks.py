"""The faults as tasks that stand for themselves, two of them at a time: each makes homes of its own, so that the one
does not see the other. What measures time runs while nothing else does.
"""

import random
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

from tests.faults import clocks, disks, ends, files, killed, old_homes
from tests.faults.table import Row

AT_A_TIME = 2
SLOW_MS = 50


class Task(NamedTuple):
    """What brings a fault about so many times: a function of the times, of chance, and of what else it wants. `alone`:
    whether anything beside it would falsify what it measures."""

    part: str
    run: Callable[..., Row]
    times: int
    more: tuple[Any, ...] = ()
    alone: bool = False

    def part_of(self, share: float) -> "Task":
        """The same with this share of the times, once at least."""
        return self._replace(times=max(1, round(self.times * share)))


TASKS = (
    Task("killed", killed.boards, 700),
    Task("killed", killed.commands, 300),
    *(Task("disks", disks.refusal, 20, (fault,)) for fault in disks.REFUSALS),
    Task("disks", disks.slow, 200, (SLOW_MS,), alone=True),
    Task("disks", disks.removed, 10),
    *(Task("ends", ends.ended, 25, (called,)) for called in ends.ENDS),
    Task("ends", ends.stopped, 100),
    Task("ends", ends.storm, 500),
    Task("ends", ends.closed_streams, 50),
    *(Task("clocks", clocks.clock, 5, (called,)) for called in clocks.HAPPENINGS),
    Task("files", files.damages, 20),
    Task("files", files.json_suite, 317),
    Task("files", files.huge, 5),
    *(Task("old-homes", old_homes.read, 1, (path.stem,)) for path in old_homes.kept()),
)
PARTS = tuple(dict.fromkeys(task.part for task in TASKS))


def rows(tasks: Sequence[Task], seed: int, at_a_time: int = AT_A_TIME) -> Iterator[Row]:
    """The row of each, in their order, as they come to their ends."""
    before = {task: _told(task, seed) for task in tasks if task.alone}
    with ProcessPoolExecutor(at_a_time) as pool:
        coming = {task: pool.submit(_told, task, seed) for task in tasks if not task.alone}
        for task in tasks:
            yield before[task] if task.alone else coming[task].result()


def _told(task: Task, seed: int) -> Row:
    """Its row; of one that could not be brought to its end, one that says so, and the others go on."""
    chance = random.Random(f"{seed} {task.run.__name__} {task.more}")
    try:
        return task.run(task.times, chance, *task.more)
    except Exception as error:  # noqa: BLE001  # whatever it was, it went wrong, and the next task may say more
        print(traceback.format_exc(), file=sys.stderr)
        called = " ".join([task.part, task.run.__name__, *map(str, task.more)])
        return Row(f"{called}: not brought to its end", 0, type(error).__name__, 1)
