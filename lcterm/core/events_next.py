"""The facts of what comes next: when and where a group meets again, who presents, with which brief, who was invited.

They stand in the community's log; SessionMoved stands in the session's own as well.
"""

from typing import Literal

from lcterm.core.event import Event

Brings = Literal["case", "theme"]
"""What a presenter brings ([HB]): something that happened, or a subject to think about together."""

BriefState = Literal["asked", "agreed", "ready"]
"""How far a presenter is: was asked, said yes, is prepared."""


class NextAgreed(Event, frozen=True, tag=True):
    """The group agreed in `session` ("" outside any) on the next time: `starts` wall ms (0: not known yet) in `zone`,
    who arranges it and who presents, by id, and on what it wants to learn then ([LC]: on a subject the group chose
    itself). All of it, as it now stands. `instead`: ids of the agreements that it takes the place of; two that were
    made without knowing of each other both stand."""

    session: str = ""
    starts: int = 0
    zone: str = ""
    place: str = ""
    arranger: str = ""
    presenters: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    subject: str = ""


class PlaceSet(Event, frozen=True, tag=True):
    """Where this session meets; "" takes the place back."""

    session: str
    place: str = ""


class SessionMoved(Event, frozen=True, tag=True):
    """A session that has not begun starts at another time (wall ms). The community's log has it too, because the day in
    the session's id no longer tells when it is."""

    session: str
    starts: int
    zone: str


class PresenterBriefed(Event, frozen=True, tag=True):
    """What is known of a presenter's part, all of it, as it now stands: for `session`, or for the next one ("") while
    none is planned. `questions`: what the presenter asks the group."""

    person: str
    session: str = ""
    brings: Brings = "case"
    title: str = ""
    questions: tuple[str, ...] = ()
    state: BriefState = "asked"


class InvitationMade(Event, frozen=True, tag=True):
    """An invitation to this session was written, with these particulars. `sequence` counts how often they changed
    since the first one (RFC 5545)."""

    session: str
    starts: int
    sequence: int = 0
    zone: str = ""
    place: str = ""
    title: str = ""
