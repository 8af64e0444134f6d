"""A fact on its way to a segment, and how much one of them holds."""

from typing import Any

import msgspec
from msgspec import Struct

from lcterm.core.erasure import Tombstone
from lcterm.core.facts import Fact
from lcterm.store.segment import encode_fact

EVENTS_MAX = 128
"""Events in one file."""

BYTES_MAX = 256 * 1024
"""Bytes of one file; a single event that is larger has a file of its own."""


class Entry(Struct, frozen=True):
    """A fact made ready for the disk, and the bytes it takes there."""

    fact: Fact
    document: dict[str, Any]
    size: int

    @property
    def strikes(self) -> bool:
        """It begins a file: an old copy of a file that comes back, words and all, must not take the strike away."""
        return isinstance(self.fact.event, Tombstone)


def entry_of(fact: Fact) -> Entry:
    """The fact as a document."""
    document = encode_fact(fact)
    # The document itself, its key in quotation marks, a colon and a comma.
    return Entry(fact, document, len(msgspec.json.encode(document)) + len(str(fact.seq)) + 4)
