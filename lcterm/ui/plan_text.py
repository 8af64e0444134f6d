"""What is typed when a session is planned, understood: when it starts, who presents, which agenda."""

import re
from collections.abc import Sequence
from datetime import datetime, time, tzinfo
from typing import NamedTuple

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.badges import badges
from lcterm.core.community import Community
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.when import local, read_due, read_moment, to_ms
from lcterm.intake.agenda_text import read_agenda, with_presenters
from lcterm.store.register import ROUND_TO
from lcterm.store.templates import Template

SOURCE = "the agenda"
_CLOCK = re.compile(r"(?P<day>.*?)[\s,]*(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})")
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


def read_start(text: str, now: int, zone: tzinfo) -> int:
    """`2026-12-15 14:00`, `fri 14:00`, `15 Dec, 14:00`, `tomorrow 9:30`, or a time of today; wall ms, local to the
    zone. Raises Refused."""
    found = _CLOCK.fullmatch(text.strip())
    today = local(now, zone).date()
    on = today if found and not found["day"] else read_due(found["day"], today) if found else None
    if found is None or on is None:
        return read_moment(text, zone, "the start")
    try:
        at = time(int(found["hour"]), int(found["minute"]))
        return to_ms(datetime.combine(on, at, zone))
    except (ValueError, OverflowError, OSError):
        raise Refused(f"the start {text.strip()!r} is no time; write it like 2026-12-01 14:00") from None


def read_presenters(text: str, community: Community) -> list[str]:
    """Ids of the people named, by name or badge, with commas between. Raises Refused for a name nobody has."""
    active = community.active
    given = badges([(one.person, one.name) for one in active])
    people = [Known(one.person, one.name, given[one.person]) for one in active]
    return list(dict.fromkeys(find_person(name, people) for name in re.split(r"[,;]", text) if name.strip()))


def of_template(template: Template, presenters: Sequence[str]) -> Agenda:
    """The agenda of a template. Raises Refused when it has no room for so many presenters."""
    return Agenda(template.planned(presenters), template=template.id)


def of_text(text: str, community: Community, presenters: Sequence[str]) -> Agenda:
    """The agenda in a text. Raises Refused, with the line, where nothing is understood."""
    read = read_agenda(text, SOURCE, [(one.person, one.name) for one in community.active])
    guessed = frozenset(int(found[1]) for line in read.guessed if (found := _GUESSED.match(line)))
    return Agenda(with_presenters(read.points, presenters), read.title, "", guessed, read.warnings)
