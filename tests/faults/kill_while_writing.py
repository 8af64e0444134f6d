"""Kill -9 at a random moment while facts are written: nothing acknowledged may be lost, no reader see a torn file.

Run from the checkout: `python -m tests.faults.kill_while_writing [ROUNDS]`, 200 unless told; exit 1 if anything was
lost or torn.
"""

import json
import os
import random
import select
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB

from lcterm.core.events import CaptureWritten, Words
from lcterm.core.facts import Fact
from lcterm.store.reader import LogReader
from lcterm.store.segment import parse_segment_name
from lcterm.store.writer import Writer

ROOT = Path(__file__).resolve().parents[2]
LOG = "2026-12-01-k3f9"
WRITER = "abcdefghij"
AHEAD_MAX = 400
"""Facts that the child lets wait; enough that most writes have many in them."""


class Count(NamedTuple):
    """What the rounds came to. `lost`: acknowledged but not stored. `torn`: reads that were not one whole segment."""

    rounds: int = 0
    acknowledged: int = 0
    stored: int = 0
    lost: int = 0
    unlike: int = 0
    reads: int = 0
    torn: int = 0
    leftovers: int = 0

    def plus(self, other: "Count") -> "Count":
        return Count(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.unlike or self.torn)


def fact_of(seq: int) -> Fact:
    """The fact with this seq: the same in every process, so that what is stored can be compared. Sizes vary."""
    words = Words(kind="learning", text=f"{seq} – ça va ".ljust(20 + seq * 37 % 400, "ä"))
    return Fact(1_000_000 + seq, WRITER, seq, 1_000_000 + seq, "actor", CaptureWritten(words=words, point="p1"))


def write_for_ever(folder: Path) -> None:
    """The child: appends as fast as the disk follows, and prints each seq as it is acknowledged."""
    writer = Writer(folder, LOG, WRITER, saved=lambda seq: _print(seq))
    latest = 0
    while True:
        for _ in range(random.randint(1, AHEAD_MAX)):
            latest += 1
            writer.append(fact_of(latest))
        writer.flush(60)


def _print(seq: int) -> None:
    os.write(1, f"{seq}\n".encode())


def run(rounds: int, within_s: float = 0.25) -> Count:
    """So many rounds, each with a child that lives up to `within_s` seconds from its first acknowledgement."""
    total = Count()
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            total = total.plus(_round(Path(folder) / "log", random.uniform(0, within_s)))
    return total


def _round(folder: Path, life_s: float) -> Count:
    over = threading.Event()
    watched: list[tuple[int, int]] = []
    watcher = threading.Thread(target=lambda: watched.append(_watch(folder, over)))
    command = [sys.executable, "-m", "tests.faults.kill_while_writing", "--child", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        watcher.start()
        try:
            acknowledged = _last_acknowledged(child, life_s)
        finally:
            child.kill()
            over.set()
            watcher.join()
    stored = _stored_facts(folder)
    reads, torn = watched[0]
    return Count(
        rounds=1,
        acknowledged=acknowledged,
        stored=len(stored),
        lost=sum(seq not in stored for seq in range(1, acknowledged + 1)),
        unlike=_unlike(folder, stored),
        reads=reads,
        torn=torn,
        leftovers=sum(parse_segment_name(path.name) is None for path in folder.iterdir()),
    )


def _last_acknowledged(child: "subprocess.Popen[bytes]", life_s: float) -> int:
    """Reads what the child says, kills it when its time is over, and reads what it had still said."""
    assert child.stdout is not None
    handle = child.stdout.fileno()
    said = os.read(handle, 65536)
    until = time.monotonic() + life_s
    while (left := until - time.monotonic()) > 0:
        if select.select([handle], [], [], left)[0]:
            said += os.read(handle, 65536)
    child.kill()
    while piece := os.read(handle, 65536):
        said += piece
    return int(said.split()[-1])


def _watch(folder: Path, over: threading.Event) -> tuple[int, int]:
    """Reads all files again and again, as the program does and as anybody's script would; reads, and torn ones."""
    reader = LogReader(folder, LOG)
    reads = torn = seen = 0
    while not over.is_set():
        seen += len(reader.poll(force=True))
        torn += sum("not read" in line for line in reader.notices())
        for path in folder.glob("*.json") if folder.is_dir() else ():
            reads += 1
            try:
                json.loads(path.read_bytes())["events"]
            except (ValueError, KeyError):
                torn += 1
    return reads, torn


def _stored_facts(folder: Path) -> dict[int, str]:
    """The text of each event by seq, as a stock TinyDB reads it."""
    texts: dict[int, str] = {}
    for path in folder.iterdir():
        if parse_segment_name(path.name):
            with TinyDB(path) as database:
                for document in database.table("events").all():
                    texts[document.doc_id] = document["event"]["words"]["text"]
    return texts


def _unlike(folder: Path, stored: dict[int, str]) -> int:
    """How many events do not say what was written, to a stock TinyDB or to the program's own reader."""
    facts = LogReader(folder, LOG).poll()
    assert len(facts) == len(stored), f"the reader sees {len(facts)} facts, TinyDB {len(stored)}"
    by_tinydb = sum(
        fact_of(seq).event != CaptureWritten(words=Words(kind="learning", text=text), point="p1")
        for seq, text in stored.items()
    )
    return by_tinydb + sum(fact != fact_of(fact.seq) for fact in facts)


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--child"]:
        write_for_ever(Path(arguments[1]))
    count = run(int(arguments[0]) if arguments else 200)
    print(", ".join(f"{value} {name}" for name, value in count._asdict().items()))
    return 0 if count.is_clean else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
