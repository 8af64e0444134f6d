"""What a wheel of this checkout must hold, no more and no less: `python -m tests.shipping WHEEL` compares one.

Names of people may lie about in data/; so the list is made from what is in version control, not from what is on disk.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED_AS = {
    "lcterm/": "lcterm/",
    "styles/": "lcterm/styles/",
    "data/templates/": "lcterm/data/templates/",
    "data/cards/": "lcterm/data/cards/",
    "data/charter/": "lcterm/data/charter/",
    "data/checklists/": "lcterm/data/checklists/",
    "data/sample/": "lcterm/data/sample/",
}
ABOUT = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
NOT_SOURCE = re.compile(r"(^|/)(__pycache__|build|dist|\.(?!ci/|git[ai])[^/]*|[^/]*\.(egg-info|pyc))(/|$)")
"""Caches, builds and environments: for a checkout without its .git, where nobody says what belongs to it."""


def tree_files(root: Path = ROOT) -> list[str]:
    """The names of the checkout's files: what git tracks or would if added; without git, what looks like source."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    if (root / ".git").exists() and shutil.which("git"):
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if done.returncode == 0:
            return sorted(name for name in set(done.stdout.split("\0")) if name and (root / name).is_file())
    everything = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(name for name in everything if not NOT_SOURCE.search(name))


def copy_tree(target: Path, root: Path = ROOT) -> Path:
    """A copy of the checkout's files, without its history; returns `target`."""
    for name in tree_files(root):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, target / name)
    return target


def expected(root: Path = ROOT) -> set[str]:
    """The names that a wheel of this checkout must hold."""
    found = re.search(r'^__version__ = "(.+)"$', (root / "lcterm/__init__.py").read_text("utf-8"), re.MULTILINE)
    assert found, "lcterm/__init__.py names no version"
    moved = {
        there + name.removeprefix(here)
        for name in tree_files(root)
        for here, there in SHIPPED_AS.items()
        if name.startswith(here)
    }
    return moved | {f"lcterm-{found[1]}.dist-info/{name}" for name in ABOUT}


def held(wheel: Path) -> set[str]:
    """The names in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def differences(wheel: Path, root: Path = ROOT) -> list[str]:
    """What is wrong with a wheel, a line each; empty if it holds what it must."""
    must, has = expected(root), held(wheel)
    return [f"missing: {name}" for name in sorted(must - has)] + [f"too much: {name}" for name in sorted(has - must)]


if __name__ == "__main__":
    wrong = differences(Path(sys.argv[1]))
    print("\n".join(wrong) or f"{len(expected())} files, as they should be")
    sys.exit(bool(wrong))
