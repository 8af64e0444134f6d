"""Which facts hold the words of a capture, and what stands in their place once those are struck."""

from collections.abc import Collection

from lcterm.core.events import AnyEvent, CaptureEdited, CaptureStruck, CaptureWritten, Erased, SessionPlanned
from lcterm.core.facts import Fact


def capture_in(fact: Fact) -> str:
    """The id of the capture whose words this fact holds; "" for one that holds none."""
    event = fact.event
    if isinstance(event, CaptureWritten):
        return fact.id
    return event.capture if isinstance(event, CaptureEdited) else ""


def without_words(fact: Fact) -> Fact:
    """The same fact in its place, who and when, with nothing left of what it said."""
    return fact._replace(event=Erased())


def can_be_taken_back(event: AnyEvent, struck: Collection[str]) -> bool:
    """Whether undo and redo reach this event: not the plan, not a strike, nor anything about words that are gone."""
    if isinstance(event, SessionPlanned | CaptureStruck | Erased):
        return False
    return getattr(event, "capture", "") not in struck
