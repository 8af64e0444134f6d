"""Who was there from when to when, as the program that the meeting was held with has it. For facilitators only."""

from collections.abc import Iterable
from datetime import tzinfo

from lcterm.core.audience import may_see
from lcterm.core.events_attendance import Stay
from lcterm.core.session import Meeting, Session
from lcterm.core.when import MINUTE, clock, zone_or_utc
from lcterm.documents.wording import in_minutes

_SPANS_SHOWN = 3


def attendance_lines(meeting: Meeting) -> list[str]:
    """The lines for `show`: what was brought in, in seat order; none where nothing was."""
    session = meeting.session
    stays = [session.attended[person] for person in session.voices if person in session.attended]
    if not stays or not may_see("facilitators", "voices"):
        return []
    return [f"The meeting's own record has {len(stays)} there.", *stay_lines(meeting, stays)]


def stay_lines(meeting: Meeting, stays: Iterable[Stay]) -> list[str]:
    """A line a person: Ana: 14:00 to 15:00, 60 minutes."""
    zone, name = zone_or_utc(meeting.session.zone), meeting.community.name_of
    return [f"{name(one.person)}: {stay_words(one, zone)}." for one in stays]


def stay_words(stay: Stay, zone: tzinfo) -> str:
    """14:00 to 14:30 and 14:40 to 15:00, 50 minutes; many stretches are counted."""
    spans = [f"{clock(begin, zone)} to {clock(end, zone)}" for begin, end in stay.spans]
    if len(spans) > _SPANS_SHOWN:
        spans = [f"{clock(stay.spans[0][0], zone)} to {clock(stay.spans[-1][1], zone)} in {len(spans)} stretches"]
    when = " and ".join(filter(None, (", ".join(spans[:-1]), *spans[-1:])))
    return ", ".join(filter(None, (when, in_minutes(round(stay.there / MINUTE)))))


def where_from(session: Session) -> str:
    """Where what is known of a session comes from that was not run here."""
    if not session.attended:
        return "who spoke comes from a recording"
    there = "who was there comes from the meeting's own record"
    return f"{there}, who spoke from a recording" if session.recordings else there
