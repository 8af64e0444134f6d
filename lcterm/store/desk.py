"""A place at one session: wishes go in, events come out, are folded and written; others' events come in."""

import contextlib
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core import community as community_rules
from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityEvent
from lcterm.core.events import CaptureStruck, Redone, SessionEvent, Undone
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.session import Meeting, Session
from lcterm.core.told import STANDS
from lcterm.store.digests import keep_to_charter
from lcterm.store.ledger import Ledger, Saved, Trouble
from lcterm.store.paths import Home
from lcterm.store.place import community_place, session_place
from lcterm.store.read_before import log_of

if TYPE_CHECKING:
    from lcterm.core.commands import AnyCommand
    from lcterm.core.telling_others import Doings
    from lcterm.store.seats import Seat

AnyLedger = Ledger[Community] | Ledger[Session]
DATE = len("2026-12-01")
"""The beginning of a session's id."""
SETTLE_SECONDS = 3.0
"""How long a command waits for the disk before it says that nothing was saved."""

NOTHING_CHANGED = STANDS


class Outcome(Struct, frozen=True):
    """What became of a wish: the line that tells it, whether the room may read that line, and the event, if any.
    `brief`: the line for a row in which the other has no room, "" where there is none. `together`: how many acts it
    was, of this seat and of others whose acts rested on what was taken back. `moved`: whether it changed anything."""

    text: str
    private: bool
    event: SessionEvent | None
    brief: str = ""
    together: int = 1
    moved: bool = True

    @property
    def refused(self) -> bool:
        return self.event is None


def open_community(home: Home, community: str, clock: Clock, seat: str = "") -> Ledger[Community]:
    """The community's log."""
    log = Log(Community(id=community), community_rules.apply)
    return Ledger(community_place(home, community, seat), log, clock)


def open_session(
    home: Home,
    community: str,
    session: str,
    clock: Clock,
    saved: Saved | None = None,
    trouble: Trouble | None = None,
    seat: str = "",
) -> Ledger[Session]:
    """The session's log alone, without its community's names."""
    place = session_place(home, community, session, seat)
    reader, log = log_of(place.folder, community, session)
    return Ledger(place, log, clock, saved, trouble, reader)


WATCHES_ONLY = "This seat only watches; nothing is changed from here."


class Desk:
    """One session with its community, as this run of the program sees and changes them. `seat`: where it sits, if it
    has a screen; it gets up with `close`."""

    def __init__(
        self,
        home: Home,
        community: str,
        session: str,
        clock: Clock,
        saved: Saved | None = None,
        trouble: Trouble | None = None,
        seat: "Seat | None" = None,
    ) -> None:
        self.home, self.seat = home, seat
        self.watches = seat is not None and seat.own.kind == "watch"
        """Whether nothing may be changed from here."""
        if seat is not None:
            seat.take()
        suffix = seat.suffix if seat is not None else ""
        self.community = open_community(home, community, clock, suffix)
        self.session = open_session(home, community, session, clock, None if self.watches else saved, trouble, suffix)
        self._clock = clock
        self._taken_back: list[str] = []
        self._agendas_erased: list[str] = []
        self._anchor = (0, 0)  # wall ms of the latest fact that holds, and the clock nobody sets when it was seen
        self.meeting = self._meeting()

    def _meeting(self) -> Meeting:
        at = self.session.state.at
        if at != self._anchor[0]:
            self._anchor = (at, self._clock.boottime())
        return Meeting(community=self.community.state, session=self.session.state)

    def now(self) -> int:
        """Wall ms that never lie before the latest fact: a clock that was set back does not stop the session."""
        at, seen = self._anchor
        return max(self._clock.now(), at + self._clock.boottime() - seen if at else 0)

    def poll(self) -> bool:
        """Take in what other runs of the program have written; whether anything changed."""
        changed = [self.community.poll(), self.session.poll()]
        if any(changed):
            self.meeting = self._meeting()
        return any(changed)

    def doings(self, before: Meeting) -> "tuple[Doings, ...]":
        """What others did in the session, of what the `poll` just asked took in; `before`: how things stood."""
        from lcterm.core.telling_others import doings

        log = self.session.log
        return doings(before, log.newest, self.meeting, log, self.session.place.actor)

    @property
    def ledgers(self) -> tuple[AnyLedger, ...]:
        """What is written to from here."""
        return (self.session, self.community)

    @property
    def notices(self) -> list[str]:
        """What is amiss with the stored files, with the clocks that wrote them, and between laptops, a line each."""
        from lcterm.store.apart import apart_lines

        stored = [*self.community.notices, *self.session.notices]
        return [*stored, *self._clocks(), *apart_lines(self.meeting.community)]

    def _clocks(self) -> list[str]:
        found = [ledger.ahead for ledger in self.ledgers if ledger.ahead is not None]
        return reduce(lambda one, other: one.most(other), found).lines() if found else []

    @property
    def erased(self) -> list[str]:
        """What was written again or removed since this desk was opened because words were struck, and where they still
        stand and why, a line each. Complete when `settle` or `close` has returned."""
        return [*self.session.erased, *self._agendas_erased]

    def act(self, command: "AnyCommand", at: int | None = None) -> Outcome:
        """Decide on a wish and, if it may come true, make it so at `at` (wall ms; now, if left out)."""
        from lcterm.core import telling
        from lcterm.core.commands import Redo, StrikeCapture, Undo
        from lcterm.core.decide import decide
        from lcterm.core.topics import says_the_same

        if self.watches:
            return Outcome(WATCHES_ONLY, False, None)
        at = self.now() if at is None else at
        before = self.meeting
        if isinstance(command, Undo | Redo):
            actor, log = self.session.place.actor, self.session.log
            acts = log.acts(actor)
            undo, redo = acts.undo, acts.redo
            others = undo is not None and log.others_since(undo, actor)
            taken = undo if isinstance(command, Undo) else None
            resting = log.resting_on(taken, actor, Session.alike) if taken is not None else ()
            before = replace(before, undo=undo, redo=redo, others_since=others, resting=resting)
            if isinstance(command, Redo) and redo is not None:
                back, given_up = (find(redo, actor, Session.alike) for find in (log.went_with, log.given_up))
                before = replace(before, resting=back, given_up=given_up)
        if isinstance(command, StrikeCapture):
            before = replace(before, named=self.session.log.fact(command.capture))
        answer = decide(before, command, at)
        if isinstance(answer, Refusal):
            return Outcome(answer.reason, False, None)
        self.record(answer, at)
        if isinstance(answer, CaptureStruck):
            self._strike_the_charter(before, (answer.capture, *answer.also))
        if isinstance(answer, Undone | Redone) and says_the_same(self.meeting.session, before.session, at):
            return Outcome(self._what_stands(answer, before), False, answer, moved=False)
        line = telling.told(before, answer, self.meeting)
        return Outcome(line.text, line.private, answer, line.brief, line.together)

    def _what_stands(self, answer: Undone | Redone, before: Meeting) -> str:
        """Why it moved nothing, and which seat's doing that is."""
        from lcterm.core.telling_others import nothing_moved, what_stands
        from lcterm.store.seats import called

        act = before.undo if isinstance(answer, Undone) else before.redo
        stands = what_stands(self.session.log, act) if act is not None else None
        return nothing_moved(stands, called(stands.fact.actor, self.session.place.actor) if stands is not None else "")

    def _strike_the_charter(self, before: Meeting, struck: tuple[str, ...]) -> None:
        """Take the words of a struck decision out of the charter as well, where it repeats them."""
        from lcterm.core.striking import texts_of
        from lcterm.store.struck_charter import gone_with, texts_named

        tombstone = gone_with(texts_of(before, struck), self.session.place.log, self.community.log.facts)
        if tombstone is not None:
            self._taken_back += texts_named(tombstone, self.community.log.facts)
            self.community.add(tombstone, self.now())
            self.meeting = self._meeting()

    def _strike_the_agendas(self) -> None:
        """Take what went from the charter out of the agendas of later sessions that repeat it. Raises Refused where
        that cannot be saved."""
        texts, self._taken_back = self._taken_back, []
        if not texts:
            return
        from lcterm.store.struck_agenda import gone_from_agenda, traces_gone

        community, own = self.session.place.community, self.session.place.log
        for later in self.home.sessions(community):
            if later == own or later[:DATE] < own[:DATE]:
                continue
            ledger = open_session(self.home, community, later, self._clock)
            tombstone = gone_from_agenda(texts, ledger.log.facts)
            if tombstone is not None:
                ledger.add(tombstone, ledger.now())
                ledger.outlast(SETTLE_SECONDS)
            settle(ledger)
            if tombstone is not None:
                self._agendas_erased += [*ledger.erased, *traces_gone(self.home, community, later, texts)]

    def hold(self) -> None:
        """Whoever acts now draws what comes of it first: until `let_go` nothing is written."""
        for ledger in self.ledgers:
            ledger.hold()

    def let_go(self) -> None:
        """It is drawn: what was held is written."""
        for ledger in self.ledgers:
            ledger.let_go()

    def record(self, event: SessionEvent, at: int | None = None) -> None:
        """Note an event of the session that needed no decision. Raises Refused at a seat that only watches."""
        self._writes()
        self.session.add(event, self.now() if at is None else at)
        self.meeting = self._meeting()

    def record_of_community(self, event: CommunityEvent) -> None:
        """Note an event of the community. Raises Refused at a seat that only watches."""
        from lcterm.core.apart import knowing

        self._writes()
        self.community.add(knowing(event, self.community.state), self.now())
        keep_to_charter(self.home, self.community.state)
        self.meeting = self._meeting()

    def _writes(self) -> None:
        if self.watches:
            raise Refused(WATCHES_ONLY)

    @property
    def folders(self) -> list[Path]:
        """Where others' writing shows, and who sits there."""
        seats = [self.seat.folder] if self.seat is not None else []
        return [self.community.place.folder, self.session.place.folder, *seats]

    def close(self, seconds: float) -> list[Fact]:
        """End the writing; what could not be written within that time."""
        unwritten = self.session.close(seconds) + self.community.close(seconds)
        if not unwritten:
            with contextlib.suppress(Refused):  # nobody is there any more to be told; the strike itself is kept
                self._strike_the_agendas()
        if self.seat is not None:
            self.seat.leave()
        return unwritten

    def settle(self) -> None:
        """End the writing, and wait until struck words are out of the files. Raises Refused, with the reason, if
        anything could not be saved."""
        self.session.outlast(SETTLE_SECONDS)
        settle(self.session)
        settle(self.community)
        self._strike_the_agendas()


def settle(ledger: AnyLedger) -> None:
    """End the writing to a log. Raises Refused, with the reason, if anything could not be saved."""
    if ledger.close(SETTLE_SECONDS):
        raise Refused(
            f"not saved: {ledger.trouble or 'the disk does not answer'}; {ledger.place.folder} needs mending first"
        )
