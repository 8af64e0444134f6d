"""The sign of life of a run: held while it writes, gone when it ends, taken over only from the dead."""

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lcterm.store import runs
from lcterm.store.runs import LONGEST_S, Run, clear


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the signs are; not yet made."""
    return tmp_path / "private" / "runs"


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_a_run_that_is_there_cannot_be_taken_over_and_one_that_ended_can(folder: Path) -> None:
    run = Run(folder, "aaaa")
    run.begin()
    assert names(folder) == ["aaaa"]
    assert not Run(folder, "aaaa").take_over()
    assert names(folder) == ["aaaa"]
    run.end()
    assert names(folder) == []
    other = Run(folder, "aaaa")
    assert other.take_over()
    assert not Run(folder, "aaaa").take_over()
    other.end()
    assert names(folder) == []


def test_it_is_this_user_s_alone(folder: Path) -> None:
    Run(folder, "aaaa").begin()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "aaaa").stat().st_mode) == 0o600


def test_to_begin_or_end_twice_does_no_harm(folder: Path) -> None:
    run = Run(folder, "aaaa")
    run.end()
    assert not folder.exists()
    run.begin()
    run.begin()
    run.end()
    run.end()
    assert names(folder) == []


def test_a_run_that_was_killed_is_over_and_its_sign_is_cleared_away(folder: Path) -> None:
    program = f"""
from pathlib import Path
from lcterm.store.runs import Run
Run(Path({str(folder)!r}), "aaaa").begin()
print("there", flush=True)
input()
"""
    alive = Run(folder, "bbbb")
    alive.begin()
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"there\n"
        assert not Run(folder, "aaaa").take_over()
        clear(folder)
        assert names(folder) == ["aaaa", "bbbb"]
        process.send_signal(signal.SIGKILL)
    assert names(folder) == ["aaaa", "bbbb"]
    clear(folder)
    assert names(folder) == ["bbbb"]


def test_a_sign_that_is_removed_while_it_is_waited_for_is_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, times = runs._locked, []

    def locked(handle: int, *, wait: bool) -> bool | None:
        times.append(handle)
        if len(times) == 1:
            os.unlink(folder / "aaaa")
        return real(handle, wait=wait)

    monkeypatch.setattr(runs, "_locked", locked)
    run = Run(folder, "aaaa")
    run.begin()
    assert len(times) == 2
    assert names(folder) == ["aaaa"]
    assert not Run(folder, "aaaa").take_over()


def test_a_disk_that_will_not_even_close_a_file_keeps_nobody_from_leaving(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, really = Run(folder, "aaaa"), os.close
    run.begin()

    def close(handle: int) -> None:
        really(handle)
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    monkeypatch.setattr(os, "close", close)
    run.end()
    monkeypatch.undo()
    assert Run(folder, "aaaa").take_over()


def test_nothing_else_in_the_folder_is_touched_and_none_is_no_trouble(folder: Path) -> None:
    clear(folder)
    folder.mkdir(parents=True)
    (folder / "Notes.txt").write_text("mine")
    (folder / "folder").mkdir()
    (folder / "zzzz").touch()
    clear(folder)
    assert names(folder) == ["Notes.txt", "folder"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "runs").touch()
    with pytest.raises(NotADirectoryError):
        Run(tmp_path / "runs", "aaaa").begin()


@pytest.mark.skipif(sys.platform == "win32", reason="flock is not there")
class TestWithoutLocks:
    """A disk that knows no locks, as some shared over a network: the file alone tells, and its age."""

    @pytest.fixture(autouse=True)
    def without(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import fcntl

        def refuse(handle: int, how: int) -> None:
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

        monkeypatch.setattr(fcntl, "flock", refuse)

    def test_a_run_that_is_there_counts_as_alive_for_a_day(self, folder: Path) -> None:
        run = Run(folder, "aaaa")
        run.begin()
        assert not Run(folder, "aaaa").take_over()
        clear(folder)
        assert names(folder) == ["aaaa"]
        about = (folder / "aaaa").stat()
        os.utime(folder / "aaaa", (about.st_atime, about.st_mtime - LONGEST_S - 60))
        assert Run(folder, "aaaa").take_over()

    def test_a_run_that_ended_can_be_taken_over_by_one(self, folder: Path) -> None:
        run = Run(folder, "aaaa")
        run.begin()
        run.end()
        other = Run(folder, "aaaa")
        assert other.take_over()
        assert not Run(folder, "aaaa").take_over()
        other.end()
        assert names(folder) == []


def test_a_lock_that_fails_for_another_reason_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(handle: int, how: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match="Input/output"):
        Run(folder, "aaaa").take_over()
