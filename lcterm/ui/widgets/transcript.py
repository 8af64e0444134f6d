"""The lines of a transcript, as many as fit: each in one row, the chosen one in full."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lcterm.core.recordings import MICROSECONDS
from lcterm.core.text import clean
from lcterm.intake.recordings import speaker_called
from lcterm.intake.transcript_lines import Said
from lcterm.ui.line import Line, Span, row, title_line, wrap
from lcterm.ui.page import Page, chosen_line

NOT_KEPT = "These words are kept nowhere, but for the lines you keep."
KEPT, NOT = "✓ ", "  "


class Window(NamedTuple):
    """Where the list stands: the line chosen, the first shown, and how many rows of the chosen one are above."""

    at: int
    first: int = 0
    inside: int = 0


class Shown(NamedTuple):
    """What is drawn, where the list stands then, how many lines are on it, and by how many rows the chosen one goes on
    below."""

    page: Page
    window: Window
    lines: int
    beyond: int


def said_words(one: Said) -> str:
    """The words of a line, on one line and harmless."""
    return clean(one.words, limit=len(one.words), what="a line")


def transcript_page(
    said: Sequence[Said], window: Window, is_kept: Callable[[Said], bool], width: int, height: int
) -> Shown:
    """The lines around the chosen one. `is_kept`: whether a line is among the captures."""
    head = [title_line(width, "Its lines", f"{window.at + 1} of {len(said)}"), (Span(NOT_KEPT, "muted"),)]
    head = head if height > len(head) + 2 else []
    room = max(1, height - len(head))
    clock_cells = len(clock(said[-1].start))
    chosen = _chosen_rows(said[window.at], is_kept, clock_cells, width)
    inside = max(0, min(window.inside, len(chosen) - room))
    mine = chosen[inside : inside + room]
    first = max(min(window.first, window.at), window.at + len(mine) - room)
    first = max(0, min(first, len(said) - 1 - (room - len(mine))))
    lines: list[Line] = []
    items: list[int] = []
    place = first
    while place < len(said) and len(lines) < room:
        rows = mine if place == window.at else [_line(said[place], is_kept, clock_cells, width)]
        lines += rows
        items += [place] * len(rows)
        place += 1
    page = Page(head, lines[:room], items[:room])
    return Shown(page, Window(window.at, first, inside), place - first, len(chosen) - inside - len(mine))


def clock(microseconds: int) -> str:
    """When a line is said: 0:08:18."""
    seconds = microseconds // MICROSECONDS
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _lead(one: Said, is_kept: Callable[[Said], bool], clock_cells: int) -> list[Span]:
    sign = Span(KEPT, "turn") if is_kept(one) else Span(NOT)
    return [sign, Span(f"{clock(one.start):>{clock_cells}}  ", "muted")]


def _who(one: Said) -> str:
    return speaker_called(one.speaker) or "?"


def _line(one: Said, is_kept: Callable[[Said], bool], clock_cells: int, width: int) -> Line:
    lead = _lead(one, is_kept, clock_cells)
    return row(width, [*lead, Span(f"{_who(one)}: ", "bold"), Span(said_words(one))])


def _chosen_rows(one: Said, is_kept: Callable[[Said], bool], clock_cells: int, width: int) -> list[Line]:
    lead = _lead(one, is_kept, clock_cells)
    indent = sum(len(span.text) for span in lead)
    first, *rest = wrap(f"{_who(one)}: {said_words(one)}", max(1, width - indent)) or [""]
    rows = [[*lead, Span(first)], *([Span(" " * indent), Span(part)] for part in rest)]
    return [chosen_line(tuple(spans), width) for spans in rows]
