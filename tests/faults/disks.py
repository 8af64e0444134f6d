"""A disk that refuses, or takes its time, under a board in a terminal: it is said, the hour goes on, and when the disk
takes something again everything is on it. What is still not saved on leaving is kept elsewhere and can be copied back.
"""

import contextlib
import random
import shutil
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.faults.faulty_program import argv
from tests.faults.homes import BADGES, Trial, trial
from tests.faults.table import Row
from tests.terminal import Terminal

SAVED = r"\A +Peers"
LONG_S = 30.0
IN_TURNS = 10
"""So many keys on the one disk, then as many on the other: what else the machine does is shared."""


class Fault(NamedTuple):
    """A way in which a disk refuses: what README calls it, the step and the error, and what the board says."""

    called: str
    step: str
    error: str
    said: str


REFUSALS = (
    Fault("full disk", "write", "ENOSPC", "the disk is full"),
    Fault("quota used up, said only at the close", "close", "EDQUOT", "the disk is full"),
    Fault("disk gone read-only", "open", "EROFS", "the disk is read-only"),
    Fault("EIO from the fsync of a file", "flush", "EIO", "the disk answered “Input/output error”"),
    Fault("EIO from the fsync of a folder", "flush-folder", "EIO", "the disk answered “Input/output error”"),
    Fault("EIO when the new file is put in place", "replace", "EIO", "the disk answered “Input/output error”"),
    Fault("permission taken away", "open", "EACCES", "no permission to write there"),
)


class Seat:
    """A board on a disk that does as it is told."""

    def __init__(self, one: Trial, chance: random.Random) -> None:
        self.one, self._chance = one, chance
        self._faults = one.folder / "faults"
        self.heal()
        self.terminal = Terminal(argv("run", told=one.told, faults=self._faults), env=one.environ)
        self.terminal.wait_for("Voices", LONG_S)
        self._number = 0

    def fails(self, step: str, how: str) -> None:
        """From now on, for what lies in the home."""
        self._faults.write_text(f"{self.one.home}\n{step} {how}\n")

    def heal(self) -> None:
        self._faults.write_text("")

    def acts(self, times: int) -> None:
        """So many acts: a minute more, a minute less."""
        for _ in range(times):
            self.terminal.send(self._chance.choice("+-"))

    def line(self) -> str:
        """Something written down; it stands on the board."""
        self._number += 1
        text = f"zq{self._number}{self._chance.randrange(10**6)}"
        self.terminal.send("c")
        self.terminal.wait_for("Enter keep", LONG_S)
        self.terminal.type(f"l {text}")
        self.terminal.wait_for(text, LONG_S)
        self.terminal.send("enter")
        self.terminal.wait_for(lambda shown: "Enter keep" not in shown and text in shown, LONG_S)
        return text

    def leave(self) -> int:
        self.terminal.send("q", "q")
        return self.terminal.wait_exit(LONG_S)


@contextlib.contextmanager
def seated(one: Trial, chance: random.Random) -> Iterator[Seat]:
    seat = Seat(one, chance)
    with seat.terminal:
        yield seat


def refusals(times: int, chance: random.Random, faults: Sequence[Fault] = REFUSALS) -> Iterator[Row]:
    """Every way in which a disk refuses, so many times on one board, and then once to the end."""
    for fault in faults:
        with trial() as one:
            bad = _refused(one, fault, times, chance) + _left(one, fault, chance)
            taken = len(one.said("taken"))
        came = f"said each time; {taken} events taken, all on the disk in the end, or kept elsewhere and copied back"
        yield Row(fault.called, times + 1, came, bad)


def _refused(one: Trial, fault: Fault, times: int, chance: random.Random) -> int:
    bad = 0
    with seated(one, chance) as seat:
        for _ in range(times):
            seat.fails(fault.step, fault.error)
            seat.acts(1 + chance.randrange(3))
            seat.terminal.wait_for(f"Not saved yet: {fault.said}", LONG_S)
            text = seat.line()
            bad += text in repr(one.facts()) and fault.step != "flush-folder"
            seat.heal()
            seat.terminal.wait_for(SAVED, LONG_S)
            bad += one.lost("taken")
        bad += int(seat.leave() != 0)
    return bad + one.lost("taken") + int(one.shell("check").status != 0)


def _left(one: Trial, fault: Fault, chance: random.Random) -> int:
    """Left while the disk refuses; what was kept elsewhere is copied into the log's folder, as the last line says."""
    with seated(one, chance) as seat:
        seat.fails(fault.step, fault.error)
        seat.acts(2)
        text = seat.line()
        bad = int(seat.leave() != 1)
        said = "".join(seat.terminal.screen().split())
    for kept in (one.folder / "spare").glob("lcterm-kept-*/*.json"):
        bad += int(str(kept) not in said)
        log = next(folder for folder, _ in one.logs() if folder.parent.name == "sessions")
        shutil.copy(kept, log)
    return bad + one.lost("taken") + int(text not in repr(one.facts())) + int(one.shell("check").status != 0)


class Felt(NamedTuple):
    """From a key to the first bytes of its picture, ms, for half of them and for 95 of 100."""

    half: float
    most: float


def slow(keys: int, ms: int, chance: random.Random) -> Row:
    """A disk that takes `ms` for every fsync, beside one that takes no time, key by key in turns."""
    keys = max(IN_TURNS, keys)
    with trial() as one, seated(one, chance) as seat:
        times: dict[bool, list[float]] = {False: [], True: []}
        for number in range(2 * keys):
            is_slow = number // IN_TURNS % 2 == 1
            seat.fails("flush", str(ms)) if is_slow else seat.heal()
            times[is_slow].append(_key_to_paint(seat, chance))
        seat.heal()
        ended = seat.leave()
        lost = one.lost("taken")
    quick, waits = (_felt(times[which]) for which in (False, True))
    came = (
        f"key to picture {waits.half:.0f} ms for half, {waits.most:.0f} ms for 95 of 100; "
        f"beside it, on the disk as it is, {quick.half:.0f} and {quick.most:.0f} ms; none lost"
    )
    felt = waits.half > 1.5 * quick.half + 5
    return Row(f"every fsync takes {ms} ms", keys, came, lost + int(ended != 0) + int(felt))


def _key_to_paint(seat: Seat, chance: random.Random) -> float:
    """A person's key after `h`, until anything comes back: their hand stands in the list by then."""
    seat.terminal.send("h")
    seat.terminal.settle(0.03)
    before = len(seat.terminal.raw)
    began = time.monotonic()
    seat.terminal.send(chance.choice(BADGES))
    assert seat.terminal._line.wait_for_more(before, LONG_S), "nothing was painted"
    took = time.monotonic() - began
    seat.terminal.settle(0.03)
    return 1000 * took


def _felt(times: list[float]) -> Felt:
    return Felt(statistics.median(times), sorted(times)[int(0.95 * len(times))])


def removed(times: int, chance: random.Random) -> Row:
    """The home is taken away under the board, and comes back from a backup: what was done meanwhile is in neither
    lost."""
    bad = said = 0
    for _ in range(times):
        with trial() as one, seated(one, chance) as seat:
            seat.line()
            seat.terminal.wait_for(SAVED)
            backup = one.folder / "backup"
            shutil.copytree(one.home, backup)
            shutil.rmtree(one.home)
            seat.terminal.wait_for("is gone; what was read before stands", LONG_S)
            said += 1
            seat.acts(3)
            text = seat.line()
            bad += int(seat.leave() != 0)
            found = one.shell("check")
            bad += int("so no list shows" not in found.out)
            _bring_back(backup, one.home)
            bad += one.lost("taken") + int(text not in repr(one.facts())) + int(one.shell("check").status != 0)
    came = f"said {said} times; the board works on in a new home; copied together with a backup nothing is missing"
    return Row("home removed while the board runs", times, came, bad)


def _bring_back(backup: Path, home: Path) -> None:
    """As somebody does who copies a backup over what is there, keeping whatever is newer."""
    for path in backup.rglob("*"):
        target = home / path.relative_to(backup)
        if path.is_dir():
            target.mkdir(mode=0o700, exist_ok=True)
        elif not target.exists():
            shutil.copy2(path, target)
