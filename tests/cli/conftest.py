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
    shell.once("peers", lambda: make_peers(shell))
    return shell


def make_peers(shell: Shell) -> None:
    assert shell.answer("new", "Housing peers", "--members", "-", stdin=PEOPLE) == "housing-peers"


@pytest.fixture
def planned(shell: Shell) -> Shell:
    """A shell with an ordinary session of theirs, planned for 14:00 UTC; Ana and Ben present."""
    shell.once("planned", lambda: make_planned(shell))
    return shell


def make_planned(shell: Shell) -> None:
    shell.once("peers", lambda: make_peers(shell))
    shell.answer("plan", "--starts", "2026-12-01 14:00", "--zone", "UTC", "--presenter", "Ana", "--presenter", "Ben")


@pytest.fixture
def running(shell: Shell) -> Shell:
    """A shell with that session running since 14:00."""
    shell.once("running", lambda: make_running(shell))
    return shell


def make_running(shell: Shell) -> None:
    shell.once("planned", lambda: make_planned(shell))
    shell.answer("do", "start")


@pytest.fixture
def hour(shell: Shell) -> Shell:
    """A shell with an hour of four points in four modes, planned for 14:00 UTC."""
    shell.once("hour", lambda: make_hour(shell))
    return shell


def make_hour(shell: Shell) -> None:
    shell.once("peers", lambda: make_peers(shell))
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin=AGENDA)


@pytest.fixture
def talk(shell: Shell) -> Shell:
    """A shell with that hour, in its discussion."""
    shell.once("talk", lambda: make_talk(shell))
    return shell


def make_talk(shell: Shell) -> None:
    shell.once("hour", lambda: make_hour(shell))
    do(shell, "start")
    do(shell, "next")


@pytest.fixture(autouse=True)
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard, the latest last; the developer's own is left alone."""
    texts: list[str] = []

    def copy(text: str, terminal: Callable[[str], None] | None) -> Copied:
        texts.append(text)
        return Copied(pyperclip=True, osc52=False)

    monkeypatch.setattr(handing_on, "copy", copy)
    return texts
