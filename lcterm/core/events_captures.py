"""The facts of what was written down."""

from typing import Literal

from msgspec import Struct

from lcterm.core.event import Event

CaptureKind = Literal[
    "action", "learning", "report", "decision", "question", "parked", "story", "outcome", "quote", "feedback", "note"
]

Audience = Literal["room", "group", "sponsor", "other", "facilitators"]
"""Who a capture is for; `other` goes with the name of the recipient in `to`; notes are always `facilitators`."""


class Words(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a capture says. `owners` and `by` are ids; `due` is an ISO date; `due_next`: by the next session."""

    kind: CaptureKind
    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    due_next: bool = False
    audience: Audience = "group"
    to: str = ""
    by: str = ""


class CaptureWritten(Event, frozen=True, tag=True):
    """Something was written down at `point` ("" outside any)."""

    words: Words
    point: str = ""


class CaptureEdited(Event, frozen=True, tag=True):
    """The capture now reads like this."""

    capture: str
    words: Words


class CaptureDone(Event, frozen=True, tag=True):
    """An action was done, or is open again."""

    capture: str
    done: bool = True


class CaptureDropped(Event, frozen=True, tag=True):
    """No longer wanted; it stays in the log."""

    capture: str
