"""The agenda of a refresh ([HB]: the design session again): each point says what stands today, and asks whether it is
still right. Nothing of it is decided by the agenda; what nobody takes up stays as it is."""

from collections.abc import Sequence

from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.charter import RULES, designs, minds_rules
from lcterm.core.community import Community
from lcterm.core.point_titles import looks_ahead
from lcterm.store.agenda_notes import short_note
from lcterm.store.charter import Topic, is_settled, setting_up, topics
from lcterm.store.refresh import Place, refresh_words
from lcterm.store.template_file import TemplatePoint
from lcterm.store.templates import Template

SPONSOR = "With the sponsor"
"""The group of the setting up whose questions go to the sponsor."""

RULES_MAX = 12
"""So many rules stand beside the point; the rules page has them all."""


def refresh_agenda(
    community: Community, template: Template, points: Sequence[PlannedPoint]
) -> tuple[PlannedPoint, ...]:
    """The points of a design session, planned from this template and as the charter proposes them, as those of a
    refresh. What the shipped template says to people who begin gives way; what a facilitator wrote into a copy of it
    stays. Raises Refused when the words of a refresh did not come with this lcterm."""
    return tuple(
        _refreshed(community, template, number, one, point)
        for number, (one, point) in enumerate(zip(template.points, points, strict=True))
    )


def _refreshed(
    community: Community, template: Template, number: int, one: TemplatePoint, point: PlannedPoint
) -> PlannedPoint:
    place = _place(number, one)
    if place is None:
        return point
    prompt = refresh_words().points[place]
    own = one.notes if template.own or place == "closing" else ()
    question = point.question if template.own and point.question else prompt.question or point.question
    return replace(
        point,
        question=question,
        from_template=bool(question),
        notes=(*own, *prompt.notes, *_standing(community, place, one, point)),
    )


def _place(number: int, one: TemplatePoint) -> Place | None:
    """What the point is for, as far as its place, its mode and its title tell."""
    if one.slot:
        return "presentation"
    if one.mode == "presenter":
        return "purpose"
    if designs(one.title):
        return "designing"
    if minds_rules(one.title):
        return "rules"
    if looks_ahead(one.title):
        return "closing"
    if one.mode == "none" and not one.minutes:
        return "close"
    return "opening" if number == 0 else None


def _standing(community: Community, place: Place, one: TemplatePoint, point: PlannedPoint) -> list[str]:
    """What stands today, where the point is about it; elsewhere what the charter puts beside it anyway."""
    match place:
        case "rules":
            return _rules(community)
        case "designing":
            return [*_settled(community), *_sponsor(community)]
        case _:
            return [note for note in point.notes if note not in one.notes]


def _rules(community: Community) -> list[str]:
    shown = [short_note(f"Rule {number}: {rule}") for number, rule in enumerate(community.rules[:RULES_MAX], 1)]
    more = len(community.rules) - len(shown)
    return [*shown, f"And {more} more: the rules page has them all."] if more else shown


def _settled(community: Community) -> list[str]:
    """What was settled, a line a topic, then what is open."""
    asked = [one for one in topics() if one.id != RULES]
    lines = [short_note(f"{one.title}: {_words(community, one)}") for one in asked if one.id in community.charter]
    left = [one.title for one in asked if not one.of and not is_settled(community, one)]
    return [*lines, f"Still open: {', '.join(left)}"] if left else lines


def _words(community: Community, topic: Topic) -> str:
    answer = community.charter[topic.id]
    said = f" ({answer.answer})" if answer.choice and answer.answer else answer.answer
    return f"{topic.words_of(answer.choice)}{said}"


def _sponsor(community: Community) -> list[str]:
    """The questions to the sponsor, once more; whether they are asked is for the group to say first."""
    asked = [one for one in setting_up() if one.group == SPONSOR]
    still = [one for one in asked if one.id not in community.setup or community.setup[one.id].state != "not needed"]
    return [refresh_words().sponsor, *(f"To the sponsor: {one.ask}" for one in still)] if still else []
