"""A session that leaves the laptop as a file: which of its facts go along, and with how much of what they said.

The rule: of what was written down only what a facilitator of this session may read now, but never a note, which leaves
neither laptop nor author. What was taken back, dropped or worded otherwise before stays here, as what was struck does.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from lcterm.core.audience import readable
from lcterm.core.erasure import Tombstone
from lcterm.core.events import (
    AnyEvent,
    CaptureEdited,
    CaptureWritten,
    DecidingEnded,
    Erased,
    Redone,
    Undone,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Capture, Session

EARLIER = "…"
"""What is left of the wording of a capture that was mended since."""


def leaving(facts: Sequence[Fact], session: Session) -> list[Fact]:
    """The facts of a session, in their order, as they may leave. They fold to the same session but for the captures
    that stay; doing it again changes nothing. `session`: what they fold to."""
    undone = taken_back(facts)
    captures = {one.id: one for one in going_along(session)}
    return [
        replace(fact, event=Erased())
        if (fact.writer, fact.seq) in undone and not isinstance(fact.event, Tombstone)
        else _as_it_leaves(fact, captures)
        for fact in facts
    ]


def going_along(session: Session) -> list[Capture]:
    """The captures that leave with their session."""
    seen = readable("facilitators", session)
    return [one for one in seen if one.words.kind != "note" and one.words.audience != "facilitators"]


def taken_back(facts: Iterable[Fact]) -> frozenset[tuple[str, int]]:
    """Writer and seq of the facts that were undone and not done again. `facts` in the order of the log."""
    undone: set[tuple[str, int]] = set()
    for fact in facts:
        match fact.event:
            case Undone(writer=writer, seq=seq):
                undone.add((writer, seq))
            case Redone(writer=writer, seq=seq):
                undone.discard((writer, seq))
            case _:
                pass
    return frozenset(undone)


def _as_it_leaves(fact: Fact, captures: Mapping[str, Capture]) -> Fact:
    event: AnyEvent = fact.event
    match event:
        case CaptureWritten(words=words) | CaptureEdited(words=words):
            capture = captures.get(fact.id if isinstance(event, CaptureWritten) else event.capture)
            if capture is None:
                return replace(fact, event=Erased())
            now = _as_now(words, capture.words)
            return fact if now is words else replace(fact, event=replace(event, words=now))
        case DecidingEnded(words=Words() as words):
            capture = captures.get(fact.id)
            ended = None if capture is None else _as_now(words, capture.words)
            return fact if ended is words else replace(fact, event=replace(event, words=ended))
        case _:
            return fact


def _as_now(then: Words, now: Words) -> Words:
    """These words where they still stand so; else none, but so that whoever agreed to them has agreed to no others."""
    if _told(then) == _told(now) or then == _emptied(now):
        return then
    return _emptied(now)


def _told(words: Words) -> tuple[str, ...]:
    """What a yes or a release was given for."""
    return words.kind, words.text, words.by, words.audience, words.to


def _emptied(now: Words) -> Words:
    return Words(kind=now.kind, text=EARLIER if now.text != EARLIER else EARLIER * 2, audience="group")
