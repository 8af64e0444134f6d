"""Who took part in a session: by name for the group, as a number for the sponsor."""

from lcterm.core.events import Role
from lcterm.core.roles import outside
from lcterm.core.seating import seated, was_here
from lcterm.core.session import Meeting, Voice
from lcterm.documents.summary_parts import Person


def attendance(meeting: Meeting) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Who was here for any part of it, and who was not, both in seat order. When somebody came or went is not told."""
    everyone, name = seated(meeting), meeting.community.name_of
    here = [voice for voice in everyone.values() if was_here(voice)]
    away = [voice for voice in everyone.values() if not was_here(voice)]
    return (
        tuple(Person(name=name(voice.person), role=_role(meeting, voice)) for voice in here),
        tuple(name(voice.person) for voice in away),
    )


def headcount(meeting: Meeting) -> int:
    """How many of the circle took part: facilitators and observers apart, as in the group's summary."""
    return sum(was_here(voice) and _role(meeting, voice) is None for voice in seated(meeting).values())


def _role(meeting: Meeting, voice: Voice) -> Role | None:
    """What they were that day. Whoever held the facilitator's seat for a while came as what they were before."""
    first = meeting.session.first_facilitators
    if first is None:
        return outside(voice.roles)
    others: tuple[Role, ...] = tuple(role for role in voice.roles if role != "facilitator")
    return outside(("facilitator", *others) if voice.person in first else others)
