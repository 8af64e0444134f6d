"""What each key of the board does: a command for the desk, a mode of the line, or another look."""

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from lcterm.core import commands
from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import AnyCommand
from lcterm.core.events import HandKind
from lcterm.core.voices import Order
from lcterm.ui.keys import Key
from lcterm.ui.screens.line_modes import ChoiceMode, LeaveMode, NumberMode, PickMode

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

ORDERS: tuple[Order, ...] = get_args(Order)
AGAIN_MS = 1000
"""A second *next* within this time is a slip of the finger, not a wish."""

PICKS: dict[str, tuple[str, Callable[[str, HandKind], AnyCommand]]] = {
    "hand": ("Hand up for", lambda person, hand: commands.RaiseHand(person, hand)),
    "spoke": ("Spoke just now:", lambda person, hand: commands.NoteSpoke(person)),
    "give": ("The floor to", lambda person, hand: commands.GiveFloor(person)),
    "withdraw": ("Hand down for", lambda person, hand: commands.WithdrawHand(person)),
    "arrive": ("Arrives:", lambda person, hand: commands.Arrive(person)),
    "leave": ("Leaves:", lambda person, hand: commands.Leave(person)),
    "listen": ("Keeps to listening:", lambda person, hand: commands.KeepToListening(person)),
}

PLAIN: dict[str, AnyCommand] = {
    "next-speaker": commands.GiveFloor(),
    "free": commands.FreeFloor(),
    "pass": commands.PassRound(),
    "back": commands.PreviousPoint(),
    "longer": commands.ExtendPoint(1),
    "shorter": commands.ExtendPoint(-1),
    "longer-5": commands.ExtendPoint(5),
    "shorter-5": commands.ExtendPoint(-5),
    "undo": commands.Undo(),
    "redo": commands.Redo(),
}

MODE_LETTERS: tuple[tuple[str, Mode], ...] = (
    ("r", "round"),
    ("q", "queue"),
    ("o", "open"),
    ("p", "presenter"),
    ("n", "none"),
)


def do_key(board: "Board", key: Key) -> None:
    """Do what the key means."""
    if key.id in PLAIN:
        board.act(PLAIN[key.id])
    elif key.id in PICKS:
        _pick(board, key)
    else:
        OTHERS[key.id](board)


def _pick(board: "Board", key: Key) -> None:
    title, command = PICKS[key.id]
    board.enter_mode(
        PickMode(
            key,
            title,
            lambda person, hand: board.act(command(person, hand)),
            board.view,
            kinds=key.id == "hand",
        )
    )


def _next_point(board: "Board") -> None:
    now = board.clock.boottime()
    if board.last_next is not None and now - board.last_next < AGAIN_MS:
        board.say("Twice within a second counts once.", sign="")
        return
    if board.act(commands.NextPoint()):
        board.last_next = now


def _clock(board: "Board") -> None:
    match board.view.session.status:
        case "planned":
            board.act(commands.StartSession())
        case "running":
            board.act(commands.PauseClock())
        case "paused" | "closed":
            board.act(commands.ResumeClock())


def _mode(board: "Board") -> None:
    point = board.view.session.point
    if point is None:
        board.refuse("Nothing is running, so nobody has the floor.")
        return

    def change(mode: Mode) -> Callable[[], object]:
        return lambda: board.act(commands.ChangeMode(mode))

    def queue() -> None:
        board.act(commands.CloseQueue() if point.queue_open else commands.OpenQueue())

    list_words = "close the list" if point.queue_open else "open the list"
    choices: list[tuple[str, str, Callable[[], object]]] = [
        (letter, mode, change(mode)) for letter, mode in MODE_LETTERS
    ]
    board.enter_mode(ChoiceMode("m", "The floor is", [*choices, ("c", list_words, queue)]))


def _jump(board: "Board") -> None:
    points = len(board.view.session.points)
    board.enter_mode(
        NumberMode("j", "Go to point", f"1 to {points}", lambda number: board.act(commands.JumpToPoint(number)), points)
    )


def _late(board: "Board") -> None:
    point = board.view.session.point
    if point is None:
        board.refuse("Nothing is running yet.", ("t", "starts the clock"))
        return
    board.enter_mode(
        NumberMode(
            "z",
            f"{point.plan.title} began how many minutes ago?",
            "its time and the time before it are put right",
            lambda number: board.act(commands.BeganEarlier(number)),
            999,
        )
    )


def _order(board: "Board") -> None:
    board.order = ORDERS[(ORDERS.index(board.order) + 1) % len(ORDERS)]
    board.say(f"Voices by {board.order}." if board.order != "quiet first" else "Voices, quiet first.", private=True)


def _veil(board: "Board") -> None:
    board.veiled = not board.veiled
    board.writing.veil()
    board.say("" if board.veiled else "The veil is off.")


def _summary(board: "Board") -> None:
    if board.veiled:
        board.refuse("The room can read along, and the summary is not for the room.", ("v", "lifts the veil"))
    else:
        board.open_large("summary")


def _quit(board: "Board") -> None:
    board.enter_mode(LeaveMode(board.unsaved))


OTHERS: dict[str, Callable[["Board"], None]] = {
    "next-point": _next_point,
    "clock": _clock,
    "mode": _mode,
    "jump": _jump,
    "late": _late,
    "order": _order,
    "veil": _veil,
    "quit": _quit,
    "capture": lambda board: board.write(),
    "mend": lambda board: board.mend_last(),
    "say": lambda board: board.open_sheet("say"),
    "help": lambda board: board.open_sheet("help"),
    "agenda": lambda board: board.open_large("agenda"),
    "voices": lambda board: board.open_large("voices"),
    "captures": lambda board: board.open_large("captures"),
    "summary": _summary,
    "palette": lambda board: board.open_palette(),
}
