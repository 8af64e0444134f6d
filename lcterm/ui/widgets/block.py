"""The loud part of the board: the clock, and below it the floor."""

from typing import NamedTuple

from lcterm.core.agenda import following
from lcterm.core.session import Point
from lcterm.core.when import ago, clock, countdown, minutes
from lcterm.ui.digits import DIGIT_ROWS, countdown_text, digits, digits_width, largest_rows
from lcterm.ui.gauge import time_gauge
from lcterm.ui.grid import Box, Grid
from lcterm.ui.line import Line, Span, cells, cut_keep_number, pad, row
from lcterm.ui.view import View, minutes_left
from lcterm.ui.widgets.floor import INSET, bar_lines, floor_title, turn_width
from lcterm.ui.widgets.waiting import waiting_lines

CHIPS = {
    "soon": (("draw to a close", "to a close"), "soon-chip"),
    "close": (("last words",), "close-chip"),
    "over": (("over time", "over"), "over-chip"),
}
CARE = ("paused with care", "with care")
WORDS = 13
"""Cells that the figures leave for the words beside them, at least."""


def block_lines(view: View, grid: Grid) -> list[Line]:
    """Clock, gauge, floor and hands, downwards, without what ticks every second."""
    width, roomy = grid.block.w, grid.layout != "narrow"
    inner = width - 2 * INSET
    lines: list[Line] = [()] if roomy else []
    lines += _clock(view, grid.digits, inner, one_line=not roomy)
    lines += [(), _gauge(view, inner), (), floor_title(view, inner)] if roomy else [_gauge(view, inner)]
    lines = [(Span(" " * INSET), *line) for line in lines]
    lines += bar_lines(view, width, titled=roomy)
    left = grid.block.h - len(lines)
    return lines + [(Span(" " * INSET), *line) for line in waiting_lines(view, inner, left)]


def exact_box(view: View, grid: Grid) -> Box:
    """Where the exact time stands: beside the last row of the digits."""
    x = INSET + _drawn(view, grid.digits, grid.block.w - 2 * INSET).width + 2
    y = grid.digits + (1 if grid.layout != "narrow" else 0) - 1
    return Box(grid.block.x + x, grid.block.y + y, grid.block.w - x - INSET, 1)


def hands_from(grid: Grid) -> int:
    """The row of the block, from its top, in which the first hand stands: below the three rows of the bar."""
    return grid.digits + (8 if grid.layout != "narrow" else 4)


def turn_box(view: View, grid: Grid) -> Box:
    """Where the turn's clock stands: at the right of the bar."""
    width = turn_width(view)
    return Box(grid.block.x + grid.block.w - INSET - width, grid.block.y + hands_from(grid) - 2, width, 1)


def exact_line(view: View, width: int) -> Line:
    """`21:34 left of 35`, or `22 min left of 35`: what ticks."""
    session, point = view.session, view.session.point
    if session.status == "planned":
        return row(width, [Span(_before(view), "muted")])
    if point is None or not session.live:
        return row(width, [Span("", "muted")])
    held = session.elapsed(point, view.now)
    if point.length <= 0:
        so_far = f"{held // 60_000} min" if view.by_minute else countdown(held / 1000)
        untimed = ", not timed"
        return row(width, [Span(so_far, "bold"), Span(untimed if cells(so_far + untimed) <= width else "", "muted")])
    left, of = seconds_left(point.length - held), minutes(round(point.length / 60_000, 1))
    told = f"{abs(minutes_left(point.length - held))} min" if view.by_minute else countdown(left)
    figure = Span(told, "bold") if left >= 0 else Span(f"+{told}", "over-bold")
    words = f" left of {of}" if left >= 0 else f" over {of}"
    fitting = (text for text in (words, f" of {of}") if cells(figure.text + text) <= width)
    return row(width, [figure, Span(next(fitting, ""))])


def _before(view: View) -> str:
    left = view.session.starts - view.now
    at = clock(view.session.starts, view.zone)
    left = minutes_left(left) * 60_000 if view.by_minute else left
    return f"starts at {at}, in {ago(left)}" if left > 0 else f"was to start at {at}"


def _clock(view: View, rows: int, inner: int, *, one_line: bool) -> list[Line]:
    """The digits with words beside them; the last row of the words is the exact time's."""
    drawn = _drawn(view, rows, inner)
    words = _words(view, rows, one_line=one_line, width=inner - drawn.width - 2)
    timed = view.session.status == "running" and view.phase != "untimed"
    look = "digits-muted" if not timed else "digits" if view.phase == "plenty" else f"digits-{view.phase}"
    return [
        row(inner, [Span(pad(text, drawn.width + 2), look), *words.get(index, ())])
        for index, text in enumerate(drawn.lines)
    ]


class Drawn(NamedTuple):
    """The large figures, `rows` high in all, and their width in cells."""

    lines: tuple[str, ...]
    width: int


def _drawn(view: View, rows: int, inner: int) -> Drawn:
    """Minutes in the largest figures that leave room for the words beside them."""
    text = _figures(view)
    size = largest_rows(text, inner - 2 - WORDS, rows) or DIGIT_ROWS[0]
    if not text.strip():  # nothing is timed: the words have the room
        return Drawn(("",) * rows, 0)
    return Drawn(digits(text, size) + ("",) * (rows - size), digits_width(text, size))


def _figures(view: View) -> str:
    session, point = view.session, view.session.point
    if not session.live or point is None:
        return "  "
    held = session.elapsed(point, view.now)
    if point.length <= 0:
        return f"{min(99, held // 60_000):2}"
    left = seconds_left(point.length - held)
    if view.by_minute and left >= 0:
        left = max(1, minutes_left(point.length - held)) * 60
    return countdown_text(left)


def seconds_left(ms: int) -> int:
    """Whole seconds, rounded up while there is time, so that 0:00 stands there only when it is gone."""
    return -(-ms // 1000)


def _words(view: View, rows: int, *, one_line: bool, width: int) -> dict[int, list[Span]]:
    """What stands beside the digits, by row: the point, its place or state, what comes next and when."""
    session, point = view.session, view.session.point
    if session.status == "planned":
        return {0: [Span("Not started", "strong")], 1: _way(view, "clock", "starts the clock")}
    if session.status == "closed" or point is None:
        return {0: [Span("Closed", "strong")], 1: _way(view, "summary", "the summary")}
    title = cut_keep_number(point.plan.title, width)
    words: dict[int, list[Span]] = {0: [Span(title, "strong")], 1: [_state(view, point, width)]}
    if session.care:  # before the point: whoever looks up must see it first
        words = {0: words[1], 1: [Span(title, "muted")]}
    after = following(session, point.id)
    if after is None:
        words[3] = [Span("the last point", "muted")]
        return words
    starts = next(one.starts for one in view.table.rows if one.point.id == after.id)
    when = f"next at {clock(starts, view.zone)}" if view.phase != "over" else "next"
    if one_line:
        words[3] = [Span(f"{when}: ", "muted"), Span(cut_keep_number(after.plan.title, max(6, width - len(when) - 2)))]
    else:
        words[rows // 2] = [Span(when, "muted")]
        words[rows // 2 + 1] = [Span(cut_keep_number(after.plan.title, width))]
    return words


def _way(view: View, id: str, words: str) -> list[Span]:
    key = view.keys.shown(id)
    return [Span(key, "bold"), Span(f" {words}", "muted")] if key else []


def care_chip(width: int) -> Span:
    """That the clocks stand still because somebody needs care, whichever seat has seen to it."""
    return Span(f" {next((text for text in CARE if len(text) + 2 <= width), CARE[-1])} ", "soon-chip")


def _state(view: View, point: Point, width: int) -> Span:
    if view.session.care:
        return care_chip(width)
    if view.session.status == "paused":
        return Span(" paused ", "muted-chip")
    if view.phase in CHIPS:
        words, look = CHIPS[view.phase]
        return Span(f" {next((text for text in words if len(text) + 2 <= width), words[-1])} ", look)
    place = list(view.session.points).index(point.id) + 1
    return Span(f"{place} of {len(view.session.points)}", "muted")


def _gauge(view: View, width: int) -> Line:
    point = view.session.point
    if point is None or not view.session.live:
        return row(width, time_gauge(0, 0, width))
    held = view.session.elapsed(point, view.now)
    look = f"digits-{view.phase}" if view.phase in CHIPS else "text"
    return row(width, time_gauge(held, point.length, width, look))
