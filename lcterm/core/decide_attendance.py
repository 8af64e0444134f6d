"""The decision on whether a record of who was there belongs to this session, and says anything new."""

from lcterm.core.attendance import together, within
from lcterm.core.commands_attendance import BringInAttendance
from lcterm.core.events_agenda import Seat
from lcterm.core.events_attendance import AttendanceBroughtIn, Stay
from lcterm.core.refusal import Refusal
from lcterm.core.seating import seats
from lcterm.core.session import Meeting, Session
from lcterm.core.when import MINUTE, clock, full_day, local, zone_or_utc

_ANOTHER_DAY = 36 * 60 * MINUTE
"""A session that never ran was planned for the day of its meeting, whatever the zone (ours)."""


def decide(meeting: Meeting, command: BringInAttendance, now: int) -> AttendanceBroughtIn | Refusal:
    """What becomes of it. While a session runs, people come and go on the board; of one that ran, what was noted there
    stands and only gaps are filled, which is the fold's."""
    session = meeting.session
    if session.live:
        return Refusal("The session is running: end it first, then bring in who was there.")
    if not command.stays:
        return Refusal("Nobody of those in it is known here; say who they are, or add them as members first.")
    if wrong := _of_another_hour(session, command.stays, now):
        return Refusal(wrong)
    known = session.attended
    if all(one.person in known and together(known[one.person], one) == known[one.person] for one in command.stays):
        return Refusal("All of that is known already; nothing was counted twice.")
    return AttendanceBroughtIn(stays=command.stays, seats=_seats(meeting, command.stays))


def _seats(meeting: Meeting, stays: tuple[Stay, ...]) -> tuple[Seat, ...]:
    """Seats for all who are expected where nobody has one; in a session that ran only for those in the record."""
    session, people = meeting.session, {one.person for one in stays}
    wanted = [one for one in seats(meeting, people) if one.person not in session.voices]
    return tuple(wanted if session.status == "planned" else (one for one in wanted if one.person in people))


def _of_another_hour(session: Session, stays: tuple[Stay, ...], now: int) -> str:
    """Why this is the record of another meeting; "" where it may be of this one."""
    zone = zone_or_utc(session.zone)
    moments = [moment for stay in stays for span in stay.spans for moment in span]
    if not moments:
        return "The session is still to come; is it the right one?" if session.began > now else ""
    first, last = min(moments), max(moments)
    told = f"{full_day(local(first, zone).date())}, {clock(first, zone)} to {clock(last, zone)}"
    if first > now:
        return f"It tells of {told}, which is still to come. Is it the right one, and the zone of its times?"
    day = full_day(local(session.began, zone).date())
    if session.started is None:
        far = abs(first - session.began) > _ANOTHER_DAY
        return f"It tells of {told}; the session is planned for {day}. Is it the right one?" if far else ""
    ended = session.at if session.ended is None else session.ended
    if any(within(one, session.started, ended) for one in stays):
        return ""
    held = f"{day}, {clock(session.started, zone)} to {clock(ended, zone)}"
    return f"It tells of {told}; the session ran on {held}. Is it the right one, and the zone of its times?"
