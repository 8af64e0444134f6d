"""Beside the log: saved summaries, the half-written line, files set aside, leftovers of a crash."""

from pathlib import Path

import pytest

from lcterm.store.check import repair
from lcterm.store.drafts import Draft, draft_path, keep_drafts, take_drafts
from lcterm.store.traces import carried_out, note_path
from tests.clock_program import TestClock
from tests.store.disk import Disk
from tests.store.struck import OTHER, WORDS, Seats, end, files, saved, strike, with_words, write


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


@pytest.fixture
def gone(seats: Seats) -> str:
    """A capture of a run that is over."""
    desk = seats.desk()
    id = write(desk)
    desk.settle()
    return id


def struck(seats: Seats, capture: str) -> list[str]:
    """The capture is struck by a command; the names of files that it says were removed."""
    desk = seats.desk()
    strike(desk, capture)
    desk.settle()
    return [Path(line.partition(": ")[0]).name for line in desk.erased if ": removed" in line]


def test_saved_summaries_of_that_session_go_and_are_named(seats: Seats, gone: str) -> None:
    folder = seats.home.summaries(seats.community.id)
    folder.mkdir()
    theirs = folder / f"{seats.session}-group.md"
    other = folder / "2020-01-01-aaaa-group.md"
    for path in (theirs, other, folder / f".{theirs.name}.0123abcd.tmp"):
        path.write_text(f"- {OTHER}")
    (folder / f"{seats.session}-folder").mkdir()
    assert struck(seats, gone) == [f".{theirs.name}.0123abcd.tmp", theirs.name]
    assert {path.name for path in folder.iterdir()} == {other.name, f"{seats.session}-folder"}


def test_a_summary_that_is_made_afterwards_stays(seats: Seats, gone: str) -> None:
    struck(seats, gone)
    folder = seats.home.summaries(seats.community.id)
    folder.mkdir()
    later = folder / f"{seats.session}-group.md"
    later.write_text(OTHER)
    desk = seats.desk(board=True)
    write(desk, OTHER)
    saved(desk)
    end(desk)
    assert later.exists()
    assert carried_out(seats.home, seats.session) == {gone}


def test_a_strike_that_was_heard_of_only_later_is_carried_out_here_too(seats: Seats, gone: str) -> None:
    """As on a second laptop, to which strike and rewritten file came together."""
    struck(seats, gone)
    note_path(seats.home, seats.session).unlink()
    folder = seats.home.summaries(seats.community.id)
    folder.mkdir()
    (folder / f"{seats.session}-group.md").write_text(WORDS)
    board = seats.desk(board=True)
    saved(board)
    end(board)
    assert with_words(seats.home) == []


@pytest.mark.parametrize(
    ("text", "mends", "goes"),
    [
        (f"l {WORDS} @ana", False, True),
        (f"l {WORDS.upper()}", False, True),
        ("Zoë told us @ben “it is my ^fri marriage” wörtlich", False, True),
        ("Zoë told", True, True),
        (OTHER, False, False),
        ("Zoë told", False, False),
    ],
)
def test_the_half_written_line_goes_if_it_holds_the_words_or_mends_that_capture(
    seats: Seats, gone: str, text: str, mends: bool, goes: bool
) -> None:
    keep_drafts(seats.home, seats.session, [Draft(text, gone if mends else "")])
    path = draft_path(seats.home, seats.session)
    assert struck(seats, gone) == ([path.name] if goes else [])
    assert [draft.text for draft in take_drafts(seats.home, seats.session)] == ([] if goes else [text])


def test_of_several_half_written_lines_only_those_with_the_words_go(seats: Seats, gone: str) -> None:
    other = Draft(OTHER, seat="ben")
    keep_drafts(seats.home, seats.session, [Draft("Zoë told", gone), other, Draft(WORDS, seat="ben")])
    struck(seats, gone)
    assert take_drafts(seats.home, seats.session, "ben") == (other,)
    assert with_words(seats.home) == []


def test_files_that_were_set_aside_copies_and_leftovers_are_cleared_of_them(seats: Seats, gone: str) -> None:
    path, content = next((path, content) for path, content in files(seats.log).items() if WORDS.encode() in content)
    conflict = path.with_name(f"{path.stem}.sync-conflict-20261201.json")
    conflict.write_bytes(content)
    torn = path.with_name("bbbb.0001.json")
    torn.write_bytes(content[:-3])
    repair(seats.home)
    aside = seats.log / "set-aside"
    assert {one.name for one in aside.iterdir()} == {conflict.name, torn.name}
    path.with_name(f".{path.name}.0123abcd.tmp").write_bytes(content[:-3])
    path.with_name(f"{path.name}.bak").write_bytes(content)
    assert len(with_words(seats.home)) == 5
    struck(seats, gone)
    assert with_words(seats.home) == []
    assert {one.name for one in aside.iterdir()} == {conflict.name, torn.name}


def test_what_cannot_be_removed_is_said_and_tried_again(seats: Seats, gone: str, disk: Disk) -> None:
    keep_drafts(seats.home, seats.session, [Draft(WORDS)])
    folder = seats.home.summaries(seats.community.id)
    folder.mkdir()
    (folder / f"{seats.session}-group.md").write_text(WORDS)
    private = folder.with_name("elsewhere")
    folder.rename(private)
    folder.touch()  # it cannot be listed now
    struck(seats, gone)
    assert draft_path(seats.home, seats.session).exists()
    folder.unlink()
    private.rename(folder)
    desk = seats.desk()
    write(desk, OTHER)
    desk.settle()
    assert with_words(seats.home) == []
