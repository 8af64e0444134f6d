"""The summary as a document: what stands in it, in which order, in which words."""

from lcterm.core.events import CaptureDone, CaptureKind
from tests.documents.meetings import MEMBER, POINTS, Book, closed, in_discussion
from tests.documents.reading import group, ours, section

GROUP = """\
# Housing peers: session 7

Tue 1 Dec 2026, 14:04 to 15:10, planned 14:00 to 15:05 (Europe/Berlin).

## Who was here

- Amina, Ben, Chidi, Grace, Jonas (5)
- Facilitator: Nina
- Observer: Oskar
- Away: Marek

## Actions

- Ask the council for the list (Amina, Ben; due Fri 4 Dec; done)
- Bring two letters (Grace; due next time; for the sponsor once we release it)

## Learning

- Say early what we cannot promise

## Feedback

- More time for the second case

## Our ground rules

- What is said here stays here
- I speak for myself

## For next time

- Grace: Bring two letters

## Agenda

1. Introductions: 5 minutes, planned 5
2. Presentation (Ben): 10 minutes, planned 10
3. Discussion: 40 minutes, planned 35
4. Break: 5 minutes, planned 10
5. How it was: 4 minutes, planned 5
6. Close: 2 minutes
"""


def test_the_groups_word_for_word() -> None:
    assert group(closed().meeting) == GROUP


def test_the_facilitators_adds_what_is_theirs() -> None:
    document = ours(closed().meeting)
    start, kept = document.split("## Notes, for us alone\n\n")
    warning = "For the facilitators of this session; please do not pass it on.\n\n## Who was here"
    assert start == GROUP.replace("## Who was here", warning) + "\n"
    assert kept == (
        "- A word with Jonas at the break (14:36, Discussion)\n"
        "\n"
        "## Voices, for us alone\n"
        "\n"
        "- Turns and minutes in queue and open talk; rounds and presentations are kept apart. "
        "Something to talk about, nothing to judge by.\n"
        "- Nina: facilitator, outside the comparison\n"
        "- Amina: 1 turn, 3 minutes; 8 % of the talk, even would be 25 %; 1 turn in rounds; quiet\n"
        "- Ben: heard, but not in counted talk\n"
        "- Chidi: 1 turn, 21 minutes; 54 % of the talk, even would be 25 %\n"
        "- Grace: 3 turns, 15 minutes; 38 % of the talk, even would be 25 %; 1 turn in rounds\n"
        "- Jonas: 1 turn in rounds; not heard\n"
        "- Marek: away\n"
        "- Oskar: observer, outside the comparison\n"
        "- Evenness 0.56: a few had much of the talk (1 is everybody alike, 0 one voice alone)\n"
    )


def test_captures_stand_by_kind_in_the_order_that_was_settled() -> None:
    book = in_discussion()
    kinds: tuple[CaptureKind, ...] = (
        *("feedback", "outcome", "story", "parked", "question"),
        *("report", "learning", "action", "decision"),
    )
    for kind in kinds:
        book.write(40, kind, f"some {kind}")
    headings = [line[3:] for line in group(book.meeting).splitlines() if line.startswith("## ")]
    assert headings[1:-3] == [
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
    assert section(document, "To report") == ["- Letters help (for Chidi once we release it)"]
    assert section(document, "Questions") == [
        "- Who tells them? (Ben; due Sat 12 Dec; for the sponsor once we release it)"
    ]


def test_what_is_kept_back_says_why() -> None:
    book = in_discussion()
    book.write(40, "action", "Ring the tenant", owners=("ben",), audience="room")
    book.write(40, "quote", "I was afraid", owners=("amina",))
    book.write(40, "quote", "Never again", audience="room", by="grace")
    book.write(40, "learning", "Only us here", audience="facilitators")
    document = ours(book.meeting)
    assert section(document, "Stays in the room") == ["- Action: Ring the tenant (Ben)"]
    assert section(document, "Quotes, held back until the people agree") == [
        "- I was afraid (Amina)",
        "- Never again (Grace; stays in the room)",
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
    book.add(5, CaptureDone(capture=book.write(4, "action", "Done by now", due_next=True)))
    assert section(group(book.meeting), "For next time") == ["- Amina, Ben: Bring letters", "- Who pays?"]
    assert section(ours(book.meeting), "For next time") == ["- Amina, Ben: Bring letters", "- Who pays?"]


def test_feedback_does_not_show_who_spoke_by_its_order() -> None:
    book = in_discussion()
    for minute, words in ((40, "we ran late"), (41, "Good pace"), (42, "a warm room")):
        book.write(minute, "feedback", words, owners=("grace",), by="grace", audience="other", to="amina")
    told = ["- a warm room", "- Good pace", "- we ran late"]
    assert section(group(book.meeting), "Feedback") == [
        f"{line} (for somebody else once we release it)" for line in told
    ]
    assert section(ours(book.meeting), "Feedback")[0] == "- we ran late (Grace; for Amina once we release it)"
