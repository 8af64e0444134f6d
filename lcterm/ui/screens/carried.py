"""A board whose session other laptops work on too: what it hears of the way there, and what it tells it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.ui.news import OthersWrote

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


def attend(board: "Board") -> None:
    """Have this session looked after, from now on."""
    if board.carrier is not None:
        session = board.desk.meeting.session
        board.carrier.attend(session.community, session.id, lambda: board.post_message(OthersWrote()))


def folder_moved(board: "Board") -> None:
    """On the watcher's thread: somebody has written, here or on another seat of this laptop."""
    if board.carrier is not None:
        board.carrier.nudge()
    board.post_message(OthersWrote())


def said(board: "Board") -> str:
    """How it goes with other laptops, in a word or two."""
    return board.carrier.said if board.carrier is not None else ""


def notices(board: "Board") -> Sequence[str]:
    """What the facilitator should know of it, a line each."""
    return board.carrier.notices if board.carrier is not None else ()
