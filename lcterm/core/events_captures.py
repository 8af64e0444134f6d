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
    """What a capture says. `owners` and `by` (whose words they are) are ids; `due` is an ISO date; `due_next`: by the
    next session. `named`: whoever gave the feedback wants their name beside it."""

    kind: CaptureKind
    text: str
    owners: tuple[str, ...] = ()
    due: str = ""
    due_next: bool = False
    audience: Audience = "group"
    to: str = ""
    by: str = ""
    named: bool = False


class CaptureWritten(Event, frozen=True, tag=True):
    """Something was written down at `point` ("" outside any). `seat`: who held the facilitator's seat, as the one who
    wrote it knew it ("" the first)."""

    words: Words
    point: str = ""
    seat: str = ""


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


class CaptureReleased(Event, frozen=True, tag=True):
    """The group has heard it and agreed that it leaves the room; or no longer. `wording`: the id of the fact that gave
    it the words that were heard; of other words it says nothing. "" is whatever it says now."""

    capture: str
    released: bool = True
    wording: str = ""


class QuoteAgreed(Event, frozen=True, tag=True):
    """The speaker said yes to being quoted; or takes it back. `wording`: as in CaptureReleased."""

    capture: str
    agreed: bool = True
    wording: str = ""


class CaptureStruck(Event, frozen=True, tag=True):
    """The words are gone for good: hidden at once, and erased from every stored file. It cannot be undone. `also`: ids
    of what says the same, as the suggestion from which a decision came."""

    capture: str
    also: tuple[str, ...] = ()


class Erased(Event, frozen=True, tag=True):
    """Stands in a file where words were struck; says nothing and changes nothing."""
