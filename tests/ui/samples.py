"""The sample's home, made once by each worker and copied for every test that looks at it."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from lcterm.store.paths import Home
from lcterm.store.sample import Sample, sample_home
from tests.clock_program import TestClock


def copied_sample(folder: Path, clock: TestClock, zone: str) -> Sample:
    """The sample as it stands at the clock's moment, in a `folder` that is not there yet."""
    first = _made(clock.now(), clock.boottime(), zone)
    shutil.copytree(first.home.path, folder)
    return first._replace(home=Home(folder))


@cache
def _made(wall: int, boot: int, zone: str) -> Sample:
    kept = tempfile.TemporaryDirectory(prefix="lcterm-sample-")
    atexit.register(kept.cleanup)
    return sample_home(_At(wall, boot), fresh=True, folder=Path(kept.name) / "demo", zone=zone)


class _At:
    """A clock that stands."""

    def __init__(self, wall: int, boot: int) -> None:
        self._wall, self._boot = wall, boot

    def now(self) -> int:
        return self._wall

    def boottime(self) -> int:
        return self._boot
