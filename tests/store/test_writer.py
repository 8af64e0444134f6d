"""The writer takes facts at once, and drops none whatever the disk does."""

import errno
import shutil
import stat
import threading
from pathlib import Path

import pytest
from tinydb.table import Table

from lcterm.core.facts import Fact
from lcterm.store.writer import Writer
from tests.store.disk import FULL, LONG_S, Disk, Ear, Hold
from tests.store.making import LOG, paused, seqs, written


def writers() -> list[threading.Thread]:
    """The writers' threads; a test's own is the last."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("lcterm-writer")]


def test_facts_are_durable_after_a_flush_and_were_said_to_be(writer: Writer, folder: Path, ear: Ear) -> None:
    for seq in range(1, 301):
        writer.append(written(seq, "Übung"))
    assert writer.flush(LONG_S)
    assert seqs(folder) == list(range(1, 301))
    ear.wait_for(lambda: ear.saved[-1:] == [300])
    assert ear.saved == sorted(ear.saved)
    assert ear.troubles == []
    assert writer.close(LONG_S) == []


def test_nothing_is_said_to_be_saved_before_the_folder_is_flushed(writer: Writer, disk: Disk, ear: Ear) -> None:
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    hold = Hold(disk, "flush folder")
    writer.append(paused(2))
    assert hold.reached.wait(LONG_S)
    assert disk.names()[-5:] == ["write", "flush", "close", "replace", "flush folder"]
    assert ear.saved == [1]
    assert not writer.flush(0)
    hold.go.set()
    assert writer.flush(LONG_S)
    ear.wait_for(lambda: ear.saved == [1, 2])


def test_nothing_is_made_and_no_thread_started_before_the_first_fact(folder: Path) -> None:
    threads = set(threading.enumerate())
    writer = Writer(folder, LOG, "aaaa")
    assert writer.flush(0)
    assert writer.close(0) == []
    assert set(threading.enumerate()) <= threads
    assert not folder.parents[2].exists()


def test_the_thread_never_keeps_the_program_from_leaving(writer: Writer, disk: Disk) -> None:
    hold = Hold(disk, "flush")
    writer.append(paused(1))
    assert hold.reached.wait(LONG_S)
    assert [thread.daemon for thread in writers()][-1:] == [True]
    hold.go.set()


def test_a_disk_that_does_not_answer_holds_nobody_up_and_what_queues_up_goes_in_one_write(
    writer: Writer, folder: Path, disk: Disk
) -> None:
    hold = Hold(disk, "flush")
    for seq in range(1, 101):
        writer.append(paused(seq))
    assert hold.reached.wait(LONG_S)
    assert not writer.flush(0.01)
    before = disk.names().count("replace")
    for seq in range(101, 121):
        writer.append(paused(seq))
    hold.go.set()
    assert writer.flush(LONG_S)
    assert disk.names().count("replace") - before <= 2
    assert seqs(folder) == list(range(1, 121))


def test_it_is_tinydb_that_inserts_and_many_at_once(
    writer: Writer, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    inserted: list[list[int]] = []
    real = Table.insert_multiple

    def insert_multiple(table: Table, documents: object) -> list[int]:
        inserted.append(real(table, documents))  # type: ignore[arg-type]
        return inserted[-1]

    monkeypatch.setattr(Table, "insert_multiple", insert_multiple)
    hold = Hold(disk, "flush")
    for seq in range(1, 12):
        writer.append(paused(seq))
    hold.go.set()
    assert writer.flush(LONG_S)
    assert [seq for some in inserted for seq in some] == list(range(1, 12))
    assert len(inserted) <= 3


@pytest.mark.parametrize("step", ["mkdir", "open", "write", "flush", "close", "replace", "flush folder"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "no permission to write there"),
        (errno.EIO, "the disk answered “Input/output error”"),
    ],
)
def test_what_the_disk_refuses_waits_and_is_written_when_it_can_be(
    writer: Writer, folder: Path, disk: Disk, ear: Ear, step: str, number: int, said: str
) -> None:
    disk.refuse[step] = number
    writer.append(paused(1))
    ear.wait_for(lambda: bool(ear.troubles))
    writer.append(paused(2))
    ear.wait_for(lambda: len(ear.troubles) >= 2)
    assert ear.troubles[0][0] == said
    assert ear.troubles[-1] == (said, 2)
    assert ear.saved == []
    assert not writer.flush(0)
    disk.refuse.clear()
    writer.append(paused(3))
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1, 2, 3]
    ear.wait_for(lambda: ear.saved[-1:] == [3])


def test_a_refused_write_leaves_the_old_file_as_it_was(writer: Writer, folder: Path, disk: Disk, ear: Ear) -> None:
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    before = (folder / "aaaa.0001.json").read_bytes()
    disk.refuse["write"] = FULL
    writer.append(paused(2))
    ear.wait_for(lambda: bool(ear.troubles))
    assert (folder / "aaaa.0001.json").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["aaaa.0001.json"]


def test_it_tries_again_by_itself_as_often_as_it_is_told(folder: Path, disk: Disk, ear: Ear) -> None:
    disk.refuse["open"] = FULL
    writer = Writer(folder, LOG, "aaaa", ear.on_saved, ear.on_trouble, retry_s=0)
    writer.append(paused(1))
    ear.wait_for(lambda: len(ear.troubles) >= 3)
    disk.refuse.clear()
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1]
    assert writer.close(LONG_S) == []


def test_it_waits_between_two_tries(writer: Writer, disk: Disk, ear: Ear) -> None:
    disk.refuse["open"] = FULL
    writer.append(paused(1))
    ear.wait_for(lambda: bool(ear.troubles))
    assert not writer.flush(0.05)
    assert len(ear.troubles) == 1


def test_a_removed_folder_is_made_again(writer: Writer, folder: Path, ear: Ear) -> None:
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    shutil.rmtree(folder.parents[1])
    writer.append(paused(2))
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1, 2]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert ear.troubles == []


def test_a_file_in_the_place_of_the_folder_is_said(folder: Path, ear: Ear) -> None:
    folder.parent.mkdir(parents=True)
    folder.touch()
    writer = Writer(folder, LOG, "aaaa", ear.on_saved, ear.on_trouble, retry_s=3600)
    writer.append(paused(1))
    ear.wait_for(lambda: ear.troubles == [("the folder is gone", 1)])
    assert writer.close(LONG_S) == [paused(1)]


def test_a_screen_that_is_gone_does_not_keep_facts_from_the_disk(folder: Path, disk: Disk) -> None:
    def gone(*said: object) -> None:
        raise RuntimeError("Event loop is closed")

    writer = Writer(folder, LOG, "aaaa", gone, gone, retry_s=0)
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    writer.append(paused(2))
    assert writer.close(LONG_S) == []
    assert seqs(folder) == [1, 2]


@pytest.mark.parametrize(
    "wrong", [paused(1, "bbbb"), paused(0), paused(1), paused(3)], ids=["another's", "zero", "twice", "gap"]
)
def test_only_the_writers_next_fact_is_taken(writer: Writer, folder: Path, wrong: Fact) -> None:
    writer.append(paused(1))
    with pytest.raises(ValueError, match="does not follow aaaa-1"):
        writer.append(wrong)
    writer.append(paused(2))
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1, 2]
