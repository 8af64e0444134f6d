"""Struck words leave every stored file: those of the run that wrote them, of runs that are over, of runs at work."""

import stat
from pathlib import Path

import pytest

from lcterm.core.commands import DropCapture, EndSession, MarkDone, Redo, StartSession, StrikeCapture, Undo
from lcterm.core.events import Erased, Words
from lcterm.store.check import check
from lcterm.store.desk import NOTHING_CHANGED
from lcterm.store.reader import LogReader
from tests.clock_program import TestClock
from tests.store.making import stock
from tests.store.struck import OTHER, WORDS, Seats, end, files, mend, put_back, saved, strike, texts, with_words, write


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


def test_words_that_one_wrote_oneself_are_gone_and_everything_else_is_there(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone, kept = write(desk), write(desk, OTHER)
    saved(desk)
    assert with_words(seats.home)
    strike(desk, gone)
    saved(desk)
    assert with_words(seats.home) == []
    assert texts(desk) == [OTHER]
    later = write(desk, "Later")
    saved(desk)
    assert with_words(seats.home) == []
    assert list(desk.meeting.session.captures) == [kept, later]
    end(desk)
    fresh = seats.desk()
    assert fresh.meeting.session == desk.meeting.session
    assert fresh.notices == []
    assert check(seats.home) == []


def test_the_envelope_stays_and_the_rev_is_raised(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    saved(desk)
    path = seats.log / f"{desk.session.place.writer}.0001.json"
    before = stock(path)[0]
    strike(desk, gone)
    saved(desk)
    after = stock(path)[0]
    assert after["event"] == {"kind": "Erased"}
    assert {**after, "event": None} == {**before, "event": None}
    assert LogReader(seats.log, seats.session).poll(force=True)
    assert b'"rev":1' in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_copy_stays_in_the_memory_of_the_log(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    for number in range(200):
        write(desk, f"{OTHER} {number}")
    mend(desk, gone, f"{WORDS} twice")
    strike(desk, gone)
    log = desk.session.log
    assert WORDS not in repr(log.facts)
    assert WORDS not in repr(vars(log))
    assert WORDS not in repr(desk.meeting)
    saved(desk)
    assert isinstance(log.fact(gone).event, Erased)  # type: ignore[union-attr]
    end(desk)


def test_every_wording_goes_whoever_mended_it(seats: Seats) -> None:
    first = seats.desk()
    gone = write(first)
    mend(first, gone, "The first mending of it")
    first.settle()
    second = seats.desk()
    mend(second, gone, "The second mending of it")
    second.settle()
    third = seats.desk()
    strike(third, gone)
    third.settle()
    assert with_words(seats.home, WORDS, "first mending", "second mending") == []
    assert len(third.erased) == 2
    assert texts(seats.desk()) == []


def test_words_of_a_run_that_is_over_go_and_it_is_said_where(seats: Seats) -> None:
    first = seats.desk()
    gone = write(first)
    first.settle()
    second = seats.desk()
    strike(second, gone)
    second.settle()
    assert with_words(seats.home) == []
    name = f"{first.session.place.writer}.0001.json"
    where = f"communities/{seats.community.id}/sessions/{seats.session}/{name}"
    assert second.erased == [f"{where}: written again without the words"]


def test_a_capture_that_was_taken_back_can_be_struck_and_redo_brings_nothing(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    assert not desk.act(Undo()).refused
    strike(desk, gone)
    saved(desk)
    assert with_words(seats.home) == []
    assert desk.act(Redo()).refused
    before = desk.meeting.session
    assert not desk.act(Undo()).refused  # the start: neither the strike nor what it struck
    assert before.live
    assert not desk.meeting.session.live
    assert desk.act(Undo()).refused
    assert not desk.act(Redo()).refused
    assert desk.meeting.session.captures == {}
    assert gone in desk.meeting.session.struck
    end(desk)


def test_a_dropped_capture_can_be_struck_and_what_concerned_it_is_passed_over_by_undo(seats: Seats) -> None:
    desk = seats.desk(board=True)
    write(desk, OTHER)
    desk.act(StartSession())
    gone = write(desk)
    mend(desk, gone, f"{WORDS} once more")
    assert not desk.act(DropCapture(gone)).refused
    strike(desk, gone)
    saved(desk)
    assert with_words(seats.home) == []
    assert desk.act(Undo()).text != NOTHING_CHANGED
    assert texts(desk) == []
    end(desk)


def test_what_was_struck_is_struck_once_and_nothing_unknown_is(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    strike(desk, gone)
    assert desk.act(StrikeCapture(gone)).refused
    for id in ("nobody-1", "", "-", "-1", "x-", f"{gone}0", "x-" + "9" * 40, "x-٣"):
        assert desk.act(StrikeCapture(id)).refused
    assert desk.act(MarkDone(gone)).refused
    end(desk)


def test_files_that_are_full_are_rewritten_too(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    for number in range(300):
        write(desk, f"{OTHER} {number}")
    middle = write(desk, f"{WORDS} in the third")
    saved(desk)
    strike(desk, gone)
    strike(desk, middle)
    saved(desk)
    assert with_words(seats.home) == []
    assert len(texts(desk)) == 300
    end(desk)
    assert seats.desk().meeting.session == desk.meeting.session
    assert all(len(stock(path)) <= 128 for path in seats.log.iterdir())


def test_a_strike_begins_a_file_so_that_an_old_copy_does_not_take_it_away(seats: Seats) -> None:
    desk = seats.desk(board=True)
    gone = write(desk)
    saved(desk)
    before = files(seats.log)
    strike(desk, gone)
    end(desk)
    put_back(before)
    assert with_words(seats.home)
    fresh = seats.desk()
    assert texts(fresh) == []
    assert WORDS not in repr(vars(fresh.session.log))


def test_a_stale_copy_is_rewritten_by_the_next_run_that_writes_and_by_no_reader(seats: Seats) -> None:
    desk = seats.desk()
    gone = write(desk)
    desk.settle()
    before = files(seats.log)
    striking = seats.desk()
    strike(striking, gone)
    striking.settle()
    put_back(before)
    reader = seats.desk()
    assert not reader.poll()
    end(reader)
    assert with_words(seats.home)
    later = seats.desk()
    write(later, OTHER)
    later.settle()
    assert with_words(seats.home) == []
    assert texts(seats.desk()) == [OTHER]


def test_a_stale_copy_is_rewritten_by_a_board_that_looks_on(seats: Seats) -> None:
    writing = seats.desk()
    gone = write(writing)
    writing.settle()
    board = seats.desk(board=True)
    before = files(seats.log)
    strike(board, gone)
    saved(board)
    revs = {path: path.read_bytes() for path in before}
    put_back(before)
    board.session.poll(force=True)
    saved(board)
    assert with_words(seats.home) == []
    again = {path: path.read_bytes() for path in before}
    assert all(b'"rev":2' in again[path] for path in before if revs[path] != before[path])
    assert texts(board) == []
    end(board)


def test_a_stale_copy_of_its_own_file_is_rewritten_from_what_the_run_knows(seats: Seats) -> None:
    board = seats.desk(board=True)
    gone = write(board)
    saved(board)
    before = files(seats.log)
    write(board, OTHER)
    strike(board, gone)
    write(board, "After the strike")
    saved(board)
    put_back(before)
    board.session.poll(force=True)
    saved(board)
    assert with_words(seats.home) == []
    end(board)
    put_back(before)
    fresh = seats.desk(board=True)
    saved(fresh)
    assert with_words(seats.home) == []
    end(fresh)


def test_a_board_that_opens_mends_what_is_left(seats: Seats) -> None:
    desk = seats.desk()
    gone = write(desk)
    desk.settle()
    before = files(seats.log)
    striking = seats.desk()
    strike(striking, gone)
    striking.settle()
    put_back(before)
    board = seats.desk(board=True)
    saved(board)
    assert with_words(seats.home) == []
    end(board)


def test_files_of_another_laptop_are_left_to_it_and_hidden(seats: Seats) -> None:
    gone = seats.elsewhere(WORDS)
    before = files(seats.log)
    desk = seats.desk(board=True)
    assert texts(desk) == [WORDS]
    strike(desk, gone)
    saved(desk)
    assert (seats.log / "zzzz.0001.json").read_bytes() == before[seats.log / "zzzz.0001.json"]
    assert texts(desk) == texts(seats.desk()) == []
    assert desk.notices == ["struck words, hidden here, stand in files of another laptop until lcterm runs there"]
    assert [line.partition(": ")[2] for line in desk.erased] == [
        "left to the laptop that wrote it, until lcterm runs there"
    ]
    end(desk)
    found = check(seats.home)
    assert [(one.path.name, one.done) for one in found] == [
        ("zzzz.0001.json", "left to the laptop that wrote it, until lcterm runs there")
    ]


def test_words_of_a_session_that_is_closed_can_go(seats: Seats) -> None:
    desk = seats.desk()
    gone = write(desk)
    desk.act(EndSession())
    desk.settle()
    later = seats.desk()
    strike(later, gone)
    later.settle()
    assert with_words(seats.home) == []


def test_one_of_two_like_captures_goes_and_the_other_stays(seats: Seats) -> None:
    desk = seats.desk(board=True)
    first, second = write(desk, OTHER), write(desk, OTHER)
    strike(desk, first)
    saved(desk)
    assert list(desk.meeting.session.captures) == [second]
    assert len(with_words(seats.home, OTHER)) == 1
    assert desk.meeting.session.captures[second].words == Words(kind="learning", text=OTHER)
    end(desk)
