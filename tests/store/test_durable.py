"""A file is put in place whole or not at all, and only then counts."""

import errno
import os
import stat
from pathlib import Path

import pytest

from lcterm.store.durable import create_file, is_aside, make_folder, plain_reason, replace_file
from lcterm.store.segment import parse_segment_name
from tests.store.disk import Disk

IN_ORDER = ["open", "write", "flush", "close", "replace", "flush folder"]


def test_a_file_is_flushed_before_it_is_put_in_place_and_its_folder_after(tmp_path: Path, disk: Disk) -> None:
    replace_file(tmp_path / "a.json", b"new")
    assert disk.names() == IN_ORDER
    assert disk.steps[-1][1] == tmp_path


def test_it_comes_from_a_new_file_of_the_same_folder_that_only_the_user_may_read(tmp_path: Path, disk: Disk) -> None:
    replace_file(tmp_path / "a.json", b"new")
    aside = disk.steps[0][1]
    assert aside.parent == tmp_path
    assert is_aside(aside.name)
    assert parse_segment_name(aside.name) is None
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["a.json"]


def test_the_new_file_is_opened_exclusively(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.urandom", bytes)
    taken = tmp_path / ".a.json.00000000.tmp"
    taken.write_bytes(b"another's")
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "a.json", b"new")
    assert taken.read_bytes() == b"another's"


@pytest.mark.parametrize("step", IN_ORDER[:-1])
def test_when_a_step_fails_the_old_file_stands_and_nothing_is_left_over(tmp_path: Path, disk: Disk, step: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    disk.refuse[step] = errno.ENOSPC
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_folder_that_cannot_be_flushed_is_an_error_too(tmp_path: Path, disk: Disk) -> None:
    disk.refuse["flush folder"] = errno.EIO
    with pytest.raises(OSError, match="Input/output"):
        replace_file(tmp_path / "a.json", b"new")


def test_a_file_system_that_flushes_no_folders_is_none(tmp_path: Path, disk: Disk) -> None:
    disk.refuse["flush folder"] = errno.EINVAL
    replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"


def test_a_disk_that_takes_a_byte_at_a_time_gets_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: real(handle, bytes(content[:1])))
    replace_file(tmp_path / "a.json", b"a whole file")
    assert (tmp_path / "a.json").read_bytes() == b"a whole file"


def test_a_created_file_never_takes_the_place_of_another(tmp_path: Path, disk: Disk) -> None:
    create_file(tmp_path / "a.json", b"first")
    assert disk.names() == ["open", "write", "flush", "close", "link", "flush folder"]
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a.json", b"second")
    assert (tmp_path / "a.json").read_bytes() == b"first"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_disk_without_links_can_create_files_too(tmp_path: Path, disk: Disk) -> None:
    disk.refuse["link"] = errno.EPERM
    create_file(tmp_path / "a.json", b"first")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a.json", b"second")
    assert (tmp_path / "a.json").read_bytes() == b"first"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path, disk: Disk) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert "flush folder" not in disk.names()


def test_a_file_in_the_way_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "a")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "no permission to write there"),
        (errno.EPERM, "no permission to write there"),
        (errno.ENOENT, "the folder is gone"),
        (errno.ENOTDIR, "the folder is gone"),
        (errno.EIO, "the disk answered “Input/output error”"),
    ],
)
def test_reasons_are_plain_words(number: int, said: str) -> None:
    assert plain_reason(OSError(number, os.strerror(number))) == said


def test_an_error_without_a_number_has_words_too() -> None:
    assert plain_reason(OSError()) == "the disk answered “OSError”"
