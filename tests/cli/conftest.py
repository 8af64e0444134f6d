"""Fixtures for the tests of the commands: a shell, and homes with more and more in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.documents import handing_on
from lcterm.documents.clipboard import Copied
from tests import quick
from tests.cli.beginnings import make_hour, make_peers, make_planned, make_running, make_talk
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    quick.disk_is_not_waited_for(monkeypatch)


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """A shell in a home where nothing is yet, at 14:00 UTC on 1 December 2026."""
    return Shell(clock)


@pytest.fixture
def peers(shell: Shell) -> Shell:
    """A shell with a community of five: Housing peers."""
    shell.once("peers", lambda: make_peers(shell))
    return shell


@pytest.fixture
def planned(shell: Shell) -> Shell:
    """A shell with an ordinary session of theirs, planned for 14:00 UTC; Ana and Ben present."""
    shell.once("planned", lambda: make_planned(shell))
    return shell


@pytest.fixture
def running(shell: Shell) -> Shell:
    """A shell with that session running since 14:00."""
    shell.once("running", lambda: make_running(shell))
    return shell


@pytest.fixture
def hour(shell: Shell) -> Shell:
    """A shell with an hour of four points in four modes, planned for 14:00 UTC."""
    shell.once("hour", lambda: make_hour(shell))
    return shell


@pytest.fixture
def talk(shell: Shell) -> Shell:
    """A shell with that hour, in its discussion."""
    shell.once("talk", lambda: make_talk(shell))
    return shell


@pytest.fixture(autouse=True)
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put on the clipboard, the latest last; the developer's own is left alone."""
    texts: list[str] = []

    def copy(text: str, terminal: Callable[[str], None] | None) -> Copied:
        texts.append(text)
        return Copied(pyperclip=True, osc52=False)

    monkeypatch.setattr(handing_on, "copy", copy)
    return texts
