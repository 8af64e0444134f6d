"""A session in a home, seats at it, and a search of everything that is stored for words that must be gone."""

import json
import os
from pathlib import Path

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import EditCapture, StartSession, StrikeCapture, WriteCapture
from lcterm.core.events import CaptureWritten, Words
from lcterm.core.facts import Fact
from lcterm.core.when import zone_named
from lcterm.store.desk import Desk, Outcome
from lcterm.store.paths import Home
from lcterm.store.place import Place
from lcterm.store.register import found, plan
from tests.clock_program import TestClock
from tests.store.disk import LONG_S
from tests.store.making import store

WORDS = "Zoë told us “it is my marriage” wörtlich"
OTHER = "Meet earlier"


class Seats:
    """A running session, and as many runs of the program at it as are asked for."""

    def __init__(self, home: Path, clock: TestClock) -> None:
        self.home, self.clock = Home(home), clock
        self.community = found(self.home, clock, "Bees", "", [])
        point = PlannedPoint(id="p1", title="Talk", minutes=30)
        self.session = plan(self.home, clock, self.community, [point], zone_named("UTC"), "UTC")
        first = self.desk()
        assert not first.act(StartSession()).refused
        first.settle()

    def desk(self, *, board: bool = False) -> Desk:
        """Another run; `board`: one that stays, as a screen does."""
        return Desk(self.home, self.community.id, self.session, self.clock, (lambda seq: None) if board else None)

    @property
    def log(self) -> Path:
        return self.home.session_log(self.community.id, self.session)

    def elsewhere(self, text: str) -> str:
        """A capture in a file that another device's run left here; its id."""
        event = CaptureWritten(words=Words(kind="learning", text=text))
        at = self.clock.now()
        store(self.log, [Fact(at + 1, "zzzz", 1, at, "anotherlaptop", event)], log=self.session)
        return "zzzz-1"

    def place(self) -> Place:
        return self.desk().session.place


def write(desk: Desk, text: str = WORDS) -> str:
    """A capture written at this seat; its id."""
    assert not desk.act(WriteCapture(Words(kind="learning", text=text))).refused
    return list(desk.meeting.session.captures)[-1]


def mend(desk: Desk, capture: str, text: str) -> None:
    assert not desk.act(EditCapture(capture, Words(kind="learning", text=text))).refused


def strike(desk: Desk, capture: str) -> Outcome:
    outcome = desk.act(StrikeCapture(capture))
    assert not outcome.refused, outcome
    return outcome


def saved(desk: Desk) -> None:
    """Wait until all is on the disk and nothing is left to do."""
    assert desk.session.flush(LONG_S)
    desk.session.outlast(LONG_S)


def end(desk: Desk) -> None:
    """The run is over, all its work done."""
    assert desk.close(LONG_S) == []


def texts(desk: Desk) -> list[str]:
    """What is written down, as this seat sees it."""
    return [capture.words.text for capture in desk.meeting.session.captures.values()]


def with_words(home: Home, *words: str) -> list[str]:
    """The files in which any of the words stand, in UTF-8 or with JSON's escapes."""
    forms = [
        form
        for text in words or (WORDS,)
        for form in (text.encode(), json.dumps(text)[1:-1].encode(), text.encode("utf-16-le"))
    ]
    paths = [Path(folder, name) for folder, _, names in os.walk(home.path) for name in names]
    return [str(path) for path in paths if any(form in path.read_bytes() for form in forms)]


def files(folder: Path) -> dict[Path, bytes]:
    """The content of every file of a log."""
    return {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def put_back(before: dict[Path, bytes]) -> None:
    """Old copies of files come back, as a sync or a backup brings them."""
    for path, content in before.items():
        path.write_bytes(content)
