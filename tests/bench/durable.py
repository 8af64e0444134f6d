"""From an act to the disk, and from the disk to the state, with short logs and long ones."""

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import msgspec

from lcterm.cli.clock import SystemClock
from lcterm.core.commands import NoteSpoke
from lcterm.store.desk import Desk
from lcterm.store.digests import read_session_log
from lcterm.store.read_before import taken as taken_over
from lcterm.store.shelf import communities, sessions
from tests.bench.figures import Row, Table, compared
from tests.bench.meeting_sizes import running_session
from tests.bench.programs import Sized

LENGTHS = (100, 1000, 10_000)
"""Events in the log that is appended to."""
MEMBERS = 12
P95, FLAT = 8.0, 1.2
APPEND = (
    "From an act until it is on the disk, {count} acts each, one at a time; the floor appends as many bytes to a file "
    "in the same folder and syncs it"
)
LOAD = (
    "CPU from the files of a session to its state, {count} times; the floor reads the same files and decodes their JSON"
)
WAIT_S = 20.0


def measure_append(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """Acts at three lengths of log in turn, each beside a plain append."""
    count = 40 if quick else 200
    with tempfile.TemporaryDirectory() as folder:
        logs = [_Appending(Path(folder) / str(length), length) for length in LENGTHS]
        times: list[list[float]] = [[] for _ in logs]
        plain: list[float] = []
        for _ in range(count):
            for taken, log in zip(times, logs, strict=True):
                taken.append(log.append())
            plain.append(logs[0].plain())
        for log in logs:
            log.close()
    rows: list[Row] = []
    for length, taken in zip(LENGTHS, times, strict=True):
        rows.append(compared(f"log of {length:,} events: half of them", taken, plain))
        rows.append(compared("the same: 95 of 100", taken, plain, P95, part=0.95))
    rows.append(compared(f"{LENGTHS[-1]:,} events beside {LENGTHS[0]}", times[-1], times[0], FLAT))
    return [Table("From an act to the disk", APPEND.format(count=count), rows)]


class _Appending:
    """A session that is written to, and a file beside it."""

    def __init__(self, folder: Path, events: int) -> None:
        home = running_session(folder, SystemClock().now(), MEMBERS, events)
        (community,) = communities(home)
        (held,) = sessions(home, community)
        self._saved = Event()
        clock = SystemClock()
        self._desk = Desk(home, community.id, held.session.session, clock, lambda _: self._saved.set())
        self._person = next(iter(self._desk.meeting.session.voices))
        self._plain = os.open(folder / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append(self) -> float:
        """Ms until the act is durable."""
        self._saved.clear()
        began = time.perf_counter()
        self._desk.act(NoteSpoke(self._person))
        if not self._saved.wait(WAIT_S):
            raise TimeoutError("an act did not reach the disk")
        return (time.perf_counter() - began) * 1000

    def plain(self) -> float:
        """Ms that as many bytes take without any of it."""
        content = b"x" * 200
        began = time.perf_counter()
        os.write(self._plain, content)
        os.fsync(self._plain)
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        self._desk.close(WAIT_S)
        os.close(self._plain)


def measure_load(homes: Sequence[Sized], quick: bool) -> list[Table]:
    """Sessions of three sizes in turn, read and folded from nothing."""
    count = 8 if quick else 30
    times: dict[str, list[float]] = {sized.name: [] for sized in homes}
    plain: dict[str, list[float]] = {sized.name: [] for sized in homes}
    for _ in range(count):
        for sized in homes:
            (community,) = communities(sized.home)
            (session,) = sized.home.sessions(community.id)
            log = sized.home.session_log(community.id, session)
            taken_over(log)  # what was read before is not to be read on
            began = time.process_time()
            read_session_log(sized.home, community.id, session)
            times[sized.name].append((time.process_time() - began) * 1000)
            began = time.process_time()
            for path in sorted(log.glob("*.json")):
                msgspec.json.decode(path.read_bytes())
            plain[sized.name].append((time.process_time() - began) * 1000)
    rows = [compared(name, taken, plain[name]) for name, taken in times.items()]
    small, large = homes[0], homes[-1]
    per_event = [[one / sized.events * 1000 for one in times[sized.name]] for sized in (small, large)]
    what = f"an event of {large.events:,} beside one of {small.events}"
    rows.append(compared(what, per_event[1], per_event[0], unit="µs"))
    return [Table("Load and fold", LOAD.format(count=count), rows)]
