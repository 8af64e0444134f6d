"""What every test stands on: a home of its own, a clock that it holds, screens that hold still.

How imports work here: pytest runs with `--import-mode=importlib` and `pythonpath = ["."]`, so the checkout is on
sys.path and `tests` is a package by its __init__.py. Helpers are imported by their full name,
`from tests.terminal import Terminal`, `from tests.clock_program import TestClock`. Folders below need no
__init__.py; test files of the same name in two folders are kept apart by their paths.
"""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import quick
from tests.clock_program import TestClock

if TYPE_CHECKING:
    from tests.serving.chromium import Browser

quick.compile_once()
settings.register_profile(
    "lcterm",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],  # it measures the machine
    max_examples=30,
)
settings.register_profile("thorough", settings.get_profile("lcterm"), max_examples=1000, derandomize=False)
settings.load_profile("lcterm")  # `pytest --hypothesis-profile thorough` for more of everything
LONGEST_ID = 60


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """What `-n auto` means: half of the time tests of screens and of other programs wait for something, so two workers
    keep a processor busy."""
    return int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") or 2 * (os.cpu_count() or 1))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Each worker takes a stretch of the files, and who is done first takes over from who is not: what is made once for
    a file, or for the tests of the hub, is made in one worker."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.option.dist == "load" else None


def pytest_make_parametrize_id(config: pytest.Config, val: object) -> str | None:
    """A long text is its beginning: the names of tests go to and fro between workers, some of them were a megabyte."""
    if not isinstance(val, str | bytes) or len(val) <= LONGEST_ID:
        return None
    return f"{ascii(val[:LONGEST_ID]).lstrip('b')[1:-1]}... of {len(val)}"


def pytest_collection(session: pytest.Session) -> None:
    """Before the tests are collected."""
    quick.share_the_reading(session.config)


def pytest_collection_finish() -> None:
    """When all tests are there."""
    quick.look_past_what_stays()


_tests_of_screens = itertools.count(1)
_DEVELOPERS_OWN = ("LCTERM_", "TEXTUAL_", "XDG_", "NO_COLOR", "COLUMNS", "LINES")
_SNAPSHOTS_OWN = "TEXTUAL_SNAPSHOT_TEMPDIR"  # set by pytest-textual-snapshot itself


@pytest.fixture(scope="session")
def _people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Numbered folders, one a test, that stand in for the real user's."""
    folder = tmp_path_factory.mktemp("people")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def nobody_at_home(_people: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test, nor any program it starts, sees the real user's folders or settings; the stand-in for `~`."""
    user = next(_people)
    user.mkdir()
    for name in [name for name in os.environ if name.startswith(_DEVELOPERS_OWN) and name != _SNAPSHOTS_OWN]:
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(user))
    monkeypatch.setenv("XDG_DATA_HOME", str(user / "data"))
    monkeypatch.setenv("LCTERM_HOME", str(user / "lcterm"))
    return user


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of this test, not yet made; LCTERM_HOME points at it."""
    path = tmp_path / "home"
    monkeypatch.setenv("LCTERM_HOME", str(path))
    return path


@pytest.fixture
def clock(tmp_path: Path) -> Iterator[TestClock]:
    """A clock that stands at 14:00 UTC on 1 December 2026 until the test moves it, in every process alike."""
    held = TestClock(tmp_path / "clock")
    yield held
    held.close()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Browser]":
    """A real browser, one for all tests that look at pages."""
    from tests.serving.chromium import Browser

    running = Browser(tmp_path_factory.mktemp("browser"))
    yield running
    running.close()


@pytest.fixture(autouse=True)
def still_screens(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor blinks and nothing glides, so that two pictures of one screen are the same."""
    if "snap_compare" not in request.fixturenames and "lcterm.ui" not in sys.modules:
        return
    from textual import constants
    from textual.widgets import Input, TextArea

    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda self: None)
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(autouse=True)
def no_threads_stay(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What waits to write for a board ends with its test."""
    if "lcterm.store.desk" in sys.modules:
        yield from quick.threads_end(monkeypatch)
    else:
        yield


@pytest.fixture(autouse=True)
def quick_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens are there sooner, and come to rest sooner."""
    if "lcterm.ui" in sys.modules:
        if next(_tests_of_screens) % quick.TESTS_BETWEEN_CLEARING == 0:
            quick.look_past_what_stays()
        quick.style_sheets_are_read_once(monkeypatch)
        quick.time_passes_quickly(monkeypatch)
