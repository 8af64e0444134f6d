"""What a community has agreed for its next time: agreements, places, briefs, invitations."""

from msgspec import Struct

from lcterm.core.events_next import BriefState, Brings


class Agreement(Struct, frozen=True, kw_only=True):
    """What the group agreed in `session` ("" outside any) at `at` (wall ms). `starts`: wall ms, 0 while nobody knows.
    `arranger`, `presenters`: ids of people. `subject`: what the group wants to learn then."""

    id: str
    at: int
    session: str = ""
    starts: int = 0
    zone: str = ""
    place: str = ""
    arranger: str = ""
    presenters: tuple[str, ...] = ()
    subject: str = ""


class Brief(Struct, frozen=True, kw_only=True):
    """What a person brings to `session`, or to the next one ("") while none is planned. `at`: wall ms of the latest
    word on it."""

    person: str
    at: int
    session: str = ""
    brings: Brings = "case"
    title: str = ""
    questions: tuple[str, ...] = ()
    state: BriefState = "asked"


class Invitation(Struct, frozen=True, kw_only=True):
    """What the latest invitation to a session said. `starts`: wall ms."""

    sequence: int
    starts: int
    zone: str = ""
    place: str = ""
    title: str = ""


class Coming(Struct, frozen=True, kw_only=True):
    """`agreed`: what stands for the next time, oldest first; more than one where two laptops agreed on it apart.
    `places`: by session. `moved`: sessions whose start (wall ms) is no longer the day in their id. `invited`: the
    latest invitation, by session."""

    agreed: tuple[Agreement, ...] = ()
    places: dict[str, str] = {}
    moved: dict[str, int] = {}
    briefs: tuple[Brief, ...] = ()
    invited: dict[str, Invitation] = {}
