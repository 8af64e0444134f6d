"""What the room screen shows below the clock, and whether it shows a clock: chosen at the board by one letter."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lcterm.core.commands import HideClock, ShowInRoom
from lcterm.core.events import RoomShow
from lcterm.ui.screens.line_modes import ChoiceMode

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

SHOWS: tuple[tuple[str, str, RoomShow], ...] = (
    ("q", "question", "question"),
    ("r", "rules", "rules"),
    ("c", "captures", "captures"),
    ("p", "nothing more", "plain"),
    ("s", "settled", "charter"),
)


def open_room_choice(board: "Board") -> None:
    """Ask what the room screen shall show at this point. Refused kindly while no point runs."""
    session, point = board.view.session, board.view.session.point
    if session.status == "closed":
        board.refuse("The session is closed; the room screen says goodbye.")
        return
    if point is None or not session.live:
        board.refuse("The room screen says welcome until the session starts.", ("clock", "starts the clock"))
        return

    def show(what: RoomShow) -> Callable[[], object]:
        return lambda: board.act(ShowInRoom(what))

    choices = [(letter, words, show(what)) for letter, words, what in SHOWS]
    clock_words = "show the clock" if point.clock_hidden else "hide the clock"
    choices.append(("h", clock_words, lambda: board.act(HideClock(not point.clock_hidden))))
    board.enter_mode(ChoiceMode(board.keys.shown("room"), "The room sees", choices))
