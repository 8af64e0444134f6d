"""What a click in a pane of the board means."""

from typing import TYPE_CHECKING

from lcterm.core.commands import GiveFloor, JumpToPoint, RaiseHand, StartSession
from lcterm.ui.key_names import drawn_key
from lcterm.ui.line import cells
from lcterm.ui.point_offers import KEY as OFFER
from lcterm.ui.point_offers import offer_line
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.pick_mode import PickMode
from lcterm.ui.widgets.agenda import window
from lcterm.ui.widgets.block import hands_from
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.voices import people_in_order
from lcterm.ui.widgets.waiting import waiting_at

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


def go_to_point(board: "Board", number: int) -> None:
    """To a point of the agenda; before the start it starts."""
    board.act(JumpToPoint(number) if board.view.session.live else StartSession())


def _press(board: "Board", key: str) -> None:
    do_key(board, board.keys[key])


def pane_clicked(board: "Board", event: Pane.Clicked) -> None:
    """Person: hand. Waiting hand: gives the floor. Bar: next speaker. Point: jump. Footer word: its key."""
    name, grid, view = event.pane.id, board.grid, board.view
    if name == "voices" and grid.layout != "narrow" and not isinstance(board.mode, PickMode):
        people = people_in_order(view) if not view.veiled else list(view.voices.heard)
        if 1 <= event.y <= len(people) and len(people) < (grid.voices.h if grid.voices else 0):
            board.act(RaiseHand(people[event.y - 1].voice.person))
    elif name == "agenda" and grid.agenda and event.y:
        running = next((index for index, one in enumerate(view.table.rows) if one.status == "running"), 0)
        number = window(len(view.table.rows), grid.agenda.h - 1, running) + event.y
        if number <= len(view.table.rows):
            go_to_point(board, number)
    elif name == "prompts" and event.y == 1 and not view.veiled and offer_line(view, event.pane.size.width):
        _press(board, OFFER)
    elif name == "landing":
        from lcterm.ui.screens.landing import click_landing

        click_landing(board, event.y)
    elif name == "footer":
        _click_footer(board, event.x)
    elif name == "block":
        _click_block(board, event.y)
    elif name == "line" and board.mode is None:
        _press(board, "capture")


def _click_block(board: "Board", y: int) -> None:
    first = hands_from(board.grid)
    if first - 3 <= y < first:
        if board.mode is None:
            _press(board, "next-speaker")
    elif (hand := waiting_at(board.view, board.grid.block.h - first, y - first)) is not None:
        board.act(GiveFloor(hand.person))


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
    key = next((key.keys[0] for key in board.keys.keys if key.label and drawn_key(key.label) == word), own)
    if key:
        board.press(key, key if len(key) == 1 else "")
