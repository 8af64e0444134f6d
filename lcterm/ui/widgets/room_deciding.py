"""A decision on the room screen: the question, what is suggested, greens and reds as numbers and modest bars."""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.ui.line import Line, Span, cut, line_cells, pad, row, title_line, wrap
from lcterm.ui.room_deciding import RoomDeciding, RoomSuggestion

TITLES = {"lights": "We decide", "pairs": "We decide", "what-else": "What else do we need to know?"}
EVEN, NUMBER = 6, 6
GREEN, RED = "━", "═"
TIED = "The first are even."


class _Columns(NamedTuple):
    """Cells beside a suggestion's text. `scale`: marks that fill the bar."""

    place: int
    bar: int
    scale: int

    @property
    def beside(self) -> int:
        return EVEN + self.bar + 2 * NUMBER


def deciding_lines(one: RoomDeciding, width: int, height: int) -> list[Line]:
    """Title, question, and below them the suggestions: whole where all of them fit, else a row each, and how many more
    there are."""
    head = _head(one, width, height)
    if not one.suggestions:
        empty = "" if one.task else "The first suggestion is on its way." if one.vote else "What would you ask first?"
        return [*head, (), *((Span(part, "muted"),) for part in wrap(empty, width))][: height if empty else len(head)]
    columns = _columns(one, width)
    room = max(1, height - len(head))
    whole = [_suggestion(each, columns, width, one.vote) for each in one.suggestions]
    rows = [line for lines in whole for line in lines]
    air = [line for lines in whole for line in (*lines, ())][:-1]
    foot: list[Line] = [(), (Span(TIED, "muted"),)] if one.suggestions[0].place and one.suggestions[0].tied else []
    for drawn in ([(), *air, *foot], [(), *rows, *foot], [(), *rows], rows):
        if len(drawn) <= room:
            return [*head, *drawn]
    return [*head, *_cut(one, columns, width, room)]


def wanted(one: RoomDeciding, width: int) -> int:
    """How many rows there have to be for all of it to stand there whole, without any air."""
    columns = _columns(one, width) if one.suggestions else None
    each = (len(_suggestion(each, columns, width, one.vote)) for each in one.suggestions) if columns else (1,)
    return len(_head(one, width, 100)) + 1 + sum(each)


def _cut(one: RoomDeciding, columns: _Columns, width: int, room: int) -> list[Line]:
    """A row each; where there are still too many, the last row counts the rest."""
    shown = one.suggestions if len(one.suggestions) <= room else one.suggestions[: max(1, room - 1)]
    lines = [_suggestion(each, columns, width, one.vote, whole=False)[0] for each in shown]
    rest = len(one.suggestions) - len(shown)
    return [*lines, (Span(f"{' ' * columns.place}and {rest} more", "muted"),)][:room] if rest else lines


def _head(one: RoomDeciding, width: int, height: int) -> list[Line]:
    heads = f"{'green':>7}{'red':>6}" if one.vote and one.suggestions else ""
    question = wrap(one.question, width)
    most = 1 if height < 5 else 2 if height < 12 else 3
    if len(question) > most:
        question = [*question[: most - 1], cut(f"{question[most - 1]} …", width)]
    lines: list[Line] = [
        title_line(width, TITLES[one.way], heads=heads),
        *((Span(line, "strong"),) for line in question),
    ]
    if one.task:
        lines += [(), *((Span(line),) for line in wrap(one.task, width))] if height > 8 else []
        lines += [(), title_line(width, "On the wall")] if one.suggestions else []
    return lines


def _columns(one: RoomDeciding, width: int) -> _Columns:
    if not one.vote:
        return _Columns(2, 0, 1)
    bar = 22 if width >= 100 else 14 if width >= 80 else 8 if width >= 62 else 0
    scale = max(each.green + each.red for each in one.suggestions)
    return _Columns(3, bar, max(1, scale))


def _suggestion(one: RoomSuggestion, columns: _Columns, width: int, vote: bool, *, whole: bool = True) -> list[Line]:
    lead = pad(str(one.place) if one.place else "·", columns.place)
    right = _marks(one, columns) if vote else []
    room = max(1, width - columns.place - line_cells(right) - (1 if right else 0))
    words = (wrap(one.text, room) if whole else [cut(one.text, room)]) or [""]
    look = "strong" if one.place <= 1 else "text"
    first = row(width, [Span(lead, "muted"), Span(words[0], look)], right)
    return [first, *((Span(" " * columns.place), Span(more, look)) for more in words[1:])]


def _marks(one: RoomSuggestion, columns: _Columns) -> Sequence[Span]:
    if not one.marked:
        return [Span(" " * columns.beside)]
    green = round(one.green * columns.bar / columns.scale)
    red = min(round(one.red * columns.bar / columns.scale), columns.bar - green)
    return [
        Span(pad("even" if one.tied else "", EVEN), "muted"),
        Span(GREEN * green, "turn"),
        Span(RED * red, "over"),
        Span(" " * (columns.bar - green - red)),
        Span(f"{one.green:{NUMBER}}", "turn-bold"),
        Span(f"{one.red:{NUMBER}}", "over-bold" if one.red else "muted"),
    ]


def plain_deciding(one: RoomDeciding, width: int) -> list[Line]:
    """The same where there is room for lines alone: the question, then each with its marks in words."""
    texts = [one.task, *(_in_words(each) for each in one.suggestions)]
    lines: list[Line] = [(Span(line, "strong"),) for line in wrap(one.question, width)]
    return [*lines, *((Span(line),) for text in texts if text for line in wrap(text, width))]


def _in_words(one: RoomSuggestion) -> str:
    if not one.marked:
        return f"· {one.text}"
    even = "even, " if one.tied else ""
    return f"{one.place or '·'} {even}{one.green} green, {one.red} red: {one.text}"
