"""Opening a board on a session that was left, and leaving it: nothing typed is lost in between."""

from typing import TYPE_CHECKING

from lcterm.core.audience import readable
from lcterm.core.session import Session
from lcterm.core.when import day, local
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LONG_MS = 2 * 60 * 60_000
"""A session in which nothing was noted for so long was probably forgotten."""


def come(board: "Board") -> None:
    """What has to be said when the board opens: what was being written, and that the session was never closed."""
    session = board.view.session
    if board.desk.watches:
        return
    writing = board.writing
    if drafts := writing.come_back():
        mending = all(draft.mends in session.captures for draft in drafts)
        text = "The line you were changing is still there." if mending else "What you were writing is still there."
        ways: tuple[tuple[str, str], ...] = (_goes_on(session, drafts[0].mends if mending else ""),)
        if writing.WAY_ON is not None:
            ways = (writing.WAY_ON,) if mending else ()
        board.message = Message("", text, ways, private=True)
    if session.live and board.view.now - session.at > LONG_MS:
        last = local(session.at, board.view.zone)
        text = f"Nothing was noted since {day(last.date())} {last:%H:%M}; was the session not closed?"
        board.message = Message("!", text, (("palette", "end as of then"),))


def _goes_on(session: Session, mends: str) -> tuple[str, str]:
    """The key that opens the line again, which for a capture that is not the last is found among them all."""
    if not mends:
        return ("capture", "goes on with it")
    latest = readable("facilitators", session)[-1:]
    return ("mend", "goes on with it") if any(one.id == mends for one in latest) else ("captures", "shows them all")


def go(board: "Board") -> None:
    """What was being written is there again when the board is next opened."""
    if board.desk.watches:
        return
    board.writing.go()
