"""`lcterm next`, `lcterm brief`, and what `lcterm plan` takes over."""

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock

DAY = 24 * 60 * 60


def agree(shell: Shell, *more: str) -> str:
    return shell.answer("next", "--starts", "15 Dec 14:00", "--zone", "Europe/London", "--place", "Hall, room 2", *more)


def test_nothing_is_agreed_at_first_and_everybody_is_offered(peers: Shell) -> None:
    lines = peers.answer("next").split("\n")
    assert lines[0] == "When       not yet agreed"
    assert lines[-5:] == [f"  {name}: not yet" for name in ("Ana", "Ben", "Chidi", "Sam K.", "Sam O.")]
    record = peers.json("next", "--json")
    assert (record["starts"], record["place"], record["presenters"], record["session"]) == (None, None, [], None)


def test_what_is_set_stays_until_it_is_set_again_or_taken_back(peers: Shell) -> None:
    agree(peers, "--arranger", "ana", "--presenter", "sk", "--presenter", "Ben")
    record = peers.json("next", "--presenter", "chidi", "--json")
    assert record["starts"] == "2026-12-15T14:00:00+00:00"
    assert (record["place"], record["arranger"], record["presenters"]) == ("Hall, room 2", "Ana", ["Chidi"])
    assert peers.json("next", "--starts", "", "--place", "", "--arranger", "", "--presenter", "", "--json") == {
        **record,
        "starts": None,
        "place": None,
        "arranger": None,
        "presenters": [],
    }


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--starts", "whenever"], "the start 'whenever' is no time"),
        (["--starts", "2026-11-01 14:00"], "is over already"),
        (["--zone", "Nowhere/At-All", "--starts", "fri 14:00"], "there is no time zone"),
        (["--presenter", "Zed"], "No one here is called Zed"),
        (["--arranger", "sam"], "could be Sam K. or Sam O."),
        (["--place", "x" * 161], "at most 160 fit"),
    ],
)
def test_what_cannot_be_changes_nothing(peers: Shell, options: list[str], why: str) -> None:
    agree(peers)
    before = peers.json("next", "--json")
    assert why in peers.refusal("next", "--presenter", "ana", *options)
    assert peers.json("next", "--json") == before


def test_a_session_is_planned_from_it_and_show_and_summary_tell_it(running: Shell) -> None:
    agree(running, "--arranger", "chidi", "--presenter", "ben", "--presenter", "sk")
    told = running.json("show", "--json")["next"]
    assert told == {"starts": "2026-12-15T14:00:00+00:00", "place": "Hall, room 2", "presenters": ["Ben", "Sam K."]}
    group = running.answer("summary", "--to", "-")
    assert "We meet on Tue 15 Dec 2026, 14:00, Hall, room 2; presenting: Ben, Sam K.; Chidi arranges it" in group
    sponsor = running.answer("summary", "--to", "-", "--audience", "sponsor")
    assert "The next session is on Tue 15 Dec 2026." in sponsor
    assert "Hall" not in sponsor
    ran = running("plan")
    assert ran.err == (
        "lcterm: as agreed, presenting: Ben, Sam K.\n"
        "lcterm: as agreed, on Tue 15 Dec 2026, 14:00\n"
        "lcterm: as agreed, at this place: Hall, room 2\n"
    )
    planned = running.json("show", ran.out.strip(), "--json")
    assert planned["planned_start"] == "2026-12-15T14:00:00+00:00"
    assert [point["presenters"] for point in planned["agenda"] if point["presenters"]] == [["Ben"], ["Sam K."]]
    assert running.json("next", "--json")["session"] == ran.out.strip()
    again = running("plan", "--starts", "now")
    assert again.err == ""  # it is planned already


def test_what_is_said_when_planning_counts_more_than_what_was_agreed(peers: Shell) -> None:
    agree(peers, "--presenter", "ben")
    ran = peers("plan", "--starts", "2026-12-16 09:00", "--zone", "UTC", "--presenter", "ana", "--place", "Library")
    assert ran.err == ""
    record = peers.json("next", "--json")
    assert (record["starts"], record["place"]) == ("2026-12-16T09:00:00+00:00", "Library")
    assert record["presenters"] == ["Ana"]
    (notice,) = record["notices"]
    agreed, planned = "Tue 15 Dec 2026, 14:00, Europe/London", "Wed 16 Dec 2026, 09:00, UTC"
    assert notice == f"agreed was {agreed}, planned is {planned}; what is planned counts"


def test_who_has_no_place_in_the_agenda_is_said(peers: Shell) -> None:
    agree(peers, "--presenter", "ana", "--presenter", "ben")
    ran = peers("plan", "--template", "ordinary-one")
    assert "as agreed, presenting: Ana\n" in ran.err
    assert "this agenda has no room for them: Ben" in ran.err


def test_a_date_that_has_gone_by_is_not_taken_over(peers: Shell, clock: TestClock) -> None:
    agree(peers)
    clock.advance(seconds=30 * DAY)
    ran = peers("plan")
    assert peers.json("show", ran.out.strip(), "--json")["planned_start"].startswith("2026-12-31T14:00")


def test_the_planned_session_follows_what_is_agreed_anew(planned: Shell) -> None:
    planned.answer("next", "--starts", "2026-12-20 10:00", "--place", "Library", "--presenter", "chidi")
    shown = planned.json("show", "--json")
    assert shown["planned_start"] == "2026-12-20T10:00:00+00:00"
    assert [point["presenters"] for point in shown["agenda"] if point["mode"] == "presenter"] == [["Chidi"], []]
    assert "cannot be without a date" in planned.refusal("next", "--starts", "")
    assert "has 2 presentations, and 3 were named" in planned.refusal(
        "next", "--presenter", "ana", "--presenter", "ben", "--presenter", "chidi"
    )


def test_a_session_that_was_moved_is_found_as_the_next_one(running: Shell) -> None:
    earlier = running.answer("plan", "--starts", "2026-12-02 09:00", "--zone", "UTC")
    running.answer("next", "--starts", "2027-02-02 09:00")
    running.answer("do", "end")
    between = running.answer("plan", "--starts", "2027-01-05 09:00", "--zone", "UTC")
    assert running.json("show", between, "--json")["next"]["starts"] == "2027-02-02T09:00:00+00:00"
    assert running.json("show", earlier, "--json")["planned_start"] == "2027-02-02T09:00:00+00:00"


def test_two_laptops_that_planned_the_same_session_are_both_shown(peers: Shell) -> None:
    for hour in ("14:00", "15:00"):
        peers.answer("plan", "--starts", f"2026-12-15 {hour}", "--zone", "UTC")
    (notice,) = peers.json("next", "--json")["notices"]
    assert notice.startswith("planned 2 times for one day: 2026-12-15-")
    assert "Tue 15 Dec 2026, 14:00, UTC" in notice
    assert "Tue 15 Dec 2026, 15:00, UTC" in notice
    assert peers("next").err == f"lcterm: {notice}\n"


# ── Briefs ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_brief_is_kept_and_goes_along_with_the_session(peers: Shell, clipboard: list[str]) -> None:
    assert peers.answer("brief", "ben").split("\n")[0] == "Ben: not asked yet"
    peers.answer("brief", "ben", "--kind", "case", "--title", "A door", "--question", "Why?", "--question", "What now?")
    agree(peers, "--presenter", "ben")
    assert peers.answer("brief", "ben", "--state", "ready") == (
        "Ben: ready\nBrings a case: A door\nAsks: Why?\nAsks: What now?"
    )
    peers.answer("plan")
    assert peers.answer("brief", "ben").startswith("Ben: ready")
    text = peers("brief", "ben", "--copy").out
    assert clipboard[-1] == text
    assert "Dear Ben," in text
    assert "you bring us a case from your work:\nA door." in text or "A door." in text
    assert "- What now?" in text
    assert "judgements" in text
    assert "doubt" in peers("brief", "chidi", "--kind", "theme", "--copy").out


def test_a_brief_knows_who_presents_in_any_session_that_is_planned(peers: Shell) -> None:
    agree(peers, "--presenter", "ben")
    peers.answer("plan")
    peers.answer("plan", "--template", "ordinary", "--starts", "2026-12-29 14:00", "--presenter", "chidi")
    for name in ("ben", "chidi"):
        assert "Does not present" not in peers.answer("brief", name, "--question", "Why?")
    assert "Does not present" in peers.answer("brief", "ana", "--question", "Why?")
    first, second = (one["id"] for one in peers.json("sessions", "--json"))
    peers.answer("do", first, "start")
    assert "Does not present" not in peers.answer("brief", "ben")
    assert "Does not present" not in peers.answer("brief", "chidi")
    assert second != first


def test_a_brief_that_cannot_be_changes_nothing(peers: Shell) -> None:
    assert "at most 400 fit" in peers.refusal("brief", "ben", "--question", "x" * 401)
    assert "at most 6 fit" in peers.refusal(
        "brief", "ben", *(part for n in range(7) for part in ("--question", f"Q{n}"))
    )
    assert "No one here is called zed" in peers.refusal("brief", "zed")
    assert "invalid choice" in peers.usage("brief", "ben", "--kind", "song")
    assert peers.answer("brief", "ben").startswith("Ben: not asked yet")
