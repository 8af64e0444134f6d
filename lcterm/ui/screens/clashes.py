"""Two seats that change the same thing at once: neither is overwritten without a word."""

from typing import TYPE_CHECKING

from lcterm.core.captures import write_line
from lcterm.core.events import Words
from lcterm.ui.line import Line, Span, cells, cut, row

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

ROOMY = 76
"""Cells from which on it is said in full what has happened."""
KEEPS = "Enter again keeps yours."
NOTHING = "nothing"
"""What something reads that was emptied."""
GONE = "Another seat took that away meanwhile; what you typed is for nothing else."


def changed_words(now: str, width: int) -> str:
    """That something was changed while somebody typed, how it reads now, and what Enter does, for a row so wide."""
    lead = "Changed meanwhile, now reads: " if width >= ROOMY else "Changed to: "
    reads = now.rstrip(".") or NOTHING
    return f"{lead}{cut(reads, max(1, width - cells(f'{lead}. {KEEPS}') - 4))}. {KEEPS}"


class Clash:
    """What captures read when somebody began to mend them here."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._known: dict[str, Words] = {}
        self._asked = ("", "")

    def _reads(self, capture: str) -> Words | None:
        held = self._board.desk.meeting.session.captures.get(capture)
        return held.words if held is not None else None

    def begin(self, capture: str, *, goes_on: bool = False) -> None:
        """Somebody begins to mend this capture, or goes on with what was left of that earlier."""
        words = self._reads(capture)
        self._asked = ("", "")
        if words is not None and not (goes_on and capture in self._known):
            self._known[capture] = words

    def asks(self, capture: str, words: Words, line: str) -> bool:
        """Whether Enter must be pressed once more before the capture reads like this, because another seat has changed
        it since; `line` is what stands in the line."""
        now = self._reads(capture)
        if now is None or now in (words, self._known.get(capture, now)):
            return False
        self._known[capture], self._asked = now, (capture, line)
        return True

    def words(self, width: int) -> str:
        """What is asked then, for a row so wide; under the veil not what it reads."""
        now = self._reads(self._asked[0])
        if now is None or self._board.veiled:
            return f"Changed meanwhile by another seat. {KEEPS}" if width >= ROOMY else f"Changed meanwhile. {KEEPS}"
        return changed_words(write_line(now, self._board.view.people), width)

    def row(self, line: str, width: int) -> Line:
        """The row below the line while that is asked of what stands in it; else nothing."""
        if not line or line != self._asked[1]:
            return ()
        return row(width, [Span(" !  ", "soon-bold"), Span(self.words(width), "text")])

    def also(self, capture: str) -> list[Span]:
        """That another seat mends the same capture now."""
        seat = self._board.others.changing.get(capture, "") if capture else ""
        return [Span(f"{seat} changes it too", "turn"), Span(" · ", "muted")] if seat else []
