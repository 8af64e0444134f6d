"""Writes .ci/lock.txt anew: `python tests/tools/lock.py`. It needs the network, and fetches uv for that time alone.

In the lock is everything that lcterm, its extras and its tests stand on, for every system and every Python that it runs
on, each at one version and with the hashes of all files of that version. `pip install --require-hashes -r .ci/lock.txt`
takes nothing else. The tests fail when it no longer fits pyproject.toml.
"""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / ".ci" / "lock.txt"
UV = "uv>=0.9,<1"
COMPILE = (
    *("pip", "compile", "pyproject.toml", "--all-extras", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--no-config", "--quiet"),
)
HEAD = """\
# What lcterm, its extras and its tests stand on, at one version each and with the hashes of all its files.
# Made by `python tests/tools/lock.py`; checked by tests/hostile/test_lock.py and tests/faults/dependency_audit.py.
"""
_HASH = re.compile(r"--hash=(\S+)")


class Pinned(NamedTuple):
    """One distribution of the lock: its one requirement (a version, and for which systems), the hashes of its files."""

    wanted: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> NormalizedName:
        return canonicalize_name(self.wanted.name)

    @property
    def version(self) -> str:
        (only,) = self.wanted.specifier
        return only.version

    @property
    def is_for_here(self) -> bool:
        """Whether this system and this Python need it."""
        return self.wanted.marker is None or self.wanted.marker.evaluate()


def pinned(text: str) -> list[Pinned]:
    """What stands in a lock."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    entries = [entry for entry in "\n".join(lines).replace("\\\n", " ").split("\n") if entry.strip()]
    return [Pinned(Requirement(entry.partition("--hash")[0]), tuple(_HASH.findall(entry))) for entry in entries]


def own_python(folder: str, *needed: str) -> Path:
    """A Python of its own in this folder, with these installed. Raises CalledProcessError."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=300)
    python = next(
        path for path in (Path(folder, "bin", "python"), Path(folder, "Scripts", "python.exe")) if path.exists()
    )
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *needed], stderr=subprocess.DEVNULL, check=True, timeout=600
    )
    return python


def main() -> int:
    with TemporaryDirectory(prefix="lcterm-lock-") as folder:
        python = own_python(folder, UV)
        ran = subprocess.run([python, "-m", "uv", *COMPILE], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    LOCK.write_text(HEAD + ran.stdout, encoding="utf-8")
    print(f"{len(pinned(ran.stdout))} distributions in {LOCK.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
