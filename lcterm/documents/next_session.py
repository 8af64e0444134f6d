"""When a community meets after a session, and what came up of those before it: read from the home, so that a summary
can say it."""

from lcterm.core.digest import Digest
from lcterm.core.session import Meeting, Session
from lcterm.store.digests import digests
from lcterm.store.paths import Home
from lcterm.store.shelf import read_session


def next_session(home: Home, meeting: Meeting) -> Session | None:
    """The session of the same community that is planned next after this one; None while there is none. Raises Refused
    when the home cannot be read."""
    held = meeting.session
    found = digests(home, held.community, held.id)
    later = [one for one in found if one.status == "planned" and one.starts > max(held.began, held.starts)]
    first = min(later, key=lambda one: (one.starts, one.id), default=None)
    return None if first is None else read_session(home, held.community, first.id)


def before(home: Home, meeting: Meeting) -> tuple[Digest, ...]:
    """The other sessions of the community of whose actions anything was said since. Raises Refused as above."""
    held, said = meeting.session, {session for session, _ in meeting.community.settled}
    if not said - {held.id}:
        return ()
    return tuple(one for one in digests(home, held.community, held.id) if one.session in said)
