"""The fold of what was written down."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from lcterm.core import fold_deciding
from lcterm.core.events import (
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureEvent,
    CaptureReleased,
    CaptureStruck,
    CaptureWritten,
    Erased,
    QuoteAgreed,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Capture, Session


def apply(state: Session, fact: Fact, event: CaptureEvent) -> Session:
    """The session after a fact about a capture."""
    match event:
        case CaptureWritten(words=words, point=point, seat=seat):
            if fact.id in state.struck:
                return state
            written = Capture(id=fact.id, words=words, at=fact.at, point=point, seat=seat, wording=fact.id)
            return _with(state, written)
        case CaptureEdited(capture=id, words=words):
            known = state.captures.get(id)
            return state if known is None else _with(state, _reworded(known, words, fact.id))
        case CaptureDone(capture=id, done=done):
            known = state.captures.get(id)
            return state if known is None else _with(state, replace(known, done=done, marked=fact.at))
        case CaptureReleased(capture=id, released=released, wording=wording):
            known = state.captures.get(id)
            if known is None or (released and wording not in ("", known.wording)):
                return state
            return _with(state, replace(known, released=released))
        case QuoteAgreed(capture=id, agreed=agreed, wording=wording):
            known = state.captures.get(id)
            if known is None or (agreed and wording not in ("", known.wording)):
                return state
            return _with(state, replace(known, agreed=agreed))
        case CaptureDropped(capture=id):
            return _gone(state, id)
        case CaptureStruck(capture=id, also=also):
            return taken_out(state, (id, *also))
        case Erased():
            return state
        case _:
            assert_never(event)


def _reworded(capture: Capture, words: Words, by: str) -> Capture:
    """What was agreed was agreed of these very words for these very readers: other words, here or on a laptop that has
    not heard of these, need another yes."""
    before = capture.words
    same = (before.kind, before.text, before.by, before.audience, before.to) == (
        words.kind,
        words.text,
        words.by,
        words.audience,
        words.to,
    )
    if same:
        return replace(capture, words=words)
    return replace(capture, words=words, wording=by, agreed=False, released=False)


def taken_out(state: Session, ids: Sequence[str]) -> Session:
    """The session without these captures, and without what was said of decisions under these ids: the words are gone
    for good."""
    left = {key: kept for key, kept in state.captures.items() if key not in ids}
    return fold_deciding.taken_out(replace(state, captures=left, struck=state.struck.union(ids)), ids)


def _gone(state: Session, id: str) -> Session:
    return replace(state, captures={key: kept for key, kept in state.captures.items() if key != id})


def _with(state: Session, capture: Capture) -> Session:
    return replace(state, captures={**state.captures, capture.id: capture})
