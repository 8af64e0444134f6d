"""The record of `show --json`: its keys and what stands in them."""

import json

from lcterm.core.events import (
    ListeningChosen,
    PersonLeft,
    PointExtended,
    PointReturned,
    PointSkipped,
    QueueClosed,
    RecordedSpeaker,
    Seat,
    Segment,
    TurnsImported,
)
from lcterm.documents.record import encode, session_record
from tests.documents.meetings import MEMBER, PEOPLE, POINTS, RULES, Book, at, closed, in_discussion, planned


def test_keys_are_those_of_the_contract_in_its_order() -> None:
    record = session_record(in_discussion().meeting, at(39.5), [])
    assert list(record) == [
        *("community", "session", "title", "status", "planned_start", "planned_end", "started", "expected_end"),
        *("ended", "drift_seconds", "agenda", "floor", "voices", "evenness", "captures", "rules", "next", "notices"),
        *("facilitating", "room", "care", "deciding"),
    ]
    assert list(record["agenda"][0]) == [
        *("n", "title", "mode", "presenters", "planned_minutes", "planned_start", "status", "started", "ended"),
        *("actual_seconds", "remaining_seconds", "fixed", "sums_up"),
    ]
    assert list(record["voices"][0]) == [
        *("name", "badge", "roles", "present", "turns", "seconds", "share", "expected_share", "round_turns"),
        *("last_spoke", "status", "listening", "place"),
    ]
    assert list(record["captures"][0]) == [
        *("id", "kind", "text", "owners", "due", "due_next", "audience", "to", "by", "at", "point", "done"),
        *("released", "agreed"),
    ]


def test_a_running_session() -> None:
    record = session_record(in_discussion().meeting, at(39.5), ["a file is newer"])
    heads = {key: value for key, value in record.items() if not isinstance(value, list | dict)}
    assert heads == {
        "community": "Housing peers",
        "session": "2026-12-01-k3f9",
        "title": "session 7",
        "status": "running",
        "planned_start": "2026-12-01T14:00:00+01:00",
        "planned_end": "2026-12-01T15:05:00+01:00",
        "started": "2026-12-01T14:04:00+01:00",
        "expected_end": "2026-12-01T15:09:00+01:00",
        "ended": None,
        "drift_seconds": 240,
        "evenness": 0.426914,
        "facilitating": None,
        "room": "question",
        "care": False,
        "deciding": None,
    }
    assert record["rules"] == ["What is said here stays here", "I speak for myself"]
    assert record["next"] == {"starts": None, "place": None, "presenters": []}
    assert record["notices"] == ["a file is newer"]
    assert record["floor"] == {
        "mode": "queue",
        "speaking": {"name": "Chidi", "since": "2026-12-01T14:38:00+01:00"},
        "queue": [
            {"name": "Amina", "kind": "question", "since": "2026-12-01T14:37:00+01:00"},
            {"name": "Grace", "kind": "point", "since": "2026-12-01T14:38:00+01:00"},
        ],
        "open": True,
        "by_kind": False,
        "turn_limit_seconds": 0,
        "interrupted": None,
        "pairs": [],
    }


def test_points_tell_plan_and_course() -> None:
    book = in_discussion()
    book.add(39, PointExtended(point="p3", minutes=2.5))
    book.add(39, QueueClosed(point="p3"))
    book.add(39, PointSkipped(point="p4"))
    record = session_record(book.meeting, at(39.5), [])
    assert record["agenda"][1:5] == [
        {
            "n": 2,
            "title": "Presentation",
            "mode": "presenter",
            "presenters": ["Ben"],
            "planned_minutes": 10,
            "planned_start": "2026-12-01T14:05:00+01:00",
            "status": "done",
            "started": "2026-12-01T14:09:00+01:00",
            "ended": "2026-12-01T14:19:00+01:00",
            "actual_seconds": 600.0,
            "remaining_seconds": None,
            "fixed": None,
            "sums_up": False,
        },
        {
            "n": 3,
            "title": "Discussion",
            "mode": "queue",
            "presenters": [],
            "planned_minutes": 35,
            "planned_start": "2026-12-01T14:15:00+01:00",
            "status": "running",
            "started": "2026-12-01T14:19:00+01:00",
            "ended": None,
            "actual_seconds": 1230.0,
            "remaining_seconds": 1020.0,
            "fixed": None,
            "sums_up": False,
        },
        {
            "n": 4,
            "title": "Break",
            "mode": "none",
            "presenters": [],
            "planned_minutes": 10,
            "planned_start": "2026-12-01T14:50:00+01:00",
            "status": "skipped",
            "started": None,
            "ended": None,
            "actual_seconds": None,
            "remaining_seconds": None,
            "fixed": None,
            "sums_up": False,
        },
        {
            "n": 5,
            "title": "How it was",
            "mode": "round",
            "presenters": [],
            "planned_minutes": 5,
            "planned_start": "2026-12-01T15:00:00+01:00",
            "status": "ahead",
            "started": None,
            "ended": None,
            "actual_seconds": None,
            "remaining_seconds": None,
            "fixed": None,
            "sums_up": False,
        },
    ]
    assert record["floor"]["open"] is False


def test_a_point_that_was_gone_back_from_has_not_begun() -> None:
    book = in_discussion()
    book.add(39, PointReturned(point="p3", to="p2"))
    point = session_record(book.meeting, at(39.5), [])["agenda"][2]
    assert (point["status"], point["started"], point["ended"], point["actual_seconds"]) == ("ahead", None, None, None)


def test_voices_with_their_status() -> None:
    book = in_discussion()
    book.add(39, ListeningChosen(person="jonas"))
    told = {one["name"]: one for one in session_record(book.meeting, at(39.5), [])["voices"]}
    assert list(told) == list(PEOPLE)
    assert told["Grace"] == {
        "name": "Grace",
        "badge": "g",
        "roles": ["member"],
        "present": True,
        "turns": 3,
        "seconds": 900.0,
        "share": 0.769230769,
        "expected_share": 0.25,
        "round_turns": 1,
        "last_spoke": "2026-12-01T14:37:00+01:00",
        "status": "dominant",
        "listening": False,
        "place": "room",
    }
    assert told["Chidi"]["last_spoke"] == "2026-12-01T14:39:30+01:00"
    assert {name: one["status"] for name, one in told.items()} == {
        "Nina": "uncounted",
        "Amina": "balanced",
        "Ben": "balanced",
        "Chidi": "quiet",
        "Grace": "dominant",
        "Jonas": "not heard",
        "Marek": "uncounted",
        "Oskar": "uncounted",
    }
    assert (told["Marek"]["present"], told["Jonas"]["listening"]) == (False, True)


def test_captures_name_people_and_points() -> None:
    book = Book({"Amina": MEMBER, "Ben": MEMBER}, POINTS)
    early = book.write(-30, "question", "Is the room free?", by="ben")
    book.begin(0)
    late = book.write(1, "action", "Ask", owners=("amina", "gone"), due_next=True, audience="other", to="ben", by="lap")
    assert session_record(book.meeting, at(2), [])["captures"] == [
        {
            "id": early,
            "kind": "question",
            "text": "Is the room free?",
            "owners": [],
            "due": None,
            "due_next": False,
            "audience": "group",
            "to": None,
            "by": "Ben",
            "at": "2026-12-01T13:30:00+01:00",
            "point": None,
            "done": False,
            "released": False,
            "agreed": False,
        },
        {
            "id": late,
            "kind": "action",
            "text": "Ask",
            "owners": ["Amina", "someone"],
            "due": None,
            "due_next": True,
            "audience": "other",
            "to": "Ben",
            "by": None,
            "at": "2026-12-01T14:01:00+01:00",
            "point": "Introductions",
            "done": False,
            "released": False,
            "agreed": False,
        },
    ]


def test_before_the_start_the_expected_are_told() -> None:
    book = Book(PEOPLE, POINTS, rules=RULES)
    book.add(-5, PersonLeft(person="marek"))
    record = session_record(book.meeting, at(-4), [])
    assert [(one["name"], one["badge"], one["present"], one["status"]) for one in record["voices"]][:2] == [
        ("Nina", "n", True, "uncounted"),
        ("Amina", "a", True, "not heard"),
    ]
    assert [one["name"] for one in record["voices"] if not one["present"]] == ["Marek"]
    assert record["floor"] == {
        "mode": "none",
        "speaking": None,
        "queue": [],
        "open": False,
        "by_kind": False,
        "turn_limit_seconds": 0,
        "interrupted": None,
        "pairs": [],
    }
    assert (record["status"], record["expected_end"]) == ("planned", "2026-12-01T15:05:00+01:00")


def test_a_closed_session_ends_when_it_ended() -> None:
    record = session_record(closed().meeting, at(500), [])
    assert (record["status"], record["ended"], record["expected_end"], record["drift_seconds"]) == (
        *("closed", "2026-12-01T15:10:00+01:00", "2026-12-01T15:10:00+01:00", 300),
    )


def test_a_session_that_came_from_a_recording() -> None:
    book = Book({}, POINTS)
    speakers = (RecordedSpeaker(label="A", person="a"), RecordedSpeaker(label="B", person="b"))
    segments = (Segment(0, 0, 30_250_000), Segment(1, 31_000_000, 10_000_001))
    seats = tuple(Seat(person=person, badge=person) for person in "ab")
    book.add(90, TurnsImported(recording="r", speakers=speakers, segments=segments, seats=seats))
    record = session_record(book.meeting, at(100), [])
    assert (record["status"], record["started"], record["ended"], record["expected_end"]) == ("closed", *[None] * 3)
    assert [(one["turns"], one["seconds"], one["status"]) for one in record["voices"]] == [
        (1, 30.25, "balanced"),
        (1, 10.0, "quiet"),
    ]
    assert record["voices"][0]["share"] == 0.751552776


def test_fractions_stay_and_whole_minutes_are_whole() -> None:
    book = Book({"Amina": MEMBER}, (planned("p1", 2.5), planned("p2", 3.0)), zone="No/Where")
    agenda = session_record(book.meeting, at(0), [])["agenda"]
    assert [repr(point["planned_minutes"]) for point in agenda] == ["2.5", "3"]
    assert agenda[1]["planned_start"] == "2026-12-01T13:02:30+00:00"


def test_encoded_it_reads_back_and_keeps_every_script() -> None:
    record = session_record(Book({"Łucja 李": MEMBER}, POINTS, name="Größe").meeting, at(0), [])
    encoded = encode(record)
    assert json.loads(encoded) == record
    assert '\n  "community": "Größe",\n' in encoded
    assert "Łucja 李" in encoded
