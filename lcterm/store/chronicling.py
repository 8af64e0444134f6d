"""The chronicle of a community out of its home: what each session left, read from what is kept beside the logs."""

from lcterm.core.chronicle import Chronicle, chronicle
from lcterm.core.community import Community
from lcterm.store.digests import digests, learned_of
from lcterm.store.paths import Home
from lcterm.store.zone import machine_zone


def chronicle_of(home: Home, community: Community, now: int) -> Chronicle:
    """What the community has learned until `now` (wall, ms). Raises Refused when the home cannot be read."""
    return chronicle(community, learned_of(home, community.id), digests(home, community.id), machine_zone(), now)
