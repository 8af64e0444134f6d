"""What each key of the board does: a command for the desk, a mode of the line, or another look."""

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from lcterm.core import commands
from lcterm.core.commands import AnyCommand
from lcterm.core.events import HandKind
from lcterm.core.voices import Order
from lcterm.ui.keys import Key
from lcterm.ui.point_offers import open_offer
from lcterm.ui.screens import floor_keys, floor_modes
from lcterm.ui.screens.line_modes import LeaveMode, NumberMode
from lcterm.ui.screens.pick_mode import PickMode
from lcterm.ui.screens.watching import turned_away

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

ORDERS: tuple[Order, ...] = get_args(Order)
AGAIN_MS = 1000
"""A second *next* within this time is a slip of the finger, not a wish."""

PICKS: dict[str, tuple[str, Callable[[str, HandKind | None], AnyCommand]]] = {
    "hand": ("Hand up for", lambda person, hand: commands.RaiseHand(person, hand)),
    "spoke": ("Spoke just now:", lambda person, hand: commands.NoteSpoke(person)),
    "give": ("The floor to", lambda person, hand: commands.GiveFloor(person)),
    "interject": ("A short question by", lambda person, hand: commands.Interject(person)),
    "withdraw": ("Hand down for", lambda person, hand: commands.WithdrawHand(person)),
    "arrive": ("Arrives:", lambda person, hand: commands.Arrive(person)),
    "leave": ("Leaves:", lambda person, hand: commands.Leave(person)),
    "listen": ("Keeps to listening:", lambda person, hand: commands.KeepToListening(person)),
}

PLAIN: dict[str, AnyCommand] = {
    "free": commands.FreeFloor(),
    "reopen": commands.ReopenTurn(),
    "pass": commands.PassRound(),
    "back": commands.PreviousPoint(),
    "longer": commands.ExtendPoint(1),
    "shorter": commands.ExtendPoint(-1),
    "longer-5": commands.ExtendPoint(5),
    "shorter-5": commands.ExtendPoint(-5),
    "undo": commands.Undo(),
    "redo": commands.Redo(),
}


def do_key(board: "Board", key: Key) -> None:
    """Do what the key means."""
    if turned_away(board, key.id):
        return
    if key.id in PLAIN:
        board.act(PLAIN[key.id])
    elif key.id in PICKS:
        _pick(board, key)
    else:
        OTHERS[key.id](board)
    if board.tour is not None:
        board.tour.did(board, key.id)


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
    if (said := board.heard.just_gone_on()) is not None:
        board.message = said
        board.draw()
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


def _jump(board: "Board") -> None:
    points = len(board.view.session.points)
    key, act = board.keys.shown("jump"), lambda number: board.act(commands.JumpToPoint(number))
    board.enter_mode(NumberMode(key, "Go to point", f"1 to {points}", act, points))


def _late(board: "Board") -> None:
    point = board.view.session.point
    if point is None:
        board.refuse("Nothing is running yet.", ("clock", "starts the clock"))
        return
    board.enter_mode(
        NumberMode(
            board.keys.shown("late"),
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
        board.refuse("The room can read along, and the summary is not for the room.", ("veil", "lifts the veil"))
    else:
        board.open_large("summary")


def _quit(board: "Board") -> None:
    board.enter_mode(LeaveMode(board.unsaved))


def _landing(board: "Board") -> None:
    from lcterm.ui.screens.landing import open_landing

    open_landing(board)


def _strike(board: "Board") -> None:
    from lcterm.ui.screens.striking import open_striking

    open_striking(board)


def _room(board: "Board") -> None:
    from lcterm.ui.screens.room_choice import open_room_choice

    open_room_choice(board)


def _care(board: "Board") -> None:
    from lcterm.ui.screens.care import open_care

    open_care(board)


OTHERS: dict[str, Callable[["Board"], None]] = {
    "next-speaker": floor_keys.next_speaker,
    "suggestion": floor_keys.take_suggestion,
    "kinds": floor_keys.sort_by_kind,
    "move-up": lambda board: floor_keys.move_hand(board, -1),
    "move-down": lambda board: floor_keys.move_hand(board, 1),
    "line": floor_keys.mark_line,
    "hand-over": floor_keys.hand_over,
    "landing": _landing,
    "care": _care,
    "sentence": lambda board: board.write_sentence(),
    "strike": _strike,
    "room": _room,
    "read-back": lambda board: board.open_large("read-back"),
    "cards": lambda board: board.open_large("cards"),
    "decide": lambda board: board.open_large("decide"),
    "prepare": lambda board: board.open_large("prepare"),
    "since": lambda board: board.open_large("since"),
    "so-far": lambda board: board.open_large("so-far"),
    "offer": open_offer,
    "next-point": _next_point,
    "clock": _clock,
    "mode": floor_modes.choose_mode,
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
