"""A decision under way, as lines for the facilitators: the ways to choose from, and the page of each."""

from collections.abc import Sequence

from lcterm.core.deciding import PAIR_MAX, Deciding, Ranked, Suggestion, ranking
from lcterm.ui.deciding_groups import Group, groups, is_vote, marked
from lcterm.ui.deciding_text import WAYS
from lcterm.ui.line import Line, Span, cut, line_cells, pad, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line
from lcterm.ui.view import View

PLACE, EVEN, NUMBER, SORT = 4, 6, 6, 8
QUESTION_ROWS = 3
HEADS = " green   red"
NOTHING_YET = {
    "lights": "Nothing is suggested yet. a adds one; each stands on a line of its own.",
    "pairs": "Nothing is suggested yet. a adds one; the room sees what is on the wall.",
    "what-else": "Nothing is written down yet. a adds what somebody would want to know first.",
}
NO_PAIRS = "No pairs are drawn at this point: p draws them. Without, suggestions stand here without names."
TIED = "Even at the top, and nothing breaks it: talk about the reds, or look again at these alone."
REDS = "Reds are seen: ask what would have to change."
HIDDEN = "····"


def ways_page(chosen: int, width: int) -> Page:
    """The ways to decide."""
    lines: list[Line] = []
    items: list[int] = []
    for number, one in enumerate(WAYS):
        beside = width >= 64
        head = row(width, [Span(f" {one.key}  ", "bold"), Span(pad(one.title, 15), "strong")])
        words = wrap(one.words, max(1, width - (20 if beside else 4)))
        rows: list[Line]
        if beside:
            first = (Span(f" {one.key}  ", "bold"), Span(pad(one.title, 16), "strong"), Span(words[0] if words else ""))
            rows = [row(width, first), *(row(width, [Span(" " * 20), Span(part)]) for part in words[1:])]
        else:
            rows = [head, *(row(width, [Span("    "), Span(part, "muted")]) for part in words)]
        lines += [*(chosen_line(line, width) for line in rows)] if number == chosen else rows
        items += [number] * len(rows)
        lines.append(())
        items.append(NOTHING)
    return Page([title_line(width, "How shall we decide?"), ()], lines, items)


class _Rows:
    """The page as it grows: rows that belong to an item, and rows between them."""

    def __init__(self, width: int, chosen: int) -> None:
        self.width, self.chosen = width, chosen
        self.lines: list[Line] = []
        self.items: list[int] = []
        self._count = 0

    def item(self, rows: Sequence[Line], plain: Sequence[Line] = ()) -> bool:
        """Add an item, and below it rows of its own that no cursor covers; whether it is chosen."""
        here = self._count == self.chosen
        drawn = [chosen_line(line, self.width) for line in rows] if here else list(rows)
        shown = list(plain) if here else []
        self.lines += [*drawn, *shown]
        self.items += [self._count] * (len(drawn) + len(shown))
        self._count += 1
        return here

    def beside(self, rows: Sequence[Line]) -> None:
        self.lines += rows
        self.items += [NOTHING] * len(rows)

    def said(self, text: str) -> None:
        """A remark below all, after a blank row."""
        self.beside([*([()] if self.lines else []), *((Span(part, "muted"),) for part in wrap(text, self.width))])


def deciding_page(view: View, deciding: Deciding, chosen: int, width: int) -> Page:
    """The question, and what is suggested, as its way needs it. `chosen`: the number of the item under the cursor."""
    rows = _Rows(width, chosen)
    if is_vote(deciding):
        _vote(view, deciding, rows)
    elif deciding.way == "pairs":
        _pairs(view, deciding, rows)
    else:
        for one in deciding.suggestions:
            rows.item(_texts(one.text, width, [Span(" ·  ", "muted")]))
    if not deciding.suggestions:
        rows.said(NOTHING_YET[deciding.way])
    return Page(_head(deciding, width), rows.lines, rows.items)


def _head(deciding: Deciding, width: int) -> list[Line]:
    question = wrap(deciding.question, width)
    if len(question) > QUESTION_ROWS:
        question = [*question[: QUESTION_ROWS - 1], cut(f"{question[QUESTION_ROWS - 1]} …", width)]
    count = len(deciding.suggestions)
    if is_vote(deciding):
        title, heads = "Deciding: the vote" if deciding.way == "pairs" else "Deciding: traffic light", HEADS
    elif deciding.way == "pairs":
        on_wall = sum(one.wall for one in deciding.suggestions)
        title, heads = "Deciding: in pairs", f"{on_wall} on the wall"
    else:
        title, heads = "What else do we need to know?", f"{count}" if count else ""
    return [title_line(width, title, heads=heads), *((Span(line, "strong"),) for line in question), ()]


def _texts(text: str, width: int, left: Sequence[Span], right: Sequence[Span] = (), look: str = "text") -> list[Line]:
    """A text in as many rows as it takes, beside `left` and `right`, which stand in its first."""
    lead, after = line_cells(left), line_cells(right)
    words = wrap(text, max(1, width - lead - after - (1 if after else 0))) or [""]
    first = row(width, [*left, Span(words[0], look)], right)
    return [first, *(row(width, [Span(" " * lead), Span(word, look)]) for word in words[1:])]


# ── The vote ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _vote(view: View, deciding: Deciding, rows: _Rows) -> None:
    ranked = ranking(deciding)
    begun = any(marked(one.suggestion) for one in ranked)
    for one in ranked:
        rows.item(_ranked(one, rows.width, begun), _marks(view, one.suggestion, rows.width))
    waiting = len(deciding.suggestions) - len(ranked)
    if ranked and all(marked(one.suggestion) for one in ranked):
        top = ranked[0]
        if top.tied and top.suggestion.green:
            rows.said(TIED)
        elif top.suggestion.red:
            rows.said(REDS)
    if waiting:
        rows.said(f"{waiting} not on the wall.")
    elif deciding.suggestions and not begun:
        rows.said("Count the marks: Enter, then greens and reds, as in 9 2. Or g and r, then whose mark it is.")


def _ranked(one: Ranked, width: int, begun: bool) -> list[Line]:
    suggestion = one.suggestion
    if not marked(suggestion):
        return _texts(suggestion.text, width, [Span(" ·  ", "muted")], [Span(pad("no marks yet", 12), "muted")])
    place = Span(pad(f"{one.place:2}", PLACE), "turn-bold" if one.place == 1 and begun else "muted")
    right = [
        Span(pad("even", EVEN) if one.tied and suggestion.green else " " * EVEN, "muted"),
        Span(f"{suggestion.green:{NUMBER}}", "turn-bold"),
        Span(f"{suggestion.red:{NUMBER}}", "over-bold" if suggestion.red else "muted"),
    ]
    return _texts(suggestion.text, width, [place], right, "strong" if one.place == 1 else "text")


def _marks(view: View, suggestion: Suggestion, width: int) -> list[Line]:
    """Whose marks they are; for nobody but the facilitators."""
    if view.veiled or suggestion.counted is not None:
        return []
    lines: list[Line] = []
    for light in ("green", "red"):
        names = ", ".join(view.name(person) for person, mark in suggestion.lights.items() if mark == light)
        lines += [(Span("    "), Span(part, "private")) for part in wrap(f"{light}: {names}", width - 4) if names]
    return lines


# ── Pairs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _pairs(view: View, deciding: Deciding, rows: _Rows) -> None:
    found = groups(view.session, deciding)
    for number, group in enumerate(found):
        if group.pair:
            rows.item([_pair(view, group, number, rows.width)])
        elif len(found) > 1:
            rows.beside([(Span("From the room", "muted"),)])
        for one in group.suggestions:
            rows.item(_sorted(view, one, rows.width, indented=len(found) > 1 or bool(group.pair)))
    if not any(group.pair for group in found):
        rows.said(NO_PAIRS)


def _pair(view: View, group: Group, number: int, width: int) -> Line:
    """Who they are; under the veil only which of the pairs it is."""
    names = [view.name(person) for person in group.pair]
    who = f"Pair {number + 1}" if view.veiled else " and ".join([", ".join(names[:-1]), names[-1]][len(names) < 2 :])
    count = len(group.suggestions)
    return row(width, [Span(who, "bold")], [Span(f"{count} of {PAIR_MAX}" if count else "nothing yet", "muted")])


def _sorted(view: View, one: Suggestion, width: int, *, indented: bool) -> list[Line]:
    left = [Span("  " if indented else ""), Span(pad(one.sort or "·", SORT), "muted")]
    right = [Span("on the wall", "turn")] if one.wall else []
    text = HIDDEN if view.veiled and not one.wall else one.text
    return _texts(text, width, left, right, "strong" if one.wall else "text")
