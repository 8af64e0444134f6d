"""`lcterm show --follow`: what changes in a session, told once and in whole sentences, until it is closed."""

from collections.abc import Iterator

from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.events import Redone, Undone
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Meeting, Session
from lcterm.documents.plain import first_lines
from lcterm.documents.plain_news import community_news, news_lines, unsaid_lines
from lcterm.documents.plain_time import TimeTold
from lcterm.store.desk import NOTHING_CHANGED, Desk
from lcterm.store.seats import called
from lcterm.store.spoken_time import SpokenTime

_NOTHING = Undone(writer="", seq=0)


class Follower:
    """Somebody who listens to one session. `others`: of what is done from this laptop itself only what its own commands
    leave unsaid is told."""

    def __init__(self, desk: Desk, how: SpokenTime, *, others: bool) -> None:
        self._desk, self._others = desk, others
        session = desk.meeting.session
        self._log: Log[Session] = Log(Session(id=session.id, community=session.community), fold.apply)
        self._log.add(desk.session.log.facts)
        self._community = desk.meeting.community
        self._notices = list(desk.notices)
        self._time = TimeTold(desk.meeting, desk.now(), how)
        self._heard = ""  # whose act was taken in last

    @property
    def over(self) -> bool:
        """Whether there is nothing to come any more."""
        return self._log.state.status == "closed"

    def first(self) -> list[str]:
        """Where things stand now."""
        return [*first_lines(self._desk.meeting, self._desk.now()), *(f"Notice: {one}" for one in self._notices)]

    def look(self) -> None:
        """Take in what was written."""
        self._desk.poll()

    def news(self) -> list[str]:
        """What has come since it was last asked, acts before what time brings."""
        lines = [line for fact in self._new() for line in self._of(fact)]
        community, self._community = self._community, self._desk.meeting.community
        if community is not self._community:
            lines += community_news(community, self._community)
        notices, self._notices = self._notices, list(self._desk.notices)
        lines += [f"Notice: {one}" for one in self._notices if one not in notices]
        return lines + self._time.lines(self._desk.meeting, self._desk.now())

    def _new(self) -> Iterator[Fact]:
        """The facts that were not folded yet, in their order."""
        known = {(fact.writer, fact.seq) for fact in self._log.facts}
        held = self._desk.session.log.facts
        if len(held) != len(known):
            yield from [fact for fact in held if (fact.writer, fact.seq) not in known]

    def _of(self, fact: Fact) -> list[str]:
        """Take a fact in; the sentences that it is worth: none where it changes nothing, as the second of two people's
        *next* at once."""
        held = self._log.state
        before = self._meeting()
        event = fact.event
        if isinstance(event, Undone | Redone):
            taken = self._log.fact(f"{event.writer}-{event.seq}")
            undone = isinstance(event, Undone) and taken is not None
            resting = self._log.resting_on(taken, fact.actor, Session.alike) if undone and taken is not None else ()
            before = replace(before, undo=taken, redo=taken, resting=resting)
        self._log.add([fact])
        state = self._log.state
        if isinstance(event, Undone | Redone):
            return self._told(before, fact) if not state.alike(held) else self._nothing_changed(fact)
        idle = fold.apply(held, replace(fact, event=_NOTHING))
        return [] if state.alike(idle) else self._told(before, fact)

    def _nothing_changed(self, fact: Fact) -> list[str]:
        return [] if self._passes_over(fact) else self._by([NOTHING_CHANGED], fact)

    def _passes_over(self, fact: Fact) -> bool:
        """Whether the command that did this has said it."""
        return self._others and fact.actor == self._desk.session.place.actor

    def _told(self, before: Meeting, fact: Fact) -> list[str]:
        if self._passes_over(fact):
            self._heard = fact.actor
            return unsaid_lines(before, fact, self._meeting())
        return self._by(news_lines(before, fact, self._meeting(), self._desk.meeting), fact)

    def _by(self, lines: list[str], fact: Fact) -> list[str]:
        """The lines with who did it, where that is another than before."""
        heard, self._heard = self._heard, fact.actor
        if not lines or fact.actor in (heard, self._desk.session.place.actor):
            return lines
        whose = _whose(fact.actor, self._desk.session.place.actor)
        return [f"{lines[0]}{'' if lines[0].endswith(('.', '!', '?')) else '.'} By {whose}.", *lines[1:]]

    def _meeting(self) -> Meeting:
        return Meeting(community=self._desk.meeting.community, session=self._log.state)


def _whose(actor: str, own: str) -> str:
    """The seat of an actor, in a sentence: the notes seat, board 2, another laptop."""
    name = called(actor, own)
    if name.startswith("notes"):
        return f"the notes seat{name.removeprefix('notes')}"
    return {"board": "the board", "another seat": "another laptop"}.get(name, name)
