"""A community that leaves the hub, as far as this laptop goes or for everybody, and people who leave a community there.
Each step returns the lines that tell it. Raises Refused and HubTrouble."""

from collections.abc import Iterator, Sequence

from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.hub.dsn import Dsn
from lcterm.hub.joined import joined, note_left
from lcterm.hub.link import Link
from lcterm.hub.meant import names_of, only
from lcterm.hub.readers import dismiss, read_by
from lcterm.store.paths import Home
from lcterm.store.shelf import read_community

LONG_S = 60.0
"""Seconds a call may take where a person waits for it."""


def leave_hub(home: Home, typed: str | None, dsn: Dsn | None) -> Iterator[str]:
    """Part a community from the hub here; with a DSN take it off the hub as well."""
    chosen = _chosen(home, typed)
    name = chosen.name or chosen.id
    if dsn is not None:
        link = Link(dsn, call_s=LONG_S)
        try:
            link.rows("select lcterm.remove(%s)", (chosen.id,))
        finally:
            link.close()
        yield f"{name} is gone from the hub {dsn.shown}, for everybody; each laptop keeps its own."
        yield "What backups of the hub hold is for whoever looks after it to see to."
    note_left(home, chosen.id)
    yield f"{name}: nothing goes to the hub any more, or comes from there. All of it stays on this laptop."
    if dsn is None:
        yield "What is on the hub stays there for its other facilitators; --everything takes it away."


def send_off(home: Home, typed: str | None, dsn: Dsn, persons: Sequence[str]) -> Iterator[str]:
    """Take people off a community of this home on the hub; oneself too, and then it is parted from the hub here."""
    chosen = _chosen(home, typed)
    name = chosen.name or chosen.id
    link = Link(dsn, call_s=LONG_S)
    try:
        me = link.about.person
        yield from dismiss(link, chosen.id, sorted(set(persons), key=lambda person: person == me))
        if me not in persons:
            yield read_by(link, chosen.id, name)
    finally:
        link.close()
    if me in persons:
        note_left(home, chosen.id)
        yield f"{name}: nothing goes to the hub from this laptop any more, or comes from there."


def _chosen(home: Home, typed: str | None) -> Community:
    names = {one.community: read_community(home, one.community) for one in joined(home)}
    if not names:
        raise Refused("no community of this home is on a hub")
    listed = ", ".join(one.slug for one in names.values())
    if typed is None:
        if len(names) > 1:
            raise Refused(f"which community? {listed}")
        return next(iter(names.values()))
    word = folded(typed)
    found = [one for id, one in names.items() if word in names_of(id, one.name)]
    if not found:
        raise Refused(f"no community that is on the hub is called {typed!r}; there is {listed}")
    return names[only([one.id for one in found], typed)]
