"""The summary as a document: what stands in it, in which order, in which words."""

import json

import pytest

from lcterm.core.events import (
    ClockPaused,
    ListeningChosen,
    PersonArrived,
    PersonLeft,
    PointBegan,
    PointSkipped,
    RecordedSpeaker,
    Seat,
    Segment,
    SessionEnded,
    SpokeNoted,
    TurnsImported,
)
from lcterm.core.session import Meeting
from lcterm.documents.summary import as_json, file_name, markdown, summary, text
from lcterm.documents.summary_parts import Audience
from tests.documents.meetings import MEMBER, PEOPLE, POINTS, RULES, Book, at, closed, in_discussion, planned


def group(meeting: Meeting, minutes: float = 80) -> str:
    return markdown(summary(meeting, at(minutes), "group"))


def ours(meeting: Meeting, minutes: float = 80) -> str:
    return markdown(summary(meeting, at(minutes), "facilitators"))


def section(document: str, heading: str) -> list[str]:
    """The lines under a heading."""
    parts = document.split(f"## {heading}\n\n")
    assert len(parts) == 2, f"{heading} is there {len(parts) - 1} times"
    return parts[1].split("\n\n## ")[0].strip().split("\n")


GROUP = """\
# Housing peers: session 7

Tue 1 Dec 2026, 14:04 to 15:10, planned 14:00 to 15:05 (Europe/Berlin).

## Who was here

- Amina, Ben, Chidi, Grace, Jonas (5)
- Facilitator: Nina
- Observer: Oskar
- Away: Marek

## Agenda

1. Introductions: 5 minutes, planned 5
2. Presentation (Ben): 10 minutes, planned 10
3. Discussion: 40 minutes, planned 35
4. Break: 5 minutes, planned 10
5. How it was: 4 minutes, planned 5
6. Close: 2 minutes

## Actions

- Ask the council for the list (Amina, Ben; due Fri 4 Dec; done)
- Bring two letters (Grace; due next time; also for the sponsor)

## Learning

- Say early what we cannot promise

## Feedback

- More time for the second case

## Our ground rules

- What is said here stays here
- I speak for myself

## For next time

- Grace: Bring two letters
"""


def test_the_groups_word_for_word() -> None:
    assert group(closed().meeting) == GROUP


def test_the_facilitators_adds_what_is_theirs() -> None:
    document = ours(closed().meeting)
    start, kept = document.split("## Notes, for us alone\n\n")
    warning = "For the facilitators of this session; please do not pass it on.\n\n## Who was here"
    feedback = "More time for the second case (by Jonas)"
    assert start == (
        GROUP.replace("## Who was here", warning).replace("More time for the second case", feedback) + "\n"
    )
    assert kept == (
        "- A word with Jonas at the break (14:36, Discussion)\n"
        "\n"
        "## Voices, for us alone\n"
        "\n"
        "- Turns and minutes in queue and open talk; rounds and presentations are kept apart. "
        "Something to talk about, nothing to judge by.\n"
        "- Nina: facilitator, outside the comparison\n"
        "- Amina: 1 turn, 3.0 minutes; 8 % of the talk, even would be 25 %; 1 turn in rounds; quiet\n"
        "- Ben: heard, but not in counted talk\n"
        "- Chidi: 1 turn, 21.0 minutes; 54 % of the talk, even would be 25 %\n"
        "- Grace: 3 turns, 15.0 minutes; 38 % of the talk, even would be 25 %; 1 turn in rounds\n"
        "- Jonas: 1 turn in rounds; not heard\n"
        "- Marek: away\n"
        "- Oskar: observer, outside the comparison\n"
        "- Evenness 0.56: a few had much of the talk (1 is everybody alike, 0 one voice alone)\n"
    )


def test_captures_stand_by_kind_in_the_order_that_was_settled() -> None:
    book = in_discussion()
    kinds = ("feedback", "outcome", "story", "parked", "question", "report", "learning", "action", "decision")
    for kind in kinds:
        book.write(40, kind, f"some {kind}")
    headings = [line[3:] for line in group(book.meeting).splitlines() if line.startswith("## ")]
    assert headings[2:-2] == [
        *("Decisions", "Actions", "Learning", "To report", "Questions"),
        *("Parked for later", "Stories", "Outcomes", "Feedback"),
    ]


def test_owners_dates_and_recipients_stand_behind_the_words() -> None:
    book = in_discussion()
    book.write(40, "decision", "We meet monthly")
    book.write(40, "action", "Find a room")
    book.write(40, "report", "Letters help", audience="other", to="chidi")
    book.write(40, "question", "Who tells them?", owners=("ben",), due="2026-12-12", audience="sponsor")
    document = group(book.meeting)
    assert section(document, "Decisions") == ["- We meet monthly"]
    assert section(document, "Actions")[2] == "- Find a room (no owner yet)"
    assert section(document, "To report") == ["- Letters help (also for Chidi)"]
    assert section(document, "Questions") == ["- Who tells them? (Ben; due Sat 12 Dec; also for the sponsor)"]


def test_what_is_kept_back_says_why() -> None:
    book = in_discussion()
    book.write(40, "action", "Ring the tenant", owners=("ben",), audience="room")
    book.write(40, "quote", "I was afraid", by="amina")
    book.write(40, "quote", "Never again", audience="room", by="grace")
    book.write(40, "learning", "Only us here", audience="facilitators")
    document = ours(book.meeting)
    assert section(document, "Stays in the room") == ["- Action: Ring the tenant (Ben)"]
    assert section(document, "Quotes, held back until the people agree") == [
        "- I was afraid (by Amina)",
        "- Never again (by Grace; stays in the room)",
    ]
    assert section(document, "Notes, for us alone") == [
        "- A word with Jonas at the break (14:36, Discussion)",
        "- Learning: Only us here (14:40, Discussion)",
    ]


def test_what_is_due_next_time_is_said_once_more_until_it_is_done() -> None:
    book = Book({"Amina": MEMBER, "Ben": MEMBER}, POINTS)
    book.begin(0)
    book.write(1, "action", "Bring letters", owners=("amina", "ben"), due_next=True)
    book.write(2, "question", "Who pays?", due_next=True)
    book.write(3, "action", "Not for others", due_next=True, audience="room")
    assert section(group(book.meeting), "For next time") == ["- Amina, Ben: Bring letters", "- Who pays?"]
    assert section(ours(book.meeting), "For next time") == ["- Amina, Ben: Bring letters", "- Who pays?"]


def test_feedback_does_not_show_who_spoke_by_its_order() -> None:
    book = in_discussion()
    for minute, words in ((40, "we ran late"), (41, "Good pace"), (42, "a warm room")):
        book.write(minute, "feedback", words, owners=("grace",), by="grace", audience="other", to="amina")
    told = ["- a warm room", "- Good pace", "- we ran late"]
    assert section(group(book.meeting), "Feedback") == [f"{line} (also for somebody else)" for line in told]
    assert section(ours(book.meeting), "Feedback")[0] == "- we ran late (Grace; by Grace; also for Amina)"


def test_points_that_were_not_held_say_so() -> None:
    book = in_discussion()
    book.add(40, PointSkipped(point="p4"))
    book.add(50, PointSkipped(point="p3", next="p5"))
    book.add(50.3, SessionEnded())
    assert section(group(book.meeting), "Agenda")[2:] == [
        "3. Discussion: skipped after 31 minutes",
        "4. Break: skipped",
        "5. How it was: under a minute, planned 5",
        "6. Close: not reached",
    ]


def test_who_came_late_or_left_early_was_here() -> None:
    book = Book(PEOPLE, POINTS)
    book.add(-5, PersonLeft(person="marek"))
    book.add(-5, PersonLeft(person="jonas"))
    book.begin(0)
    book.add(1, PersonLeft(person="chidi"))  # was never there: ticked off in the first minutes
    book.add(2, SpokeNoted(person="oskar"))
    book.add(3, PersonLeft(person="oskar"))
    book.next(5)
    book.next(15)
    book.add(16, PersonArrived(person="marek"))
    book.add(30, PersonLeft(person="grace"))
    book.add(31, PersonLeft(person="nina"))
    lines = section(group(book.meeting, 40), "Who is here")
    assert lines == [
        "- Amina, Ben, Grace, Marek (4)",
        "- Facilitator: Nina",
        "- Observer: Oskar",
        "- Away: Chidi, Jonas",
    ]


def test_a_session_not_held_is_a_plan() -> None:
    book = Book(PEOPLE, POINTS[:2], rules=RULES)
    book.add(-5, PersonLeft(person="marek"))
    assert group(book.meeting, 5000) == (
        "# Housing peers: session 7\n\n"
        "Tue 1 Dec 2026, planned 14:00 to 14:15 (Europe/Berlin).\n\n"
        "This session has not been held; what follows is the plan.\n\n"
        "## Who is expected\n\n"
        "- Amina, Ben, Chidi, Grace, Jonas (5)\n- Facilitator: Nina\n- Observer: Oskar\n- Away: Marek\n\n"
        "## Agenda\n\n"
        "1. Introductions: 5 minutes\n2. Presentation (Ben): 10 minutes\n\n"
        "## Our ground rules\n\n"
        "- What is said here stays here\n- I speak for myself\n"
    )
    assert "Voices" not in ours(book.meeting)


def test_a_session_that_came_from_a_recording() -> None:
    book = Book({"Amina": MEMBER, "Ben": MEMBER}, POINTS[:1])
    book.add(
        90,
        TurnsImported(
            recording="r",
            speakers=(RecordedSpeaker(label="A", person="amina"),),
            segments=(Segment(0, 0, 61_000_000),),
            seats=(Seat(person="amina", badge="a"), Seat(person="ben", badge="b")),
        ),
    )
    assert group(book.meeting) == (
        "# Housing peers: session 7\n\n"
        "Tue 1 Dec 2026, planned 14:00 to 14:05 (Europe/Berlin).\n\n"
        "No times were kept for this session.\n\n"
        "## Who was here\n\n- Amina, Ben (2)\n\n"
        "## Agenda\n\n1. Introductions: 5 minutes\n"
    )
    assert section(ours(book.meeting), "Voices, for us alone") == [
        "- Turns and minutes from a recording. Something to talk about, nothing to judge by.",
        "- Amina: 1 turn, 1.0 minutes; 100 % of the talk, even would be 50 %",
        "- Ben: not heard",
        "- Evenness 0.00: one or two had nearly all of the talk (1 is everybody alike, 0 one voice alone)",
    ]


def test_a_session_still_open_says_how_it_stood() -> None:
    book = in_discussion()
    book.add(40, ClockPaused())
    document = group(book.meeting, 41)
    assert document.split("\n\n")[1:3] == [
        "Tue 1 Dec 2026, from 14:04, planned 14:00 to 15:05 (Europe/Berlin).",
        "The session is not closed yet; this is how it stood at 14:41.",
    ]
    assert section(document, "Agenda")[2:4] == ["3. Discussion: 21 minutes so far, planned 35", "4. Break: 10 minutes"]


def test_a_session_held_on_another_day_names_both() -> None:
    book = Book({"Amina": MEMBER}, (planned("p1", 60),), zone="No/Where")
    book.begin(24 * 60)
    book.add(36 * 60, SessionEnded())
    assert group(book.meeting).split("\n\n")[1] == (
        "Wed 2 Dec 2026, 13:00 to Thu 3 Dec 2026, 01:00, planned Tue 1 Dec 2026, 13:00 to Tue 1 Dec 2026, 14:00 (UTC)."
    )


def test_a_late_start_mended_counts_from_when_it_really_began() -> None:
    book = Book({"Amina": MEMBER}, (planned("p1", 10), planned("p2", 10)))
    book.begin(5)
    book.add(6, PointBegan(point="p1", began=at(2)))
    book.next(12)
    assert section(group(book.meeting, 13), "Agenda")[0] == "1. p1: 10 minutes, planned 10"


def test_nobody_nothing_no_title() -> None:
    book = Book({}, (), title="")
    assert group(book.meeting) == (
        "# Housing peers\n\n"
        "Tue 1 Dec 2026, planned 14:00 to 14:00 (Europe/Berlin).\n\n"
        "This session has not been held; what follows is the plan.\n"
    )


def test_a_title_with_the_communitys_name_is_not_doubled() -> None:
    book = Book({}, (), title="Winter evening of the housing peers")
    assert group(book.meeting).startswith("# Winter evening of the housing peers\n")


def test_listening_is_said_and_not_marked() -> None:
    book = closed()
    listening = Book({"Amina": MEMBER, "Ben": MEMBER}, (planned("p1", 30),))
    listening.begin(0)
    listening.add(1, ListeningChosen(person="ben"))
    listening.talk("amina", 2, 20)
    assert section(ours(listening.meeting, 30), "Voices, for us alone")[1:3] == [
        "- Amina: 1 turn, 20.0 minutes; 100 % of the talk, even would be 50 %",
        "- Ben: kept to listening",
    ]
    assert "kept to listening" not in ours(book.meeting)


def test_text_is_wrapped_at_72_cells() -> None:
    book = closed()
    book.write(
        71, "decision", "We write to the council every month, in plain words, and say what we have heard from them"
    )
    document = text(summary(book.meeting, at(80), "group"))
    assert document.startswith(
        "Housing peers: session 7\n\n"
        "Tue 1 Dec 2026, 14:04 to 15:10, planned 14:00 to 15:05 (Europe/Berlin).\n\n"
        "Who was here\n- Amina, Ben, Chidi, Grace, Jonas (5)\n"
    )
    assert (
        "\n\nAgenda\n 1. Introductions: 5 minutes, planned 5\n 2. Presentation (Ben): 10 minutes, planned 10\n"
    ) in document
    assert (
        "\n\nDecisions\n"
        "- We write to the council every month, in plain words, and say what we\n"
        "  have heard from them\n\nActions\n"
    ) in document
    assert document.endswith("\n\nFor next time\n- Grace: Bring two letters\n")


def test_json_holds_the_same() -> None:
    told = json.loads(as_json(summary(closed().meeting, at(80), "facilitators")))
    assert (told["reader"], told["standing"], told["zone"]) == ("facilitators", "closed", "Europe/Berlin")
    assert (told["started"], told["ended"]) == ("2026-12-01T14:04:00+01:00", "2026-12-01T15:10:00+01:00")
    assert told["here"][0] == {"name": "Nina", "role": "facilitator"}
    assert told["away"] == ["Marek"]
    assert told["agenda"][2] == {
        "number": 3,
        "title": "Discussion",
        "presenters": [],
        "planned_minutes": 35,
        "actual_minutes": 40.0,
        "status": "done",
    }
    assert [one["heading"] for one in told["captures"]] == ["Actions", "Learning", "Feedback"]
    assert told["captures"][0]["items"][1] == {
        "kind": "action",
        "text": "Bring two letters",
        "owners": ["Grace"],
        "due": None,
        "due_next": True,
        "done": False,
        "audience": "sponsor",
        "to": None,
        "by": None,
        "at": "2026-12-01T14:35:00+01:00",
        "point": "Discussion",
    }
    assert [one["heading"] for one in told["kept_back"]] == ["Notes, for us alone"]
    assert (told["voices"]["evenness"], told["voices"]["meaning"]) == (0.558044, "a few had much of the talk")
    assert [one["name"] for one in told["voices"]["people"] if one["mark"]] == ["Amina", "Jonas"]


def test_json_for_the_group_has_no_key_for_what_is_not_theirs() -> None:
    told = json.loads(as_json(summary(closed().meeting, at(80), "group")))
    assert {"voices", "kept_back"} & set(told) == set()
    assert {"at": None, "point": None, "by": None}.items() <= told["captures"][2]["items"][0].items()


@pytest.mark.parametrize(
    ("session", "reader", "form", "name"),
    [
        ("2026-12-01-k3f9", "group", "md", "2026-12-01-k3f9-summary-group.md"),
        ("2026-12-01-k3f9", "facilitators", "text", "2026-12-01-k3f9-summary-facilitators.txt"),
        ("NUL.txt", "group", "json", "nul-txt-summary-group.json"),
        ("../a:b\\c?*", "group", "md", "a-b-c-summary-group.md"),
        ("…", "group", "md", "session-summary-group.md"),
        ("a" * 300, "group", "md", "a" * 64 + "-summary-group.md"),
    ],
)
def test_file_names_are_safe_everywhere(session: str, reader: Audience, form: str, name: str) -> None:
    assert file_name(session, reader, form) == name  # type: ignore[arg-type]
