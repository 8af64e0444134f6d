"""Folders are looked at, and a change is told."""

from pathlib import Path

from lcterm.store.watcher import Watcher
from tests.store.disk import LONG_S

QUICKLY = 0.005


def test_a_change_is_told_once(tmp_path: Path) -> None:
    watcher = Watcher([tmp_path], QUICKLY)
    assert not watcher.moved()
    (tmp_path / "new").touch()
    assert watcher.moved()
    assert not watcher.moved()


def test_a_folder_that_is_not_there_yet_stands_still_until_it_is(tmp_path: Path) -> None:
    watcher = Watcher([tmp_path / "late"], QUICKLY)
    assert not watcher.wait(3 * QUICKLY)
    (tmp_path / "late").mkdir()
    assert watcher.wait(LONG_S)
