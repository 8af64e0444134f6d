"""The facts of a decision that is being made in a way of its own, because no consensus comes or one or two carry the
room ([HB])."""

from typing import Literal

from lcterm.core.event import Event
from lcterm.core.events_captures import Words

DecidingWay = Literal["lights", "pairs", "what-else"]
"""Traffic light: green and red marks for each suggestion. Pairs: three suggestions a pair, sorted, one of them goes to
the wall, then all vote. What else: what would the group need to know before it can decide?"""

Sort = Literal["must", "should", "could"]
"""How a pair sorts its suggestions."""

Light = Literal["green", "red"]

Outcome = Literal["decided", "parked", "left"]
"""Agreed, set aside until more is known, or given up without a word."""


class DecidingBegun(Event, frozen=True, tag=True):
    """The group sets out to decide `question`, at `point` ("" outside any). One that is still open gives way to it."""

    way: DecidingWay
    question: str
    point: str = ""


class SuggestionMade(Event, frozen=True, tag=True):
    """A suggestion, or in `what-else` something to find out. `pair`: ids of those it comes from. `instead`: the id of
    the suggestion that it takes the place of, marks and all gone: nobody has voted on the new words."""

    deciding: str
    text: str
    pair: tuple[str, ...] = ()
    sort: Sort | Literal[""] = ""
    instead: str = ""


class SuggestionSorted(Event, frozen=True, tag=True):
    """The pair finds that it must, should or could be; "" takes that back."""

    suggestion: str
    sort: Sort | Literal[""]


class SuggestionPut(Event, frozen=True, tag=True):
    """It goes to the wall for the vote, or comes off it."""

    suggestion: str
    wall: bool = True


class VoteOpened(Event, frozen=True, tag=True):
    """All vote on what is on the wall now; closing it again lets suggestions change, and keeps the marks."""

    deciding: str
    open: bool = True


class LightShown(Event, frozen=True, tag=True):
    """A person's mark for a suggestion; "" takes it back."""

    suggestion: str
    person: str
    light: Light | Literal[""]


class LightsCounted(Event, frozen=True, tag=True):
    """So many marks were counted in the room, whoever gave them; they stand in the place of marks by name."""

    suggestion: str
    green: int
    red: int


class DecidingEnded(Event, frozen=True, tag=True):
    """It is over. `decided` and `parked` leave a capture with these words, whose id is that of this fact; `parked` in
    the way of `what-else` leaves a question for each thing to find out, with the suggestion's own id. `seat` as in
    CaptureWritten."""

    deciding: str
    outcome: Outcome
    words: Words | None = None
    seat: str = ""
