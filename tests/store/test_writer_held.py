"""Writing is held for the picture that shows an act, and for nothing else."""

from pathlib import Path

from lcterm.store.writer import Writer
from tests.store.disk import LONG_S, Ear
from tests.store.making import paused, seqs


def test_what_is_held_is_written_when_it_is_let_go(writer: Writer, folder: Path, ear: Ear) -> None:
    writer.hold()
    writer.append(paused(1))
    assert writer._thread is None, "nothing wakes for it"
    assert not folder.exists()
    writer.let_go()
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1]


def test_what_is_held_waits_though_the_thread_is_at_work(writer: Writer, folder: Path) -> None:
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    writer.hold()
    writer.append(paused(2))
    with writer._changed:
        writer._changed.notify_all()
        assert not writer._changed.wait_for(lambda: not writer._queue, 0.02)
    assert seqs(folder) == [1]
    writer.let_go()
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1, 2]


def test_whoever_waits_for_the_disk_lets_go(writer: Writer, folder: Path) -> None:
    writer.hold()
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    writer.hold()
    writer.append(paused(2))
    assert writer.rest(LONG_S)
    assert seqs(folder) == [1, 2]


def test_a_close_waits_for_no_picture(writer: Writer, folder: Path) -> None:
    writer.hold()
    writer.append(paused(1))
    assert writer.close(LONG_S) == []
    assert seqs(folder) == [1]
