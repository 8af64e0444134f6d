"""What all events have in common. The kinds stand in a file a topic: community, agenda, floor and people, captures."""

from typing import Literal

from msgspec import Struct

Role = Literal[
    "member", "facilitator", "co-facilitator", "presenter", "coordinator", "rules keeper", "sponsor", "observer"
]


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """Anything that was seen to happen."""
