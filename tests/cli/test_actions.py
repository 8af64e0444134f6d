"""`lcterm actions`: what is open over all sessions, and saying what became of it."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from lcterm.store.paths import Home
from tests.cli.beginnings import make_peers
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def two(shell: Shell, clock: TestClock) -> Shell:
    """Two sessions of Housing peers, a week apart, each with two actions; the second runs."""
    shell.once("two", lambda: make_two(shell, clock))
    return shell


def make_two(peers: Shell, clock: TestClock) -> None:
    peers.once("peers", lambda: make_peers(peers))
    first, second = (
        peers.answer("plan", "--starts", f"2026-12-{day} 14:00", "--zone", "UTC", "--presenter", "Ana")
        for day in ("01", "08")
    )
    peers.answer("do", first, "start")
    peers.answer("capture", first, "a Ask legal @ben ^2026-12-24")
    peers.answer("capture", first, "a Bring two letters @ana @samo ^next")
    peers.answer("do", first, "end")
    clock.set(datetime(2026, 12, 8, 14, 0, tzinfo=UTC))
    peers.answer("do", second, "start")
    peers.answer("capture", second, "a Write to the board @chidi")
    clock.advance(seconds=1)
    peers.answer("capture", second, "a Find the old figures")


def texts(shell: Shell, *options: str) -> list[str]:
    return [one["text"] for one in shell.json("actions", *options, "--format", "json")]


def test_the_open_ones_of_all_sessions_with_a_date_first(two: Shell) -> None:
    assert texts(two) == ["Ask legal", "Bring two letters", "Write to the board", "Find the old figures"]
    text = two.answer("actions", "housing")
    assert text.startswith("# Housing peers: open actions\n\n- Ask legal (Ben; due Thu 24 Dec 2026; from session 1, ")
    assert "- Find the old figures (nobody yet; from session 2, " in text


def test_those_of_one_person(two: Shell) -> None:
    assert texts(two, "--owner", "sam o") == ["Bring two letters"]
    assert two.answer("actions", "--owner", "Sam K.").endswith("\nNo open action belongs to Sam K..")
    assert "No one here is called zoe" in two.refusal("actions", "--owner", "zoe")


def test_what_became_of_them_is_said_by_id_by_its_beginning_or_by_words(two: Shell) -> None:
    ids = {one["text"]: one["id"] for one in two.json("actions", "--format", "json")}
    assert two.answer("actions", "--going", ids["Ask legal"]) == "Still going: Ask legal."
    assert two.answer("actions", "--done", ids["Ask legal"][:8]) == "Done: Ask legal."
    assert two.answer("actions", "--drop", "OLD figures", "--going", "two letters") == (
        "Still going: Bring two letters.\nDropped: Find the old figures."
    )
    assert texts(two) == ["Bring two letters", "Write to the board"]
    states = {one["text"]: one["state"] for one in two.json("actions", "--all", "--format", "json")}
    assert states == {
        "Ask legal": "done",
        "Bring two letters": "going",
        "Write to the board": "open",
        "Find the old figures": "dropped",
    }
    assert two.answer("actions", "--reopen", "legal") == "Open: Ask legal."
    assert texts(two)[0] == "Ask legal"


def test_another_date(two: Shell) -> None:
    assert two.answer("actions", "--date", "letters", "2027-01-15") == "Open: Bring two letters. Due Fri 15 Jan."
    assert two.answer("actions", "--date", "legal", "next") == "Open: Ask legal. Due next time."
    assert [(one["due"], one["due_next"]) for one in two.json("actions", "--format", "json")[:2]] == [
        ("2027-01-15", False),
        (None, True),
    ]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--done", "nothing like it"), "no action has the id or the words 'nothing like it'"),
        (("--done", ""), "no action has the id or the words ''"),
        (("--done", "e"), "'e' could be "),
        (("--reopen", "legal"), "it is open already; nothing was changed"),
        (("--date", "legal", "soon"), "'soon' is no date; write it like fri"),
        (("--date", "legal", "2026-12-24"), "it has that date already; nothing was changed"),
        (("--done", "legal", "--drop", "legal"), "is named twice; say one thing of it at a time"),
        (("--done", "letters", "--done", "nothing like it"), "no action has"),
    ],
)
def test_what_cannot_be_changes_nothing(two: Shell, options: tuple[str, ...], reason: str) -> None:
    before = two.json("actions", "--all", "--format", "json")
    assert reason in two.refusal("actions", *options)
    assert two.json("actions", "--all", "--format", "json") == before


def test_done_in_its_own_session_counts_here(two: Shell) -> None:
    two.answer("actions", "--done", "board")
    two.answer("actions", "--reopen", "board")
    assert "Write to the board" in texts(two)


def test_what_stays_in_the_room_is_not_listed_and_that_is_said(two: Shell) -> None:
    two.answer("capture", "a Tell Ana about it >room")
    ran = two("actions")
    assert "Tell Ana" not in ran.out
    assert "actions that stay in the room are not listed: 1, in 2026-12-08-" in ran.err


def test_csv_todotxt_and_calendar(two: Shell) -> None:
    assert len(two.answer("actions", "--format", "csv").split("\n")) == 5
    assert (
        two.answer("actions", "--format", "todotxt")
        .split("\n")[0]
        .endswith(f"id:{two.json('actions', '--format', 'json')[0]['id']}")
    )
    tasks = icalendar.Calendar.from_ical(two.answer("actions", "--format", "ics")).walk("VTODO")
    assert [str(task["summary"]) for task in tasks][:2] == ["Ask legal (Ben)", "Bring two letters (Ana, Sam O.)"]
    assert "invalid choice" in two.usage("actions", "--format", "xml")


def test_a_calendar_goes_out_with_its_own_line_ends(two: Shell, home: Path) -> None:
    argv = [sys.executable, "-m", "lcterm", "actions", "--format", "ics", "--home", str(home)]
    out = subprocess.run(argv, capture_output=True, check=True).stdout
    assert out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert out.count(b"\n") == out.count(b"\r\n")


def test_nothing_is_open_where_nothing_was_undertaken(peers: Shell) -> None:
    assert peers.answer("actions") == "# Housing peers: open actions\n\nNo action is open."
    assert json.loads(peers.answer("actions", "--format", "json")) == []
    assert peers("actions", "--format", "todotxt").out == ""


def test_two_laptops_that_say_different_things_agree_on_the_later(two: Shell, home: Path, clock: TestClock) -> None:
    two.answer("actions", "--done", "legal")
    clock.advance(seconds=60)
    two.answer("actions", "--going", "legal")
    assert two.json("actions", "--format", "json")[0]["state"] == "going"
    (community,) = Home(home).community_ids()
    facts = sorted(path.name for path in Home(home).community_log(community).glob("*.json"))
    assert len(facts) >= 3
