"""The unfinished lines of a board on the disk while somebody writes: once a second, never while a key is dealt with."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from lcterm.core.session import Session
from lcterm.store.draft_keeper import DraftKeeper
from lcterm.store.drafts import Draft, take_drafts

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.writing import Writing

EVERY_SECONDS = 1.0
"""So much writing is lost when the power is."""


class LineSaving:
    """What keeps the lines of one board."""

    def __init__(self, board: "Board", writing: "Writing") -> None:
        self._board, self._writing = board, writing
        self._timer: Timer | None = None
        desk, kind = board.desk, writing.LEFT_AT or "board"
        seat = desk.seat.own.name if desk.seat is not None else kind
        self._keeper = DraftKeeper(desk.home, desk.meeting.session.id, seat)

    def take(self, session: Session, *, own: bool = True) -> tuple[Draft, ...]:
        """The lines that were left for whoever holds the facilitator's seat now, held from here on. `own`: also what a
        seat of this one's name held, which was killed then."""
        seat, keeper = self._board.desk.seat, self._keeper
        living = {one.name for one in seat.others()} if seat is not None else set()
        living |= set() if own else {keeper.seat}
        home, left_at = self._board.desk.home, self._writing.LEFT_AT
        taken = take_drafts(home, session.id, session.facilitator, session.struck, left_at, keeper.seat, living)
        if taken:
            keeper.taken()
        return taken

    def begin(self) -> None:
        """Somebody writes: look at the line every so often."""
        if self._timer is None:
            self._timer = self._board.set_interval(EVERY_SECONDS, self.now)

    def now(self) -> None:
        """The lines as they stand, to the disk; this returns at once. Where nobody writes it was the last look."""
        self._keeper.tell(self._writing.drafts())
        if self._timer is not None and not self._writing.active:
            self._timer.stop()
            self._timer = None

    def leave(self) -> None:
        """The board goes; what is unfinished waits for the next."""
        self._keeper.leave(self._writing.drafts())
