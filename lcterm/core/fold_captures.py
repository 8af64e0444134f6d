"""The fold of what was written down."""

from typing import assert_never

from msgspec.structs import replace

from lcterm.core.events import CaptureDone, CaptureDropped, CaptureEdited, CaptureEvent, CaptureWritten
from lcterm.core.facts import Fact
from lcterm.core.session import Capture, Session


def apply(state: Session, fact: Fact, event: CaptureEvent) -> Session:
    """The session after a fact about a capture."""
    match event:
        case CaptureWritten(words=words, point=point):
            return _with(state, Capture(id=fact.id, words=words, at=fact.at, point=point))
        case CaptureEdited(capture=id, words=words):
            known = state.captures.get(id)
            return state if known is None else _with(state, replace(known, words=words))
        case CaptureDone(capture=id, done=done):
            known = state.captures.get(id)
            return state if known is None else _with(state, replace(known, done=done))
        case CaptureDropped(capture=id):
            return replace(state, captures={key: kept for key, kept in state.captures.items() if key != id})
        case _:
            assert_never(event)


def _with(state: Session, capture: Capture) -> Session:
    return replace(state, captures={**state.captures, capture.id: capture})
