"""Fixtures for the tests of the commands: a shell, and homes with more and more in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.documents import handing_on
from lcterm.documents.clipboard import Copied
from tests.cli.hour import AGENDA, do
from tests.cli.running import Shell
from tests.clock_program import TestClock

PEOPLE = "Ana\nBen\nChidi\nSam K.\nSam O.\n"


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """A shell in a home where nothing is yet, at 14:00 UTC on 1 December 2026."""
    return Shell(clock)


@pytest.fixture
def peers(shell: Shell) -> Shell:
    """A shell with a community of five: Housing peers."""
    assert shell.answer("new", "Housing peers", "--members", "-", stdin=PEOPLE) == "housing-peers"
    return shell


@pytest.fixture
def planned(peers: Shell) -> Shell:
    """A shell with an ordinary session of theirs, planned for 14:00 UTC; Ana and Ben present."""
    peers.answer("plan", "--starts", "2026-12-01 14:00", "--zone", "UTC", "--presenter", "Ana", "--presenter", "Ben")
    return peers


@pytest.fixture
def running(planned: Shell) -> Shell:
    """A shell with that session running since 14:00."""
    planned.answer("do", "start")
    return planned


@pytest.fixture
def hour(peers: Shell) -> Shell:
    """A shell with an hour of four points in four modes, planned for 14:00 UTC."""
    peers.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin=AGENDA)
    return peers


@pytest.fixture
def talk(hour: Shell) -> Shell:
    """A shell with that hour, in its discussion."""
    do(hour, "start")
    do(hour, "next")
    return hour


@pytest.fixture(autouse=True)
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard, the latest last; the developer's own is left alone."""
    texts: list[str] = []

    def copy(text: str, terminal: Callable[[str], None] | None) -> Copied:
        texts.append(text)
        return Copied(pyperclip=True, osc52=False)

    monkeypatch.setattr(handing_on, "copy", copy)
    return texts
