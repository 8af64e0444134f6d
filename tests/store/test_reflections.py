"""The facilitator's own reflection: kept whole or not at all, nowhere but here, reached by strike, forget and check."""

import errno
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from lcterm.core.name_search import wanted
from lcterm.core.refusal import Refused
from lcterm.store.archive import gather
from lcterm.store.check import check, repair
from lcterm.store.durable import plain_reason
from lcterm.store.name_files import files_beside, reword_own
from lcterm.store.paths import Home
from lcterm.store.reflections import (
    TAKEN_OUT,
    TEXT_MAX,
    Paragraph,
    add_to_reflection,
    as_text,
    keep_reflection,
    questions,
    read_reflection,
    reflection_folder,
    reflection_path,
    remove_reflection,
    take_words_out,
)
from lcterm.store.runs import RUNS
from tests.clock_program import TestClock
from tests.store.disk import FULL, Disk
from tests.store.struck import WORDS, Seats, strike, with_words, write

SESSION = "2026-12-01-k3f9"


@pytest.fixture
def where(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def texts(home: Home, session: str = SESSION) -> list[tuple[str, int]]:
    return [(one.text, one.at) for one in read_reflection(home, session)]


# ── Kept ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_added_stands_below_with_its_time(where: Home) -> None:
    assert texts(where) == []
    add_to_reflection(where, SESSION, "  I spoke too much\n\n \nBen was not heard\nat all ", 5)
    add_to_reflection(where, SESSION, "Tired", 9)
    assert texts(where) == [("I spoke too much", 5), ("Ben was not heard\nat all", 5), ("Tired", 9)]


def test_what_several_terminals_add_at_once_is_all_there(where: Home) -> None:
    def add(place: int) -> None:
        for number in range(5):
            add_to_reflection(where, SESSION, f"from {place}, {number}", place)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(6)))
    assert len(texts(where)) == 30
    for place in range(6):
        assert [text for text, at in texts(where) if at == place] == [f"from {place}, {number}" for number in range(5)]
    assert list((where.private / RUNS).iterdir()) == []


def test_any_tinydb_opens_it_and_nobody_else_does(where: Home) -> None:
    add_to_reflection(where, SESSION, "One", 5)
    path = reflection_path(where, SESSION)
    assert [dict(one) for one in TinyDB(path).table("reflection").all()] == [{"text": "One", "at": 5}]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_paragraph_that_stands_keeps_its_time(where: Home) -> None:
    before = add_to_reflection(where, SESSION, "One\n\nTwo", 5)
    after = keep_reflection(where, SESSION, "New\n\nTwo\n\nOne, mended", 9, before)
    assert [(one.text, one.at) for one in after] == texts(where) == [("New", 9), ("Two", 5), ("One, mended", 9)]


def test_what_came_in_from_elsewhere_meanwhile_stays(where: Home) -> None:
    before = add_to_reflection(where, SESSION, "One", 5)
    add_to_reflection(where, SESSION, "From a shell", 6)
    keep_reflection(where, SESSION, "One more", 9, before)
    assert texts(where) == [("One more", 9), ("From a shell", 6)]


def test_what_has_gone_meanwhile_does_not_come_back(where: Home) -> None:
    before = add_to_reflection(where, SESSION, f"One\n\nOf {WORDS}", 5)
    take_words_out(where, SESSION, {WORDS})
    keep_reflection(where, SESSION, f"One\n\nOf {WORDS}\n\nTwo", 9, before)
    assert texts(where) == [("One", 5), ("Two", 9), (f"Of {TAKEN_OUT}", 5)]


def test_nothing_left_leaves_no_file(where: Home) -> None:
    before = add_to_reflection(where, SESSION, "One", 5)
    assert keep_reflection(where, SESSION, " \n\n ", 9, before) == ()
    assert not reflection_path(where, SESSION).exists()
    assert not remove_reflection(where, SESSION)
    add_to_reflection(where, SESSION, "One", 5)
    assert remove_reflection(where, SESSION)
    assert texts(where) == []


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=20), max_size=6))
def test_keeping_what_is_there_changes_nothing(tmp_path_factory: pytest.TempPathFactory, written: list[str]) -> None:
    home = Home(tmp_path_factory.mktemp("kept"))
    kept = keep_reflection(home, SESSION, "\n\n".join(written), 5)
    assert keep_reflection(home, SESSION, as_text(kept), 9, kept) == kept == read_reflection(home, SESSION)


def test_nothing_and_too_much_are_refused_and_change_nothing(where: Home) -> None:
    add_to_reflection(where, SESSION, "One", 5)
    with pytest.raises(Refused, match="nothing was written"):
        add_to_reflection(where, SESSION, " \n ", 6)
    with pytest.raises(Refused, match="reflection"):
        add_to_reflection(where, SESSION, "x" * (TEXT_MAX - 2), 6)
    assert texts(where) == [("One", 5)]


def test_what_steers_a_terminal_is_not_stored(where: Home) -> None:
    add_to_reflection(where, SESSION, "a\x1b[31mred\x07\u202e", 5)
    assert texts(where) == [("ared", 5)]


def test_a_full_disk_is_said_and_what_was_there_stands(where: Home, disk: Disk) -> None:
    add_to_reflection(where, SESSION, "One", 5)
    disk.refuse["write"] = FULL
    with pytest.raises(Refused, match=plain_reason(OSError(errno.ENOSPC, ""))):
        add_to_reflection(where, SESSION, "Two", 6)
    disk.refuse.clear()
    assert texts(where) == [("One", 5)]
    assert [path.name for path in reflection_folder(where).iterdir()] == [f"{SESSION}.json"]


def test_a_damaged_one_is_never_written_over(where: Home) -> None:
    add_to_reflection(where, SESSION, "One", 5)
    path = reflection_path(where, SESSION)
    torn = path.read_bytes()[:-3]
    path.write_bytes(torn)
    why = r"cannot be read: it is damaged.*check --repair"
    with pytest.raises(Refused, match=why):
        read_reflection(where, SESSION)
    with pytest.raises(Refused, match=why):
        add_to_reflection(where, SESSION, "Two", 6)
    with pytest.raises(Refused, match=why):
        keep_reflection(where, SESSION, "Two", 6)
    assert path.read_bytes() == torn


def test_the_questions_are_few_and_short() -> None:
    assert 4 <= len(questions()) <= 5
    assert all(one.endswith("?") and len(one) <= 56 for one in questions())


# ── Check ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_check_reads_it_and_repair_sets_a_bad_one_aside(where: Home) -> None:
    add_to_reflection(where, SESSION, "One", 5)
    assert check(where) == []
    path = reflection_path(where, SESSION)
    path.write_bytes(b'{"reflection": 1}')
    path.chmod(0o600)
    strange = path.with_name("My notes.json")
    strange.write_bytes(b"{}")
    strange.chmod(0o600)
    left_over = path.with_name(f".{path.name}.0123abcd.tmp")
    left_over.touch(0o600)
    assert {(one.path.name, one.problem) for one in check(where)} == {
        (path.name, "it is damaged, or no reflection"),
        (strange.name, "not a name that lcterm gives, so it is not read"),
    }
    repair(where)
    assert check(where) == []
    assert {one.name for one in (path.parent / "set-aside").iterdir()} == {path.name, strange.name, left_over.name}


# ── Struck words, forgotten names ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("paragraph", "after"),
    [
        (f"I heard: {WORDS.upper()}!", [f"I heard: {TAKEN_OUT}!"]),
        (f"Before\n{WORDS.replace(' ', '  ')} and after", [f"Before\n{TAKEN_OUT} and after"]),
        (WORDS, []),
        ("Zoë told us much", ["Zoë told us much"]),
        (f"x{WORDS}", [f"x{WORDS}"]),
    ],
)
def test_the_very_words_of_a_strike_go_and_no_others(where: Home, paragraph: str, after: list[str]) -> None:
    add_to_reflection(where, SESSION, paragraph, 5)
    add_to_reflection(where, SESSION, "My own", 6)
    changed = take_words_out(where, SESSION, {WORDS, "", " "})
    assert texts(where) == [*((one, 5) for one in after), ("My own", 6)]
    assert changed == (None if after == [paragraph] else reflection_path(where, SESSION))


def test_nothing_to_take_them_out_of(where: Home) -> None:
    assert take_words_out(where, SESSION, {WORDS}) is None
    add_to_reflection(where, SESSION, WORDS, 5)
    assert take_words_out(where, "2026-12-02-k3f9", {WORDS}) is None
    take_words_out(where, SESSION, {WORDS})
    assert not reflection_path(where, SESSION).exists()


def test_a_strike_reaches_it_and_says_so(home: Path, clock: TestClock) -> None:
    seats = Seats(home, clock)
    desk = seats.desk()
    id = write(desk)
    add_to_reflection(seats.home, seats.session, f"Was it right to write “{WORDS}” down?", 5)
    other = f"2020-01-01-{'a' * 4}"
    add_to_reflection(seats.home, other, "Another session", 5)
    strike(desk, id)
    desk.settle()
    assert with_words(seats.home) == []
    assert texts(seats.home, seats.session) == [(f"Was it right to write “{TAKEN_OUT}” down?", 5)]
    assert any(f"reflections/{seats.session}.json: your own reflection" in line for line in desk.erased)


def test_a_saved_chronicle_goes_with_struck_words(home: Path, clock: TestClock) -> None:
    seats = Seats(home, clock)
    desk = seats.desk()
    id = write(desk)
    folder = seats.home.summaries(seats.community.id)
    folder.mkdir()
    for name in ("chronicle.md", "chronicle.html", "chronicles-of-ours.md"):
        (folder / name).write_text("whatever", "utf-8")
    strike(desk, id)
    desk.settle()
    assert [path.name for path in folder.iterdir()] == ["chronicles-of-ours.md"]


def test_a_forgotten_name_becomes_someone_but_in_reflections_of_other_communities(where: Home) -> None:
    for community, session in (("bees", "s1"), ("wasps", "s2")):
        where.session_log(community, session).mkdir(parents=True)
    for session in ("s1", "s2", "s3"):
        add_to_reflection(where, session, "Zoë was silent", 5)
    zoe = wanted(["Zoë O'Neil"], ["Ben"])
    beside = files_beside(where, "bees", zoe)
    assert beside.derived == ()
    assert [path.stem for path in beside.own] == ["s1", "s3"], "of a session that is gone too: it is nobody else's"
    list(reword_own(beside.own, zoe))
    assert [texts(where, session) for session in ("s1", "s2", "s3")] == [
        [("someone was silent", 5)],
        [("Zoë was silent", 5)],
        [("someone was silent", 5)],
    ]
    assert read_reflection(where, "s1") == (Paragraph("someone was silent", 5),)


def test_no_log_holds_it(home: Path, clock: TestClock) -> None:
    seats = Seats(home, clock)
    add_to_reflection(seats.home, seats.session, "zqcanary", 5)
    holding = [
        path.relative_to(home) for path in home.rglob("*") if path.is_file() and b"zqcanary" in path.read_bytes()
    ]
    assert holding == [Path("private", "reflections", f"{seats.session}.json")]
    assert gather(seats.log, seats.session).facts
