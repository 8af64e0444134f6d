"""What stands in which pane of the board, and what a click in it means."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lcterm.ui.grid import Box
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, cells, line_cells, row
from lcterm.ui.point_offers import KEY as OFFER
from lcterm.ui.point_offers import offer_line
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.carried import said
from lcterm.ui.screens.landing import click_landing, draw_landing
from lcterm.ui.screens.pick_mode import PickMode
from lcterm.ui.screens.plain_board import plain_board
from lcterm.ui.screens.striking import StrikeMode
from lcterm.ui.tour import show_tour
from lcterm.ui.widgets.agenda import agenda_lines, prompt_lines, question_lines, rule_lines, window
from lcterm.ui.widgets.block import block_lines, exact_box, exact_line, hands_from, turn_box
from lcterm.ui.widgets.captures import capture_lines
from lcterm.ui.widgets.floor import turn_line
from lcterm.ui.widgets.foot import footer_line, help_words, idle_line, message_line, waiting_line
from lcterm.ui.widgets.header import header_line
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.voices import marked_lines, people_in_order, pick_lines, voice_lines
from lcterm.ui.widgets.waiting import waiting_at

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

SHOWN_MS = 10_000
"""Waiting times and shares are drawn in steps of this; between them only what ticks is drawn."""


def draw_panes(board: "Board") -> None:
    """Hand every pane its lines."""
    grid, view = board.grid, board.view
    lands = draw_landing(board)
    if grid.layout == "plain":
        _draw_plain(board)
        for pane in board.ticking.values():
            pane.display = False
        return
    header = header_line(view, grid.layout, grid.header.w, board.unsaved, lands, said(board))
    board.panes["header"].show([header])
    board.panes["block"].show(block_lines(view, grid))
    if grid.agenda and grid.prompts:
        _agenda(board, grid.agenda, grid.prompts)
    if grid.voices:
        _people(board, grid.voices)
    if grid.captures:
        _captures(board, grid.captures)
    if board.tour is not None:
        show_tour(board)
    _draw_foot(board)
    draw_ticking(board)


def _same(old: object, new: object) -> bool:
    """Seats and points may be the same in another order, which comparing would pass over."""
    return old is new or (not isinstance(new, dict) and old == new)


def _show(board: "Board", name: str, depends: tuple[object, ...], lines: Callable[[], Sequence[Line]]) -> None:
    """Hand a pane its lines, unless all that they depend on is the very same as last time: the state is frozen, so
    what was not touched is still the same object."""
    before = board.drawn_from.get(name, ())
    if len(before) == len(depends) and all(map(_same, before, depends)):
        return
    board.drawn_from[name] = depends
    board.panes[name].show(lines())


def _agenda(board: "Board", agenda: Box, prompts: Box) -> None:
    view, session = board.view, board.view.session
    held = (session.points, session.running, session.status, session.at)
    moment = view.now // SHOWN_MS
    _show(board, "agenda", (agenda, *held, moment), lambda: agenda_lines(view, agenda.w, agenda.h))
    below = rule_lines if view.veiled else prompt_lines
    depends = (prompts, session.points, session.running, session.status, view.veiled, view.community)
    _show(board, "prompts", depends, lambda: below(view, prompts.w, prompts.h))


def _people(board: "Board", box: Box) -> None:
    view, session, mode = board.view, board.view.session, board.mode
    if isinstance(mode, PickMode):
        title = f"{mode.key.footer.capitalize()}: who?"
        board.drawn_from.pop("voices", None)
        board.panes["voices"].show(pick_lines(view, title, mode.matching, mode.top, box.w, box.h))
        return
    lines = marked_lines if board.grid.layout == "narrow" else voice_lines
    pairs = session.point.pairs if session.point is not None else ()
    floor = (session.turn, session.aside, session.hands, session.mode, pairs, session.facilitator)
    state = (session.voices, *floor, session.status, session.exempt, session.away, session.seat_order)
    depends = (box, *state, session.on_the_line, view.community, view.veiled, view.order, view.now // SHOWN_MS)
    _show(board, "voices", depends, lambda: lines(view, box.w, box.h))


def _captures(board: "Board", box: Box) -> None:
    view, session, mode = board.view, board.view.session, board.mode
    chosen = mode.capture.id if isinstance(mode, StrikeMode) else ""
    listed = (session.points, session.running) if view.veiled else (session.captures, session.facilitator)
    depends = (box, *listed, view.community, view.veiled, chosen)
    lines = question_lines if view.veiled else partial(capture_lines, cursor=chosen)
    _show(board, "captures", depends, lambda: lines(view, box.w, box.h))


def draw_ticking(board: "Board") -> None:
    """What changes every second, each in a small pane of its own."""
    grid, view = board.grid, board.view
    if grid.layout == "plain":
        _draw_plain(board)
        return
    exact, turn = board.ticking["exact"], board.ticking["turn"]
    box = exact_box(view, grid)
    if (exact.styles.offset.x.value, exact.styles.offset.y.value) != (box.x, box.y) or not exact.display:
        exact.place(box)
    exact.show([exact_line(view, box.w)])
    box = turn_box(view, grid)
    shown = view.session.turn is not None and not view.veiled
    if turn.display != shown or (turn.styles.offset.x.value, turn.styles.offset.y.value) != (box.x, box.y):
        turn.place(box if shown else None)
    if shown:
        turn.show([turn_line(view, box.w)])


def _draw_foot(board: "Board") -> None:
    """Line, message and footer belong to the mode of the line, else to the writing, else to the board."""
    grid, view = board.grid, board.view
    width = grid.line.w
    lines = _busy(board, width)
    if not lines:
        message = message_line(view, board.message, width)
        line = waiting_line(view, width) if board.writing.waiting else idle_line(view, width)
        lines = (line, message, footer_line(view, grid.layout, width))
    for name, line in zip(("line", "message", "footer"), lines, strict=True):
        board.panes[name].show([line])


def _busy(board: "Board", width: int) -> tuple[Line, ...]:
    """The line, the row that explains it and the ways out, while the line is busy; else nothing."""
    view, mode, writing = board.view, board.mode, board.writing
    if mode is not None:
        return (mode.line(view, width), mode.hint(view, width), ways_out(mode.ways_out(), width, view.keys))
    if writing.active:
        return (writing.line(width), writing.hint(width), ways_out(writing.ways_out(), width, view.keys))
    return ()


def _draw_plain(board: "Board") -> None:
    width, height = board.grid.block.w, board.grid.block.h
    asked = _busy(board, width)[:2]
    board.panes["block"].show(plain_board(board.view, width, height, board.unsaved, board.message, asked))


def ways_out(words: Sequence[tuple[str, str]], width: int, keys: KeyTable) -> Line:
    """The footer of a mode."""
    spans: list[Span] = []
    for key, text in words:
        part = [Span("   " if spans else ""), Span(keys.shown(key), "bold"), Span(f" {text}", "muted")]
        if line_cells(spans) + line_cells(part) + 8 <= width:
            spans += part
    return row(width, spans, help_words(keys))


def pane_clicked(board: "Board", event: Pane.Clicked) -> None:
    """Person: hand. Waiting hand: gives the floor. Bar: next speaker. Point: jump. Footer word: its key."""
    name, grid, view = event.pane.id, board.grid, board.view
    if name == "voices" and grid.layout != "narrow" and not isinstance(board.mode, PickMode):
        people = people_in_order(view) if not view.veiled else list(view.voices.heard)
        if 1 <= event.y <= len(people) and len(people) < (grid.voices.h if grid.voices else 0):
            board.click_person(people[event.y - 1].voice.person)
    elif name == "agenda" and grid.agenda and event.y:
        running = next((index for index, one in enumerate(view.table.rows) if one.status == "running"), 0)
        number = window(len(view.table.rows), grid.agenda.h - 1, running) + event.y
        if number <= len(view.table.rows):
            board.click_point(number)
    elif name == "prompts" and event.y == 1 and not view.veiled and offer_line(view, event.pane.size.width):
        do_key(board, board.keys[OFFER])
    elif name == "landing":
        click_landing(board, event.y)
    elif name == "footer":
        _click_footer(board, event.x)
    elif name in ("block", "turn"):
        _click_block(board, event.y + (hands_from(grid) - 2 if name == "turn" else 0))
    elif name == "line" and board.mode is None:
        do_key(board, board.keys["capture"])


def _click_block(board: "Board", y: int) -> None:
    first = hands_from(board.grid)
    if first - 3 <= y < first:
        if board.mode is None:
            do_key(board, board.keys["next-speaker"])
    elif (hand := waiting_at(board.view, board.grid.block.h - first, y - first)) is not None:
        board.click_hand(hand.person)


def _click_footer(board: "Board", x: int) -> None:
    """The key whose word was clicked: the last key left of the click."""
    spent, clicked = 0, ""
    for span in board.panes["footer"].lines[0]:
        if span.look == "bold" or (span.look == "muted" and not span.text.startswith(" ")):
            clicked = span.text
        spent += cells(span.text)
        if spent > x:
            break
    word = clicked.strip().split(" ")[0]
    names = {"Esc": "escape", "Enter": "enter"}
    own = names.get(word, word if len(word) == 1 else "")
    key = next((key.keys[0] for key in board.keys.keys if key.label and key.label == word), own)
    if key:
        board.press(key, key if len(key) == 1 else "")
