"""A community's report, out of a home: read by way of the digests, so that many sessions cost no more than few."""

from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.leave import leave_of
from lcterm.core.next_time import NextTime, next_time, still_to_come
from lcterm.core.report import Report, ReportReader, report
from lcterm.store.digests import digests
from lcterm.store.paths import Home
from lcterm.store.shelf import read_session


def report_of(home: Home, community: Community, now: int, reader: ReportReader = "facilitators") -> Report:
    """The report at `now` (wall, ms), for this reader; `documents.report_text` writes it out. Raises Refused when the
    home cannot be read."""
    known = digests(home, community.id, voices=leave_of(community) or False)
    unread = len(home.sessions(community.id)) - len(known)
    return report(community, known, now, _next_time(home, community, known, now), max(0, unread), reader)


def _next_time(home: Home, community: Community, known: list[Digest], now: int) -> NextTime | None:
    """What is known of the next time. Of the logs only two are read: of the latest session, and of the one after."""
    last = max((one for one in known if one.held), key=lambda one: (one.began, one.session), default=None)
    after = 0 if last is None else max(last.began, last.starts)
    coming = next((one for one in known if one.starts > after and still_to_come(one, now)), None)
    return next_time(
        community,
        None if last is None else read_session(home, community.id, last.session),
        None if coming is None else read_session(home, community.id, coming.session),
    )
