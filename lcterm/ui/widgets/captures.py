"""What was written down, latest at the bottom."""

from collections.abc import Mapping
from types import MappingProxyType

from lcterm.core.audience import readable
from lcterm.core.capture_words import LETTER_OF, audience_words, still_due
from lcterm.core.events import Words
from lcterm.core.session import Capture
from lcterm.core.when import clock
from lcterm.ui.line import Line, Span, cells, cut, pad, row, title_line
from lcterm.ui.view import View

OWNER, DUE, FOR, AT = 16, 10, 7, 5
DETAILED = 100
EMPTY = " starts a line; its first letter says what it is."
DOTS = "·" * 12
NOBODY: Mapping[str, str] = MappingProxyType({})


def capture_lines(
    view: View, width: int, height: int, cursor: str = "", changing: Mapping[str, str] = NOBODY
) -> list[Line]:
    """A row a capture; owner, due date, audience and time where there is room. Under the veil all is dotted.
    `changing`: which other seat changes a capture now, by the capture's id."""
    captures = readable("facilitators", view.session)
    detailed = width >= DETAILED
    heads = f"{'owner':<{OWNER}}  {'due':<{DUE}}  {'for':<{FOR}}  {'at':>{AT}}" if detailed and captures else ""
    fact = "" if view.veiled else count_words(captures)
    lines: list[Line] = [title_line(width, "Captures", fact, "" if view.veiled else heads)]
    if not captures:
        return [*lines, nothing_yet(view)]
    chosen = next((index for index, one in enumerate(captures) if one.id == cursor), len(captures) - 1)
    first = max(0, min(len(captures) - height + 1, chosen - height // 2 if cursor else len(captures)))
    shown = captures[first : first + height - 1]
    return lines + [
        _capture(view, one, width, detailed=detailed, chosen=one.id == cursor, busy=changing.get(one.id, ""))
        for one in shown
    ]


def nothing_yet(view: View) -> Line:
    """How a first capture is begun."""
    return (Span("Nothing written down yet. "), Span(view.keys.shown("capture"), "bold"), Span(EMPTY))


def count_words(captures: list[Capture]) -> str:
    """How many, and how many actions are open."""
    opened = sum(one.words.kind == "action" and not one.done for one in captures)
    return f"{len(captures)}, {opened} action{'s' if opened != 1 else ''} open" if captures else ""


def whose(view: View, words: Words) -> str:
    """Who owns it; else whose words they are, of feedback only where they want their name beside it."""
    if words.owners or not words.by or (words.kind == "feedback" and not words.named):
        return ", ".join(view.name(owner) for owner in words.owners)
    return view.name(words.by)


def changing_words(seat: str, room: int) -> str:
    """That this seat changes a capture now, in so many cells."""
    return next((words for words in (f"{seat} is changing this", f"{seat} is at it") if cells(words) <= room), seat)


def _owner_and_due(view: View, one: Capture, busy: str) -> list[Span]:
    """Two columns, in whose place stands that another seat changes the capture now."""
    if busy:
        return [Span(pad(changing_words(busy, OWNER + DUE + 2), OWNER + DUE + 2), "turn"), Span("  ")]
    return [Span(pad(whose(view, one.words), OWNER) + "  "), Span(pad(still_due(one), DUE) + "  ")]


def _capture(view: View, one: Capture, width: int, *, detailed: bool, chosen: bool, busy: str = "") -> Line:
    words = one.words
    private = words.audience in ("facilitators", "room")
    look = "private" if private else "muted" if one.done else "text"
    if view.veiled:
        return row(width, [Span(DOTS, "muted")])
    left = [Span(f"{LETTER_OF[words.kind]} ", "private-bold" if private else "bold")]
    text = f"✓ {words.text}" if one.done else words.text
    if not detailed:
        beside = [Span(changing_words(busy, width // 2), "turn")] if busy else []
        line = row(width, [*left, Span(text, look)], beside, gap=2)
    else:
        left += [Span(f"{words.kind:<10}", "private" if private else "muted"), Span(text, look)]
        addressed = audience_words(words, view.names)
        bold = words.audience in ("sponsor", "other")
        right = [
            *_owner_and_due(view, one, busy),
            Span(pad(cut(addressed, FOR), FOR), "private" if private else "bold" if bold else "muted"),
            Span(f"  {clock(one.at, view.zone):>{AT}}", "muted"),
        ]
        line = row(width, left, right, gap=2)
    return row(width, [Span("".join(span.text for span in line), "chip")], look="chip") if chosen else line
