"""What goes round between two sessions ([P4B]: keeping warm): what was agreed, when we meet again and who presents,
something to prepare.

For the group, so it holds what `core.audience` gives the group and nothing else; who took something on stands in it
only where the charter says so.
"""

from collections.abc import Iterator, Sequence

from lcterm.core.audience import may_name, may_see, readable
from lcterm.core.carrying import gone
from lcterm.core.charter import allows
from lcterm.core.charter_decisions import lead_of
from lcterm.core.community import Community
from lcterm.core.events import CaptureKind
from lcterm.core.next_time import same_day
from lcterm.core.questions import brief_of
from lcterm.core.session import Capture, Meeting, Session
from lcterm.core.when import clock, due, full_day, local, zone_or_utc
from lcterm.documents.invitation import PREPARE
from lcterm.documents.next_lines import moment
from lcterm.documents.summary_captures import kept_back
from lcterm.documents.wrapping import wrapped
from lcterm.store.charter import topics
from lcterm.store.next_time import Standing

HEADINGS: tuple[tuple[CaptureKind, str], ...] = (
    ("decision", "What we agreed"),
    ("action", "What some of us took on"),
    ("learning", "What we want to keep"),
    ("question", "What we are still asking ourselves"),
)
FEW = 4
"""So many answers of a charter can be read in a mail one by one (ours)."""
NOTHING = "Nothing was written down for all of us last time."


def digest(now: Standing) -> str:
    """The text to paste into a mail."""
    parts = [wrapped(f"{now.community.name}: between two meetings")]
    if now.held is not None:
        parts += _last_time(Meeting(community=now.community, session=now.held))
    parts += _next_time(now)
    parts.append(wrapped(PREPARE))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _last_time(meeting: Meeting) -> Iterator[list[str]]:
    session, zone = meeting.session, zone_or_utc(meeting.session.zone)
    at = session.starts if session.started is None else session.started
    yield wrapped(f"Last time, on {full_day(local(at, zone).date())}:" if may_see("group", "day") else "Last time:")
    shared = [one for one in readable("group", session) if kept_back(one) is None and not _over(meeting, one)]
    found = False
    for kind, heading in HEADINGS:
        captures = [one for one in shared if one.words.kind == kind]
        if captures:
            found = True
            yield [heading, *(line for one in _told(meeting.community, captures) for line in wrapped(one, "- ", "  "))]
    if not found:
        yield wrapped(NOTHING)


def _told(community: Community, captures: Sequence[Capture]) -> list[str]:
    """What was written down, a line each; of a charter that was made in one go only what it is about."""
    leads = {lead_of(topic.title): topic.title for topic in topics()}
    about = {one.id: title for one in captures for lead, title in leads.items() if one.words.text.startswith(lead)}
    if len(about) <= FEW or any(one.words.kind != "decision" for one in captures):
        return [_words(community, one) for one in captures]
    others = [_words(community, one) for one in captures if one.id not in about]
    return [*others, f"{len(about)} things of our charter settled: {', '.join(about.values())}"]


def _over(meeting: Meeting, capture: Capture) -> bool:
    """Whether it is done or dropped since."""
    settled = meeting.community.settled.get((meeting.session.id, capture.id))
    return capture.done if settled is None else settled.state in ("done", "dropped")


def _words(community: Community, capture: Capture) -> str:
    words = capture.words
    named = may_name("group", capture) and allows(community, "owners")
    who = ", ".join(map(community.name_of, words.owners)) if named else ""
    until = f"by {due(words.due)}" if words.due else "by next time" if words.due_next else ""
    facts = ", ".join(filter(None, (who, until)))
    return f"{words.text} ({facts})" if facts else words.text


def _next_time(now: Standing) -> Iterator[list[str]]:
    known, name = now.next, now.community.name_of
    if known is None or not may_see("group", "next time"):
        yield wrapped("When we meet next is still open.")
        return
    lines = wrapped(f"We meet on {moment(known.starts, known.zone)}." if known.starts else "The date is still open.")
    lines += wrapped(f"Where: {known.place}") if known.place else []
    left = gone(known.presenters, now.community)
    here = [person for person in known.presenters if person not in left]
    if here and may_see("group", "presenters"):
        lines += wrapped(f"Presenting: {', '.join(map(name, here))}")
    lines += wrapped(f"What we want to learn then: {known.subject}") if known.subject else []
    yield lines
    for one in same_day(now.planned)[1:]:
        yield wrapped(f"Another time is planned for that day too: {_hour(one)}. We will say which one holds.")
    for person in here:
        brief = brief_of(now.community.coming, person, now.planned[0] if now.planned else None)
        if brief is not None and brief.state == "ready" and brief.questions:
            asked = [line for one in brief.questions for line in wrapped(one, "- ", "  ")]
            yield [*wrapped(f"To think about beforehand, {name(person)} asks:"), *asked]


def _hour(session: Session) -> str:
    return clock(session.starts, zone_or_utc(session.zone))
