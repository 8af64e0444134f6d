"""Fixtures for seats in a browser: a home with a session, and the libraries that this needs."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.chromium import Browser, Chromium
from tests.serving.house import House

PEOPLE = "Ana\nBen\nChidi\nJonas\n"


@pytest.fixture
def planned(clock: TestClock, home: Path) -> Shell:
    """A shell with a community of four and a session of theirs, planned for 14:00 UTC."""
    shell = Shell(clock)
    shell.once("for a seat in a browser", lambda: _plan(shell))
    return shell


def _plan(shell: Shell) -> None:
    shell.answer("new", "Housing peers", "--members", "-", stdin=PEOPLE)
    agenda = "5 min - Welcome [open]\n20 min - Discussion [queue]\n5 min - Close [round]\n"
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin=agenda)


@pytest.fixture(scope="session")
def _open_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("open-house")
    clock = TestClock(folder / "clock")
    with pytest.MonkeyPatch.context() as user:  # as for every test, but this one comes before the fixture that does it
        for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "LCTERM_HOME"):
            user.setenv(name, str(folder / "home"))
        _plan(Shell(clock))
        house = House(clock, tickets=10_000, wrong_links=10_000)
    with house:
        yield house
    clock.close()


@pytest.fixture
def open_house(_open_house: House) -> House:
    """A server for all tests that leave the session as it is and end nothing, with a new link of the board's."""
    _open_house.press_enter()
    return _open_house


@pytest_asyncio.fixture
async def chromium(browser: Browser) -> AsyncIterator[Chromium]:
    """A browser, where there is one."""
    async with Chromium(browser) as running:
        yield running
