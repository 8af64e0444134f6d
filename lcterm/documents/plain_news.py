"""What has just happened in a session, as sentences to be heard: the word that matters first, each thing told once.

It is the facilitators' own view, as in `plain.py`: what is written down is read out, marks of a vote are counted.
"""

from collections.abc import Iterator

from lcterm.core.agenda import remaining, timetable
from lcterm.core.audience import readable
from lcterm.core.community import Community
from lcterm.core.deciding import Deciding
from lcterm.core.events import (
    AnyEvent,
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureReleased,
    CaptureWritten,
    DecidingBegun,
    DecidingEnded,
    FloorGiven,
    LightsCounted,
    LightShown,
    PointEnded,
    PointJumped,
    QuoteAgreed,
    SessionEvent,
    SuggestionMade,
    SuggestionPut,
    SuggestionSorted,
)
from lcterm.core.facts import Fact
from lcterm.core.rounds import next_in_round
from lcterm.core.session import Capture, Meeting
from lcterm.core.telling import told
from lcterm.core.telling_agenda import still_waiting
from lcterm.core.when import clock, zone_or_utc
from lcterm.documents.plain import capture_line, first_lines, point_lines
from lcterm.documents.plain_deciding import deciding_lines
from lcterm.documents.wording import counted, drift_words, in_minutes

STILL = "The clocks stand still until you resume."
"""For somebody to whom a clock that stands is no other than one that goes."""


def news_lines(before: Meeting, fact: Fact, after: Meeting, latest: Meeting) -> list[str]:
    """What this fact did, a sentence a line; nothing where it is no fact of a session. `latest`: how it stands since;
    what is not for whoever facilitates now is not read out."""
    event = fact.event
    if not isinstance(event, SessionEvent):
        return []
    return [_sentence(before, fact, event, after, latest), *_beyond(before, fact, after)]


def unsaid_lines(before: Meeting, fact: Fact, after: Meeting) -> list[str]:
    """What this fact brings beyond what the command that did it has answered, for whoever gave that command."""
    moved = after.session.running != before.session.running and after.session.live
    point = [f"{_capital(_point(after, fact.at))}."] if moved else []
    return [*point, *_beyond(before, fact, after)]


def _beyond(before: Meeting, fact: Fact, after: Meeting) -> Iterator[str]:
    """What has to be known now, beside what was done."""
    session = after.session
    if session.status == "closed" and before.session.status != "closed":
        yield from first_lines(after, fact.at)
    if not session.live:
        return
    if session.running != before.session.running:
        yield from _behind(after, fact.at)
        yield from (line for line in point_lines(after) if line.startswith("Question"))
        if session.status == "paused":
            yield STILL
    if isinstance(fact.event, FloorGiven):
        yield from _follows(after)


def _follows(meeting: Meeting) -> Iterator[str]:
    """Who comes after whoever was given the floor, to be announced."""
    session = meeting.session
    waiting = next_in_round(session) if session.mode == "round" else [hand.person for hand in session.hands]
    if waiting:
        yield f"Then {meeting.community.name_of(waiting[0])}."
    elif session.mode == "round":
        yield "That is the last of the round."


def _sentence(before: Meeting, fact: Fact, event: SessionEvent, after: Meeting, latest: Meeting) -> str:
    names = {person: member.name for person, member in after.community.members.items()}
    line = told(before, event, after).text
    match event:
        case PointEnded(point=left, next=to) | PointJumped(point=left, to=to) if after.session.running == to:
            done = before.session.points[left].plan.title if left in before.session.points else "The last point"
            title = after.session.points[to].plan.title
            return f"Now {title}: {_point(after, fact.at)}. {done} is done.{still_waiting(before)}"
        case CaptureWritten() if (capture := _readable(latest, fact.id)) is not None:
            return capture_line(capture, names)
        case CaptureEdited(capture=id) if (capture := _readable(latest, id)) is not None:
            return f"Mended. {capture_line(capture, names)}"
        case DecidingEnded() if (capture := _readable(latest, fact.id)) is not None:
            return f"{line} {capture_line(capture, names)}"
        case CaptureDropped(capture=id) if id not in latest.session.struck:
            return _with_words(line, _readable(before, id))
        case CaptureDone(capture=id) | CaptureReleased(capture=id) | QuoteAgreed(capture=id):
            return _with_words(line, _readable(latest, id))
    if after.session.deciding is not None and (more := _deciding(before, event, after, after.session.deciding)):
        return more
    if after.session.running != before.session.running and after.session.live:
        return f"{line} It is {_point(after, fact.at)}."
    return line


def _point(meeting: Meeting, now: int) -> str:
    """The running point: its place, its time, how people come to speak."""
    session, point = meeting.session, meeting.session.point
    if point is None:
        return "no point"
    number = list(session.points).index(point.id) + 1
    left = remaining(session, now)
    facts = [f"point {number} of {len(session.points)}"]
    facts += [] if left is None else [told_left(left, of=point.length)]
    facts += [point.mode] if point.mode not in ("none", "presenter") else []
    if point.plan.presenters:
        names = " and ".join(meeting.community.name_of(one) for one in point.plan.presenters)
        facts.append(f"{names} present{'s' if len(point.plan.presenters) == 1 else ''}")
    facts += ["the group sums up here"] if point.plan.sums_up else []
    return ", ".join(facts)


def told_left(left: int, *, of: int = 0) -> str:
    """How much time is left or over (ms): whole minutes, below two of them seconds as well; all of it is just so many
    minutes. `of`: the whole time, where that is to be said."""
    if left < 0:
        over = -left // 60_000
        return f"{counted(over, 'minute')} over" if over else "just over"
    if of and of - left < 1000:
        return in_minutes(of / 60_000)
    return f"{_figure(left)} left{f' of {in_minutes(of / 60_000)}' if of else ''}"


def _figure(left: int) -> str:
    minutes, seconds = divmod(-(-left // 1000), 60)
    if minutes >= 2 or not seconds:
        return in_minutes(minutes + (seconds > 0)) if minutes else "no time"
    return " ".join(filter(None, (in_minutes(minutes) if minutes else "", counted(seconds, "second"))))


def _behind(meeting: Meeting, now: int) -> Iterator[str]:
    """When it ends, where that is not as planned."""
    times = timetable(meeting.session, now)
    if times.expected_end is not None and abs(times.drift) >= 60:
        yield f"Ends {clock(times.expected_end, zone_or_utc(meeting.session.zone))}, {drift_words(times.drift)}."


def _readable(meeting: Meeting, id: str) -> Capture | None:
    """The capture of this id, if it is for whoever facilitates now: notes stay with who wrote them."""
    return next((one for one in readable("facilitators", meeting.session) if one.id == id), None)


def _with_words(line: str, capture: Capture | None) -> str:
    """The first sentence of the line with the words it is about; it has no other colon then."""
    return f"{line.partition('. ')[0].removesuffix('.').replace(': ', ', ')}: {capture.words.text}" if capture else line


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _deciding(before: Meeting, event: AnyEvent, after: Meeting, deciding: Deciding) -> str:
    """Where the decision stands by this; who gave which mark is not told."""
    lines = deciding_lines(after)
    match event:
        case DecidingBegun():
            return lines[0]
        case SuggestionMade() | SuggestionSorted() | SuggestionPut() | LightShown() | LightsCounted():
            known = set(deciding_lines(before))
            return next((line for line in lines[1:] if line not in known and ": " in line), "")
        case _:
            return ""


def community_news(before: Community, after: Community) -> list[str]:
    """What has changed in the community meanwhile, as far as it is about this hour: its members, its rules."""
    lines = [
        f"{member.name} is a member now."
        for person, member in after.members.items()
        if member.active and not (person in before.members and before.members[person].active)
    ]
    lines += [
        f"{member.name} is no member any more."
        for person, member in before.members.items()
        if member.active and person in after.members and not after.members[person].active
    ]
    lines += [
        f"{before.members[person].name} is called {member.name} now."
        for person, member in after.members.items()
        if person in before.members and before.members[person].name != member.name
    ]
    lines += [f"A rule now: {rule}" for rule in after.rules if rule not in before.rules]
    lines += [f"No rule any more: {rule}" for rule in before.rules if rule not in after.rules]
    return lines
