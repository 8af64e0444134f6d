"""Who spoke from when to when in a session, and who was here: stretches of wall time, out of its log.

The state of a session holds sums alone; what is needed to look back at single turns is worked out here.
"""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.agenda_plan import Mode
from lcterm.core.events import RecordedSpeaker, Segment, SpokeNoted, TurnsImported
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Session


class Stretch(NamedTuple):
    """Somebody (id) had the floor from `start` to `end`, wall ms, without a pause and at one point (id) in one mode.
    `noted`: they were noted to have spoken just then, nobody knows for how long, so that both times are the same."""

    person: str
    start: int
    end: int
    mode: Mode
    point: str
    noted: bool = False


class Here(NamedTuple):
    """Somebody (id) was in the room or on the line from `start` to `end`, wall ms."""

    person: str
    start: int
    end: int


class Recorded(NamedTuple):
    """A recording as it came in: times in microseconds from its own beginning, in the order of its file."""

    recording: str
    speakers: tuple[RecordedSpeaker, ...]
    segments: tuple[Segment, ...]


class Spoken(NamedTuple):
    """All of a session: what was seen live in the order in which it ended, and its recordings."""

    stretches: tuple[Stretch, ...]
    here: tuple[Here, ...]
    recordings: tuple[Recorded, ...]


class _Watch(Struct, frozen=True):
    """A session and what was seen of it so far. `since`: when the open stretch of speech began; `arrived`: when each
    who is here came, both wall ms."""

    session: Session
    since: int = 0
    arrived: dict[str, int] = {}
    stretches: tuple[Stretch, ...] = ()
    here: tuple[Here, ...] = ()
    recordings: tuple[Recorded, ...] = ()


def spoken(facts: Iterable[Fact], session: str, now: int) -> Spoken:
    """Who spoke and who was here, by the facts of the session's log; what is still going on lasts until `now` (wall
    ms)."""
    listening = Listening(session)
    listening.add(facts)
    return listening.spoken(now)


class Listening:
    """Who spoke and who was here, followed on and on: only what is new is worked out."""

    def __init__(self, session: str) -> None:
        self._log = Log(_Watch(Session(id=session)), _watch)

    def add(self, facts: Iterable[Fact]) -> bool:
        """Take in facts of the session's log, those that are known already too; whether anything is different."""
        return self._log.add(facts)

    def spoken(self, now: int) -> Spoken:
        """What there is; what is still going on lasts until `now` (wall ms)."""
        last = self._log.state
        now = max(now, last.session.at)
        present = tuple(Here(person, came, now) for person, came in last.arrived.items())
        return Spoken(
            stretches=(*last.stretches, *_over(last.session, last.since, now)),
            here=_in_order((*last.here, *present)),
            recordings=last.recordings,
        )


def _in_order(here: Iterable[Here]) -> tuple[Here, ...]:
    return tuple(sorted(here, key=lambda one: (one.start, one.end, one.person)))


def _watch(watch: _Watch, fact: Fact) -> _Watch:
    before, after = watch.session, fold.apply(watch.session, fact)
    watch = replace(watch, session=after)
    match fact.event:
        case TurnsImported(recording=recording, speakers=speakers) as event:
            if len(after.recordings) > len(before.recordings):
                watch = replace(watch, recordings=(*watch.recordings, Recorded(recording, speakers, event.heard)))
        case SpokeNoted(person=person) if after is not before and before.live and person in before.voices:
            noted = Stretch(person, after.at, after.at, after.mode, after.running, noted=True)
            watch = replace(watch, stretches=(*watch.stretches, noted))
        case _:
            pass
    if _speech(before) != _speech(after):
        ended = _over(before, watch.since, after.at)
        watch = replace(watch, since=after.at, stretches=(*watch.stretches, *ended))
    if before.voices is not after.voices or before.live != after.live:
        watch = _came_and_went(watch, after)
    return watch


def _speech(session: Session) -> tuple[str, str, str, Mode] | None:
    """What the running stretch of speech is known by; None while nobody speaks or the clock stands still."""
    turn = session.turn
    if turn is None or session.status != "running":
        return None
    return turn.id, turn.person, session.running, session.mode


def _over(session: Session, since: int, at: int) -> tuple[Stretch, ...]:
    """The stretch that was running in this state, as it ended at `at`; nothing for one that took no time."""
    speech = _speech(session)
    if speech is None or at <= since:
        return ()
    _, person, point, mode = speech
    return (Stretch(person, since, at, mode, point),)


def _came_and_went(watch: _Watch, after: Session) -> _Watch:
    present = {person for person, voice in after.voices.items() if voice.reachable} if after.live else set()
    left = [one for one in watch.arrived if one not in present]
    came = {one: after.at for one in after.voices if one in present and one not in watch.arrived}
    if not left and not came:
        return watch
    arrived = {person: since for person, since in watch.arrived.items() if person in present}
    over = tuple(Here(person, watch.arrived[person], after.at) for person in left)
    return replace(watch, arrived={**arrived, **came}, here=(*watch.here, *over))
