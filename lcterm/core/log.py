"""A log of facts and the state it folds to, whatever order the facts arrive in."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from lcterm.core.events import Redone, SessionPlanned, Undone
from lcterm.core.facts import Fact

EVERY = 128
"""A state is kept every so many facts, so that undo and late facts fold only what follows."""

RECENT = 1024
"""How far back undo reaches, in facts of all writers: an hour of a lively session."""

State = TypeVar("State")


class Acts(NamedTuple):
    """What an actor could take back now, and what they could do again."""

    undo: Fact | None
    redo: Fact | None


class Log(Generic[State]):
    """Facts in their order, and the state after the last. A fact that was taken back is passed over by the fold.

    Facts may come late, twice and out of order: the state depends on the set of facts alone.
    """

    def __init__(self, empty: State, apply: Callable[[State, Fact], State]) -> None:
        self._apply = apply
        self._kept: list[State] = [empty]  # after 0, 128, 256 … facts
        self._facts: list[Fact] = []
        self._by_id: dict[tuple[str, int], Fact] = {}
        self._switches: list[Fact] = []  # Undone and Redone, in order
        self._undone: frozenset[tuple[str, int]] = frozenset()
        self._state = empty

    @property
    def state(self) -> State:
        return self._state

    @property
    def facts(self) -> list[Fact]:
        return self._facts

    @property
    def last_stamp(self) -> int:
        return self._facts[-1].stamp if self._facts else 0

    def add(self, facts: Iterable[Fact]) -> bool:
        """Take in facts; whether there was anything new."""
        new = sorted((fact for fact in facts if (fact.writer, fact.seq) not in self._by_id), key=_place)
        first = len(self._facts)
        for fact in new:
            if (fact.writer, fact.seq) in self._by_id:
                continue
            self._by_id[(fact.writer, fact.seq)] = fact
            late = self._facts and _place(fact) < _place(self._facts[-1])
            place = bisect_left(self._facts, _place(fact), key=_place) if late else len(self._facts)
            self._facts.insert(place, fact)
            first = min(first, place)
            if isinstance(fact.event, Undone | Redone):
                insort(self._switches, fact, key=_place)
        if any(isinstance(fact.event, Undone | Redone) for fact in new):
            first = min(first, self._switch())
        if new:
            self._fold_from(first)
        return bool(new)

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
        places = (bisect_left(self._facts, _place(fact), key=_place) for fact in known)
        return min(places, default=len(self._facts))

    def _fold_from(self, place: int) -> None:
        if place == len(self._facts) - 1 and place % EVERY:
            self._state = self._step(self._state, self._facts[place])
            return
        kept = min(place // EVERY, len(self._kept) - 1)
        del self._kept[kept + 1 :]
        state = self._kept[kept]
        for count, fact in enumerate(self._facts[kept * EVERY :], kept * EVERY):
            if count % EVERY == 0 and count:
                self._kept[count // EVERY :] = [state]
            state = self._step(state, fact)
        self._state = state

    def _step(self, state: State, fact: Fact) -> State:
        if (fact.writer, fact.seq) in self._undone or isinstance(fact.event, Undone | Redone):
            return state
        return self._apply(state, fact)

    def acts(self, actor: str) -> Acts:
        """The actor's last act that still holds, and the last they took back with no new act since."""
        own = [fact for fact in reversed(self._facts[-RECENT:]) if self._is_act(fact, actor)]
        return Acts(self._last_holding(own), self._last_taken_back(own))

    def others_since(self, fact: Fact, actor: str) -> bool:
        """Whether anybody else's fact comes after this one."""
        place = bisect_left(self._facts, _place(fact), key=_place)
        return any(later.actor != actor for later in self._facts[place + 1 :])

    def _is_act(self, fact: Fact, actor: str) -> bool:
        return fact.actor == actor and not isinstance(fact.event, SessionPlanned)

    def _last_holding(self, latest_first: list[Fact]) -> Fact | None:
        holding = (
            fact
            for fact in latest_first
            if not isinstance(fact.event, Undone | Redone) and (fact.writer, fact.seq) not in self._undone
        )
        return next(holding, None)

    def _last_taken_back(self, latest_first: list[Fact]) -> Fact | None:
        """Redo goes back through what is undone still, latest first, and stops at a new act."""
        for fact in latest_first:
            match fact.event:
                case Undone(writer=writer, seq=seq):
                    if (writer, seq) in self._undone and (writer, seq) in self._by_id:
                        return self._by_id[(writer, seq)]
                case Redone():
                    pass
                case _:
                    return None
        return None


def _place(fact: Fact) -> tuple[int, str, int]:
    """What the order of the log rests on, and nothing else: two copies of one fact need not be alike in all."""
    return fact[:3]
