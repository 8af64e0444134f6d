"""What a session said of what was undertaken before it, on its way into the summary ([HB]: what has happened since)."""

from collections.abc import Iterable

from lcterm.core.became import said_in
from lcterm.core.digest import Digest
from lcterm.core.session import Meeting
from lcterm.core.when import due
from lcterm.documents.summary_items import with_facts
from lcterm.documents.summary_parts import Became

HEADING = "From before"
_DONE = {"action": "Done", "parked": "Settled", "question": "Settled"}
_STATES = {"going": "Still going", "dropped": "Dropped", "open": "Put off"}


def came_up(before: Iterable[Digest], meeting: Meeting, now: int) -> tuple[Became, ...]:
    """What was said in this session (`now`: wall ms) of what the group may read of those before it; for the group."""
    name = meeting.community.name_of
    return tuple(
        Became(
            kind=one.kept.kind,
            text=one.kept.text,
            state=one.now.state,
            since=one.origin.title,
            owners=tuple(map(name, one.kept.owners)),
            due=one.now.due or None,
            due_next=one.now.due_next,
        )
        for one in said_in(before, meeting.community, meeting.session, now)
        if one.now.state != "open" or one.now.due or one.now.due_next
    )


def became_line(one: Became) -> str:
    """How far it is, what it is, and in brackets whose and until when."""
    word = _DONE.get(one.kind, "Reported") if one.state == "done" else _STATES[one.state]
    going = one.state in ("going", "open")
    until = f"due {due(one.due)}" if one.due else "due next time" if one.due_next else ""
    return with_facts(f"{word}: {one.text}", [", ".join(one.owners), until if going else ""])
