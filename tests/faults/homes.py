"""Homes that faults are tried on: a discussion under way, and what its files hold."""

import contextlib
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from lcterm.cli.clock import SystemClock
from lcterm.core.clock import Clock
from lcterm.core.facts import Fact
from lcterm.store.durable import is_aside
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.segment import parse_segment_name
from tests.cli.running import Shell

LONG_S = 30.0
PEOPLE = "Amina\nBen\nChidi\nDorota\nFarida\nGrace\nJonas\nLeila\n"
BADGES = "abcdfgjl"
AGENDA = "".join(f"20 min - Discussion {number} [queue]\n" for number in range(1, 31))
"""Long enough for nobody to come to its end by chance."""


class Trial(NamedTuple):
    """A home with a session under way, a folder for what else a trial needs, and another terminal."""

    folder: Path
    home: Path
    shell: Shell

    @property
    def told(self) -> Path:
        """What the program said it took and called durable."""
        return self.folder / "told"

    @property
    def environ(self) -> dict[str, str]:
        spare = self.folder / "spare"
        spare.mkdir(exist_ok=True)
        return {"LCTERM_HOME": str(self.home), "TMPDIR": str(spare), "HOME": str(self.folder)}

    def logs(self) -> list[tuple[Path, str]]:
        """The folders of all logs, with the ids that their files bear."""
        home = Home(self.home)
        sessions = [(one, session) for one in home.community_ids() for session in home.sessions(one)]
        return [
            *((home.community_log(one), one) for one in home.community_ids()),
            *((home.session_log(one, session), session) for one, session in sessions),
        ]

    def facts(self) -> list[Fact]:
        """All facts that are on the disk, of all logs; AssertionError where a file cannot be read."""
        facts: list[Fact] = []
        for folder, log in self.logs():
            reader = LogReader(folder, log)
            facts += reader.poll(force=True)
            assert reader.notices() == [], reader.notices()
        return facts

    def strangers(self) -> list[Path]:
        """Files in the logs with names that no program of ours gives, be it killed."""
        names = [path for folder, _ in self.logs() for path in folder.iterdir()]
        return [path for path in names if not (parse_segment_name(path.name) or is_aside(path.name))]

    def said(self, what: str) -> set[tuple[str, int]]:
        """Facts, by writer and seq, that the program said it had taken (`taken`), or that were `durable`."""
        told: set[tuple[str, int]] = set()
        for line in self.told.read_text().splitlines() if self.told.exists() else ():
            kind, writer, seq = line.split()
            if kind == what:
                told |= {(writer, number) for number in range(1, int(seq) + 1)}
        return told

    def lost(self, what: str) -> int:
        """How many of those are not on the disk."""
        return len(self.said(what) - {(fact.writer, fact.seq) for fact in self.facts()})


def until(true: Callable[[], bool]) -> None:
    """Wait until that is so. AssertionError where it is not to be."""
    deadline = time.monotonic() + LONG_S
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        threading.Event().wait(0.01)


@contextlib.contextmanager
def trial(clock: Clock | None = None, agenda: str = AGENDA, *plan: str) -> Iterator[Trial]:
    """A home of its own with a discussion under way, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="lcterm-trial-") as name:
        yield prepared(Path(name), clock, agenda, *plan)


def prepared(folder: Path, clock: Clock | None = None, agenda: str = AGENDA, *plan: str) -> Trial:
    """The same in a folder that is there already."""
    home = folder / "home"
    shell = Shell(clock or SystemClock(), home)
    shell.answer("new", "Peers", "--members", "-", stdin=PEOPLE)
    shell.answer("plan", "--agenda", "-", *plan, stdin=agenda)
    shell.answer("do", "start")
    return Trial(folder, home, shell)
