"""Keys of the floor that need more than one command: moving a hand, the line, handing over, the suggestion."""

from typing import TYPE_CHECKING

from lcterm.core import commands
from lcterm.core.events import HandKind, Place
from lcterm.core.rounds import next_in_round
from lcterm.ui.line import cells
from lcterm.ui.screens.move_mode import WAYS, MoveMode
from lcterm.ui.screens.pick_mode import Otherwise, PickMode
from lcterm.ui.suggestion import suggested

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

PLACES_AFTER: dict[Place, Place] = {"room": "line", "line": "dropped", "dropped": "line"}
"""What the key of the line makes of a person's place: a line that dropped comes back."""


def next_speaker(board: "Board") -> None:
    """The next in queue or round; in pairs the signal to swap; after a short question back to whom it interrupted."""
    session = board.view.session
    done = board.act(commands.SwapPairs() if session.mode == "pairs" else commands.GiveFloor())
    if not done and session.live and session.mode == "round" and not next_in_round(session):
        _round_over(board)


def _round_over(board: "Board") -> None:
    """What was refused, with the way on, in as many words as there is room for."""
    text, key = board.message.text, board.keys.shown("next-point")
    if cells(f" !  {text}   {key} begins it") <= board.grid.message.w:
        board.refuse(text, ("next-point", "begins it"))
    else:
        board.refuse("Everyone has had their turn in this round.", ("next-point", "goes on"))


def take_suggestion(board: "Board") -> None:
    """The floor to whom the line below the queue suggests."""
    hand = suggested(board.view)
    if hand is not None:
        board.act(commands.GiveFloor(hand.person))
    elif board.veiled:
        board.refuse("Nobody is suggested while the veil is on.", ("veil", "lifts it"))
    else:
        board.refuse("Nobody is suggested: no one who was not heard yet waits behind others.")


def sort_by_kind(board: "Board") -> None:
    """Hands by kind, or in plain order again."""
    board.act(commands.SortByKind(not board.view.session.sorted_by_kind))


def move_hand(board: "Board", by: int) -> None:
    """Ask whose hand, move it, and let more presses go on moving it."""
    if not board.view.session.hands:
        board.refuse("No hand is up, so there is nothing to move.", ("hand", "puts one up"))
        return

    def why_not(person: str) -> str:
        hands = board.desk.meeting.session.hands
        up = any(hand.person == person for hand in hands)
        return "" if up else f"{board.view.name(person)} has no hand up."

    def act(person: str, hand: HandKind | None) -> None:
        board.act(commands.MoveHand(person, by))
        board.enter_mode(MoveMode(board, person))

    key = board.keys[next(id for id, way in WAYS.items() if way == by)]
    title = "Up in line:" if by < 0 else "Down in line:"
    board.enter_mode(PickMode(key, title, act, board.view, why_not=why_not))


def mark_line(board: "Board") -> None:
    """Ask who is on the line, has dropped from it, or is back."""

    def act(person: str, hand: HandKind | None) -> None:
        change_place(board, person, PLACES_AFTER)

    board.enter_mode(PickMode(board.keys["line"], "On the line, or dropped from it:", act, board.view))


def change_place(board: "Board", person: str, after: dict[Place, Place]) -> None:
    """The place that follows the one where this person takes part. Before the start no line can drop yet."""
    voice = board.view.seated.get(person)
    place = after[voice.place] if voice is not None else "line"
    if place == "dropped" and board.view.session.status == "planned":
        place = "room"
    board.act(commands.MarkPlace(person, place))


def hand_over(board: "Board") -> None:
    """Ask who takes the facilitator's seat; Enter alone gives it back to who had it first."""

    def act(person: str, hand: HandKind | None) -> None:
        board.act(commands.PassFacilitation(person))

    back = Otherwise("back to who had it first", lambda: board.act(commands.PassFacilitation("")))
    otherwise = back if board.view.session.facilitator else None
    board.enter_mode(
        PickMode(board.keys["hand-over"], "The facilitator's seat to", act, board.view, otherwise=otherwise)
    )
