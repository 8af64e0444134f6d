"""Everything in a home at a glance, read only: communities, and their sessions as they stand."""

from collections.abc import Sequence

from msgspec import Struct

from lcterm.core import community as community_rules
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.log import Log
from lcterm.core.session import Session
from lcterm.store.digests import digests, keep_to_charter, read_session_log
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader


class Held(Struct, frozen=True):
    """A session, as light as a list needs it, with the community that holds it. `read_session` has it in full."""

    community: Community
    session: Digest


def read_community(home: Home, community: str) -> Community:
    """The community as its log says; unnamed where the log is empty."""
    log = Log(Community(id=community), community_rules.apply)
    log.add(LogReader(home.community_log(community), community).poll(force=True))
    return log.state


def read_session(home: Home, community: str, session: str) -> Session:
    """The session as its log says; without points where the log is empty."""
    return read_session_log(home, community, session).session


def communities(home: Home) -> list[Community]:
    """All communities that have a name, by name. A folder whose log cannot be read is for `check` to report."""
    found = [read_community(home, community) for community in home.community_ids()]
    return sorted((one for one in found if one.name), key=lambda one: one.name.casefold())


def sessions(home: Home, community: Community) -> list[Held]:
    """The community's sessions that have a plan, oldest first, by their digests; only what is new since the last look
    is read in full."""
    keep_to_charter(home, community)
    return [Held(community, one) for one in digests(home, community.id)]


def unreadable(home: Home, held: Sequence[Held] | None = None) -> int:
    """How many logs there are from which not even a name or a plan could be read; `check` says why. `held`: all the
    sessions there are, where somebody has just looked."""
    named = communities(home)
    known = sum(len(sessions(home, one)) for one in named) if held is None else len(held)
    there = sum(len(home.sessions(one.id)) for one in named)
    return len(home.community_ids()) - len(named) + there - known
