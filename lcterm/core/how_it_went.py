"""How the hour went, in words that a group can talk about: nobody is named, and no figure points at anyone.

It is for the room, once a session is closed. Titles of points are left out too: one may hold a name.
"""

from collections import Counter
from typing import NamedTuple

from lcterm.core.agenda import Row, Timetable
from lcterm.core.agenda_plan import Mode
from lcterm.core.audience import may_read, may_see
from lcterm.core.events import CaptureKind
from lcterm.core.session import Session

QUESTIONS = (
    "What do we take with us?",
    "Was there room for what each of us came to say?",
    "What shall we do another way next time?",
)
"""To talk about, in no order ([HB]: a session ends with how it was)."""

TOGETHER: dict[Mode, str] = {
    "queue": "talking together",
    "open": "talking together",
    "presenter": "listening to a presentation",
    "round": "going round",
    "pairs": "in twos and threes",
    "none": "in breaks or between",
}
_MANY: dict[CaptureKind, tuple[str, str]] = {
    "learning": ("learning", "learnings"),
    "action": ("action", "actions"),
    "decision": ("decision", "decisions"),
    "question": ("question", "questions"),
    "story": ("story", "stories"),
    "report": ("report", "reports"),
    "outcome": ("outcome", "outcomes"),
    "parked": ("thing parked", "things parked"),
    "quote": ("sentence somebody said", "sentences somebody said"),
}
SMALL_MIN = 2
"""Minutes up to which a point kept its time."""


class Went(NamedTuple):
    """What was, a sentence each, and what to talk about."""

    said: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def how_it_went(session: Session, table: Timetable) -> Went:
    """Of a closed session; nothing for one that never ran, or is not over."""
    if session.status != "closed" or session.started is None or not may_see("room", "points and clock"):
        return Went()
    held = [row for row in table.rows if row.seconds is not None and row.status == "done"]
    left = sum(row.seconds is None and row.point.plan.minutes > 0 for row in table.rows)
    said = [_length(session, held), _modes(held), _kept(held), _left(left), _written(session)]
    return Went(tuple(filter(None, said)), QUESTIONS)


def _length(session: Session, held: list[Row]) -> str:
    took = round(sum(row.seconds or 0 for row in held) / 60)
    planned = round(sum(point.plan.minutes for point in session.points.values() if not point.inserted))
    if not took:
        return ""
    if abs(took - planned) <= SMALL_MIN:
        return f"We were together for {_hours(took)}, as planned."
    return f"We were together for {_hours(took)}; {_hours(planned)} were planned."


def _modes(held: list[Row]) -> str:
    """How the time was spent, the longest first."""
    spent: Counter[str] = Counter()
    for row in held:
        spent[TOGETHER[row.point.mode]] += round((row.seconds or 0) / 60)
    parts = [f"{_hours(minutes)} {words}" for words, minutes in spent.most_common() if minutes]
    return f"That was {_listed(parts)}." if len(parts) > 1 else ""


def _kept(held: list[Row]) -> str:
    timed = [row for row in held if row.point.plan.minutes and not row.point.clock_hidden]
    over = [round((row.seconds or 0) / 60 - row.point.plan.minutes) for row in timed]
    longer = [minutes for minutes in over if minutes > SMALL_MIN]
    shorter = [minutes for minutes in over if minutes < -SMALL_MIN]
    if not timed:
        return ""
    if not longer and not shorter:
        return "Everything had about the time we had set ourselves."
    parts = []
    if longer:
        parts.append(f"{_points(len(longer))} took longer than planned, by {_hours(sum(longer))} in all")
    if shorter:
        parts.append(f"{_points(len(shorter))} needed less, by {_hours(-sum(shorter))} in all")
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _left(count: int) -> str:
    return f"We did not come to {_points(count)}." if count else ""


def _points(count: int) -> str:
    return "one point" if count == 1 else f"{count} points"


def _written(session: Session) -> str:
    kinds = Counter(one.words.kind for one in session.captures.values() if may_read("room", one))
    parts = [f"{count} {_MANY[kind][count != 1]}" for kind, count in kinds.most_common() if kind in _MANY]
    return f"We wrote down {_listed(parts)}." if parts else ""


def _hours(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{left} min" if left or not hours else "") if part
    )


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
