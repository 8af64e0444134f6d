"""Meetings for the tests of documents, made of real facts through the real fold; nothing in them is set by hand."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from lcterm.core import community, fold
from lcterm.core.agenda_plan import Mode, PlannedPoint
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityFounded, MembersJoined, NewMember, RulesAgreed
from lcterm.core.events import (
    AnyEvent,
    Audience,
    CaptureDone,
    CaptureKind,
    CaptureWritten,
    FloorFreed,
    FloorGiven,
    HandRaised,
    PersonLeft,
    PointEnded,
    Role,
    SessionEnded,
    SessionPlanned,
    SessionStarted,
    SpokeNoted,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.seating import seats
from lcterm.core.session import Meeting, Session

STARTS = round(datetime(2026, 12, 1, 13, 0, tzinfo=UTC).timestamp() * 1000)
"""14:00 in Berlin."""


def planned(id: str, minutes: float, mode: Mode = "open", title: str = "", presenter: str = "") -> PlannedPoint:
    """A planned point; the title is its id unless given."""
    presenters = (presenter.lower(),) if presenter else ()
    return PlannedPoint(id=id, title=title or id, minutes=minutes, mode=mode, presenters=presenters)


class Book:
    """A community and one session of it, written fact by fact. People's ids are their names in small letters; minutes
    are counted from the planned start, 14:00 in Berlin."""

    def __init__(
        self,
        people: Mapping[str, tuple[Role, ...]],
        points: Sequence[PlannedPoint],
        *,
        name: str = "Housing peers",
        title: str = "session 7",
        rules: tuple[str, ...] = (),
        zone: str = "Europe/Berlin",
        id: str = "2026-12-01-k3f9",
    ) -> None:
        self._community = Log(Community(id="h4"), community.apply)
        self._session = Log(Session(id=id), fold.apply)
        self._written = 0
        joined = tuple(NewMember(person=one.lower(), name=one, roles=roles) for one, roles in people.items())
        for event in (
            CommunityFounded(name=name, slug="housing-peers"),
            MembersJoined(members=joined),
            RulesAgreed(rules=rules),
        ):
            self._community.add([self._fact(-60, event)])
        plan = SessionPlanned(community="h4", title=title, starts=STARTS, zone=zone, points=tuple(points))
        self.add(-60, plan)

    @property
    def meeting(self) -> Meeting:
        return Meeting(community=self._community.state, session=self._session.state)

    def add(self, minutes: float, event: AnyEvent) -> str:
        """The event, so many minutes after the planned start; the id of its fact."""
        fact = self._fact(minutes, event)
        self._session.add([fact])
        return fact.id

    def of_community(self, minutes: float, event: AnyEvent) -> None:
        """A fact of the community's log, so many minutes after the planned start."""
        self._community.add([self._fact(minutes, event)])

    def begin(self, minutes: float) -> None:
        """The session starts with its first point."""
        meeting = self.meeting
        first = next(iter(meeting.session.points))
        self.add(minutes, SessionStarted(point=first, seats=seats(meeting)))

    def next(self, minutes: float) -> None:
        """The running point is done and the one after it begins; the session closes after the last."""
        session = self.meeting.session
        order = list(session.points)
        place = order.index(session.running)
        last = place + 1 == len(order)
        self.add(minutes, SessionEnded() if last else PointEnded(point=session.running, next=order[place + 1]))

    def talk(self, person: str, minutes: float, length: float) -> None:
        """A turn that began then and took so many minutes."""
        session = self.meeting.session
        turn = self.add(minutes, FloorGiven(person=person, after=session.turn.id if session.turn else ""))
        self.add(minutes + length, FloorFreed(turn=turn))

    def write(
        self,
        minutes: float,
        kind: CaptureKind,
        text: str,
        *,
        owners: tuple[str, ...] = (),
        due: str = "",
        due_next: bool = False,
        audience: Audience = "group",
        to: str = "",
        by: str = "",
    ) -> str:
        """Something written down; its id."""
        words = Words(kind=kind, text=text, owners=owners, due=due, due_next=due_next, audience=audience, to=to, by=by)
        return self.add(
            minutes,
            CaptureWritten(words=words, point=self.meeting.session.running, seat=self.meeting.session.facilitator),
        )

    def _fact(self, minutes: float, event: AnyEvent) -> Fact:
        self._written += 1
        at = STARTS + round(minutes * 60_000)
        return Fact(at, "writer", self._written, at, "nina's laptop", event)


def at(minutes: float) -> int:
    """Wall ms so many minutes after the planned start."""
    return STARTS + round(minutes * 60_000)


MEMBER: tuple[Role, ...] = ("member",)
PEOPLE: dict[str, tuple[Role, ...]] = {
    "Nina": ("facilitator",),
    "Amina": MEMBER,
    "Ben": MEMBER,
    "Chidi": MEMBER,
    "Grace": MEMBER,
    "Jonas": MEMBER,
    "Marek": MEMBER,
    "Oskar": ("observer",),
}
POINTS = (
    planned("p1", 5, "round", "Introductions"),
    planned("p2", 10, "presenter", "Presentation", presenter="Ben"),
    planned("p3", 35, "queue", "Discussion"),
    planned("p4", 10, "none", "Break"),
    planned("p5", 5, "round", "How it was"),
    planned("p6", 0, "none", "Close"),
)
RULES = ("What is said here stays here", "I speak for myself")


def in_discussion() -> Book:
    """Four minutes late and twenty into the discussion at minute 39; Chidi has the floor since minute 38."""
    book = Book(PEOPLE, POINTS, rules=RULES)
    book.add(-5, PersonLeft(person="marek"))
    book.begin(4)
    book.add(5, SpokeNoted(person="amina"))
    book.add(6, SpokeNoted(person="grace"))
    book.next(9)
    book.next(19)
    book.talk("grace", 19, 4)
    book.talk("amina", 23, 3)
    book.talk("grace", 26, 6)
    book.talk("grace", 32, 5)
    book.add(37, HandRaised(person="amina", hand="question"))
    book.add(38, FloorGiven(person="chidi"))
    book.add(38, HandRaised(person="grace"))
    book.write(30, "learning", "Say early what we cannot promise")
    done = book.write(33, "action", "Ask the council for the list", owners=("amina", "ben"), due="2026-12-04")
    book.add(34, CaptureDone(capture=done))
    book.write(35, "action", "Bring two letters", owners=("grace",), due_next=True, audience="sponsor")
    book.write(36, "note", "A word with Jonas at the break", audience="facilitators")
    return book


def closed() -> Book:
    """The same session to its end: the break skipped over, closed at minute 70 where 65 were planned."""
    book = in_discussion()
    book.next(59)
    book.next(64)
    book.add(65, SpokeNoted(person="jonas"))
    book.write(66, "feedback", "More time for the second case", by="jonas")
    book.next(68)
    book.next(70)
    return book
