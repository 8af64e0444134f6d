"""What the home screen looks like: the sample, at 15:07 on a Tuesday. Each picture was looked at."""

from pathlib import Path
from typing import Any

import pytest

from tests.clock_program import TestClock
from tests.ui.homes import bare_app, in_london, sample_app

SIZES = pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=["wide", "middle", "narrow"])


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


@SIZES
def test_the_home(snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(sample_app(tmp_path, clock), terminal_size=size)


@pytest.mark.parametrize("theme", ["light", "colourless"])
def test_the_home_in_other_themes(snap_compare: Any, tmp_path: Path, clock: TestClock, theme: str) -> None:
    assert snap_compare(sample_app(tmp_path, clock, theme), terminal_size=(120, 36))


def test_the_home_without_a_community(snap_compare: Any, tmp_path: Path, clock: TestClock) -> None:
    assert snap_compare(bare_app(tmp_path, clock), terminal_size=(120, 36))


@pytest.mark.parametrize("size", [(120, 36), (60, 20)], ids=["wide", "narrow"])
def test_planning_a_session(snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(sample_app(tmp_path, clock), press=["p"], terminal_size=size)
