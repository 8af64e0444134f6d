"""The landing plan, where the agenda stands: what every point left would get, and in words what is shared out."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from lcterm.core.agenda import Row
from lcterm.core.landing import Landing
from lcterm.core.session import Point
from lcterm.core.when import clock, minutes
from lcterm.ui.grid import Box, Grid
from lcterm.ui.line import Line, Span, cut_keep_number, line_cells, pad, row, title_line, wrap
from lcterm.ui.page import chosen_line
from lcterm.ui.view import View
from lcterm.ui.widgets.agenda import FIXED, LOOKS, sign, window

_WORDS = (*("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),)


class Shown(NamedTuple):
    """A landing plan and what it was asked for: `target`, wall ms at which it should land; `by_hand`, ids of the points
    whose length was chosen."""

    plan: Landing
    target: int
    by_hand: Collection[str]


def landing_box(grid: Grid) -> Box | None:
    """Where the plan stands: over the agenda and what belongs to it, else over the voices, and on a narrow board below
    the clock. None where the board has no panes."""
    if grid.agenda and grid.prompts:
        bottom = grid.prompts.y + grid.prompts.h
        return replace(grid.agenda, h=bottom - grid.agenda.y)
    if grid.layout != "narrow":
        return grid.voices
    top = grid.block.y + grid.digits + 1
    return Box(grid.block.x, top, grid.block.w, grid.line.y - top)


def landing_pane(view: View, shown: Shown, chosen: str, box: Box, indent: int) -> list[Line]:
    """The plan in its pane, so many blanks from either edge."""
    lines = landing_lines(view, shown, chosen, box.w - 2 * indent, box.h)
    return [(Span(" " * indent), *line) for line in lines] if indent else lines


def landing_lines(view: View, shown: Shown, chosen: str, width: int, height: int) -> list[Line]:
    """A row a point with its minutes before and after, and the words below where they have room. Where the rows are
    too many those of the points left stay, and of these the ones about the chosen."""
    words = [(Span(part),) for part in wrap(landing_words(view, shown), width)]
    rows = list(view.table.rows)
    left = [one for one in rows if one.point.id in shown.plan.lengths]
    rows = rows if len(rows) < height - len(words) - 1 else left
    below = [(), *words] if len(rows) < height - len(words) - 1 else []
    room = height - 1 - len(below)
    place = next((place for place, one in enumerate(rows) if one.point.id == chosen), 0)
    first = window(len(rows), room, place)
    lines = [title_line(width, "Landing plan", heads="minutes", look="turn-bold")]
    for one in rows[first : first + room]:
        line = _row(view, one, shown, width)
        lines.append(chosen_line(line, width) if one.point.id == chosen else line)
    return [*lines, *below]


def _row(view: View, one: Row, shown: Shown, width: int) -> Line:
    point, plan = one.point, shown.plan
    kept = one.status == "ahead" and (point.id in plan.kept or point.id in shown.by_hand)
    look = LOOKS[one.status]
    lengths = _lengths(view, one, shown) if point.id in plan.lengths else [Span(_held(one), look)]
    title = cut_keep_number(point.plan.title, width - 6 - line_cells(lengths))
    return row(width, [Span(f"{FIXED if kept else sign(point)} {one.number:2} {title}", look)], lengths)


def _held(one: Row) -> str:
    return minutes(round(one.seconds / 60)) if one.seconds else ""


def _lengths(view: View, one: Row, shown: Shown) -> list[Span]:
    """`35 → 34`, or what stays as it is."""
    point, length = one.point, shown.plan.lengths[one.point.id]
    before = round((point.plan.minutes + point.added) * 10) / 10
    if round(length) != round(before):
        return [Span(f"{minutes(before)} → ", "muted"), Span(minutes(round(length)), "turn-bold")]
    if not before:
        return []
    if point.id in shown.plan.kept:
        return [Span(f"kept {minutes(before)}")]
    return [Span(pad(clock(point.fixed, view.zone), 6) if point.fixed else "", "muted"), Span(f"{minutes(before):>2}")]


def landing_words(view: View, shown: Shown) -> str:
    """What the plan does, in words: "Four minutes, shared out by length. The break is kept."."""
    return f"{trouble(view, shown) or _shared(view, shown)} {_kept(view, shown.plan)}".rstrip()


def trouble(view: View, shown: Shown) -> str:
    """Why it does not land when it should; "" where it does."""
    plan, points = shown.plan, view.session.points
    if not plan.short:
        return ""
    fixed = [points[id] for id in plan.lengths if points[id].fixed > shown.target]
    if fixed and fixed[-1].fixed > view.now:
        at = clock(fixed[-1].fixed, view.zone)
        return f"{fixed[-1].plan.title} waits for {at}; free it in the agenda."
    late = f"{plan.short // 60} min" if plan.short >= 60 else "seconds"
    gives = any(_gives(points[id], shown) for id in plan.lengths)
    even = "Even at a minute each" if gives else "With all that is kept"
    if plan.end > shown.target:
        return f"{even} it ends {late} late."
    return f"{even} a fixed point comes {late} late."


def _gives(point: Point, shown: Shown) -> bool:
    """Whether its length is for the plan to choose."""
    return point.length > 0 and point.id not in shown.plan.kept and point.id not in shown.by_hand


def _shared(view: View, shown: Shown) -> str:
    plan = shown.plan
    if plan.end < shown.target:
        early = _whole_minutes(shown.target - plan.end)
        return f"All of it is kept, so it ends {f'{early} min' if early else 'seconds'} early."
    more = plan.end - (view.table.expected_end or plan.end)
    count = _whole_minutes(more)
    if not more:
        return "It lands on time as it is."
    amount = _WORDS[count] if count < len(_WORDS) else str(count)
    unit = f"minute{'s' if count != 1 else ''}{' more' if more > 0 else ''}"
    return f"{amount.capitalize()} {unit}, shared out by length." if count else "Seconds only, shared out by length."


def _whole_minutes(ms: int) -> int:
    """As the header counts them, so that both say the same."""
    return abs(round(ms / 1000)) // 60


def _kept(view: View, plan: Landing) -> str:
    titles: Sequence[str] = [view.session.points[id].plan.title for id in plan.lengths if id in plan.kept]
    if len(titles) > 1:
        amount = _WORDS[len(titles)] if len(titles) < len(_WORDS) else str(len(titles))
        return f"{amount.capitalize()} points are kept."
    return "".join(f"{'The break' if title.casefold() == 'break' else title} is kept." for title in titles)
