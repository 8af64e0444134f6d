"""What the keys and the large captures look like: the sample session, at 15:07 on a Tuesday. Both were looked at."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lcterm.store.sample import sample_home
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock

MOMENT = datetime(2026, 11, 24, 15, 7, 26, tzinfo=UTC)


@pytest.mark.parametrize("keys", [["question_mark"], ["3", "up"]], ids=["help", "captures"])
def test_the_screen(snap_compare: Any, tmp_path: Path, clock: TestClock, keys: list[str]) -> None:
    clock.set(MOMENT)
    sample = sample_home(clock, fresh=True, folder=tmp_path / "demo", zone="Europe/London")
    app = LcTerm(sample.home, clock, {}, (sample.community, sample.session), "dark")
    assert snap_compare(app, press=keys, terminal_size=(120, 36))
