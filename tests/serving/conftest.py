"""Fixtures for seats in a browser: a home with a session, and the libraries that this needs."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.chromium import Browser, Chromium

PEOPLE = "Ana\nBen\nChidi\nJonas\n"


@pytest.fixture
def planned(clock: TestClock, home: Path) -> Shell:
    """A shell with a community of four and a session of theirs, planned for 14:00 UTC."""
    shell = Shell(clock)
    shell.answer("new", "Housing peers", "--members", "-", stdin=PEOPLE)
    agenda = "5 min - Welcome [open]\n20 min - Discussion [queue]\n5 min - Close [round]\n"
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin=agenda)
    return shell


@pytest_asyncio.fixture
async def chromium(browser: Browser) -> AsyncIterator[Chromium]:
    """A browser, where there is one."""
    async with Chromium(browser) as running:
        yield running
