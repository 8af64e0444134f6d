"""What a reader sees of a log that others write."""

import json
import os
import shutil
from pathlib import Path

import pytest

from lcterm.core.facts import Fact
from lcterm.store.durable import make_folder
from lcterm.store.reader import LogReader
from tests.store.making import LOG, paused, store, written


def test_facts_come_once(folder: Path, reader: LogReader) -> None:
    store(folder, [paused(1, "bbbb", 5), paused(2, "bbbb", 5), paused(3, "bbbb", 4)])
    store(folder, [paused(1, "aaaa", 5), paused(2, "aaaa", 3)])
    facts = reader.poll()
    assert sorted((fact.stamp, fact.writer, fact.seq) for fact in facts) == [
        (3, "aaaa", 2),
        (4, "bbbb", 3),
        (5, "aaaa", 1),
        (5, "bbbb", 1),
        (5, "bbbb", 2),
    ]
    assert reader.poll(force=True) == []
    store(folder, [paused(1, "bbbb", 5), paused(2, "bbbb", 5), paused(3, "bbbb", 4), paused(4, "bbbb", 9)])
    assert reader.poll(force=True) == [paused(4, "bbbb", 9)]


def test_a_log_that_has_not_begun_is_empty_and_no_trouble(folder: Path, reader: LogReader) -> None:
    assert reader.poll() == []
    assert reader.notices() == []
    assert not reader.folder_changed()
    store(folder, [paused(1)])
    assert reader.folder_changed()
    assert reader.poll() == [paused(1)]


def test_ones_own_files_are_not_read(folder: Path) -> None:
    store(folder, [paused(1, "aaaa")])
    store(folder, [paused(1, "bbbb")])
    (folder / "aaaa.0002.json").write_bytes(b"{")
    reader = LogReader(folder, LOG, own="aaaa")
    assert reader.poll() == [paused(1, "bbbb")]
    assert reader.notices() == []


@pytest.mark.parametrize(
    "name",
    [
        "aaaa.0001.json.bak",
        "aaaa.0001 (1).json",
        ".aaaa.0001.json.0123abcd.tmp",
        "AAAA.0001.json",
        "aaaa.json",
        ".DS_Store",
    ],
)
def test_files_of_other_names_are_not_read(folder: Path, reader: LogReader, name: str) -> None:
    path = store(folder, [paused(1)])[0]
    shutil.copy(path, folder / name)
    path.unlink()
    assert reader.poll() == []
    assert reader.notices() == []


def test_readers_write_nothing(folder: Path, reader: LogReader, monkeypatch: pytest.MonkeyPatch) -> None:
    store(folder, [paused(1)])
    (folder / "bbbb.0001.json").write_bytes(b"{")
    real = os.open

    def read_only(path: Path, flags: int, *rest: int) -> int:
        assert flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND) == 0
        return real(path, flags, *rest)

    def forbidden(*arguments: object) -> None:
        raise AssertionError(f"a reader changed something: {arguments}")

    monkeypatch.setattr(os, "open", read_only)
    for name in ("replace", "rename", "unlink", "mkdir", "utime", "chmod", "link"):
        monkeypatch.setattr(os, name, forbidden)
    assert reader.poll() == [paused(1)]
    assert len(reader.notices()) == 1


def test_what_is_there_is_applied_and_a_gap_is_said_until_it_fills(folder: Path, reader: LogReader) -> None:
    first, second, third = store(folder, [paused(seq) for seq in range(1, 301)])
    content = second.read_bytes()
    second.unlink()
    assert [fact.seq for fact in reader.poll()] == [*range(1, 129), *range(257, 301)]
    assert reader.notices() == ["waiting for 128 events"]
    second.write_bytes(content)
    assert [fact.seq for fact in reader.poll(force=True)] == list(range(129, 257))
    assert reader.notices() == []
    assert first.exists()
    assert third.exists()


def test_one_event_that_is_missing_is_one_event(folder: Path, reader: LogReader) -> None:
    store(folder, [paused(2)])
    assert reader.poll() == [paused(2)]
    assert reader.notices() == ["waiting for 1 event"]


def test_events_of_a_newer_version_are_passed_over_and_said_and_not_waited_for(folder: Path, reader: LogReader) -> None:
    path = store(folder, [paused(1), written(2, "la"), paused(3)])[0]
    before = path.read_bytes().replace(b"CaptureWritten", b"CaptureSung")
    path.write_bytes(before)
    assert reader.poll() == [paused(1), paused(3)]
    assert reader.notices() == ["1 event passed over that only a newer lcterm knows"]
    assert path.read_bytes() == before


def test_damaged_events_are_passed_over_and_said(folder: Path, reader: LogReader) -> None:
    path = store(folder, [paused(1), paused(2)])[0]
    path.write_bytes(path.read_bytes().replace(b'"2":{"stamp":1002', b'"2":{"stamp":"x"'))
    assert reader.poll() == [paused(1)]
    assert reader.notices() == ["1 event passed over: damaged; `lcterm check` says where"]


def test_a_higher_rev_takes_the_place_of_what_was_read(folder: Path, reader: LogReader) -> None:
    words = written(1, "please don't write that")
    path = store(folder, [words, paused(2)])[0]
    stale = path.read_bytes()
    assert reader.poll() == [words, paused(2)]
    tables = json.loads(stale)
    tables["meta"]["1"]["rev"] = 1
    tables["events"]["1"]["event"]["words"]["text"] = ""
    path.write_text(json.dumps(tables))
    assert reader.poll(force=True) == [written(1, "")]
    path.write_bytes(stale)
    assert reader.poll(force=True) == [], "a stale copy that a sync brings back changes nothing"
    assert reader.notices() == []


def test_of_two_copies_side_by_side_each_fact_comes_once(folder: Path, reader: LogReader) -> None:
    path = store(folder, [written(1, "one")])[0]
    tables = json.loads(path.read_bytes())
    tables["meta"]["1"]["rev"] = 1
    tables["events"]["1"]["event"]["words"]["text"] = "struck"
    (folder / "aaaa.0002.json").write_text(json.dumps(tables))
    assert reader.poll() == [written(1, "struck")]


def test_two_unlike_copies_are_said(folder: Path, reader: LogReader) -> None:
    store(folder, [written(1, "one")])
    store(folder, [written(1, "two")], first=2)
    assert reader.poll() == [written(1, "one")]
    assert reader.notices() == ["1 event stored twice and not alike: the copy that was read first counts"]


def test_a_folder_of_nothing_but_other_folders_is_an_empty_log(folder: Path, reader: LogReader) -> None:
    make_folder(folder / "set-aside")
    store(folder / "set-aside", [paused(1)])
    facts: list[Fact] = reader.poll()
    assert facts == []
    assert reader.notices() == []
