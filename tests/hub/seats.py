"""Laptops with a home each, one hub between them, and a session that all of them work on."""

import threading
from collections.abc import Callable
from pathlib import Path

import psycopg

from lcterm.core.community_events import CharterAnswered, CommunityFounded
from lcterm.core.events import AnyEvent, CaptureWritten, SessionPlanned, Words
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Session
from lcterm.hub.courier import Courier, Pace
from lcterm.hub.dsn import Dsn, parse_dsn
from lcterm.hub.joined import Joined, note_joined
from lcterm.hub.link import Link
from lcterm.hub.migrations import MIGRATIONS, Migration
from lcterm.hub.people import let_in
from lcterm.hub.raising import raise_hub
from lcterm.hub.rounds import CommunityRounds, Tally
from lcterm.store.desk import open_community, open_session
from lcterm.store.ledger import Ledger
from lcterm.store.paths import Home
from tests.hub.server import Server

COMMUNITY, SESSION = "riverside", "2026-12-01-k3f9"
LONG_S = 30.0
"""Seconds after which something that should have happened has not."""


class StillClock:
    """A clock that stands where it was put, ms since the epoch."""

    def __init__(self, at: int = 1_796_130_000_000) -> None:
        self.at = at

    def now(self) -> int:
        return self.at

    def boottime(self) -> int:
        return self.at


class Hub:
    """A database on the server. `raised` up to the newest step, or up to another one."""

    def __init__(self, server: Server, database: str, folder: Path) -> None:
        self.server, self.database, self.folder = server, database, folder
        self._couriers: list[Courier] = []
        self._links: list[Link] = []
        with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
            connection.execute(f'create database "{database}"')

    def emptied(self) -> "Hub":
        """As it was made, for the next test: that is ten times as quick as another database."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and pid <> pg_backend_pid()"
            )
            connection.execute("drop schema if exists lcterm cascade; drop schema public cascade; create schema public")
        return self

    def dsn(self, person: str = "postgres", port: int = 0) -> Dsn:
        """How somebody reaches it, through a wire where a port is given."""
        if port:
            return parse_dsn(f"host=127.0.0.1 port={port} user={person} dbname={self.database}", {})
        return self.server.dsn(person, self.database)

    def url(self, person: str = "postgres") -> str:
        return self.server.url(person, self.database)

    def raised(self, *people: str, sponsors: tuple[str, ...] = (), steps: tuple[Migration, ...] = MIGRATIONS) -> "Hub":
        """With its tables, and these people let in as facilitators."""
        link = Link(self.dsn(), admin=True)
        raise_hub(link, steps)
        for person in people:
            let_in(link, person, "facilitator")
        for person in sponsors:
            let_in(link, person, "sponsor")
        link.close()
        return self

    def raised_to(self, steps: tuple[Migration, ...]) -> None:
        """The tables as they were after these steps."""
        link = Link(self.dsn(), admin=True)
        raise_hub(link, steps)
        link.close()

    def link(self, person: str = "postgres", **limits: float) -> Link:
        """A connection of somebody's, closed at the end of the test."""
        link = Link(self.dsn(person), **limits)  # type: ignore[arg-type]
        self._links.append(link)
        return link

    def sql(self, query: str, person: str = "postgres") -> list[tuple[object, ...]]:
        """What anybody with a client would see."""
        with psycopg.connect(self.url(person), autocommit=True) as connection:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []

    def courier(self, home: Home, dsn: Callable[[], Dsn], pace: Pace, call_s: float = 5.0) -> Courier:
        """A courier of a laptop, stopped at the end of the test."""
        one = Courier(home, dsn, lambda: self.now_ms(), pace, call_s=call_s)
        self._couriers.append(one)
        return one

    @staticmethod
    def now_ms() -> int:
        import time

        return time.time_ns() // 1_000_000

    def close(self) -> None:
        for courier in self._couriers:
            courier.stop(3)
        for link in self._links:
            link.close()
        self._couriers, self._links = [], []


class Laptop:
    """A home, and a board's ledger on the session that all work on."""

    def __init__(self, hub: Hub, name: str, person: str = "postgres", clock: StillClock | None = None) -> None:
        self.hub, self.person = hub, person
        self.home = Home(hub.folder / name)
        self.clock = clock or StillClock()
        self.arrived = threading.Event()
        self._ledger: Ledger[Session] | None = None
        self.courier: Courier | None = None

    def found(self) -> "Laptop":
        """Here the community began, and its session was planned."""
        community = open_community(self.home, COMMUNITY, self.clock)
        community.add(CommunityFounded(name="Riverside", slug="riverside"), self.clock.now())
        community.add(CharterAnswered(topic="sharing", choice="hub"), self.clock.now())
        assert community.close(LONG_S) == []
        planned = SessionPlanned(community=COMMUNITY, title="one", starts=self.clock.now(), zone="UTC", points=())
        assert self.write(planned)
        return self

    @property
    def ledger(self) -> Ledger[Session]:
        if self._ledger is None:
            self._ledger = open_session(self.home, COMMUNITY, SESSION, self.clock, self._saved)
        return self._ledger

    def _saved(self, seq: int) -> None:
        if self.courier is not None:
            self.courier.nudge()

    def write(self, event: AnyEvent) -> bool:
        """Record something; whether it got to the disk."""
        self.ledger.add(event, self.clock.now())
        return self.ledger.flush(LONG_S)

    def say(self, text: str) -> Fact:
        """Write a capture down."""
        fact = self.ledger.add(CaptureWritten(words=Words(kind="learning", text=text)), self.clock.now())
        assert self.ledger.flush(LONG_S)
        return fact

    def join(self) -> Tally:
        """Put the community on the hub, or fetch it."""
        link = self.hub.link(self.person)
        link.rows("select lcterm.found(%s)", (COMMUNITY,))
        tally = CommunityRounds(self.home, COMMUNITY).all(link, anyway=True)
        note_joined(self.home, Joined(COMMUNITY, link.about.hub))
        return tally

    def sync(self) -> Tally:
        """One round, as a run of the program does it that begins now."""
        return CommunityRounds(self.home, COMMUNITY).all(self.hub.link(self.person))

    def carry(self, pace: Pace, port: int = 0, call_s: float = 5.0) -> Courier:
        """A courier beside the board, from now on."""
        dsn = self.hub.dsn(self.person, port)
        self.courier = self.hub.courier(self.home, lambda: dsn, pace, call_s)
        self.courier.attend(COMMUNITY, SESSION, self.arrived.set)
        return self.courier

    def texts(self) -> list[str]:
        """The captures, in the order of the log, as any reader of the files has them."""
        log: Log[Session] = self.fresh().log
        return [fact.event.words.text for fact in log.facts if isinstance(fact.event, CaptureWritten)]

    def fresh(self) -> Ledger[Session]:
        """Another run's view of the files."""
        return open_session(self.home, COMMUNITY, SESSION, self.clock)

    def log_folder(self) -> Path:
        return self.home.session_log(COMMUNITY, SESSION)
