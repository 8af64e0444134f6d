"""The cards as lines: the list of situations, and the chosen card large enough to read across a table."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from lcterm.store.card_file import Card
from lcterm.ui.line import Line, Span, cut, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line, lay

Arrangement = Literal["beside", "below", "apart"]

WIDEST = 76
"""Cells of a line that is read aloud from; longer ones are hard to follow."""
LIST_MAX = 40
LIST_ROWS = 5
"""Rows of the list, its title apart, that stay above a card."""
BELOW_FROM = 15
GAP = 3
NONE = "No card has these words. Backspace takes a letter back, Esc all of them."


class Drawn(NamedTuple):
    """The page with list and card; from which rows on both are shown, and how much of the card is out of sight."""

    page: Page
    list_top: int
    card_top: int
    above: int = 0
    below: int = 0


def arrangement(layout: str, height: int) -> Arrangement:
    """Where the chosen card stands: beside the list, below it, or on a page of its own."""
    if layout == "wide":
        return "beside"
    return "below" if layout == "middle" and height >= BELOW_FROM else "apart"


def list_page(known: Sequence[Card], shown: Sequence[Card], chosen: int, width: int, *, narrowed: bool) -> Page:
    """A row a card, under the headings of their groups; where the list is narrowed, the best first and no headings."""
    title = title_line(width, "Cards", f"{len(shown)} of {len(known)}" if narrowed else "")
    if not shown:
        return Page([title], [(Span(part, "muted"),) for part in wrap(NONE, width)])
    lines: list[Line] = []
    items: list[int] = []
    for number, card in enumerate(shown):
        if not narrowed and (number == 0 or shown[number - 1].group != card.group):
            lines += [()] if lines else []
            lines.append((Span(cut(card.group, width), "muted"),))
            items += [NOTHING] * (len(lines) - len(items))
        line = row(width, [Span(f"  {card.situation}")])
        lines.append(chosen_line(line, width) if number == chosen else line)
        items.append(number)
    return Page([title], lines, items)


def card_page(card: Card | None, width: int, height: int) -> Page:
    """The card: what to say, what to try, whose idea it was; with air between the sentences where there is room."""
    if card is None:
        return Page((), ())
    head = [title_line(width, cut(card.situation, width))]
    width = min(width, WIDEST)
    drawn = (_card(card, width, air) for air in (2, 1))
    return Page(head, next((lines for lines in drawn if len(lines) < height), _card(card, width, 0)))


def _card(card: Card, width: int, air: int) -> list[Line]:
    """`air`: 2 a blank row after every sentence, 1 only after those to say, 0 as few as may be."""
    lines: list[Line] = [()] if air else []
    for sentence in card.say:
        lines += [(Span(part, "strong"),) for part in wrap(f"“{sentence}”", width)]
        lines += [()] if air else []
    lines += [()] if card.say and card.do and not air else []
    for item in card.do:
        lines += _bulleted(item, width)
        lines += [()] if air == 2 else []
    idea = wrap(f"Idea: {card.source}", width) if card.source else []
    blank: list[Line] = [()] if idea and air == 1 else []
    return [*lines, *blank, *((Span(part, "muted"),) for part in idea)]


def _bulleted(text: str, width: int) -> list[Line]:
    parts = wrap(text, max(1, width - 2))
    return [(Span("· " if number == 0 else "  ", "muted"), Span(part)) for number, part in enumerate(parts)]


def beside(listed: Page, card: Card | None, chosen: int, width: int, height: int, tops: tuple[int, int]) -> Drawn:
    """The list left, the card right."""
    left = list_width(width)
    right = max(0, width - left - GAP)
    list_laid = lay(listed, height, tops[0], chosen)
    card_laid = lay(card_page(card, right, height), height, tops[1])
    lines: list[Line] = []
    items: list[int] = []
    for number in range(height):
        one = list_laid.lines[number] if number < len(list_laid.lines) else ()
        other = card_laid.lines[number] if number < len(card_laid.lines) else ()
        lines.append((*row(left, one), Span(" " * GAP), *row(right, other)))
        items.append(list_laid.items[number] if number < len(list_laid.items) else NOTHING)
    return Drawn(Page((), lines, items), list_laid.top, card_laid.top, card_laid.above, card_laid.below)


def list_width(width: int) -> int:
    """Cells of the list where the card stands beside it."""
    return min(LIST_MAX, width // 3)


def below(
    listed: Page, known: Sequence[Card], card: Card | None, chosen: int, width: int, height: int, tops: tuple[int, int]
) -> Drawn:
    """The list above, the card below it. Where they part is the same for all cards, so that nothing jumps about."""
    tallest = max((len(_card(one, min(width, WIDEST), 0)) + 1 for one in known), default=0)
    upper = max(LIST_ROWS + 1, height - 1 - tallest)
    list_laid = lay(listed, upper, tops[0], chosen)
    card_laid = lay(card_page(card, width, height - upper - 1), height - upper - 1, tops[1])
    gap = upper - len(list_laid.lines) + 1
    lines = [*list_laid.lines, *[()] * gap, *card_laid.lines]
    items = [*list_laid.items, *[NOTHING] * (len(lines) - len(list_laid.items))]
    return Drawn(Page((), lines, items), list_laid.top, card_laid.top, card_laid.above, card_laid.below)


def find_line(typed: str) -> Line:
    """What the list is narrowed by."""
    lead = (Span(" find ", "chip"), Span(" "))
    if not typed:
        return (*lead, Span("letters narrow the list", "muted"))
    return (*lead, Span(typed, "strong"), Span("_", "muted"))
