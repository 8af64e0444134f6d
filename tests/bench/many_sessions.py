"""Year ten beside year one: what goes by all sessions, the home screen, the board of the next session, with many closed
sessions behind them and with five."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lcterm.store.paths import Home
from tests.bench.figures import Row, Table, compared, share
from tests.bench.program import Program
from tests.bench.programs import Sized
from tests.bench.shell import seconds
from tests.bench.year_homes import many_sessions, plan_next

FEW, MANY, EVENTS = 5, 500, 200
FACTOR, BEYOND_MS = 1.25, 25.0
HOW = (
    "A home with {many} sessions of {events} events each beside one with {few}, {runs} runs in turn; commands to their "
    "end, screens to their first picture. Of the first run, which finds no digests, the time is told apart"
)


class Task(NamedTuple):
    """A command; `shows`: what its first picture has on it, "" for one without a screen."""

    command: str
    shows: str = ""


TASKS = (
    Task("sessions"),
    Task("actions"),
    Task("next"),
    Task("report"),
    Task("open", "Housing peers"),
    Task("run", "The next one"),
)


def taken_ms(home: Home, task: Task) -> float:
    """How long a task takes, as a process of its own; a screen up to its first picture."""
    argv = [sys.executable, "-m", "lcterm", "--home", str(home.path), task.command]
    if not task.shows:
        return seconds(argv) * 1000
    with Program(task.command, argv) as program:
        return (program.wait_for(task.shows, 60) - program.started) * 1000


def measure(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """Makes both homes, then runs the tasks in each by turns."""
    many, runs = (60, 5) if quick else (MANY, 10)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        held: list[Home] = []
        for count in (FEW, many):
            home, community = many_sessions(Path(folder) / str(count), count, EVENTS)
            plan_next(home, community)
            held.append(home)
        first = [taken_ms(home, TASKS[0]) for home in held]
        rows.append(Row("the first run, which makes all digests", f"{first[1]:.0f} ms", f"{first[0]:.0f} ms"))
        for task in TASKS:
            times = [[taken_ms(home, task) for home in held] for _ in range(runs)]
            few, much = zip(*times, strict=True)
            row = compared(f"`{task.command}`", much, few, FACTOR)
            near = share(much, 0.5) <= share(few, 0.5) + BEYOND_MS
            rows.append(row._replace(most=None, target=f"≤ {FACTOR} × or {BEYOND_MS:g} ms more",
                                     plain_over=row.over and not near))  # fmt: skip
    return [Table("Many sessions", HOW.format(many=many, events=EVENTS, few=FEW, runs=runs), rows)]
