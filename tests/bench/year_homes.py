"""Homes with any number of closed sessions, and the next one planned."""

from pathlib import Path
from random import Random

from lcterm.cli.clock import SystemClock
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.events import (
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
from lcterm.core.facts import Fact
from lcterm.core.joining import Newcomer
from lcterm.core.when import MINUTE, zone_named
from lcterm.store import register
from lcterm.store.entry import entry_of
from lcterm.store.filler import SegmentFiller
from lcterm.store.paths import Home
from lcterm.store.shelf import read_community
from tests.bench.meeting_sizes import PlayedClock, names

START = 1_600_000_000_000
DAY = 24 * 60 * MINUTE
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


def plan_next(home: Home, community: str) -> None:
    """The session that comes next, a day from now."""
    clock = SystemClock()
    point = PlannedPoint(id="p1", title="Discussion 1", minutes=90, mode="queue")
    held, starts = read_community(home, community), clock.now() + DAY
    register.plan(home, clock, held, [point], zone_named("UTC"), "UTC", starts=starts, title="The next one")
