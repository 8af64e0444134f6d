"""A community that holds its sessions on other days than planned, two of them on one: told as it was, everywhere."""

import json
from pathlib import Path

import pytest

from lcterm.store.open_shelf import OpenShelf
from lcterm.store.paths import Home
from lcterm.ui.home_view import groups_of
from tests.cli.running import Shell
from tests.clock_program import TestClock

HOUR = 60 * 60


def hold(shell: Shell, clock: TestClock, *lines: str) -> None:
    """Start what was planned, write these down, and end it an hour later."""
    shell.answer("do", "start")
    for line in lines:
        shell.answer("capture", line)
    clock.advance(HOUR)
    shell.answer("do", "end")


def digest(shell: Shell, home: Path) -> str:
    """What goes round, on one line."""
    shell.answer("digest")
    latest = max(home.glob("communities/*/summaries/*-digest.txt"), key=lambda path: path.stat().st_mtime_ns)
    return " ".join(latest.read_text(encoding="utf-8").split())


@pytest.fixture
def year(peers: Shell, clock: TestClock) -> Shell:
    """Two sessions planned for later days and held today, one after the other; before the second ended, the next time
    was agreed."""
    for title in ("", "Refresh", ""):
        peers.answer("plan", "--starts", "Tue 22 Dec 14:00", "--zone", "UTC", "--title", title)
        hold(peers, clock, "a Bring the letters @ana")
        clock.advance(HOUR)
    peers.answer("next", "--starts", "Tue 26 Jan 2027, 2pm", "--zone", "UTC", "--place", "Hall")
    return peers


def test_sessions_one_after_the_other_on_one_day_are_counted_each(year: Shell) -> None:
    report = json.loads(year.answer("report", "--json"))
    assert report["sessions"]["held"] == 3
    ran = year("actions")
    assert "more than once" not in ran.out + ran.err


def test_numbers_go_on_and_a_title_of_its_own_takes_none(year: Shell) -> None:
    listed = [line.rsplit(", ", 1)[1] for line in year.answer("sessions").split("\n")]
    assert listed == ["session 1", "Refresh", "session 2"]


def test_the_list_has_the_day_on_which_it_was_held(year: Shell) -> None:
    days = {line.split("  ")[1] for line in year.answer("sessions").split("\n")}
    assert all(day.startswith("Tue 1 Dec 2026") for day in days)


def test_the_next_time_is_one_everywhere(year: Shell, home: Path, clock: TestClock) -> None:
    assert year.answer("next").split("\n")[0] == "When       Tue 26 Jan 2027, 14:00, UTC"
    assert "We meet on Tue 26 Jan 2027, 14:00, UTC." in digest(year, home)
    shelf = OpenShelf(Home(home))
    shelf.look()
    agreed = groups_of(shelf.communities)[0].agreed(clock.now())
    assert agreed is not None
    assert agreed.place == "Hall"


def test_what_was_agreed_is_taken_up_by_the_session_that_is_held_after_it(
    year: Shell, home: Path, clock: TestClock
) -> None:
    clock.advance(HOUR)
    year.answer("plan", "--starts", "Tue 26 Jan 2027 14:00", "--zone", "UTC")
    clock.advance(24 * HOUR)
    hold(year, clock)
    assert year.answer("next").split("\n")[0] == "When       not yet agreed"
    assert "When we meet next is still open." in digest(year, home)


def test_started_on_another_day_the_plan_begins_then_and_undo_brings_it_back(peers: Shell) -> None:
    id = peers.answer("plan", "--starts", "Tue 22 Dec 14:00", "--zone", "UTC")
    assert peers.answer("do", "start").endswith("; it was planned for Tue 22 Dec 2026.")
    begun = peers.json("show", id, "--json")
    assert (begun["planned_start"], begun["drift_seconds"]) == (begun["started"], 0)
    assert "22 Dec" not in "\n".join(peers.answer("show", id).split("\n")[:3])
    peers.answer("do", "undo")
    assert peers.json("show", id, "--json")["planned_start"] == "2026-12-22T14:00:00+00:00"


def test_headcounts_leave_facilitators_apart_everywhere(home: Path, peers: Shell, clock: TestClock) -> None:
    peers.answer("members", "--role", "Ana=facilitator")
    peers.answer("plan", "--zone", "UTC")
    hold(peers, clock)
    shelf = OpenShelf(Home(home))
    shelf.look()
    past = groups_of(shelf.communities)[0].sessions[0].past
    assert past is not None
    report = json.loads(peers.answer("report", "--json"))
    assert past.here == report["held"][0]["came"] == 4


def test_what_nobody_held_and_a_date_gone_by_are_no_next_time(year: Shell, clock: TestClock) -> None:
    clock.advance(80 * 24 * HOUR)
    lines = year.answer("next").split("\n")
    assert lines[:2] == ["When       not yet agreed", "Where      Hall"]
    year.answer("plan", "--starts", "today 2pm", "--zone", "UTC")
    clock.advance(24 * HOUR)
    assert year.answer("next").split("\n")[0] == "When       not yet agreed"
