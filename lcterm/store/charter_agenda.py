"""The agenda of the next session as a charter proposes it: from a template, run the way the community runs things."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.charter import ARRANGING, BRIEF, is_settled, minds_rules, mode_of
from lcterm.core.community import Community
from lcterm.store.charter import topics
from lcterm.store.template_file import TemplatePoint
from lcterm.store.templates import Template

NOTE_MAX = 120
"""Characters of an answer beside a point, where it is read at a glance; the charter has all of it."""

_NEXT_DATE = re.compile(r"\bnext (?:date|time|session|meeting)\b", re.IGNORECASE)


def charter_agenda(community: Community, template: Template, presenters: Sequence[str]) -> tuple[PlannedPoint, ...]:
    """The points of a template for this community: where it manages itself discussions are open; the brief stands
    beside presentations, who arranges beside the next date, what is open in a charter half answered beside the rules.
    Raises Refused when more presenters are named than there is room for."""
    points = template.planned(presenters)
    return tuple(_by_charter(community, one, point) for one, point in zip(template.points, points, strict=True))


def _by_charter(community: Community, one: TemplatePoint, point: PlannedPoint) -> PlannedPoint:
    notes = (*point.notes, *_notes(community, one))
    return replace(point, mode=mode_of(community, point.mode), notes=notes)


def _notes(community: Community, point: TemplatePoint) -> list[str]:
    if point.slot:
        return _answer(community, BRIEF, "Our brief")
    if _NEXT_DATE.search(point.title):
        return _answer(community, ARRANGING, "Who arranges")
    return _still_open(community) if minds_rules(point.title) else []


def _answer(community: Community, topic: str, lead: str) -> list[str]:
    held = community.charter.get(topic)
    return [f"{lead}: {_short(held.answer)}"] if held and held.answer else []


def _still_open(community: Community) -> list[str]:
    """Nothing while a community has no charter at all: it may not want one."""
    left = [one.title for one in topics() if not one.of and not is_settled(community, one.id)]
    return [f"Our charter leaves open: {_short(', '.join(left))}"] if community.charter and left else []


def _short(text: str) -> str:
    return text if len(text) <= NOTE_MAX else f"{text[: NOTE_MAX - 1].rstrip()}…"
