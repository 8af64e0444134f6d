"""A whole session as one JSON file, for its facilitators and their programs: what was planned, what happened, who was
there and spoke when, what was written down; and below it the facts themselves, from which it can be made again."""

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from lcterm.core.deciding import Deciding
from lcterm.core.person_ids import people_in
from lcterm.core.session import Meeting, Session
from lcterm.core.session_leaving import going_along
from lcterm.core.spoken import Spoken, spoken
from lcterm.core.when import iso, zone_or_utc
from lcterm.documents.record import session_record
from lcterm.store.session_file import FORMAT, WHAT, Leaving

_SECOND = 1_000_000


def session_json(meeting: Meeting, leaving: Leaving) -> str:
    """The file's text, a fact a line. Times in ISO 8601 with the offset of the session's zone; people by name, and by
    id where they are listed. The same session always makes the same text. `leaving`: its facts, as they leave."""
    session = meeting.session
    heard = spoken(leaving.facts, session.id, session.at)
    parts: dict[str, Any] = {
        "lcterm": WHAT,
        "format": FORMAT,
        "community": {"id": meeting.community.id, "name": meeting.community.name},
        "session": session.id,
        **_state(meeting, heard),
        "people": _people(meeting, heard, leaving),
        "turns": _turns(meeting, heard),
        "recordings": _recordings(meeting, heard),
        "facts": len(leaving.stored),
    }
    lines = [f"{_json(key)}: {_json(value)}" for key, value in parts.items()]
    facts = ",".join(f"\n  {msgspec.json.encode(one).decode()}" for one in leaving.stored)
    return "{\n" + ",\n".join([*lines, f'"log": [{facts}\n]']) + "\n}\n"


def _json(value: object) -> str:
    """A line, or one for each part of a list."""
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    return "[\n  " + ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in value) + "\n]"


def _state(meeting: Meeting, heard: Spoken) -> dict[str, Any]:
    """What `show --json` says of it, but for what is the community's and what stays on the laptop."""
    session = meeting.session
    record = session_record(meeting, session.at, ())
    leaves = {one.id for one in going_along(session)}
    return {
        "title": session.title,
        "template": session.template or None,
        "zone": session.zone,
        **{key: record[key] for key in ("status", "planned_start", "planned_end", "started", "ended")},
        "agenda": [_point(meeting, place, point) for place, point in enumerate(record["agenda"])],
        **{key: record[key] for key in ("voices", "evenness")},
        "captures": [one for one in record["captures"] if one["id"] in leaves],
        "decided": [_decided(one) for one in session.decided.values()],
        "next": _next(meeting),
    }


def _point(meeting: Meeting, place: int, record: dict[str, Any]) -> dict[str, Any]:
    plan = list(meeting.session.points.values())[place].plan
    kept = {key: value for key, value in record.items() if key != "remaining_seconds"}
    return {**kept, "question": plan.question or None, "prompts": list(plan.notes), "section": plan.section or None}


def _decided(deciding: Deciding) -> dict[str, Any]:
    """How a decision was come to, its marks as counts; whose they were stands in the facts alone."""
    suggestions = [{"text": one.text, "green": one.green, "red": one.red} for one in deciding.suggestions]
    return {"way": deciding.way, "question": deciding.question, "suggestions": suggestions}


def _next(meeting: Meeting) -> dict[str, Any] | None:
    """What was agreed in this session on the next time."""
    agreed = [one for one in meeting.community.coming.agreed if one.session == meeting.session.id]
    if not agreed:
        return None
    last, name = agreed[-1], meeting.community.name_of
    return {
        "starts": iso(last.starts, zone_or_utc(last.zone)) if last.starts else None,
        "place": last.place or None,
        "presenters": [name(one) for one in last.presenters],
    }


def _people(meeting: Meeting, heard: Spoken, leaving: Leaving) -> list[dict[str, Any]]:
    """Everyone whom the session names: those with a seat in their order, then the others."""
    session, members = meeting.session, meeting.community.members
    zone = zone_or_utc(session.zone)
    named = {id for fact in leaving.facts for id in people_in(fact.event)}
    found = []
    for person in (*session.voices, *sorted(named - set(session.voices))):
        voice, member = session.voices.get(person), members.get(person)
        found.append(
            {
                "person": person,
                "name": None if member is None or member.forgotten else member.name,
                "badge": voice.badge if voice else None,
                "roles": list(voice.roles) if voice else [],
                "listening": voice.listening if voice else False,
                "present": [
                    {"from": iso(start, zone), "to": iso(end, zone)} for start, end in _present(session, person, heard)
                ],
            }
        )
    return found


def _present(session: Session, person: str, heard: Spoken) -> Sequence[tuple[int, int]]:
    """From when to when somebody was there, as it was seen live, else as a meeting program's own record has it."""
    live = [(one.start, one.end) for one in heard.here if one.person == person]
    return live or (session.attended[person].spans if person in session.attended else ())


def _turns(meeting: Meeting, heard: Spoken) -> list[dict[str, Any]]:
    zone = zone_or_utc(meeting.session.zone)
    points = meeting.session.points
    return [
        {
            "name": meeting.community.name_of(one.person),
            "start": iso(one.start, zone),
            "seconds": None if one.noted else (one.end - one.start) / 1000,
            "mode": one.mode,
            "point": points[one.point].plan.title if one.point in points else None,
        }
        for one in sorted(heard.stretches, key=lambda one: one.start)
    ]


def _recordings(meeting: Meeting, heard: Spoken) -> list[dict[str, Any]]:
    """Segments: place among the speakers, start and length in seconds."""
    name = meeting.community.name_of
    return [
        {
            "recording": one.recording,
            "speakers": [{"label": speaker.label, "name": name(speaker.person)} for speaker in one.speakers],
            "segments": [[at.speaker, at.start / _SECOND, at.length / _SECOND] for at in one.segments],
        }
        for one in heard.recordings
    ]
