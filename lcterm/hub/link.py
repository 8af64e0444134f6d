"""One connection to the hub. Every call has a time limit, after which the connection is dropped hard: one that is half
open would keep its caller waiting for ever."""

import contextlib
import socket
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, LiteralString, NamedTuple

import psycopg
from psycopg import sql

from lcterm.hub.dsn import Dsn
from lcterm.hub.migrations import NEWEST
from lcterm.hub.trouble import HubTrouble, in_words
from lcterm.hub.watchdog import Watchdog

CONNECT_S = 3
CALL_S = 5.0
"""Seconds: how long a connection may take, and a call of any kind."""

SLOWEST = 100_000
"""Bytes a second that a line has at least: so much longer may a call take that sends many."""

Row = tuple[Any, ...]


class About(NamedTuple):
    """The hub as it introduces itself: which one it is, the number of its newest migration, its clock (wall ms), how
    many are connected, up to how many a push wakes the others, and the name it knows the caller by."""

    hub: str
    schema: int
    now: int
    connections: int
    hint_most: int
    person: str

    @property
    def hints(self) -> bool:
        """Whether there are few enough connections for NOTIFY, which wakes every listener."""
        return self.connections <= self.hint_most


class Link:
    """A connection that is used by one thread. Raises HubTrouble wherever the hub does not do what was asked."""

    def __init__(self, dsn: Dsn, *, connect_s: float = CONNECT_S, call_s: float = CALL_S, admin: bool = False) -> None:
        self._call_s = call_s
        self._heard = False
        self._connection = _connect(dsn, connect_s)
        self._watchdog = Watchdog(self._drop, "lcterm-hub-limit")
        self._connection.add_notify_handler(self._notified)
        try:
            self._limit()
            if not admin:
                self.about = self.introduce()
        except HubTrouble:
            self.close()
            raise

    def rows(self, query: LiteralString, parameters: Sequence[object] = (), sent: int = 0) -> list[Row]:
        """What the hub answers, all of it. `sent`: how many bytes go there, where they are many."""
        with self._within(self._call_s + sent / SLOWEST):
            return self._connection.execute(query, parameters).fetchall()

    def do(self, query: LiteralString, parameters: Sequence[object] = ()) -> None:
        """Have something done for which there is no answer."""
        with self._within(self._call_s):
            self._connection.execute(query, parameters)

    def compose(self, query: sql.Composed, seconds: float | None = None) -> None:
        """The same for a statement with names in it. Within so many seconds."""
        with self._within(seconds or self._call_s):
            self._connection.execute(query)

    def script(self, text: str, seconds: float) -> None:
        """Several statements of ours, all of them or none."""
        with self._within(seconds), self._connection.transaction():
            self._connection.execute(text.encode())

    def unreadable(self, password: str, person: str) -> str:
        """A password as the server keeps it: good for comparing, not for coming in."""
        with _translated():
            kept = self._connection.pgconn.encrypt_password(password.encode(), person.encode(), b"scram-sha-256")
        return kept.decode()

    def introduce(self) -> About:
        """Who the hub is, and how things stand there. Raises HubTrouble for one that is older or newer than this
        lcterm, and for a database that is none."""
        found = self.rows(
            "select hub::text, (select max(number) from lcterm.migrations),"
            " (extract(epoch from clock_timestamp()) * 1000)::bigint,"
            " (select numbackends from pg_stat_database where datname = current_database()), hint_most, session_user"
            " from lcterm.about"
        )
        if len(found) != 1:
            raise HubTrouble(
                "this database is no hub, or half a one: run `lcterm hub init`", standing=True, kind="no hub"
            )
        about = About(*found[0])
        if about.schema > NEWEST:
            raise HubTrouble(
                f"the hub belongs to a newer lcterm (its tables are number {about.schema}, this one knows {NEWEST}): "
                "update lcterm on this laptop",
                standing=True,
                kind="newer",
            )
        if about.schema < NEWEST:
            raise HubTrouble(
                f"the hub is older than this lcterm (its tables are number {about.schema} of {NEWEST}): whoever looks "
                "after it runs `lcterm hub init` once",
                standing=True,
                kind="older",
            )
        return about

    # ── Hints ───────────────────────────────────────────────────────────────────────────────────────────────────

    def listen(self, communities: Sequence[str]) -> None:
        """Be woken when somebody pushes to one of these."""
        for community in communities:
            self.compose(sql.SQL("listen {}").format(sql.Identifier(f"lcterm_{community}"[:63])))

    def deaf(self) -> None:
        """Be woken no more."""
        self.do("unlisten *")

    @property
    def hinted(self) -> bool:
        """Whether a hint came in beside an answer: then there is nothing to wait for, and the wire may stay silent."""
        return self._heard

    def heard(self) -> bool:
        """Whether somebody else has pushed since this was last asked. Asks nobody, waits for nothing."""
        with _translated():
            self._connection.pgconn.consume_input()
            while (note := self._connection.pgconn.notifies()) is not None:
                self._heard = self._heard or note.be_pid != self._connection.pgconn.backend_pid
        heard, self._heard = self._heard, False
        return heard

    def _notified(self, note: psycopg.Notify) -> None:
        self._heard = self._heard or note.pid != self._connection.pgconn.backend_pid

    def fileno(self) -> int:
        """For select: readable when the hub has something to say."""
        with _translated():
            return self._connection.fileno()

    # ── Limits ──────────────────────────────────────────────────────────────────────────────────────────────────

    def close(self) -> None:
        """End it; waits for nothing."""
        self._watchdog.end()
        with contextlib.suppress(psycopg.Error, OSError):
            self._connection.close()

    def _limit(self) -> None:
        # Said here and not in the DSN: what stands between, a pooler say, need not take options.
        limit = f"{max(1, round(self._call_s * 1000))}ms"
        self.rows(
            "select set_config('statement_timeout', %s, false), set_config('lock_timeout', %s, false),"
            " set_config('idle_in_transaction_session_timeout', '15s', false)",
            (limit, limit),
        )

    @contextlib.contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        # The hub's own limit comes first where it is at work still; this one is for a hub that is silent.
        with self._watchdog.within(seconds + 1), _translated():
            yield

    def _drop(self) -> None:
        """Cut the wire under whoever is waiting."""
        with contextlib.suppress(psycopg.Error, OSError):
            wire = socket.fromfd(self._connection.fileno(), socket.AF_INET, socket.SOCK_STREAM)
            with wire:
                wire.shutdown(socket.SHUT_RDWR)


def _connect(dsn: Dsn, seconds: float) -> psycopg.Connection[Row]:
    parameters: Mapping[str, object] = {
        **dsn.parameters,
        "connect_timeout": max(2, round(seconds)),
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 2,
        "tcp_user_timeout": 10_000,
        "application_name": "lcterm",
    }
    with _translated():
        return psycopg.Connection.connect("", autocommit=True, **parameters)  # type: ignore[arg-type]


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except psycopg.Error as error:
        raise in_words(error) from None
    except OSError as error:
        raise HubTrouble(f"the hub cannot be reached: {error.strerror or error}") from None
