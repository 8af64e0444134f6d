"""A session looked back at: what stood at any moment of it, as whoever was there saw it then.

At a moment the log is what had been written by then: an act that was taken back later stands until it was. A session
that is known from a recording alone is heard as far as that moment instead.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.community import Community
from lcterm.core.events import TurnsImported
from lcterm.core.facts import Fact, place_of
from lcterm.core.log import Log
from lcterm.core.session import Meeting, Session, Turn
from lcterm.core.spoken import spoken


class Replay:
    """All moments of one session, from `begins` to `ends` (wall ms). `marks`: the moments at which something was
    noted, in a recording at which somebody began to speak, rising. `never_ran`: it is known from recordings and records
    of who was there alone, so that its voices are all there is to see."""

    def __init__(self, community: Community, session: str, facts: Sequence[Fact]) -> None:
        self._community = community
        self._facts = sorted(facts, key=place_of)
        log = Log(Session(id=session, community=community.id), fold.apply)
        self._states = [log.state]
        for fact in self._facts:
            log.add([fact])
            self._states.append(log.state)
        self._times = list(accumulate((fact.at for fact in self._facts), max))
        self.last = log.state
        """How it stood in the end."""
        self._recordings = spoken(self._facts, session, self.last.at).recordings
        self.never_ran = self.last.started is None and bool(self.last.recordings or self.last.attended)
        self.begins = self.last.began
        self.ends = max(self.begins, self._known_until() if self.never_ran else self.last.ended or self.last.at)
        noted = self._spoken_at() if self.never_ran else self._times
        self.marks = tuple(sorted({at for at in noted if self.begins <= at <= self.ends}))

    def _spoken_at(self) -> list[int]:
        return [self.begins + segment.start // 1000 for one in self._recordings for segment in one.segments]

    def _known_until(self) -> int:
        """The end of what was recorded, and the time when the last of those in a record left."""
        heard = (segment.start + segment.length for one in self._recordings for segment in one.segments)
        left = (end for stay in self.last.attended.values() for _, end in stay.spans)
        return max(self.begins + max(heard, default=0) // 1000, max(left, default=0))

    def at(self, moment: int) -> Meeting:
        """The session with its community at this moment (wall ms); the community as it is now, for its log is
        another."""
        moment = min(max(moment, self.begins), self.ends)
        if self.never_ran:
            return Meeting(community=self._community, session=self._heard_at(moment))
        return Meeting(community=self._community, session=self._states[bisect_right(self._times, moment)])

    def _heard_at(self, moment: int) -> Session:
        """The session as if its recordings had gone no further than this. What was written down came later, and stands
        at the end alone."""
        micros = (moment - self.begins) * 1000
        log = Log(Session(id=self.last.id, community=self.last.community), fold.apply)
        log.add(_cut(fact, micros) if isinstance(fact.event, TurnsImported) else fact for fact in self._facts)
        written = log.state.captures if moment >= self.ends else {}
        return replace(log.state, turn=self._speaking(micros), captures=written, at=moment)

    def _speaking(self, micros: int) -> Turn | None:
        """Whose segment covers this (microseconds from the beginning): of several the one that began last."""
        found: Turn | None = None
        latest = -1
        for one in self._recordings:
            for segment in one.segments:
                if segment.start <= micros < segment.start + segment.length and segment.start > latest:
                    latest, person = segment.start, one.speakers[segment.speaker].person
                    since = self.begins + segment.start // 1000
                    found = Turn(id=one.recording, person=person, since=since, ran=0)
        return found

    def next_mark(self, moment: int, way: int) -> int:
        """The next moment at which something was noted, after this one or (`way` below 0) before it; else the end of
        the session on that side."""
        if way < 0:
            earlier = [mark for mark in self.marks if mark < moment]
            return earlier[-1] if earlier else self.begins
        return next((mark for mark in self.marks if mark > moment), self.ends)


def _cut(fact: Fact, micros: int) -> Fact:
    """The recording as far as this, in microseconds."""
    event = fact.event
    assert isinstance(event, TurnsImported)
    heard = tuple(
        replace(one, length=min(one.length, micros - one.start)) for one in event.segments if one.start < micros
    )
    return replace(fact, event=replace(event, segments=heard))
