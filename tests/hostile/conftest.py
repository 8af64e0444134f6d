"""Homes full of hostile words, made once; whoever changes one takes a copy."""

import random
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from lcterm.store.paths import Home
from tests.clock_program import TestClock
from tests.hostile import nasty
from tests.hostile.foreign import Foreign, foreign_home


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Foreign, TestClock]]]:
    built: dict[str, tuple[Foreign, TestClock]] = {}
    yield built
    for _, clock in built.values():
        clock.close()


@pytest.fixture(params=["ours", "others"])
def foreign(
    request: pytest.FixtureRequest,
    _built: dict[str, tuple[Foreign, TestClock]],
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
) -> tuple[Foreign, TestClock]:
    """A copy of a home with our own strings, or with those of others, and its clock."""
    if request.param not in _built:
        folder = tmp_path_factory.mktemp(f"hostile-{request.param}")
        texts = list(nasty.OWN if request.param == "ours" else nasty.others())
        random.Random(7).shuffle(texts)
        clock = TestClock(folder / "clock")
        _built[request.param] = foreign_home(folder / "home", clock, texts), clock
    made, clock = _built[request.param]
    copytree(made.home.path, tmp_path / "foreign")
    return made._replace(home=Home(tmp_path / "foreign")), clock
