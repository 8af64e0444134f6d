"""Actions written out: Markdown, CSV, todo.txt, JSON and a calendar of tasks, whatever people wrote."""

import csv
import io
import json
from datetime import UTC, date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.carrying import actions
from lcterm.core.digest import Digest, Kept
from lcterm.documents.actions import Listing, listing
from lcterm.documents.actions_ics import as_ics
from lcterm.documents.actions_plain import COLUMNS, as_csv, as_json, as_markdown, as_todotxt
from tests.core.builder import START
from tests.core.carried import DAY, Circle, settled

ORIGIN = Digest(session="2026-12-01-k3f9", title="session 7", zone="Europe/Berlin", starts=START, status="closed")
NASTY = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "x 2026-12-01 done", "(A) now", "due:tomorrow +all @home")


def kept(text: str = "Ask legal", **more: object) -> Kept:
    return Kept(id="abc-1", kind="action", text=text, at=START, **more)  # type: ignore[arg-type]


def listed(
    *kept_ones: Kept, circle: Circle | None = None, everything: bool = False, days: int = 20, owner: str = ""
) -> Listing:
    circle = circle or Circle()
    origin = replace(ORIGIN, actions=kept_ones)
    found = actions([origin], circle.state, everything=everything)
    return listing(circle.state, found, START + days * DAY, everything=everything, owner=owner)


def test_markdown_says_who_until_when_and_where_from() -> None:
    text = as_markdown(listed(kept(owners=("amina", "ben"), due="2026-12-24"), circle=Circle("ben")))
    assert text == (
        "# Circle: open actions\n\n"
        "- Ask legal (Amina; Ben, who has left; due Thu 24 Dec 2026; from session 7, Tue 1 Dec 2026, 2 weeks ago)"
    )


def test_what_is_done_is_not_due_next_time() -> None:
    circle, origin = Circle(), replace(ORIGIN, actions=(kept("one", due_next=True),))
    assert "due next time" in as_markdown(listed(*origin.actions, circle=circle))
    circle.say(settled(origin, "done"), START + DAY)
    found = listing(circle.state, actions([origin], circle.state, everything=True), START + DAY, everything=True)
    assert "due next time" not in as_markdown(found)


def test_markdown_of_all_of_them_by_how_far_they_are() -> None:
    circle, origin = Circle(), replace(ORIGIN, actions=(kept("one"),))
    circle.say(settled(origin, "going", due_next=True), START + DAY)
    text = as_markdown(listed(kept("one"), replace(kept("two", done=True), id="abc-2"), circle=circle, everything=True))
    assert [line for line in text.split("\n") if line.startswith("#")] == ["# Circle: actions", "## Open", "## Done"]
    assert "- one (nobody yet; due next time; still going; from" in text


def test_nothing_is_said_to_be_nothing() -> None:
    assert as_markdown(listed(owner="Ben")) == "# Circle: open actions, Ben\n\nNo open action belongs to Ben."
    assert as_csv(listed()) == ",".join(COLUMNS)
    assert (as_todotxt(listed()), json.loads(as_json(listed()))) == ("", [])
    assert list(icalendar.Calendar.from_ical(as_ics(listed())).walk("VTODO")) == []


@pytest.mark.parametrize("text", ["# a *b* [c](d) <e>", "- x", "1. y", "a_b_c `d`"])
def test_markdown_is_escaped(text: str) -> None:
    line = as_markdown(listed(kept(text))).split("\n")[-1]
    assert not line.startswith(f"- {text}")


def rows(listing_: Listing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(listing_))))


@pytest.mark.parametrize("text", NASTY[:6])
def test_no_cell_is_a_formula(text: str) -> None:
    circle = Circle()
    (row,) = rows(listed(kept(text), circle=circle))
    assert row["action"].startswith("'")
    assert not any(cell[:1] in "=+-@" for cell in row.values() if cell)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_a_table_holds_every_text_in_one_cell(text: str) -> None:
    (row,) = rows(listed(kept(text)))
    assert row["action"].removeprefix("'") == " ".join(text.split()).removeprefix("'")
    assert set(row) == set(COLUMNS)


def test_csv_has_days_and_ids() -> None:
    circle = Circle("ben")
    circle.say(settled(replace(ORIGIN, actions=(kept(),)), "done"), START + 3 * DAY)
    (row,) = rows(listed(kept(owners=("amina", "ben"), due="2026-12-24"), circle=circle, everything=True))
    assert row == {
        "id": "abc-1",
        "state": "done",
        "action": "Ask legal",
        "owners": "Amina, Ben",
        "owners_left": "Ben",
        "due": "2026-12-24",
        "due_next": "",
        "session": "2026-12-01-k3f9",
        "session_title": "session 7",
        "written": "2026-12-01",
        "last_said": "2026-12-04",
    }


def todo(text: str, **more: object) -> str:
    return as_todotxt(listed(kept(text, **more)))


def test_a_line_of_todo_txt() -> None:
    line = todo("Ask legal at 14:20, see https://a.example/x", owners=("amina",), due="2026-12-24")
    assert line == (
        "2026-12-01 Ask legal at 14:20, see https://a.example/x +circle @Amina due:2026-12-24 "
        "session:2026-12-01-k3f9 id:abc-1"
    )


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_people_write_is_read_as_a_sign(text: str) -> None:
    line = todo(text, owners=("amina",))
    words = line.split()
    assert words[0] == "2026-12-01", "so an x or a priority behind it means nothing"
    assert [word for word in words if word.startswith("@")] == ["@Amina"]
    assert [word for word in words if word.startswith("+") and len(word) > 1] == ["+circle"]
    assert "due:tomorrow" not in words


def test_what_is_over_is_crossed_out_with_its_day() -> None:
    circle = Circle()
    circle.say(settled(replace(ORIGIN, actions=(kept(),)), "dropped"), START + 3 * DAY)
    line = as_todotxt(listed(kept(), circle=circle, everything=True))
    assert line.startswith("x 2026-12-04 2026-12-01 Ask legal ")
    assert " state:dropped " in line


def test_json_has_what_a_program_needs() -> None:
    (record,) = json.loads(as_json(listed(kept(owners=("ben",), due_next=True), circle=Circle("ben"))))
    assert record == {
        "id": "abc-1",
        "text": "Ask legal",
        "state": "open",
        "done": False,
        "owners": ["Ben"],
        "owners_left": ["Ben"],
        "due": None,
        "due_next": True,
        "session": "2026-12-01-k3f9",
        "session_title": "session 7",
        "at": "2026-12-01T14:00:00+00:00",
        "age_days": 20,
        "said": None,
    }


# ── The calendar ────────────────────────────────────────────────────────────────────────────────────────────────────


def tasks(listing_: Listing) -> list[Any]:
    return list(icalendar.Calendar.from_ical(as_ics(listing_)).walk("VTODO"))


def test_a_task_reads_back_as_it_was_meant() -> None:
    (task,) = tasks(listed(kept("Ask; legal, \\ twice", owners=("amina",), due="2026-12-24")))
    assert task["summary"] == "Ask; legal, \\ twice (Amina)"
    assert task.decoded("due") == date(2026, 12, 24)
    assert task["status"] == "NEEDS-ACTION"
    assert task.decoded("created").astimezone(UTC).isoformat() == "2026-12-01T14:00:00+00:00"


@pytest.mark.parametrize(
    ("state", "status"), [("going", "IN-PROCESS"), ("done", "COMPLETED"), ("dropped", "CANCELLED")]
)
def test_how_far_it_is_and_that_something_was_said(state: str, status: str) -> None:
    circle = Circle()
    (before,) = tasks(listed(kept()))
    circle.say(settled(replace(ORIGIN, actions=(kept(),)), state), START + 3 * DAY)
    (after,) = tasks(listed(kept(), circle=circle, everything=True))
    assert after["status"] == status
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert ("completed" in after) == (state == "done")


def test_lines_are_folded_and_ended_as_calendars_want_it() -> None:
    text = as_ics(listed(kept("Überaus " * 30, owners=("amina",))))
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert tasks(listed(kept("Überaus " * 30)))[0]["summary"] == " ".join(["Überaus"] * 30)


def test_a_date_that_is_none_is_left_out_everywhere() -> None:
    damaged = listed(kept(due="soon"))
    assert "due" not in tasks(damaged)[0]
    assert rows(damaged)[0]["due"] == ""
    assert "due" not in as_markdown(damaged)
