"""What all events have in common. The kinds stand in a file a topic: community, agenda, floor and people, captures."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

NotNegative: TypeAlias = Annotated[int, Meta(ge=0)]
"""A figure of which a stored one below nothing is damage: the event is then none that is known."""

Role = Literal[
    "member", "facilitator", "co-facilitator", "presenter", "coordinator", "rules keeper", "sponsor", "observer"
]


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """Anything that was seen to happen."""
