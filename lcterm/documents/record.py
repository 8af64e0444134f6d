"""A session as `show --json` gives it. The keys are a promise: more may come, none is renamed."""

import json
from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from msgspec.structs import replace

from lcterm.core.agenda import Row, timetable
from lcterm.core.audience import readable
from lcterm.core.community import Community
from lcterm.core.deciding import Deciding, ranking
from lcterm.core.next_time import NextTime, next_time
from lcterm.core.seating import seated
from lcterm.core.session import Capture, Meeting, Session
from lcterm.core.voices import Heard, voices
from lcterm.core.when import iso, zone_or_utc


def session_record(
    meeting: Meeting, now: int, notices: Sequence[str], following: Session | None = None
) -> dict[str, Any]:
    """The whole state at `now` (wall, ms), for the facilitators' own programs: times in ISO 8601 with the offset of the
    session's zone, people by name, captures with their ids, seconds to the millisecond. `following`: the session
    planned next, where it is known."""
    community, session = meeting.community, meeting.session
    zone = zone_or_utc(session.zone)
    times = timetable(session, now)
    heard = voices(replace(session, voices=seated(meeting)), now)
    return {
        "community": community.name,
        "session": session.id,
        "title": session.title,
        "status": session.status,
        "planned_start": iso(session.starts, zone),
        "planned_end": iso(times.planned_end, zone),
        "started": _moment(session.started, zone),
        "expected_end": _moment(times.expected_end, zone),
        "ended": _moment(session.ended, zone),
        "drift_seconds": times.drift,
        "agenda": [_point(row, community, zone) for row in times.rows],
        "floor": _floor(session, community, zone),
        "voices": [_voice(one, community, zone) for one in heard.heard],
        "evenness": None if heard.evenness is None else round(heard.evenness, 6),
        "captures": [_capture(one, meeting, zone) for one in readable("facilitators", session)],
        "rules": list(community.rules),
        "next": _next(next_time(community, session, following), community),
        "notices": list(notices),
        "facilitating": community.name_of(session.facilitator) if session.facilitator else None,
        "room": session.room,
        "care": session.care,
        "deciding": None if session.deciding is None else _deciding(session.deciding),
    }


def encode(record: dict[str, Any]) -> str:
    """The record as JSON to read and to pipe: indented, every script as it is; no newline at its end."""
    return json.dumps(record, indent=2, ensure_ascii=False)


def _moment(ms: int | None, zone: tzinfo) -> str | None:
    return None if ms is None else iso(ms, zone)


def _seconds(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _point(row: Row, community: Community, zone: tzinfo) -> dict[str, Any]:
    point, plan = row.point, row.point.plan
    # A point that was left again by going back has not begun, as far as anyone who reads this is concerned.
    begun = row.status != "ahead"
    return {
        "n": row.number,
        "title": plan.title,
        "mode": point.mode,
        "presenters": [community.name_of(person) for person in plan.presenters],
        "planned_minutes": int(plan.minutes) if plan.minutes == int(plan.minutes) else plan.minutes,
        "planned_start": iso(row.planned, zone),
        "status": row.status,
        "started": _moment(point.started, zone) if begun else None,
        "ended": _moment(point.ended, zone),
        "actual_seconds": _seconds(row.seconds),
        "remaining_seconds": _seconds(row.remaining),
        "fixed": iso(point.fixed, zone) if point.fixed else None,
        "sums_up": plan.sums_up,
    }


def _floor(session: Session, community: Community, zone: tzinfo) -> dict[str, Any]:
    turn, point = session.turn, session.point
    return {
        "mode": session.mode,
        "speaking": None if turn is None else {"name": community.name_of(turn.person), "since": iso(turn.since, zone)},
        "queue": [
            {"name": community.name_of(hand.person), "kind": hand.hand, "since": iso(hand.since, zone)}
            for hand in session.hands
        ],
        "open": point is not None and point.queue_open,
        "by_kind": session.sorted_by_kind,
        "turn_limit_seconds": session.turn_limit,
        "interrupted": None if session.aside is None else {"name": community.name_of(session.aside.person)},
        "pairs": _pairs(session, community),
    }


def _pairs(session: Session, community: Community) -> list[list[str]]:
    point = session.point
    if point is None or session.mode != "pairs":
        return []
    return [[community.name_of(person) for person in group] for group in point.pairs]


def _next(known: NextTime | None, community: Community) -> dict[str, Any]:
    if known is None:
        return {"starts": None, "place": None, "presenters": []}
    return {
        "starts": iso(known.starts, zone_or_utc(known.zone)) if known.starts else None,
        "place": known.place or None,
        "presenters": [community.name_of(person) for person in known.presenters],
        **({"subject": known.subject} if known.subject else {}),
    }


def _voice(one: Heard, community: Community, zone: tzinfo) -> dict[str, Any]:
    voice = one.voice
    return {
        "name": community.name_of(voice.person),
        "badge": voice.badge,
        "roles": list(voice.roles),
        "present": voice.present,
        "turns": one.turns,
        "seconds": round(one.seconds, 3),
        "share": round(one.share, 9),
        "expected_share": round(one.expected, 9),
        "round_turns": voice.round_turns,
        "last_spoke": _moment(one.last, zone),
        "status": one.status,
        "listening": voice.listening,
        "place": voice.place,
    }


def _deciding(deciding: Deciding) -> dict[str, Any]:
    """How it stands; who gave which mark is nobody's to pass on."""
    places = {one.suggestion.id: one for one in ranking(deciding)}
    return {
        "id": deciding.id,
        "way": deciding.way,
        "question": deciding.question,
        "voting": deciding.way == "lights" or deciding.voting,
        "suggestions": [
            {
                "n": number,
                "id": one.id,
                "text": one.text,
                "sort": one.sort or None,
                "wall": one.wall,
                "green": one.green,
                "red": one.red,
                "place": places[one.id].place if one.id in places else None,
                "tied": one.id in places and places[one.id].tied,
            }
            for number, one in enumerate(deciding.suggestions, 1)
        ],
    }


def _capture(one: Capture, meeting: Meeting, zone: tzinfo) -> dict[str, Any]:
    words, community = one.words, meeting.community
    point = meeting.session.points.get(one.point)
    return {
        "id": one.id,
        "kind": words.kind,
        "text": words.text,
        "owners": [community.name_of(owner) for owner in words.owners],
        "due": words.due or None,
        "due_next": words.due_next,
        "audience": words.audience,
        "to": community.name_of(words.to) if words.to else None,
        "by": community.name_of(words.by) if words.by in community.members else None,
        "at": iso(one.at, zone),
        "point": point.plan.title if point is not None else None,
        "done": one.done,
        "released": one.released,
        "agreed": one.agreed,
    }
