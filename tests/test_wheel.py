"""The wheel holds what belongs to the program and nothing else; above all nobody's names."""

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.shipping import copy_tree, differences, held

PRIVATE = "data/private-people.json"
PRIVATE_AND_IGNORED = "data/sample/build/people.json"
"""In a folder that is shipped, under a name that .gitignore leaves out."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout in which somebody has left lists of people."""
    checkout = copy_tree(tmp_path / "checkout")
    for name in (PRIVATE, PRIVATE_AND_IGNORED):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text('["Somebody Real"]', "utf-8")
    return checkout


def build(checkout: Path, *options: str) -> Path:
    """Builds without a network and without isolation; the folder with what was built."""
    output = checkout.parent / "built"
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(output), str(checkout)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def test_the_wheel_holds_the_program_and_nobodys_names(checkout: Path) -> None:
    (wheel,) = build(checkout, "--wheel").glob("*.whl")
    for name in (PRIVATE, PRIVATE_AND_IGNORED):
        (checkout / name).unlink()
    assert differences(wheel, checkout) == []
    assert {
        "lcterm/data/templates/ordinary.toml",
        "lcterm/data/cards/silent.toml",
        "lcterm/data/checklists/prepare.toml",
    } < held(wheel)


def test_a_wheel_made_from_the_source_archive_is_the_same(checkout: Path) -> None:
    output = build(checkout)
    (wheel,) = output.glob("*.whl")
    (archive,) = output.glob("*.tar.gz")
    for name in (PRIVATE, PRIVATE_AND_IGNORED):
        (checkout / name).unlink()
    assert differences(wheel, checkout) == []
    with tarfile.open(archive) as packed:
        assert [name for name in packed.getnames() if name.endswith("people.json")] == []
