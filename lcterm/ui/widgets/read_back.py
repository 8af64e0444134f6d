"""What was written down since the group last summed up, in lines to be read aloud; what lacks something first."""

from lcterm.core.events import CaptureKind
from lcterm.core.kept_captures import TO_WHOM
from lcterm.core.readback import Item, Lack, ReadBackList
from lcterm.ui.line import Line, Span, cut, title_line
from lcterm.ui.page import NOTHING, Page, chosen_line, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.captures import nothing_yet
from lcterm.ui.widgets.captures_large import KIND_FROM, capture_rows, heads

GAPS: dict[Lack, str] = {"owner": "no owner", "date": "no date", "audience": TO_WHOM}
TO_SETTLE = "Still to settle"
HEADINGS: dict[CaptureKind, str] = {
    "action": "Actions",
    "learning": "Learning",
    "report": "Reports",
    "decision": "Decisions",
    "question": "Questions",
    "parked": "Parked",
    "story": "Stories",
    "outcome": "Outcomes",
    "quote": "Quotes",
    "feedback": "Feedback",
}


def read_back_page(view: View, listed: ReadBackList, width: int, chosen: str) -> Page:
    """Each capture in full, with a heading over what lacks something and over each kind. Under the veil all is
    dotted."""
    fact, right = (
        ("", "") if view.veiled else (_fact(view, listed), heads(width) if listed.items and width >= KIND_FROM else "")
    )
    title = title_line(width, "Read back", fact, right)
    if not listed.items:
        return of_items([title], [], [(), *_empty(view, listed)])
    lines: list[Line] = []
    items: list[int] = []
    heading = ""
    for number, item in enumerate(listed.items):
        if not view.veiled and _heading(item) != heading:
            heading = _heading(item)
            lines += [(), (Span(cut(heading, width), "strong"),)]
            items += [NOTHING, NOTHING]
        rows = capture_rows(view, item.capture, width, [GAPS[lack] for lack in item.lacks])
        lines += [chosen_line(line, width) for line in rows] if item.capture.id == chosen else rows
        items += [number] * len(rows)
    return Page([title], lines, items)


def since_words(view: View, listed: ReadBackList) -> str:
    """Since when: the point at which the group summed up before, or the start."""
    point = view.session.points.get(listed.since)
    return f"since {point.plan.title}" if point is not None else "since the start"


def _fact(view: View, listed: ReadBackList) -> str:
    new = len(listed.items) - listed.earlier
    count = f"{new}" if new else "nothing"
    to_settle = f", {listed.lacking} to settle" if listed.lacking else ""
    seen = " · the room sees the captures" if view.session.room == "captures" else ""
    return f"{count} {since_words(view, listed)}{to_settle}{seen}"


def _heading(item: Item) -> str:
    return TO_SETTLE if item.lacks else HEADINGS.get(item.capture.words.kind, "")


def _empty(view: View, listed: ReadBackList) -> list[Line]:
    if not listed.since:
        return [nothing_yet(view)]
    text = Span(f"Nothing was written down {since_words(view, listed)}. ")
    return [(text,), (Span("a", "bold"), Span(" shows all of it."))]
