"""Two seats that change the same thing at once: neither is overwritten without a word."""

from itertools import takewhile
from typing import TYPE_CHECKING

from lcterm.core.events import AnyEvent, CaptureEdited, Words
from lcterm.core.mending import Together, part_reads, together
from lcterm.store.seats import called
from lcterm.ui.line import Line, Span, cells, cut, row

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

ROOMY = 76
"""Cells from which on it is said in full what has happened."""
KEEPS = "Enter again keeps yours."
NOTHING = "nothing"
"""What something reads that was emptied."""
GONE = "Another seat took that away meanwhile; what you typed is for nothing else."


def changed_words(now: str, width: int, mine: str = "") -> str:
    """That something was changed while somebody typed, how it reads now, and what Enter does, for a row so wide.
    `mine`: what was typed; where there is little room it begins with what differs from that."""
    lead = "Changed meanwhile, now reads: " if width >= ROOMY else "Changed to: "
    reads = now.rstrip(".") or NOTHING
    room = max(1, width - cells(f"{lead}. {KEEPS}") - 4)
    return f"{lead}{cut(_from_where_it_differs(reads, mine, room), room)}. {KEEPS}"


def _from_where_it_differs(reads: str, mine: str, room: int) -> str:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reads, mine, strict=False)))
    if cells(reads) <= room or same < room // 2:
        return reads
    return f"…{reads[reads.rfind(' ', 0, same) + 1 :]}"


class Clash:
    """What captures read when somebody began to mend them here, and what comes of it when others changed them too."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._known: dict[str, Words] = {}
        self._seen: dict[str, Words] = {}
        """What was asked about: how it read then."""
        self._asked = ("", "")
        self._mine = Words(kind="learning", text="")
        self._kept = ""

    def _reads(self, capture: str) -> Words | None:
        held = self._board.desk.meeting.session.captures.get(capture)
        return held.words if held is not None else None

    def begin(self, capture: str, *, goes_on: bool = False) -> None:
        """Somebody begins to mend this capture, or goes on with what was left of that earlier."""
        words = self._reads(capture)
        self._asked = ("", "")
        if words is not None and not (goes_on and capture in self._known):
            self._known[capture] = words
            self._seen.pop(capture, None)

    def _both(self, capture: str, words: Words) -> Together:
        now = self._reads(capture)
        return together(self._known.get(capture, words), words, now) if now is not None else Together(words)

    def asks(self, capture: str, words: Words, line: str) -> bool:
        """Whether Enter must be pressed once more before the capture reads like this, because another seat has changed
        the same part of it since; `line` is what stands in the line."""
        now = self._reads(capture)
        if now is None or now == self._seen.get(capture) or not self._both(capture, words).clashing:
            return False
        self._seen[capture], self._asked, self._mine = now, (capture, line), words
        return True

    def together(self, capture: str, words: Words) -> Words:
        """What the capture reads then: these words, with what another seat alone changed of them since."""
        both, now = self._both(capture, words), self._reads(capture)
        self._kept = ""
        if both.taken and now is not None and both.words != now:
            parts = [part_reads(part, now, self._board.view.people) for part in both.taken if part != "text"]
            parts += ["the words"] if "text" in both.taken else []
            self._kept = f"Kept; from {self._whose(capture)}: {', '.join(parts)}."
        return both.words

    def _whose(self, capture: str) -> str:
        """The seat that changed it last."""
        log, own = self._board.desk.session.log, self._board.desk.session.place.actor
        facts = (fact for fact in reversed(log.facts) if fact.actor != own and isinstance(fact.event, CaptureEdited))
        last = next((fact.actor for fact in facts if _mends(fact.event, capture)), "")
        return called(last, own)

    def tell(self) -> None:
        """It is kept: say so where it was put together."""
        said, self._kept = self._kept, ""
        if said:
            self._board.heard.reword(said)

    def words(self, width: int) -> str:
        """What is asked then, for a row so wide: the parts that both have changed, as they read now, who may read it
        first; under the veil not what they read."""
        capture, line = self._asked
        now = self._reads(capture)
        if now is None or self._board.veiled:
            return f"Changed meanwhile by another seat. {KEEPS}" if width >= ROOMY else f"Changed meanwhile. {KEEPS}"
        parts = self._both(capture, self._mine).clashing
        first = ", ".join(part_reads(part, now, self._board.view.people) for part in parts if part != "text")
        text = part_reads("text", now, self._board.view.people) if "text" in parts else ""
        return changed_words(", ".join(filter(None, (first, text))), width, f"{first}, {line}" if first else line)

    def row(self, line: str, width: int) -> Line:
        """The row below the line while that is asked of what stands in it; else nothing."""
        if not line or line != self._asked[1]:
            return ()
        return row(width, [Span(" !  ", "soon-bold"), Span(self.words(width), "text")])

    def also(self, capture: str) -> list[Span]:
        """That another seat mends the same capture now."""
        seat = self._board.others.changing.get(capture, "") if capture else ""
        return [Span(f"{seat} changes it too", "turn"), Span(" · ", "muted")] if seat else []


def _mends(event: AnyEvent, capture: str) -> bool:
    return isinstance(event, CaptureEdited) and event.capture == capture
