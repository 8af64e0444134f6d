"""`show` as lines: what a facilitator hears who cannot look at the board."""

import unicodedata

from lcterm.core.events import (
    ClockPaused,
    FloorFreed,
    ListeningChosen,
    ModeChanged,
    PersonLeft,
    PointSkipped,
    QueueClosed,
    RecordedSpeaker,
    RoundArranged,
    RoundPassed,
    Seat,
    Segment,
    SessionEnded,
    TurnsImported,
)
from lcterm.core.session import Meeting
from lcterm.documents.plain import plain_lines
from tests.documents.meetings import MEMBER, PEOPLE, POINTS, RULES, Book, at, closed, in_discussion, planned


def lines(meeting: Meeting, minutes: float, *notices: str) -> list[str]:
    return plain_lines(meeting, at(minutes), notices)


def test_a_running_session_word_for_word() -> None:
    assert lines(in_discussion().meeting, 39.5, "one file is from a newer version") == [
        "Discussion, point 3 of 6, 15 minutes left of 35 minutes.",
        "Ends 15:09, planned 15:05, 4 minutes behind.",
        "Next: Break at 14:54.",
        "Chidi has the floor, 1 minute 30 seconds.",
        "Hands up: Amina (question, 2 minutes); Grace (new point, 1 minute).",
        "Mode: queue.",
        "Housing peers, session 7: running. It is Tue 1 Dec 2026, 14:39, Europe/Berlin.",
        "Agenda, 6 points.",
        "1 Introductions: done, took 5 minutes of 5 minutes, began 14:04, planned 14:00, round.",
        "2 Presentation: done, took 10 minutes of 10 minutes, began 14:09, planned 14:05, presenter, presented by Ben.",
        "3 Discussion: now, 20 minutes of 35 minutes so far, began 14:19, planned 14:15, queue.",
        "4 Break: 14:54, planned 14:50, 10 minutes.",
        "5 How it was: 15:04, planned 15:00, 5 minutes, round.",
        "6 Close: 15:09, planned 15:05.",
        "Not heard: Jonas. Dominant: Grace.",
        "Evenness 0.43 of 1: one or two had nearly all of the talk.",
        "Nina, badge n: facilitator.",
        (
            "Amina, badge a: 1 turn, 3 minutes of talk, 15 %; even would be 25 %, 1 turn in rounds, "
            "last spoke 13 minutes ago."
        ),
        "Ben, badge b: last spoke 20 minutes ago.",
        "Chidi, badge c: has the floor now, 1 turn, 1 minute 30 seconds of talk, 8 %; even would be 25 %.",
        (
            "Grace, badge g: dominant, 77 % of the talk, 3 turns, 15 minutes of talk, even would be 25 %, "
            "1 turn in rounds, last spoke 2 minutes ago."
        ),
        "Jonas, badge j: not heard, no turn yet.",
        "Marek, badge m: away.",
        "Oskar, badge o: observer.",
        "Captures: 4, 1 action open.",
        "Learning: Say early what we cannot promise (for the group; 14:30)",
        "Action, done: Ask the council for the list (Amina, Ben; due Fri 4 Dec; for the group; 14:33)",
        "Action: Bring two letters (Grace; due next time; for the group and the sponsor; not released yet; 14:35)",
        "Note: A word with Jonas at the break (only for the facilitators; 14:36)",
        "Rule 1: What is said here stays here",
        "Rule 2: I speak for myself",
        "Notice: one file is from a newer version",
    ]


def test_over_time_paused_and_untimed_are_words() -> None:
    book = in_discussion()
    assert lines(book.meeting, 56.25)[0] == "Discussion, point 3 of 6, 2 minutes 15 seconds over its 35 minutes."
    book.add(40, ClockPaused())
    assert lines(book.meeting, 50)[0] == "Paused. Discussion, point 3 of 6, 14 minutes left of 35 minutes."
    untimed = Book({"Amina": MEMBER}, (planned("p1", 0, title="Talk"),))
    untimed.begin(0)
    assert lines(untimed.meeting, 3)[:3] == [
        "Talk, point 1 of 1, no time set, 3 minutes so far.",
        "Ends 14:03, planned 14:00, 3 minutes behind.",
        "The floor is free.",
    ]


def test_less_than_a_minute_off_is_on_time() -> None:
    book = Book({"Amina": MEMBER}, (planned("p1", 10),))
    book.begin(0.9)
    assert lines(book.meeting, 1)[1] == "Ends 14:10, planned 14:10, on time."
    early = Book({"Amina": MEMBER}, (planned("p1", 10),))
    early.begin(-2)
    assert lines(early.meeting, 1)[1] == "Ends 14:08, planned 14:10, 2 minutes ahead."


def test_a_round_tells_who_is_still_to_come() -> None:
    book = Book(PEOPLE, POINTS)
    book.begin(0)
    book.add(0, RoundArranged(point="p1", starter="amina"))
    book.talk("amina", 1, 1)
    book.add(2, RoundPassed(point="p1", person="ben"))
    told = lines(book.meeting, 3)
    assert told[3:6] == [
        "The floor is free.",
        "Still to come in the round: Chidi, Grace, Jonas, Marek, Ben; 24 seconds each.",
        "Mode: round.",
    ]


def test_a_closed_list_and_nobody_counted_are_said() -> None:
    book = in_discussion()
    book.add(39, QueueClosed(point="p3"))
    assert "Mode: queue, no new hands." in lines(book.meeting, 39.5)
    book.add(40, ModeChanged(point="p3", mode="none"))
    assert "Mode: none, nobody is counted, no new hands." in lines(book.meeting, 40)


def test_a_skipped_point_is_not_next() -> None:
    book = in_discussion()
    book.add(39, PointSkipped(point="p4"))
    told = lines(book.meeting, 39.5)
    assert told[2] == "Next: How it was at 14:54."
    assert "4 Break: skipped." in told


def test_no_marks_while_people_settle_in() -> None:
    book = Book(PEOPLE, (planned("p1", 30, "open"),))
    book.begin(0)
    told = lines(book.meeting, 14)
    assert "Voices. No marks in the first 15 minutes of talk: people are settling in." in told
    assert "Amina, badge a: no turn." in told
    assert not any("not heard" in line for line in told)
    assert "Amina, badge a: not heard, no turn yet." in lines(book.meeting, 15)


def test_who_keeps_to_listening_has_no_mark() -> None:
    book = in_discussion()
    book.add(39, ListeningChosen(person="jonas"))
    told = lines(book.meeting, 39.5)
    assert "Dominant: Grace." in told
    assert "Jonas, badge j: keeps to listening." in told


def test_before_the_start() -> None:
    book = Book(PEOPLE, POINTS[:1], rules=RULES)
    book.add(-5, PersonLeft(person="marek"))
    assert lines(book.meeting, -4) == [
        "Not started. Planned for Tue 1 Dec 2026, 14:00 to 14:05.",
        "Housing peers, session 7: planned. It is Tue 1 Dec 2026, 13:56, Europe/Berlin.",
        "Agenda, 1 point.",
        "1 Introductions: 14:00, 5 minutes, round.",
        "Expected, 7: Nina, Amina, Ben, Chidi, Grace, Jonas, Oskar.",
        "Away, 1: Marek.",
        "Nothing written down yet.",
        "Rule 1: What is said here stays here",
        "Rule 2: I speak for myself",
    ]


def test_nobody_and_nothing() -> None:
    assert lines(Book({}, (), title="", zone="No/Where").meeting, 0) == [
        "Not started. Planned for Tue 1 Dec 2026, 13:00 to 13:00.",
        "Housing peers: planned. It is Tue 1 Dec 2026, 13:00, UTC.",
        "Agenda, 0 points.",
        "Nobody has a seat yet.",
        "Nothing written down yet.",
    ]


def test_after_the_end() -> None:
    told = lines(closed().meeting, 500)
    assert told[0] == "Closed at 15:10, planned 15:05, 5 minutes late."
    assert told[1].startswith("Housing peers, session 7: closed.")
    assert "3 Discussion: done, took 40 minutes of 35 minutes, began 14:19, planned 14:15, queue." in told
    assert "Ben, badge b: heard, but not in counted talk." in told
    assert not any("ago" in line for line in told)


def test_a_point_never_reached() -> None:
    book = Book({"Amina": MEMBER}, POINTS[:1])
    book.begin(0)
    book.next(5)
    short = in_discussion()
    short.next(59)
    assert "1 Introductions: done, took 5 minutes of 5 minutes, began 14:00, round." in lines(book.meeting, 6)
    short.add(60, SessionEnded())
    assert "5 How it was: not reached, planned 15:00, 5 minutes, round." in lines(short.meeting, 61)


def test_a_recording() -> None:
    book = Book({"Amina": MEMBER}, POINTS[:1])
    book.add(
        90,
        TurnsImported(
            recording="r",
            speakers=(RecordedSpeaker(label="A", person="amina"),),
            segments=(Segment(0, 0, 61_000_000),),
            seats=(Seat(person="amina", badge="a"),),
        ),
    )
    assert lines(book.meeting, 99)[:5] == [
        "Closed. It was not run here; who spoke comes from a recording.",
        "It was planned for Tue 1 Dec 2026, 14:00 to 14:05.",
        "Housing peers, session 7: closed. It is Tue 1 Dec 2026, 15:39, Europe/Berlin.",
        "Agenda, 1 point.",
        "1 Introductions: planned 14:00, 5 minutes, round.",
    ]
    assert "Amina, badge a: 1 turn, 1 minute 1 second of talk, 100 %; even would be 100 %." in lines(book.meeting, 99)


def test_nothing_is_drawn_in_any_state() -> None:
    free = in_discussion()
    turn = free.meeting.session.turn
    free.add(39, FloorFreed(turn=turn.id if turn else ""))
    for meeting in (in_discussion().meeting, free.meeting, closed().meeting, Book(PEOPLE, POINTS).meeting):
        for line in lines(meeting, 39.5, "n"):
            assert line == line.strip() != ""
            assert not [char for char in line if unicodedata.category(char) in ("So", "Cc") or char in "─━│·►○↑↓✓–"]
