"""A session has a summary whatever became of it: held, running, cut short, never held, taken from a recording."""

from lcterm.core.digest import digest
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
from tests.documents.meetings import MEMBER, PEOPLE, POINTS, RULES, Book, at, closed, in_discussion, planned
from tests.documents.reading import group, ours, section


def test_points_that_were_not_held_say_so() -> None:
    book = in_discussion()
    book.add(40, PointSkipped(point="p4"))
    book.add(50, PointSkipped(point="p3", next="p5"))
    book.add(50.3, SessionEnded())
    assert section(group(book.meeting), "Agenda")[2:] == [
        "3. Discussion: skipped after 31 minutes",
        "4. Break: skipped",
        "5. How it was: under a minute, planned 5",
        "6. Close: skipped",
    ]


def test_what_nobody_missed_is_counted_as_missed_by_neither_summary_nor_report() -> None:
    book = Book(PEOPLE, POINTS)
    book.begin(0)
    book.add(10, SessionEnded())
    missed = [one.title for one in digest(book.meeting.session).unreached]
    told = section(group(book.meeting), "Agenda")
    assert missed == ["Presentation", "Discussion", "How it was"]
    assert [line[3 : 3 + len(title)] for line, title in zip((told[1], told[2], told[4]), missed, strict=True)] == missed
    assert [line.endswith(": not reached") for line in told] == [False, True, True, False, True, False]
    assert "4. Break: skipped" in told


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
        "- Amina: 1 turn, 1 minute; 100 % of the talk, even would be 50 %",
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


def test_a_session_held_on_another_day_has_the_plan_of_that_day() -> None:
    book = Book({"Amina": MEMBER}, (planned("p1", 60),), zone="No/Where")
    book.begin(24 * 60)
    book.add(36 * 60, SessionEnded())
    assert group(book.meeting).split("\n\n")[1] == (
        "Wed 2 Dec 2026, 13:00 to Thu 3 Dec 2026, 01:00, planned 13:00 to 14:00 (UTC)."
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
        "- Amina: 1 turn, 20 minutes; 100 % of the talk, even would be 50 %",
        "- Ben: kept to listening",
    ]
    assert "kept to listening" not in ours(book.meeting)
