"""The ground rules, large: each in full with its number, who keeps them, and on demand what they do not touch yet."""

from collections.abc import Sequence

from lcterm.core.rules import Rules
from lcterm.store.charter import themes, untouched
from lcterm.ui.line import Line, Span, fit, row, title_line, wrap
from lcterm.ui.page import Page, chosen_line, of_items

NOTHING_YET = "No rules yet. What do we need, to be honest here? a writes the first, in the group's words."
FROM_MEMORY = (
    "The old list is set aside. What do we still know, and what do we want? a writes one; Enter keeps this list."
)
OFFERED = "Not touched yet; offer it when nothing comes, and wait for the group's own words"
QUESTIONS = "Questions that help rules along"


def rules_page(rules: Rules, keepers: Sequence[str], chosen: int, width: int, *, memory: bool, offered: bool) -> Page:
    """The rules as they stand, or with `memory` as they are being remade; below them with `offered` the themes."""
    title = title_line(width, "Our rules, from memory" if memory else "Our rules", _kept(keepers))
    tail: list[Line] = []
    if memory or not rules:
        tail += [(), *((Span(part, "muted"),) for part in wrap(FROM_MEMORY if memory else NOTHING_YET, width))]
    if offered:
        tail += _offers(rules, width)
    return of_items([title, ()], [_rule(rule, n, width, n == chosen) for n, rule in enumerate(rules)], tail)


def _kept(keepers: Sequence[str]) -> str:
    return f"kept by {', '.join(keepers)}" if keepers else "nobody keeps them now"


def _rule(text: str, place: int, width: int, chosen: bool) -> list[Line]:
    parts = wrap(fit(text), max(1, width - 4)) or [""]
    leads = [f"{place + 1:3} ", *["    "] * (len(parts) - 1)]
    rows = [row(width, [Span(lead, "muted"), Span(part)]) for lead, part in zip(leads, parts, strict=True)]
    return [chosen_line(line, width) for line in rows] if chosen else rows


def _offers(rules: Rules, width: int) -> list[Line]:
    lines: list[Line] = [(), title_line(width, "Themes", look="muted")]
    left = untouched(rules)
    said = OFFERED if left else "These rules touch every theme that groups often speak of."
    lines += [(Span(part, "muted"),) for part in wrap(said, width)]
    for theme in left:
        lines += [(Span(part),) for part in wrap(f"{theme.title}: {theme.ask}", width)]
    lines += [(), (Span(QUESTIONS, "muted"),)]
    lines += [(Span(part),) for question in themes()[1] for part in wrap(question, width)]
    return lines
