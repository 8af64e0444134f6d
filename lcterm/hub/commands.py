"""What `lcterm hub` does, step by step; each returns the lines that tell it. Raises Refused and HubTrouble."""

from collections.abc import Iterator, Sequence

from lcterm.core.charter import may_go_to_hub
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded
from lcterm.hub.dsn import Dsn
from lcterm.hub.joined import Joined, anything_new, joined, note_joined
from lcterm.hub.link import Link
from lcterm.hub.meant import founded, names_of, only
from lcterm.hub.readers import admit, read_by
from lcterm.hub.rounds import CommunityRounds, Tally
from lcterm.hub.state import FORKED, HubState, stopped
from lcterm.hub.trouble import HubTrouble, NotYours
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_community

LONG_S = 60.0
"""Seconds a call may take where a person waits for it: the first round moves years."""


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
        yield from admit(link, community, others, sponsors)
        yield read_by(link, community, name)
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
        raise Refused(f"which community? {', '.join(one.slug for one in here) or _listed(founded(link))}")
    word = folded(clean(typed, what="the community"))
    named = {one.id: names_of(one.id, one.name) for one in here}
    exact = [id for id, names in named.items() if word in names]
    found = exact or [id for id, names in named.items() if word and any(one.startswith(word) for one in names)]
    if found:
        return only(found, typed)
    there = founded(link)
    found = [id for id, name in there.items() if word in names_of(id, name)]
    if not found:
        raise Refused(f"no community is called {typed!r}, here or among yours on the hub; there is {_listed(there)}")
    return only(found, typed)


def _listed(there: dict[str, str]) -> str:
    return ", ".join(f"{name} ({id})" for id, name in there.items()) or "none"


def hub_status(home: Home, dsn: Dsn, now: int, *, sync: bool) -> Iterator[str]:
    """How the hub is, and each community that is on it. `now`: wall ms."""
    mine = joined(home)
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
            try:
                yield from _stands(link, CommunityRounds(home, one.community), name, sync=sync)
            except NotYours as trouble:
                yield f"{name}: {trouble.reason}."
        if not mine:
            yield "No community of this home is on it; `lcterm hub join COMMUNITY` puts one there."
    finally:
        link.close()


def _stands(link: Link, rounds: CommunityRounds, name: str, *, sync: bool) -> Iterator[str]:
    tally = rounds.all(link, anyway=True) if sync else rounds.look(link)
    yield read_by(link, rounds.community, name)
    if rounds.stopped:
        yield f"{name}: {stopped(rounds.community)}."
    if not rounds.stopped or tally.sent or tally.came:
        yield f"{name}: {_told(tally)}."
    yield from _warned(tally)


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
