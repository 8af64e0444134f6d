"""Copies that a sync left beside the files: never read, named in one line, and set aside once all in them is held."""

from pathlib import Path

import pytest

from lcterm.core.commands import StrikeCapture
from lcterm.store.cards import cards
from lcterm.store.check import check, repair
from lcterm.store.digests import digests
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.session_cache import cache_folder
from lcterm.store.templates import templates
from tests.clock_program import TestClock
from tests.store.making import LOG, paused, store, written
from tests.store.struck import Seats, end, saved, with_words, write
from tests.store.test_leftovers import COPIES, NOT_HERE, ON_THE_WAY

NAMES = [name.replace("abcdefghij", "aaaa") for name in COPIES]


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def log(here: Home) -> Path:
    """A session of five facts, the log of its community beside it."""
    store(here.community_log("c1"), [paused(1, "cccc")], log="c1")
    folder = here.session_log("c1", LOG)
    store(folder, [paused(seq) for seq in range(1, 6)])
    return folder


def held(log: Path) -> list[int]:
    return sorted(fact.seq for fact in LogReader(log, LOG).poll(force=True))


def older(log: Path, count: int = 3) -> bytes:
    """The same file as it was before its last facts."""
    aside = log.parents[4] / "elsewhere"
    return store(aside, [paused(seq) for seq in range(1, count + 1)])[0].read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_not_read_and_set_aside_when_the_file_holds_it_all(log: Path, here: Home, name: str) -> None:
    (log / name).write_bytes(older(log))
    (log / name).chmod(0o600)
    reader = LogReader(log, LOG)
    assert len(reader.poll(force=True)) == 5
    assert reader.notices() == []
    (found,) = check(here)
    assert (found.path, found.problem) == (log, "1 copy that a sync left over")
    (done,) = repair(here)
    assert done.done == "set aside: 1"
    assert [path.name for path in (log / "set-aside").iterdir()] == [name]
    assert check(here) == []


def test_many_copies_are_one_line(log: Path, here: Home) -> None:
    for name in NAMES:
        (log / name).write_bytes(older(log))
        (log / name).chmod(0o600)
    assert [found.problem for found in check(here)] == [f"{len(NAMES)} copies that a sync left over"]


def test_what_only_a_copy_holds_comes_back_by_repair_and_not_twice(log: Path, here: Home) -> None:
    whole = log / "aaaa.0001.json"
    (log / NAMES[0]).write_bytes(whole.read_bytes())
    (log / NAMES[0]).chmod(0o600)
    whole.write_bytes(older(log))
    assert held(log) == [1, 2, 3]
    (found,) = check(here)
    assert found.problem == "1 copy that a sync left over; events in them that no file here holds: 2"
    repair(here)
    assert held(log) == [1, 2, 3, 4, 5]
    assert check(here) == []
    whole.write_bytes((log / "set-aside" / NAMES[0]).read_bytes())  # the whole file comes back after all
    reader = LogReader(log, LOG)
    assert sorted(fact.seq for fact in reader.poll(force=True)) == [1, 2, 3, 4, 5]
    assert reader.notices() == []


def test_a_copy_that_says_something_else_stays_where_it_is(log: Path, here: Home) -> None:
    aside = log.parents[4] / "elsewhere"
    other = store(aside, [written(1, "Something else")])[0]
    other.rename(log / NAMES[0])
    (found,) = repair(here)
    assert found.done == "set aside: 0; left in place, look into them yourself: 1"
    assert (log / NAMES[0]).exists()


@pytest.mark.parametrize("name", [*ON_THE_WAY, *NOT_HERE])
def test_what_is_on_its_way_is_neither_read_nor_named(log: Path, here: Home, name: str) -> None:
    (log / name.replace("abcdefghij", "aaaa")).write_bytes(b'{"meta":')
    (log / name.replace("abcdefghij", "aaaa")).chmod(0o600)
    assert held(log) == [1, 2, 3, 4, 5]
    if name != "~$cdefghij.0001.json":
        assert check(here) == []


def test_a_file_that_is_not_downloaded_is_told_until_it_is(log: Path) -> None:
    placeholder = log / ".bbbb.0001.json.icloud"
    placeholder.write_bytes(b"bplist00")
    reader = LogReader(log, LOG)
    reader.poll(force=True)
    assert reader.notices() == [
        "1 file is only named here and not downloaded yet; tell the sync to keep this folder here"
    ]
    placeholder.unlink()
    store(log, [paused(1, "bbbb")])
    reader.poll(force=True)
    assert reader.notices() == []


def test_a_file_that_was_taken_away_to_save_room_still_counts(log: Path) -> None:
    reader = LogReader(log, LOG)
    reader.poll(force=True)
    (log / "aaaa.0001.json").rename(log / ".aaaa.0001.json.icloud")
    assert reader.poll(force=True) == []
    assert any("only named here" in line for line in reader.notices())
    assert any("what was read before stands" in line for line in reader.notices())


@pytest.mark.parametrize("name", COPIES)
def test_struck_words_go_out_of_copies_and_of_what_is_on_its_way(home: Path, clock: TestClock, name: str) -> None:
    seats = Seats(home, clock)
    desk = seats.desk(board=True)
    gone = write(desk)
    saved(desk)
    own = seats.log / f"{desk.session.place.writer}.0001.json"
    (seats.log / name).write_bytes(own.read_bytes())
    (seats.log / f".syncthing.{own.name}.tmp").write_bytes(own.read_bytes()[:-40])
    summaries = seats.home.summaries(seats.community.id)
    summaries.mkdir(parents=True)
    for copy in (
        f"{seats.session}.md",
        f"{seats.session} (conflicted copy 2026-12-01 101010).md",
        f".syncthing.{seats.session}.md.tmp",
    ):
        (summaries / copy).write_text("Zoë told us “it is my marriage” wörtlich")
    assert len(with_words(seats.home)) == 5
    assert not desk.act(StrikeCapture(gone)).refused
    saved(desk)
    assert with_words(seats.home) == []
    end(desk)


def test_copies_of_digests_and_private_files_mean_nothing(log: Path, here: Home) -> None:
    cache = cache_folder(here, "c1")
    cache.mkdir(parents=True)
    for folder, name in ((cache, LOG), (here.private, "device"), (here.private / "runs", "aaaa")):
        folder.mkdir(exist_ok=True)
        for copy in (f"{name}.sync-conflict-20261201-101010-ABCDEFG.json", f"{name} 2.json", f"{name}-LAPTOP.json"):
            (folder / copy).write_bytes(b"{")
            (folder / copy).chmod(0o600)
    before = sorted(here.path.rglob("*"))
    assert digests(here, "c1") == []
    assert [found for found in check(here) if "others on this computer" not in found.problem] == []
    assert sorted(here.path.rglob("*")) == before


def test_a_copy_of_an_own_template_or_card_is_named_and_not_offered(here: Home) -> None:
    here.templates.mkdir(parents=True)
    content = '[template]\nname = "Mine"\n'
    for name in ("mine.toml", "mine (conflicted copy 2026-12-01 101010).toml", "~syncthing~mine.toml"):
        (here.templates / name).write_text(content)
    _, reasons = templates(here.templates)
    assert sum("a copy that a sync left beside" in reason for reason in reasons) == 1
    own = here.path / "cards"
    own.mkdir()
    for name in ("mine.toml", "mine.sync-conflict-20261201-101010-ABCDEFG.toml"):
        (own / name).write_text(content)
    _, reasons = cards(here)
    assert sum("a copy that a sync left beside" in reason for reason in reasons) == 1
