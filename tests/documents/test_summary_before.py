"""The summary on what became of what was undertaken before, on who asked to be forgotten, on how the time went."""

from lcterm.core.community_events import ActionSettled, Becoming, PersonForgotten, RulesAgreed
from lcterm.documents.summary import summary
from lcterm.documents.summary_markdown import markdown
from tests.documents.befores import held_before
from tests.documents.meetings import MEMBER, Book, at, closed, planned
from tests.documents.reading import group, section

BEFORE = held_before("Ring", "amina", "Write", "ben", "Ask", "chidi", "Look", "grace", "Try", "jonas", "Old", "marek")


def said(book: Book, minutes: float, place: int, state: Becoming, due: str = "") -> None:
    one = BEFORE.actions[place]
    book.of_community(minutes, ActionSettled(session=BEFORE.session, capture=one.id, state=state, due=due))


def told(book: Book, reader: str = "group", minutes: float = 80) -> str:
    audience = {"group": "group", "sponsor": "sponsor"}[reader]
    return markdown(summary(book.meeting, at(minutes), audience, None, (BEFORE,)))  # type: ignore[arg-type]


def test_what_came_up_stands_behind_the_actions() -> None:
    book = closed()
    said(book, 10, 0, "done")
    said(book, 11, 1, "going", "2026-12-24")
    said(book, 12, 2, "dropped")
    said(book, 13, 3, "open", "2027-01-08")
    document = told(book)
    assert section(document, "From before") == [
        "- Done: Ring (Amina)",
        "- Still going: Write (Ben; due Thu 24 Dec)",
        "- Dropped: Ask (Chidi)",
        "- Put off: Look (Grace; due Fri 8 Jan)",
    ]
    assert document.index("## Actions") < document.index("## From before") < document.index("## Learning")
    assert "From before" not in told(book, "sponsor")


def test_only_what_this_session_said_counts_and_what_was_taken_back_does_not() -> None:
    book = closed()
    said(book, -30, 0, "done")  # before it
    said(book, 10, 1, "done")
    said(book, 11, 1, "open")  # taken back
    said(book, 12, 2, "going")
    said(book, 90, 2, "done")  # after it: that is the next one's to tell
    said(book, 90, 3, "dropped")
    assert section(told(book, minutes=200), "From before") == ["- Still going: Ask (Chidi)"]


def test_who_asked_to_be_forgotten_is_counted_at_the_end() -> None:
    book = closed()
    book.of_community(90, PersonForgotten(person="ben"))
    assert section(group(book.meeting), "Who was here")[0] == "- Amina, Chidi, Grace, Jonas and one more (5)"
    book.of_community(91, PersonForgotten(person="amina"))
    assert section(group(book.meeting), "Who was here")[0] == "- Chidi, Grace, Jonas and 2 more (5)"
    for person in ("chidi", "grace", "jonas", "marek"):
        book.of_community(92, PersonForgotten(person=person))
    who = section(group(book.meeting), "Who was here")
    assert who[0] == "- 5 people who asked to be forgotten (5)"
    assert who[-1] == "- Away: somebody who asked to be forgotten"


def run(*lengths: float) -> str:
    """The agenda of a session whose points, of ten minutes each, took so long."""
    book = Book({"Amina": MEMBER}, tuple(planned(f"p{n}", 10) for n in range(len(lengths))))
    now = 0.0
    book.begin(now)
    for length in lengths:
        now += length
        book.next(now)
    return "\n".join(section(group(book.meeting, now), "Agenda"))


def test_times_that_tell_nothing_are_one_line() -> None:
    assert run(0.1, 0.2, 0.1, 0.3) == "- Gone through within minutes: p0, p1, p2, p3"
    assert run(10, 9.5, 11, 10) == "- All about as long as planned: p0, p1, p2, p3"
    assert run(10, 9.5, 21, 10).splitlines()[2] == "3. p2: 21 minutes, planned 10"
    assert run(10, 10, 10).splitlines()[0] == "1. p0: 10 minutes, planned 10"


def test_the_run_of_a_session_comes_last_and_the_first_rules_once() -> None:
    book = Book({"Amina": MEMBER}, (planned("p1", 10),))
    book.begin(0)
    session = book.meeting.session.id
    book.of_community(1, RulesAgreed(rules=("One voice at a time", "Phones away"), session=session))
    book.write(2, "decision", "We meet monthly")
    document = group(book.meeting, 5)
    assert [line[3:] for line in document.splitlines() if line.startswith("## ")] == [
        "Who is here",
        "Decisions",
        "Our ground rules, agreed in this session",
        "Agenda",
    ]
    book.of_community(3, RulesAgreed(rules=("One voice at a time",), session=session))
    assert section(group(book.meeting, 5), "Our ground rules, agreed in this session") == ["- One voice at a time"]
