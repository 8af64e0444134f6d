"""The whole agenda, large: when each point starts, what was planned for it and what it took."""

from collections.abc import Mapping, Sequence
from typing import Literal

from lcterm.core.agenda import Row
from lcterm.core.when import clock, countdown, minutes
from lcterm.ui.line import Line, Span, cells, cut, cut_keep_number, pad, row, title_line, wrap
from lcterm.ui.page import Page, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.agenda import LOOKS, sign

COLUMNS: tuple[tuple[str, int, Literal["left", "right"], int], ...] = (
    ("who", 18, "left", 100),
    ("mode", 11, "left", 70),
    ("starts", 6, "right", 0),
    ("planned", 9, "right", 40),
    ("actual", 9, "right", 50),
)
"""What stands right of the title: its head, width and side, and from what width of the pane on."""


def agenda_page(view: View, width: int, height: int, chosen: int) -> Page:
    """A row a point; below, what is planned for the chosen one, where there is room."""
    heads = _columns(width, {head: head for head, *_ in COLUMNS}).lstrip()
    rows = [[_row(view, one, width, chosen=place == chosen)] for place, one in enumerate(view.table.rows)]
    room = height - len(rows) - 2
    chosen_row = view.table.rows[chosen] if 0 <= chosen < len(rows) else None
    tail = [(), *point_lines(view, chosen_row, width)[:room]] if chosen_row and room >= 2 else []
    return of_items([title_line(width, "Agenda", heads=heads)], rows, tail if len(tail) > 2 else ())


def _columns(width: int, texts: Mapping[str, str]) -> str:
    """The columns that a pane of this width has room for."""
    return "".join(pad(texts[head], wide, side) for head, wide, side, least in COLUMNS if width >= least)


def _row(view: View, one: Row, width: int, *, chosen: bool) -> Line:
    plan = one.point.plan
    right = _columns(
        width,
        {
            "who": cut(", ".join(view.name(person) for person in plan.presenters), 16),
            "mode": one.point.mode,
            "starts": clock(one.starts, view.zone) if one.timed else "",
            "planned": planned(one),
            "actual": countdown(one.seconds) if one.seconds else "",
        },
    )
    title = cut_keep_number(plan.title, max(0, width - 6 - cells(right)))
    look = "chip" if chosen else LOOKS[one.status]
    return row(width, [Span(f"{sign(one.point)} {one.number:2} {title}", look)], [Span(right, look)], look=look)


def planned(one: Row) -> str:
    """35, or 35 +5 with what was given on the way; nothing for a moment such as the close."""
    added = one.point.added
    given = f" {'+' if added > 0 else '−'}{minutes(abs(added))}" if added else ""
    return f"{minutes(one.point.plan.minutes)}{given}" if one.point.plan.minutes or added else ""


def facts(view: View, one: Row) -> str:
    """What a row has no room for: who presents, a time it is fixed to, whether the group sums up here."""
    plan, point = one.point.plan, one.point
    names = " and ".join(view.name(person) for person in plan.presenters)
    parts = (
        f"{names} present{'' if len(plan.presenters) > 1 else 's'}" if names else "",
        f"begins at {clock(point.fixed, view.zone)}, not before" if point.fixed else "",
        "the group sums up here" if plan.sums_up else "",
    )
    return " · ".join(part for part in parts if part)


def point_lines(view: View, one: Row, width: int) -> list[Line]:
    """What is planned for a point: the question, the prompts. Under the veil the question alone."""
    plan = one.point.plan
    lines: list[Line] = [title_line(width, f"{one.number} {plan.title}")]
    if plan.question:
        lines += [(Span(part, "strong"),) for part in wrap(plan.question, width)]
    return lines if view.veiled else [*lines, *bulleted(plan.notes, width)]


def bulleted(texts: Sequence[str], width: int, look: str = "text") -> list[Line]:
    """A dot before each text, which is wrapped below itself."""
    return [
        (Span("· " if not index else "  ", "muted"), Span(part, look))
        for text in texts
        for index, part in enumerate(wrap(text, max(1, width - 2)))
    ]
