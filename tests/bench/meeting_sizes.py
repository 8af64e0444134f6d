"""Homes with a running session of any size, for measuring: so many members, so many events."""

from pathlib import Path
from random import Random

from lcterm.core import commands
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import AnyCommand
from lcterm.core.events import Words
from lcterm.core.joining import Newcomer
from lcterm.core.when import MINUTE, zone_named
from lcterm.store import register
from lcterm.store.desk import Desk
from lcterm.store.paths import Home

SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "ri", "so", "ta", "vi")
HANDS_UP = 6
"""So many wait at the end, whatever the size: a queue does not grow with the room."""


class PlayedClock:
    """A clock that the one who plays moves on."""

    def __init__(self, now: int) -> None:
        self._now = now

    def now(self) -> int:
        return self._now

    def boottime(self) -> int:
        return self._now

    def wait(self, ms: int) -> None:
        self._now += ms


def names(count: int) -> list[str]:
    """Names that differ in their first letters, as those of real people do."""
    chance = Random(7)
    found: dict[str, None] = {}
    while len(found) < count:
        first = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3))).title()
        found[f"{first} {chance.choice('ABCDEFGHKLMNPRSTW')}."] = None
    return list(found)


def running_session(folder: Path, now: int, members: int, events: int) -> Home:
    """A home whose one session has run for an hour at `now` (wall ms), with so many members and events."""
    home, clock = Home(folder), PlayedClock(now - 60 * MINUTE)
    community = register.found(home, clock, "Housing peers", "", [Newcomer(name) for name in names(members)])
    points = [
        PlannedPoint(id="p1", title="Discussion 1", minutes=90, mode="queue", question="When do we say so?"),
        PlannedPoint(id="p2", title="Closing", minutes=15, mode="round"),
    ]
    id = register.plan(home, clock, community, points, zone_named("UTC"), "UTC", clock.now())
    desk = Desk(home, community.id, id, clock)
    desk.act(commands.StartSession())
    people = list(desk.meeting.session.voices)
    chance, step = Random(11), 59 * MINUTE // events
    for number in range(events - 2 - HANDS_UP):
        clock.wait(step)
        desk.act(_act(desk, number, chance, people))
    for person in chance.sample(people, HANDS_UP + 1):
        desk.act(commands.RaiseHand(person))
    desk.act(commands.GiveFloor())
    desk.settle()
    return home


def _act(desk: Desk, number: int, chance: Random, people: list[str]) -> AnyCommand:
    session = desk.meeting.session
    if number % 50 == 49:
        return commands.WriteCapture(Words(kind="learning", text=f"Say early what we cannot promise, {number}"))
    if number % 3 == 0 or not session.hands:
        waiting = {hand.person for hand in session.hands} | {session.turn.person if session.turn else ""}
        return commands.RaiseHand(chance.choice([person for person in people if person not in waiting]))
    return commands.GiveFloor() if number % 3 == 1 else commands.NoteSpoke(chance.choice(people))
