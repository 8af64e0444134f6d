"""What the board notices by itself as time goes by: a point that runs out of time, a clock that somebody set."""

from typing import TYPE_CHECKING

from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

STEP_MS = 2000
"""From here on a difference between the two clocks is a step, not drift."""


class TimeWatch:
    """Looks once a second, and says something once."""

    def __init__(self, board: "Board") -> None:
        self._phase = (board.view.session.running, board.view.phase)
        self._offset = board.clock.now() - board.clock.boottime()

    def look(self, board: "Board") -> None:
        """Compare with the last look."""
        self._look_at_phase(board)
        self._look_at_clock(board)

    def _look_at_phase(self, board: "Board") -> None:
        """When the time of a point runs out the message row says so; the bell rings only if it was asked for."""
        point = board.view.session.point
        before, self._phase = self._phase, (board.view.session.running, board.view.phase)
        if point is None or self._phase == before or before[0] != point.id:
            return
        if board.view.phase == "over":
            ways = (("next-point", "next point"), ("longer", "a minute more"))
            board.message = Message("!", f"{point.plan.title} is over time.", ways)
            board.draw()  # a key may have drawn the new phase already, and then the next tick draws no message
        if board.bell_rings and board.view.phase in ("soon", "close", "over"):
            board.app.bell()

    def _look_at_clock(self, board: "Board") -> None:
        """Say so when somebody set the machine's clock; sleep is no such step."""
        offset = board.clock.now() - board.clock.boottime()
        step, self._offset = offset - self._offset, offset
        if abs(step) > STEP_MS:
            way = "forward" if step > 0 else "back"
            amount = f"{abs(step) // 60_000} min" if abs(step) >= 60_000 else f"{abs(step) // 1000} s"
            board.say(f"This computer's clock went {way} by {amount}; check the time left.", sign="!")
