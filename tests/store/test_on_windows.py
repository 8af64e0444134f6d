"""What is otherwise on Windows and on a Mac, as far as a stand-in can show it here: files that are being read, locks,
folders, the drive's own cache."""

import errno
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from lcterm.store import durable, runs
from lcterm.store.paths import Home
from lcterm.store.permissions import too_open


class Replacing:
    """`os.replace` of Windows: refused as long as somebody reads the file."""

    def __init__(self, refusals: int) -> None:
        self.refusals, self.asked, self._really = refusals, 0, os.replace

    def __call__(self, source: Path, target: Path) -> None:
        self.asked += 1
        if self.asked <= self.refusals:
            raise PermissionError(errno.EACCES, "in use", str(target))
        self._really(source, target)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "WINDOWS", True)
    monkeypatch.setattr(durable, "AGAIN_SECONDS", 0.0)


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_read_is_replaced_when_the_reader_is_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replacing = Replacing(7)
    monkeypatch.setattr(os, "replace", replacing)
    durable.replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert replacing.asked == 8
    assert os.listdir(tmp_path) == ["a.json"]


@pytest.mark.usefixtures("windows")
def test_one_that_is_read_for_ever_is_refused_and_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", Replacing(1000))
    with pytest.raises(PermissionError):
        durable.replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_elsewhere_a_refusal_is_one_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replacing = Replacing(1)
    monkeypatch.setattr(durable, "WINDOWS", False)
    monkeypatch.setattr(os, "replace", replacing)
    with pytest.raises(PermissionError):
        durable.replace_file(tmp_path / "a.json", b"new")
    assert replacing.asked == 1


def test_folders_are_not_flushed_where_no_such_thing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*arguments: object) -> int:
        raise PermissionError(errno.EACCES, "a folder cannot be opened")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "open", opened)
    durable.flush_folder(tmp_path)


def test_nobody_else_is_looked_for_where_there_are_no_such_permissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "communities").mkdir()
    os.chmod(tmp_path / "communities", 0o777)
    monkeypatch.setattr(sys, "platform", "win32")
    assert not list(too_open(Home(tmp_path)))


def test_a_mac_is_asked_to_empty_the_drives_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    stand_in = ModuleType("fcntl")
    stand_in.F_FULLFSYNC = 51  # type: ignore[attr-defined]
    stand_in.fcntl = lambda handle, what: asked.append(what)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fcntl", stand_in)
    monkeypatch.setattr(sys, "platform", "darwin")
    durable.replace_file(tmp_path / "a.json", b"new")
    assert asked == [51, 51]  # the file, then its folder


class Locking(ModuleType):
    """`msvcrt` of Windows: a byte of an open file is locked, by one handle at a time."""

    LK_LOCK, LK_NBLCK = 1, 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: set[int] = set()

    def locking(self, handle: int, mode: int, count: int) -> None:
        inode = os.fstat(handle).st_ino
        if inode in self.held:
            raise OSError(errno.EACCES, "locked")
        self.held.add(inode)


def test_a_run_holds_its_sign_by_a_lock_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locking = Locking()
    monkeypatch.setitem(sys.modules, "msvcrt", locking)
    monkeypatch.setattr(sys, "platform", "win32")
    own, other = runs.Run(tmp_path / "runs", "w1"), runs.Run(tmp_path / "runs", "w1")
    own.begin()
    assert not other.take_over()
    own.end()
    assert os.listdir(tmp_path / "runs") == []
    locking.held.clear()
    assert other.take_over()
    other.end()
