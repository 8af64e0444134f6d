"""Seats that write at random while the way to the hub breaks and mends: what arrived where, and how soon."""

import random
import threading
import time
from collections.abc import Sequence

from lcterm.core.events import CaptureWritten, Words
from lcterm.hub.courier import Pace
from tests.hub.seats import Hub, Laptop, StillClock


class Ticking(StillClock):
    """The machine's clock."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000


class Seat:
    """A laptop whose board writes a capture now and then, and reads what comes."""

    def __init__(self, hub: Hub, name: str, pace: Pace, port: int = 0, call_s: float = 5.0) -> None:
        self.name, self._pace, self._port, self._call_s = name, pace, port, call_s
        self.laptop = Laptop(hub, name, clock=Ticking())
        self.wrote: dict[str, float] = {}
        self.longest_s = 0.0
        """The longest that a write took to be on this laptop's disk."""
        self.seen: dict[str, float] = {}
        self._came = threading.Event()
        self._stop = threading.Event()

    def begin(self) -> None:
        """From now on the courier carries, and what arrives is read as soon as it is told of."""
        self.laptop.carry(self._pace, self._port, self._call_s)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def write(self, text: str) -> None:
        """One capture, on this laptop's disk when this returns."""
        began = time.monotonic()
        self.wrote[text] = began
        self.laptop.ledger.add(CaptureWritten(words=Words(kind="learning", text=text)), self.laptop.clock.now())
        assert self.laptop.ledger.flush(10)
        self.longest_s = max(self.longest_s, time.monotonic() - began)

    def write_at_random(self, seconds: float, every_s: float, random_source: random.Random) -> threading.Thread:
        """Write for so long, on a thread of its own."""

        def work() -> None:
            until, number = time.monotonic() + seconds, 0
            while time.monotonic() < until:
                number += 1
                self.write(f"{self.name} {number}")
                self._stop.wait(random_source.uniform(0.5, 1.5) * every_s)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread

    def _read(self) -> None:
        reader = self.laptop.fresh()
        while not self._stop.is_set():
            self.laptop.arrived.wait(0.1)
            self.laptop.arrived.clear()
            reader.poll(force=True)
            now = time.monotonic()
            for fact in reader.log.facts:
                if isinstance(fact.event, CaptureWritten):
                    self.seen.setdefault(fact.event.words.text, now)

    def end(self) -> None:
        self._stop.set()


def wait_for_all(seats: Sequence[Seat], seconds: float) -> None:
    """Until every seat has seen what all have written."""
    until = time.monotonic() + seconds
    written = {text for seat in seats for text in seat.wrote}
    pause = threading.Event()
    while time.monotonic() < until and any(written - seat.seen.keys() for seat in seats):
        pause.wait(0.02)


def assert_all_is_everywhere(hub: Hub, seats: Sequence[Seat]) -> None:
    """0 lost, 0 twice, in the same order on every seat and on the hub; and the writing was never held up."""
    written = {text for seat in seats for text in seat.wrote}
    orders = [seat.laptop.texts() for seat in seats]
    for texts in orders:
        assert len(texts) == len(set(texts)) == len(written)
        assert set(texts) == written
        assert texts == orders[0]
    states = [seat.laptop.fresh().state for seat in seats]
    assert all(state == states[0] for state in states)
    (row,) = hub.sql(
        "select count(*), count(distinct envelope #>> '{event,words,text}') from lcterm.events"
        " where envelope #>> '{event,kind}' = 'CaptureWritten'"
    )
    assert row == (len(written), len(written))
    assert hub.sql(
        "select writer from lcterm.heads h where seq <> (select count(*) from lcterm.events e where"
        " (e.community, e.log, e.writer) = (h.community, h.log, h.writer))"
    ) == []  # fmt: skip


def delays_ms(seats: Sequence[Seat]) -> list[float]:
    """How long each capture took from the key press on one seat to the state of each other one, sorted."""
    return sorted(
        (other.seen[text] - at) * 1000 for seat in seats for text, at in seat.wrote.items() for other in seats
        if other is not seat
    )  # fmt: skip


def p95(values: Sequence[float]) -> float:
    return values[int(len(values) * 0.95)]
