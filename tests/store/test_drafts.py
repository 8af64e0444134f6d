"""Unfinished lines: whose they are, and what becomes of them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lcterm.store.draft_keeper import DraftKeeper
from lcterm.store.drafts import Draft, draft_path, hold_drafts, keep_drafts, read_drafts, take_drafts
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


def test_the_seats_of_one_device_take_nothing_of_each_other_s(home: Home) -> None:
    board, notes = Draft("Half"), Draft("Other half", left_at="notes")
    keep_drafts(home, "s", [board])
    keep_drafts(home, "s", [notes])
    assert take_drafts(home, "s", left_at="notes") == (notes,)
    assert take_drafts(home, "s", left_at="notes") == ()
    assert take_drafts(home, "s") == (board,)


def test_seats_that_leave_in_the_same_moment_lose_nothing(home: Home) -> None:
    drafts = [Draft(f"Line {number}", left_at="notes" if number % 2 else "") for number in range(12)]
    with ThreadPoolExecutor(len(drafts)) as pool:
        list(pool.map(lambda draft: keep_drafts(home, "s", [draft]), drafts))
    assert sorted(draft.text for draft in read_drafts(home, "s")) == sorted(draft.text for draft in drafts)


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


# ── While they are written ──────────────────────────────────────────────────────────────────────────────────────


def test_what_a_seat_holds_is_replaced_by_what_it_holds_now(home: Home) -> None:
    keep_drafts(home, "s", [Draft("Left", left_at="notes")])
    hold_drafts(home, "s", [Draft("Ha")], "board")
    hold_drafts(home, "s", [Draft("Half"), Draft("More", mends="c1")], "board")
    hold_drafts(home, "s", [Draft("Theirs")], "board-2")
    held = {(one.text, one.held) for one in read_drafts(home, "s")}
    assert held == {("Left", ""), ("Half", "board"), ("More", "board"), ("Theirs", "board-2")}
    hold_drafts(home, "s", [], "board-2")
    hold_drafts(home, "s", [], "board")
    take_drafts(home, "s", left_at="notes")
    assert not draft_path(home, "s").exists()


def test_what_a_living_seat_holds_is_not_taken_and_what_a_killed_one_held_is(home: Home) -> None:
    hold_drafts(home, "s", [Draft("Half")], "board")
    hold_drafts(home, "s", [Draft("Killed")], "board-3")
    assert take_drafts(home, "s", by="board-2", living={"board"}) == (Draft("Killed"),)
    assert {(one.text, one.held) for one in read_drafts(home, "s")} == {("Half", "board"), ("Killed", "board-2")}
    assert take_drafts(home, "s", by="board", living={"board-2"}) == (Draft("Half"),)
    assert [one.held for one in read_drafts(home, "s")] == ["board", "board-2"], "held on, without a moment between"


def test_what_is_left_in_the_end_is_held_by_nobody(home: Home) -> None:
    hold_drafts(home, "s", [Draft("Ha")], "board")
    keep_drafts(home, "s", [Draft("Half")], "board")
    assert read_drafts(home, "s") == (Draft("Half"),)
    keep_drafts(home, "s", [], "board-2")
    assert read_drafts(home, "s") == (Draft("Half"),)


def test_a_struck_capture_s_words_go_from_what_is_held_too(home: Home) -> None:
    hold_drafts(home, "s", [Draft("Hush", "gone"), Draft("Stays")], "board-2")
    assert take_drafts(home, "s", "", {"gone"}, living={"board-2"}) == ()
    assert [one.text for one in read_drafts(home, "s")] == ["Stays"]


def test_a_keeper_writes_what_it_is_told_and_leaves_it_behind(home: Home) -> None:
    keeper = DraftKeeper(home, "s", "board")
    for text in ("H", "Ha", "Half"):
        keeper.tell([Draft(text)])
    keeper.leave([Draft("Half a thought")])
    assert read_drafts(home, "s") == (Draft("Half a thought"),)
    keeper.tell([Draft("Too late")])
    assert read_drafts(home, "s") == (Draft("Half a thought"),)


def test_a_keeper_that_has_nothing_leaves_no_file(home: Home) -> None:
    keeper = DraftKeeper(home, "s", "board")
    keeper.tell([])
    keeper.leave([])
    assert not draft_path(home, "s").exists()
