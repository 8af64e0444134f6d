"""What makes the ordinary run quick and changes nothing of what it proves; conftest.py puts it in place.

Where the time of thousands of tests goes is mostly not in them: test files are rewritten for pytest's messages in
every worker anew, Python looks through all that was collected for garbage again and again, every app of every screen
reads the same style sheets, and a screen that has come to rest is looked at again only a fiftieth of a second later.
"""

import gc
import importlib
import os
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
WAIT_FOR_OTHERS_SECONDS = 60.0
LAST_SECONDS = 0.5
TESTS_BETWEEN_CLEARING = 32
FRAMES_PER_SECOND = 240
LOOKS_PER_SECOND = 480
"""Whether a screen rests is looked at twice a frame, as Textual's own pilot does more or less."""


def compile_once() -> None:
    """Programs that tests start, and workers, find compiled modules where those before them left them, even where the
    developer's shell says to leave none."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def share_the_reading(config: pytest.Config) -> None:
    """Of the whole run's test files each worker rewrites its share ahead of collecting, and then waits for the others:
    all of them collect all files, and find them rewritten. Whatever is wrong with a file, collecting will say."""
    told = getattr(config, "workerinput", None)
    if told is None or config.args != config.getini("testpaths"):
        return
    number, workers = int(told["workerid"].removeprefix("gw")), told["workercount"]
    meeting_place = Path(config.option.basetemp).parent
    files = sorted(path for path in (ROOT / "tests").rglob("test_*.py") if not left_out(config, path))
    for path in files[number::workers]:
        with suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    (meeting_place / f"read-by-{number}").touch()
    end = time.monotonic() + WAIT_FOR_OTHERS_SECONDS
    while len(list(meeting_place.glob("read-by-*"))) < workers and time.monotonic() < end:
        time.sleep(0.05)


def left_out(config: pytest.Config, path: Path) -> bool:
    """Whether a file lies in a folder that the ordinary run leaves out."""
    return not set(config.getini("norecursedirs")).isdisjoint(path.relative_to(ROOT).parts)


def look_past_what_stays() -> None:
    """The modules, the thousands of collected tests, the lines that caches remember: no garbage is to be found among
    what is there now, once what is there is cleared up."""
    gc.collect()
    gc.freeze()


def threads_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test's boards have left running ends with the test, as it does with the program: else a thread of each
    log and each seat waits until the end of the run, and all that its app was made of with it."""
    from lcterm.store.seats import Seat
    from lcterm.store.writer import Writer

    made: weakref.WeakSet[Any] = weakref.WeakSet()
    for kind in (Writer, Seat):
        monkeypatch.setattr(kind, "__init__", _remembering(kind.__init__, made))
    yield
    for one in list(made):
        if isinstance(one, Seat):
            one.leave()
        else:
            one.close(LAST_SECONDS)


def _remembering(make: Callable[..., None], made: "weakref.WeakSet[Any]") -> Callable[..., None]:
    def make_and_remember(self: Any, *args: Any, **named: Any) -> None:
        make(self, *args, **named)
        made.add(self)

    return make_and_remember


def disk_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only a power cut could show is left to the tests of the store: they wait until the disk has it."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


_parsed: dict[tuple[object, ...], list[Any]] = {}


def style_sheets_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An app reads the same rules as the app of the test before, if text, place and colours are the same."""
    from textual.css.stylesheet import Stylesheet

    read: Callable[..., list[Any]] = Stylesheet._parse_rules

    def remembered(self: Stylesheet, css: str, *args: Any, **named: Any) -> list[Any]:
        key = (css, *args, *sorted(named.items()), frozenset(self._variables.items()))
        if key not in _parsed:
            _parsed[key] = read(self, css, *args, **named)
        return _parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", remembered)


def time_passes_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four frames in the time of one, and the pilot looks as much more often whether a screen has come to rest: most
    of the time that flows take goes by in these looks."""
    from textual import _wait, screen

    monkeypatch.setattr(screen, "UPDATE_PERIOD", 1 / FRAMES_PER_SECOND)
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 1 / LOOKS_PER_SECOND)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 1 / LOOKS_PER_SECOND / 10)
