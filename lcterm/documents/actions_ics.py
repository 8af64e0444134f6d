"""Actions as tasks for a calendar program."""

from datetime import UTC, datetime

from icalendar import Calendar, Todo

from lcterm import __version__
from lcterm.core.community_events import Becoming
from lcterm.core.when import local
from lcterm.documents.actions import Listed, Listing, due_text, from_text, owner_words

_STATUS: dict[Becoming, str] = {
    "open": "NEEDS-ACTION",
    "going": "IN-PROCESS",
    "done": "COMPLETED",
    "dropped": "CANCELLED",
}


def as_ics(listed: Listing) -> str:
    """A calendar of tasks, lines folded and ended as RFC 5545 wants it: each task keeps its UID over the years, so that
    a second import changes it instead of adding one."""
    calendar = Calendar()
    calendar.add("prodid", f"-//lcterm//lcterm {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", listed.community.name)
    for one in listed.actions:
        calendar.add_component(_task(one, listed))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _task(one: Listed, listed: Listing) -> Todo:
    task = Todo()
    whose = owner_words(one)
    told = max(one.said_ms, one.written_ms)
    task.add("uid", f"{one.id}.{one.session}.{listed.community.id}@lcterm")
    task.add("dtstamp", _utc(listed.now))
    task.add("created", _utc(one.written_ms))
    task.add("last-modified", _utc(told))
    # Seconds between the writing and the last word on it: they grow with every word, and need no counter.
    task.add("sequence", min((told - one.written_ms) // 1000, 2**31 - 1))
    task.add("summary", f"{one.text} ({whose})" if whose else one.text)
    task.add("description", "\n".join(part for part in (whose, due_text(one), from_text(one)) if part))
    task.add("categories", [listed.community.name])
    task.add("status", _STATUS[one.state])
    if one.due is not None:
        task.add("due", one.due)
    if one.state == "done" and one.said_ms:
        task.add("completed", _utc(one.said_ms))
        task.add("percent-complete", 100)
    return task


def _utc(ms: int) -> datetime:
    return local(ms, UTC).replace(microsecond=0)
