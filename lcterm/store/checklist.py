"""The checklist before a session: the one that ships, and what a group makes of it.

A checklist is a tuple of lines, as ChecklistAgreed holds it. A line that begins with `#` heads the items below it; all
others are items, told apart by their words. What was done is the session's (`Session.ticked`), by the same words.
"""

from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

from lcterm.core.community import Community
from lcterm.core.decide_plan import ITEM_MAX
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded
from lcterm.store.shipped import shipped
from lcterm.store.toml_file import read_toml

ITEMS_MAX = 100
HEADING = "#"

Lines = tuple[str, ...]


class Item(NamedTuple):
    """Something to look to, under its heading ("" where it has none)."""

    text: str
    group: str


@cache
def shipped_checklist() -> Lines:
    """The list where everybody begins. Raises Refused when it is missing or broken."""
    table = read_toml(shipped("data", "checklists", "prepare.toml"), "the checklist")
    lines: list[str] = []
    for group in table.tables("group", "a group"):
        lines.append(f"{HEADING} {group.words('title', limit=ITEM_MAX, needed=True)}")
        lines += group.several("items", limit=ITEM_MAX, most=ITEMS_MAX)
    return tuple(lines)


def lines_of(community: Community) -> Lines:
    """The community's list: its own, else the shipped one."""
    return shipped_checklist() if community.checklist is None else community.checklist


def items(lines: Sequence[str]) -> list[Item]:
    """What there is to look to, from the top."""
    found: list[Item] = []
    group = ""
    for line in lines:
        if line.startswith(HEADING):
            group = line.lstrip(HEADING).strip()
        elif line:
            found.append(Item(line, group))
    return found


def done_of(lines: Sequence[str], ticked: Container[str]) -> int:
    """How many of the items are done."""
    return sum(item.text in ticked for item in items(lines))


def added(lines: Lines, text: str, after: str = "") -> Lines:
    """The list with one item more, or one heading: behind the item `after`, else at the end. Raises Refused for
    nothing, for words that stand there already, and for what is too long."""
    new = _line(text, lines)
    if len(lines) >= ITEMS_MAX:
        raise Refused(f"the checklist has {ITEMS_MAX} lines, and more help nobody; remove one first")
    place = lines.index(after) + 1 if after in lines else len(lines)
    return (*lines[:place], new, *lines[place:])


def reworded(lines: Lines, old: str, text: str) -> Lines:
    """The list with other words for an item. Raises Refused as above, and where the item is gone."""
    place = _place(lines, old)
    new = _line(text, (*lines[:place], *lines[place + 1 :]))
    return (*lines[:place], new, *lines[place + 1 :])


def removed(lines: Lines, old: str) -> Lines:
    """The list without an item; a heading with nothing below it goes too. Raises Refused where the item is gone."""
    place = _place(lines, old)
    left = (*lines[:place], *lines[place + 1 :])
    alone = place > 0 and left[place - 1].startswith(HEADING) and (place == len(left) or left[place][:1] == HEADING)
    return (*left[: place - 1], *left[place:]) if alone else left


def find_item(lines: Sequence[str], typed: str) -> str:
    """The one item meant: by its number from the top, by its words, by their beginning, else by words in it. Raises
    Refused where there is none or more than one."""
    known = [item.text for item in items(lines)]
    wanted = folded(typed)
    if wanted.isdecimal():
        if 0 < int(wanted[:9]) <= len(known):
            return known[int(wanted[:9]) - 1]
        raise Refused(f"there is no item {wanted[:9]}; the checklist has {len(known)}")
    rules = (str.__eq__, str.startswith, str.__contains__)
    for rule in rules:
        found = [text for text in known if wanted and rule(folded(text), wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(f"{typed!r} could be {' or '.join(repr(text) for text in found[:3])}; write more of it")
    raise Refused(f"nothing on the checklist is called {typed!r}; `lcterm prepare` lists it with numbers")


def _place(lines: Lines, old: str) -> int:
    if old not in lines:
        raise Refused("that is no longer on the checklist; somebody has changed it")
    return lines.index(old)


def _line(text: str, others: Sequence[str]) -> str:
    """A line fit for the list."""
    line = clean(text, limit=ITEM_MAX, what="what is to be looked to")
    if line.startswith(HEADING):
        line = f"{HEADING} {line.lstrip(HEADING).strip()}".strip()
    if line in ("", HEADING):
        raise Refused("nothing was written; say in a few words what is to be looked to")
    if any(folded(line) == folded(other) for other in others):
        raise Refused(f"{line!r} stands on the checklist already")
    return line
