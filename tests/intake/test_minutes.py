"""Minutes as people write them down; what they propose, and what they do not."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.captures import read_line, write_line
from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.intake.files import Skipped
from lcterm.intake.minutes import MINUTES_BYTES, PROPOSED_MAX, Proposed, ReadMinutes, read_minutes
from tests.core.builder import Table

DAY = date(2026, 12, 1)
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FOLDERS = ("minutes", "agendas", "nasty", "members")
OTHERS = sorted(path for folder in FOLDERS for path in (SHARED / folder).rglob("*") if path.is_file())
TABLE = Table(names=("Amina", "Ben", "Chidi", "Dorota Berg"))
NOTHING = "nothing from here on is marked"


def read(text: str | bytes, table: Table = TABLE, **given_names: str) -> ReadMinutes:
    data = text.encode() if isinstance(text, str) else text
    return read_minutes(data, "minutes.md", table.meeting, DAY, given_names)


def lines(text: str, table: Table = TABLE) -> list[str]:
    """The proposals as capture lines."""
    return [write_line(one.words, known(table.meeting)) for one in read(text, table).proposed]


def refusal(text: str | bytes) -> str:
    """Why they are refused, which must be one line; "" where they are read."""
    try:
        read(text)
    except Refused as refused:
        reason = refused.reason
    else:
        return ""
    assert reason
    assert "\n" not in reason
    return reason


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("ACTION: Amina to send the notes", "a Send the notes @a"),
        ("ACTION: send the notes", "a Send the notes"),
        ("Action Item: @amina, @ben book the room", "a Book the room @a @b"),
        ("Action items: look at it", "a Look at it"),
        ("ACTION on Amina: send the notes", "a Send the notes @a"),
        ("Action Ben: do the same", "a Do the same @b"),
        ("ACTION (Amina, Ben) - send the notes", "a Send the notes @a @b"),
        ("ACTION Amina to send the notes", "a Send the notes @a"),
        ("AI -- Ben to reach out", "a Reach out @b"),
        ("AI: Ben", "a Ben"),
        ("TODO: buy biscuits (Chidi)", "a Buy biscuits @c"),
        ("- [ ] Buy biscuits — Chidi", "a Buy biscuits @c"),
        ("* **ACTION:** *Amina* will send it", "a Send it @a"),
        ("<amina> action : foo do this, too", "a Foo do this, too"),
        ("> 3. ACTION: see [the page](https://example.org)", "a See the page"),
        ("DECISION: we meet monthly", "d We meet monthly"),
        ("Resolved: Publish this.", "d Publish this."),
        ("AGREED - phones stay outside", "d Phones stay outside"),
        ("RESOLUTION: keep the hour", "d Keep the hour"),
        ("Open question: who moderates?", "q Who moderates?"),
        ("PARKED: the budget", "p The budget"),
        ("We talked. ACTION: Ben to write.", "a Write. @b"),
    ],
)
def test_a_marked_line_is_proposed(line: str, proposed: str) -> None:
    assert lines(line) == [proposed]


@pytest.mark.parametrize(
    "line",
    [
        "action-20: look at the documentation.",
        "The action was brought to an end",
        "Action item followup",
        "We agreed to disagree",
        "ai generated: no",
        "- an ordinary line",
        "https://example.org/action:x",
        "## Decision making",
    ],
)
def test_an_ordinary_line_is_not(line: str) -> None:
    assert NOTHING in refusal(line)


@pytest.mark.parametrize(
    ("end", "due"),
    [
        ("by Friday", "^2026-12-04"),
        ("(due 12 Dec)", "^2026-12-12"),
        ("by 2027-01-03.", "^2027-01-03"),
        ("^12 Dec", "^2026-12-12"),
        ("before the next meeting", "^next"),
        ("by next session", "^next"),
    ],
)
def test_a_date_at_the_end_is_when_it_is_due(end: str, due: str) -> None:
    assert lines(f"ACTION: Amina to send it {end}") == [f"a Send it @a {due}"]


def test_a_date_that_can_be_two_days_stays_in_the_words() -> None:
    assert lines("ACTION: send it by 5/12") == ["a Send it by 5/12"]
    assert lines("ACTION: stand by the door") == ["a Stand by the door"]


# ── Sections ────────────────────────────────────────────────────────────────────────────────────────────────────────

SECTIONS = """\
# Notes
Somebody said something.

## Action items
- Amina to send the notes
    - and a remark about it
- [x] Ben booked the room
- Chidi to call (done)
- Dorota Berg:
    - write to the council
    - ask the tenants

## Other things
- this is no action

**Decisions**

1. We meet monthly
2. Cases come with a question

Talk after it.
* Next steps
    * Ben looks for a room
* Lunch
"""


def test_what_stands_under_a_heading_is_proposed_and_what_follows_is_not() -> None:
    assert lines(SECTIONS) == [
        "a Send the notes @a",
        "a Write to the council @d",
        "a Ask the tenants @d",
        "d We meet monthly",
        "d Cases come with a question",
        "a Ben looks for a room",
    ]
    assert read(SECTIONS).remarks == (Skipped(7, "done already, left out"), Skipped(8, "done already, left out"))


def test_items_without_bullets_end_with_their_paragraph() -> None:
    assert lines("Actions:\nAmina to send it\nBen to book it\n\nThat was all.") == ["a Send it @a", "a Book it @b"]


def test_what_is_in_a_fence_is_no_line_of_minutes() -> None:
    assert NOTHING in refusal("```\nACTION: echo\n```\n")


def test_each_proposal_names_its_line_and_none_comes_twice() -> None:
    found = read("ACTION: one\n\nACTION: two\nAction: ONE\n").proposed
    assert [(one.line, one.words.text) for one in found] == [(1, "One"), (3, "Two")]


# ── Whose ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_name_that_is_only_like_one_is_asked_about_and_stays_in_the_words() -> None:
    (one,) = read("ACTION: Dorota to write it").proposed
    assert one.words == Words(kind="action", text="Dorota to write it")
    assert [(maybe.name, maybe.people) for maybe in one.maybe] == [("Dorota", ("dorota berg",))]
    assert one.guessed.owners == ("dorota berg",)


def test_a_name_said_by_hand_is_that_person() -> None:
    (one,) = read("ACTION: Dorota to write it", dorota="dorota berg").proposed
    assert (one.words.text, one.words.owners, one.maybe) == ("Write it", ("dorota berg",), ())


def test_a_name_of_nobody_stays_in_the_words() -> None:
    assert lines("ACTION on Zoe: write it\nJonas to write more\nACTION: Jonas to write more") == [
        "a Zoe: write it",
        "a Jonas to write more",
    ]


# ── What stands already, and bad files ──────────────────────────────────────────────────────────────────────────────


def test_what_is_written_down_already_is_told() -> None:
    table = Table()
    table.do(WriteCapture(Words(kind="decision", text="we meet  monthly".replace("  ", " "))))
    found = read("DECISION: We meet monthly\nACTION: We meet monthly", table).proposed
    assert [(one.words.kind, one.stands) for one in found] == [("decision", True), ("action", False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "minutes.md, line 1: nothing"),
        (b"\x00\x01\x02" * 50, "is not text"),
        (b"%PDF-1.4", "a PDF"),
        (b"a" * (MINUTES_BYTES + 1), "longer than 1 MiB"),
        ("\n".join(f"ACTION: thing {number}" for number in range(PROPOSED_MAX + 1)), f"line {PROPOSED_MAX + 1}: more"),
    ],
)
def test_what_is_amiss_is_said(text: str | bytes, said: str) -> None:
    assert said in refusal(text)


def test_what_cannot_be_a_capture_is_named() -> None:
    found = read(f"ACTION: {'x' * 1001}\n{'y' * 4001}\nACTION: fine")
    assert [one.line for one in found.remarks] == [1, 2]
    assert [one.words.text for one in found.proposed] == ["Fine"]


def holds(one: Proposed) -> bool:
    """Whether it reads as it stands, mended on a line."""
    people = known(TABLE.meeting)
    return read_line(write_line(one.words, people), people, DAY).words.kind == one.words.kind


@given(
    st.text(max_size=80), st.sampled_from(["ACTION: ", "- [ ] ", "AI -- ", "Actions:\n- ", "RESOLVED: ", "ACTION on "])
)
def test_any_text_is_read_or_refused_in_one_line(text: str, mark: str) -> None:
    if not refusal(mark + text):
        found = read(mark + text)
        assert all(holds(one) for one in found.proposed)
        assert all(one.words.text.isprintable() for one in found.proposed)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_other_peoples_files_are_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for part in (data, data[: len(data) // 2], data[len(data) // 3 :]):
        refusal(part)


@pytest.mark.skipif(not OTHERS, reason="needs ../shared/data")
@pytest.mark.parametrize(
    ("name", "actions", "decisions"),
    [
        ("w3c-scribe/actions-01.test", 4, 0),
        ("w3c-scribe/resolution-01.test", 0, 2),
        ("rust-lang/2020-01-09.md", 12, 0),
        ("rust-lang/2020-07-20.md", 1, 0),
    ],
)
def test_in_minutes_of_others_what_they_mark_is_found(name: str, actions: int, decisions: int) -> None:
    found = read((SHARED / "minutes" / name).read_bytes()).proposed
    kinds = [one.words.kind for one in found]
    assert (kinds.count("action"), kinds.count("decision")) == (actions, decisions)
