"""Where documents go: one rule for every command that makes one, and no traceback for a place that is none."""

from pathlib import Path

import pytest

from tests.cli.running import Shell

TO_FILE = [
    ("summary", "--to"),
    ("charter", "--to"),
    ("chronicle", "--to"),
    ("digest", "--to"),
    ("invite", "--to"),
    ("report", "--html"),
]


@pytest.fixture
def planned(peers: Shell) -> Shell:
    peers.answer("plan", "--starts", "2026-12-08 14:00")
    return peers


@pytest.mark.parametrize(("command", "option"), TO_FILE)
def test_it_goes_into_the_file_that_is_named(planned: Shell, tmp_path: Path, command: str, option: str) -> None:
    file = tmp_path / "mine"
    assert str(file) in planned.answer(command, option, str(file))
    assert file.read_text().strip()


@pytest.mark.parametrize(("command", "option"), TO_FILE)
def test_a_place_that_is_none_is_refused(planned: Shell, tmp_path: Path, command: str, option: str) -> None:
    assert "is a folder; name a file in it" in planned.refusal(command, option, str(tmp_path))
    assert "nobody knows whose folder ~ is" in planned.refusal(command, option, "~nobody-of-that-name/x")


def test_an_archive_goes_nowhere_but_into_a_file_that_can_be(planned: Shell) -> None:
    assert "nobody knows whose" in planned.refusal("export", "housing-peers", "~nobody-of-that-name/x")
    assert "nobody knows whose" in planned.refusal("import", "archive", "~nobody-of-that-name/x")
