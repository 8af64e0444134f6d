"""What the board looks like: the sample session, at 15:07 on a Tuesday. Each picture was looked at."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.samples import copied_sample

MOMENT = datetime(2026, 11, 24, 15, 7, 26, tzinfo=UTC)


def sample_app(folder: Path, clock: TestClock, theme: str) -> LcTerm:
    clock.set(MOMENT)
    sample = copied_sample(folder / "demo", clock, "Europe/London")
    return LcTerm(sample.home, clock, {}, (sample.community, sample.session), theme)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=["wide", "middle", "narrow"])
def test_the_board(snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(sample_app(tmp_path, clock, "dark"), terminal_size=size)


@pytest.mark.parametrize("theme", ["light", "colourless"])
def test_the_board_in_other_themes(snap_compare: Any, tmp_path: Path, clock: TestClock, theme: str) -> None:
    assert snap_compare(sample_app(tmp_path, clock, theme), terminal_size=(120, 36))


def test_the_board_under_the_veil(snap_compare: Any, tmp_path: Path, clock: TestClock) -> None:
    assert snap_compare(sample_app(tmp_path, clock, "dark"), press=["v"], terminal_size=(120, 36))
