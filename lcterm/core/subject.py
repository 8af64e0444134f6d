"""What the group wants to learn next time, on the agenda of that time ([LC]: on a subject the group chose itself)."""

from lcterm.core.events_agenda import PointMended
from lcterm.core.session import Session

TITLE_LETTERS = 40
"""A subject that is longer is the point's question alone."""
LEARNING = "Learning"
"""What the point is called that has no subject yet."""
CIRCLES = frozenset({"circle", "circle-first"})
"""The ids of the templates of learning circles."""


def title_for(subject: str, otherwise: str) -> str:
    """The title of the point that takes the subject: the subject itself, or where that is too long or none the other
    title."""
    return subject if 0 < len(subject) <= TITLE_LETTERS else otherwise


def subject_changed(planned: Session, before: str, subject: str) -> list[PointMended]:
    """The facts by which a session that is planned already takes another subject than `before`, or its first: at the
    point whose question it is, or that waits for one. An agenda without such a point stays as it is."""
    if subject == before:
        return []
    waits = planned.template in CIRCLES and not before
    for point in planned.points.values():
        plan = point.plan
        if plan.question == before if before else waits and plan.mode == "presenter" and not plan.question:
            title = title_for(subject, LEARNING if plan.title == before else plan.title)
            return [PointMended(point=point.id, title=title, question=subject)]
    return []
