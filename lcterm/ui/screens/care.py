"""Pause with care: one key stops the clocks, clears the room screen to a calm page, and opens this card."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.commands import PauseClock, ResumeClock
from lcterm.core.community_events import ContactsGiven
from lcterm.ui.line import tame
from lcterm.ui.page import Page
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.over_board import OverBoard
from lcterm.ui.widgets.care import care_page
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

GOES_ON = frozenset({"care", "clock"})
"""The ids of the keys that let the session go on; Enter does too."""

STILL_PAUSED = "Paused with care; the room sees a calm page."


def open_care(board: "Board") -> None:
    """Stop the clocks with care, if there are any that run, and open the card over whatever is shown."""
    session = board.desk.meeting.session
    if session.live and not session.care:
        board.act(PauseClock(care=True))
    board.app.push_screen(CareCard(board))


class CareCard(OverBoard):
    """What to say now. For everyone in the room to see: the veil hides nothing of it."""

    TITLE_HERE: ClassVar[str] = "On the care card"

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._draft: dict[str, str] = {}

    @property
    def said(self) -> Message:
        """Only what is amiss: this is no moment to read what happened before."""
        message = self.board.message
        return message if message.sign == "!" else Message()

    @property
    def paused(self) -> bool:
        """Whether there are clocks that stand still."""
        return self.desk.meeting.session.status == "paused"

    def page(self, width: int, height: int) -> Page:
        live = self.desk.meeting.session.live
        state = "all clocks stand still" if self.paused else "the clocks run" if live else "no clock is running"
        return care_page(self.desk.meeting.community.contacts, state, width, height)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def press(self, key: str, letter: str) -> None:
        meant = self.keys.by_key(key, letter)
        if key == "escape":
            self._stay_paused()
        elif key == "enter" or (meant is not None and meant.id in GOES_ON):
            self.go_on()
        elif letter == "e":
            self.enter_contacts()
        elif self.roll(key) or meant is None:
            return
        elif meant.id == "veil":
            do_key(self.board, meant)
            self.draw()
        elif meant.id == "palette":
            self.board.open_palette()
        elif meant.id == "help":
            self.open_help()

    def go_on(self) -> None:
        """Let the clocks go on, and back to where the card was opened."""
        if not self.is_active:
            return
        if self.paused:
            self.board.act(ResumeClock())
        self.back()

    def _stay_paused(self) -> None:
        if self.paused and self.is_active:
            self.board.message = Message("", STILL_PAUSED, (("clock", "goes on"), ("care", "the card")))
        self.back()

    def enter_contacts(self) -> None:
        """Whom to turn to, one a line."""
        from lcterm.ui.screens.contacts import Contacts

        community = self.desk.meeting.community

        def keep(contacts: tuple[str, ...]) -> None:
            if contacts != community.contacts:
                self.desk.record_of_community(ContactsGiven(contacts=contacts))

        self.app.push_screen(
            Contacts(tame(community.name), community.contacts, keep, self._draft), lambda _: self.draw()
        )

    def ways(self) -> Sequence[Way]:
        go_on = "go on" if self.paused else "back"
        return (
            way("care", go_on) if self.keys.shown("care") else Way("enter", "Enter", go_on),
            Way("escape", "Esc", "stay paused" if self.paused else "back"),
            Way("e", "e", "contacts"),
            *([Way("pagedown", "↑ ↓", "more")] if self.laid.above or self.laid.below else []),
            way("veil"),
        )
