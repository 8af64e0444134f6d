"""What a group works on at a point: the question its agenda has, what presenters bring, what was to be learned."""

from msgspec import Struct

from lcterm.core.agenda import preceding
from lcterm.core.coming import Brief, Coming
from lcterm.core.community import Community
from lcterm.core.community_events import PresenterBriefed
from lcterm.core.session import Point, Session


def subject_of(coming: Coming, session: Session) -> str:
    """What the group wanted to learn in this session, as it agreed beforehand; "" where it said nothing of that."""
    about = (one for one in coming.agreed if one.session != session.id and one.at < session.began)
    asked, planned = {point.plan.question for point in session.points.values()}, session.planned_for or session.starts
    said = (one for one in reversed([*about]) if one.starts in (0, planned) or one.subject in asked)
    return next((one.subject for one in said), "")


def brief_of(coming: Coming, person: str, session: Session | None) -> Brief | None:
    """What the person brings to this session (None: to the next one, not planned yet). What was said before it was
    planned holds for it, unless it was taken along into another since, or came after its end."""
    own = [one for one in coming.briefs if one.person == person]
    for one in own:
        if session is not None and one.session == session.id:
            return one
    waiting = next((one for one in own if not one.session), None)
    if waiting is None or any(one.session and one.at >= waiting.at for one in own):
        return None
    ended = session is not None and session.ended is not None and session.ended <= waiting.at
    return None if ended else waiting


def briefed(brief: Brief, session: str) -> PresenterBriefed:
    """The fact by which this stands for that session (id; "" the next one, while none is planned)."""
    return PresenterBriefed(
        person=brief.person,
        session=session,
        brings=brief.brings,
        title=brief.title,
        questions=brief.questions,
        state=brief.state,
    )


def presenters_at(session: Session, point: Point) -> tuple[str, ...]:
    """Whose presentation a point is about: its own presenters, else those of the presentation before it."""
    before = preceding(session, point.id)
    presented = before.plan.presenters if before is not None and before.plan.mode == "presenter" else ()
    return point.plan.presenters or (presented if point.plan.mode not in ("none", "presenter") else ())


def presenters_questions(community: Community, session: Session, point: Point) -> list[tuple[str, tuple[str, ...]]]:
    """What the presenters of this point ask the group, by person, where they said so beforehand ([HB]: my questions to
    you)."""
    briefs = ((one, brief_of(community.coming, one, session)) for one in presenters_at(session, point))
    return [(person, brief.questions) for person, brief in briefs if brief is not None and brief.questions]


class Asked(Struct, frozen=True):
    """What the group works on at a point. `people`: ids of those whose words these are, nobody where they are the
    group's or a template's. `briefed`: they said so beforehand."""

    questions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    briefed: bool = False


def question_at(community: Community, session: Session, point: Point) -> Asked:
    """The question of a point, the same wherever it is shown: what was written down for this very point, else what its
    presenters ask, else what the template has for any presenter."""
    own, presenters = point.plan.question, presenters_at(session, point)
    briefs = presenters_questions(community, session, point)
    if own and own == subject_of(community.coming, session):  # what the group chose to learn
        return Asked((own,))
    if briefs and (not own or point.plan.from_template):
        asked = tuple(question for _, questions in briefs for question in questions)
        return Asked(asked, tuple(person for person, _ in briefs), briefed=True)
    if not own or point.plan.from_template:
        return Asked((own,) if own else ())
    said = tuple(person for person, questions in briefs if own in questions)
    return Asked((own,), said if briefs else presenters)
