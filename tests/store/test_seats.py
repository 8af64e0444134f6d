"""Seats at a session: which is whose, who else is there, and that nothing of it is in anybody's way."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from lcterm.core.commands import StartSession, Undo
from lcterm.core.events import SessionStarted
from lcterm.core.refusal import Refused
from lcterm.store import seats as seats_module
from lcterm.store.desk import WATCHES_ONLY, Desk
from lcterm.store.device import actor_id
from lcterm.store.paths import Home
from lcterm.store.seats import Doing, Seat, Seated, SeatKind, device_of
from tests.clock_program import TestClock
from tests.store.struck import Seats, files, saved, strike, texts, with_words, write

SESSION = "2026-12-01-abcd"


@pytest.fixture
def at(home: Path) -> Home:
    return Home(home)


def seat(home: Home, kind: SeatKind = "board") -> Seat:
    """A place of this kind that is taken now."""
    one = Seat(home, SESSION, kind)
    one.take()
    return one


def names(one: Seat) -> list[str]:
    """Who else is there."""
    return [other.name for other in one.others()]


def told(one: Seat, name: str, doing: Doing) -> None:
    """Until the seat hears that the one of this name is busy with that."""
    end = monotonic() + 5
    while doing not in [other.doing for other in one.others() if other.name == name]:
        assert monotonic() < end, one.others()


# ── Which place, and whose acts ─────────────────────────────────────────────────────────────────────────────────


def test_the_first_board_is_the_device_itself_and_the_others_have_names(at: Home) -> None:
    seats = [seat(at, kind) for kind in ("board", "board", "notes", "watch", "notes")]
    assert [one.own.name for one in seats] == ["board", "board-2", "notes", "watch", "notes-2"]
    assert [one.suffix for one in seats] == ["", "-board-2", "-notes", "-watch", "-notes-2"]
    for one in seats:
        one.leave()


def test_who_gets_up_leaves_the_place_to_the_next_and_nothing_behind(at: Home) -> None:
    first, second = seat(at), seat(at)
    first.leave()
    third = seat(at)
    assert third.own.name == "board"
    for one in (second, third, third):  # to get up twice does no harm
        one.leave()
    assert not (at.private / "seats" / SESSION).exists()


def test_seats_of_another_session_are_others_places(at: Home) -> None:
    here, there = seat(at), Seat(at, "2026-12-08-efgh", "board")
    there.take()
    assert there.own.name == "board"
    assert names(here) == names(there) == []


def test_acts_of_each_seat_have_an_actor_of_their_own_and_are_the_device_s(home: Path, clock: TestClock) -> None:
    held = Seats(home, clock)
    board, notes = (
        Desk(held.home, held.community.id, held.session, clock, seat=Seat(held.home, held.session, kind))
        for kind in ("board", "notes")
    )
    device = actor_id(held.home)
    assert (board.session.place.actor, notes.session.place.actor) == (device, f"{device}-notes")
    assert device_of(notes.session.place.actor) == device
    write(notes)
    saved(notes)
    board.poll()
    undo = board.session.log.acts(device).undo
    assert undo is not None
    assert isinstance(undo.event, SessionStarted)  # what was written since was somebody else's
    for desk in (board, notes):
        desk.close(3)


def killed(home: Home, kind: str) -> None:
    """A program sat there and was killed."""
    program = f"""
from pathlib import Path
from lcterm.store.paths import Home
from lcterm.store.seats import Doing, Seat
seat = Seat(Home(Path({str(home.path)!r})), {SESSION!r}, {kind!r})
seat.take()
seat.tell(Doing("line"))
print(seat.own.name, flush=True)
input()
"""
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip().decode() == kind
        watcher = seat(home, "watch")
        told(watcher, kind, Doing("line"))
        process.kill()
        process.wait()
        assert names(watcher) == []
        watcher.leave()


@pytest.mark.parametrize("kind", ["board", "notes"])
def test_the_place_of_one_that_was_killed_is_free_again_and_the_same_actor(at: Home, kind: SeatKind) -> None:
    killed(at, kind)
    again = seat(at, kind)
    assert again.own == Seated(kind)
    other = seat(at, "watch")
    assert [one.doing for one in other.others()] == [Doing()]  # not what the killed one was busy with
    again.leave()
    other.leave()


# ── Who is there ────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_sees_the_others_and_what_they_are_busy_with(at: Home) -> None:
    board, notes = seat(at), seat(at, "notes")
    assert (names(board), names(notes)) == (["notes"], ["board"])
    notes.tell(Doing("mend", "aaaa-3"))
    told(board, "notes", Doing("mend", "aaaa-3"))
    notes.tell(Doing())
    told(board, "notes", Doing())
    board.tell(Doing("agenda"))
    told(notes, "board", Doing("agenda"))
    notes.leave()
    assert names(board) == []
    board.leave()


def test_one_that_nobody_looks_at_is_not_there_until_somebody_does(at: Home) -> None:
    board, notes = seat(at), seat(at, "notes")
    board.tell(Doing("away"))
    end = monotonic() + 5
    while names(notes):
        assert monotonic() < end
    board.tell(Doing("line"))
    told(notes, "board", Doing("line"))
    board.leave()
    notes.leave()


def test_to_tell_returns_at_once_and_nobody_hears_of_a_place_that_was_left(at: Home) -> None:
    board = seat(at)
    began = monotonic()
    for number in range(1000):
        board.tell(Doing("mend", f"aaaa-{number}"))
    assert monotonic() - began < 1
    board.leave()
    board.tell(Doing("line"))
    assert not board.folder.exists()


def test_no_words_are_in_the_files(at: Home) -> None:
    board = seat(at)
    board.tell(Doing("mend", "aaaa-3"))
    told(seat(at, "watch"), "board", Doing("mend", "aaaa-3"))
    assert json.loads((board.folder / "board.json").read_bytes()) == {
        "seat": {"1": {"what": "mend", "about": "aaaa-3"}}
    }


# ── Whatever else lies there ────────────────────────────────────────────────────────────────────────────────────


def test_hostile_files_are_nobody(at: Home, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("stays")
    folder = at.private / "seats" / SESSION
    folder.mkdir(parents=True)
    (folder / "board").mkdir()
    (folder / "notes").symlink_to(folder / "nowhere")
    (folder / "watch-2").symlink_to(tmp_path / "mine")
    for name in ("board-100", "board-1", "notes-02", "board.sync-conflict-1.json", "w" * 200, "notes\x1b[31m"):
        (folder / name).write_text("x")
    os.mkfifo(folder / "notes-3")
    here = seat(at)
    assert here.own.name == "board-2"
    assert names(here) == []
    here.leave()
    assert (tmp_path / "mine").read_text() == "stays"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe",
        b'{"seat": {"1": {"what": 3}}}',
        b'{"seat": {}}',
        b"[" * 4000,
        b" " * 5000,
    ],
)
def test_a_sign_that_cannot_be_read_says_only_that_somebody_is_there(at: Home, content: bytes) -> None:
    board, notes = seat(at), seat(at, "notes")
    (notes.folder / "notes.json").write_bytes(content)
    assert board.others() == (Seated("notes"),)


def test_a_sign_that_is_no_file_or_of_a_huge_size_is_not_read(at: Home) -> None:
    board, notes, more = seat(at), seat(at, "notes"), seat(at, "notes")
    with open(notes.folder / "notes.json", "wb") as file:
        file.truncate(1 << 30)
    os.mkfifo(more.folder / "notes-2.json")
    began = monotonic()
    assert names(board) == ["notes", "notes-2"]
    assert monotonic() - began < 1


def test_whoever_comes_when_all_places_are_taken_works_without_one(at: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats_module, "MOST", 2)
    seats = [seat(at) for _ in range(3)]
    assert [one.own.name for one in seats] == ["board", "board-2", "board"]
    seats[2].tell(Doing("line"))
    seats[2].leave()
    assert (seats[0].folder / "board").exists()
    for one in seats:
        one.leave()


def test_without_a_folder_to_write_in_a_seat_works_and_sees_nobody(tmp_path: Path) -> None:
    (tmp_path / "private").write_text("a file, where the folder should be")
    here = seat(Home(tmp_path), "notes")
    here.tell(Doing("line"))
    assert here.suffix == "-notes"
    assert names(here) == []
    here.leave()


def test_what_is_private_may_lie_elsewhere(tmp_path: Path) -> None:
    here = seat(Home.locate(str(tmp_path / "home"), {"LCTERM_PRIVATE": str(tmp_path / "mine")}))
    assert here.folder == tmp_path / "mine" / "seats" / SESSION
    assert not (tmp_path / "home").exists()
    here.leave()


# ── A seat that only watches, and words that are struck ─────────────────────────────────────────────────────────


def test_a_seat_that_watches_changes_nothing(home: Path, clock: TestClock) -> None:
    held = Seats(home, clock)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    desk = Desk(held.home, held.community.id, held.session, clock, seat=Seat(held.home, held.session, "watch"))
    for command in (StartSession(), Undo()):
        outcome = desk.act(command)
        assert (outcome.refused, outcome.text) == (True, WATCHES_ONLY)
    with pytest.raises(Refused):
        desk.record(desk.session.log.facts[0].event)  # type: ignore[arg-type]
    desk.close(3)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_strike_at_the_notes_seat_reaches_the_files_of_the_board_that_is_over(home: Path, clock: TestClock) -> None:
    held = Seats(home, clock)
    board = Desk(held.home, held.community.id, held.session, clock, seat=Seat(held.home, held.session, "board"))
    gone = write(board)
    saved(board)
    board.close(3)
    assert with_words(held.home)
    notes = Desk(held.home, held.community.id, held.session, clock, seat=Seat(held.home, held.session, "notes"))
    strike(notes, gone)
    notes.settle()
    notes.close(3)
    assert with_words(held.home) == []
    assert texts(held.desk()) == []
    assert files(held.log)


@pytest.mark.parametrize(("actor", "device"), [("abcd", "abcd"), ("abcd-notes", "abcd"), ("abcd-board-2", "abcd")])
def test_all_seats_of_a_device_are_its(actor: str, device: str) -> None:
    assert device_of(actor) == device
