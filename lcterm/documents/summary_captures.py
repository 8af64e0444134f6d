"""Captures on their way into a summary: sorted under headings, for their reader's eyes."""

from collections.abc import Sequence
from datetime import tzinfo

from lcterm.core.audience import may_name, may_see, readable
from lcterm.core.charter import allows
from lcterm.core.events import CaptureKind
from lcterm.core.session import Capture, Meeting
from lcterm.core.when import local
from lcterm.documents.summary_parts import Audience, Item, Section

HEADINGS: dict[CaptureKind, str] = {
    "decision": "Decisions",
    "action": "Actions",
    "learning": "Learning",
    "report": "To report",
    "question": "Questions",
    "parked": "Parked for later",
    "story": "Stories",
    "outcome": "Outcomes",
    "quote": "Quotes",
    "feedback": "Feedback",
}
"""In this order: what was agreed, what was learned, what is open, what was told."""

ROOM = "Stays in the room"
QUOTES = "Quotes, held back until the people agree"
NOTES = "Notes, for us alone"


def shared_sections(meeting: Meeting, reader: Audience, zone: tzinfo) -> tuple[Section, ...]:
    """What the group's summary says too, by kind; for the sponsor, what was released to them."""
    shared = _shared(meeting, reader)
    named = _named(meeting)
    found = [(HEADINGS[kind], _of_kind(shared, kind, reader, named=named)) for kind in HEADINGS]
    return _sections(found, meeting, reader, zone)


def kept_sections(meeting: Meeting, reader: Audience, zone: tzinfo) -> tuple[Section, ...]:
    """What goes to nobody else, apart from the rest so that it is not passed on unseen."""
    ours = readable(reader, meeting.session)
    kept = [(heading, [one for one in ours if kept_back(one) == heading]) for heading in (ROOM, QUOTES, NOTES)]
    return _sections(kept, meeting, reader, zone)


def next_time(meeting: Meeting, reader: Audience, zone: tzinfo) -> tuple[Item, ...]:
    """What is due at the next session and still open."""
    shared = _shared(meeting, reader)
    return tuple(_item(one, meeting, reader, zone) for one in shared if one.words.due_next and not one.done)


def kept_back(capture: Capture) -> str | None:
    """The heading under which it is kept back; None for what the group shares."""
    words = capture.words
    if words.kind == "note" or words.audience == "facilitators":
        return NOTES
    if words.kind == "quote" and not capture.agreed:
        return QUOTES
    return ROOM if words.audience == "room" else None


def _shared(meeting: Meeting, reader: Audience) -> list[Capture]:
    return [one for one in readable(reader, meeting.session) if kept_back(one) is None]


def _named(meeting: Meeting) -> bool:
    """Whether the sponsor may read names."""
    return allows(meeting.community, "names")


def _of_kind(captures: Sequence[Capture], kind: CaptureKind, reader: Audience, *, named: bool) -> list[Capture]:
    """In the order written; where the speaker is nobody's business that order would tell, so by the alphabet."""
    found = [one for one in captures if one.words.kind == kind]
    if all(may_name(reader, one, to_sponsor=named) for one in found):
        return found
    return sorted(found, key=lambda one: one.words.text.casefold())


def _sections(
    found: Sequence[tuple[str, Sequence[Capture]]], meeting: Meeting, reader: Audience, zone: tzinfo
) -> tuple[Section, ...]:
    return tuple(
        Section(heading=heading, items=tuple(_item(one, meeting, reader, zone) for one in captures))
        for heading, captures in found
        if captures
    )


def _item(capture: Capture, meeting: Meeting, reader: Audience, zone: tzinfo) -> Item:
    words, name = capture.words, meeting.community.name_of
    named = may_name(reader, capture, to_sponsor=_named(meeting))
    timed = named and may_see(reader, "points and clock")
    point = meeting.session.points.get(capture.point)
    return Item(
        kind=words.kind,
        text=words.text,
        owners=tuple(name(owner) for owner in words.owners) if named else (),
        due=words.due or None,
        due_next=words.due_next,
        done=capture.done,
        audience=words.audience,
        released=capture.released,
        to=name(words.to) if named and words.to else None,
        by=name(words.by) if named and words.by in meeting.community.members else None,
        named=named and words.named,
        at=local(capture.at, zone) if timed else None,
        point=point.plan.title if timed and point is not None else None,
    )
