"""What was left over, as points for the agenda of this session."""

from lcterm.core.agenda_plan import MINUTES_MAX
from lcterm.core.carrying import Carried, gone
from lcterm.core.commands import InsertPoint
from lcterm.core.decide_plan import QUESTION_MAX, TITLE_MAX
from lcterm.core.digest import Unreached
from lcterm.core.point_titles import looks_back
from lcterm.core.session import Meeting, Session
from lcterm.core.text import folded

MINUTES = 10
"""What an issue gets to begin with (ours); `+` and `-` change it."""

TITLE_CELLS = 40
"""A title that is longer stands in full as the point's question."""


def point_of(left: Unreached, meeting: Meeting) -> InsertPoint:
    """A point that was not held, as it was planned then: with its question, and its presenters but those who have left
    the community since."""
    away = gone(left.presenters, meeting.community)
    presenters = tuple(person for person in left.presenters if person not in away)
    minutes = min(left.minutes, MINUTES_MAX)
    return InsertPoint(left.title, minutes, left.mode, place_for(meeting.session), left.question, presenters)


def issue_as_point(one: Carried, session: Session) -> InsertPoint:
    """Something parked, or a question, to talk about."""
    title, question = _titled(one.kept.text)
    return InsertPoint(title, MINUTES, "queue", place_for(session), question)


def title_of(one: Carried) -> str:
    """The title that an issue has as a point."""
    return _titled(one.kept.text)[0]


def on_the_agenda(title: str, session: Session, presenters: tuple[str, ...] = ()) -> bool:
    """Whether this session has a point of this title; where somebody was to present, one by one of them: the second
    presentation of today is not that of last time."""
    points = (point.plan for point in session.points.values() if folded(point.plan.title) == folded(title))
    return any(not presenters or not set(presenters).isdisjoint(plan.presenters) for plan in points)


def place_for(session: Session) -> int | None:
    """The place on the agenda for what is taken up again: after the running point; before the start where the group
    looks back, or else in front of the end."""
    if session.live:
        return None
    titles = [point.plan.title for point in session.points.values()]
    back = next((place for place, title in enumerate(titles, 1) if looks_back(title)), 0)
    return back + 1 if back else max(1, len(titles))


def _titled(text: str) -> tuple[str, str]:
    """A title, and the question below it where the title does not say all."""
    text = " ".join(text.split())
    if len(text) <= TITLE_CELLS:
        return text, ""
    head = text[: TITLE_CELLS - 1]
    short = head.rpartition(" ")[0] or head
    question = text if len(text) <= QUESTION_MAX else f"{text[: QUESTION_MAX - 1]}…"
    return f"{short.rstrip(' ,.;:')}…"[:TITLE_MAX], question
