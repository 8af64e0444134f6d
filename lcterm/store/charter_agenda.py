"""The agenda of the next session as a charter proposes it: from a template, run the way the community runs things."""

from collections.abc import Sequence

from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.charter import ARRANGING, BRIEF, minds_rules, mode_of
from lcterm.core.community import Community
from lcterm.core.point_titles import looks_ahead
from lcterm.core.refresh import is_refresh
from lcterm.core.subject import title_for
from lcterm.store.agenda_notes import short_note
from lcterm.store.charter import is_settled, topics
from lcterm.store.refresh_agenda import refresh_agenda
from lcterm.store.template_file import TemplatePoint
from lcterm.store.templates import Template

WANTED = "What the group wanted to learn"


def charter_agenda(
    community: Community, template: Template, presenters: Sequence[str], subject: str = ""
) -> tuple[PlannedPoint, ...]:
    """The points of a template for this community: where it manages itself discussions are open; the brief stands
    beside presentations, who arranges beside the next date, what is open in a charter half answered beside the rules.
    `subject`: what the group wants to learn; it has its own point, or stands beside the first presentation. Raises
    Refused when more presenters are named than there is room for. With a charter a design session is a refresh."""
    planned = zip(template.points, template.planned(presenters), strict=True)
    points = tuple(_by_charter(community, one, point) for one, point in planned)
    if is_refresh(community, template.id):
        points = refresh_agenda(community, template, points)
    place = subject_place(template) if subject else -1
    return tuple(
        _about(point, one, subject if number == place else "")
        for number, (one, point) in enumerate(zip(template.points, points, strict=True))
    )


def subject_place(template: Template) -> int:
    """The place, from 0, of the point that takes what the group wants to learn; -1 where the agenda has none."""
    own = (number for number, one in enumerate(template.points) if one.subject)
    talks = (number for number, one in enumerate(template.points) if one.slot)
    return next(own, next(talks, -1))


def _about(point: PlannedPoint, one: TemplatePoint, subject: str) -> PlannedPoint:
    """The point with the subject: as its title and question where it is made for one, else as a note."""
    if not subject:
        return point
    if not one.subject:
        return replace(point, notes=(f"{WANTED}: {subject}", *point.notes))
    return replace(point, title=title_for(subject, point.title), question=point.question or subject)


def _by_charter(community: Community, one: TemplatePoint, point: PlannedPoint) -> PlannedPoint:
    notes = (*point.notes, *_notes(community, one))
    return replace(point, mode=mode_of(community, point.mode), notes=notes)


def _notes(community: Community, point: TemplatePoint) -> list[str]:
    if point.slot:
        return _answer(community, BRIEF, "Our brief")
    if looks_ahead(point.title):
        return _answer(community, ARRANGING, "Who arranges")
    return _still_open(community) if minds_rules(point.title) else []


def _answer(community: Community, topic: str, lead: str) -> list[str]:
    held = community.charter.get(topic)
    return [f"{lead}: {short_note(held.answer)}"] if held and held.answer else []


def _still_open(community: Community) -> list[str]:
    """Nothing while a community has no charter at all: it may not want one."""
    left = [one.title for one in topics() if not one.of and not is_settled(community, one)]
    return [f"Our charter leaves open: {short_note(', '.join(left))}"] if community.charter and left else []
