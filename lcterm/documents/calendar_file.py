"""A session as a calendar file (iCalendar, RFC 5545), to be read by Google Calendar, Outlook and Thunderbird.

What a calendar shows to anybody who looks over a shoulder is that a community meets, when and where: nothing of what is
talked about, and nobody's name or address.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from lcterm.core.community import Community
from lcterm.core.events_next import InvitationMade
from lcterm.core.session import Session
from lcterm.core.when import MINUTE, local, zone_or_utc
from lcterm.documents.calendar_zone import calendar_zone

SHORTEST = 15 * MINUTE
"""What no agenda gives a length still takes a place in a calendar."""

DESCRIPTION = "We meet as a learning community. Please come a few minutes early, so that we can begin together."


def calendar_file(community: Community, session: Session, made: InvitationMade, now: int) -> str:
    """The file's text, lines of at most 75 octets ending in CRLF. `made`: what the invitation says, its sequence too;
    `now`: wall ms."""
    zone = zone_or_utc(made.zone)
    starts, ends = local(made.starts, zone), local(max(session.planned_end, made.starts + SHORTEST), zone)
    calendar = Calendar()
    calendar.add("prodid", "-//lcterm//lcterm//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if isinstance(zone, ZoneInfo) and zone.key != "UTC":
        calendar.add_component(calendar_zone(zone, starts, ends))
    else:  # a zone this machine does not know: the moment is right, in any calendar's own time
        starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
    calendar.add_component(_event(community, made, starts, ends, now))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(community: Community, made: InvitationMade, starts: datetime, ends: datetime, now: int) -> Event:
    event = Event()
    event.add("uid", f"{made.session}.{community.id}@lcterm.invalid")
    event.add("sequence", made.sequence)
    event.add("dtstamp", local(now, UTC).replace(microsecond=0))
    event.add("dtstart", starts.replace(microsecond=0))
    event.add("dtend", ends.replace(microsecond=0))
    event.add("summary", community.name)
    event.add("description", DESCRIPTION)
    if made.place:
        event.add("location", made.place)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add("status", "CONFIRMED")
    return event
