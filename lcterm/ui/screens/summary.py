"""The summary, to look at and to hand on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.core.clock import Clock
from lcterm.core.when import MINUTE
from lcterm.documents.summary import Audience
from lcterm.store.desk import Desk
from lcterm.ui.handing_on import hand_on_summary
from lcterm.ui.keys import Key, by_key
from lcterm.ui.line import Line, Span, cells, title_line, wrap
from lcterm.ui.page import Page
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.framed import Framed
from lcterm.ui.view import View, view_of
from lcterm.ui.widgets.foot import HELP, Message
from lcterm.ui.widgets.summary_page import summary_page
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

TITLE_HERE = "With this summary"
HIDDEN = "The room can read along, and the summary is not for the room. Enter hands the group's on all the same."
MESSAGE_INDENT = 4
"""Cells before the text of the message row."""


class SummaryScreen(Framed):
    """The group's summary; `f` shows the facilitators'. Enter hands on what is shown. Under the veil nothing of it is
    to be read, and what is handed on is the group's.

    `board`: the board it was opened from, None where a session is looked at from elsewhere.
    """

    def __init__(self, desk: Desk, clock: Clock, veiled: bool = False, board: "Board | None" = None) -> None:
        super().__init__(desk)
        self.clock = clock
        self.board = board
        self.audience: Audience = "group"
        self.message = Message()
        self.busy = False
        self._veiled = veiled
        self._kept: tuple[tuple[object, ...], Page] | None = None

    @property
    def veiled(self) -> bool:
        """Whether the room can read along."""
        return self.board.veiled if self.board is not None else self._veiled

    @property
    def said(self) -> Message:
        return self.message

    @property
    def unsaved(self) -> str:
        return self.board.unsaved if self.board is not None else ""

    @property
    def closing(self) -> Line:
        return HELP if self.board is not None else ()

    def look(self) -> View:
        return view_of(self.desk.meeting, self.desk.now(), veiled=self.veiled)

    def page(self, width: int, height: int) -> Page:
        if self.veiled:
            self.audience = "group"
            hidden = [(Span(part, "muted"),) for part in wrap(HIDDEN, width)]
            return Page([title_line(width, "Summary"), *self._in_full(width)], hidden)
        made_of = (self.desk.meeting, self.view.now // MINUTE, self.audience, width)
        if self._kept is None or self._kept[0] != made_of:
            self._kept = (made_of, summary_page(self.desk.meeting, self.view.now, self.audience, width))
        page = self._kept[1]
        return page._replace(head=[*page.head, *self._in_full(width)])

    def _in_full(self, width: int) -> list[Line]:
        """What became of it, where the message row has no room for it: the name of a file is no use in part."""
        if MESSAGE_INDENT + cells(self.message.text) <= width:
            return []
        look = "soon" if self.message.sign == "!" else "turn"
        return [(Span(part, look),) for part in wrap(self.message.text, width)]

    def press(self, key: str, letter: str) -> None:
        meant = by_key(key, letter)
        if key == "escape" or letter == "4":
            self.back()
        elif key == "enter" or letter == "c":
            self.hand_on()
        elif letter == "f":
            self.switch()
        elif not self.roll(key) and meant is not None and self.board is not None:
            self._by_table(meant, self.board)

    def _by_table(self, key: Key, board: "Board") -> None:
        if key.id == "veil":
            do_key(board, key)
            self.draw()
        elif key.id == "palette":
            board.open_palette()
        elif key.id == "help":
            from lcterm.ui.screens.sheet import sheet

            self.app.push_screen(sheet("help", board, TITLE_HERE, self.ways()))

    def switch(self) -> None:
        """The other readers' summary."""
        if self.veiled:
            self.message = Message("!", "The facilitators' summary stays hidden while the veil is on.")
        else:
            self.audience = "facilitators" if self.audience == "group" else "group"
            self.message, self.top = Message(), 0
        self.draw()

    def hand_on(self) -> None:
        """What is shown, as it stands now, into the file and onto the clipboard."""
        if self.busy:
            return
        self.busy = True
        self.message = Message("", "On its way to the clipboard and into a file …")
        self.desk.poll()
        self.draw()
        hand_on_summary(self.app, self.desk, self.audience, self.told)

    def told(self, sign: str, line: str) -> None:
        """What became of it: said here, or on the board if this screen was left meanwhile."""
        self.busy = False
        self.message = Message(sign, line)
        if self.is_attached:
            self.draw()
        elif self.board is not None:
            self.board.say(line, sign=sign)

    def ways(self) -> Sequence[Way]:
        other = "for the facilitators" if self.audience == "group" else "for the group"
        hidden = self.laid.above or self.laid.below
        return (
            Way("escape", "Esc", "back"),
            Way("enter", "Enter", "to the clipboard and a file"),
            *([] if self.veiled else [Way("f", "f", other)]),
            *([Way("pagedown", "↑ ↓", "more")] if hidden else []),
        )
