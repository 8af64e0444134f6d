"""Everything in a home at a glance, read only: communities, and their sessions as they stand."""

from typing import NamedTuple

from lcterm.core import community as community_rules
from lcterm.core import fold
from lcterm.core.community import Community
from lcterm.core.log import Log
from lcterm.core.session import Session
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader


class Held(NamedTuple):
    """A session with the community that holds it."""

    community: Community
    session: Session


def read_community(home: Home, community: str) -> Community:
    """The community as its log says; unnamed where the log is empty."""
    log = Log(Community(id=community), community_rules.apply)
    log.add(LogReader(home.community_log(community), community).poll(force=True))
    return log.state


def read_session(home: Home, community: str, session: str) -> Session:
    """The session as its log says; without points where the log is empty."""
    log = Log(Session(id=session, community=community), fold.apply)
    log.add(LogReader(home.session_log(community, session), session).poll(force=True))
    return log.state


def communities(home: Home) -> list[Community]:
    """All communities that have a name, by name. A folder whose log cannot be read is for `check` to report."""
    found = [read_community(home, community) for community in home.community_ids()]
    return sorted((one for one in found if one.name), key=lambda one: one.name.casefold())


def sessions(home: Home, community: Community) -> list[Held]:
    """The community's sessions, oldest first."""
    found = [read_session(home, community.id, session) for session in home.sessions(community.id)]
    return [Held(community, one) for one in sorted(found, key=lambda one: (one.starts, one.id)) if one.points]


def unreadable(home: Home) -> int:
    """How many logs there are from which not even a name or a plan could be read; `check` says why."""
    named = communities(home)
    known = sum(len(sessions(home, one)) for one in named)
    there = sum(len(home.sessions(one.id)) for one in named)
    return len(home.community_ids()) - len(named) + there - known
