"""When a community meets after a session: read from the home, so that a summary can say it."""

import re
from datetime import timedelta

from lcterm.core.session import Meeting, Session
from lcterm.core.when import local, zone_or_utc
from lcterm.store.paths import Home
from lcterm.store.shelf import read_session

_DATED = re.compile(r"(\d{4}-\d\d-\d\d)-")


def next_session(home: Home, meeting: Meeting) -> Session | None:
    """The session of the same community that is planned next after this one; None while there is none. Reads the logs
    of those that can be it, going by the day in their ids. Raises Refused when the home cannot be read."""
    held = meeting.session
    # A day of slack: the id has the day of the zone it was planned in.
    first = (local(held.starts, zone_or_utc(held.zone)).date() - timedelta(days=1)).isoformat()
    moved = meeting.community.coming.moved
    others = (id for id in home.sessions(held.community) if id != held.id)
    ids = (id for id in others if id in moved or not _is_before(id, first))
    later = (one for one in (read_session(home, held.community, id) for id in ids) if _may_follow(one, held))
    return min(later, key=lambda one: (one.starts, one.id), default=None)


def _is_before(id: str, day: str) -> bool:
    dated = _DATED.match(id)
    return dated is not None and dated[1] < day


def _may_follow(session: Session, held: Session) -> bool:
    return bool(session.points) and session.status == "planned" and session.starts > held.starts
