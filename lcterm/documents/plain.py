"""A session as plain lines for `show`, made to be heard: the words that matter first, one fact a line, nothing drawn.

It is the facilitators' own view, marks and notes included.
"""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from zoneinfo import ZoneInfo

from lcterm.core.agenda import Row, Timetable, remaining, timetable
from lcterm.core.audience import readable
from lcterm.core.capture_words import still_due
from lcterm.core.kept_captures import standing_words
from lcterm.core.questions import question_at
from lcterm.core.session import Capture, Meeting, Session
from lcterm.core.voices import talk_known
from lcterm.core.when import clock, full_day, in_words, local, zone_or_utc
from lcterm.documents.plain_floor import floor_lines
from lcterm.documents.plain_voices import voice_lines
from lcterm.documents.wording import audience_line, counted, drift_words, in_minutes, names_in_a_row, never_run

PLENTY_MS = 10 * 60_000
"""Above this what is left is told in whole minutes, rounded up, as by whoever follows."""


def plain_lines(meeting: Meeting, now: int, notices: Sequence[str]) -> list[str]:
    """Everything there is to know of the session at `now` (wall, ms), a fact a line, local times."""
    zone = zone_or_utc(meeting.session.zone)
    times = timetable(meeting.session, now)
    return [
        *_clock(meeting.session, times, now, zone),
        *floor_lines(meeting, now),
        *_deciding(meeting),
        *point_lines(meeting),
        *_seat(meeting),
        _which(meeting, now, zone),
        *_agenda(meeting, times, zone),
        *(voice_lines(meeting, now) if talk_known(meeting.session) else ()),
        *_attendance(meeting),
        *_captures(meeting, zone),
        *(f"Rule {number}: {rule}" for number, rule in enumerate(meeting.community.rules, 1)),
        *(f"Notice: {notice}" for notice in notices),
    ]


def _deciding(meeting: Meeting) -> list[str]:
    if meeting.session.deciding is None:
        return []
    from lcterm.documents.plain_deciding import deciding_lines

    return deciding_lines(meeting)


def _attendance(meeting: Meeting) -> list[str]:
    if not meeting.session.attended:
        return []
    from lcterm.documents.attendance_lines import attendance_lines

    return attendance_lines(meeting)


def _clock(session: Session, times: Timetable, now: int, zone: tzinfo) -> list[str]:
    """Where the hour stands."""
    point = session.point
    if session.status == "planned" or never_run(session):
        start = local(session.starts, zone)
        when = f"{full_day(start.date())}, {start:%H:%M} to {clock(times.planned_end, zone)}"
        if session.status == "planned":
            return [f"Not started. Planned for {when}."]
        from lcterm.documents.attendance_lines import where_from

        return [f"Closed. It was not run here; {where_from(session)}.", f"It was planned for {when}."]
    if session.ended is not None and session.status == "closed":
        drift = drift_words(times.drift, "late", "early")
        return [f"Closed at {clock(session.ended, zone)}, planned {clock(times.planned_end, zone)}, {drift}."]
    lines = []
    if point is not None:
        number = list(session.points).index(point.id) + 1
        paused = ("Paused with care. " if session.care else "Paused. ") if session.status == "paused" else ""
        place = f"{point.plan.title}, point {number} of {len(session.points)}"
        lines.append(f"{paused}{place}, {_left(session, now)}.")
    if times.expected_end is not None:
        ends, planned = clock(times.expected_end, zone), clock(times.planned_end, zone)
        lines.append(f"Ends {ends}, planned {planned}, {drift_words(times.drift)}.")
    following = next((row for row in times.rows[number:] if row.status == "ahead"), None) if point else None
    if following is not None:
        lines.append(f"Next: {following.point.plan.title} at {clock(following.starts, zone)}.")
    return lines


def _left(session: Session, now: int) -> str:
    """The running point's time: left, over, or counting up where none is set."""
    point, left = session.point, remaining(session, now)
    if point is None:
        return "no point is running"
    if left is None:
        return f"no time set, {in_words(session.elapsed(point, now) / 1000)} so far"
    length = in_minutes(point.length / 60_000)
    if left < 0:
        return f"{in_words(left / 1000)} over its {length}" if left <= -1000 else f"all of its {length} are over"
    if not left:
        return f"no time left of {length}"
    unit = 60 if left > PLENTY_MS else 1
    return f"{in_words(-(-left // (unit * 1000)) * unit)} left of {length}"


def first_lines(meeting: Meeting, now: int) -> list[str]:
    """What somebody who comes to it needs to hear first: where the hour stands, and who speaks."""
    zone = zone_or_utc(meeting.session.zone)
    return [*_clock(meeting.session, timetable(meeting.session, now), now, zone), *floor_lines(meeting, now)]


def point_lines(meeting: Meeting) -> list[str]:
    """What the group works on at the running point, and what its facilitator says and watches there."""
    session, point = meeting.session, meeting.session.point
    if point is None or not session.live:
        return []
    asked = question_at(meeting.community, session, point)
    whose = f" of {names_in_a_row([meeting.community.name_of(one) for one in asked.people])}" if asked.people else ""
    return [
        *(f"Question{whose}: {question}" for question in asked.questions),
        *(f"Prompt: {note}" for note in point.plan.notes),
    ]


def _seat(meeting: Meeting) -> list[str]:
    """Who facilitates, once that has changed hands."""
    person = meeting.session.facilitator
    return [f"{meeting.community.name_of(person)} holds the facilitator's seat."] if person else []


def _which(meeting: Meeting, now: int, zone: tzinfo) -> str:
    session, moment = meeting.session, local(now, zone)
    names = ", ".join(part for part in (meeting.community.name, session.title) if part)
    zoned = zone.key if isinstance(zone, ZoneInfo) else "UTC"
    return f"{names}: {session.status}. It is {full_day(moment.date())}, {moment:%H:%M}, {zoned}."


def _agenda(meeting: Meeting, times: Timetable, zone: tzinfo) -> list[str]:
    return [
        f"Agenda, {counted(len(times.rows), 'point')}.",
        *(f"{row.number} {_agenda_line(meeting, row, zone)}." for row in times.rows),
    ]


def _agenda_line(meeting: Meeting, row: Row, zone: tzinfo) -> str:
    point, session = row.point, meeting.session
    length = in_minutes(point.length / 60_000)
    timed = f", {length}" if point.length > 0 else ""
    facts = f", {point.mode}" if point.mode != "none" else ""
    if point.plan.presenters:
        facts += f", presented by {', '.join(meeting.community.name_of(one) for one in point.plan.presenters)}"
    if row.status == "skipped":
        return f"{point.plan.title}: skipped"
    if row.status == "ahead" and session.status == "closed":
        missed = "" if never_run(session) else "not reached, "
        return f"{point.plan.title}: {missed}planned {clock(row.planned, zone)}{timed}{facts}"
    facts += ", the group sums up here" if point.plan.sums_up else ""
    starts, planned = clock(row.starts, zone), clock(row.planned, zone)
    moved = f", planned {planned}" if starts != planned else ""
    if row.status == "ahead":
        fixed = f", fixed at {clock(point.fixed, zone)}" if point.fixed else ""
        return f"{point.plan.title}: {starts}{fixed}{moved}{timed}{facts}"
    held, out_of = in_words(row.seconds or 0), f" of {length}" if timed else ""
    if row.status == "running":
        return f"{point.plan.title}: now, {held}{out_of} so far, began {starts}{moved}{facts}"
    return f"{point.plan.title}: done, took {held}{out_of}, began {starts}{moved}{facts}"


def _captures(meeting: Meeting, zone: tzinfo) -> list[str]:
    captures = readable("facilitators", meeting.session)
    names = {person: member.name for person, member in meeting.community.members.items()}
    actions = [one for one in captures if one.words.kind == "action"]
    if not captures:
        return ["Nothing written down yet."]
    still = f", {counted(sum(not one.done for one in actions), 'action')} open" if actions else ""
    told = (f"{_kind(one)}: {one.words.text} ({capture_facts(one, names)}; {clock(one.at, zone)})" for one in captures)
    return [f"Captures: {len(captures)}{still}.", *told]


def _kind(capture: Capture) -> str:
    return f"{capture.words.kind.title()}{', done' if capture.done else ''}"


def capture_line(capture: Capture, names: Mapping[str, str]) -> str:
    """A capture as it is told when it has just come: its kind, its words, whose it is, by when, for whom."""
    return f"{_kind(capture)}: {capture.words.text} ({capture_facts(capture, names)})"


def capture_facts(capture: Capture, names: Mapping[str, str], *, group: bool = True) -> str:
    """Whose it is, by when, for whom (the group, too, if `group`), and how far it is; "" for nothing of that."""
    words = capture.words
    facts = [", ".join(names.get(owner, "someone") for owner in words.owners)]
    facts += [f"due {until}" if (until := still_due(capture)) else ""]
    facts += [audience_line(words, names) if group or words.audience != "group" else ""]
    facts += [standing_words(capture, dict(names))]
    return "; ".join(filter(None, facts))
