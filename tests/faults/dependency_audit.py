"""Known holes in what lcterm stands on: `python -m tests.faults.dependency_audit`.

Everything in the lock is looked up in the public list of known holes, by pip-audit, which is put into a folder that is
gone after. Where its data cannot be reached, each file that pip would install here is fetched and held against the
hashes of the lock instead. It is said which of the two happened. Exit 1 for a hole or for a file that is not the one
that was locked, 2 where neither could be done; this needs the network, so it is no ordinary test.
"""

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.tools.lock import LOCK, Pinned, own_python, pinned

PIP_AUDIT = "pip-audit>=2.9,<3"
QUIETLY = ("--progress-spinner", "off", "--format", "json")
TO_THE_BYTE = ("--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:")
NOT_LOCKED = "DO NOT MATCH THE HASHES"
"""What pip says of a file that is not the one that was locked."""
HOLE, UNKNOWN = 1, 2


class Answer(NamedTuple):
    """What a look came to: an exit status, and a line that says so."""

    status: int
    said: str


def main(lock: Path = LOCK) -> int:
    locked = [one for one in pinned(lock.read_text(encoding="utf-8")) if one.is_for_here]
    with TemporaryDirectory(prefix="lcterm-audit-") as folder:
        answer = audited(folder, lock, locked)
        if answer.status == UNKNOWN:
            print(answer.said, flush=True)
            answer = hashed(folder, lock, locked)
    print(answer.said)
    for line in other_than(locked):
        print(line)
    return answer.status


def audited(folder: str, lock: Path, locked: list[Pinned]) -> Answer:
    """What the public list of known holes has of these."""
    try:
        python = own_python(f"{folder}/pip-audit", PIP_AUDIT)
        ran = subprocess.run(
            [python, "-m", "pip_audit", *QUIETLY, "--require-hashes", "--disable-pip", "-r", lock],
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    except (subprocess.SubprocessError, OSError) as problem:
        return Answer(UNKNOWN, f"pip-audit could not be had: {problem}")
    return judged(ran.stdout, ran.stderr, len(locked))


def judged(out: str, trouble: str, count: int) -> Answer:
    """What pip-audit's answer means; that no hole is known of a package it could not look up says nothing."""
    try:
        looked_up = {one["name"]: one["vulns"] for one in json.loads(out)["dependencies"] if "vulns" in one}
    except (ValueError, LookupError, TypeError):
        return Answer(UNKNOWN, f"pip-audit could not reach its data: {' '.join(trouble.split())[-200:]}")
    holes = [f"{name}: {', '.join(one['id'] for one in vulns)}" for name, vulns in sorted(looked_up.items()) if vulns]
    if holes:
        return Answer(HOLE, f"pip-audit: known holes in {'; '.join(holes)}")
    if len(looked_up) < count:
        return Answer(UNKNOWN, f"pip-audit could not reach its data: it knows of {len(looked_up)} of {count} packages")
    return Answer(0, f"pip-audit: no known hole in any of {count} packages")


def hashed(folder: str, lock: Path, locked: list[Pinned]) -> Answer:
    """Whether what pip fetches is what was locked, to the byte; no file is installed or run."""
    ran = subprocess.run(
        [sys.executable, "-m", "pip", "download", *TO_THE_BYTE, "--dest", f"{folder}/files", "-r", lock],
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    if NOT_LOCKED in ran.stderr:
        return Answer(HOLE, f"the lock's hashes: a file is not the one that was locked\n{ran.stderr.strip()}")
    fetched = len(list(Path(folder, "files").glob("*.whl")))
    if ran.returncode or fetched < len(locked):
        said = " ".join(ran.stderr.split())[-200:]
        return Answer(UNKNOWN, f"the lock's hashes: {fetched} of {len(locked)} files could be fetched: {said}")
    return Answer(0, f"the lock's hashes: all of {fetched} files are the ones that were locked; known holes not asked")


def other_than(locked: list[Pinned]) -> list[str]:
    """What is installed here in another version than the lock has, a line each."""
    lines = []
    for one in locked:
        try:
            here = version(one.name)
        except PackageNotFoundError:
            continue
        if here != one.version:
            lines.append(f"installed here is {one.name} {here}, in the lock {one.version}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
