"""A line under typing hands whose capture is struck or taken back: it stays open, and is a new line from then on.

Struck words go from the line as well; what was typed behind them stays, and who may read it: a note stays a note.
"""

from typing import TYPE_CHECKING

from lcterm.core.capture_words import LETTER_OF
from lcterm.core.captures import read_line
from lcterm.core.events import CaptureDropped, CaptureStruck, Undone
from lcterm.core.facts import Fact
from lcterm.core.when import local
from lcterm.store.seats import device_of, seated_of
from lcterm.ui.line import Line, cells
from lcterm.ui.screens.others import full_words
from lcterm.ui.widgets.foot import Message, message_line

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

TOLD_MS = 8000
"""So long what was said of a line stands below it."""
ON_ITS_WAY_MS = 1500
"""Nobody has read it so soon."""
STRICTER = ("facilitators", "room")
"""Who may read less than the group does."""
STRUCK = ("struck this; its words are gone. What you type now is a new line.", "struck this. You type a new line now.")
TAKEN_BACK = ("took this back. What stands here is a new line now.", "took this back. This is a new line.")
NOBODY = (("struck this", "This was struck"), ("took this back", "This was taken back"))
"""The same where it is not another seat's doing, or nobody knows whose."""


def rest_of(board: "Board", typed: str, stored: str, *, struck: bool) -> str:
    """What stays in the line as a new one: all that was typed, if anything was changed; where the words were struck
    only whole words behind them. Nobody reads it for whom the line was not."""
    if not struck and typed != stored:
        return typed
    behind = typed.removeprefix(stored) if struck and typed.startswith(stored) else ""
    if not behind.startswith(" "):  # the end of a word that is gone
        behind = behind.partition(" ")[2]
    behind = behind.lstrip()
    before = read_line(stored, board.view.people, local(board.view.now, board.view.zone).date()).words
    if not behind and before.audience not in STRICTER:
        return ""
    to = f">{before.audience} " if before.audience == "room" else ""
    return f"{LETTER_OF[before.kind]} {to}{behind}"


class Told:
    """What is said below a line for a while, whatever is typed in it."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._message = Message()
        self._at, self._line = 0, ""

    def say(self, message: Message, line: str = "") -> None:
        """Say this; if of a `line`, an Enter that was on its way does nothing to it."""
        self._message, self._at, self._line = message, self._board.clock.boottime(), line

    def over(self) -> None:
        """Another line begins."""
        self._message = Message()

    def row(self, width: int) -> Line:
        """The row that says it, while it is said."""
        stands = self._message.text and self._board.clock.boottime() < self._at + TOLD_MS
        return message_line(self._board.view, self._message, width) if stands else ()

    def asks(self, line: str) -> bool:
        """Whether this Enter was on its way when it was said, so that it takes another one."""
        before, self._line = self._line, ""
        return line != "" and before == line and self._board.clock.boottime() < self._at + ON_ITS_WAY_MS


def lost_words(board: "Board", capture: str, *, struck: bool) -> Message:
    """That the line is a new one now, and which seat has seen to it, in as many words as there is room for."""
    who = _whose_doing(board, capture)
    texts = STRUCK if struck else TAKEN_BACK
    said = [f"{who} {text}" for text in texts]
    if not who:
        verb, passive = NOBODY[0 if struck else 1]
        said = [text.replace(verb, passive, 1) for text in texts]
    room = board.grid.message.w - 4
    return Message("!", next((text for text in said if cells(text) <= room), said[-1]), private=True)


def _whose_doing(board: "Board", capture: str) -> str:
    """The seat that took it away, as the sentence begins; "" for this one, or where none is known."""
    place = board.desk.session.place
    actor = next((fact.actor for fact in reversed(board.desk.session.log.facts) if _takes(fact, capture)), place.actor)
    if actor == place.actor:
        return ""
    seated = seated_of(actor) if device_of(actor) == device_of(place.actor) else None
    words = full_words(seated) if seated is not None else "another laptop"
    return f"{words[0].upper()}{words[1:]}"


def _takes(fact: Fact, capture: str) -> bool:
    match fact.event:
        case CaptureStruck(capture=id, also=also):
            return capture in (id, *also)
        case CaptureDropped(capture=id):
            return id == capture
        case Undone(writer=writer, seq=seq):
            return f"{writer}-{seq}" == capture
        case _:
            return False
