"""The summary of a session: gathers what its reader may know, and nothing else.

Every line is asked for at `core.audience` first; the writers of Markdown, text, HTML and JSON see only what came
through.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from lcterm.core.agenda import Row, timetable
from lcterm.core.audience import may_see
from lcterm.core.digest import Digest, is_missed
from lcterm.core.next_time import next_time as next_time_after
from lcterm.core.roles import outside
from lcterm.core.seating import seated
from lcterm.core.session import Meeting, Session
from lcterm.core.voices import Heard, reason, voices
from lcterm.core.when import local, zone_or_utc
from lcterm.documents.charter_words import notes_go_to, rules_changed
from lcterm.documents.summary_attendance import attendance, headcount
from lcterm.documents.summary_became import came_up
from lcterm.documents.summary_captures import kept_sections, next_time, shared_sections
from lcterm.documents.summary_parts import (
    AgendaPoint,
    AgendaPointStatus,
    Audience,
    NextSession,
    Standing,
    Summary,
    VoiceLine,
    VoicesPart,
)
from lcterm.documents.wording import evenness_words, never_run

__all__ = ["Audience", "Form", "Summary", "file_name", "summary"]

Form = Literal["md", "text", "html", "json"]
"""How a summary is written out."""

_ENDINGS: dict[Form, str] = {"md": "md", "text": "txt", "html": "html", "json": "json"}


def summary(
    meeting: Meeting, now: int, reader: Audience, following: Session | None = None, before: Iterable[Digest] = ()
) -> Summary:
    """The session at `now` (wall, ms) for this reader. A session still planned or running has one too. `following`: the
    session planned after it, `before`: those whose actions came up in it, where these are known."""
    session, zone = meeting.session, zone_or_utc(meeting.session.zone)
    timed, named = may_see(reader, "points and clock"), may_see(reader, "names present")
    here, away = attendance(meeting) if named else ((), ())
    return Summary(
        reader=reader,
        community=meeting.community.name,
        title=session.title,
        session=session.id,
        standing=_standing(session),
        written=local(now, zone),
        zone=zone.key if isinstance(zone, ZoneInfo) else "UTC",
        day=_day(session, zone) if may_see(reader, "day") else None,
        planned_start=_moment(session.starts, zone) if timed else None,
        planned_end=_moment(session.planned_end, zone) if timed else None,
        started=_moment(session.started, zone) if timed else None,
        ended=_moment(session.ended, zone) if timed else None,
        here=here,
        away=away,
        headcount=headcount(meeting) if may_see(reader, "headcount") else None,
        agenda=_agenda(meeting, now, presented=may_see(reader, "presenters")) if timed else (),
        captures=shared_sections(meeting, reader, zone),
        rules=meeting.community.rules if may_see(reader, "rules") else (),
        rules_changed=rules_changed(meeting.community, session.id) if may_see(reader, "rules") else (),
        notes_go_to=notes_go_to(meeting.community) if may_see(reader, "charter") else "",
        became=came_up(before, meeting, now) if named else (),
        next_time=next_time(meeting, reader, zone),
        next_session=_next_session(meeting, following, reader) if may_see(reader, "next time") else None,
        kept_back=kept_sections(meeting, reader, zone),
        voices=_voices(meeting, now) if may_see(reader, "voices") else None,
    )


def file_name(session_id: str, reader: Audience, form: Form) -> str:
    """A name for the file that every system takes: small letters, digits, hyphens and one full stop, never one of the
    words that Windows keeps for its devices."""
    stem = re.sub(r"[^a-z0-9]+", "-", session_id.lower()).strip("-")[:64] or "session"
    return f"{stem}-summary-{reader}.{_ENDINGS[form]}"


def _standing(session: Session) -> Standing:
    if never_run(session):
        return "never run"
    return "running" if session.live else "planned" if session.status == "planned" else "closed"


def _day(session: Session, zone: tzinfo) -> date:
    return local(session.starts if session.started is None else session.started, zone).date()


def _moment(ms: int | None, zone: tzinfo) -> datetime | None:
    return None if ms is None else local(ms, zone)


def _next_session(meeting: Meeting, following: Session | None, reader: Audience) -> NextSession | None:
    """The day is for everybody; the time goes where clocks go, all else where presenters go."""
    known, name = next_time_after(meeting.community, meeting.session, following), meeting.community.name_of
    if known is None:
        return None
    starts = local(known.starts, zone_or_utc(known.zone)) if known.starts else None
    presented = may_see(reader, "presenters")
    return NextSession(
        day=starts.date() if starts else None,
        starts=starts if may_see(reader, "points and clock") else None,
        presenters=tuple(map(name, known.presenters)) if presented else (),
        place=known.place if presented else "",
        arranger=name(known.arranger) if presented and known.arranger else "",
        subject=known.subject if presented else "",
    )


def _agenda(meeting: Meeting, now: int, *, presented: bool) -> tuple[AgendaPoint, ...]:
    name = meeting.community.name_of
    return tuple(
        AgendaPoint(
            number=row.number,
            title=row.point.plan.title,
            presenters=tuple(name(person) for person in row.point.plan.presenters) if presented else (),
            planned_minutes=row.point.plan.minutes,
            actual_minutes=None if row.seconds is None else round(row.seconds / 60, 1),
            status=_point_status(row, meeting.session),
        )
        for row in timetable(meeting.session, now).rows
    )


def _point_status(row: Row, session: Session) -> AgendaPointStatus:
    if row.status != "ahead":
        return row.status
    if session.status != "closed" or session.started is None:
        return "planned"
    return "not reached" if is_missed(row.point) else "skipped"


def _voices(meeting: Meeting, now: int) -> VoicesPart | None:
    """None before anything could be heard."""
    session, name = meeting.session, meeting.community.name_of
    if session.started is None and not session.recordings:
        return None
    heard = voices(replace(session, voices=seated(meeting)), now)
    return VoicesPart(
        people=tuple(_voice(one, name(one.voice.person)) for one in heard.heard),
        evenness=None if heard.evenness is None else round(heard.evenness, 6),
        meaning="" if heard.evenness is None else evenness_words(heard.evenness),
        recorded=bool(session.recordings),
    )


def _voice(one: Heard, name: str) -> VoiceLine:
    return VoiceLine(
        name=name,
        role=outside(one.voice.roles),
        turns=one.turns,
        round_turns=one.voice.round_turns,
        minutes=round(one.seconds / 60, 2),
        share=round(one.share, 6),
        expected_share=round(one.expected, 6),
        status=one.status,
        mark=one.mark,
        reason=reason(one),
        listening=one.voice.listening,
    )
