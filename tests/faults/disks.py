"""A disk that refuses, or takes its time, under a board in a terminal: it is said, the hour goes on, and when the disk
takes something again everything is on it. What is still not saved on leaving is kept elsewhere and can be copied back.
"""

import contextlib
import random
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.faulty_program import argv
from tests.faults.homes import BADGES, Trial, trial, until
from tests.faults.table import Row
from tests.terminal import Terminal
from tests.terminal_line import environment

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


BY_COMMAND = (("capture", "l Not on the disk"), ("rules", "--add", "Listen first"), ("reflect", "A good hour"))


class Seat:
    """A board on a disk that does as it is told."""

    def __init__(self, one: Trial, chance: random.Random) -> None:
        self.one, self._chance = one, chance
        self._faults = one.folder / "faults"
        self.heal()
        self.terminal = Terminal(argv("run", told=one.told, faults=self._faults), env=one.environ)
        self.terminal.wait_for("Voices", LONG_S)
        self._number = 0

    def fails(self, how: str, *steps: str) -> None:
        """From now on, for what lies in the home."""
        self._faults.write_text("\n".join([str(self.one.home), *(f"{step} {how}" for step in steps), ""]))

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


def refusal(times: int, chance: random.Random, fault: Fault) -> Row:
    """A disk that refuses in this way, so many times on one board, once to the end, and once to each of a few
    commands."""
    with trial() as one:
        bad = _refused(one, fault, times, chance) + _left(one, fault, chance)
        taken = len(one.said("taken"))
        bad += _by_command(one, fault)
    came = f"said each time; {taken} events taken, all on the disk in the end, or kept elsewhere and copied back"
    return Row(fault.called, times + 1 + len(BY_COMMAND), came, bad)


def _refused(one: Trial, fault: Fault, times: int, chance: random.Random) -> int:
    bad = 0
    with seated(one, chance) as seat:
        for _ in range(times):
            seat.fails(fault.error, fault.step)
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
        seat.fails(fault.error, fault.step)
        seat.acts(2)
        text = seat.line()
        bad = int(seat.leave() != 1)
        said = "".join(seat.terminal.screen().split())
    for kept in (one.folder / "spare").glob("lcterm-kept-*/*.json"):
        bad += int(str(kept) not in said)
        log = next(folder for folder, _ in one.logs() if folder.parent.name == "sessions")
        shutil.copy(kept, log)
    return bad + one.lost("taken") + int(text not in repr(one.facts())) + int(one.shell("check").status != 0)


def _by_command(one: Trial, fault: Fault) -> int:
    """Commands on that disk say that nothing was saved, in one line, and nothing that was there is gone."""
    before, bad = {fact.id for fact in one.facts()}, 0
    faults = one.folder / "faults"
    for words in BY_COMMAND:
        faults.write_text(f"{one.home}\n{fault.step} {fault.error}\n")
        run = argv(*words, faults=faults)
        ran = subprocess.run(run, env=environment(one.environ), capture_output=True, text=True, check=False)
        said = ran.stderr.strip()
        bad += int(ran.returncode != 1 or fault.said not in said or not said.startswith("lcterm: ") or "\n" in said)
        faults.write_text("")
        bad += len(before - {fact.id for fact in one.facts()}) + int(one.shell("check").status != 0)
    return bad


class Felt(NamedTuple):
    """From a key to the first bytes of its picture, ms, for half of them and for 95 of 100."""

    half: float
    most: float


def slow(keys: int, chance: random.Random, ms: int) -> Row:
    """A disk that takes `ms` for every fsync, beside one that takes no time, key by key in turns."""
    keys = max(IN_TURNS, keys)
    with trial() as one, seated(one, chance) as seat:
        times: dict[bool, list[float]] = {False: [], True: []}
        for number in range(2 * keys):
            is_slow = number // IN_TURNS % 2 == 1
            seat.fails(str(ms), "flush", "flush-folder") if is_slow else seat.heal()
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
    bad = 0
    for _ in range(times):
        with trial() as one, seated(one, chance) as seat:
            bad += _removed(one, seat)
    came = "said each time; the board works on in a new home; copied together with a backup nothing is missing"
    return Row("home removed while the board runs", times, came, bad)


def _removed(one: Trial, seat: Seat) -> int:
    seat.line()
    until(lambda: one.said("taken") <= one.said("durable"))
    backup = one.folder / "backup"
    shutil.copytree(one.home, backup, ignore=shutil.ignore_patterns("*.tmp"))
    shutil.rmtree(one.home)
    seat.terminal.wait_for("is gone; what was read before stands", LONG_S)
    seat.acts(3)
    text = seat.line()
    bad = int(seat.leave() != 0) + int("so no list shows" not in one.shell("check").out)
    _bring_back(backup, one.home)
    return bad + one.lost("taken") + int(text not in repr(one.facts())) + int(one.shell("check").status != 0)


def _bring_back(backup: Path, home: Path) -> None:
    """As somebody does who copies a backup over what is there, keeping whatever is newer."""
    for path in backup.rglob("*"):
        target = home / path.relative_to(backup)
        if path.is_dir():
            target.mkdir(mode=0o700, exist_ok=True)
        elif not target.exists():
            shutil.copy2(path, target)
