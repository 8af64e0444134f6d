"""The sample's home, as many tests of the screens look at it."""

from pathlib import Path

from lcterm.store.paths import Home
from lcterm.store.sample import Sample, sample_home
from tests.clock_program import TestClock
from tests.kept import kept


def copied_sample(folder: Path, clock: TestClock, zone: str) -> Sample:
    """The sample as it stands at the clock's moment, in a `folder` that is not there yet."""
    key = ("sample", zone, clock.now(), clock.boottime())
    made = kept(key, folder, lambda: sample_home(clock, fresh=True, folder=folder, zone=zone))
    return made._replace(home=Home(folder))
