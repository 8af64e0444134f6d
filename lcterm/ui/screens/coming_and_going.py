"""Opening a board on a session that was left, and leaving it: nothing typed is lost in between."""

from contextlib import suppress
from typing import TYPE_CHECKING

from lcterm.core.when import day, local
from lcterm.store.drafts import keep_draft, take_draft
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LONG_MS = 2 * 60 * 60_000
"""A session in which nothing was noted for so long was probably forgotten."""


def come(board: "Board") -> None:
    """What has to be said when the board opens: what was being written, and that the session was never closed."""
    session = board.view.session
    if draft := take_draft(board.desk.home, session.id):
        board.writing.give_back(draft)
        ways = (("c", "goes on with it"),)
        board.message = Message("", "What you were writing is still there.", ways, private=True)
    if session.live and board.view.now - session.at > LONG_MS:
        last = local(session.at, board.view.zone)
        text = f"Nothing was noted since {day(last.date())} {last:%H:%M}; was the session not closed?"
        board.message = Message("!", text, ((":", "end as of then"),))


def go(board: "Board") -> None:
    """What was being written is there again when the board is next opened."""
    if text := board.writing.unfinished:
        with suppress(OSError):  # the disk has refused more than this by then, and that was said
            keep_draft(board.desk.home, board.view.session.id, text)
