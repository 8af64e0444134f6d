"""The summary, to look at and to hand on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.core.clock import Clock
from lcterm.core.when import MINUTE
from lcterm.documents.summary import Audience, Form
from lcterm.store.desk import Desk
from lcterm.store.seats import Doing
from lcterm.ui.handing_on import came_before, following, hand_on_summary
from lcterm.ui.keys import Key
from lcterm.ui.line import Line, Span, cells, title_line, wrap
from lcterm.ui.page import Page
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.framed import Framed
from lcterm.ui.screens.watching import WATCHES
from lcterm.ui.view import View, view_of
from lcterm.ui.widgets.foot import Message, help_words
from lcterm.ui.widgets.summary_page import FORM_WORDS, summary_page
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

TITLE_HERE = "With this summary"
HIDDEN = "The room can read along, and the summary is not for the room. Enter hands the group's on all the same."
READERS: dict[str, Audience] = {"s": "sponsor", "f": "facilitators"}
"""The letters that show another reader's summary; pressed again, the group's."""
FORMS: tuple[Form, ...] = ("text", "md", "html", "json")
MESSAGE_INDENT = 4
"""Cells before the text of the message row."""


class SummaryScreen(Framed):
    """The group's summary; `s` shows the sponsor's, `f` the facilitators'. Enter hands on what is shown, in the form
    that `m` chose. Under the veil nothing of it is to be read, and what is handed on is the group's.

    `board`: the board it was opened from, None where a session is looked at from elsewhere.
    """

    def __init__(self, desk: Desk, clock: Clock, veiled: bool = False, board: "Board | None" = None) -> None:
        super().__init__(desk)
        self.clock = clock
        self.board = board
        self.audience: Audience = "group"
        self.form: Form = "text"
        self.following = following(desk.home, desk.meeting)
        self.before = came_before(desk.home, desk.meeting)
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
        return help_words(self.keys) if self.board is not None else ()

    def look(self) -> View:
        return view_of(self.desk.meeting, self.desk.now(), veiled=self.veiled)

    def page(self, width: int, height: int) -> Page:
        if self.veiled:
            self.audience = "group"
            hidden = [(Span(part, "muted"),) for part in wrap(HIDDEN, width)]
            return Page([title_line(width, "Summary"), *self._in_full(width)], hidden)
        made_of = (self.desk.meeting, self.view.now // MINUTE, self.audience, self.form, width)
        if self._kept is None or self._kept[0] != made_of:
            around = self.following, self.form, self.before
            page = summary_page(self.desk.meeting, self.view.now, self.audience, width, *around)
            self._kept = (made_of, page)
        page = self._kept[1]
        return page._replace(head=[*page.head, *self._in_full(width)])

    def _in_full(self, width: int) -> list[Line]:
        """What became of it, where the message row has no room for it: the name of a file is no use in part."""
        if MESSAGE_INDENT + cells(self.message.text) <= width:
            return []
        look = "soon" if self.message.sign == "!" else "turn"
        return [(Span(part, look),) for part in wrap(self.message.text, width)]

    def tick(self) -> None:
        if self.board is None:  # nobody else looks at what others write: words may have been struck
            self.desk.poll()
        super().tick()

    def press(self, key: str, letter: str) -> None:
        meant = self.keys.by_key(key, letter)
        if key == "escape" or (meant is not None and meant.id == "summary"):
            self.back()
        elif self.desk.watches and (key == "enter" or letter in ("c", "m", "r")):
            self.message = Message("!", f"{WATCHES} `lcterm summary` hands one on.")
            self.draw()
        elif key == "enter" or letter == "c":
            self.hand_on()
        elif letter in READERS:
            self.switch(READERS[letter])
        elif letter == "m":
            self.change_form()
        elif letter == "r" and self._over:
            self.reflect()
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

    def switch(self, audience: Audience) -> None:
        """The summary for these readers, or from there back to the group's."""
        if self.veiled:
            whose = "The facilitators'" if audience == "facilitators" else "The sponsor's"
            self.message = Message("!", f"{whose} summary stays hidden while the veil is on.")
        else:
            self.audience = "group" if self.audience == audience else audience
            self.message, self.top = Message(), 0
        self.draw()

    def change_form(self) -> None:
        """The next form in which it is handed on."""
        self.form = self._next_form()
        self.message = Message("", f"Enter hands it on as {FORM_WORDS[self.form]}.")
        self.draw()

    @property
    def _over(self) -> bool:
        return self.desk.meeting.session.status == "closed"

    def reflect(self) -> None:
        """The facilitator's own page about a session that is over."""
        from lcterm.ui.screens.reflection import open_reflection

        open_reflection(self.app, self.desk, self.board, self._answered)

    def _answered(self, sign: str, line: str) -> None:
        self.message = Message(sign, line)
        self.draw()

    def _next_form(self) -> Form:
        return FORMS[(FORMS.index(self.form) + 1) % len(FORMS)]

    def hand_on(self) -> None:
        """What is shown, as it stands now, into the file and onto the clipboard."""
        if self.busy:
            return
        self.busy = True
        self.message = Message("", "On its way to the clipboard and into a file …")
        self.desk.poll()
        self.draw()
        hand_on_summary(self.app, self.desk, self.audience, self.told, self.form)

    def told(self, sign: str, line: str) -> None:
        """What became of it: said here, or on the board if this screen was left meanwhile."""
        self.busy = False
        self.message = Message(sign, line)
        if self.is_attached:
            self.draw()
        elif self.board is not None:
            self.board.say(line, sign=sign)

    @property
    def doing(self) -> Doing:
        """What other seats are told of it."""
        return Doing("summary")

    def ways(self) -> Sequence[Way]:
        if self.desk.watches:
            return [one for one in self._all_ways() if one.key in ("escape", "pagedown", *READERS)]
        return self._all_ways()

    def _all_ways(self) -> Sequence[Way]:
        hand_on = "to the clipboard and a file" if self.frame.layout == "wide" else "hand on"
        hidden = self.laid.above or self.laid.below
        return (
            Way("escape", "Esc", "back"),
            Way("enter", "Enter", hand_on),
            *([] if self.veiled else [Way(letter, letter, self._whose(READERS[letter])) for letter in READERS]),
            *([Way("pagedown", "↑ ↓", "more")] if hidden else []),
            Way("m", "m", f"as {FORM_WORDS[self._next_form()]}"),
            *([Way("r", "r", "reflect")] if self._over and not self.veiled else []),
        )

    def _whose(self, audience: Audience) -> str:
        return "group" if audience == self.audience else audience
