"""What the panes of a screen draw from: one moment of a meeting, worked out once for all of them."""

from datetime import tzinfo
from typing import NamedTuple

from lcterm.core.agenda import Phase, Timetable, phase, timetable
from lcterm.core.community import Community
from lcterm.core.names import Known
from lcterm.core.seating import known, seated
from lcterm.core.session import Meeting, Session, Voice
from lcterm.core.voices import Order, Voices, voices
from lcterm.core.when import zone_or_utc
from lcterm.ui.line import tame


class View(NamedTuple):
    """A meeting at `now` (wall, ms). `people`: who can be named, in seat order; `names`: how they are drawn."""

    meeting: Meeting
    now: int
    zone: tzinfo
    table: Timetable
    phase: Phase
    voices: Voices
    seated: dict[str, Voice]
    people: list[Known]
    names: dict[str, str]
    veiled: bool
    order: Order

    @property
    def session(self) -> Session:
        return self.meeting.session

    @property
    def community(self) -> Community:
        return self.meeting.community

    def name(self, person: str) -> str:
        return self.names.get(person, "someone")

    def badge(self, person: str) -> str:
        voice = self.seated.get(person)
        return voice.badge if voice else ""


def view_of(meeting: Meeting, now: int, *, veiled: bool = False, order: Order = "seat") -> View:
    """The view of a meeting at this moment."""
    session = meeting.session
    return View(
        meeting=meeting,
        now=now,
        zone=zone_or_utc(session.zone),
        table=timetable(session, now),
        phase=phase(session, now),
        voices=voices(session, now),
        seated=seated(meeting),
        people=known(meeting),
        names={member.person: tame(member.name) for member in meeting.community.members.values()},
        veiled=veiled,
        order=order,
    )
