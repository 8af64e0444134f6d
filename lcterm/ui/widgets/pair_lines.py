"""Below the bar in pairs: who is alone now, and who talks with whom."""

from collections.abc import Sequence

from lcterm.core.session import Point
from lcterm.ui.line import Line, Span, line_cells, row, wrap
from lcterm.ui.view import View

BETWEEN = "   "
"""What stands between two groups in a row."""


def pair_lines(view: View, point: Point, width: int, height: int) -> list[Line]:
    """Who was left alone, and below it the groups, as many in a row as there is room for."""
    if not point.pairs:
        return [row(width, [Span("Nobody is drawn together yet.", "muted")])][:height]
    here = {group: _here(view, group) for group in point.pairs}
    alone = [_alone_words(view, group, *left) for group, left in here.items() if len(left) == 1]
    lines = _alone_lines(view, alone, width)[:height] if alone else []
    return lines + _group_lines(
        view, [group for group, left in here.items() if len(left) > 1], width, height - len(lines)
    )


def _here(view: View, group: Sequence[str]) -> list[str]:
    return [person for person in group if person in view.seated and view.seated[person].reachable]


def _alone_words(view: View, group: Sequence[str], left: str) -> str:
    """`Anna K. alone: David's line is down`."""
    gone = [_gone(view, person) for person in group if person != left]
    return f"{view.short(left)} alone: {', '.join(gone)}" if gone else f"{view.short(left)} alone"


def _gone(view: View, person: str) -> str:
    voice = view.seated.get(person)
    on_line = voice is not None and voice.present
    return f"{view.short(person)}'s line is down" if on_line else f"{view.short(person)} is away"


def _alone_lines(view: View, alone: Sequence[str], width: int) -> list[Line]:
    """Each in its row, and the key that mends it beside the last, or below where that has no room."""
    lines: list[Line] = [(Span(part, "soon"),) for words in alone for part in wrap(words, width)]
    key = view.keys.shown("mode")
    if not key:
        return [row(width, line) for line in lines]
    again = [Span(f"{key} t", "bold"), Span(" draws again", "muted")]
    if line_cells(lines[-1]) + line_cells(again) + len(BETWEEN) <= width:
        lines[-1] = (*lines[-1], Span(BETWEEN), *again)
    else:
        lines.append(tuple(again))
    return [row(width, line) for line in lines]


def _group_lines(view: View, groups: Sequence[Sequence[str]], width: int, height: int) -> list[Line]:
    rows: list[list[Span]] = []
    counts: list[int] = []
    for group in groups:
        part = [Span(" + ".join(view.short(person) for person in group))]
        if rows and line_cells(rows[-1]) + line_cells(part) + len(BETWEEN) <= width:
            rows[-1] += [Span(BETWEEN), *part]
            counts[-1] += 1
        else:
            rows.append(part)
            counts.append(1)
    if len(rows) > height:
        left = sum(counts[max(0, height - 1) :])
        rows = [*rows[: max(0, height - 1)], [Span(f"and {left} more; ", "muted"), *_all_of_them(view)]]
    return [row(width, spans) for spans in rows[: max(0, height)]]


def _all_of_them(view: View) -> list[Span]:
    return [Span(view.keys.shown("voices"), "bold"), Span(" shows all", "muted")]
