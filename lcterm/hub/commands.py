"""What `lcterm hub` does, step by step; each returns the lines that tell it. Raises Refused and HubTrouble."""

from collections.abc import Iterator, Sequence

from lcterm.core.charter import may_go_to_hub
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded, slug
from lcterm.hub.dsn import Dsn
from lcterm.hub.joined import Joined, anything_new, carried, joined, note_joined, note_left
from lcterm.hub.link import Link
from lcterm.hub.raising import let_in, raise_hub, see_that_it_is_a_name
from lcterm.hub.rounds import CommunityRounds, Tally
from lcterm.hub.state import FORKED, HubState
from lcterm.hub.trouble import HubTrouble
from lcterm.store.ids import is_plain
from lcterm.store.neutral import neutral_text
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_community

LONG_S = 60.0
"""Seconds a call may take where a person waits for it: the first round moves years."""


def init_hub(dsn: Dsn, persons: Sequence[str], sponsors: Sequence[str]) -> Iterator[str]:
    """Make a database a hub, or bring it up to date, and let these people in."""
    for person in (*persons, *sponsors):
        see_that_it_is_a_name(person)
    link = Link(dsn, call_s=LONG_S, admin=True)
    try:
        steps = raise_hub(link)
        done = ", ".join(f"{step.number:04} {step.name}" for step in steps)
        yield f"{dsn.shown} is a hub now: {done}." if steps else f"{dsn.shown} is a hub, and up to date."
        for entry in [let_in(link, name, "facilitator") for name in persons] + [
            let_in(link, name, "sponsor") for name in sponsors
        ]:
            part = "" if entry.part == "facilitator" else ", to read what is released"
            word = f"; the password, shown this once: {entry.password}" if entry.password else ", as before"
            yield f"{entry.person} may come in{part}{word}"
        if persons or sponsors:
            yield "Hand each password over by a safe way; a community's facilitators say who may read it."
    finally:
        link.close()


def join_hub(home: Home, dsn: Dsn, typed: str | None, others: Sequence[str], sponsors: Sequence[str]) -> Iterator[str]:
    """Put a community of this home on the hub, or fetch one from there."""
    link = Link(dsn, call_s=LONG_S)
    try:
        community = _meant(home, link, typed)
        _see_that_it_may(read_community(home, community))
        link.rows("select lcterm.found(%s)", (community,))
        tally = CommunityRounds(home, community).all(link, anyway=True)
        note_joined(home, Joined(community, link.about.hub))
        name = read_community(home, community).name or community
        yield f"{name} is on the hub {dsn.shown}: {_told(tally)}."
        yield from _warned(tally)
        for person in others:
            link.rows("select lcterm.admit(%s, %s)", (community, person))
            yield f"{person} may read and write all of it; `lcterm hub join {community}` brings it to their laptop."
        for person in sponsors:
            link.rows("select lcterm.admit_sponsor(%s, %s)", (community, person))
            yield f"{person} may read what the group has released, and nothing else."
    finally:
        link.close()


def _see_that_it_may(community: Community) -> None:
    """Whether people's words may leave their laptop is the group's decision. Raises Refused where it has not said so;
    one that is not here yet lies on the hub by that decision already."""
    if community.name and not may_go_to_hub(community):
        raise Refused(
            f"{community.name}: its charter does not say that its words may lie on a hub; when the group has settled "
            f"that, `lcterm charter {community.slug} --choose sharing=hub` says so"
        )


def _meant(home: Home, link: Link, typed: str | None) -> str:
    """The id of the community: one that is here, else one of the hub's that this person may read."""
    here = communities(home)
    if typed is None:
        if len(here) == 1:
            return here[0].id
        raise Refused(f"which community? {', '.join(one.slug for one in here) or _listed(_on_hub(link))}")
    word = folded(clean(typed, what="the community"))
    found = [one.id for one in here if word in _names(one.id, one.name)]
    if found:
        return _only(found, typed)
    there = _on_hub(link)
    found = [id for id, name in there.items() if word in _names(id, name)]
    if not found:
        raise Refused(f"no community is called {typed!r}, here or among yours on the hub; there is {_listed(there)}")
    return _only(found, typed)


def _only(found: list[str], typed: str) -> str:
    if len(found) > 1:
        raise Refused(f"more than one community is called {typed!r}; name it by its id: {', '.join(found)}")
    return found[0]


def _names(id: str, name: str) -> tuple[str, ...]:
    return id, slug(name, ()), folded(name)


def _on_hub(link: Link) -> dict[str, str]:
    """The communities that this person may read there, with the names they were founded by."""
    found = link.rows(
        "select community, envelope -> 'event' ->> 'name' from lcterm.events where log = community"
        " and envelope -> 'event' ->> 'kind' = 'CommunityFounded' order by 1"
    )
    return {id: neutral_text(name or "")[:200] for id, name in found if is_plain(id)}


def _listed(there: dict[str, str]) -> str:
    return ", ".join(f"{name} ({id})" for id, name in there.items()) or "none"


def hub_status(home: Home, dsn: Dsn, now: int, *, sync: bool) -> Iterator[str]:
    """How the hub is, and each community that is on it. `now`: wall ms."""
    mine, may = joined(home), carried(home)
    try:
        link = Link(dsn, call_s=LONG_S if sync else 10.0)
    except HubTrouble as trouble:
        waits = "something waits to be sent; it is safe here" if anything_new(home) else "nothing waits to be sent"
        raise HubTrouble(f"{dsn.shown}: {trouble.reason} ({waits})") from None
    try:
        about = link.about
        hints = "a push wakes the others" if about.hints else "everybody asks by themselves, for there are many"
        yield f"{dsn.shown}: there; tables number {about.schema}, connections: {about.connections} ({hints})."
        yield f"You are {about.person} there."
        if clock := HubState(ahead_ms=now - about.now).clock:
            yield f"{clock}."
        for one in mine:
            name = read_community(home, one.community).name or one.community
            if one.hub != about.hub:
                yield f"{name}: is on another hub; `lcterm hub join {one.community}` joins this one."
                continue
            if one not in may:
                yield f"{name}: nothing is sent or fetched, for its charter does not say any more that it may be."
                continue
            rounds = CommunityRounds(home, one.community)
            tally = rounds.all(link, anyway=True) if sync else rounds.look(link)
            yield f"{name}: {_told(tally)}."
            yield from _warned(tally)
        if not mine:
            yield "No community of this home is on it; `lcterm hub join COMMUNITY` puts one there."
    finally:
        link.close()


def leave_hub(home: Home, typed: str | None, dsn: Dsn | None) -> Iterator[str]:
    """Part a community from the hub here; with a DSN take it off the hub as well."""
    names = {one.community: read_community(home, one.community) for one in joined(home)}
    chosen = _left(names, typed)
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


def _left(names: dict[str, Community], typed: str | None) -> Community:
    if not names:
        raise Refused("no community of this home is on a hub")
    listed = ", ".join(one.slug for one in names.values())
    if typed is None:
        if len(names) > 1:
            raise Refused(f"which community? {listed}")
        return next(iter(names.values()))
    word = folded(typed)
    found = [one for id, one in names.items() if word in _names(id, one.name)]
    if not found:
        raise Refused(f"no community that is on the hub is called {typed!r}; there is {listed}")
    return names[_only([one.id for one in found], typed)]


def _told(tally: Tally) -> str:
    parts = [
        f"{count} {what}"
        for count, what in (
            (tally.sent, "sent"),
            (tally.came, "fetched"),
            (tally.waiting, "to send"),
            (tally.missing, "to fetch"),
        )
        if count
    ]
    return ", ".join(parts) or "the same here and there"


def _warned(tally: Tally) -> Iterator[str]:
    if tally.forked:
        yield f"  {FORKED}."
    elif tally.kept_back:
        yield (
            f"  {tally.kept_back} cannot be sent yet: events before them are missing here, or damaged; "
            "`lcterm check` says more."
        )
