"""What was written down, latest at the bottom."""

from lcterm.core.captures import LETTER_OF, audience_words, due_words
from lcterm.core.session import Capture
from lcterm.core.when import clock
from lcterm.ui.line import Line, Span, cut, pad, row, title_line
from lcterm.ui.view import View

OWNER, DUE, FOR, AT = 16, 10, 7, 5
DETAILED = 100
EMPTY = " starts a line; its first letter says what it is."
DOTS = "·" * 12


def capture_lines(view: View, width: int, height: int, cursor: str = "") -> list[Line]:
    """A row a capture; owner, due date, audience and time where there is room. Under the veil all is dotted."""
    captures = list(view.session.captures.values())
    open_actions = sum(one.words.kind == "action" and not one.done for one in captures)
    fact = f"{len(captures)}, {open_actions} action{'s' if open_actions != 1 else ''} open" if captures else ""
    detailed = width >= DETAILED
    heads = f"{'owner':<{OWNER}}  {'due':<{DUE}}  {'for':<{FOR}}  {'at':>{AT}}" if detailed and captures else ""
    lines: list[Line] = [title_line(width, "Captures", "" if view.veiled else fact, "" if view.veiled else heads)]
    if not captures:
        return [*lines, (Span("Nothing written down yet. "), Span("c", "bold"), Span(EMPTY))]
    chosen = next((index for index, one in enumerate(captures) if one.id == cursor), len(captures) - 1)
    first = max(0, min(len(captures) - height + 1, chosen - height // 2 if cursor else len(captures)))
    shown = captures[first : first + height - 1]
    return lines + [_capture(view, one, width, detailed=detailed, chosen=one.id == cursor) for one in shown]


def _capture(view: View, one: Capture, width: int, *, detailed: bool, chosen: bool) -> Line:
    words = one.words
    private = words.audience in ("facilitators", "room")
    look = "private" if private else "muted" if one.done else "text"
    if view.veiled:
        return row(width, [Span(DOTS, "muted")])
    left = [Span(f"{LETTER_OF[words.kind]} ", "private-bold" if private else "bold")]
    text = f"✓ {words.text}" if one.done else words.text
    if not detailed:
        line = row(width, [*left, Span(text, look)])
    else:
        left += [Span(f"{words.kind:<10}", "private" if private else "muted"), Span(text, look)]
        owners = ", ".join(view.name(owner) for owner in words.owners)
        addressed = audience_words(words, view.names)
        bold = words.audience in ("sponsor", "other")
        right = [
            Span(pad(owners, OWNER) + "  "),
            Span(pad(due_words(words), DUE) + "  "),
            Span(pad(cut(addressed, FOR), FOR), "private" if private else "bold" if bold else "muted"),
            Span(f"  {clock(one.at, view.zone):>{AT}}", "muted"),
        ]
        line = row(width, left, right, gap=2)
    return row(width, [Span("".join(span.text for span in line), "chip")], look="chip") if chosen else line
