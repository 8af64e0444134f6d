"""Year ten beside year one: what commands and screens take with many sessions, and with five.

Run from the checkout: python tests/bench/many_sessions.py [SESSIONS] [EVENTS]

Makes a home with so many closed sessions (500) of so many events each (1000) and the next one planned, and one with
five; then runs the commands that go by all sessions, the home screen and the board of the next session in both, as
processes of their own, the screens in a pseudo-terminal up to their first picture. The first run, which finds no
digests, is told apart. Exit 1 if with many one of them needs more than 1.25 times what it needs with five, and more
than 25 ms beyond.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from lcterm.cli.clock import SystemClock  # noqa: E402 (the checkout must be on the path first)
from lcterm.core.agenda_plan import PlannedPoint  # noqa: E402
from lcterm.core.events import (  # noqa: E402
    AnyEvent,
    CaptureDone,
    CaptureWritten,
    HandRaised,
    HandWithdrawn,
    Seat,
    SessionEnded,
    SessionPlanned,
    SessionStarted,
    Words,
)
from lcterm.core.facts import Fact  # noqa: E402
from lcterm.core.joining import Newcomer  # noqa: E402
from lcterm.core.when import MINUTE, zone_named  # noqa: E402
from lcterm.store import register  # noqa: E402
from lcterm.store.filler import SegmentFiller, entry_of  # noqa: E402
from lcterm.store.paths import Home  # noqa: E402
from lcterm.store.shelf import read_community  # noqa: E402
from tests.bench.meeting_sizes import PlayedClock, names  # noqa: E402
from tests.terminal_line import Line  # noqa: E402

START = 1_600_000_000_000
DAY = 24 * 60 * MINUTE
FEW = 5
ACTIONS = 6
RUNS = 15
"""So many runs of each, the two homes in turn; the quickest counts, as it is the one that nothing else disturbed."""
FACTOR, BEYOND_S = 1.25, 0.025


def many_sessions(folder: Path, sessions: int, events: int) -> tuple[Home, str]:
    """A home with so many sessions, a week apart, and its community's id. All but the last two have their actions
    done, as they would be by then."""
    home, clock = Home(folder), PlayedClock(START)
    community = register.found(home, clock, "Housing peers", "", [Newcomer(name) for name in names(12)])
    people = list(community.members)
    for number in range(1, sessions + 1):
        session = f"{2020 + number // 60:04}-01-{number % 28 + 1:02}-{number:04x}"
        done = number <= sessions - 2
        facts = _session(community.id, number, events, people, done=done)
        entries = [entry_of(fact) for fact in facts]
        filler = SegmentFiller(home.session_log(community.id, session), session, facts[0].writer, 1)
        while entries:
            entries = entries[filler.put(entries) :]
    return home, community.id


def _session(community: str, number: int, events: int, people: list[str], *, done: bool) -> list[Fact]:
    chance, at, writer = Random(number), START + number * 7 * DAY, f"w{number:x}"
    point = PlannedPoint(id="p1", title="Discussion 1", minutes=90, mode="queue")
    seats = tuple(Seat(person=person, badge=f"z{place}") for place, person in enumerate(people))
    facts: list[Fact] = []

    def add(event: AnyEvent) -> str:
        seq = len(facts) + 1
        facts.append(Fact(at + seq * 1000, writer, seq, at + seq * 1000, "nina", event))
        return facts[-1].id

    add(SessionPlanned(community=community, title=f"session {number}", starts=at, zone="UTC", points=(point,)))
    add(SessionStarted(point="p1", seats=seats))
    for place in range(ACTIONS):
        words = Words(kind="action", text=f"Ask the council, {number}.{place}", owners=(people[place],), due_next=True)
        written = add(CaptureWritten(words=words, point="p1"))
        if done:
            add(CaptureDone(capture=written))
    while len(facts) < events - 1:
        person = chance.choice(people)
        add(HandRaised(person=person) if len(facts) % 2 else HandWithdrawn(person=person))
    add(SessionEnded())
    return facts


class Task(NamedTuple):
    """A command; `shows`: what its first picture has on it, "" for one without a screen."""

    command: str
    shows: str = ""


TASKS = (
    Task("--version"),
    Task("sessions"),
    Task("actions"),
    Task("next"),
    Task("report"),
    Task("open", "Housing peers"),
    Task("run", "The next one"),
)


def taken_s(home: Home, task: Task) -> float:
    """Seconds that a task takes, as a process of its own; a screen up to its first picture."""
    argv = [sys.executable, "-m", "lcterm", "--home", str(home.path), task.command]
    if not task.shows:
        begun = time.perf_counter()
        subprocess.run(argv, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun
    begun = time.perf_counter()
    line = Line(argv, (120, 36), {}, ROOT)
    try:
        seen = 0
        while task.shows.encode() not in line.received():
            if not line.wait_for_more(seen, 60):
                raise TimeoutError(f"{task.command} did not show {task.shows!r}")
            seen = len(line.received())
        return time.perf_counter() - begun
    finally:
        line.close()


def plan_next(home: Home, community: str) -> None:
    """The session that comes next, a day from now."""
    clock = SystemClock()
    point = PlannedPoint(id="p1", title="Discussion 1", minutes=90, mode="queue")
    held, starts = read_community(home, community), clock.now() + DAY
    register.plan(home, clock, held, [point], zone_named("UTC"), "UTC", starts=starts, title="The next one")


def main(sessions: int, events: int) -> int:
    slower = 0
    with tempfile.TemporaryDirectory() as folder:
        homes: list[Home] = []
        for count in (FEW, sessions):
            home, community = many_sessions(Path(folder) / str(count), count, events)
            plan_next(home, community)
            print(f"{count:5} sessions of {events} events: without digests {taken_s(home, Task('sessions')):6.2f} s")
            homes.append(home)
        for task in TASKS:
            times = [[taken_s(home, task) for home in homes] for _ in range(RUNS)]
            few, many = (min(column) for column in zip(*times, strict=True))
            much = many > few * FACTOR and many > few + BEYOND_S
            slower += much
            print(
                f"{task.command:10} {few * 1000:7.0f} ms {many * 1000:7.0f} ms  {'too slow' if much else ''}".rstrip()
            )
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in (*sys.argv[1:], *("500", "1000")[len(sys.argv) - 1 :]))))
