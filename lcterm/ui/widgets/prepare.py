"""The checklist before a session, item by item under its headings."""

from collections.abc import Container, Sequence

from lcterm.store.checklist import Item
from lcterm.ui.line import Line, Span, cut, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line, of_items

OPEN, DONE = "[ ] ", "[✓] "
NOTHING_YET = "Nothing to look to. a adds an item."
HIDDEN = "The room can read along, and the checklist is not for the room."


def prepare_page(items: Sequence[Item], ticked: Container[str], chosen: int, width: int, *, veiled: bool) -> Page:
    """Every item in full, with how many are open; under the veil only that."""
    title = title_line(width, "Before the session", open_words(items, ticked))
    if veiled:
        return Page([title], [(Span(part, "muted"),) for part in wrap(HIDDEN, width)])
    if not items:
        return of_items([title], [], [(), (Span(NOTHING_YET, "muted"),)])
    lines: list[Line] = []
    numbers: list[int] = []
    for number, item in enumerate(items):
        if item.group and (number == 0 or items[number - 1].group != item.group):
            lines += [(), (Span(cut(item.group, width), "muted"),)]
            numbers += [NOTHING, NOTHING]
        rows = _item(item.text, item.text in ticked, width)
        lines += [chosen_line(line, width) for line in rows] if number == chosen else rows
        numbers += [number] * len(rows)
    return Page([title], lines, numbers)


def open_words(items: Sequence[Item], ticked: Container[str]) -> str:
    """How many are open."""
    left = sum(item.text not in ticked for item in items)
    if not items:
        return ""
    return f"{left} of {len(items)} open" if left else f"all {len(items)} done"


def _item(text: str, done: bool, width: int) -> list[Line]:
    """Done or open by its sign; what is done steps back."""
    look = "muted" if done else "text"
    parts = wrap(text, max(1, width - len(OPEN))) or [""]
    lead = [DONE if done else OPEN, *[" " * len(OPEN)] * (len(parts) - 1)]
    return [
        row(width, [Span(sign, "turn" if done else "muted"), Span(part, look)])
        for sign, part in zip(lead, parts, strict=True)
    ]
