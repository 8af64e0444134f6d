"""The caches of what later sessions need: read where they hold, made anew where they do not, and never a place where
words survive."""

import os
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from lcterm.core.commands import EndSession, WriteCapture
from lcterm.core.digest import digest
from lcterm.core.events import Words
from lcterm.core.learned import learned
from lcterm.store import digests as digests_module
from lcterm.store import session_cache
from lcterm.store.check import check, repair
from lcterm.store.digests import Reading, digests, digests_soon, learned_of, read_session_log
from lcterm.store.durable import make_folder, replace_file
from lcterm.store.open_shelf import OpenShelf
from lcterm.store.paths import Home
from lcterm.store.permissions import too_open
from lcterm.store.reader import Mark
from lcterm.store.session_cache import FORMAT, cache_folder
from lcterm.store.shelf import read_session, sessions
from tests.clock_program import TestClock
from tests.store.struck import WORDS, Seats, files, put_back, strike, with_words


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    """A session that is over."""
    made = Seats(home, clock)
    desk = made.desk()
    assert not desk.act(EndSession()).refused
    desk.settle()
    return made


def act(seats: Seats, text: str = "Ask legal", kind: str = "action") -> str:
    """An action written down by a run that is over; its id."""
    desk = seats.desk()
    assert not desk.act(WriteCapture(msgspec.convert({"kind": kind, "text": text}, Words))).refused
    desk.settle()
    return list(desk.meeting.session.captures)[-1]


def read(seats: Seats) -> list[str]:
    """The texts of all actions, by way of the digests."""
    return [one.text for origin in digests(seats.home, seats.community.id) for one in origin.actions]


def index(seats: Seats) -> Path:
    return cache_folder(seats.home, seats.community.id) / "index.json"


class Counted:
    """How many logs were read in full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.logs = 0
        monkeypatch.setattr(digests_module, "read_session_log", self.read)

    def read(self, home: Home, community: str, session: str) -> Reading:
        self.logs += 1
        return read_session_log(home, community, session)


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


def overwrite(seats: Seats, before: bytes = b"Ask legal", after: bytes = b"Ask Keith") -> None:
    """A file of the log, changed where it lies, so that its folder does not tell."""
    (path,) = [path for path, content in files(seats.log).items() if before in content]
    about, folder = path.stat(), seats.log.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace(before, after))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns + 1))
    assert seats.log.stat().st_mtime_ns == folder


def test_a_file_overwritten_where_it_lies_is_seen_of_the_latest_sessions(seats: Seats) -> None:
    act(seats)
    read(seats)
    overwrite(seats)
    assert read(seats) == ["Ask Keith"]


def test_what_is_kept_holds_for_a_later_lcterm_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How files stand is told by a checksum that is kept: it must not become another of itself."""
    monkeypatch.setattr(session_cache, "mark_of", lambda about: Mark(1, 2, 3, 4))
    for number in (2, 1):
        (tmp_path / f"aaaa.000{number}.json").touch()
    stand = session_cache.stand_of(tmp_path)
    assert stand is not None
    assert stand.files == "b57297ef"


def test_of_older_ones_check_sees_it(seats: Seats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_cache, "LATEST", 0)
    act(seats)
    read(seats)
    overwrite(seats)
    assert read(seats) == ["Ask legal"], "else check has nothing to find"
    (finding,) = check(seats.home)
    assert (finding.path, seats.session in finding.problem) == (index(seats).parent, True)
    assert len(repair(seats.home)) == 1
    assert read(seats) == ["Ask Keith"]
    assert check(seats.home) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: b"[" * 100_000,
        lambda content: b"{}",
        lambda content: b'{"meta": {}, "sessions": {}}',
        lambda content: content.replace(f'"format":{FORMAT}'.encode(), b'"format":999'),
        lambda content: content.replace(b'"files":', b'"flies":'),
        lambda content: b"\xff\xfe" + content,
    ],
)
def test_what_is_damaged_is_made_anew(seats: Seats, counted: Counted, damage: object) -> None:
    act(seats)
    read(seats)
    whole = index(seats).read_bytes()
    index(seats).write_bytes(damage(whole))  # type: ignore[operator]
    assert index(seats).read_bytes() != whole
    assert read(seats) == ["Ask legal"]
    assert (counted.logs, index(seats).read_bytes()) == (2, whole)


def test_it_may_be_deleted_and_anything_may_stand_in_its_place(seats: Seats) -> None:
    act(seats)
    read(seats)
    index(seats).unlink()
    index(seats).mkdir()
    assert read(seats) == ["Ask legal"]
    index(seats).rmdir()
    index(seats).parent.rmdir()
    index(seats).parent.write_text("in the way")
    assert read(seats) == ["Ask legal"], "a cache that cannot be kept stops nobody"


def test_what_is_amiss_with_a_log_is_told_every_time_and_nothing_kept(seats: Seats, counted: Counted) -> None:
    act(seats)
    (seats.log / "aaaaaaaaaa.0001.json").write_text("{")
    assert read(seats) == ["Ask legal"] == read(seats)
    assert counted.logs == 2


def test_a_session_whose_log_is_gone_goes_from_it_too(seats: Seats, clock: TestClock) -> None:
    act(seats, WORDS)
    read(seats)
    for path in seats.log.iterdir():
        path.unlink()
    seats.log.rmdir()
    assert read(seats) == []
    assert with_words(seats.home) == []


def test_struck_words_go_from_it_at_once(seats: Seats) -> None:
    id = act(seats, WORDS, "decision")
    act(seats, WORDS)
    learned_of(seats.home, seats.community.id)
    assert read(seats) == [WORDS]
    before = files(seats.log)
    caches = [index(seats), index(seats).with_name("learned.json")]
    assert {str(path) for path in caches} <= set(with_words(seats.home)), "else this proves nothing"
    for leftover in (".index.json.0123abcd.tmp", f"{seats.session}.json"):
        index(seats).with_name(leftover).write_text(WORDS)
    desk = seats.desk()
    for one in (id, list(desk.meeting.session.captures)[-1]):
        strike(desk, one)
    desk.settle()
    assert with_words(seats.home) == []
    put_back(before)
    assert read(seats) == []
    assert learned_of(seats.home, seats.community.id)[0].kept == ()
    assert [path for path in with_words(seats.home) if "digests" in path] == []


def test_words_struck_while_it_is_written_do_not_stay(seats: Seats, monkeypatch: pytest.MonkeyPatch) -> None:
    """One run reads the log, another strikes and clears up, and only then the first one writes what it made."""
    id = act(seats, WORDS)
    make = digest

    def strike_meanwhile(session: object) -> object:
        made = make(session)  # type: ignore[arg-type]
        monkeypatch.setattr(digests_module, "digest", make)
        desk = seats.desk()
        strike(desk, id)
        desk.settle()
        return made

    written: list[bytes] = []
    put = replace_file

    def seen(path: Path, content: bytes) -> None:
        written.append(content)
        put(path, content)

    monkeypatch.setattr(session_cache, "replace_file", seen)
    monkeypatch.setattr(digests_module, "digest", strike_meanwhile)
    assert read(seats) == [WORDS]
    assert with_words(seats.home) == []
    assert read(seats) == []
    assert written
    assert not [one for one in written if WORDS.encode() in one], "a crash, or a full disk, would have left them there"


def test_who_only_looks_neither_makes_nor_removes_anything(seats: Seats) -> None:
    looking = Home(seats.home.path, untouched=True)
    assert digests(looking, seats.community.id)
    assert not index(seats).exists()
    voices = cache_folder(seats.home, seats.community.id) / "voices.json"
    make_folder(voices.parent)
    voices.write_bytes(b"{}")
    sessions(looking, seats.community)
    OpenShelf(looking).look()
    assert voices.exists()
    sessions(seats.home, seats.community)
    assert not voices.exists()


def test_it_is_any_tinydb_for_this_user_only_and_check_has_nothing_to_say(seats: Seats) -> None:
    act(seats)
    read(seats)
    with TinyDB(index(seats)) as database:
        (document,) = database.table("sessions").all()
    assert document["made"]["actions"][0]["text"] == "Ask legal"
    assert list(too_open(seats.home)) == []
    assert check(seats.home) == []


def test_what_drives_a_terminal_comes_out_harmless(seats: Seats) -> None:
    act(seats)
    read(seats)
    index(seats).write_bytes(index(seats).read_bytes().replace(b"Ask legal", b"Ask \\u001b[31m"))
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


def test_leaving_one_out_does_not_take_it_from_the_cache(seats: Seats, counted: Counted) -> None:
    act(seats)
    read(seats)
    assert digests(seats.home, seats.community.id, seats.session) == []
    read(seats)
    assert counted.logs == 1


def test_a_session_without_a_plan_has_none(seats: Seats) -> None:
    seats.home.session_log(seats.community.id, "2020-01-01-aaaa").mkdir()
    assert len(digests(seats.home, seats.community.id)) == 1


def test_what_the_sessions_left_is_kept_alike(seats: Seats, counted: Counted) -> None:
    act(seats, "Ask early", "learning")
    (first,) = learned_of(seats.home, seats.community.id)
    assert first == learned(read_session(seats.home, seats.community.id, seats.session))
    assert [one.text for one in first.kept] == ["Ask early"]
    assert learned_of(seats.home, seats.community.id) == [first]
    assert counted.logs == 1
