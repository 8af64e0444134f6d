"""Striking a capture: which one, that it is for good, and then its words are gone, from the disk too."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.core.audience import readable
from lcterm.core.events import CaptureDropped, CaptureStruck, SessionEnded, SessionEvent, Undone
from lcterm.core.kept_captures import has_words, off_the_list
from lcterm.core.session import Capture
from lcterm.core.when import clock
from lcterm.store.desk import Outcome
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, cells, row
from lcterm.ui.screens.line_modes import Lapsed
from lcterm.ui.view import View
from lcterm.ui.widgets.foot import UNDO, Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

AFTERWARDS = (("summary", "the summary"), ("undo", "opens it again"), ("palette", "reflect"))
"""The ways on from a session that is over."""
OFFER = ("strike", "strikes it from the disk too")
"""What the message row offers when a capture was taken back or dropped: its words still stand in the log."""
ONCE = "Enter twice strikes it: the words go, from the disk too, and nothing brings them back."
ONCE_SHORT = "Enter twice strikes it, from the disk too; no way back."
TWICE = (
    "Not struck yet: Enter once more and the words are gone, from the disk too.",
    "Not struck yet: Enter once more and the words go.",
    "Not struck yet: Enter once more.",
)
"""What is said between the two, in as many words as there is room for."""
NOT_STRUCK = "Nothing was struck."
APART_MS = 300
"""Two presses of Enter lie so far apart at least; those of a key that is held down do not."""
WAYS = (("Esc", "leave it"), ("Enter", "strike"), ("↑ ↓", "choose"))


def open_striking(board: "Board") -> None:
    """Ask which capture; the latest is chosen first, or the one that was just taken back or dropped."""
    listed, off = _to_strike(board)
    if not listed and not off:
        board.refuse("Nothing is written down yet, so there is nothing to strike.", ("capture", "starts a line"))
        return
    ids = [one.id for one in (*listed, *off)]
    offered = board.offered if OFFER in board.message.way_back else ""
    chosen = offered if offered in ids else ids[len(listed) - 1] if listed else ids[-1]
    board.enter_mode(StrikeMode(listed, off, chosen))


def _to_strike(board: "Board") -> tuple[list[Capture], Sequence[Capture]]:
    """What stands on the list, and what is off it while its words stay in the log."""
    session = board.desk.meeting.session
    return readable("facilitators", session), off_the_list(board.desk.session.log.facts, session)


def follow(board: "Board") -> None:
    """Somebody acted, perhaps at another seat: words that are struck, or no longer for this seat, are not asked about,
    and do not come back by the line."""
    board.writing.follow()
    mode = board.keyboard.mode
    if isinstance(mode, StrikeMode) and not mode.follow(*_to_strike(board)):
        board.leave_mode(draw=False)
        board.message = Message("", NOT_STRUCK)


def told(board: "Board", outcome: Outcome) -> Message:
    """What the message row says of an act, and the ways back: of a capture that has left the list also that its words
    can go for good; of the end of a session the ways on."""
    if isinstance(outcome.event, SessionEnded) and board.desk.meeting.session.status == "closed":
        return Message("✓", outcome.text, AFTERWARDS)
    off = _off_by(board, outcome.event)
    board.offered = off.id if off is not None else ""
    if outcome.together > 1:
        return _taken_back_together(board, outcome)
    undo = () if isinstance(outcome.event, Undone | CaptureStruck) else UNDO
    return Message("✓", outcome.text, (*undo, OFFER) if off is not None else undo, outcome.private)


def _taken_back_together(board: "Board", outcome: Outcome) -> Message:
    """An undo that took acts of other seats with it: how many goes before which, and it says what brings them back."""
    way = ("redo", f"brings {'both' if outcome.together == 2 else 'all'} back")
    needed = cells(f" ✓  {outcome.text}   {board.keys.shown('redo')} {way[1]}")
    text = outcome.text if needed <= board.grid.message.w else outcome.brief
    return Message("✓", text, (way,), outcome.private)


def _off_by(board: "Board", event: SessionEvent | None) -> Capture | None:
    """The capture that this act took off the list while its words stay in the log; None for any other act."""
    log = board.desk.session.log
    match event:
        case CaptureDropped(capture=id):
            pass
        case Undone(writer=writer, seq=seq):
            id = f"{writer}-{seq}"
            undone = log.fact(id)
            if undone is None or not has_words(undone.event):  # most acts have none; the log may be long
                return None
        case _:
            return None
    return next((one for one in off_the_list(log.facts, board.desk.meeting.session) if one.id == id), None)


def strike_rows(
    view: View, capture: Capture, width: int, key: str, *, armed: bool, off: bool = False
) -> tuple[Line, Line]:
    """The line that names what would go, and the row that says what Enter does. Under the veil only kind and time; the
    words of a note that was taken back stay with whoever wrote it."""
    words = capture.words
    kind = Span(f"{words.kind} {clock(capture.at, view.zone)}")
    hidden = view.veiled or (off and words.audience == "facilitators")
    text = [] if hidden else [Span(f"  {words.text}", "strong")]
    where = [Span(", off the list", "muted")] if off else []
    line = row(width, [Span(f" {key} ", "chip"), Span(" Strike "), kind, *where, *text])
    if armed:
        twice = next((text for text in TWICE if len(text) + 4 <= width), TWICE[-1])
        return line, row(width, [Span(" !  ", "soon-bold"), Span(twice, "strong")])
    once = ONCE if width >= len(ONCE) + 4 else ONCE_SHORT
    return line, row(width, [Span("    "), Span("Enter", "bold"), Span(once.removeprefix("Enter"), "text")])


class StrikeMode:
    """The line of the board while it is asked which capture shall go. Enter asks once more, Enter again strikes."""

    def __init__(self, listed: Sequence[Capture], off: Sequence[Capture], chosen: str) -> None:
        self._choice = [*listed, *off]
        self._off = {one.id for one in off}
        self._place = next(place for place, one in enumerate(self._choice) if one.id == chosen)
        self.armed = False
        self._entered = 0

    def follow(self, listed: Sequence[Capture], off: Sequence[Capture]) -> bool:
        """Ask about these from now on; whether there are any. Where the chosen one has gone, a neighbour is chosen."""
        before, self._choice = self.capture.id, [*listed, *off]
        self._off = {one.id for one in off}
        ids = [one.id for one in self._choice]
        self.armed = self.armed and before in ids
        self._place = ids.index(before) if before in ids else max(0, min(self._place, len(ids) - 1))
        return bool(ids)

    @property
    def capture(self) -> Capture:
        """What is chosen."""
        return self._choice[self._place]

    def press(self, board: "Board", key: str, letter: str) -> None:
        meant = board.keys.by_key(key, letter)
        cares = meant is not None and meant.id == "care"
        if key == "escape" or cares:
            board.leave_mode(draw=False)
            board.say(NOT_STRUCK, sign="")
            if cares:
                board.press(key, letter)
        elif key == "enter" and self.armed:
            self._enter_again(board)
        else:
            step = {"up": -1, "down": 1}.get(key, 0)
            self._place = max(0, min(len(self._choice) - 1, self._place + step))
            self.armed = key == "enter"
            self._entered = board.clock.boottime()
            board.draw()

    def _enter_again(self, board: "Board") -> None:
        """Strike, unless it is the first Enter still."""
        before, self._entered = self._entered, board.clock.boottime()
        if self._entered - before >= APART_MS:
            from lcterm.core.commands import StrikeCapture

            board.leave_mode(draw=False)
            board.act(StrikeCapture(self.capture.id))

    def _rows(self, view: View, width: int) -> tuple[Line, Line]:
        off = self.capture.id in self._off
        return strike_rows(view, self.capture, width, view.keys.shown("strike"), armed=self.armed, off=off)

    def line(self, view: View, width: int) -> Line:
        return self._rows(view, width)[0]

    def hint(self, view: View, width: int) -> Line:
        return self._rows(view, width)[1]

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return WAYS

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return Lapsed(NOT_STRUCK.removesuffix("."), keys.shown("strike"))
