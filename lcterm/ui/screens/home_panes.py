"""Drawing the panes of the home screen, and what a click in them means."""

from typing import TYPE_CHECKING

from lcterm.ui.home_grid import Wanted
from lcterm.ui.home_keys import BY_ID, FOOTER, FOOTER_BEGINNING, FOOTER_EMPTY, FOOTER_NARROW
from lcterm.ui.home_view import Cursor, HomeView
from lcterm.ui.line import Line, Span, cells, line_cells, row
from lcterm.ui.screens.framed import Way, clicked_way, ways_line
from lcterm.ui.screens.home_doing import open_session
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

GAP = 3
"""Cells between two words of the footer, at most."""
PLENTY = 1000
"""More lines than any screen has."""


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


def draw_home(screen: "HomeScreen") -> None:
    """Hand every pane its lines and its place."""
    grid, view, panes = screen.grid, screen.view, screen.panes
    boxes = {name: getattr(grid, name) for name in panes}
    if grid != screen.placed:
        screen.placed = grid
        for name, box in boxes.items():
            panes[name].place(box)
        screen.left.place(grid.left)
    if grid.layout == "plain":
        told = f"{screen.message.sign} {screen.message.text}".strip()
        panes["communities"].show(plain_home(view, grid.communities.w, grid.communities.h, told))
        return
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
    panes["footer"].show([ways_line(_ways(view, grid.footer.w), grid.footer.w)])
    draw_left(screen)


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
        kept_here = next((words for words in KEPT_HERE if len(words) <= width), KEPT_HERE[-1])
        return row(width, [Span(kept_here, "muted")])
    return told_line(message.sign, message.text, message.way_back, width)


def enter_word(view: HomeView) -> str:
    """What Enter does now."""
    group, kept = view.group, view.kept
    if view.cursor.column == "communities" or kept is None:
        return "go on" if group and group.live else "its sessions" if kept else "plan"
    return {"planned": "open", "closed": "look at it"}.get(kept.session.status, "go on")


def _ways(view: HomeView, width: int) -> list[Way]:
    """The footer: what works now. Where it is too narrow for all, the way out comes second, so that it is there."""
    if not view.groups:
        return [_way(view, id, wide=False) for id in FOOTER_EMPTY]
    footer = FOOTER if view.group is None or view.group.held else FOOTER_BEGINNING
    for order, wide in ((footer, True), (footer, False)):
        ways = [_way(view, id, wide=wide) for id in order]
        if sum(cells(way.shown) + cells(way.words) + 1 for way in ways) + GAP * len(ways) + line_cells(HELP) <= width:
            return ways
    narrow = FOOTER_NARROW if footer is FOOTER else (*FOOTER_NARROW[:3], "setup", *FOOTER_NARROW[3:])
    return [_way(view, id, wide=False) for id in narrow]


def _way(view: HomeView, id: str, *, wide: bool) -> Way:
    key = BY_ID[id]
    return Way(key.keys[0], key.shown, enter_word(view) if id == "open" else key.footer if wide else key.short)


def clicked(screen: "HomeScreen", event: Pane.Clicked) -> None:
    """Bar: goes on. Community or session: the cursor goes there; clicked again it opens. Footer word: its key."""
    name = (event.pane.id or "").removeprefix("home-")
    view = screen.view
    if name == "footer":
        width = event.pane.size.width
        screen.press(clicked_way(_ways(view, width), width, event.x))
    elif name in ("bar", "left") and (running := view.running or ([view.coming] if view.coming else [])):
        group, kept = running[0]
        open_session(screen, group.community.id, kept)
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
