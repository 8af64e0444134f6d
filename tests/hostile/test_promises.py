"""What SECURITY.md promises for one laptop is tested where it says so."""

import re
from pathlib import Path

import pytest

from tests.faults.fuzz_targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
SECTION = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("## On one laptop")[2].partition("\n## ")[0]
ROWS = [line.split(" | ") for line in SECTION.splitlines() if line.startswith("| **")]


@pytest.mark.parametrize("row", ROWS, ids=[row[0][4:30] for row in ROWS])
def test_each_promise_names_tests_that_there_are(row: list[str]) -> None:
    named = re.findall(r"tests/[\w/]+\.py", row[1])
    assert len(row) == 2
    assert named
    for name in named:
        assert "def test_" in (ROOT / name).read_text(encoding="utf-8"), name
    for module in re.findall(r"python -m ([\w.]+)", row[1]):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()


def test_every_file_here_stands_in_the_table() -> None:
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")} - {Path(__file__).name}
    assert {name for name in here if f"tests/hostile/{name}" not in SECTION} == set()
    assert len(ROWS) >= 12
    assert len(TARGETS) >= 20
