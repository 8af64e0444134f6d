"""`lcterm report`: as text, JSON and a page, from sessions held with the commands alone."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.beginnings import make_peers
from tests.cli.running import Shell
from tests.clock_program import TestClock

DIARY = {
    "2026-01-13": ("Ben", "Chidi"),
    "2026-02-10": ("Chidi",),
    "2026-03-17": (),
}
"""Who stayed away on which day, of Ana, Ben, Chidi and the two Sams."""


YES = ("charter", "--choose", "actions=yes", "--choose", "voices=yes", "--choose", "keeping=group")


@pytest.fixture
def year(shell: Shell, clock: TestClock) -> Shell:
    shell.once("a year", lambda: a_year(shell, clock))
    return shell


def a_year(shell: Shell, clock: TestClock) -> None:
    shell.once("peers", lambda: make_peers(shell))
    after_a_year(shell, clock)


def after_a_year(peers: Shell, clock: TestClock) -> Shell:
    """Three sessions: Ana presents, Sam O. speaks for as many minutes as the session's number, Sam K. for one."""
    for number, (day, away) in enumerate(DIARY.items(), 1):
        clock.set(datetime.fromisoformat(f"{day}T14:00").replace(tzinfo=UTC))
        session = peers.answer(
            *("plan", "--template", "ordinary-one", "--zone", "UTC", "--starts", f"{day} 14:00", "--presenter", "Ana")
        )
        for name in away:
            peers.answer("do", session, "leave", name)
        peers.answer("do", session, "start")
        for _ in range(4):
            clock.advance(5 * 60)
            peers.answer("do", "next")
        for name, minutes in (("Sam O.", number), ("Sam K.", 1)):
            peers.answer("do", "give", name)
            clock.advance(60 * minutes)
        peers.answer("do", "done")
        peers.answer("capture", f"f Sentence {number}")
        peers.answer("capture", "n A canarynote")
        peers.answer("capture", f"a Letter {number} @ana")
        peers.answer("do", "end")
    clock.set(datetime(2026, 3, 20, 9, 0, tzinfo=UTC))
    return peers


def test_the_figures_are_those_of_the_diary(year: Shell) -> None:
    made = year.json("report", "--json")
    assert [(one["day"], one["came"], one["of"]) for one in made["held"]] == [
        (day, 5 - len(away), 5) for day, away in DIARY.items()
    ]
    assert made["period"] == {"from": "2026-01-13", "to": "2026-03-17"}
    assert made["median_days_between"] == 31.5
    assert made["sessions"] == {"held": 3, "planned": 0, "not_held": 0, "under_way": 0, "unread": 0}
    assert made["presenters"][0] == {"name": "Ana", "times": 3, "last": "2026-03-17", "member": True}
    assert made["feedback"] == {"total": 3, "day": "2026-03-17", "sentences": ["Sentence 3"]}
    assert (made["actions"], made["voices"], made["not_allowed"]) == (None, None, ["actions", "voices"])


def test_the_charter_opens_and_closes_what_it_allows(peers: Shell, clock: TestClock) -> None:
    clock.set(datetime(2026, 1, 5, tzinfo=UTC))
    peers.answer(*YES)
    year = after_a_year(peers, clock)
    year.answer("actions", "--done", "Letter 1")
    made = year.json("report", "--json")
    assert made["actions"] == {"written": 3, "done": 1, "dropped": 0, "going": 0, "open": 2, "late": 0}
    people = {one["name"]: one for one in made["voices"]["people"]}
    assert (people["Sam O."]["seconds"], people["Sam O."]["turns"]) == (6 * 60, 3)
    assert people["Sam O."]["share"] == pytest.approx(6 / 9)
    assert (people["Sam K."]["heard_in"], people["Ben"]["sessions"], people["Ben"]["heard_in"]) == (3, 2, 0)
    assert "Ana" not in people, "the discussions were about her own case"
    year.answer("charter", "--choose", "actions=no", "--choose", "voices=no")
    made = year.json("report", "--json")
    assert (made["actions"], made["voices"]) == (None, None)


def test_a_yes_does_not_reach_back_to_what_was_said_before_it(year: Shell) -> None:
    year.answer(*YES)
    voices = year.json("report", "--json")["voices"]
    assert (voices["agreed"], voices["sessions"], voices["people"]) == ("2026-03-20", 0, [])
    told = " ".join(year.answer("report").split())
    assert "There are no discussions to count yet: the group said yes on Fri 20 Mar 2026" in told
    assert "of the talk" not in told


def test_the_text_is_for_reading_and_holds_no_note(year: Shell) -> None:
    told = year.answer("report")
    assert told.startswith("Housing peers: report\n")
    assert "“Sentence 3”" in told
    assert "canarynote" not in told
    assert "Letter" not in told


def test_a_page_goes_into_a_file_of_yours_or_to_standard_output(year: Shell, tmp_path: Path) -> None:
    target = tmp_path / "out" / "report.html"
    assert year.answer("report", "--html", str(target)) == f"The report is in {target}."
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert year.answer("report", "--html", "-") == target.read_text("utf-8").rstrip("\n")
    assert "is a folder" in year.refusal("report", "--html", str(tmp_path))


def test_json_and_a_page_at_once(year: Shell, tmp_path: Path) -> None:
    ran = year("report", "--json", "--html", str(tmp_path / "report.html"))
    assert ran.status == 0
    assert ran.out.startswith("{")
    assert "The report is in" in ran.err
    assert "both go to standard output" in year.refusal("report", "--json", "--html", "-")


def test_pictures_stand_in_the_text_where_they_are_asked_for(year: Shell) -> None:
    plain, drawn = year.answer("report"), year.answer("report", "--plots")
    assert "█" not in plain
    assert "        came   3      4      5\n  had a seat   5      5      5" in drawn
    assert max(map(len, drawn.splitlines())) <= 80
    assert "the page has its own pictures" in year.refusal("report", "--plots", "--html", "-")
    assert "JSON has the figures" in year.refusal("report", "--plots", "--json")


@pytest.mark.parametrize("audience", ["group", "sponsor"])
def test_for_others_it_is_figures_alone(year: Shell, audience: str) -> None:
    for form in ((), ("--plots",), ("--json",), ("--html", "-")):
        told = year.answer("report", "--audience", audience, *form)
        assert not [word for word in ("Ana", "Ben", "Sam", "Sentence", "canarynote") if word in told]
    made = year.json("report", "--audience", audience, "--json")
    assert (made["for"], made["presenters"], made["signals"], made["not_allowed"]) == (audience, [], [], [])
    assert [one["came"] for one in made["held"]] == [3, 4, 5]
    assert made["feedback"] == ({"total": 3, "day": None, "sentences": []} if audience == "group" else None)
    assert (made["held"][0]["minutes"] is None) is (audience == "sponsor")


def test_how_long_each_session_was_to_be_and_was(year: Shell) -> None:
    held = year.json("report", "--json")["held"]
    assert [one["minutes"] for one in held] == [22, 23, 24]
    assert all(one["planned_minutes"] > 60 for one in held)


def test_a_community_that_has_not_met(peers: Shell) -> None:
    assert "No session has been held yet." in peers.answer("report", "housing-peers")
    assert "no community is called" in peers.refusal("report", "bees")


def test_a_refresh_is_planned_from_the_design_template(year: Shell) -> None:
    year.answer("rules", "--add", "One voice at a time")
    year.answer("charter", "--choose", "presentations=one", "--answer", "meeting=Every six weeks")
    ran = year("plan", "--template", "design", "--zone", "UTC", "--starts", "2026-05-05 14:00")
    assert "a refresh: the design session again" in ran.err
    made = year.json("show", ran.out.strip(), "--json")
    assert made["title"] == "Refresh"
    assert "Designing together" in [one["title"] for one in made["agenda"]]
