"""Struck words and several runs of the program at once: each takes them out of its own files; the dead are helped."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

import pytest

from lcterm.core.erasure import Gone
from lcterm.store.desk import Desk
from lcterm.store.words import rewritten
from tests.clock_program import TestClock
from tests.faults import board_process
from tests.store.struck import OTHER, WORDS, Seats, end, files, put_back, saved, strike, texts, with_words, write


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


@contextmanager
def board(seats: Seats, *more: str) -> Iterator["Popen[str]"]:
    """A board in a process of its own, which writes the words down."""
    process = board_process.start(seats.clock.path, seats.home.path, seats.community.id, seats.session, WORDS, *more)
    with process:
        try:
            yield process
        finally:
            process.kill()


def line(process: "Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_board_in_another_process_takes_them_out_of_its_own_files_within_a_second(seats: Seats) -> None:
    with board(seats) as process:
        gone = line(process)
        desk = seats.desk()
        strike(desk, gone)
        began = time.monotonic()
        desk.settle()
        assert time.monotonic() - began < 1.5
        assert with_words(seats.home) == []
        assert not any("left" in one for one in desk.erased)
        assert texts(seats.desk()) == []
        process.stdin.close()  # type: ignore[union-attr]
        assert process.wait() == 0
    assert with_words(seats.home) == []
    assert list((seats.home.private / "runs").iterdir()) == []


def test_a_stale_copy_of_a_live_board_s_file_is_rewritten_by_the_board(seats: Seats) -> None:
    with board(seats) as process:
        gone = line(process)
        before = files(seats.log)
        desk = seats.desk()
        strike(desk, gone)
        desk.settle()
        put_back({path.with_name(f".{path.name}.aside"): content for path, content in before.items()})
        for path in before:
            path.with_name(f".{path.name}.aside").replace(path)  # as a sync does it
        while with_words(seats.home):
            assert line(process) == "looked"
        assert texts(seats.desk()) == []


def test_of_a_board_that_hangs_it_is_said_that_it_does_so_itself(seats: Seats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lcterm.store.ledger.OTHERS_LOOKS", 2)
    hanging = seats.desk(board=True)
    gone = write(hanging)
    saved(hanging)
    desk = seats.desk()
    strike(desk, gone)
    desk.settle()
    assert [one.partition(": ")[2] for one in desk.erased] == [
        "left to the lcterm that is open on it, and takes them out itself"
    ]
    assert texts(desk) == []
    assert with_words(seats.home)
    hanging.poll()
    saved(hanging)
    assert with_words(seats.home) == []
    assert texts(hanging) == []
    end(hanging)


def struck_by_another(seats: Seats, board: Desk) -> dict[Path, bytes]:
    """A capture of the board, which another run strikes before the board has looked; the files as they were."""
    gone = write(board)
    saved(board)
    before = files(seats.log)
    desk = seats.desk()
    strike(desk, gone)
    assert desk.close(30) == []
    return before


def test_an_old_copy_of_the_file_at_hand_is_written_over_from_memory(seats: Seats) -> None:
    board = seats.desk(board=True)
    before = struck_by_another(seats, board)
    board.poll()
    saved(board)
    write(board, OTHER)
    saved(board)
    assert with_words(seats.home) == []
    put_back(before)
    board.session.poll(force=True)
    saved(board)
    assert with_words(seats.home) == []
    assert texts(seats.desk()) == [OTHER]
    end(board)


def test_words_in_memory_alone_do_not_come_back_with_the_next_write(seats: Seats) -> None:
    """As when a sync brought the file without them before the board had looked."""
    board = seats.desk(board=True)
    path, content = next((path, one) for path, one in struck_by_another(seats, board).items() if WORDS.encode() in one)
    place = board.session.place
    path.write_bytes(rewritten(content, path.name, Gone(frozenset({f"{place.writer}-1"})), 1))
    assert with_words(seats.home) == []
    board.poll()
    write(board, OTHER)
    end(board)
    assert with_words(seats.home) == []
    assert texts(seats.desk()) == [OTHER]


def test_a_board_that_was_killed_is_helped_by_the_next_run(seats: Seats) -> None:
    with board(seats) as process:
        gone = line(process)
        process.kill()
    assert [path.name for path in (seats.home.private / "runs").iterdir()] == [gone.partition("-")[0]]
    desk = seats.desk()
    strike(desk, gone)
    desk.settle()
    assert with_words(seats.home) == []
    assert list((seats.home.private / "runs").iterdir()) == []


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_kill_between_the_strike_and_the_rewriting_is_healed_by_the_next_run(seats: Seats, at: int) -> None:
    """At 1 the strike is not on the disk yet, at 2 it is and nothing else, at 3 the file is clean."""
    with board(seats, "--die", str(at)) as process:
        gone = line(process)
        assert process.wait() != 0
    hidden = texts(seats.desk()) == []
    assert hidden == (at > 1)
    assert bool(with_words(seats.home)) == (at < 3)
    desk = seats.desk()
    write(desk, OTHER)
    if at == 1:
        strike(desk, gone)
    desk.settle()
    assert with_words(seats.home) == []
    assert texts(seats.desk()) == [OTHER]


def test_two_strikes_by_two_runs_at_once_both_hold(seats: Seats) -> None:
    first = seats.desk()
    one, two = write(first), write(first, OTHER)
    first.settle()
    left, right = seats.desk(), seats.desk()
    strike(left, one)
    strike(right, two)
    left.settle()
    right.settle()
    later = seats.desk(board=True)
    saved(later)
    assert with_words(seats.home, WORDS, OTHER) == []
    assert texts(later) == []
    end(later)


def test_a_reader_never_writes(seats: Seats) -> None:
    first = seats.desk()
    gone = write(first)
    first.settle()
    before = files(seats.log)
    desk = seats.desk()
    strike(desk, gone)
    desk.settle()
    put_back(before)
    names = sorted(seats.home.path.rglob("*"))
    content = {path: path.read_bytes() for path in names if path.is_file()}
    reader: Desk = seats.desk()
    reader.session.poll(force=True)
    end(reader)
    assert sorted(seats.home.path.rglob("*")) == names
    assert {path: path.read_bytes() for path in names if path.is_file()} == content
