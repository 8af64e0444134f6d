"""The seats that a browser can take, and the command behind each.

A link and a browser's ticket are bound to one row of this table, so that the room's link can never become a board.
"""

import sys
from collections.abc import Sequence
from typing import NamedTuple

DRIVER = "lcterm.ui.browser_driver:BrowserDriver"
"""What Textual is told to draw with when the screen is a browser; by it a command knows that it is in one."""

PROGRAM: tuple[str, ...] = (sys.executable, "-P", "-m", "lcterm")
"""How the program for one screen is started: never with what lies in the folder that we happen to be in."""


class Seat(NamedTuple):
    """A kind of seat: its word in addresses and after `--seat`, what it is, what it is called at the start of a
    sentence, the command that draws it."""

    id: str
    what: str
    called: str
    command: tuple[str, ...]


SEATS: tuple[Seat, ...] = (
    Seat("board", "the facilitator's board", "The board", ("run",)),
    Seat("notes", "the co-facilitator's notes", "The notes seat", ("run", "--seat", "notes")),
    Seat("watch", "the board, only to look at", "The watching seat", ("run", "--seat", "watch")),
    Seat("room", "the room's own screen, nothing private", "The room's screen", ("room",)),
)
"""Every seat there is: one more is one more row."""


def wanted_seats(ids: Sequence[str]) -> tuple[Seat, ...]:
    """The seats with these words, each once, in the order of the table; the board where none is named."""
    return tuple(seat for seat in SEATS if seat.id in (ids or ("board",)))


def command_line(seat: Seat, home: str, session: str) -> list[str]:
    """What is started for one screen of this seat: program, home and session are fixed before any browser asks."""
    return [*PROGRAM, "--home", home, *seat.command, session]
