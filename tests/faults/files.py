"""Files in a home that are missing, damaged, doubled, another's or far too large: every command still answers, `check`
names what it can, `--repair` loses not a byte, and with the right files back everything is as it was.
"""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from lcterm.core.clock import Clock
from lcterm.store.segment import parse_segment_name
from tests.clock_program import TestClock
from tests.faults.faulty_program import argv
from tests.faults.homes import Trial, prepared, trial
from tests.faults.table import Row
from tests.terminal_line import environment

SUITE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nasty" / "jsontestsuite"
GIB = 1 << 30
LOOKS = (("sessions",), ("members",), ("show",), ("summary", "--to", "-"), ("actions",), ("rules",))

Damage = Callable[[Path, random.Random], None]


class Kind(NamedTuple):
    """What is done to a file, by its name in README, and whether `check` has to name something then."""

    called: str
    damage: Damage
    named: bool = True


def _cut(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])


def _rot(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(3):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)


def _twice_in_a_row(path: Path, chance: random.Random) -> None:
    path.write_bytes(2 * path.read_bytes())


def _copied_beside(path: Path, chance: random.Random) -> None:
    shutil.copy2(path, path.with_name(f"{path.stem} (1).json"))


def _next_number(path: Path, chance: random.Random) -> None:
    """The same facts once more, in a file that looks like the next one."""
    writer, number = parse_segment_name(path.name) or ("", 0)
    stored = json.loads(path.read_bytes())
    stored["meta"]["1"]["number"] = number + 1
    path.with_name(f"{writer}.{number + 1:04}.json").write_text(json.dumps(stored))


def _of_another(path: Path, chance: random.Random) -> None:
    stored = json.loads(path.read_bytes())
    stored["meta"]["1"]["log"] = "2020-01-01-aaaa"
    path.write_text(json.dumps(stored))


def _newer_form(path: Path, chance: random.Random) -> None:
    stored = json.loads(path.read_bytes())
    stored["meta"]["1"] = {"format": 99, "whatever": "else"}
    path.write_text(json.dumps(stored))


def _newer_events(path: Path, chance: random.Random) -> None:
    stored = json.loads(path.read_bytes())
    for envelope in stored["events"].values():
        envelope["v"] = 99
    path.write_text(json.dumps(stored))


def _zeros(path: Path, chance: random.Random) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _folder(path: Path, chance: random.Random) -> None:
    path.unlink()
    path.mkdir()


KINDS = (
    Kind("missing", lambda path, chance: path.unlink(), named=False),
    Kind("empty", lambda path, chance: os.truncate(path, 0)),
    Kind("cut off anywhere", _cut),
    Kind("all zeros", _zeros),
    Kind("three bytes rotten", _rot, named=False),
    Kind("written twice in a row", _twice_in_a_row),
    Kind("copied beside itself", _copied_beside),
    Kind("doubled under the next number", _next_number, named=False),
    Kind("of another session", _of_another),
    Kind("of a newer form", _newer_form),
    Kind("with events of a newer version", _newer_events),
    Kind("a folder in its place", _folder),
)


def told(one: Trial) -> str:
    """All that the home says, for comparing."""
    return "\n".join(one.shell(*words).out for words in (*LOOKS, ("show", "--json")))


def busy(folder: Path, clock: Clock) -> Trial:
    """A home in which an hour has been going on for a while: several writers, and one with two files."""
    one = prepared(folder, clock)
    for number in range(6):
        one.shell.answer("do", "spoke", "ben" if number % 2 else "chidi")
        one.shell.answer("capture", f"a Ask the council {number} @dorota ^fri")
    turns = "".join(f"SPEAKER talk 1 {5 * number}.0 4.0 <NA> <NA> Amina <NA> <NA>\n" for number in range(50))
    one.shell("import", "turns", "-", stdin=turns)
    one.shell.answer("rules", "--add", "Listen first")
    return one


def contents(home: Path) -> set[bytes]:
    """What all ordinary files but caches and signs hold."""
    kept = (path for path in home.glob("communities/**/*") if path.is_file() and not path.is_symlink())
    return {path.read_bytes() for path in kept}


def damages(times: int, chance: random.Random, kinds: Sequence[Kind] = KINDS) -> Row:
    """Each damage to so many files of a home, whichever they are."""
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        return _damaged(times, chance, Path(folder), kinds)


def _damaged(times: int, chance: random.Random, folder: Path, kinds: Sequence[Kind]) -> Row:
    clock = TestClock(folder / "clock")
    one = busy(folder, clock)
    sound, before = folder / "sound", told(one)
    shutil.copytree(one.home, sound)
    done, wrong = 0, {kind.called: 0 for kind in kinds}
    for kind in kinds:
        segments = [path for log, _ in one.logs() for path in log.iterdir() if parse_segment_name(path.name)]
        for path in [chance.choice(segments) for _ in range(times)] if times < len(segments) else segments:
            kind.damage(path, chance)
            wrong[kind.called] += _looked_at(one, kind) + _repaired(one, named=kind.named)
            _put_back(sound, one.home)
            wrong[kind.called] += int(told(one) != before) + int(one.shell("check").status != 0)
            done += 1
    clock.close()
    named = ", ".join(f"{name} ({bad} wrong)" if bad else name for name, bad in wrong.items())
    came = "every command answers, `check --repair` loses no byte, with the file back all is as before"
    return Row(f"segments: {named}", done, came, sum(wrong.values()))


def _looked_at(one: Trial, kind: Kind) -> int:
    """How many commands end otherwise than with an answer or one line of refusal, or say nothing of the damage."""
    bad = 0
    for words in LOOKS:
        ran = one.shell(*words)
        bad += int(ran.status not in (0, 1)) + int(ran.status == 1 and not ran.err.startswith("lcterm: "))
    return bad + int(kind.named and one.shell("check").status != 1)


def _repaired(one: Trial, *, named: bool = True) -> int:
    """How many contents of files are nowhere any more after a repair, and whether it did not say what it did."""
    before = contents(one.home)
    said = one.shell("check", "--repair").out
    silent = named and not any(word in said for word in ("set aside", "left in place", "left as", "copy "))
    return len(before - contents(one.home)) + int(silent)


def _put_back(sound: Path, home: Path) -> None:
    """As somebody does who takes a backup, whole."""
    shutil.rmtree(home)
    shutil.copytree(sound, home)


def json_suite(most: int, chance: random.Random) -> Row:
    """Every file of JSONTestSuite, `most` at most, in the place of a capture's segment, one after the other, looked at
    by commands; then that segment is put back."""
    suite = sorted(SUITE.glob("*.json"))[:most]
    bad = 0
    with trial() as one:
        log = one.logs()[1][0]
        one.shell.answer("capture", "l Still here")
        others = set(log.glob("*.json"))
        one.shell.answer("capture", "l Here again")
        (segment,) = set(log.glob("*.json")) - others
        sound, before = segment.read_bytes(), one.shell("show").out
        for path in suite:
            segment.write_bytes(path.read_bytes())
            shown, found = one.shell("show"), one.shell("check")
            bad += int(shown.status != 0 or "Still here" not in shown.out) + int(str(segment) not in found.out)
            bad += _repaired(one) + int(segment.exists())
            segment.write_bytes(sound)
            segment.chmod(0o600)
        bad += int(one.shell("check").status != 0 or "Here again" not in before)
        bad += int("Here again" not in one.shell("show").out)
    came = "named, set aside to the byte; all else stands, and with the file back the session is as it was"
    return Row("each file of JSONTestSuite in the place of a segment", len(suite), came, bad)


def huge(times: int, chance: random.Random) -> Row:
    """A file of one gibibyte (of holes, so that it costs no disk) in the log of the session."""
    bad, most = 0, 0
    with trial() as one:
        plain = _peak_mib(one, "show")
        with (one.logs()[1][0] / "zzzz.0001.json").open("wb") as file:
            file.truncate(GIB)
        (one.logs()[1][0] / "zzzz.0001.json").chmod(0o600)
        for _ in range(times):
            most = max(most, _peak_mib(one, "show"))
            bad += int("larger than 64 MiB" not in one.shell("check").out)
        bad += int(most > plain + 8)
        one.shell("check", "--repair")
        bad += int(one.shell("check").status != 0)
    came = f"named, not read, set aside; `show` takes {most} MiB of memory, {plain} without it"
    return Row("a segment of 1 GiB", times, came, bad)


def _peak_mib(one: Trial, *words: str) -> int:
    measure = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
    say = "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    program = argv(*words)
    run = [program[0], "-c", measure + say, *program]
    said = subprocess.run(run, env=environment(one.environ), capture_output=True, text=True, check=True)
    return int(said.stdout) // 1024
