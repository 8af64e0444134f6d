"""A desk in memory: wishes are decided on, folded and told as lcterm.store.desk does it, nothing is written, and the
test says what time it is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from lcterm.core import agenda as agenda_rules
from lcterm.core import community as community_rules
from lcterm.core import fold
from lcterm.core import voices as voice_rules
from lcterm.core.agenda import Row, Timetable
from lcterm.core.agenda_plan import Mode, PlannedPoint
from lcterm.core.commands import AnyCommand, FreeFloor, GiveFloor, Redo, Undo
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityFounded, MembersJoined, NewMember
from lcterm.core.decide import decide
from lcterm.core.events import AnyEvent, Role, SessionEvent, SessionPlanned, Words
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.refusal import Refusal
from lcterm.core.session import Meeting, Point, Session
from lcterm.core.telling import told
from lcterm.core.told import Told
from lcterm.core.voices import Heard

START = round(datetime(2026, 12, 1, 14, 0, tzinfo=UTC).timestamp() * 1000)
MINUTE = 60_000

NAMES = ("Amina", "Ben", "Chidi", "Dorota")
ONE_TALK: tuple[tuple[str, float, Mode], ...] = (("Talk", 60, "queue"),)


class Table:
    """One seat at a session. A person's id is the name in small letters, a point's id `point-1` and so on.

    `now` is wall ms; `do` and `refused` let it move on first. `other` is a second seat at the same session, which
    knows what this one knows until then; `hear` takes in what another seat did since.
    """

    def __init__(
        self,
        names: Sequence[str] = NAMES,
        agenda: Sequence[tuple[str, float, Mode]] = ONE_TALK,
        presenters: Mapping[str, Sequence[str]] | None = None,
        roles: Mapping[str, tuple[Role, ...]] | None = None,
        writer: str = "w1",
        actor: str = "ann",
    ) -> None:
        self.now = START
        self.writer, self.actor = writer, actor
        self._seq = 0
        self._community = Log(Community(id="circle"), community_rules.apply)
        self.log: Log[Session] = Log(Session(id="session"), fold.apply)
        self.told: list[Told] = []
        if agenda:
            self._of_community(CommunityFounded(name="Circle", slug="circle"))
            for name in names:
                self.join(name, (roles or {}).get(name, ("member",)))
            self.record(_plan(agenda, presenters or {}))

    def join(self, name: str, roles: tuple[Role, ...] = ("member",)) -> None:
        """A new member of the community."""
        self._of_community(MembersJoined(members=(NewMember(person=name.lower(), name=name, roles=roles),)))

    def _of_community(self, event: AnyEvent) -> None:
        number = len(self._community.facts) + 1
        self._community.add([Fact(START + number, "founder", number, START, self.actor, event)])

    @property
    def session(self) -> Session:
        return self.log.state

    @property
    def meeting(self) -> Meeting:
        acts = self.log.acts(self.actor)
        undo, redo = acts.undo, acts.redo
        others = undo is not None and self.log.others_since(undo, self.actor)
        community = self._community.state
        resting = self.log.resting_on(undo, self.actor, Session.alike) if undo is not None else ()
        return Meeting(
            community=community, session=self.session, undo=undo, redo=redo, others_since=others, resting=resting
        )

    @property
    def point(self) -> Point:
        """The running point."""
        assert self.session.point is not None
        return self.session.point

    @property
    def remaining(self) -> float | None:
        """Minutes left of the running point."""
        left = agenda_rules.remaining(self.session, self.now)
        return None if left is None else left / MINUTE

    @property
    def timetable(self) -> Timetable:
        return agenda_rules.timetable(self.session, self.now)

    def row(self, number: int) -> Row:
        """A point of the timetable, counted from 1."""
        return self.timetable.rows[number - 1]

    @property
    def voices(self) -> voice_rules.Voices:
        return voice_rules.voices(self.session, self.now)

    def heard(self, person: str) -> Heard:
        return next(one for one in self.voices.heard if one.voice.person == person)

    def elapsed(self, number: int) -> float:
        """Minutes for which this point has been held."""
        return self.session.elapsed(list(self.session.points.values())[number - 1], self.now) / MINUTE

    @property
    def hands(self) -> list[str]:
        return [hand.person for hand in self.session.hands]

    @property
    def speaking(self) -> str:
        return self.session.turn.person if self.session.turn else ""

    def wait(self, *, minutes: float = 0, seconds: float = 0) -> None:
        self.now += round(minutes * MINUTE + seconds * 1000)

    def wish(self, command: AnyCommand, after_seconds: float = 0) -> SessionEvent | Refusal:
        """What becomes of the command; the event is recorded."""
        self.wait(seconds=after_seconds)
        before = self.meeting
        if not isinstance(command, Undo | Redo):
            before = Meeting(community=before.community, session=before.session)
        answer = decide(before, command, self.now)
        if not isinstance(answer, Refusal):
            self.record(answer)
            self.told.append(told(before, answer, self.meeting))
        return answer

    def do(self, command: AnyCommand, after_seconds: float = 0) -> SessionEvent:
        """The event that the command brought about."""
        answer = self.wish(command, after_seconds)
        assert not isinstance(answer, Refusal), answer.reason
        return answer

    def refused(self, command: AnyCommand, after_seconds: float = 0) -> str:
        """Why the command was turned down."""
        answer = self.wish(command, after_seconds)
        assert isinstance(answer, Refusal), answer
        return answer.reason

    def speak(self, person: str, seconds: float, turns: int = 1) -> None:
        """Equal turns of this person, so many seconds in all."""
        for _ in range(turns):
            self.do(GiveFloor(person))
            self.do(FreeFloor(), after_seconds=seconds / turns)

    def record(self, event: AnyEvent) -> Fact:
        """Take the event in as this seat's next fact, whether it still makes sense or not."""
        self._seq += 1
        stamp = max(self.now, self.log.last_stamp + 1)
        fact = Fact(stamp, self.writer, self._seq, self.now, self.actor, event)
        self.log.add([fact])
        return fact

    def other(self, writer: str = "w2", actor: str = "bob") -> "Table":
        seat = Table((), (), writer=writer, actor=actor)
        seat._community, seat.now = self._community, self.now
        seat.hear(self.log.facts)
        return seat

    def hear(self, facts: Iterable[Fact]) -> None:
        self.log.add(list(facts))


def _plan(agenda: Sequence[tuple[str, float, Mode]], presenters: Mapping[str, Sequence[str]]) -> SessionPlanned:
    points = tuple(
        PlannedPoint(
            id=f"point-{number}", title=title, minutes=minutes, mode=mode, presenters=tuple(presenters.get(title, ()))
        )
        for number, (title, minutes, mode) in enumerate(agenda, 1)
    )
    return SessionPlanned(community="circle", title="Session 7", starts=START, zone="UTC", points=points)


def learning(text: str = "Say early what we cannot promise") -> Words:
    """Words of the plainest capture."""
    return Words(kind="learning", text=text)


def action(text: str = "Bring two letters that worked", *owners: str) -> Words:
    return Words(kind="action", text=text, owners=owners)
