"""What several writers' segments say together: each fact once, whatever arrives in whatever order."""

from lcterm.core.erasure import Gone, gone_by
from lcterm.core.facts import Fact
from lcterm.store.segment import Segment

Identity = tuple[str, int]
"""Writer and seq."""


class Union:
    """The facts of a log as gathered so far. Of two copies of a fact the one with the higher rev counts, else the
    first seen."""

    def __init__(self) -> None:
        self._by_identity: dict[Identity, tuple[int, Fact]] = {}
        self._waiting: list[tuple[str, Segment]] = []  # with none but new facts; mostly nobody asks for one
        self.count = 0
        """How many facts are here, each once."""
        self._arrived: dict[str, set[int]] = {}
        self._at_odds: set[Identity] = set()

    def add(self, writer: str, segment: Segment) -> list[Fact]:
        """Takes a segment's facts; those that are new. One that was known comes again only when a higher rev changed
        it, as an erasure does: it then stands in the place of the former."""
        arrived = self._arrived.setdefault(writer, set())
        arrived.update(segment.unread)
        seqs = {fact.seq for fact in segment.facts}
        if arrived.isdisjoint(seqs) and len(seqs) == len(segment.facts):
            arrived |= seqs
            self._waiting.append((writer, segment))
            self.count += len(seqs)
            return list(segment.facts)
        new: list[Fact] = []
        facts = self._indexed()
        for fact in segment.facts:
            identity = (writer, fact.seq)
            held = facts.get(identity)
            if held is not None and segment.rev <= held[0]:
                if segment.rev == held[0] and fact != held[1]:
                    self._at_odds.add(identity)
                continue
            if held is None or fact != held[1]:
                new.append(fact)
            arrived.add(fact.seq)
            facts[identity] = (segment.rev, fact)
        self.count = len(facts)
        return new

    def _indexed(self) -> dict[Identity, tuple[int, Fact]]:
        """Each fact, and the rev of the copy that counts."""
        for writer, segment in self._waiting:
            self._by_identity.update(((writer, fact.seq), (segment.rev, fact)) for fact in segment.facts)
        self._waiting.clear()
        return self._by_identity

    def kinds(self) -> set[type]:
        """Which kinds of events are here, of those that this version can read."""
        return {type(fact.event) for _, fact in self._indexed().values()}

    def gone(self) -> Gone:
        """What was struck and who is forgotten."""
        return gone_by(fact for _, fact in self._indexed().values())

    def fact(self, writer: str, seq: int) -> Fact | None:
        """A fact as it counts; None for one that is not here, or that this version cannot read."""
        held = self._indexed().get((writer, seq))
        return held[1] if held is not None else None

    def arrived(self, writer: str, seq: int) -> bool:
        """Whether a fact is here, be it one that this version cannot read."""
        return seq in self._arrived.get(writer, ())

    def missing(self) -> dict[str, int]:
        """How many events have not arrived, by writer: those before the last that has."""
        gaps = {writer: max(seqs) - len(seqs) for writer, seqs in self._arrived.items() if seqs}
        return {writer: gap for writer, gap in gaps.items() if gap}

    def at_odds(self) -> int:
        """How many events came in two copies of one rev that differ."""
        return len(self._at_odds)
