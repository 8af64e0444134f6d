"""The home screen says once that its home is carried about, and whenever something in it is locked."""

from functools import partial
from pathlib import Path

import pytest

from lcterm.store.ids import new_writer_id
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.beside import until
from tests.ui.homes import in_london, sample_app, shown

CARRIED = "! Syncthing carries this home about: see `lcterm check`"
SHUT = "! 1 community is locked; `lcterm unlock` opens it"


def _says(app: LcTerm, words: str) -> bool:
    return words in " ".join(shown(app).split())


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_a_home_in_a_synced_folder_says_so_once(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    (tmp_path / ".stfolder").mkdir()
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await until(pilot, partial(_says, app, CARRIED))
    again = type(app)(app.home, clock, {}, theme="dark")
    async with again.run_test(size=size) as pilot:
        await pilot.pause(0.1)
        assert "carries" not in shown(again)


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_what_is_locked_is_told_each_time(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = sample_app(tmp_path, clock)
    (app.home.path / "communities" / f"abcdefgh.{new_writer_id()}.age").touch()
    for _ in range(2):
        app = type(app)(app.home, clock, {}, theme="dark")
        async with app.run_test(size=size) as pilot:
            await until(pilot, partial(_says, app, SHUT))


async def test_any_other_home_says_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        assert "carries" not in shown(app)
        assert "locked" not in shown(app)
    assert not (app.home.private / "synced.json").exists()
