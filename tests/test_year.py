"""A year of one community by the real program, and whether what it says of that year is what happened."""

from pathlib import Path
from typing import Any

import icalendar

from tests.clock_program import TestClock
from tests.year import figures
from tests.year.figures import today
from tests.year.forgotten import SPELLINGS, somebody_is_forgotten
from tests.year.playing import Year
from tests.year.reported import reported, reported_so_far
from tests.year.story import AFTER, BEFORE, FACILITATOR, NAME, SETTLED_THEN, YEAR, Held
from tests.year.whole import year_of

CHANGED, ALL_NEW = "What changed in our rules", "Our ground rules, agreed in this session"


def test_a_year(clock: TestClock, home: Path, tmp_path: Path) -> None:
    for year, held in year_of(clock, home):
        what_the_group_reads(year, held)
        what_the_sponsor_reads(year, held)
        what_goes_round(year, held)
        reported_so_far(year, held)
    reported(year)
    assert len(year.sessions) == len(YEAR) == 12
    what_was_planned(year)
    what_became_of_actions(year)
    the_rules_and_their_history(year)
    the_charter_at_the_end(year)
    somebody_is_forgotten(year, tmp_path / "before")
    assert year.program.answer("check").endswith("is in order.")


# ── After each session ──────────────────────────────────────────────────────────────────────────────────────────────


def what_the_group_reads(year: Year, held: Held) -> None:
    """Who was there, who presented, what was written down for all, how it was; nobody's share of the talk."""
    text = year.shell.answer("summary", year.sessions[-1], "--to", "-")
    here = [name if today(name) != AFTER else now_called(held) for name in figures.came(held)]
    assert f"- {', '.join(here)} ({len(here)})\n- Facilitator: {FACILITATOR}\n" in text
    assert (f"- Away: {', '.join(sorted(held.away))}\n" in sorted_away(text)) == bool(held.away)
    for presenter in held.presenters:
        assert f" ({presenter})" in text.split("## Agenda")[1]
    for line in held.lines:
        kind, words = line.text.split(" ", 1)
        assert (plain(words) in text) == (kind != "u"), line
    for said in held.feedback:
        assert f"- {said}\n" in text
    assert any(f"## {one}" in text for one in (CHANGED, ALL_NEW)) == bool(held.rules)
    assert not any(word in text for word in ("for us alone", "Evenness", "of the talk"))


def now_called(held: Held) -> str:
    return BEFORE if held.day < "2027-07-31" else AFTER


def plain(line: str) -> str:
    """The words of a capture line, without owners, date and audience."""
    return " ".join(word for word in line.split(" ^")[0].split() if word[0] not in "@>")


def sorted_away(text: str) -> str:
    """The summary with those who were away in the order of the alphabet."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if line.startswith("- Away: "):
            lines[place] = f"- Away: {', '.join(sorted(line.removeprefix('- Away: ').split(', ')))}"
    return "\n".join(lines)


def what_the_sponsor_reads(year: Year, held: Held) -> None:
    """What was released, how many were there, and nobody's name."""
    text = year.shell.answer("summary", year.sessions[-1], "--to", "-", "--audience", "sponsor")
    assert f"{len(figures.came(held))} members took part." in text
    for line in held.lines:
        assert (plain(line.text[2:]) in text) == line.released, line
    assert not [name for name in (*figures.FOUNDERS, *SPELLINGS) if name in text]


def what_goes_round(year: Year, held: Held) -> None:
    """The digest: what was agreed, who took it on only once the charter says so, and what comes."""
    text = year.shell.answer("digest", "--to", "-")
    for line in held.lines:
        if line.text.startswith(("a ", "d ")):
            assert plain(line.text[2:]) in " ".join(text.split()), line
    took_on = {
        word.split()[0].capitalize()
        for line in held.lines
        if line.text.startswith("a ")
        for word in line.text.split("@")[1:]
    }
    named = any(f"({owner}" in text for owner in took_on)
    assert named == (bool(took_on) and held.day >= "2027-09-14")
    if held.next_presenters:
        assert f"Presenting: {', '.join(held.next_presenters)}\n" in text


# ── At the end of the year ──────────────────────────────────────────────────────────────────────────────────────────


def what_was_planned(year: Year) -> None:
    """Every session was planned as the one before it had agreed, from the template that the charter asks for."""
    for id, held in zip(year.sessions, YEAR, strict=True):
        record = year.shell.json("show", id, "--json")
        assert record["planned_start"][:16] == f"{held.day}T14:00"
        assert sum(point["planned_minutes"] for point in record["agenda"]) == held.minutes
        named = [today(name) for point in record["agenda"] for name in point["presenters"]]
        assert named == list(map(today, held.presenters))
        assert record["status"] == "closed"
        assert 0 <= record["drift_seconds"] <= 5


def what_became_of_actions(year: Year) -> None:
    """Each action is known by the words it was written in, and is as far as the story leaves it."""
    written = {one.text: one for one in figures.actions()}
    told = {one["text"]: one for one in year.shell.json("actions", "--all", "--format", "json")}
    assert {text: one["state"] for text, one in told.items()} == {text: one.state for text, one in written.items()}
    assert sum(one.late for one in written.values()) == 4
    walk = told["Walk round the yard with the caretaker"]
    assert (walk["owners_left"], walk["due"], walk["state"]) == (["Marek"], "2027-09-14", "going")
    assert "(Marek, who has left; due" in year.shell.answer("actions")
    open_ones = [one for one in written.values() if one.state in ("open", "going")]
    for form, lines in (("csv", len(written) + 1), ("todotxt", len(written))):
        assert len(year.shell.answer("actions", "--all", "--format", form).splitlines()) == lines
    calendar = icalendar.Calendar.from_ical(year.shell("actions", "--format", "ics").out)
    assert len(calendar.walk("VTODO")) == len(open_ones)


def the_rules_and_their_history(year: Year) -> None:
    record: dict[str, Any] = year.shell.json("rules", "--json")
    history = figures.rules()
    assert len(history) == 4  # agreed, changed twice, and the refresh
    assert [(one["at"][:10], one["rules"]) for one in record["history"]] == [
        (when.isoformat(), rules) for when, rules in history
    ]
    assert record["rules"] == history[-1][1]
    assert record["keepers"] == ["Tracy"]


def the_charter_at_the_end(year: Year) -> None:
    text = year.shell.answer("charter")
    for words in (f"# {NAME}: our charter", "in turn at each other's place", "kept by Tracy", "Still to settle"):
        assert words in text
    assert "Tuesdays at two" not in text
    assert year.shell.answer("setup").endswith(f"{SETTLED_THEN} of 18 settled.")
