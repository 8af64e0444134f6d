"""What stands in which pane of the board, and what a click in it means."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from lcterm.ui.grid import Box, Grid, grid
from lcterm.ui.laid_over import laid_over
from lcterm.ui.line import Line
from lcterm.ui.screens.carried import said
from lcterm.ui.screens.watching import watching_line, watching_ways
from lcterm.ui.view import SHOWN_MS, View
from lcterm.ui.widgets.agenda import agenda_lines, prompt_lines, question_lines, rule_lines
from lcterm.ui.widgets.block import block_lines, exact_box, exact_line, turn_box
from lcterm.ui.widgets.captures import capture_lines
from lcterm.ui.widgets.floor import turn_line
from lcterm.ui.widgets.foot import footer_line, idle_line, message_line, waiting_line, ways_out
from lcterm.ui.widgets.header import header_line
from lcterm.ui.widgets.voices import marked_lines, pick_lines, voice_lines

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.line_modes import LineMode

Foot = tuple[Line, Line, Line]
"""The last three rows: line, message, footer."""


class Arrangement(Struct, frozen=True):
    """In what the seats that are boards differ: where the panes lie, what stands in those between header and line,
    where that lies which ticks (the exact time, the turn's clock), the last three rows while the line is free."""

    grid: Callable[[int, int], Grid]
    middle: Callable[["Board"], None]
    ticking: Callable[[View, Grid], tuple[Box, Box]]
    at_rest: Callable[["Board", int], Foot]


def draw_panes(board: "Board") -> None:
    """Hand every pane its lines."""
    grid, view = board.grid, board.view
    lands = _landing(board)
    if grid.layout == "plain":
        _draw_plain(board)
        return
    header = header_line(view, grid.layout, grid.header.w, board.unsaved, lands, said(board), board.others.said)
    board.panes["header"].show([header])
    board.ARRANGED.middle(board)
    if board.tour is not None:
        from lcterm.ui.tour import show_tour

        show_tour(board)
    draw_foot(board)
    draw_ticking(board)


def _landing(board: "Board") -> int | None:
    """The landing plan drawn, if one is open: wall ms at which it lands."""
    if board.keyboard.standing is None:
        return None
    from lcterm.ui.screens.landing import draw_landing

    return draw_landing(board)


def _draw_middle(board: "Board") -> None:
    grid, view = board.grid, board.view
    board.still = block_lines(view, grid)
    if grid.agenda and grid.prompts:
        _agenda(board, grid.agenda, grid.prompts)
    if grid.voices:
        draw_people(board, grid.voices, marked_lines if grid.layout == "narrow" else voice_lines)
    if grid.captures:
        _captures(board, grid.captures)


def _same(old: object, new: object) -> bool:
    """Seats and points may be the same in another order, which comparing would pass over."""
    return old is new or (not isinstance(new, dict) and old == new)


def show_changed(board: "Board", name: str, depends: tuple[object, ...], lines: Callable[[], Sequence[Line]]) -> None:
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
    show_changed(board, "agenda", (agenda, *held, moment), lambda: agenda_lines(view, agenda.w, agenda.h))
    below = rule_lines if view.veiled else prompt_lines
    depends = (prompts, session.points, session.running, session.status, view.veiled, view.community)
    show_changed(board, "prompts", depends, lambda: below(view, prompts.w, prompts.h))


def draw_people(board: "Board", box: Box, lines: Callable[[View, int, int], Sequence[Line]]) -> None:
    """Who was heard, in these lines; while somebody is asked for, whom there is to choose from."""
    view, session, mode = board.view, board.view.session, board.mode
    if mode is not None and _pick(board, mode, box):
        return
    pairs = session.point.pairs if session.point is not None else ()
    floor = (session.turn, session.aside, session.hands, session.mode, pairs, session.facilitator)
    state = (session.voices, *floor, session.status, session.exempt, session.away, session.seat_order)
    depends = (box, *state, session.on_the_line, view.community, view.veiled, view.order, view.now // SHOWN_MS)
    show_changed(board, "voices", depends, lambda: lines(view, box.w, box.h))


def _pick(board: "Board", mode: "LineMode", box: Box) -> bool:
    from lcterm.ui.screens.pick_mode import PickMode

    if not isinstance(mode, PickMode):
        return False
    title = f"{mode.key.footer.capitalize()}: who?"
    board.drawn_from.pop("voices", None)
    board.panes["voices"].show(pick_lines(board.view, title, mode.matching, mode.top, box.w, box.h))
    return True


def _captures(board: "Board", box: Box) -> None:
    view, session, mode = board.view, board.view.session, board.mode
    chosen = _to_strike(mode) if mode is not None else ""
    listed = (session.points, session.running) if view.veiled else (session.captures, session.facilitator)
    changing = board.others.changing
    depends = (box, *listed, view.community, view.veiled, chosen, tuple(changing.items()))
    lines = question_lines if view.veiled else partial(capture_lines, cursor=chosen, changing=changing)
    show_changed(board, "captures", depends, lambda: lines(view, box.w, box.h))


def _to_strike(mode: "LineMode") -> str:
    """The capture that is about to be struck, "" where the line is busy with anything else."""
    from lcterm.ui.screens.striking import StrikeMode

    return mode.capture.id if isinstance(mode, StrikeMode) else ""


def draw_ticking(board: "Board") -> None:
    """What changes every second stands in the block, over what stays for longer."""
    grid, view = board.grid, board.view
    if grid.layout == "plain":
        _draw_plain(board)
        return
    of_exact, of_turn = board.ARRANGED.ticking(view, grid)
    ticks = {"exact": (of_exact, exact_line(view, of_exact.w))}
    if view.session.turn is not None and not view.veiled:
        ticks["turn"] = (of_turn, turn_line(view, of_turn.w))
    rows = list(board.still)
    for box, line in ticks.values():
        y = box.y - grid.block.y
        rows += [()] * (y + 1 - len(rows))
        rows[y] = laid_over(rows[y], box.x - grid.block.x, line)
    board.ticking = {name: line for name, (_, line) in ticks.items()}
    board.panes["block"].show(rows)


def draw_foot(board: "Board") -> None:
    """Line, message and footer belong to the mode of the line, else to the writing, else to the board."""
    width = board.grid.line.w
    lines = _busy(board, width) or board.ARRANGED.at_rest(board, width)
    for name, line in zip(("line", "message", "footer"), lines, strict=True):
        board.panes[name].show([line])


def _at_rest(board: "Board", width: int) -> Foot:
    view, beside = board.view, board.others.beside_the_line(width)
    message = message_line(view, board.message, width)
    if board.desk.watches:
        return (watching_line(width, beside), message, ways_out(watching_ways(view.keys), width, view.keys))
    line = waiting_line(view, width) if board.writing.waiting else idle_line(view, width, beside)
    return (line, message, footer_line(view, board.grid.layout, width))


def _busy(board: "Board", width: int) -> Foot | None:
    """The line, the row that explains it and the ways out, while the line is busy."""
    view, mode, writing = board.view, board.mode, board.writing
    if mode is not None:
        return (mode.line(view, width), mode.hint(view, width), ways_out(mode.ways_out(), width, view.keys))
    if writing.active:
        hint = board.others.behind_the_hint(writing.hint(width), width)
        return (writing.line(width), hint, writing.footer(width))
    return None


def _draw_plain(board: "Board") -> None:
    width, height = board.grid.block.w, board.grid.block.h
    asked = (_busy(board, width) or ())[:2]
    from lcterm.ui.screens.plain_board import plain_board  # where nothing else fits

    board.panes["block"].show(plain_board(board.view, width, height, board.unsaved, board.message, asked))


BOARD = Arrangement(grid, _draw_middle, lambda view, grid: (exact_box(view, grid), turn_box(view, grid)), _at_rest)
"""The facilitator's board."""
