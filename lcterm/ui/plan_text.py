"""What is typed when a session is planned, understood: when it starts, who presents, which agenda."""

import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import NamedTuple

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.badges import badges
from lcterm.core.community import Community
from lcterm.core.names import Known, find_person
from lcterm.core.starts import read_start
from lcterm.core.when import local
from lcterm.intake.agenda_text import read_agenda, with_presenters
from lcterm.store.charter_agenda import charter_agenda
from lcterm.store.register import ROUND_TO
from lcterm.store.templates import Template

__all__ = [
    "Agenda",
    "next_start",
    "of_template",
    "of_text",
    "read_presenters",
    "read_start",
    "typed_presenters",
    "typed_start",
]

SOURCE = "the agenda"
_GUESSED = re.compile(r"point (\d+), ")


class Agenda(NamedTuple):
    """An agenda as it would be planned. `title` is the session's, "" for none; `template` its id, "" for a text;
    `guessed`: numbers of the points whose mode is a guess; `warnings`: what was assumed or left out, a line each."""

    points: tuple[PlannedPoint, ...]
    title: str = ""
    template: str = ""
    guessed: frozenset[int] = frozenset()
    warnings: tuple[str, ...] = ()


def next_start(now: int) -> int:
    """The next full five minutes, wall ms."""
    return -(-now // ROUND_TO) * ROUND_TO


def typed_start(ms: int, zone: tzinfo) -> str:
    """A time as it is typed: 2026-12-15 14:00."""
    return local(ms, zone).strftime("%Y-%m-%d %H:%M")


def read_presenters(text: str, community: Community) -> list[str]:
    """Ids of the people named, by name or badge, with commas between. Raises Refused for a name nobody has."""
    active = community.active
    given = badges([(one.person, one.name) for one in active])
    people = [Known(one.person, one.name, given[one.person]) for one in active]
    return list(dict.fromkeys(find_person(name, people) for name in re.split(r"[,;]", text) if name.strip()))


def typed_presenters(persons: Sequence[str], community: Community) -> str:
    """These people as they are typed: by name, or by badge where a name would not be read back."""
    active = community.active
    given = badges([(one.person, one.name) for one in active])
    calls = {one.person: given[one.person] if re.search(r"[,;]", one.name) else one.name for one in active}
    return ", ".join(calls[person] for person in persons if person in calls)


def of_template(
    template: Template, presenters: Sequence[str], community: Community | None = None, subject: str = ""
) -> Agenda:
    """The agenda of a template, as the community's charter would have it. `subject`: what the group wants to learn.
    Raises Refused when it has no room for so many presenters."""
    if community is None:
        return Agenda(template.planned(presenters), template=template.id)
    points = charter_agenda(community, template, presenters, subject)
    return Agenda(points, template=template.id)


def of_text(text: str, community: Community, presenters: Sequence[str]) -> Agenda:
    """The agenda in a text. Raises Refused, with the line, where nothing is understood."""
    read = read_agenda(text, SOURCE, [(one.person, one.name) for one in community.active])
    guessed = frozenset(int(found[1]) for line in read.guessed if (found := _GUESSED.match(line)))
    return Agenda(with_presenters(read.points, presenters), read.title, "", guessed, read.warnings)
