"""An invitation handed out: the mail, the calendar file in the home, and the note of what was said."""

from pathlib import Path
from typing import NamedTuple

from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.community_events import InvitationMade
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.documents.invitation import invitation_of, invitation_text
from lcterm.documents.saving import keep
from lcterm.store.next_time import standing
from lcterm.store.paths import Home
from lcterm.store.register import change

MAIL, CALENDAR = "txt", "ics"


class Invitation(NamedTuple):
    """What is said to the people of a community about the session that is planned next."""

    community: Community
    session: Session

    @property
    def text(self) -> str:
        """The mail, subject first."""
        return invitation_text(self.community, self.session)


def invitation_to_next(home: Home, community: Community, now: int) -> Invitation:
    """To the next session that is planned, at `now` (wall, ms). Raises Refused where none is."""
    planned = standing(home, community, now).planned
    if not planned:
        raise Refused("no session is planned yet that one could be invited to; p on the home screen plans one")
    return Invitation(community, planned[0])


def kept_in(home: Home, community: str, session: str, ending: str) -> Path:
    """Where an invitation is kept in the home, as mail or calendar file."""
    return home.summaries(community) / f"{session}-invitation.{ending}"


def calendar_text(invitation: Invitation, made: InvitationMade, now: int) -> str:
    """The calendar file, at `now` (wall, ms)."""
    from lcterm.documents.calendar_file import calendar_file  # icalendar: for this alone

    return calendar_file(invitation.community, invitation.session, made, now)


def note(home: Home, clock: Clock, invitation: Invitation) -> None:
    """Note that it was handed out, so that the next one can say what is different. Raises Refused where that cannot be
    saved."""
    made, to_note = invitation_of(invitation.community, invitation.session)
    if to_note:
        change(home, clock, invitation.community.id, [made])


def keep_calendar(home: Home, clock: Clock, invitation: Invitation) -> Path:
    """Write the calendar file into the home, and note the invitation; where it lies. Raises Refused as above."""
    made, _ = invitation_of(invitation.community, invitation.session)
    path = kept_in(home, invitation.community.id, invitation.session.id, CALENDAR)
    keep(calendar_text(invitation, made, clock.now()), path)
    note(home, clock, invitation)
    return path
