"""The footer of a screen beside the board: which keys lead where, and what a click on their words means."""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.line import Line, Span, cells, line_cells, row
from lcterm.ui.widgets.foot import HELP


class Way(NamedTuple):
    """A key of the footer: Textual's name of it, how it is shown, what it does in a word or two. `id`: which of the
    board's it is, "" for one of the screen's own."""

    key: str
    shown: str
    words: str
    id: str = ""


def _fitting(ways: Sequence[Way], width: int, closing: Line) -> list[tuple[Way, Line]]:
    """The first words that fit beside what closes the footer."""
    gap = "   " if width >= 110 else "  "
    room = width - line_cells(closing) - (2 if closing else 0)
    fitting: list[tuple[Way, Line]] = []
    for way in ways:
        words = (Span(drawn_key(way.shown), "bold"), Span(f" {way.words}", "muted"))
        part: Line = (Span(gap), *words) if fitting else words
        room -= line_cells(part)
        if room < 0:
            break
        fitting.append((way, part))
    return fitting


def ways_line(ways: Sequence[Way], width: int, closing: Line = HELP) -> Line:
    """The footer: ways out first, as many as fit, and `? keys` always."""
    return row(width, [span for _, part in _fitting(ways, width, closing) for span in part], closing)


def clicked_way(
    ways: Sequence[Way], width: int, x: int, closing: Line = HELP, closing_key: str = "question_mark"
) -> str:
    """The key whose word stands at `x` in the footer, "" where there is none."""
    if closing and x >= width - line_cells(closing):
        return closing_key
    end = 0
    for way, part in _fitting(ways, width, closing):
        end += sum(cells(span.text) for span in part)
        if x < end:
            return way.key
    return ""


def way(id: str, words: str = "") -> Way:
    """A way of the footer that is a key of the board's; which key that is now, `in_force` says."""
    key = SHIPPED[id]
    return Way(key.keys[0], key.label, words or key.short, id)


def in_force(ways: Sequence[Way], keys: KeyTable) -> list[Way]:
    """The ways with the board's keys as they are now, without those that no key does any more."""
    kept = [one for one in ways if not one.id or keys[one.id].keys]
    return [one._replace(key=keys[one.id].keys[0], shown=keys[one.id].label) if one.id else one for one in kept]


BACK = Way("escape", "Esc", "back")
CHOOSE = Way("", "↑ ↓", "choose")
