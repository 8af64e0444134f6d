"""The facts of how a community means to work: what it settled of its charter, and how far its setting up has come."""

from typing import Literal

from lcterm.core.event import Event

SetupState = Literal["open", "under way", "settled", "not needed"]
"""How an item of the setting up stands."""


class CharterAnswered(Event, frozen=True, tag=True):
    """What the group settled about `topic`, as it now stands: in words, and where the topic has set answers the id of
    the one chosen. Neither: it is open again. `session`: the id of the session in which it was settled, "" outside
    any. `instead`: as in RulesAgreed."""

    topic: str
    answer: str = ""
    choice: str = ""
    session: str = ""
    instead: tuple[str, ...] | None = None


class PurposeAgreed(Event, frozen=True, tag=True):
    """What the community is for, in the group's words, as it now stands ([LC]: the first thing a new circle says); ""
    leaves it open. `session`: the id of the session in which it was said, "" outside any."""

    purpose: str = ""
    session: str = ""


class SetupNoted(Event, frozen=True, tag=True):
    """How an item of the setting up now stands: a note, who sees to it and until when, each in words. An item that is
    `open` and has no words is as it was at the beginning."""

    item: str
    state: SetupState = "open"
    note: str = ""
    who: str = ""
    when: str = ""
