"""A fact: an event with who, when and its place in the order of the log. And its stored form."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from lcterm.core.events import AnyEvent

STAMP_MAX = 2**62
AT_MAX = 253_402_300_799_999
"""The end of the year 9999. What lies beyond these is damage, and nothing of ours is ever written beyond them."""

EVENT_VERSION = 1
"""The highest version of an event's shape that this lcterm knows."""


class Fact(Struct, frozen=True):
    """An event as it stands in a log. `place_of` it, (stamp, writer, seq), is the order of the log.

    `stamp` is one integer, `max(now_ms, last seen + 1)`; only the order comes from it. `seq` counts a writer's facts
    from 1. `at` is wall time in ms since the epoch: durations come from it. `actor` is stable per person and device.
    """

    stamp: int
    writer: str
    seq: int
    at: int
    actor: str
    event: AnyEvent

    @property
    def id(self) -> str:
        """Names the fact, and whatever it brought into being: a turn, a capture."""
        return f"{self.writer}-{self.seq}"


place_of: Callable[[Fact], tuple[int, str, int]] = attrgetter("stamp", "writer", "seq")
"""Where a fact stands in the order of the log, and nothing else: two copies of one fact need not be alike in all."""


class _Enveloped(Struct, frozen=True, kw_only=True):
    """What a fact is stored with. `v` is the version of the event's shape."""

    stamp: Annotated[int, Meta(ge=0, le=STAMP_MAX)]
    at: Annotated[int, Meta(ge=0, le=AT_MAX)]
    actor: str
    v: int = 1


class Envelope(_Enveloped, frozen=True, kw_only=True):
    """A fact as stored: a document of the table `events`, whose document id is the seq. `event` is decoded on its own,
    so that a kind from a newer version is kept and passed over instead of spoiling the file."""

    event: Raw


class KnownEnvelope(_Enveloped, frozen=True, kw_only=True):
    """The same where the event is of a kind and shape that this version knows."""

    event: AnyEvent
    v: Annotated[int, Meta(le=EVENT_VERSION)] = 1


@cache
def _events() -> "msgspec.json.Decoder[AnyEvent]":
    return msgspec.json.Decoder(AnyEvent)


def decode_event(raw: Raw | bytes) -> AnyEvent:
    """The event in these bytes. Raises msgspec.ValidationError for a kind or shape that this version does not know,
    msgspec.DecodeError for what is no JSON, RecursionError for what is nested without end."""
    return _events().decode(raw)
