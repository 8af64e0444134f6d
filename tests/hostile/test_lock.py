"""The lock beside the checks holds all that pyproject.toml asks for, within its bounds, and tells nothing of where it
was made."""

import hashlib
import json
import os
import re
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.faults.dependency_audit import HOLE, UNKNOWN, Answer, hashed, judged
from tests.tools.lock import LOCK, ROOT, Pinned, pinned

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = [
    *PROJECT["project"]["dependencies"],
    *(one for named in PROJECT["project"]["optional-dependencies"].values() for one in named),
]
TEXT = LOCK.read_text(encoding="utf-8")
HELD = {one.name: one for one in pinned(TEXT)}
HASH = re.compile(r"sha256:[0-9a-f]{64}")


def lacking(declared: list[str], held: dict[str, Pinned]) -> list[str]:
    """What of this is not in the lock for everybody who needs it, or not within its bounds."""
    wanted = [Requirement(one) for one in declared]
    found = [(one, held.get(canonicalize_name(one.name))) for one in wanted]
    return [
        str(one)
        for one, pin in found
        if pin is None or not one.specifier.contains(pin.version) or (pin.wanted.marker and not one.marker)
    ]


def needed_here() -> Iterator[tuple[str, Requirement]]:
    """What is asked for in this environment by what is installed as the lock has it, and by whom, all the way down."""
    todo, seen = [Requirement(one) for one in DECLARED], set()
    while todo:
        one = todo.pop()
        extras = ("", *sorted(one.extras))
        if (key := (canonicalize_name(one.name), extras)) in seen:
            continue
        seen.add(key)
        try:
            as_locked = HELD[key[0]].version == version(one.name)
        except (KeyError, PackageNotFoundError):  # a newer one may need others, which are then not the lock's to hold
            continue
        for line in requires(one.name) or () if as_locked else ():
            wanted = Requirement(line)
            if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
                yield one.name, wanted
                todo.append(wanted)


def test_it_holds_what_is_declared_within_its_bounds() -> None:
    assert len(DECLARED) > 25
    assert lacking(DECLARED, HELD) == [], "python tests/tools/lock.py makes it anew"


def test_it_holds_what_that_stands_on_as_well() -> None:
    asked = list(needed_here())
    assert len({one.name for _, one in asked}) > 20
    wrong = [
        f"{by}: {one}"
        for by, one in asked
        if (pin := HELD.get(canonicalize_name(one.name))) is None
        or not pin.is_for_here
        or not one.specifier.contains(pin.version, prereleases=True)
    ]
    assert wrong == []


def test_each_has_one_version_and_the_hashes_of_its_files() -> None:
    assert len(HELD) == len(pinned(TEXT)) > 60
    for one in HELD.values():
        assert [part.operator for part in one.wanted.specifier] == ["=="], one.name
        assert one.wanted.url is None
        assert one.hashes, one.name
        assert len(set(one.hashes)) == len(one.hashes), one.name
        assert all(HASH.fullmatch(hash) for hash in one.hashes), one.name


def test_it_names_no_place_that_anything_came_from() -> None:
    for line in TEXT.splitlines():
        if not line.startswith("# "):
            assert re.search(r"://|--(index|extra|find|trusted)|[/\\](?!$)|@", line) is None, line


def test_the_audit_says_which_of_the_two_it_could_do() -> None:
    def answer(*found: tuple[str, list[str]], count: int = 2) -> Answer:
        looked_up = [{"name": name, "vulns": [{"id": id} for id in ids]} for name, ids in found]
        skipped = [{"name": "z", "skip_reason": "not to be had"}]
        return judged(json.dumps({"dependencies": [*looked_up, *skipped]}), "no answer", count)

    assert answer(("a", []), ("b", [])) == (0, "pip-audit: no known hole in any of 2 packages")
    assert answer(("a", []), ("b", ["X-1", "X-2"])) == (HOLE, "pip-audit: known holes in b: X-1, X-2")
    assert answer(("a", ["X-1"]), count=9).status == HOLE
    assert answer(("a", [])).status == UNKNOWN
    assert answer().said == "pip-audit could not reach its data: it knows of 0 of 2 packages"
    assert judged("", "a long\nstory", 2) == (UNKNOWN, "pip-audit could not reach its data: a long story")


def test_a_file_that_is_not_the_one_that_was_locked_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        packed.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr("tiny-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    lock, digest = tmp_path / "lock.txt", hashlib.sha256(wheel.read_bytes()).hexdigest()
    for name, hash, status in (("tiny", digest, 0), ("tiny", "0" * 64, HOLE), ("other", digest, UNKNOWN)):
        lock.write_text(f"{name}==1.0 \\\n    --hash=sha256:{hash}\n")
        found = hashed(str(tmp_path / hash / name), lock, pinned(lock.read_text()))
        assert found.status == status, found
        assert found.said.startswith("the lock's hashes: ")


def test_the_look_sees_what_is_lacking() -> None:
    held = {
        one.name: one
        for one in pinned("a==1.5 \\\n    --hash=sha256:00 \\\n    --hash=sha256:01\nB_c==2 ; os_name == 'nt'\n")
    }
    assert held["a"].hashes == ("sha256:00", "sha256:01")
    assert lacking(["a>=1,<2", "b-c>=2,<3; os_name == 'nt'"], held) == []
    assert lacking(["a>=1.6,<2", "b-c>=2,<3", "d>=1,<2"], held) == ["a<2,>=1.6", "b-c<3,>=2", "d<2,>=1"]
    with pytest.raises(ValueError, match="not enough"):
        pinned("a ; os_name == 'nt'\n")[0].version  # noqa: B018
