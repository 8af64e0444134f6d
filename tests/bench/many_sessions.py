"""What listing actions costs in a home of many sessions: the first time, when every log is read, and after that.

    python tests/bench/many_sessions.py [SESSIONS] [EVENTS]

Makes a home with so many closed sessions (500) of so many events each (1000), and one with five; then runs `lcterm
actions` in both as a process of its own, cold and warm. The two warm figures should be about the same.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from lcterm.core.agenda_plan import PlannedPoint  # noqa: E402 (the checkout must be on the path first)
from lcterm.core.digest import Digest  # noqa: E402
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
from lcterm.core.when import MINUTE  # noqa: E402
from lcterm.store import register  # noqa: E402
from lcterm.store.digests import digests  # noqa: E402
from lcterm.store.filler import SegmentFiller, entry_of  # noqa: E402
from lcterm.store.paths import Home  # noqa: E402
from tests.bench.meeting_sizes import PlayedClock, names  # noqa: E402

START = 1_600_000_000_000
DAY = 24 * 60 * MINUTE
FEW = 5
ACTIONS = 6


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


def listed_s(home: Home) -> float:
    """Seconds that `lcterm actions` takes, as a process of its own."""
    begun = time.perf_counter()
    argv = [sys.executable, "-m", "lcterm", "actions", "--home", str(home.path)]
    subprocess.run(argv, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def read_s(home: Home, community: str) -> tuple[float, list[Digest]]:
    """Seconds that all digests take within a run, and these."""
    begun = time.perf_counter()
    found = digests(home, community)
    return time.perf_counter() - begun, found


def main(sessions: int, events: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for count in (FEW, sessions):
            home, community = many_sessions(Path(folder) / str(count), count, events)
            cold = listed_s(home)
            warm = sorted(listed_s(home) for _ in range(5))[2]
            within, found = read_s(home, community)
            print(
                f"{count:5} sessions of {events} events: first {cold:6.2f} s, after that {warm:6.3f} s, "
                f"of which {len(found)} digests {within * 1000:6.1f} ms"
            )


if __name__ == "__main__":
    main(*(int(argument) for argument in (*sys.argv[1:], *("500", "1000")[len(sys.argv) - 1 :])))
