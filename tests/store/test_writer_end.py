"""How the writer ends: with everything on the disk, or with what is left handed back and rescued elsewhere."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from lcterm.core.facts import Fact
from lcterm.core.refusal import Refused
from lcterm.store.reader import LogReader
from lcterm.store.runs import Run
from lcterm.store.writer import Writer
from tests.store.disk import FULL, LONG_S, Disk, Ear, Hold
from tests.store.making import LOG, paused, seqs


class TestClosing:
    def test_what_waits_is_still_written(self, folder: Path) -> None:
        writer = Writer(folder, LOG, "aaaa")
        for seq in range(1, 501):
            writer.append(paused(seq))
        assert writer.close(LONG_S) == []
        assert seqs(folder) == list(range(1, 501))

    def test_after_the_close_nothing_is_taken(self, writer: Writer) -> None:
        writer.append(paused(1))
        assert writer.close(LONG_S) == []
        with pytest.raises(ValueError, match="after the close"):
            writer.append(paused(2))

    def test_a_disk_that_recovered_meanwhile_gets_its_last_chance(
        self, writer: Writer, folder: Path, disk: Disk, ear: Ear
    ) -> None:
        disk.refuse["open"] = FULL
        writer.append(paused(1))
        ear.wait_for(lambda: bool(ear.troubles))
        disk.refuse.clear()
        assert writer.close(LONG_S) == []
        assert seqs(folder) == [1]

    def test_what_could_not_be_written_is_handed_back_in_order(self, writer: Writer, disk: Disk) -> None:
        writer.append(paused(1))
        assert writer.flush(LONG_S)
        thread = [one for one in threading.enumerate() if one.name == f"lcterm-writer-{LOG}"][-1]
        disk.refuse["open"] = FULL
        for seq in range(2, 5):
            writer.append(paused(seq))
        assert writer.close(LONG_S) == [paused(2), paused(3), paused(4)]
        assert not thread.is_alive()

    def test_a_fault_of_our_own_makes_nobody_wait_for_the_disk(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(self: Run) -> None:
            raise RuntimeError("nobody foresaw this")

        monkeypatch.setattr(Run, "begin", fail)
        monkeypatch.setattr(threading, "excepthook", lambda told: None)
        writer = Writer(folder, LOG, "aaaa", run=Run(folder / "runs", "aaaa"))
        began = time.monotonic()
        writer.append(paused(1))
        assert not writer.flush(LONG_S)
        assert writer.close(LONG_S) == [paused(1)]
        assert time.monotonic() - began < LONG_S / 2

    def test_a_disk_that_does_not_answer_keeps_nobody(self, writer: Writer, disk: Disk) -> None:
        hold = Hold(disk, "flush")
        writer.append(paused(1))
        assert hold.reached.wait(LONG_S)
        assert writer.close(0.01) == [paused(1)]
        hold.go.set()


class TestRescue:
    def refused(self, writer: Writer, disk: Disk, facts: list[Fact]) -> list[Fact]:
        disk.refuse["open"] = FULL
        for fact in facts:
            writer.append(fact)
        left = writer.close(LONG_S)
        disk.refuse.clear()
        return left

    def test_copied_in_later_the_log_is_whole(self, writer: Writer, folder: Path, tmp_path: Path, disk: Disk) -> None:
        facts = [paused(seq) for seq in range(1, 401)]
        for fact in facts[:50]:
            writer.append(fact)
        assert writer.flush(LONG_S)
        left = self.refused(writer, disk, facts[50:])
        paths = writer.rescue(left, tmp_path / "rescued")
        assert len(paths) == 3
        for path in paths:
            assert not (folder / path.name).exists()
            shutil.copy(path, folder)
        reader = LogReader(folder, LOG)
        assert reader.poll() == facts
        assert reader.notices() == []

    def test_a_log_that_never_reached_the_disk_is_rescued_whole(
        self, writer: Writer, tmp_path: Path, disk: Disk
    ) -> None:
        left = self.refused(writer, disk, [paused(1), paused(2)])
        writer.rescue(left, tmp_path / "rescued")
        assert LogReader(tmp_path / "rescued", LOG).poll() == [paused(1), paused(2)]

    def test_nothing_that_was_rescued_before_is_overwritten(self, writer: Writer, tmp_path: Path, disk: Disk) -> None:
        left = self.refused(writer, disk, [paused(1), paused(2)])
        first = writer.rescue(left[:1], tmp_path / "rescued")
        second = writer.rescue(left[1:], tmp_path / "rescued")
        assert not set(first) & set(second)
        assert LogReader(tmp_path / "rescued", LOG).poll() == left

    def test_without_facts_there_is_no_file(self, writer: Writer, tmp_path: Path) -> None:
        assert writer.rescue([], tmp_path / "rescued") == []
        assert not (tmp_path / "rescued").exists()

    def test_a_folder_that_takes_nothing_is_refused_in_one_line(
        self, writer: Writer, tmp_path: Path, disk: Disk
    ) -> None:
        left = self.refused(writer, disk, [paused(1), paused(2)])
        disk.refuse["open"] = FULL
        with pytest.raises(Refused, match="the disk is full; events not saved: 2; name another folder"):
            writer.rescue(left, tmp_path)
