"""Logs whose facts are each possible and together are not: folding them, and telling what came out, must go on."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from lcterm.core import community as community_rules
from lcterm.core import fold
from lcterm.core.community import Community
from lcterm.core.log import Log
from lcterm.core.session import Meeting, Session
from lcterm.core.spoken import spoken
from lcterm.documents.paper import paper
from lcterm.documents.plain import plain_lines
from lcterm.documents.record import encode, session_record
from lcterm.documents.summary import summary
from lcterm.documents.summary_markdown import markdown
from lcterm.store.reading import Unreadable
from lcterm.store.sample import sample_home
from lcterm.store.segment import decode_segment
from lcterm.ui.room_view import room_view
from tests.clock_program import TestClock
from tests.documents.meetings import in_discussion

OF_SESSION, OF_COMMUNITY = "2026-12-01-k3f9", "h4"


@cache
def sample_logs() -> tuple[bytes, ...]:
    """The sample's segments, which have nearly every kind of fact."""
    with TemporaryDirectory(prefix="lcterm-fuzz-") as folder:
        clock = TestClock(Path(folder, "clock"))
        sample = sample_home(clock, fresh=True, folder=Path(folder, "demo"))
        clock.close()
        return tuple(path.read_bytes() for path in sorted(sample.home.path.rglob("communities/**/*.json")))


def fold_and_tell(data: bytes) -> None:
    """The facts of a segment as a session's log and as a community's, each beside a good one; then all that is said of
    it, for everybody."""
    about = msgspec.json.decode(data)["meta"]["1"] if data.startswith(b"{") else {}
    writer, log = str(about.get("writer", "aaaa")), str(about.get("log", OF_SESSION))
    facts = decode_segment(data, writer, log).facts
    good = in_discussion().meeting
    sessions = Log(Session(id=OF_SESSION, community=OF_COMMUNITY), fold.apply)
    sessions.add(facts)
    communities = Log(Community(id=OF_COMMUNITY), community_rules.apply)
    communities.add(facts)
    for meeting in (
        Meeting(community=good.community, session=sessions.state),
        Meeting(community=communities.state, session=good.session),
    ):
        _tell(meeting)
    spoken(sessions.facts, OF_SESSION, sessions.state.at)


def _tell(meeting: Meeting) -> None:
    now = meeting.session.at
    plain_lines(meeting, now, ())
    encode(session_record(meeting, now, ()))
    room_view(meeting.community, meeting.session, now)
    if meeting.session.points:
        for reader in ("group", "sponsor", "facilitators"):
            markdown(summary(meeting, now, reader))  # type: ignore[arg-type]
        paper(meeting, now)


def read_log(data: bytes) -> None:
    """As above; what is no segment is refused."""
    try:
        msgspec.json.decode(data)["meta"]["1"]["writer"]
    except (msgspec.DecodeError, ValueError, RecursionError, LookupError, TypeError):
        raise Unreadable("it is no segment") from None
    fold_and_tell(data)
