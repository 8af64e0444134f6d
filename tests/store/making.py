"""Facts and logs for the tests of the store."""

from collections.abc import Iterable
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from lcterm.core.events import AnyEvent, CaptureWritten, ClockPaused, Words
from lcterm.core.facts import Fact
from lcterm.store.entry import entry_of
from lcterm.store.filler import SegmentFiller
from lcterm.store.segment import segment_name

LOG = "2026-12-01-k3f9"


def paused(seq: int, writer: str = "aaaa", stamp: int | None = None) -> Fact:
    """A small fact."""
    return Fact(1000 + seq if stamp is None else stamp, writer, seq, 1000 + seq, "actor", ClockPaused())


def written(seq: int, text: str, writer: str = "aaaa") -> Fact:
    """A fact with words in it."""
    event: AnyEvent = CaptureWritten(words=Words(kind="learning", text=text))
    return Fact(1000 + seq, writer, seq, 1000 + seq, "actor", event)


def store(folder: Path, facts: Iterable[Fact], log: str = LOG, first: int = 1) -> list[Path]:
    """Writes the facts of one writer as the program does, without its thread; the files."""
    entries = [entry_of(fact) for fact in facts]
    writer = entries[0].fact.writer
    filler = SegmentFiller(folder, log, writer, first)
    while entries:
        entries = entries[filler.put(entries) :]
    return [folder / segment_name(writer, number) for number in range(first, filler.next_number)]


def stock(path: Path) -> list[Document]:
    """The events of a file as TinyDB reads them that knows nothing of lcterm."""
    with TinyDB(path) as database:
        documents: list[Document] = database.table("events").all()
    return documents


class Seconds:
    """A monotonic clock that the test holds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def seqs(folder: Path) -> list[int]:
    """The seqs of all events in the folder, file by file."""
    return [document.doc_id for path in sorted(folder.glob("*.json")) for document in stock(path)]
