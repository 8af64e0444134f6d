"""Who may read a community on the hub: let in, listed, and taken off again. Each step returns the lines that tell it.
Raises Refused and HubTrouble."""

from collections.abc import Iterator, Sequence

from lcterm.hub.link import Link
from lcterm.store.neutral import neutral_text


def admit(link: Link, community: str, others: Sequence[str], sponsors: Sequence[str]) -> Iterator[str]:
    """Let these facilitators and sponsors in."""
    for person in others:
        link.rows("select lcterm.admit(%s, %s)", (community, person))
        yield f"{person} may read and write all of it; `lcterm hub join {community}` brings it to their laptop."
    for person in sponsors:
        link.rows("select lcterm.admit_sponsor(%s, %s)", (community, person))
        yield f"{person} may read what the group has released, and nothing else."


def dismiss(link: Link, community: str, persons: Sequence[str]) -> Iterator[str]:
    """Take these off the community, facilitators and sponsors alike. What is on their laptops stays there."""
    for person in persons:
        link.rows("select lcterm.dismiss(%s, %s)", (community, person))
        yield f"{person} gets nothing more of it from the hub; what came to their laptop before is theirs to delete."


def read_by(link: Link, community: str, name: str) -> str:
    """Who may read it there, in a line."""
    people = _people(link.rows("select person from lcterm.facilitators where community = %s order by 1", (community,)))
    found = _people(link.rows("select person from lcterm.sponsors where community = %s order by 1", (community,)))
    released = f"; what it releases, by {found}" if found else ""
    return f"{name} may be read there by {people or 'nobody of this name'}{released}."


def _people(rows: Sequence[tuple[str, ...]]) -> str:
    return ", ".join(neutral_text(person)[:63] for (person,) in rows)
