"""The invitation to the next session: read, then handed on as a mail, with a calendar file beside it."""

from typing import TYPE_CHECKING

from lcterm.core.refusal import Refused
from lcterm.documents.inviting import MAIL, Invitation, invitation_to_next, keep_calendar, kept_in
from lcterm.store.paths import shown
from lcterm.ui.line import Span, path_rows
from lcterm.ui.page import Page
from lcterm.ui.screens.reading import Reading, Written

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

CALENDAR = "The calendar file, to be sent with it:"


class Inviting(Reading):
    """Enter puts the mail on the clipboard, and writes the calendar file; then it says where that lies."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board, "Invitation", "invitation", self._write_mail)
        self._invitation: Invitation | None = None
        self._calendar = ""

    def _write_mail(self) -> Written:
        desk = self.board.desk
        community = desk.meeting.community
        self._invitation = found = invitation_to_next(desk.home, community, desk.now())
        return Written(found.text, kept_in(desk.home, community.id, found.session.id, MAIL))

    def page(self, width: int, height: int) -> Page:
        page = super().page(width, height)
        if not self._calendar:
            return page
        return page._replace(
            lines=[
                (Span(CALENDAR, "bold"),),
                *((Span(part),) for part in path_rows(self._calendar, width)),
                *page.lines,
            ]
        )

    def _told(self, sign: str, line: str) -> None:
        super()._told(sign, line)
        if sign == "✓" and self._invitation is not None:
            self.run_worker(self._write_calendar, name="calendar", thread=True)

    def _write_calendar(self) -> None:
        assert self._invitation is not None
        try:
            path = keep_calendar(self.board.desk.home, self.board.clock, self._invitation)
        except Refused as refused:
            self.app.call_later(super()._told, "!", refused.reason)
            return
        self.app.call_later(self._lies, shown(path))

    def _lies(self, path: str) -> None:
        self._calendar, self.top = path, 0
        self.board.desk.poll()
        if self.is_running:
            self.draw()


def open_invitation(board: "Board") -> None:
    """The invitation, from the board or from the page of a community."""
    board.app.push_screen(Inviting(board))
