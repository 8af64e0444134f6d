"""Six people, a session planned for them, and somebody who listens to it in this process."""

from pathlib import Path

from lcterm.cli.following import Follower
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from tests.cli.running import Shell
from tests.clock_program import TestClock

PEOPLE = "Amina\nBen\nChidi\nDorota\nFarida\nGrace\n"
AGENDA = """5 min Who is here [round]
30 min Presentation 1 - Amina
35 min Discussion 1 [queue]
10 min How was it [round]
"""


def six_people(clock: TestClock) -> Shell:
    """A shell with a session of six people, planned for 14:02 UTC, where it is 14:00."""
    shell = Shell(clock)
    shell.answer("new", "Housing peers", "--members", "-", stdin=PEOPLE)
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:02", "--zone", "UTC", stdin=AGENDA)
    shell.answer("brief", "amina", "--question", "When do we tell the tenant?")
    return shell


def listening(home: Path, clock: TestClock, *, others: bool = False) -> tuple[Desk, Follower]:
    """Somebody who listens in this process, looking when the test says so."""
    (community,) = (one.name for one in (home / "communities").iterdir())
    (session,) = (one.name for one in (home / "communities" / community / "sessions").iterdir())
    desk = Desk(Home(home), community, session, clock)
    return desk, Follower(desk, "moments", others=others)


def heard(ear: Follower) -> str:
    ear.look()
    return "\n".join(ear.news())
