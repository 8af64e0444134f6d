"""Who sits at a session on this device: each seat has a sign of its own, which tells the others what it is busy with.

A seat is not a fact of the session: it is gone when its program is, however that ends. Seats of one device are told
apart as actors too, so that each takes back its own last act; the first board is the device itself, and a seat that
was killed is the same actor again when it comes back.
"""

import contextlib
import os
import re
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Literal

import msgspec
from msgspec import DecodeError, Struct

from lcterm.store.neutral import neutral_json
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.runs import Run, one_at_a_time

SEATS = "seats"
"""The folder of the signs, in the home's private one; a folder for each session in it."""
SITTING_DOWN = "taking-a-seat"
MOST = 99
"""So many seats of a kind can be told apart; whoever comes later has none of their own."""

LOOKS = 3
BETWEEN_LOOKS_S = 0.004

SeatKind = Literal["board", "notes", "watch"]
_NAME = r"(board|notes|watch)(?:-([2-9]|[1-9][0-9]))?"
_SIZE_MAX = 4 * 1024


class Doing(Struct, frozen=True):
    """What a seat is busy with. `what`: "" nothing in particular, "line" a new line is written, "mend" a line is
    changed, "away" nobody looks at it now, else the id of the key that opened the large screen it has. `about`: the id
    of the capture that is changed. Never any words."""

    what: str = ""
    about: str = ""


class Seated(Struct, frozen=True):
    """A seat that is taken: its kind, which of its kind it is (from 1), what it is busy with."""

    kind: SeatKind
    number: int = 1
    doing: Doing = Doing()

    @property
    def name(self) -> str:
        """Its name among the seats of this device: `board`, `notes-2`."""
        return self.kind if self.number == 1 else f"{self.kind}-{self.number}"


class _SeatFile(Struct):
    seat: dict[str, Doing]


class Seat:
    """A place at a session, held from `take` until `leave`. `away`: nobody sits there until it is told otherwise. What
    the disk refuses here is nobody's trouble: the seat works, but the others do not hear of it."""

    def __init__(self, home: Home, session: str, kind: SeatKind, *, away: bool = False) -> None:
        self.folder = home.private / SEATS / session
        self.own = Seated(kind)
        self._run: Run | None = None
        self._told = self._wanted = Doing("away") if away else Doing()
        self._seen: set[str] = set()
        self._turn = Condition()
        self._over = False
        self._thread: Thread | None = None

    @property
    def suffix(self) -> str:
        """What the device's id is followed by for acts from this seat: nothing for its first board."""
        return "" if self.own == Seated("board") else f"-{self.own.name}"

    def take(self) -> None:
        """Sit down: the first place of this kind that is free."""
        with one_at_a_time(self.folder, SITTING_DOWN):
            for number in range(1, MOST + 1):
                seated = Seated(self.own.kind, number)
                run = Run(self.folder, seated.name)
                with contextlib.suppress(OSError):  # what no program can sit on is passed over
                    if _is_free(run):
                        self._run, self.own = run, seated
                        self._path.unlink(missing_ok=True)  # of one that was killed there
                        self._begin()
                        return

    def _begin(self) -> None:
        """Whoever is away from the first is never announced."""
        with contextlib.suppress(OSError):
            if self._told != Doing():
                self._note(self._told)

    @property
    def _path(self) -> Path:
        return self.folder / f"{self.own.name}.json"

    def tell(self, doing: Doing) -> None:
        """Let the others know what this seat is busy with. Returns at once; a thread of its own writes."""
        with self._turn:
            if self._run is None or self._over or doing == self._wanted:
                return
            self._wanted = doing
            if self._thread is None:
                self._thread = Thread(target=self._write, name="lcterm-seat", daemon=True)
                self._thread.start()
            self._turn.notify()

    def _write(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._over or self._wanted != self._told)
                if self._over:
                    return
                self._told = wanted = self._wanted
            with contextlib.suppress(OSError):
                self._note(wanted)

    def _note(self, doing: Doing) -> None:
        from tinydb import TinyDB

        from lcterm.store.segment_storage import SegmentStorage

        TinyDB(self._path, storage=SegmentStorage).table("seat").insert(msgspec.to_builtins(doing))

    def others(self) -> tuple[Seated, ...]:
        """Who else sits here now, boards first. Asks the system of each whether its program lives."""
        names: list[str] = []
        with contextlib.suppress(OSError):
            names = os.listdir(self.folder)
        found: list[Seated] = []
        unsure = SITTING_DOWN in names and self._is_taken(SITTING_DOWN)  # somebody, who may only pass by
        own = self.own.name if self._run is not None else ""
        for match in (re.fullmatch(_NAME, name) for name in names if name != own):
            if match is None or (unsure and match[0] not in self._seen):
                continue
            kind: SeatKind = msgspec.convert(match[1], SeatKind)
            if self._is_taken(match[0]) and (doing := self._doing(match[0])).what != "away":
                found.append(Seated(kind, int(match[2] or 1), doing))
        self._seen = {one.name for one in found}
        return tuple(sorted(found, key=lambda one: (one.kind, one.number)))

    def _is_taken(self, name: str) -> bool:
        run = Run(self.folder, name)
        try:
            if not run.take_over():
                return True
            with contextlib.suppress(OSError):  # of one that was killed there
                (self.folder / f"{name}.json").unlink(missing_ok=True)
            run.end()
        except OSError:
            return False
        return False

    def _doing(self, name: str) -> Doing:
        try:
            content, _ = read_whole(self.folder / f"{name}.json", _SIZE_MAX)
            return next(iter(msgspec.json.decode(neutral_json(content), type=_SeatFile).seat.values()), Doing())
        except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
            return Doing()

    def leave(self) -> None:
        """Stand up; nothing happens where nobody sat."""
        with self._turn:
            run, self._run, self._over = self._run, None, True
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(1)
        if run is None:
            return
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        run.end()
        with contextlib.suppress(OSError):  # others may still sit there
            self.folder.rmdir()


def _is_free(run: Run) -> bool:
    """Whether nobody has this place, and it is now ours: somebody who only looks who is there holds it for a moment."""
    for _ in range(LOOKS):
        if run.take_over():
            return True
        Event().wait(BETWEEN_LOOKS_S)
    return False


def device_of(actor: str) -> str:
    """The device that an actor works on: all its seats have its id in front of theirs."""
    return actor.partition("-")[0]


def seated_of(actor: str) -> Seated | None:
    """Which of the seats of its device an actor is, whatever it is busy with; None for what is no seat."""
    match = re.fullmatch(_NAME, actor.partition("-")[2] or "board")
    return Seated(msgspec.convert(match[1], SeatKind), int(match[2] or 1)) if match is not None else None


def called(actor: str, own: str) -> str:
    """How the seat of an actor is called, where there is little room, by one that is `own`: `notes`, `board 2`;
    `another seat` for one that is not of this device."""
    seated = seated_of(actor) if device_of(actor) == device_of(own) else None
    return " ".join((seated.kind, *([str(seated.number)] if seated.number > 1 else []))) if seated else "another seat"
