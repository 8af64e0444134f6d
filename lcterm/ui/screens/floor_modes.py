"""The key of the mode: how people come to speak, and what goes with it: the list, the limit, the round, the pairs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from lcterm.core import commands
from lcterm.core.agenda_plan import Mode
from lcterm.core.session import Point
from lcterm.ui.keys import PERSON, Key
from lcterm.ui.screens.line_modes import ChoiceMode, NumberMode
from lcterm.ui.screens.pick_mode import PickMode

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

MODE_LETTERS: tuple[tuple[str, Mode], ...] = (
    ("r", "round"),
    ("q", "queue"),
    ("o", "open"),
    ("p", "presenter"),
    ("t", "pairs"),
    ("n", "none"),
)
LIMIT_MOST = 60
"""Minutes; a longer turn is a presentation."""

Choice = tuple[str, str, Callable[[], object]]


def choose_mode(board: "Board") -> None:
    """Ask which way of coming to speak, or what of the present one shall change."""
    point = running_point(board)
    if point is None:
        return
    modes: list[Choice] = [
        (letter, mode, partial(board.act, commands.ChangeMode(mode)))
        for letter, mode in MODE_LETTERS
        if mode != point.mode
    ]
    board.enter_mode(ChoiceMode(board.keys.shown("mode"), "The floor is", [*modes, *_of_mode(board, point)]))


def running_point(board: "Board") -> Point | None:
    """The point that runs; None, and said so, where there is none."""
    point = board.view.session.point
    if point is None:
        board.refuse("Nothing is running, so nobody has the floor.")
    return point


def _of_mode(board: "Board", point: Point) -> list[Choice]:
    choices: list[Choice] = []
    if point.mode == "round":
        choices += [("s", "starter", partial(choose_starter, board)), ("d", "turn round", partial(turn_round, board))]
    if point.mode == "pairs":
        choices.append(("t", "draw pairs again", partial(board.act, commands.DrawPairs())))
    if point.queue_open:
        choices.append(("c", "close list", partial(board.act, commands.CloseQueue())))
    else:
        choices.append(("c", "open list", partial(board.act, commands.OpenQueue())))
    return [*choices, ("l", "limit", partial(limit_turns, board))]


def choose_starter(board: "Board") -> None:
    """Ask who begins the round."""
    shown = f"{board.keys.shown('mode')} s{PERSON}"
    key = Key("starter", (), shown, "starts the round", "Who begins the round", "floor", "person")

    def act(person: str, hand: object) -> None:
        board.act(commands.ArrangeRound(starter=person))

    board.enter_mode(PickMode(key, "The round begins with", act, board.view))


def turn_round(board: "Board") -> None:
    """The round goes the other way."""
    point = running_point(board)
    if point is not None:
        board.act(commands.ArrangeRound(backwards=not point.backwards))


def limit_turns(board: "Board") -> None:
    """Ask how many minutes a turn may take."""

    def act(minutes: int) -> None:
        if minutes > LIMIT_MOST:
            board.refuse(f"A turn can be limited to {LIMIT_MOST} minutes at most; longer is a presentation.")
        else:
            board.act(commands.LimitTurns(minutes * 60))

    if running_point(board) is not None:
        hint = f"minutes, 1 to {LIMIT_MOST}; 0 takes the limit away. Only the board says when it is passed."
        board.enter_mode(NumberMode(f"{board.keys.shown('mode')} l", "A turn may take", hint, act, LIMIT_MOST))
