"""The floor as tests of its keys look at it."""

from textual.pilot import Pilot

from lcterm.core.session import Point, Session
from lcterm.ui.screens.board import Board
from tests.clock_program import TestClock
from tests.ui.boards import pane_text

SIZES = [(120, 36), (60, 20)]
LARGE = (120, 36)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def session_of(board: Board) -> Session:
    return board.desk.meeting.session


def point_of(board: Board) -> Point:
    """The running point."""
    point = session_of(board).point
    assert point is not None
    return point


def line(board: Board) -> list[str]:
    """Who waits, by name."""
    return [board.view.name(hand.person) for hand in session_of(board).hands]


def speaking(board: Board) -> str:
    """Who has the floor, by name, "" for nobody."""
    turn = session_of(board).turn
    return board.view.name(turn.person) if turn is not None else ""


def block(board: Board) -> str:
    """What stands in the block of clock and floor."""
    return pane_text(board, "block")


def said(board: Board) -> str:
    """The message row."""
    return pane_text(board, "message")


def later(board: Board, clock: TestClock, seconds: float) -> None:
    """So many seconds go by."""
    clock.advance(seconds)
    board.tick()


def person(board: Board, name: str) -> str:
    """The id of who is called so."""
    return next(one.person for one in board.view.people if one.name == name)
