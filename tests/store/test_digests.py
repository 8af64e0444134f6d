"""The cache of digests: read where it holds, made anew where it does not, and never a place where words survive."""

import os
from pathlib import Path

import pytest
from tinydb import TinyDB

from lcterm.core.commands import WriteCapture
from lcterm.core.digest import digest
from lcterm.core.events import Words
from lcterm.store import digests as digests_module
from lcterm.store.check import check
from lcterm.store.digests import digest_folder, digests, digests_soon
from lcterm.store.paths import Home
from lcterm.store.permissions import too_open
from lcterm.store.shelf import read_session
from tests.clock_program import TestClock
from tests.store.struck import WORDS, Seats, files, put_back, strike, with_words


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


def act(seats: Seats, text: str = "Ask legal") -> str:
    """An action written down by a run that is over; its id."""
    desk = seats.desk()
    assert not desk.act(WriteCapture(Words(kind="action", text=text))).refused
    desk.settle()
    return list(desk.meeting.session.captures)[-1]


def read(seats: Seats) -> list[str]:
    """The texts of all actions, by way of the digests."""
    return [one.text for origin in digests(seats.home, seats.community.id) for one in origin.actions]


def kept_file(seats: Seats) -> Path:
    return digest_folder(seats.home, seats.community.id) / f"{seats.session}.json"


class Counted:
    """How many logs were read in full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.logs = 0
        monkeypatch.setattr(digests_module, "read_session", self.read)

    def read(self, home: Home, community: str, session: str) -> object:
        self.logs += 1
        return read_session(home, community, session)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_the_second_time_no_log_is_read_and_all_is_the_same(seats: Seats, counted: Counted) -> None:
    act(seats)
    first = digests(seats.home, seats.community.id)
    assert counted.logs == 1
    assert digests(seats.home, seats.community.id) == first
    assert counted.logs == 1
    assert first == [digest(read_session(seats.home, seats.community.id, seats.session))]


def test_whatever_is_written_makes_it_anew(seats: Seats, counted: Counted) -> None:
    act(seats)
    assert read(seats) == ["Ask legal"]
    act(seats, "Bring letters")
    assert read(seats) == ["Ask legal", "Bring letters"]
    seats.elsewhere("Something from another laptop")
    read(seats)
    assert counted.logs == 3


def test_a_change_that_leaves_name_and_size_is_seen(seats: Seats) -> None:
    act(seats, "Ask legal")
    read(seats)
    (path,) = [path for path, content in files(seats.log).items() if b"Ask legal" in content]
    about = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Ask legal", b"Ask Keith"))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns + 1))
    assert read(seats) == ["Ask Keith"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: b"[" * 100_000,
        lambda content: b"{}",
        lambda content: b'{"digest": {}}',
        lambda content: content.replace(b'"format":1', b'"format":999'),
        lambda content: content.replace(b'"session":', b'"lesson":'),
        lambda content: b"\xff\xfe" + content,
    ],
)
def test_what_is_damaged_is_made_anew(seats: Seats, counted: Counted, damage: object) -> None:
    act(seats)
    read(seats)
    path = kept_file(seats)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))  # type: ignore[operator]
    assert read(seats) == ["Ask legal"]
    assert (counted.logs, path.read_bytes()) == (2, whole)


def test_it_may_be_deleted_and_anything_may_stand_in_its_place(seats: Seats) -> None:
    act(seats)
    read(seats)
    kept_file(seats).unlink()
    kept_file(seats).mkdir()
    assert read(seats) == ["Ask legal"]
    kept_file(seats).rmdir()
    digest_folder(seats.home, seats.community.id).rmdir()
    digest_folder(seats.home, seats.community.id).write_text("in the way")
    assert read(seats) == ["Ask legal"], "a cache that cannot be kept stops nobody"


def test_a_digest_of_another_session_is_not_taken_for_it(seats: Seats) -> None:
    act(seats)
    read(seats)
    other = digest_folder(seats.home, seats.community.id) / "2020-01-01-aaaa.json"
    kept_file(seats).rename(other)
    seats.home.session_log(seats.community.id, "2020-01-01-aaaa").mkdir()
    assert read(seats) == ["Ask legal"]


def test_struck_words_go_from_it_at_once(seats: Seats) -> None:
    id = act(seats, WORDS)
    assert read(seats) == [WORDS]
    assert str(kept_file(seats)) in with_words(seats.home), "else this proves nothing"
    leftover = kept_file(seats).with_name(f".{kept_file(seats).name}.0123abcd.tmp")
    leftover.write_text(WORDS)
    before = files(seats.log)
    desk = seats.desk()
    strike(desk, id)
    desk.settle()
    assert with_words(seats.home) == []
    put_back(before)
    assert read(seats) == []
    assert [path for path in with_words(seats.home) if "digests" in path] == []


def test_it_is_any_tinydb_for_this_user_only_and_check_has_nothing_to_say(seats: Seats) -> None:
    act(seats)
    read(seats)
    with TinyDB(kept_file(seats)) as database:
        (document,) = database.table("digest").all()
    assert document["digest"]["actions"][0]["text"] == "Ask legal"
    assert list(too_open(seats.home)) == []
    assert check(seats.home) == []


def test_what_drives_a_terminal_comes_out_harmless(seats: Seats) -> None:
    act(seats)
    read(seats)
    path = kept_file(seats)
    path.write_bytes(path.read_bytes().replace(b"Ask legal", b"Ask \\u001b[31m"))
    assert read(seats) == ["Ask \ufffd[31m"]


def test_it_stops_when_nobody_waits_any_more(seats: Seats, counted: Counted) -> None:
    act(seats)
    assert digests(seats.home, seats.community.id, go_on=lambda: False) == []
    assert counted.logs == 0


def test_what_takes_long_is_not_waited_for(seats: Seats, counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    act(seats)
    monkeypatch.setattr(digests_module, "SOON", 0)
    assert digests_soon(seats.home, seats.community.id) is None
    assert counted.logs == 0
    made = digests(seats.home, seats.community.id)
    assert digests_soon(seats.home, seats.community.id) == made
    assert (digests_soon(seats.home, seats.community.id, seats.session), counted.logs) == ([], 1)


def test_a_session_without_a_plan_has_none(seats: Seats) -> None:
    seats.home.session_log(seats.community.id, "2020-01-01-aaaa").mkdir()
    assert len(digests(seats.home, seats.community.id)) == 1
