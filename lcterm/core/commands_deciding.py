"""Wishes about a decision that is being made. Suggestions are named by id; `None` is the deciding under way."""

from typing import Literal

from lcterm.core.command import Command
from lcterm.core.events import DecidingWay, Light, Sort


class BeginDeciding(Command, frozen=True):
    """Decide this, in this way."""

    way: DecidingWay
    question: str


class Suggest(Command, frozen=True):
    """A suggestion of the room, or of a pair (ids)."""

    text: str
    pair: tuple[str, ...] = ()
    sort: Sort | Literal[""] = ""
    instead: str = ""


class SortSuggestion(Command, frozen=True):
    """Must, should or could; "" takes it back."""

    suggestion: str
    sort: Sort | Literal[""]


class PutOnWall(Command, frozen=True):
    """One per pair goes to the wall; or comes off it."""

    suggestion: str
    wall: bool = True


class OpenVote(Command, frozen=True):
    """Now all vote; or not yet."""

    open: bool = True


class ShowLight(Command, frozen=True):
    """A person's mark for a suggestion; "" takes it back."""

    suggestion: str
    person: str
    light: Light | Literal[""]


class CountLights(Command, frozen=True):
    """So many of each were counted."""

    suggestion: str
    green: int
    red: int


class Settle(Command, frozen=True):
    """The group has decided: for this suggestion, or in these words; both given: the suggestion in these words."""

    suggestion: str = ""
    text: str = ""


class ParkDeciding(Command, frozen=True):
    """Park it until then ([HB]), with what else the group needs to know."""


class LeaveDeciding(Command, frozen=True):
    """Give it up; nothing is written down."""


DecidingCommand = (
    BeginDeciding
    | Suggest
    | SortSuggestion
    | PutOnWall
    | OpenVote
    | ShowLight
    | CountLights
    | Settle
    | ParkDeciding
    | LeaveDeciding
)
