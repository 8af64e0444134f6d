"""What a reader makes of files that it cannot read, and what it says about them."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.store.reader import LogReader
from lcterm.store.reading import SIZE_MAX
from tests.store.making import paused, store


def test_the_last_good_copy_stands_and_it_is_said(folder: Path, reader: LogReader) -> None:
    path = store(folder, [paused(1)])[0]
    store(folder, [paused(1, "bbbb")])
    reader.poll()
    whole = path.read_bytes()
    path.write_bytes(whole[:-3])
    assert reader.poll(force=True) == []
    problem = "it is cut short or damaged; what was read before stands"
    assert reader.notices() == [f"aaaa.0001.json is not read: {problem}; `lcterm check` looks into it"]
    path.write_bytes(whole)
    assert reader.poll(force=True) == []
    assert reader.notices() == []


def test_a_file_of_another_log_is_not_read_and_it_is_said(folder: Path, reader: LogReader) -> None:
    store(folder, [paused(1)], log="2026-12-02-aaaa")
    assert reader.poll() == []
    assert reader.notices() == ["aaaa.0001.json is not read: it belongs to another log; `lcterm check` looks into it"]


def test_a_file_beyond_all_measure_is_not_read(folder: Path, reader: LogReader) -> None:
    path = store(folder, [paused(1)])[0]
    os.truncate(path, SIZE_MAX + 1)
    assert reader.poll() == []
    assert "it is larger than 64 MiB" in reader.notices()[0]


@pytest.mark.parametrize(
    "put",
    [os.mkfifo, os.mkdir, lambda path: os.symlink("/etc/passwd", path), lambda path: os.symlink("/nowhere", path)],
    ids=["a pipe", "a folder", "a link", "a link to nothing"],
)
def test_what_is_no_ordinary_file_is_not_read_and_holds_nobody_up(
    folder: Path, reader: LogReader, put: Callable[[Path], None]
) -> None:
    store(folder, [paused(1, "bbbb")])
    put(folder / "aaaa.0001.json")
    assert reader.poll() == [paused(1, "bbbb")]
    assert "it is not an ordinary file" in reader.notices()[0]


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EACCES, "no permission to read it"), (errno.EIO, "the disk answered “Input/output error”")],
)
def test_a_file_that_the_disk_does_not_give_is_said_and_tried_again(
    folder: Path, reader: LogReader, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    store(folder, [paused(1)])
    store(folder, [paused(1, "bbbb")])
    real = os.open

    def refuse(path: Path, flags: int, *rest: int) -> int:
        if "aaaa" in str(path):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert reader.poll() == [paused(1, "bbbb")]
    assert reader.notices() == [f"aaaa.0001.json is not read: {said}; `lcterm check` looks into it"]
    monkeypatch.setattr(os, "open", real)
    assert reader.poll(force=True) == [paused(1)]
    assert reader.notices() == []


def test_a_folder_that_cannot_be_listed_is_said(
    folder: Path, reader: LogReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(folder, [paused(1)])
    assert reader.poll() == [paused(1)]

    def refuse(path: Path) -> list[str]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "listdir", refuse)
    assert reader.poll(force=True) == []
    assert reader.notices() == [f"{folder} cannot be read: no permission to read it"]


def test_a_folder_that_went_away_is_said_and_read_when_it_comes_back(folder: Path, reader: LogReader) -> None:
    store(folder, [paused(1)])
    assert reader.poll() == [paused(1)]
    folder.rename(folder.with_name("away"))
    assert reader.poll() == []
    assert reader.notices() == [f"{folder} is gone; what was read before stands"]
    folder.with_name("away").rename(folder)
    store(folder, [paused(1, "bbbb")])
    assert reader.poll() == [paused(1, "bbbb")]
    assert reader.notices() == []


def test_a_file_that_went_away_is_said_and_one_that_was_never_read_is_not(folder: Path, reader: LogReader) -> None:
    path = store(folder, [paused(1)])[0]
    bad = folder / "bbbb.0001.json"
    bad.write_bytes(b"{")
    reader.poll()
    path.unlink()
    bad.unlink()
    assert reader.poll(force=True) == []
    assert reader.notices() == ["aaaa.0001.json is gone; what was read before stands"]
    store(folder, [paused(1), paused(2)])
    assert reader.poll(force=True) == [paused(2)]
    assert reader.notices() == []
