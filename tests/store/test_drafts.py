"""Unfinished lines: whose they are, and what becomes of them."""

from pathlib import Path

import pytest

from lcterm.store.drafts import Draft, draft_path, keep_drafts, read_drafts, take_drafts
from lcterm.store.paths import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_each_seat_takes_its_own_and_leaves_the_others(home: Home) -> None:
    ours, theirs = Draft("Half a thought"), Draft("n A word", mends="c1", seat="ben")
    keep_drafts(home, "s", [ours, theirs])
    assert take_drafts(home, "s") == (ours,)
    assert take_drafts(home, "s") == ()
    keep_drafts(home, "s", [ours])
    assert read_drafts(home, "s") == (theirs, ours), "what is kept later drops nothing"
    assert take_drafts(home, "s", "ben") == (theirs,)
    assert take_drafts(home, "s") == (ours,)
    assert not draft_path(home, "s").exists()


def test_what_mends_a_struck_capture_is_thrown_away_whoever_left_it(home: Home) -> None:
    keep_drafts(home, "s", [Draft("Hush", "gone", "ben"), Draft("Stays", "c1", "ben"), Draft("Hush too", "gone")])
    assert take_drafts(home, "s", "", {"gone"}) == ()
    assert read_drafts(home, "s") == (Draft("Stays", "c1", "ben"),)


def test_a_file_of_before_there_were_seats_is_read(home: Home) -> None:
    path = draft_path(home, "s")
    path.parent.mkdir(parents=True)
    path.write_text('{"draft": {"1": {"text": "Half"}}}')
    assert take_drafts(home, "s") == (Draft("Half"),)


def test_nothing_to_keep_makes_no_file_and_a_damaged_one_is_nobodys(home: Home) -> None:
    keep_drafts(home, "s", [])
    path = draft_path(home, "s")
    assert not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"draft": ')
    assert take_drafts(home, "s") == ()
    assert path.exists()
