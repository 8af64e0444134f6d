"""A session that is being planned, as lines: what was understood, point by point."""

from collections.abc import Callable
from datetime import tzinfo

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.when import MINUTE, clock, minutes
from lcterm.ui.line import Line, Span, cut_keep_number, line_cells, pad, row, tame, title_line, wrap
from lcterm.ui.plan_text import Agenda

MODE, START, LENGTH = 12, 6, 5
HEADS = "starts  min"
GUESSED = "a guess; [round] behind a title settles it."


def plan_lines(agenda: Agenda, starts: int, zone: tzinfo, width: int, name_of: Callable[[str], str]) -> list[Line]:
    """How it will run: a row a point with mode, start and length, its presenters below it; then what to know of how it
    was read."""
    total = sum(point.minutes for point in agenda.points)
    end = clock(starts + round(total * MINUTE), zone)
    fact = f"{minutes(total)} min, until {end}"
    lines = [title_line(width, tame(agenda.title) or "Agenda", fact, HEADS if width >= 45 else "")]
    for warning in agenda.warnings:
        lines += _noted("! ", warning, width, "soon-bold")
    if agenda.guessed:
        lines += _noted("? ", GUESSED, width, "bold")
    at = starts
    for number, point in enumerate(agenda.points, 1):
        lines += _point(number, point, clock(at, zone), width, guessed=number in agenda.guessed)
        if point.presenters:
            named = ", ".join(tame(name_of(person)) for person in point.presenters)
            lines.append(row(width, [Span(f"   {named}", "muted")]))
        at += round(point.minutes * MINUTE)
    return lines


def _point(number: int, point: PlannedPoint, start: str, width: int, *, guessed: bool) -> list[Line]:
    mode = f"{point.mode}{' ?' if guessed else ''}"
    length = minutes(point.minutes) if point.minutes else ""
    right = [
        Span(pad(f" {mode}", MODE + 1), "text" if guessed else "muted"),
        Span(f"{start:>{START}}", "muted"),
        Span(f"{length:>{LENGTH}}"),
    ]
    title = cut_keep_number(point.title, width - line_cells(right) - 3)
    return [row(width, [Span(f"{number:2} ", "muted"), Span(title)], right, gap=0)]


def _noted(sign: str, text: str, width: int, look: str) -> list[Line]:
    """A remark, wrapped, its sign in front."""
    parts = wrap(text, max(1, width - 2))
    return [row(width, [Span("  " if place else sign, look), Span(part)]) for place, part in enumerate(parts)]
