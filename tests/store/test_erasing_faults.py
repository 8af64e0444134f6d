"""Striking while the disk refuses: the strike is on the disk before any word goes, and nothing else is lost."""

import errno
from pathlib import Path

import pytest

from lcterm.core.erasure import Gone
from lcterm.core.refusal import Refused
from lcterm.store.check import check, repair
from lcterm.store.desk import Desk
from lcterm.store.entry import entry_of
from lcterm.store.filler import SegmentFiller
from lcterm.store.writer import Writer
from tests.clock_program import TestClock
from tests.store.disk import FULL, LONG_S, Disk, Ear
from tests.store.making import LOG, paused, seqs, stock, written
from tests.store.struck import OTHER, WORDS, Seats, end, files, put_back, saved, strike, texts, with_words, write


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


def refused_once(desk: Desk) -> None:
    """Wait until the disk has refused what the desk wants of it."""
    assert not desk.session._writer.rest(LONG_S)


def test_words_that_wait_for_a_full_disk_never_reach_it(seats: Seats, disk: Disk) -> None:
    desk = seats.desk(board=True)
    write(desk, OTHER)
    saved(desk)
    disk.refuse["write"] = FULL
    gone = write(desk)
    strike(desk, gone)
    refused_once(desk)
    put: list[bytes] = []
    real = disk._real["write"]

    def note(handle: int, content: bytes) -> int:
        put.append(bytes(content))
        done: int = real(handle, content)
        return done

    disk._real["write"] = note
    disk.refuse.clear()
    end(desk)
    assert put
    assert WORDS.encode() not in b"".join(put)
    assert with_words(seats.home) == []
    assert texts(seats.desk()) == [OTHER]


def test_nothing_is_rewritten_before_the_strike_is_on_the_disk(seats: Seats, disk: Disk) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    saved(desk)
    before = files(seats.log)
    disk.refuse["replace"] = FULL
    strike(desk, gone)
    refused_once(desk)
    assert files(seats.log) == before
    assert texts(desk) == []
    disk.refuse.clear()
    disk.steps.clear()
    end(desk)
    replaced = [path.name for step, path in disk.steps if step == "replace" and path.parent == seats.log]
    writer = desk.session.place.writer
    assert replaced == [f"{writer}.0002.json", f"{writer}.0001.json"]
    assert with_words(seats.home) == []


def test_a_disk_that_is_full_when_the_words_shall_go_is_asked_again_and_no_fact_waits_for_it(
    seats: Seats, disk: Disk
) -> None:
    first = seats.desk()
    gone = write(first)
    first.settle()
    desk = seats.desk(board=True)

    def only_the_rewriting(step: str) -> None:
        disk.refuse.pop("replace", None)
        if step == "replace" and disk.steps[-1][1].name == f"{first.session.place.writer}.0001.json":
            disk.refuse["replace"] = FULL

    disk.before = only_the_rewriting
    strike(desk, gone)
    refused_once(desk)
    write(desk, OTHER)
    assert desk.session.flush(LONG_S)
    refused_once(desk)
    assert [line for line in desk.notices if "the disk is full" in line]
    assert any("not yet written without the words: the disk is full" in line for line in desk.erased)
    assert with_words(seats.home)
    disk.before = lambda step: None
    disk.refuse.clear()
    end(desk)
    assert with_words(seats.home) == []
    assert desk.notices == []


def test_a_strike_that_cannot_be_saved_is_refused_by_a_command(seats: Seats, disk: Disk) -> None:
    first = seats.desk()
    gone = write(first)
    first.settle()
    desk = seats.desk()
    disk.refuse["write"] = FULL
    strike(desk, gone)
    with pytest.raises(Refused, match="not saved: the disk is full"):
        desk.settle()
    disk.refuse.clear()
    assert texts(seats.desk()) == [WORDS]


def test_a_place_where_no_sign_of_life_can_be_made_does_not_keep_anything_from_the_disk(
    seats: Seats, disk: Disk
) -> None:
    runs = seats.home.private / "runs"
    runs.rmdir()
    runs.write_text("in the way")
    desk = seats.desk()
    gone = write(desk)
    desk.settle()
    assert texts(seats.desk()) == [WORDS]
    second = seats.desk()
    strike(second, gone)
    second.settle()
    assert any("the folder is gone" in line for line in second.erased)
    assert texts(seats.desk()) == []
    runs.unlink()
    third = seats.desk()
    write(third, OTHER)
    third.settle()
    assert with_words(seats.home) == []


def test_check_finds_words_that_came_back_and_repair_takes_them_out(seats: Seats) -> None:
    desk = seats.desk()
    gone = write(desk)
    desk.settle()
    before = files(seats.log)
    striking = seats.desk()
    strike(striking, gone)
    striking.settle()
    assert check(seats.home) == []
    put_back(before)
    stale = seats.log / f"{desk.session.place.writer}.0001.json"
    found = check(seats.home)
    assert [(one.path, one.problem) for one in found] == [(stale, "words that were struck stand in it")]
    assert found[0].done == "`lcterm check --repair` takes them out"
    assert with_words(seats.home)
    assert [(one.path, one.done) for one in repair(seats.home)] == [(stale, "written again without the words")]
    assert with_words(seats.home) == []
    assert check(seats.home) == []


def test_repair_says_what_the_disk_refuses(seats: Seats, disk: Disk) -> None:
    desk = seats.desk()
    gone = write(desk)
    desk.settle()
    before = files(seats.log)
    striking = seats.desk()
    strike(striking, gone)
    striking.settle()
    put_back(before)
    disk.refuse["replace"] = errno.EROFS
    done = [one.done for one in repair(seats.home)]
    assert done == ["not yet written without the words: the disk is read-only"]


class TestWriting:
    """The writer and its segments by themselves."""

    def test_the_next_fact_does_not_bring_the_words_back(self, folder: Path) -> None:
        filler = SegmentFiller(folder, LOG, "aaaa")
        filler.put([entry_of(written(1, WORDS)), entry_of(paused(2))])
        assert filler.erase(Gone(frozenset({"aaaa-1"})), 5)
        assert not filler.erase(Gone(frozenset({"aaaa-1"})), 6)
        filler.put([entry_of(paused(3))])
        path = folder / "aaaa.0001.json"
        assert [document["event"]["kind"] for document in stock(path)] == ["Erased", "ClockPaused", "ClockPaused"]
        assert b'"rev":5' in path.read_bytes()

    def test_a_write_that_fails_is_tried_again(self, folder: Path, disk: Disk) -> None:
        filler = SegmentFiller(folder, LOG, "aaaa")
        filler.put([entry_of(written(1, WORDS))])
        disk.refuse["write"] = FULL
        with pytest.raises(OSError, match="No space"):
            filler.erase(Gone(frozenset({"aaaa-1"})), 1)
        disk.refuse.clear()
        assert filler.erase(Gone(frozenset({"aaaa-1"})), 1)
        assert WORDS.encode() not in (folder / "aaaa.0001.json").read_bytes()

    def test_a_segment_that_was_never_written_is_not_made(self, folder: Path) -> None:
        assert not SegmentFiller(folder, LOG, "aaaa").erase(Gone(frozenset({"aaaa-1"})), 1, anyway=True)
        assert not folder.exists()

    def test_the_size_of_a_file_is_known_after_it_too(self, folder: Path) -> None:
        filler = SegmentFiller(folder, LOG, "aaaa")
        filler.put([entry_of(written(1, "ä" * 60_000)), entry_of(written(2, "ä" * 60_000))])
        filler.erase(Gone(frozenset({"aaaa-1"})), 1)
        assert filler.put([entry_of(written(3, "ä" * 60_000))]) == 1
        assert seqs(folder) == [1, 2, 3]
        assert len(list(folder.iterdir())) == 1

    def test_after_the_close_no_chore_is_taken(self, writer: Writer, ear: Ear) -> None:
        writer.append(paused(1))
        assert writer.close(LONG_S) == []
        writer.erase(Gone(frozenset({"aaaa-1"})), lambda: pytest.fail("done after the close"))
        assert writer.rest(LONG_S)
        assert ear.troubles == []
