"""Two boards in two real terminals at one session, both at random and one of them killed again and again:
`python -m tests.faults.two_seats [ACTS] [KILLS]` (2000 acts each and 10 kills, about five minutes).

In the end both screens and the log say the same, whatever was on the disk at a kill is in the log, whatever one seat
saw of the other is too, and it says how long an act took from the one screen to the other.
"""

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lcterm.core import fold
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Session
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.shelf import communities, sessions
from tests.terminal import Terminal

PROGRAM = (sys.executable, "-m", "lcterm")
SIZE = (120, 36)
ACTS, KILLS = 2000, 10
BETWEEN_S = 0.08
"""Between two acts of a seat: a dozen a second is more than any hand does."""
EACH = 12
"""So many acts a round, of which the last is a line whose way to the other screen is timed."""
LONG_S = 30.0

MEMBERS = "Amina\nBen\nChidi\nDorota\nFarida\nGrace\nJonas\nLeila\n"
AGENDA = "5 min - Hello [round]\n" + "".join(
    f"20 min - Discussion {number} [{'open' if number % 3 == 0 else 'queue'}]\n" for number in range(1, 21)
)
"""Long enough for nobody to come to its end by chance: the key that goes back is pressed twice as often."""
BADGES = "abcdfgjl"
WITH_PERSON = "hhhhhhsssggwik"
PLAIN = (*["space"] * 12, "f", "f", ",", ";", "p", "+", "-", "u", "u", "u", "r", "n", "b", "b", "\t")


class Count(NamedTuple):
    """What came of it. `slow`: times from a screen to the other in ms, shortest first."""

    acts: int
    kills: int
    facts: int
    lost: int
    unseen: int
    apart: int
    slow: tuple[int, ...]

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.unseen or self.apart) and self.late(0.95) < 150

    def late(self, part: float) -> int:
        """So many ms or less it took for this part of the lines."""
        return self.slow[min(len(self.slow) - 1, int(part * len(self.slow)))] if self.slow else 0


class Sat(NamedTuple):
    """A seat's program, and how often it has been started."""

    terminal: Terminal
    start: int


class Seat(threading.Thread):
    """One who sits there and acts at random; with `kills`, the program is killed that often in the middle of it."""

    def __init__(self, home: Path, name: str, acts: int, kills: int) -> None:
        super().__init__(name=name)
        self._home, self._acts, self._kills = home, acts, kills
        self._random = random.Random(f"two seats {name}")
        self.other: Seat | None = None
        self.sat = Sat(self._open(), 1)
        self.seen: list[str] = []
        self.times: list[float] = []
        self.on_disk: set[str] = set()
        self.problem: BaseException | None = None

    def _open(self) -> Terminal:
        terminal = Terminal([*PROGRAM, "--home", str(self._home), "run"], size=SIZE)
        terminal.wait_for("Voices", LONG_S)
        return terminal

    def run(self) -> None:
        try:
            rounds = -(-self._acts // EACH)
            at = {round((number + 1) * rounds / (self._kills + 1)) for number in range(self._kills)}
            for number in range(rounds):
                for _ in range(EACH - 1):
                    self._act()
                if number in at:
                    self._killed()
                self._write(f"zq{self.name}{number:04}")
        except BaseException as problem:  # noqa: BLE001  # told by whoever waits for this thread
            self.problem = problem

    def _act(self) -> None:
        send, pick = self.sat.terminal.send, self._random.choice
        if self._random.random() < 0.45:
            send(pick(PLAIN))
        else:
            send(pick(WITH_PERSON), pick(BADGES))
        threading.Event().wait(BETWEEN_S * (0.5 + self._random.random()))

    def _killed(self) -> None:
        """Kill it in the middle of a burst; what was on the disk by then has to be there for ever."""
        for _ in range(5):
            self.sat.terminal.send(self._random.choice(WITH_PERSON), self._random.choice(BADGES))
        self.on_disk |= {fact.id for fact in stored(self._home)}
        self.sat.terminal.kill()
        self.sat.terminal.wait_exit()
        self.sat.terminal._line.close()
        self.sat = Sat(self._open(), self.sat.start + 1)

    def _write(self, text: str) -> None:
        """A line, and when it stands on the other screen."""
        mine, other = self.sat.terminal, self.other
        assert other is not None
        theirs = other.sat
        start = len(theirs.terminal.raw)
        mine.send("c")
        typed = len(mine.raw)
        mine.type(f"l {text}")
        arrived(mine, text, typed)
        pressed = len(mine.raw)
        mine.send("enter")
        shown = arrived(mine, text, pressed)
        there = arrived(theirs.terminal, text, start, lambda: other.sat.start != theirs.start)
        if there and shown:
            self.seen.append(text)
            self.times.append(there - shown)


def arrived(terminal: Terminal, text: str, start: int, given_up: Callable[[], bool] = lambda: False) -> float:
    """When these words came to a screen, in its bytes from this one on (monotonic s); 0 if its program was killed."""
    deadline = time.monotonic() + LONG_S
    while text.encode() not in terminal._line.received(start):
        if given_up() or terminal._line.ended:
            return 0
        assert time.monotonic() < deadline, f"{text} did not come:\n{terminal.screen()}"
        terminal._line.wait_for_more(len(terminal._line.received()), 0.2)
    return time.monotonic()


def stored(home: Path) -> list[Fact]:
    """All facts of the session that are on the disk."""
    where = Home(home)
    community = communities(where)[0].id
    session = sessions(where, communities(where)[0])[0].session.id
    return LogReader(where.session_log(community, session), session).poll(force=True)


def prepare(home: Path) -> None:
    """A running session in a discussion."""

    def lcterm(*words: str, stdin: str = "") -> None:
        subprocess.run([*PROGRAM, "--home", str(home), *words], input=stdin, text=True, check=True, capture_output=True)

    lcterm("new", "Housing peers", "--members", "-", stdin=MEMBERS)
    lcterm("plan", "--agenda", "-", stdin=AGENDA)
    lcterm("do", "start")
    lcterm("do", "jump", "2")


def alike(one: Terminal, other: Terminal) -> int:
    """How many rows of the two screens differ in what the session is: who sits there and the answers do not count."""

    def rows(terminal: Terminal) -> list[str]:
        return terminal.settle(0.5).split("\n")[1:-3]

    deadline = time.monotonic() + LONG_S
    while (apart := sum(a != b for a, b in zip(rows(one), rows(other), strict=True))) and time.monotonic() < deadline:
        pass
    return apart


def run(acts: int, kills: int, home: Path) -> Count:
    """Let two seats act; what came of it."""
    prepare(home)
    seats = Seat(home, "a", acts, 0), Seat(home, "b", acts, kills)
    seats[0].other, seats[1].other = seats[1], seats[0]
    try:
        for seat in seats:
            seat.start()
        for seat in seats:
            seat.join()
            if seat.problem is not None:
                raise seat.problem
        return _counted(acts, kills, home, seats)
    finally:
        for seat in seats:
            seat.sat.terminal._line.close()


def _counted(acts: int, kills: int, home: Path, seats: tuple[Seat, Seat]) -> Count:
    one, other = (seat.sat.terminal for seat in seats)
    if "paused" not in one.settle():
        one.send("t")  # the clocks stand still, so that both screens can be compared
        one.wait_for("paused")
    other.wait_for("paused")
    apart = alike(one, other)
    facts = stored(home)
    ids, texts = {fact.id for fact in facts}, repr(facts)
    lost = sum(len(seat.on_disk - ids) for seat in seats)
    unseen = sum(text not in texts for seat in seats for text in seat.seen)
    apart += _states(facts)
    slow = sorted(round(1000 * max(0, each)) for seat in seats for each in seat.times)
    return Count(2 * acts, kills, len(facts), lost, unseen, apart, tuple(slow))


def _states(facts: list[Fact]) -> int:
    """Whether the log folds to another state where its facts come in another order."""
    states = []
    for seed in range(3):
        order = random.Random(seed).sample(facts, len(facts))
        log = Log(Session(id="x", community="y"), fold.apply)
        for start in range(0, len(order), 50):
            log.add(order[start : start + 50])
        states.append(log.state)
    return sum(not one.alike(states[0]) for one in states)


def main(arguments: list[str]) -> int:
    acts, kills = (int(word) for word in (arguments + [str(ACTS), str(KILLS)][len(arguments) :])[:2])
    with tempfile.TemporaryDirectory() as folder:
        count = run(acts, kills, Path(folder) / "home")
    print(
        f"{count.acts} acts, {count.kills} kills, {count.facts} facts, {count.lost} lost, "
        f"{count.unseen} seen and lost, {count.apart} apart; screen to screen {count.late(0.5)} ms for half of them, "
        f"{count.late(0.95)} for 95 of 100, {count.slow[-1]} the slowest of {len(count.slow)}"
    )
    return 0 if count.is_clean else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
