"""When the group meets next: date, place, what it wants to learn, who arranges it, and everybody who could present."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from types import MappingProxyType

from lcterm.core.next_time import NextTime
from lcterm.core.rota import Presented
from lcterm.core.when import clock, full_day, local, zone_or_utc
from lcterm.ui.line import Line, Span, fit, pad, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line
from lcterm.ui.view import View

LABEL, SIGN, NAME = 10, 4, 24
NOT_YET = "not agreed yet"
OFFERED = "who has not presented for longest on top"
CHARTER = "charter: "
HIDDEN = "Who presented when is not for the room."


def when_words(starts: int, zone: str) -> str:
    """Tue 15 Dec 2026, 14:00. `starts`: wall ms, 0 for no date."""
    where = zone_or_utc(zone)
    return f"{full_day(local(starts, where).date())}, {clock(starts, where)}" if starts else NOT_YET


def date_and_place(starts: int, zone: str, place: str) -> str:
    """Tue 15 Dec 2026, 14:00, Library. `starts`: wall ms, 0 for no date."""
    when = when_words(starts, zone)
    return f"{when}, {fit(place)}" if place and starts else when


def next_time_page(
    view: View,
    known: NextTime,
    offered: Sequence[Presented],
    remarks: Sequence[str],
    chosen: int,
    width: int,
    charter: Mapping[str, str] = MappingProxyType({}),
) -> Page:
    """The four facts, then the people, each with when they last presented; below, what there is to know. Under the
    veil only what the room may read. `charter`: what it says of a thing, by the ids of its topics."""
    lines: list[Line] = []
    numbers: list[int] = []

    def item(rows: Sequence[Line]) -> None:
        number = max([-1, *numbers]) + 1
        lines.extend(chosen_line(one, width) for one in rows) if number == chosen else lines.extend(rows)
        numbers.extend([number] * len(rows))

    def beside(rows: Sequence[Line]) -> None:
        lines.extend(rows)
        numbers.extend([NOTHING] * len(rows))

    def as_settled(topic: str) -> None:
        beside(_hint(charter.get(topic, ""), width))

    item(_fact("When", when_words(known.starts, known.zone), width))
    as_settled("meeting")
    item(_fact("Where", fit(known.place) or NOT_YET, width))
    item(_fact("To learn", fit(known.subject) or NOT_YET, width))
    item(_fact("Arranges", view.name(known.arranger) if known.arranger else NOT_YET, width))
    as_settled("arranging")
    presenting = ", ".join(map(view.name, known.presenters))
    beside([(), *_fact("Presents", presenting or NOT_YET, width)])
    as_settled("presentations")
    if view.veiled:
        beside([(), *((Span(part, "muted"),) for part in wrap(HIDDEN, width))])
    else:
        beside([(), title_line(width, "Who presents", OFFERED if width >= 60 else "")])
        for one in offered:
            item([_person(view, one, known.presenters, width)])
    for remark in remarks:
        beside([(), *((Span(part, "muted"),) for part in wrap(fit(remark), width))])
    return Page([title_line(width, "Next time")], lines, numbers)


def _hint(said: str, width: int) -> list[Line]:
    """What the charter says of it, muted, below it."""
    parts = wrap(fit(said), max(1, width - LABEL - len(CHARTER))) if said else []
    leads = [CHARTER, *[" " * len(CHARTER)] * (len(parts) - 1)]
    return [
        row(width, [Span(" " * LABEL), Span(f"{lead}{part}", "muted")])
        for lead, part in zip(leads, parts, strict=False)
    ]


def _fact(label: str, text: str, width: int) -> list[Line]:
    look = "muted" if text == NOT_YET else "strong"
    parts = wrap(text, max(1, width - LABEL)) or [""]
    return [
        row(width, [Span(pad("" if place else label, LABEL), "muted"), Span(part, look)])
        for place, part in enumerate(parts)
    ]


def _person(view: View, one: Presented, presenters: Sequence[str], width: int) -> Line:
    place = presenters.index(one.person) + 1 if one.person in presenters else 0
    sign = Span(pad(f"{place}." if place else " ·", SIGN), "turn" if place else "muted")
    badge = Span(pad(view.badge(one.person), SIGN), "muted")
    name = Span(pad(view.name(one.person), NAME) if width >= 60 else view.short(one.person))
    last = Span(last_words(one, view.zone), "muted")
    return row(width, [sign, badge, name, last]) if width >= 60 else row(width, [sign, badge, name], [last], gap=1)


def last_words(one: Presented, zone: tzinfo) -> str:
    """When they last presented, in words that judge nobody."""
    return "not yet" if one.last is None else full_day(local(one.last, zone).date())
