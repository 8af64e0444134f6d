"""What the room screen draws from: of one moment of a session only what the design's table gives the room.

Nothing but this reaches the screen's panes, so what is not in here cannot be shown: no marks, no shares, no notes, no
waiting times, no attendance.
"""

from datetime import tzinfo
from typing import Literal, NamedTuple

from lcterm.core.agenda import following, timetable
from lcterm.core.audience import may_name, may_see, readable
from lcterm.core.capture_words import still_due
from lcterm.core.community import Community
from lcterm.core.events import CaptureKind, HandKind, RoomShow
from lcterm.core.how_it_went import Went, how_it_went
from lcterm.core.next_time import next_time
from lcterm.core.questions import question_at
from lcterm.core.rounds import next_in_round
from lcterm.core.session import Capture, Point, Session
from lcterm.core.when import clock, day, full_day, local, zone_or_utc
from lcterm.documents.charter_words import charter_for_room
from lcterm.ui.line import fit
from lcterm.ui.room_deciding import RoomDeciding, deciding_for_room
from lcterm.ui.view import drawn_names

COMING = 3
"""So many of those who wait are shown."""

KIND_WORDS: dict[HandKind, str] = {"process": "how we talk", "question": "question", "reply": "reply", "point": ""}
"""What a hand is for; a new point is the plain case and needs no word."""


class RoomTime(NamedTuple):
    """The running point's clock. `held`, `length`: ms, `length` 0 where nothing is timed; `left`: whole seconds,
    negative over time; `until`: when it ends, "" where that cannot be said; `now`: the time of day."""

    now: str
    until: str
    left: int
    held: int
    length: int
    paused: bool
    by_minute: bool = False
    """Whether it changes once a minute; `left` and `held` are whole minutes then, while there is time."""

    def in_minutes(self) -> "RoomTime":
        """The same in minutes: those that are left counted up, those that are gone down."""
        left = max(60, -(-self.left // 60) * 60) if self.left >= 0 else self.left
        return self._replace(left=left, held=self.held // 60_000 * 60_000, by_minute=True)


class Coming(NamedTuple):
    """Who comes next: the name, a shorter one where columns are narrow, and what the hand is for."""

    name: str
    short: str
    kind: str = ""


class RoomFloor(NamedTuple):
    """`speaker`: who has the floor, "" for nobody, and then `free` says how it is. `again`: who has the floor once
    more after the short question that the speaker asks. `pairs`: who talks with whom."""

    speaker: str = ""
    again: str = ""
    free: str = ""
    coming: tuple[Coming, ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()


class RoomCapture(NamedTuple):
    """A capture that the room may read; `who`: names beside it, `due`: by when."""

    kind: CaptureKind
    text: str
    who: str
    due: str
    done: bool


class RoomView(NamedTuple):
    """The room screen at a moment. `begins`: when a planned session starts, in words; `then`: the next point;
    `asked_by`: who asks the question, "" where that is not one person. `time` is None where no clock is shown."""

    state: Literal["planned", "live", "closed", "care"]
    name: str
    title: str = ""
    then: str = ""
    begins: str = ""
    time: RoomTime | None = None
    floor: RoomFloor = RoomFloor()
    show: RoomShow = "plain"
    question: str = ""
    asked_by: str = ""
    rules: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    to_settle: str = ""
    """What the group has settled, a line each, and the question that comes next; only where the room shows that."""
    captures: tuple[RoomCapture, ...] = ()
    deciding: RoomDeciding | None = None
    """What is being decided; while it is, it stands in the place of whatever else the room would read."""
    again: tuple[str, ...] = ()
    """When we meet again, where, who presents, on what: a sentence each; nothing while that is open."""
    went: Went = Went()
    """How the hour went, once it is over."""


def room_view(community: Community, session: Session, now: int, planned: Session | None = None) -> RoomView:
    """What the room sees at `now` (wall, ms). `planned`: the session that comes next, where it is known."""
    if session.care:
        return RoomView("care", "")
    name = fit(community.name)
    zone = zone_or_utc(session.zone)
    if session.status == "closed":
        went = how_it_went(session, timetable(session, now))
        return RoomView("closed", name, again=_again(community, session, planned), went=went)
    rules = tuple(fit(rule) for rule in community.rules) if may_see("room", "rules") else ()
    point = session.point
    if point is None or not session.live:
        begins = _begins(session, now, zone) if may_see("room", "day") else ""
        return RoomView("planned", name, begins=begins, rules=rules)
    view = RoomView("live", name, show=session.room, rules=rules, captures=_captures(community, session))
    view = view._replace(deciding=deciding_for_room(session))
    if session.room == "charter" and may_see("room", "charter"):
        settled, to_settle = charter_for_room(community)
        view = view._replace(settled=tuple(map(fit, settled)), to_settle=to_settle)
    if may_see("room", "points and clock"):
        after = following(session, point.id)
        question, asked_by = _asked(community, session, point)
        view = view._replace(
            title=fit(point.plan.title),
            then=fit(after.plan.title) if after else "",
            time=None if point.clock_hidden else _time(session, point, now, zone),
            question=question,
            asked_by=asked_by,
        )
    if may_see("room", "floor"):
        floor = _floor(community, session, point, view.time, view.then)
        if view.deciding is not None and floor.free and point.mode == "pairs":
            floor = floor._replace(free=view.deciding.free)
        view = view._replace(floor=floor)
    return view


def _begins(session: Session, now: int, zone: tzinfo) -> str:
    if now >= session.starts:
        return "We begin in a moment."
    starts, today = local(session.starts, zone), local(now, zone).date()
    on = "" if starts.date() == today else f"on {day(starts.date())} "
    return f"We begin {on}at {clock(session.starts, zone)}."


def _time(session: Session, point: Point, now: int, zone: tzinfo) -> RoomTime:
    held = session.elapsed(point, now)
    left = -(-(point.length - held) // 1000)
    paused = session.status == "paused"
    known = point.length > 0 and left > 0 and not paused
    until = clock(now + point.length - held, zone) if known else ""
    return RoomTime(clock(now, zone), until, left, held, max(0, point.length), paused)


def _asked(community: Community, session: Session, point: Point) -> tuple[str, str]:
    """The question of the point, and whose it is where it is one person's."""
    asked = question_at(community, session, point)
    if not may_see("room", "presenters"):
        return fit(point.plan.question), ""
    one = drawn_names(community.members)[0].get(asked.people[0], "") if len(asked.people) == 1 else ""
    return " · ".join(map(fit, asked.questions)), one


def _again(community: Community, session: Session, planned: Session | None) -> tuple[str, ...]:
    known = next_time(community, session, planned)
    if known is None or not may_see("room", "next time"):
        return ()
    lines: list[str] = []
    if known.starts:
        zone = zone_or_utc(known.zone)
        at = f", {clock(known.starts, zone)}" if may_see("room", "points and clock") else ""
        lines.append(f"We meet again on {full_day(local(known.starts, zone).date())}{at}.")
    if may_see("room", "presenters"):
        names = drawn_names(community.members)[0]
        presenting = ", ".join(names.get(person, "someone") for person in known.presenters)
        lines += [f"Where: {fit(known.place)}"] if known.place else []
        lines += [f"Presenting: {presenting}"] if presenting else []
        lines += [f"To learn: {fit(known.subject)}"] if known.subject else []
    return tuple(lines)


def _floor(community: Community, session: Session, point: Point, time: RoomTime | None, then: str) -> RoomFloor:
    names, shorts = drawn_names(community.members)

    def coming(person: str, kind: str = "") -> Coming:
        return Coming(names.get(person, "someone"), shorts.get(person, "someone"), kind)

    line: tuple[Coming, ...] = ()
    if point.mode == "round":
        line = tuple(coming(person) for person in next_in_round(session)[:COMING])
    elif point.mode != "pairs":
        up = [hand for hand in session.hands if hand.person in session.voices and session.voices[hand.person].reachable]
        line = tuple(coming(hand.person, KIND_WORDS[hand.hand]) for hand in up[:COMING])
    groups = tuple(tuple(names.get(person, "someone") for person in group) for group in point.pairs)
    if session.turn is not None:
        again = names.get(session.aside.person, "someone") if session.aside else ""
        return RoomFloor(names.get(session.turn.person, "someone"), again, coming=line)
    return RoomFloor(free=_free(point, line, time, then), coming=line, pairs=groups if point.mode == "pairs" else ())


def _free(point: Point, line: tuple[Coming, ...], time: RoomTime | None, then: str) -> str:
    """How things stand while nobody has the floor."""
    match point.mode:
        case "none" if not then:
            return "Thank you, all of you."
        case "none":
            at = f" at {time.until}" if time and time.until else ""
            return f"We go on{at} with {then}."
        case "pairs":
            return _pairs_words(point)
        case "round" if not line:
            return "The round is complete."
        case _:
            return "The floor is free."


def _pairs_words(point: Point) -> str:
    if not point.swaps:
        return "In pairs: one speaks, the other listens."
    if any(len(group) > 2 for group in point.pairs):
        return "Now the other one speaks; where you are three, the next."
    return "Now the other one speaks." if point.swaps % 2 else "And back: now the first one speaks again."


def _captures(community: Community, session: Session) -> tuple[RoomCapture, ...]:
    """What the board has opened for the room. What is to leave the group stands here once it is released."""
    names = drawn_names(community.members)[0]

    def drawn(capture: Capture) -> RoomCapture:
        words = capture.words
        people = words.owners or ((words.by,) if words.by else ())
        who = ", ".join(names.get(person, "someone") for person in people) if may_name("room", capture) else ""
        return RoomCapture(words.kind, fit(words.text), who, still_due(capture), capture.done)

    if session.room != "captures":
        return ()
    leaving = ("sponsor", "other")
    opened = readable("room", session)
    return tuple(drawn(one) for one in opened if one.released or one.words.audience not in leaving)
