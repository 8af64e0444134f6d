"""The charter, large: every topic with what was settled; the chosen one opened, with its question and its answers."""

from collections.abc import Sequence

from lcterm.core.charter import RULES
from lcterm.core.community import Community
from lcterm.documents.charter_words import answer_words
from lcterm.store.charter import Topic, is_settled, settled_count
from lcterm.ui.line import Line, Span, cells, cut, fit, pad, row, title_line, wrap
from lcterm.ui.page import Page, chosen_line, of_items

SETTLED, OPEN = "✓", " "
LETTERS = "abcdefg"
"""Before the set answers of a topic."""
INDENT = 4
TITLE = 30
WIDEST = 100
"""Longer lines are hard to read aloud from."""


def charter_page(community: Community, topics: Sequence[Topic], chosen: int, width: int) -> Page:
    """The topics one below the other; how many of the twelve are settled."""
    done, all_of_them = settled_count(community)
    title = title_line(width, "Our charter", f"{done} of {all_of_them} settled")
    return of_items(
        [title, *_purpose(community, width), ()],
        [_topic(community, one, n == chosen, width) for n, one in enumerate(topics)],
    )


def _purpose(community: Community, width: int) -> list[Line]:
    """What the community is for, in two rows at most."""
    said = f"Our purpose: {fit(community.purpose)}" if community.purpose else "What are we here for? p writes it."
    first, *rest = wrap(said, max(1, min(width, WIDEST)))
    look = "text" if community.purpose else "muted"
    return [(Span(part, look),) for part in (first, *([cut(" ".join(rest), width)] if rest else []))]


def _topic(community: Community, topic: Topic, chosen: bool, width: int) -> list[Line]:
    said = fit(_words(community, topic))
    sign = SETTLED if is_settled(community, topic) else OPEN
    name = f"{sign} {'  ' if topic.of else ''}{topic.title}"
    if not chosen:
        look = "muted" if sign == SETTLED else "text"
        return [row(width, [Span(pad(name, TITLE), look), Span(f" {said}" if width > TITLE * 2 else "", "muted")])]
    lines = [chosen_line((Span(name),), width)]
    room = max(1, min(width, WIDEST) - INDENT)
    lines += [_indented([Span(part, "bold")]) for part in wrap(topic.question, room)]
    lines += [_indented([Span(part, "muted")]) for part in wrap(topic.why, room)]
    for letter, choice in zip(LETTERS, topic.choices, strict=False):
        held = community.charter.get(topic.id)
        look = "strong" if held is not None and held.choice == choice.id else "text"
        lines += _hanging(f"{letter}  ", f"{choice.id}: {choice.words}", room, look)
    if said:
        lines += _hanging("= ", said, room, "strong" if sign == SETTLED else "muted")
    elif topic.ideas:
        lines += _hanging("others: ", " · ".join(topic.ideas), room, "muted")
    return [*lines, ()]


def _words(community: Community, topic: Topic) -> str:
    """What was settled; of the rules, where nothing else was said, how many there are."""
    words = answer_words(topic, community.charter.get(topic.id))
    if words or topic.id != RULES or not community.rules:
        return words
    return f"{len(community.rules)} rule{'s' if len(community.rules) != 1 else ''}"


def _indented(spans: Sequence[Span]) -> Line:
    return (Span(" " * INDENT), *spans)


def _hanging(lead: str, text: str, room: int, look: str) -> list[Line]:
    """The text with something before its first line, and the rest below its beginning."""
    parts = wrap(text, max(1, room - cells(lead))) or [""]
    leads = [lead, *[" " * cells(lead)] * (len(parts) - 1)]
    return [_indented([Span(one, "bold"), Span(part, look)]) for one, part in zip(leads, parts, strict=True)]
