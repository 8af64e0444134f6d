"""What whoever looks after a hub does: make it one, let people in, send them away. Each step returns the lines that
tell it. Raises Refused and HubTrouble."""

from collections.abc import Iterator, Sequence

from lcterm.hub.dsn import Dsn
from lcterm.hub.link import Link
from lcterm.hub.people import Entry, let_in, make_facilitator, see_that_it_is_a_name, send_away
from lcterm.hub.raising import raise_hub

LONG_S = 60.0
"""Seconds a call may take where a person waits for it."""


def init_hub(
    dsn: Dsn, persons: Sequence[str], sponsors: Sequence[str], without: Sequence[str] = (), community: str | None = None
) -> Iterator[str]:
    """Make a database a hub, or bring it up to date, let these people in and send those away. `community`: the id of
    one on the hub that these persons may read from now on."""
    for person in (*persons, *sponsors, *without):
        see_that_it_is_a_name(person)
    link = Link(dsn, call_s=LONG_S, admin=True)
    try:
        steps = raise_hub(link)
        done = ", ".join(f"{step.number:04} {step.name}" for step in steps)
        yield f"{dsn.shown} is a hub now: {done}." if steps else f"{dsn.shown} is a hub, and up to date."
        entries = [let_in(link, name, "facilitator") for name in persons]
        entries += [let_in(link, name, "sponsor") for name in sponsors]
        yield from map(_let_in, entries)
        if entries:
            yield "Hand each password over by a safe way; a community's facilitators say who may read it."
        if community:
            for person in persons:
                make_facilitator(link, person, community)
                yield f"{person} may read and write all of {community}."
        for person in without:
            yield from _sent_away(link, person)
    finally:
        link.close()


def _let_in(entry: Entry) -> str:
    part = "" if entry.part == "facilitator" else ", to read what is released"
    word = f"; the password, shown this once: {entry.password}" if entry.password else ", as before"
    return f"{entry.person} may come in{part}{word}"


def _sent_away(link: Link, person: str) -> Iterator[str]:
    left = send_away(link, person)
    yield f"{person} gets nothing more of any community from the hub; what came to their laptop before stays on it."
    if left.known:
        yield f"The server itself still knows {person}, for something else than the hub; that is yours to see to."
    for community in left.nobodys:
        yield (
            f"Nobody else may read {community} there: `lcterm hub init --person NAME --of {community}` lets somebody "
            "in who can take it off the hub."
        )
