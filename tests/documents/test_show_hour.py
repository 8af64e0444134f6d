"""`show` of all that the hour can hold, as JSON and as lines: short questions, kinds, limits, pairs, the line, care,
the seat, what was agreed."""

from typing import Any

from lcterm.core.events import (
    CaptureReleased,
    CaptureStruck,
    ClockPaused,
    FacilitationPassed,
    FloorLent,
    KindsSorted,
    ModeChanged,
    PairsDrawn,
    PairsSwapped,
    PlaceMarked,
    PointFixed,
    PointMended,
    QuoteAgreed,
    RoomShown,
    TurnLimitSet,
)
from lcterm.documents.plain import plain_lines
from lcterm.documents.record import session_record
from tests.documents.meetings import PEOPLE, POINTS, Book, at, in_discussion, planned


def record(book: Book, minutes: float = 39.5) -> dict[str, Any]:
    return session_record(book.meeting, at(minutes), [])


def lines(book: Book, minutes: float = 39.5) -> list[str]:
    return plain_lines(book.meeting, at(minutes), [])


def test_a_short_question() -> None:
    book = in_discussion()
    turn = book.meeting.session.turn
    book.add(39, FloorLent(person="amina", turn=turn.id if turn else ""))
    floor = record(book)["floor"]
    assert (floor["speaking"]["name"], floor["interrupted"]) == ("Amina", {"name": "Chidi"})
    assert lines(book)[3:5] == ["Amina asks a short question, 30 seconds.", "Then Chidi goes on, 1 minute so far."]


def test_kinds_and_a_limit() -> None:
    book = in_discussion()
    book.add(39, KindsSorted())
    book.add(39, TurnLimitSet(seconds=60))
    floor = record(book)["floor"]
    assert (floor["by_kind"], floor["turn_limit_seconds"]) == (True, 60)
    assert lines(book)[3:6] == [
        "Chidi has the floor, 1 minute 30 seconds; a turn may take 1 minute.",
        "Hands up, by kind: Amina (question, 2 minutes); Grace (new point, 1 minute).",
        "Mode: queue.",
    ]
    quiet = Book(PEOPLE, POINTS)
    quiet.begin(0)
    quiet.add(1, ModeChanged(point="p1", mode="queue"))
    quiet.add(1, KindsSorted())
    quiet.add(1, TurnLimitSet(seconds=120))
    assert "Mode: queue, hands by kind, 2 minutes a turn." in lines(quiet, 2)


def test_pairs() -> None:
    book = in_discussion()
    assert record(book)["floor"]["pairs"] == []
    book.add(39, ModeChanged(point="p3", mode="pairs"))
    book.add(39, PairsDrawn(point="p3", groups=(("amina", "ben"), ("chidi", "grace", "jonas"))))
    assert record(book)["floor"]["pairs"] == [["Amina", "Ben"], ["Chidi", "Grace", "Jonas"]]
    assert "Pairs: Amina and Ben; Chidi, Grace and Jonas." in lines(book)
    book.add(39, PairsSwapped(point="p3", swap=1))
    assert "Pairs: Amina and Ben; Chidi, Grace and Jonas. Swapped once." in lines(book)
    book.add(39, PairsSwapped(point="p3", swap=2))
    assert "Pairs: Amina and Ben; Chidi, Grace and Jonas. Swapped 2 times." in lines(book)
    alone = Book({"Amina": ("member",)}, (planned("p1", 5, "pairs"),))
    alone.begin(0)
    assert "No pairs are drawn yet." in lines(alone, 1)


def test_the_line() -> None:
    book = Book(PEOPLE, POINTS)
    book.add(-5, PlaceMarked(person="jonas", place="line"))
    assert "Expected, 8: Nina, Amina, Ben, Chidi, Grace, Jonas (on the line), Marek, Oskar." in lines(book, -4)
    book.begin(0)
    book.add(1, PlaceMarked(person="ben", place="line"))
    book.add(2, PlaceMarked(person="ben", place="dropped"))
    places = {one["name"]: one["place"] for one in record(book, 3)["voices"]}
    assert (places["Amina"], places["Jonas"], places["Ben"]) == ("room", "line", "dropped")
    assert "Ben, badge b: the line has dropped." in lines(book, 3)
    assert "Jonas, badge j: on the line." in lines(book, 3)


def test_care_and_the_room_screen() -> None:
    book = in_discussion()
    assert (record(book)["care"], record(book)["room"]) == (False, "question")
    book.add(39, PointMended(point="p3", sums_up=True, clock_hidden=True))
    book.add(39, RoomShown(point="p3", show="captures"))
    assert record(book)["room"] == "captures"
    assert record(book)["agenda"][2]["sums_up"] is True
    told = lines(book)
    assert {"The room reads the group's captures.", "The room sees no clock at this point."} <= set(told)
    assert any(line.endswith("planned 14:15, queue, the group sums up here.") for line in told)
    book.add(39, ClockPaused(care=True))
    assert record(book)["care"] is True
    told = lines(book)
    assert told[0].startswith("Paused with care. Discussion, point 3 of 6, ")
    assert "The room screen shows a calm page." in told


def test_a_fixed_point() -> None:
    book = in_discussion()
    book.add(39, PointFixed(point="p4", starts=at(60)))
    assert [point["fixed"] for point in record(book)["agenda"]][2:5] == [None, "2026-12-01T15:00:00+01:00", None]
    assert "4 Break: 15:00, fixed at 15:00, planned 14:50, 10 minutes." in lines(book)


def test_the_seat_passes_and_notes_stay_behind() -> None:
    book = in_discussion()
    book.add(39, FacilitationPassed(person="ben"))
    book.write(39, "note", "A note of Ben's", audience="facilitators")
    assert record(book)["facilitating"] == "Ben"
    assert "Ben holds the facilitator's seat." in lines(book)
    told = [one["text"] for one in record(book)["captures"]]
    assert "A note of Ben's" in told
    assert "A word with Jonas at the break" not in told
    assert not any("Jonas at the break" in line for line in lines(book))
    book.add(39, FacilitationPassed(person=""))
    told = [one["text"] for one in record(book)["captures"]]
    assert "A note of Ben's" not in told
    assert "A word with Jonas at the break" in told
    assert record(book)["facilitating"] is None


def test_what_was_agreed_and_what_was_struck() -> None:
    book = in_discussion()
    quote = book.write(39, "quote", "I was afraid", by="amina")
    report = book.write(39, "report", "Letters help", audience="sponsor")
    gone = book.write(39, "learning", "Take this back")
    states = {one["id"]: (one["agreed"], one["released"]) for one in record(book)["captures"]}
    assert (states[quote], states[report]) == ((False, False), (False, False))
    assert "Quote: I was afraid (for the group; waits for Amina's yes; 14:39)" in lines(book)
    assert "Report: Letters help (for the group and the sponsor; not released yet; 14:39)" in lines(book)
    book.add(39.2, QuoteAgreed(capture=quote))
    book.add(39.2, CaptureReleased(capture=report))
    book.add(39.2, CaptureStruck(capture=gone))
    states = {one["id"]: (one["agreed"], one["released"]) for one in record(book)["captures"]}
    assert (states[quote], states[report]) == ((True, False), (False, True))
    assert gone not in states
    assert "Quote: I was afraid (for the group; Amina said yes; 14:39)" in lines(book)
    assert "Report: Letters help (for the group and the sponsor; released; 14:39)" in lines(book)
    assert not any("Take this back" in line for line in lines(book))


def test_the_next_session_is_told_where_it_is_known() -> None:
    following = Book(PEOPLE, POINTS).meeting.session
    told = session_record(in_discussion().meeting, at(39.5), [], following)["next"]
    assert told == {"starts": "2026-12-01T14:00:00+01:00", "place": None, "presenters": ["Ben"]}
