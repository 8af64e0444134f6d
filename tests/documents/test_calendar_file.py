"""The calendar file, read back by two other libraries, in zones of every kind."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.coming import Coming, Invitation
from lcterm.core.community import Community
from lcterm.core.session import Point, Session
from lcterm.core.text import clean
from lcterm.core.when import to_ms
from lcterm.documents.calendar_file import calendar_file
from lcterm.documents.invitation import invitation_of

TALK = Point(plan=PlannedPoint(id="p1", title="Secret subject", minutes=90, presenters=("ana",)), mode="open")
ZONES = (
    *("Europe/London", "Europe/Dublin", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Casablanca"),
    *("Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Jerusalem", "America/Santiago", "Pacific/Apia"),
)


def community(name: str = "Housing peers", place: str = "Hall", **coming: object) -> Community:
    places = {"2026-12-15-k3f9": place} if place else {}
    return Community(id="h4", name=name, coming=Coming(places=places, **coming))  # type: ignore[arg-type]


def session(zone: str = "Europe/London", month: int = 12, title: str = "session 8") -> Session:
    starts = to_ms(
        datetime(2026, month, 15, 14, tzinfo=ZoneInfo(zone) if "/" in zone and "(" not in zone else ZoneInfo("UTC"))
    )
    return Session(id="2026-12-15-k3f9", community="h4", title=title, zone=zone, starts=starts, points={"p1": TALK})


def written(group: Community, held: Session) -> str:
    made, _ = invitation_of(group, held)
    return calendar_file(group, held, made, held.starts - 1_000)


def event_of(text: str) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return event


def test_it_reads_back_by_two_libraries() -> None:
    text = written(community(), session())
    starts = datetime(2026, 12, 15, 14, tzinfo=ZoneInfo("Europe/London"))
    calendar = icalendar.Calendar.from_ical(text)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    event = event_of(text)
    assert event["DTSTART"].dt == starts
    assert event["DTEND"].dt == starts + timedelta(minutes=90)
    assert event["DTSTAMP"].dt == datetime(2026, 12, 15, 13, 59, 59, tzinfo=ZoneInfo("UTC"))
    assert (event["SUMMARY"], event["LOCATION"], event["SEQUENCE"]) == ("Housing peers", "Hall", 0)
    other = vobject.readOne(text).vevent
    assert other.dtstart.value == starts
    assert (other.summary.value, other.location.value, other.uid.value) == ("Housing peers", "Hall", event["UID"])


def test_nothing_of_what_is_talked_about_nor_anybody_stands_in_it() -> None:
    text = written(community(), session(title="About Ana and the flood"))
    for word in ("Secret", "ana", "Ana", "flood", "ATTENDEE", "ORGANIZER"):
        assert word not in text, word


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_a_zone_means_the_same_moment_to_whoever_knows_only_the_file(zone: str, month: int) -> None:
    held = session(zone, month)
    text = written(community(), held)
    wall = datetime(2026, month, 15, 14)  # noqa: DTZ001
    offset = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    start, end = text.index("BEGIN:VTIMEZONE"), text.index("END:VTIMEZONE") + len("END:VTIMEZONE\r\n")
    assert wall.replace(tzinfo=tzical(StringIO(text[start:end])).get()).utcoffset() == offset
    own = f"Only/In-This-File-{zone.replace('/', '-')}-{month}"
    component = icalendar.Calendar.from_ical(text.replace(zone, own)).walk("VTIMEZONE")[0]
    assert wall.replace(tzinfo=component.to_tz()).utcoffset() == offset
    assert f"DTSTART;TZID={zone}:2026{month:02}15T140000" in text


@pytest.mark.parametrize("zone", ["UTC", "W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin", "Nowhere/At-All"])
def test_where_the_zone_is_not_known_the_moment_is_right(zone: str) -> None:
    held = session("UTC")
    text = written(community(), replace(held, zone=zone))
    assert "VTIMEZONE" not in text
    assert "DTSTART:20261215T140000Z" in text
    assert event_of(text)["DTSTART"].dt == datetime(2026, 12, 15, 14, tzinfo=ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("moved", "sequence"),
    [
        ({}, 4),
        ({"starts": 1}, 5),
        ({"zone": "Europe/Paris"}, 5),
        ({"place": "Elsewhere"}, 5),
        ({"title": "session 9"}, 5),
    ],
)
def test_a_change_raises_the_sequence_and_nothing_else_does(moved: dict[str, object], sequence: int) -> None:
    held = session()
    sent = Invitation(sequence=4, starts=held.starts, zone=held.zone, place="Hall", title=held.title)
    group = community(invited={held.id: replace(sent, **moved)})
    made, to_note = invitation_of(group, held)
    assert (made.sequence, to_note) == (sequence, bool(moved))
    text = calendar_file(group, held, made, 0)
    assert event_of(text)["SEQUENCE"] == sequence
    assert event_of(text)["UID"] == event_of(written(community(), held))["UID"]


TEXTS = st.text(max_size=150).map(clean).filter(lambda text: text and "\\N" not in text)
"""Without what icalendar takes for the end of a line, and a calendar does not."""


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_lines_are_short_and_end_as_they_should_whatever_is_in_them(name: str, place: str) -> None:
    text = written(community(name, place), session())
    data = text.encode()
    assert data.endswith(b"\r\n")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
    event = event_of(text)
    assert (event["SUMMARY"], event["LOCATION"]) == (name, place)
    assert vobject.readOne(text).vevent.summary.value == name


def test_without_a_length_it_still_takes_a_place_in_the_calendar() -> None:
    moment = Point(plan=PlannedPoint(id="p1", title="Close", minutes=0), mode="none")
    event = event_of(written(community(), replace(session(), points={"p1": moment})))
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=15)
