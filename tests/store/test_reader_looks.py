"""When a reader looks at the files again: as seldom as may be, and never too seldom."""

import os
from pathlib import Path

import pytest

from lcterm.store import reader as module
from lcterm.store import reading
from lcterm.store.reader import COARSE_GRAIN_S, FINE_GRAIN_S, SWEEP_S, TROUBLED_SWEEP_S, LogReader, Mark
from tests.store.making import Seconds, paused, store

A_WHOLE_SECOND = 1_796_140_800_000_000_000
A_FRACTION = A_WHOLE_SECOND + 123_456_789


def settle(reader: LogReader, seconds: Seconds) -> None:
    """Polls until the reader sees no reason to look again."""
    for _ in range(5):
        reader.poll()
        seconds.now += COARSE_GRAIN_S
    reader.poll()
    assert not reader.folder_changed()


def test_while_the_folder_stands_still_no_file_is_looked_at(
    folder: Path, reader: LogReader, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(folder, [paused(1)])
    settle(reader, seconds)
    asked: list[Path] = []
    real = os.stat

    def stat(path: Path, **named: bool) -> os.stat_result:
        asked.append(path)
        return real(path, **named)

    monkeypatch.setattr(os, "listdir", None)
    monkeypatch.setattr(os, "open", None)
    monkeypatch.setattr(os, "stat", stat)
    assert not reader.folder_changed()
    assert reader.poll() == []
    assert asked == [folder, folder]


def test_only_files_that_changed_are_read_again(
    folder: Path, reader: LogReader, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(folder, [paused(1, "aaaa")])
    store(folder, [paused(1, "bbbb")])
    settle(reader, seconds)
    read: list[str] = []
    real = reading.read_whole

    def read_whole(path: Path) -> tuple[bytes, os.stat_result]:
        read.append(path.name)
        return real(path)

    monkeypatch.setattr(module, "read_whole", read_whole)
    store(folder, [paused(1, "bbbb"), paused(2, "bbbb")])
    assert reader.poll() == [paused(2, "bbbb")]
    assert read == ["bbbb.0001.json"]


@pytest.mark.parametrize(("tick", "grain_s"), [(A_WHOLE_SECOND, COARSE_GRAIN_S), (A_FRACTION, FINE_GRAIN_S)])
def test_a_change_in_the_same_tick_of_the_file_system_is_not_lost(
    folder: Path, reader: LogReader, seconds: Seconds, tick: int, grain_s: float
) -> None:
    store(folder, [paused(1, "aaaa")])
    os.utime(folder, ns=(tick, tick))
    assert reader.poll() == [paused(1, "aaaa")]
    for writer in ("bbbb", "cccc"):
        seconds.now += grain_s * 0.4
        assert reader.poll() == []
        seconds.now += grain_s * 0.4
        store(folder, [paused(1, writer)])
        os.utime(folder, ns=(tick, tick))
        assert reader.folder_changed()
        assert reader.poll() == [paused(1, writer)]
    for _ in range(3):
        seconds.now += grain_s
        reader.poll()
    assert not reader.folder_changed()


def test_a_file_that_changed_without_a_trace_in_the_same_tick_is_not_lost(
    folder: Path, reader: LogReader, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "mark_of", lambda about: Mark(1, A_FRACTION, A_FRACTION, 1))
    store(folder, [paused(1)])
    assert reader.poll() == [paused(1)]
    store(folder, [paused(1), paused(2)])
    seconds.now += FINE_GRAIN_S * 0.9
    assert reader.poll(force=True) == [paused(2)]
    seconds.now += FINE_GRAIN_S
    reader.poll(force=True)
    store(folder, [paused(1), paused(2), paused(3)])
    assert reader.poll(force=True) == [], "by now such a change would have left a trace"


def test_a_change_while_the_files_are_being_read_is_seen_by_the_next_poll(
    folder: Path, reader: LogReader, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(folder, [paused(1, "bbbb")])
    settle(reader, seconds)
    real = os.listdir

    def listdir(path: Path) -> list[str]:
        names = real(path)
        store(folder, [paused(1, "cccc")])
        monkeypatch.setattr(os, "listdir", real)
        return names

    monkeypatch.setattr(os, "listdir", listdir)
    assert reader.poll(force=True) == []
    assert reader.poll() == [paused(1, "cccc")]


def test_a_program_that_writes_in_place_is_noticed_a_little_later(
    folder: Path, reader: LogReader, seconds: Seconds
) -> None:
    path = store(folder, [paused(1)])[0]
    longer = store(folder.with_name("other"), [paused(1), paused(2)])[0].read_bytes()
    settle(reader, seconds)
    path.write_bytes(longer)
    assert reader.poll() == []
    seconds.now += SWEEP_S
    assert reader.poll() == [paused(2)]


def test_a_file_that_is_still_being_copied_is_looked_at_again_soon(
    folder: Path, reader: LogReader, seconds: Seconds
) -> None:
    path = store(folder, [paused(1)])[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:50])
    for _ in range(5):
        assert reader.poll() == []
        seconds.now += COARSE_GRAIN_S
    reader.poll()
    path.write_bytes(whole)
    seconds.now += TROUBLED_SWEEP_S
    assert reader.poll() == [paused(1)]
    assert reader.notices() == []
