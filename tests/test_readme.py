"""The README tells the truth about the program."""

import re
import sys
from pathlib import Path

from lcterm.cli.main import COMMANDS
from tests.tools.key_tables import with_tables

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_ten_keys_are_those_of_the_key_table() -> None:
    assert with_tables(README) == README, "python tests/tools/key_tables.py writes it anew"


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert [path for path in pictures if not (ROOT / path).is_file()] == []


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"(?:`|^|bin/)lcterm ([a-z]+)", README, re.MULTILINE))
    assert named - {command.name for command in COMMANDS} == set()


def test_every_file_it_names_exists() -> None:
    paths = re.findall(r"`((?:lcterm|tests|core|ui|store)/[\w/.]+\.(?:py|toml))`", README)
    places = [ROOT, ROOT / "lcterm"]
    assert paths
    assert [path for path in paths if not any((place / path).exists() for place in places)] == []


def test_it_is_read_on_this_python() -> None:
    wanted = re.search(r"Python (\d)\.(\d+) or newer", README)
    assert wanted is not None
    assert sys.version_info >= (int(wanted[1]), int(wanted[2]))
