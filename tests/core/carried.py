"""A community over several sessions, in memory: sessions held at a `Table`, their digests, what became of actions."""

from collections.abc import Sequence

from msgspec.structs import replace

from lcterm.core import community as community_rules
from lcterm.core.carrying import Carried, carried
from lcterm.core.commands import EndSession, StartSession, WriteCapture
from lcterm.core.community import Community, Member
from lcterm.core.community_events import ActionSettled
from lcterm.core.digest import Digest, digest
from lcterm.core.events import Words
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Meeting, Session
from tests.core.builder import NAMES, START, Table, action

DAY = 24 * 60 * 60_000


def members(*left: str) -> dict[str, Member]:
    """The people of the tables; those named here (ids) have left."""
    return {name.lower(): Member(person=name.lower(), name=name, active=name.lower() not in left) for name in NAMES}


class Circle:
    """What the community's log says; `now` is wall ms."""

    def __init__(self, *left: str) -> None:
        self.now = START
        self._log = Log(
            Community(id="circle", name="Circle", slug="circle", members=members(*left)), community_rules.apply
        )

    @property
    def state(self) -> Community:
        return self._log.state

    def say(self, event: ActionSettled, at: int | None = None) -> Fact:
        """The fact, at `at` or a second after the one before."""
        self.now = self.now + 1000 if at is None else at
        seq = len(self._log.facts) + 1
        fact = Fact(self.now, "c1", seq, self.now, "ann", event)
        self._log.add([fact])
        return fact


def closed(*words: Words, day: int = 0, id: str = "s1", title: str = "session 1") -> Digest:
    """The digest of a session in which these things were written down, so many days after the first."""
    table = Table()
    table.now += day * DAY
    table.do(StartSession())
    for one in words:
        table.do(WriteCapture(one), after_seconds=1)
    table.do(EndSession(), after_seconds=60)
    return digest(renamed(table.session, day, id, title))


def renamed(session: Session, day: int, id: str, title: str) -> Session:
    """The same session under another id, planned for that day."""
    return replace(session, id=id, title=title, starts=START + day * DAY)


def only_action(origin: Digest, community: Community) -> Carried:
    """What became of the one action of this session."""
    (one,) = origin.actions
    return carried(origin, one, community)


def now_at(community: Community, day: int, id: str = "now", *, agenda: Sequence[str] = ()) -> Meeting:
    """A session planned so many days after the first, not begun."""
    table = Table(agenda=[(title, 10, "round") for title in agenda] or (("Talk", 60, "queue"),))
    return Meeting(community=community, session=renamed(table.session, day, id, "session 9"))


def settled(origin: Digest, state: str = "done", due: str = "", due_next: bool = False) -> ActionSettled:
    """What became of the one action of this session."""
    return ActionSettled(
        session=origin.session,
        capture=origin.actions[0].id,
        state=state,  # type: ignore[arg-type]
        due=due,
        due_next=due_next,
    )


LETTERS = action("Bring two letters", "ben")
