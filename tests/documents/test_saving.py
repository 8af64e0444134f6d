"""Documents on the disk: whole, private, and a clear line when it cannot be."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.documents.saving import save

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes of POSIX systems")


def fail(monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    """From now on this call of the system answers with an error."""

    def refuse(*arguments: object, **named: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)


def test_it_is_written_whole_with_a_line_end(tmp_path: Path) -> None:
    save("Größe 李\n", tmp_path / "a.md")
    save("no line end", tmp_path / "b.md")
    assert (tmp_path / "a.md").read_bytes() == "Größe 李\n".encode()
    assert (tmp_path / "b.md").read_bytes() == b"no line end\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


@posix
def test_it_is_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.md"
    save("x", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_it_replaces_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    save("long before\n" * 100, path)
    save("now", path)
    assert path.read_text() == "now\n"


@pytest.mark.parametrize(
    ("call", "number", "reason"),
    [
        ("write", errno.ENOSPC, "the disk is full"),
        ("write", errno.EDQUOT, "the disk is full"),
        ("fsync", errno.ENOSPC, "the disk is full"),
        ("open", errno.EROFS, "the disk is read-only"),
        ("open", errno.EACCES, "no permission to write there"),
        ("replace", errno.EPERM, "no permission to write there"),
        ("open", errno.ENOENT, "the folder is gone"),
    ],
)
def test_a_disk_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, reason: str
) -> None:
    path = tmp_path / "a.md"
    save("before", path)
    with monkeypatch.context() as context:
        fail(context, call, number)
        with pytest.raises(Refused) as refused:
            save("after", path)
    assert str(refused.value) == (
        f"{path} cannot be written: {reason}; mend that, or choose another place for the file"
    )
    assert path.read_text() == "before\n"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, "mkdir", errno.EROFS)
    with pytest.raises(Refused, match="the disk is read-only"):
        save("x", tmp_path / "new" / "a.md")


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file" / "a.md", tmp_path / "file" / "deep" / "a.md"):
        with pytest.raises(Refused, match="a file stands where a folder should be"):
            save("x", path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        save("x", tmp_path)
    assert str(refused.value) == f"{tmp_path} is a folder; name a file in it"
    assert tmp_path.is_dir()


@posix
def test_a_pipe_or_device_is_not_swept_away(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Refused, match="is not an ordinary file"):
        save("x", pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(Refused, match="is not an ordinary file"):
        save("x", Path("/dev/null"))


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    there, link = tmp_path / "there.md", tmp_path / "link.md"
    there.write_text("before")
    link.symlink_to(there)
    save("after", link)
    assert link.is_symlink()
    assert there.read_text() == "after\n"


def test_lone_surrogates_do_not_stop_it(tmp_path: Path) -> None:
    save("a\udcffb", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text() == "a?b\n"


def test_the_line_drives_no_terminal(tmp_path: Path) -> None:
    strange = tmp_path / "a\x1b[2Jb"
    strange.mkdir()
    with pytest.raises(Refused) as refused:
        save("x", strange)
    assert "\x1b" not in str(refused.value)
