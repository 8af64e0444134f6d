"""Drawing the panes of the home screen, and what a click in them means."""

from typing import TYPE_CHECKING, NamedTuple

from lcterm.ui.home_grid import SIDE_FROM, Wanted
from lcterm.ui.home_keys import BY_ID, FOOTER, FOOTER_EMPTY
from lcterm.ui.home_view import Cursor, HomeView
from lcterm.ui.line import Line, Span, cells, line_cells, row
from lcterm.ui.widgets.agenda import window
from lcterm.ui.widgets.foot import HELP
from lcterm.ui.widgets.home_below import KEPT_HERE, first_look_lines, next_lines, open_lines, plain_home
from lcterm.ui.widgets.home_lines import (
    bar_lines,
    community_lines,
    home_header_line,
    left_line,
    session_lines,
    told_line,
)
from lcterm.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from lcterm.ui.screens.home import HomeScreen

PLENTY = 1000
"""More lines than any screen has."""


class Word(NamedTuple):
    """A word of the footer: the cell where it begins, and the key it stands for."""

    x: int
    key: str


def wanted_lines(view: HomeView) -> Wanted:
    """How many lines each pane would like."""
    if not view.groups:
        return Wanted(0, 0, 0, 0, False)
    sessions = len(view.group.sessions) if view.group else 0
    return Wanted(
        communities=1 + len(view.groups),
        sessions=1 + max(1, sessions),
        open=len(open_lines(view, 80, PLENTY)),
        next=len(next_lines(view, 80, PLENTY)),
        running=bool(view.running),
    )


def draw_home(screen: "HomeScreen") -> list[Word]:
    """Hand every pane its lines and its place; the words of the footer."""
    from lcterm.ui.screens.home import place

    grid, view, panes = screen.grid, screen.view, screen.panes
    boxes = {name: getattr(grid, name) for name in panes}
    for name, box in boxes.items():
        place(panes[name], box)
    place(screen.left, grid.left)
    if grid.layout == "plain":
        told = f"{screen.message.sign} {screen.message.text}".strip()
        panes["communities"].show(plain_home(view, grid.communities.w, grid.communities.h, told))
        return []
    panes["header"].show([home_header_line(view, grid.header.w)])
    lists = {
        "communities": community_lines if view.groups else lambda _view, width, _height: first_look_lines(width),
        "sessions": session_lines,
        "bar": bar_lines,
        "open": open_lines,
        "next": next_lines,
    }
    for name, lines in lists.items():
        if boxes[name] is not None:
            panes[name].show(lines(view, boxes[name].w, boxes[name].h))
    panes["message"].show([_message_line(screen, grid.message.w)])
    line, words = _footer(view, grid.footer.w, wide=screen.app.size.width >= SIDE_FROM)
    panes["footer"].show([line])
    draw_left(screen)
    return words


def draw_left(screen: "HomeScreen") -> None:
    """What ticks."""
    box = screen.grid.left
    if box is not None:
        screen.left.show([left_line(screen.view, box.w)])
    elif screen.grid.layout == "plain" and screen.view.running:
        whole = screen.grid.communities
        told = f"{screen.message.sign} {screen.message.text}".strip()
        screen.panes["communities"].show(plain_home(screen.view, whole.w, whole.h, told))


def _message_line(screen: "HomeScreen", width: int) -> Line:
    message = screen.message
    if not message.text and screen.view.groups:
        return row(width, [Span(KEPT_HERE, "muted")])
    return told_line(message.sign, message.text, message.way_back, width)


def enter_word(view: HomeView) -> str:
    """What Enter does now."""
    group, kept = view.group, view.kept
    if view.cursor.column == "communities" or kept is None:
        return "go on" if group and group.live else "its sessions" if kept else "plan the first"
    return {"planned": "open", "closed": "look at it"}.get(kept.session.status, "go on")


def _footer(view: HomeView, width: int, *, wide: bool) -> tuple[Line, list[Word]]:
    """What works now, the first words that fit; the way out and `? keys` are always there."""
    gap = "   " if wide else "  "
    spans: list[Span] = []
    words: list[Word] = []
    last = BY_ID["quit"]
    ending = cells(f"{gap}{last.shown} {last.footer}") + 8
    for id in FOOTER if view.groups else FOOTER_EMPTY:
        key = BY_ID[id]
        said = enter_word(view) if id == "open" else key.word(wide)
        part = [Span(gap if spans else ""), Span(key.shown, "bold"), Span(f" {said}", "muted")]
        if line_cells(spans) + line_cells(part) + (ending if id != "quit" else 8) <= width:
            words.append(Word(line_cells(spans), key.keys[0]))
            spans += part
    words.append(Word(width - line_cells(HELP), BY_ID["help"].keys[0]))
    return row(width, spans, HELP), words


def clicked(screen: "HomeScreen", event: Pane.Clicked, words: list[Word]) -> None:
    """Bar: goes on. Community or session: the cursor goes there, and a click where it is opens. Footer word: its key."""
    name = (event.pane.id or "").removeprefix("home-")
    view = screen.view
    if name == "footer":
        key = next((word.key for word in reversed(words) if word.x <= event.x), "")
        screen.press(key)
    elif name in ("bar", "left") and (running := view.running or ([view.coming] if view.coming else [])):
        group, kept = running[0]
        screen.open(group.community.id, kept)
    elif name in ("communities", "sessions") and screen.grid.layout != "plain" and view.groups:
        _click_list(screen, name, event.y - 1)


def _click_list(screen: "HomeScreen", name: str, y: int) -> None:
    view, grid = screen.view, screen.grid
    group, kept = view.group, view.kept
    box = grid.communities if name == "communities" else grid.sessions
    if group is None or box is None or y < 0:
        return
    if name == "communities":
        ids = [one.community.id for one in view.groups]
        chosen = view.groups.index(group)
    else:
        ids = [one.session.id for one in group.sessions]
        chosen = group.sessions.index(kept) if kept else 0
    place = window(len(ids), box.h - 1, chosen) + y
    if place >= len(ids):
        return
    if name == "communities":
        again = view.cursor.column == "communities" and place == chosen
        cursor = Cursor(ids[place], view.cursor.session if place == chosen else "", "communities")
    else:
        again = view.cursor.column == "sessions" and place == chosen
        cursor = view.cursor._replace(session=ids[place], column="sessions")
    screen.put_cursor(cursor)
    if again:
        screen.press("enter")
