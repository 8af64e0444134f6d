"""What was written down, in full, at the co-facilitator's seat: under the points it was written at, latest at the
bottom."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lcterm.core.audience import readable
from lcterm.core.session import Capture
from lcterm.ui.line import Line, Span, cells, cut, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line, lay
from lcterm.ui.view import View
from lcterm.ui.widgets.captures import NOBODY, changing_words, count_words
from lcterm.ui.widgets.captures_large import capture_rows, heads, point_words

EMPTY = "Nothing written down yet. Whatever you type and end with Enter stands here."
ROOMY = 16
"""Rows from which on a blank one stands before each point."""
UP, DOWN = "PgUp", "PgDn"


class Shown(NamedTuple):
    """What of the captures fits: the rows with the title above them, the first of the rows, how many are above and
    below, and whose capture each row is ("" for none)."""

    lines: list[Line]
    top: int
    above: int
    below: int
    captures: list[str]


def notes_lines(
    view: View, width: int, height: int, top: int | None, chosen: str = "", changing: Mapping[str, str] = NOBODY
) -> Shown:
    """The captures from this row on, None for the end of them; the `chosen` one is in sight. `changing`: which other
    seat changes a capture now, by the capture's id."""
    captures = readable("facilitators", view.session)
    page = _page(view, captures, width, chosen, changing, roomy=height >= ROOMY)
    number = next((place for place, one in enumerate(captures) if one.id == chosen), NOTHING)
    laid = lay(page, height - 1, len(page.lines) if top is None else top, number)
    title = _title(width, count_words(captures), laid.above, laid.below)
    ids = ["" if item == NOTHING else captures[item].id for item in laid.items]
    return Shown([title, *laid.lines], laid.top, laid.above, laid.below, ["", *ids])


def _title(width: int, fact: str, above: int, below: int) -> Line:
    """How many there are, and the keys that go where there are more rows than fit."""
    more = [f"{UP} {above} above"] if above else []
    more += [f"{DOWN} {below} below"] if below else []
    columns = heads(width) if fact else ""
    if below or (more and len(columns) + len(fact) + 40 > width):
        columns = "  ".join(more)
    elif more:
        columns = f"{more[0]}  {columns}"
    room = width - len("Captures") - cells(columns) - 5
    return title_line(width, "Captures", fact if cells(fact) <= room else fact.partition(",")[0], columns)


def _page(
    view: View, captures: Sequence[Capture], width: int, chosen: str, changing: Mapping[str, str], *, roomy: bool
) -> Page:
    lines: list[Line] = []
    items: list[int] = []

    def heading(text: str, *, running: bool) -> None:
        lead = [()] if roomy else []
        sign = Span("► " if running else "  ", "strong")
        lines.extend([*lead, (sign, Span(cut(text, width - 2), "strong" if running else "muted"))])
        items.extend([NOTHING] * (len(lead) + 1))

    running = view.session.point
    for number, one in enumerate(captures):
        if number == 0 or captures[number - 1].point != one.point:
            heading(point_words(view, one), running=running is not None and one.point == running.id)
        busy = [changing_words(changing[one.id], width // 2)] if one.id in changing else []
        rows = capture_rows(view, one, width, busy)
        lines += [chosen_line(line, width) for line in rows] if one.id == chosen else rows
        items += [number] * len(rows)
    if running is not None and (not captures or captures[-1].point != running.id):
        place = list(view.session.points).index(running.id) + 1
        heading(f"{place} {running.plan.title}", running=True)
    if not captures:
        nothing = [(Span(part, "muted"),) for part in wrap(EMPTY, width)]
        lines += nothing
        items += [NOTHING] * len(nothing)
    return Page([], lines, items)
