"""Everything that was written down, in full, under the points it was written at. Under the veil all is dotted."""

from lcterm.core.captures import LETTER_OF, audience_words, due_words
from lcterm.core.session import Capture
from lcterm.core.when import clock
from lcterm.ui.line import Line, Span, cut, pad, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.captures import AT, DOTS, EMPTY, FOR

KIND = 10
KIND_FROM, RIGHT_FROM = 64, 44
"""Widths from which the kind is written out, and audience and time have columns of their own."""
GAP = 2


def captures_page(view: View, width: int, chosen: str) -> Page:
    """Each capture wrapped, with its owners and date below; a heading wherever another point begins."""
    captures = list(view.session.captures.values())
    opened = sum(one.words.kind == "action" and not one.done for one in captures)
    fact = f"{len(captures)}, {opened} action{'s' if opened != 1 else ''} open" if captures and not view.veiled else ""
    heads = f"{'for':>{FOR}}  {'at':>{AT}}" if fact and width >= RIGHT_FROM else ""
    title = title_line(width, "Captures", fact, heads)
    if not captures:
        return of_items([title], [], [(), (Span("Nothing written down yet. "), Span("c", "bold"), Span(EMPTY))])
    lines: list[Line] = []
    items: list[int] = []
    for number, one in enumerate(captures):
        if not view.veiled and (number == 0 or captures[number - 1].point != one.point):
            lines += [(), (Span(cut(point_words(view, one), width), "strong"),)]
            items += [NOTHING, NOTHING]
        rows = _capture(view, one, width)
        lines += [chosen_line(line, width) for line in rows] if one.id == chosen else rows
        items += [number] * len(rows)
    return Page([title], lines, items)


def point_words(view: View, capture: Capture) -> str:
    """The number and title of the point that the capture was written at."""
    for number, point in enumerate(view.session.points.values(), 1):
        if point.id == capture.point:
            return f"{number} {point.plan.title}"
    started = view.session.started
    return "Before the start" if started is None or capture.at <= started else "Outside the agenda"


def _capture(view: View, one: Capture, width: int) -> list[Line]:
    """The rows of a capture: text beside letter and kind, below it what belongs to it."""
    if view.veiled:
        return [row(width, [Span(DOTS, "muted")])]
    words = one.words
    private = words.audience in ("facilitators", "room")
    look = "private" if private else "muted" if one.done else "text"
    lead = [Span(f"{LETTER_OF[words.kind]} ", "private-bold" if private else "bold")]
    if width >= KIND_FROM:
        lead.append(Span(f"{words.kind:<{KIND}}", "private" if private else "muted"))
    indent = sum(len(span.text) for span in lead)
    right = _right(view, one) if width >= RIGHT_FROM else []
    room = max(1, width - indent - (GAP + FOR + GAP + AT if right else 0))
    text = wrap(f"✓ {words.text}" if one.done else words.text, room) or [""]
    lines = [row(width, [*lead, Span(text[0], look)], right, gap=GAP)]
    lines += [row(width, [Span(" " * indent), Span(part, look)]) for part in text[1:]]
    below = [", ".join(view.name(owner) for owner in words.owners), due_words(words)]
    below += [] if right else [audience_words(words, view.names), clock(one.at, view.zone)]
    joined = " · ".join(part for part in below if part)
    return lines + [row(width, [Span(" " * indent), Span(part, "muted")]) for part in wrap(joined, room)]


def _right(view: View, one: Capture) -> list[Span]:
    words = one.words
    addressed = pad(cut(audience_words(words, view.names), FOR), FOR, "right")
    private = words.audience in ("facilitators", "room")
    bold = words.audience in ("sponsor", "other")
    return [
        Span(addressed, "private" if private else "bold" if bold else "muted"),
        Span(f"{' ' * GAP}{clock(one.at, view.zone):>{AT}}", "private" if private else "muted"),
    ]
