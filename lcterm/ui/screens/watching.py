"""A seat that only watches: which keys look, and what is said of those that would change something."""

from typing import TYPE_CHECKING

from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, cells, line_cells, row

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LOOKS = frozenset(
    {
        *("order", "say", "veil", "agenda", "voices", "captures", "read-back", "decide", "summary", "so-far"),
        *("palette", "help", "quit"),
    }
)
"""The ids of the keys that change nothing. Screens that write beside the session stay closed."""
WATCHES = "This seat only watches."
CHIP = " watching "
FULL_SEAT = ("lcterm run", "opens a full seat")
WORDS = (" you see what the others do, and change nothing", " you change nothing", "")
WAYS = (
    ("quit", "leave"),
    ("agenda", "agenda"),
    ("voices", "people"),
    ("captures", "captures"),
    ("say", "say"),
    ("order", "order"),
    ("veil", "veil"),
    ("summary", "summary"),
)


def turned_away(board: "Board", id: str) -> bool:
    """Whether this seat only watches and what the key of this id does is not for it; then so it is said."""
    if not board.desk.watches or id in LOOKS:
        return False
    changes_nothing(board)
    return True


def changes_nothing(board: "Board") -> None:
    """Say that nothing is changed from here, and what is to be done about it."""
    board.refuse(WATCHES, FULL_SEAT)


def watching_line(width: int, beside: Line) -> Line:
    """The line of the board, on which nothing is written from here."""
    room = width - cells(CHIP) - line_cells(beside) - (2 if beside else 0)
    words = next(one for one in WORDS if cells(one) <= max(0, room))
    return row(width, [Span(CHIP, "chip"), Span(words, "muted")], beside if room >= 0 else ())


def watching_ways(keys: KeyTable) -> list[tuple[str, str]]:
    """The footer: the keys that look, of those that are in force."""
    return [(id, words) for id, words in WAYS if keys.shown(id)]
