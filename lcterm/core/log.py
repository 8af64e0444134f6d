"""A log of facts and the state it folds to, whatever order the facts arrive in."""

import operator
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.erasure import NOTHING, Gone, Tombstone, can_be_taken_back, cleared, gone_by, without_words, wordless
from lcterm.core.events import Redone, Undone
from lcterm.core.facts import Fact, place_of

EVERY = 128
"""A state is kept every so many facts, so that undo and late facts fold only what follows."""

RECENT = 1024
"""How far back undo reaches, in facts of all writers: an hour of a lively session."""

SWITCHES = (Undone, Redone)
"""What changes which facts hold, and nothing else."""

State = TypeVar("State")
_NO_ACT = Undone(writer="", seq=0)


class Acts(Struct, frozen=True):
    """What an actor could take back now, and what they could do again."""

    undo: Fact | None
    redo: Fact | None


class Log(Generic[State]):
    """Facts in their order, and the state after the last. A fact that was taken back is passed over by the fold.

    Facts may come late, twice and out of order: the state depends on the set of facts alone. Of a capture that was
    struck and of a person who is forgotten no words are held, neither in a fact nor in a state that is kept, whichever
    came first.
    """

    def __init__(self, empty: State, apply: Callable[[State, Fact], State]) -> None:
        self._apply = apply
        self._kept: list[State] = [empty]  # after 0, 128, 256 … facts
        self._facts: list[Fact] = []
        self._by_id: dict[tuple[str, int], Fact] = {}
        self._switches: list[Fact] = []  # Undone and Redone, in order
        self._undone: frozenset[tuple[str, int]] = frozenset()
        self._gone: Gone = NOTHING
        self._state = empty
        self._newest: list[tuple[str, int]] = []

    @property
    def state(self) -> State:
        return self._state

    @property
    def facts(self) -> list[Fact]:
        return self._facts

    @property
    def newest(self) -> list[Fact]:
        """What the last call of `add` took in that was new, in its order."""
        return [self._by_id[id] for id in self._newest]

    @property
    def last_stamp(self) -> int:
        return self._facts[-1].stamp if self._facts else 0

    @property
    def struck(self) -> frozenset[str]:
        """The ids of the captures that were struck; the same object until there is another."""
        return self._gone.struck

    @property
    def gone(self) -> Gone:
        """All that is gone for good; the same object until there is more."""
        return self._gone

    def fact(self, id: str) -> Fact | None:
        """The fact of this id, be it taken back or not; None for one that is not here."""
        writer, _, seq = id.rpartition("-")
        return self._by_id.get((writer, int(seq))) if seq.isascii() and seq.isdigit() and len(seq) < 20 else None

    def add(self, facts: Iterable[Fact]) -> bool:
        """Take in facts; whether anything is different.

        Of two copies of a fact the first stands, but for one whose words were erased: that one does.
        """
        arrived = sorted(facts, key=place_of)
        before = len(self._facts)
        erased = first = self._bury(arrived)
        if not before and self._begin(arrived):
            return True
        switched, self._newest = False, []
        for fact in arrived:
            held = self._by_id.get((fact.writer, fact.seq))
            if held is None:
                first = min(first, self._insert(fact))
                self._newest.append((fact.writer, fact.seq))
            elif held.event != fact.event == wordless(held.event):
                erased = first = min(first, self._put(held, without_words(held)))
            else:
                continue
            switched = switched or isinstance((held or fact).event, SWITCHES)
        if switched:
            first = min(first, self._switch())
        if first < len(self._facts):
            self._fold_from(first, appended=erased >= before and len(self._facts) == before + 1)
        return first < len(self._facts)

    def _begin(self, arrived: list[Fact]) -> bool:
        """Take in all that a log holds at once, as whoever opens one does; whether that goes: nothing is gone, and
        nothing is there twice."""
        by_id = {(fact.writer, fact.seq): fact for fact in arrived}
        if self._gone.anything or not by_id or len(by_id) < len(arrived):
            return False
        self._facts, self._by_id, self._newest = arrived, by_id, list(by_id)
        self._switches = [fact for fact in arrived if type(fact.event) in SWITCHES]
        self._switch()
        self._fold_from(0, appended=False)
        return True

    def _insert(self, fact: Fact) -> int:
        """Put a fact that is new in its place; which that is."""
        if self._gone.anything:
            fact = cleared(fact, self._gone)
        self._by_id[(fact.writer, fact.seq)] = fact
        late = self._facts and place_of(fact) < place_of(self._facts[-1])
        place = bisect_left(self._facts, place_of(fact), key=place_of) if late else len(self._facts)
        self._facts.insert(place, fact)
        if isinstance(fact.event, SWITCHES):
            insort(self._switches, fact, key=place_of)
        return place

    def _bury(self, arrived: list[Fact]) -> int:
        """Take what these facts say is gone out of those that are here; the place of the first one changed."""
        new = gone_by(arrived)
        if not new.anything or self._gone.holds(new):
            return len(self._facts)
        self._gone = self._gone.union(new)
        pairs = [(fact, cleared(fact, self._gone)) for fact in self._facts]
        return min((self._put(held, after) for held, after in pairs if after is not held), default=len(self._facts))

    def _put(self, held: Fact, after: Fact) -> int:
        """Let one fact stand in the place of another; which that is."""
        place = bisect_left(self._facts, place_of(held), key=place_of)
        self._facts[place] = self._by_id[(held.writer, held.seq)] = after
        if isinstance(held.event, SWITCHES):
            self._switches = [switch for switch in self._switches if switch is not held]
        return place

    def _switch(self) -> int:
        """Work out anew which facts hold; the place of the first one for which that has changed."""
        undone: set[tuple[str, int]] = set()
        for switch in self._switches:
            event = switch.event
            if isinstance(event, Undone):
                undone.add((event.writer, event.seq))
            elif isinstance(event, Redone):
                undone.discard((event.writer, event.seq))
        changed = undone ^ self._undone
        self._undone = frozenset(undone)
        known = (self._by_id[id] for id in changed if id in self._by_id)
        places = (bisect_left(self._facts, place_of(fact), key=place_of) for fact in known)
        return min(places, default=len(self._facts))

    def _fold_from(self, place: int, *, appended: bool) -> None:
        """Fold anew from this place on; `appended`: no more than one fact that came last can be new there."""
        if appended and place == len(self._facts) - 1 and place % EVERY:
            self._state = self._step(self._state, self._facts[place])
            return
        kept = min(place // EVERY, len(self._kept) - 1)
        del self._kept[kept + 1 :]
        state = self._kept[kept]
        apply, counts = self._apply, self._counts
        for start in range(kept * EVERY, len(self._facts), EVERY):
            self._kept[start // EVERY :] = [state]
            for fact in self._facts[start : start + EVERY]:
                if counts(fact):
                    state = apply(state, fact)
        self._state = state

    def _step(self, state: State, fact: Fact) -> State:
        return self._apply(state, fact) if self._counts(fact) else state

    def _counts(self, fact: Fact) -> bool:
        """Whether the fold looks at it."""
        return type(fact.event) not in SWITCHES and (not self._undone or self.holds(fact))

    def acts(self, actor: str) -> Acts:
        """The actor's last act that still holds, and the last they took back with no new act since."""
        return Acts(self._last_holding(actor), self._last_taken_back(actor))

    def others_since(self, fact: Fact, actor: str) -> bool:
        """Whether anybody else's fact comes after this one."""
        place = bisect_left(self._facts, place_of(fact), key=place_of)
        return any(later.actor != actor for later in self._facts[place + 1 :])

    def holds(self, fact: Fact) -> bool:
        """Whether nobody has taken it back; a strike nobody can."""
        return (fact.writer, fact.seq) not in self._undone or isinstance(fact.event, Tombstone)

    def since(self, fact: Fact) -> list[Fact]:
        """Everybody's facts after this one."""
        return self._facts[bisect_left(self._facts, place_of(fact), key=place_of) + 1 :]

    def resting_on(
        self, fact: Fact, actor: str, alike: Callable[[State, State], bool] = operator.eq
    ) -> tuple[Fact, ...]:
        """Acts of others that nobody took back, and that without this fact would be passed over by the fold, oldest
        first. `alike`: whether two states say the same."""
        return tuple(self._resting(fact, actor, alike, self.holds)) if self.holds(fact) else ()

    def went_with(
        self, fact: Fact, actor: str, alike: Callable[[State, State], bool] = operator.eq
    ) -> tuple[Fact, ...]:
        """The same of a fact that was taken back: what has gone with it."""
        return tuple(self._resting(fact, actor, alike, self.holds))

    def given_up(self, fact: Fact, actor: str, alike: Callable[[State, State], bool] = operator.eq) -> tuple[Fact, ...]:
        """Acts of others that had gone with this one when the actor took it back, and were taken back themselves since,
        so that doing it again does not bring them back."""
        went = [switch for switch in self._switches if switch.actor == actor and switch.event == _undone(fact)]
        later = self.since(went[-1]) if went else []
        undone = [switch.event for switch in later if switch.actor != actor]
        if not any(isinstance(event, Undone) for event in undone):
            return ()
        return tuple(
            self._resting(fact, actor, alike, lambda one: _undone(one) in undone and not self.holds(one)),
        )

    def _resting(
        self, fact: Fact, actor: str, alike: Callable[[State, State], bool], wanted: Callable[[Fact], bool]
    ) -> Iterator[Fact]:
        place = bisect_left(self._facts, place_of(fact), key=place_of)
        if not self.others_since(fact, actor):
            return
        kept = min(place // EVERY, len(self._kept) - 1)
        without = self._kept[kept]
        for earlier in self._facts[kept * EVERY : place]:
            without = self._step(without, earlier)
        held = self._apply(without, fact)
        for later in self._facts[place + 1 :]:
            theirs = later.actor != actor and not isinstance(later.event, SWITCHES)
            if theirs and wanted(later) and self._tells(held, later, alike) and not self._tells(without, later, alike):
                yield later
            held, without = self._step(held, later), self._step(without, later)

    def _tells(self, state: State, fact: Fact, alike: Callable[[State, State], bool]) -> bool:
        """Whether the fold does more with this fact than to let time pass."""
        return not alike(self._apply(state, fact), self._apply(state, replace(fact, event=_NO_ACT)))

    def _own(self, actor: str) -> Iterator[Fact]:
        """The actor's facts that undo and redo reach, latest first; mostly the first of them is the one wanted."""
        return (fact for fact in islice(reversed(self._facts), RECENT) if fact.actor == actor)

    def _last_holding(self, actor: str) -> Fact | None:
        for fact in self._own(actor):
            holds = type(fact.event) not in SWITCHES and (fact.writer, fact.seq) not in self._undone
            if holds and can_be_taken_back(fact.event, self._gone):
                return fact
        return None

    def _last_taken_back(self, actor: str) -> Fact | None:
        """Redo goes back through what is undone still, latest first, and stops at a new act."""
        for fact in self._own(actor):
            if not can_be_taken_back(fact.event, self._gone):
                continue
            match fact.event:
                case Undone(writer=writer, seq=seq):
                    held = self._by_id.get((writer, seq)) if (writer, seq) in self._undone else None
                    if held is not None and can_be_taken_back(held.event, self._gone):
                        return held
                case Redone():
                    pass
                case _:
                    return None
        return None


def _undone(fact: Fact) -> Undone:
    return Undone(writer=fact.writer, seq=fact.seq)
