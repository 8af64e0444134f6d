"""Which community is meant by what somebody typed: its id, its short name or its name, here or on the hub."""

from collections.abc import Sequence

import msgspec
from msgspec import DecodeError

from lcterm.core.community_events import CommunityFounded
from lcterm.core.facts import decode_event
from lcterm.core.refusal import Refused
from lcterm.core.text import folded, slug
from lcterm.hub.link import Link
from lcterm.hub.local import fact_from
from lcterm.store.archive import is_sound
from lcterm.store.ids import is_plain
from lcterm.store.neutral import neutral_text


def names_of(id: str, name: str) -> tuple[str, ...]:
    """All that a community may be called."""
    return id, slug(name, ()), folded(name)


def only(found: Sequence[str], typed: str) -> str:
    """The one id among these. Raises Refused where there are more."""
    if len(found) > 1:
        raise Refused(f"more than one community is called {typed!r}; name it by its id: {', '.join(found)}")
    return found[0]


def founded(link: Link) -> dict[str, str]:
    """The communities that this person may read on the hub, with the names they were founded by. What is no such fact
    is passed over: somebody may have let this person into a community that is full of anything."""
    found = link.rows(
        "select community, writer, seq, envelope::text from lcterm.events where log = community"
        " and envelope::text like %s and octet_length(envelope::text) < 65536 order by 1, 2, 3",
        ('%"CommunityFounded"%',),
    )
    names = ((community, _name_in(writer, seq, envelope)) for community, writer, seq, envelope in found)
    return {community: name for community, name in names if name is not None and is_plain(community)}


def _name_in(writer: str, seq: int, envelope: str) -> str | None:
    try:
        fact = fact_from(writer, seq, envelope)
        event = decode_event(fact.event) if is_sound(fact) else None
    except (DecodeError, msgspec.ValidationError, ValueError, RecursionError):
        return None
    return neutral_text(event.name)[:200] if isinstance(event, CommunityFounded) else None
