"""What a start has made is looked through for garbage seldom, and when the picture stands no more at all."""

import gc
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from textual.app import App

from lcterm.cli import main
from lcterm.ui.app import LcTerm
from lcterm.ui.standing import USUAL, Standing, settled


class Alone(Standing[None], App[None]):
    """An app that is nothing else."""


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_the_console_script_starts_without_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(main, "main", lambda argv, clock: seen.append(gc.get_threshold()[0]) or 0)
    assert main.entry() == 0
    assert seen == [main.START_OBJECTS]


def test_when_the_picture_stands_python_looks_as_usual_at_what_comes() -> None:
    gc.set_threshold(main.START_OBJECTS)
    before = gc.get_freeze_count()
    of_this_start = [[] for _ in range(1000)]
    settled()
    assert gc.get_threshold() == USUAL
    assert gc.get_freeze_count() >= before + len(of_this_start)


@pytest.mark.parametrize("module", LcTerm.SOON)
def test_what_the_first_key_needs_is_there_to_be_loaded(module: str) -> None:
    assert find_spec(module) is not None


async def test_an_app_that_was_started_otherwise_changes_nothing() -> None:
    gc.set_threshold(*USUAL)
    before = gc.get_freeze_count()
    app = Alone()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert gc.get_freeze_count() <= before
