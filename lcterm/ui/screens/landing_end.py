"""When it shall end: typed while the landing plan is looked at."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from lcterm.core.when import MINUTE, ago, clock, local, to_ms
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.line_modes import NOTHING_CHOSEN, Lapsed, hinted, refused
from lcterm.ui.view import View

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LATEST_MINUTES = 12 * 60
"""An end further away than this is a slip of the finger."""


class EndMode:
    """When it shall end: a clock time or minutes from now, then Enter; Enter alone is the planned end again."""

    def __init__(self, take: Callable[[int | None], None]) -> None:
        self._take = take
        self.typed = ""
        self.problem = ""

    def press(self, board: "Board", key: str, letter: str) -> None:
        self.problem = ""
        if key == "escape":
            board.leave_mode()
            return
        if key == "enter":
            end = read_end(self.typed, board.view) if self.typed else None
            if end is not None or not self.typed:
                self._take(end)
                board.leave_mode()
                return
            self.problem = f"{self.typed} is no time within twelve hours; write 1645 or 90."
        elif key == "backspace":
            self.typed = self.typed[:-1]
        elif (letter.isdecimal() or letter == ":") and len(self.typed) < 5:
            self.typed += letter
        board.draw()

    def line(self, view: View, width: int) -> Line:
        asks = [Span(" e ", "chip"), Span(" End when? "), Span(self.typed, "strong"), Span("_", "muted")]
        return row(width, asks)

    def hint(self, view: View, width: int) -> Line:
        if self.problem:
            return refused(width, self.problem)
        if not self.typed:
            planned = clock(view.session.planned_end, view.zone)
            return hinted(width, f"1645: clock time, 90: minutes from now; Enter: {planned}")
        end = read_end(self.typed, view)
        return hinted(width, f"at {clock(end, view.zone)}, in {ago(end - view.now)}" if end is not None else "")

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return [("Enter", "look at it"), ("Esc", "never mind"), ("0–9", "a time, or minutes")]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return Lapsed(NOTHING_CHOSEN, "e")


def read_end(typed: str, view: View) -> int | None:
    """Wall ms of `16:45`, `1645`, or so many minutes from now, to the minute; None where that is no time in the next
    twelve hours."""
    if found := re.fullmatch(r"(\d{1,2}):?(\d\d)", typed) if ":" in typed or len(typed) > 3 else None:
        if int(found[1]) > 23 or int(found[2]) > 59:
            return None
        today = local(view.now, view.zone).replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
        end = to_ms(today) if to_ms(today) > view.now else to_ms(today + timedelta(days=1))
        return end if end - view.now <= LATEST_MINUTES * MINUTE else None
    if not typed.isdecimal() or len(typed) > 3 or not 0 < int(typed) <= LATEST_MINUTES:
        return None
    return round(view.now / MINUTE + int(typed)) * MINUTE
