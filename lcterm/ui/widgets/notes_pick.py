"""Whom to choose from, side by side: for panes with fewer rows than there are people."""

from collections.abc import Sequence

from lcterm.ui.line import Line, Span, pad, row, title_line
from lcterm.ui.view import View

BADGE = 3


def pick_columns(view: View, title: str, matching: Sequence[str], top: str, width: int, height: int) -> list[Line]:
    """The people to choose from side by side, where there are fewer rows than people."""
    people = [one for one in view.people if one.badge]
    rows = max(1, height - 1)
    across = max(1, -(-len(people) // rows))
    cell = max(8, width // across)
    fits = max(1, width // cell) * rows
    matched = [one for one in people if one.person in set(matching)]
    shown = people if len(people) <= fits else [*matched, *(one for one in people if one not in matched)][:fits]
    lines: list[Line] = [title_line(width, title, heads="badge or name")]
    for place in range(min(rows, len(shown))):
        spans: list[Span] = []
        for one in shown[place::rows]:
            chosen = one.person in matching
            name = pad(view.within(one.person, cell - BADGE - 2), cell - BADGE - 2)
            spans += [
                Span("►" if one.person == top else " ", "strong"),
                Span(pad(one.badge, BADGE), "chip" if chosen else "muted"),
                Span(f" {name}", "strong" if one.person == top else "text" if chosen else "muted"),
            ]
        lines.append(row(width, spans))
    return lines
