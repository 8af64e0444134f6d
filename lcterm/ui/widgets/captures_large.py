"""Everything that was written down, in full, under the points it was written at. Under the veil all is dotted."""

from collections.abc import Mapping, Sequence

from lcterm.core.audience import readable
from lcterm.core.capture_words import LETTER_OF, audience_words, still_due
from lcterm.core.captures import whose_words
from lcterm.core.kept_captures import standing_words
from lcterm.core.session import Capture
from lcterm.core.when import clock
from lcterm.ui.line import Line, Span, cut, pad, row, title_line, wrap
from lcterm.ui.outsiders import asked_before_the_room
from lcterm.ui.page import NOTHING, Page, chosen_line, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.captures import AT, DOTS, FOR, NOBODY, changing_words, count_words, nothing_yet

KIND = 10
KIND_FROM, RIGHT_FROM = 64, 44
"""Widths from which the kind is written out, and audience and time have columns of their own."""
GAP = 2


def captures_page(view: View, width: int, chosen: str, changing: Mapping[str, str] = NOBODY) -> Page:
    """Each capture wrapped, with its owners and date below; a heading wherever another point begins. `changing`: which
    other seat changes a capture now, by the capture's id."""
    captures = readable("facilitators", view.session)
    fact = "" if view.veiled else count_words(captures)
    title = title_line(width, "Captures", fact, heads(width) if fact else "")
    if not captures:
        return of_items([title], [], [(), nothing_yet(view)])
    lines: list[Line] = []
    items: list[int] = []
    for number, one in enumerate(captures):
        if not view.veiled and (number == 0 or captures[number - 1].point != one.point):
            lines += [(), (Span(cut(point_words(view, one), width), "strong"),)]
            items += [NOTHING, NOTHING]
        busy = [changing_words(changing[one.id], width // 2)] if one.id in changing else []
        rows = capture_rows(view, one, width, busy)
        lines += [chosen_line(line, width) for line in rows] if one.id == chosen else rows
        items += [number] * len(rows)
    return Page([title], lines, items)


def heads(width: int) -> str:
    """The heads of the columns on the right, where there is room for these."""
    return f"{'for':>{FOR}}  {'at':>{AT}}" if width >= RIGHT_FROM else ""


def point_words(view: View, capture: Capture) -> str:
    """The number and title of the point that the capture was written at."""
    for number, point in enumerate(view.session.points.values(), 1):
        if point.id == capture.point:
            return f"{number} {point.plan.title}"
    started = view.session.started
    return "Before the start" if started is None or capture.at <= started else "Outside the agenda"


def capture_rows(view: View, one: Capture, width: int, gaps: Sequence[str] = ()) -> list[Line]:
    """The rows of a capture: text beside letter and kind, below it what belongs to it, and the gaps it has still."""
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
    below = [", ".join(view.name(owner) for owner in words.owners), still_due(one), whose_words(words, view.names)]
    below += [standing_words(one, view.names), asked_before_the_room(view, words)]
    below += [] if right else [audience_words(words, view.names), clock(one.at, view.zone)]
    below = [part for part in below if part not in gaps]
    return lines + [row(width, [Span(" " * indent), *line]) for line in _below(gaps, below, width - indent)]


def _below(gaps: Sequence[str], parts: Sequence[str], room: int) -> list[Line]:
    """What stands below the text: the gaps before the rest, beside it where there is room."""
    gap, rest = " · ".join(gaps), " · ".join(part for part in parts if part)
    if gap and rest and len(wrap(f"{gap} · {rest}", room)) == 1:
        return [(Span(gap, "soon-bold"), Span(f" · {rest}", "muted"))]
    return [(Span(one, look),) for text, look in ((gap, "soon-bold"), (rest, "muted")) for one in wrap(text, room)]


def _right(view: View, one: Capture) -> list[Span]:
    words = one.words
    addressed = pad(cut(audience_words(words, view.names), FOR), FOR, "right")
    private = words.audience in ("facilitators", "room")
    bold = words.audience in ("sponsor", "other")
    return [
        Span(addressed, "private" if private else "bold" if bold else "muted"),
        Span(f"{' ' * GAP}{clock(one.at, view.zone):>{AT}}", "private" if private else "muted"),
    ]
