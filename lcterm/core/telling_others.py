"""What others did, for a seat that only sees what has become of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.events import Redone, SessionEvent, Undone
from lcterm.core.facts import Fact, place_of
from lcterm.core.log import Log
from lcterm.core.session import Meeting, Session
from lcterm.core.telling import told
from lcterm.core.told import STANDS, Told
from lcterm.core.topics import matters, says_the_same, topic

MOST = 64
"""Of more than so many acts that come at once, as from a laptop that was away, only the last are looked at."""


class Doings(NamedTuple):
    """An act of somebody else, as a line, and never the words of a capture. `matters`: everybody's hour goes on
    differently by it, or something of this seat went with it. `gone`: the ids of what of this seat it took along."""

    actor: str
    told: Told
    topic: tuple[str, str]
    matters: bool
    gone: tuple[str, ...] = ()


def doings(
    before: Meeting, arrived: Sequence[Fact], after: Meeting, log: Log[Session], actor: str
) -> tuple[Doings, ...]:
    """Those among the facts that have arrived which others than this actor did, which hold, and which change something.
    `before`, `after`: the meeting without them and with them."""
    found: list[Doings] = []
    state, ids = before.session, {fact.id for fact in arrived}
    for fact in arrived[-MOST:]:
        if isinstance(fact.event, Undone | Redone):
            one = _switched(replace(before, session=state), fact, after, log, actor)
            lone = len(arrived) == 1 and says_the_same(before.session, after.session, fact.at)
            found += [] if one is None or lone or _taken(fact) in ids else [one]
            state = after.session
        elif isinstance(fact.event, SessionEvent) and log.holds(fact):
            then, state = state, fold.apply(state, fact)
            if not state.alike(fold.passed_to(then, fact.at)):
                meeting, since = replace(before, session=then), replace(after, session=state)
                line, about = told(meeting, fact.event, since), topic(fact.event, fact.id)
                found.append(Doings(fact.actor, line, about, matters(fact.event, meeting)))
    return tuple(one for one in found if one.actor != actor)


def _switched(meeting: Meeting, fact: Fact, after: Meeting, log: Log[Session], actor: str) -> Doings | None:
    """What was taken back there or done again, and what of this seat went with it."""
    event = fact.event
    assert isinstance(event, Undone | Redone)
    target = log.fact(_taken(fact))
    if target is None or not isinstance(target.event, SessionEvent):
        return None
    went = log.went_with(target, fact.actor, Session.alike) if isinstance(event, Undone) else ()
    gone = tuple(one for one in went if one.actor == actor)
    meeting = replace(meeting, undo=target, redo=target)
    line = told(meeting, event, after)
    if gone:
        line = replace(line, text=f"{line.text} With it {_went(meeting, gone)}", private=True)
    big = bool(gone) or matters(event, meeting)
    return Doings(fact.actor, line, topic(target.event, target.id), big, tuple(one.id for one in gone))


def _taken(switch: Fact) -> str:
    """The id of what was taken back or done again."""
    event = switch.event
    return f"{event.writer}-{event.seq}" if isinstance(event, Undone | Redone) else ""


def _went(meeting: Meeting, gone: Sequence[Fact]) -> str:
    first = gone[0]
    if len(gone) > 1 or not isinstance(first.event, SessionEvent):
        return f"go {len(gone)} acts of yours."
    own = replace(meeting, undo=first, session=replace(meeting.session, at=first.at))
    return f"goes yours: {told(own, Undone(writer=first.writer, seq=first.seq), own).text.removeprefix('Taken back: ')}"


def latest(all_of_them: Sequence[Doings]) -> Doings:
    """The one of these that is told: the last that matters, else the last."""
    return next((one for one in reversed(all_of_them) if one.matters), all_of_them[-1])


# ── What moves nothing ──────────────────────────────────────────────────────────────────────────────────────────


class Stands(NamedTuple):
    """Why taking back an act moves nothing: the fact of somebody else, and whether that one took it along when it was
    taken back, or is what stands on top of it."""

    fact: Fact
    took_along: bool


def what_stands(log: Log[Session], act: Fact) -> Stands | None:
    """What of somebody else made this act one that moves nothing; None where it is not one thing."""
    return next(_in_the_way(log, act), None)


def _in_the_way(log: Log[Session], act: Fact) -> Iterator[Stands]:
    """Latest first; something that took it along before what changed it."""
    later = [one for one in log.since(act) if one.actor != act.actor]
    for one in reversed(later):
        if isinstance(one.event, Undone):
            target = log.fact(_taken(one))
            if target is not None and not log.holds(target) and place_of(target) < place_of(act):
                yield Stands(one, took_along=True)
    if not isinstance(act.event, SessionEvent):
        return
    about = topic(act.event, act.id)
    for one in reversed(later):
        if isinstance(one.event, SessionEvent) and log.holds(one) and topic(one.event, one.id) == about:
            yield Stands(one, took_along=False)


def nothing_moved(stands: Stands | None, whose: str) -> str:
    """What is said of that; `whose`: how the seat is called that did what stands."""
    if stands is None:
        return STANDS
    if stands.took_along:
        return f"Nothing moved: that had gone already, with what {whose} took back."
    return f"Nothing moved: {whose} changed it since, and that stays."
