"""Writing a capture on the board: the line has the focus, what is understood stands below it."""

from typing import TYPE_CHECKING

from lcterm.core.captures import Line as Read
from lcterm.core.captures import preview, read_line, write_line
from lcterm.core.commands import EditCapture, WriteCapture
from lcterm.core.when import local
from lcterm.ui.line import Line, Span, row
from lcterm.ui.widgets.capture_input import CaptureInput

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WAYS_OUT = (
    ("Enter", "keep"),
    ("Esc", "leave, text stays"),
    ("Tab", "complete"),
    ("@", "who"),
    ("^", "when"),
    (">", "for whom"),
    ("↑", "earlier"),
)


class Writing:
    """The capture line of a board. The input is made when it is first needed; nothing typed is ever dropped."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._input: CaptureInput | None = None
        self._draft = ""
        self._mends = ""
        self.active = False

    async def open(self, text: str = "", mends: str = "") -> None:
        """Give the line the focus, with this text or the one that was left in it. `mends`: the capture it changes."""
        board = self._board
        if self._input is None:
            self._input = CaptureInput()
            await board.mount(self._input)
        if not mends and self._mends:
            self._mends, text = "", ""
        else:
            self._mends = mends
            text = text or self._draft
        self.active = True
        self._input.password = board.veiled
        self._input.display = True
        self.place()
        self._input.open(text, board.view.people)
        self.focus()
        board.draw()

    def place(self) -> None:
        """Lay the input over the line, right of its key."""
        if self._input is None:
            return
        box = self._board.grid.line
        styles = self._input.styles
        styles.offset, styles.width = (box.x + 5, box.y), max(1, box.w - 6)

    def focus(self) -> None:
        if self._input is not None and self.active:
            self._board.set_focus(self._input)

    def read(self) -> Read:
        """What the line says so far."""
        view = self._board.view
        text = self._input.value if self._input is not None else ""
        return read_line(text, view.people, local(view.now, view.zone).date())

    def keep(self) -> None:
        """Enter: the line becomes a capture, or says what has to be mended first."""
        board, read = self._board, self.read()
        if self._input is None:
            return
        if not self._input.value.strip():
            self.leave()
            return
        if read.problem:
            board.draw()
            return
        words = read.words
        line = self._input.value
        done = board.act(EditCapture(self._mends, words) if self._mends else WriteCapture(words))
        if done:
            self._input.remember(line)
            self._input.value = self._draft = ""
            self._mends = ""
        self.leave(draw=done)

    def leave(self, *, draw: bool = True) -> None:
        """Out of the line; its text stays for the next time."""
        if self._input is not None:
            self._draft = "" if self._mends else self._input.value
            self._input.display = False
        self.active = False
        self._board.set_focus(None)
        if draw:
            self._board.draw()

    async def mend(self, capture: str) -> None:
        """Open a capture again, as the line that reads like it."""
        view = self._board.view
        known = view.session.captures[capture]
        await self.open(write_line(known.words, view.people), mends=capture)

    def line(self, width: int) -> Line:
        return row(width, [Span(" e " if self._mends else " c ", "chip"), Span(" ")])

    def hint(self, width: int) -> Line:
        """What was understood, or what has to be mended. Under the veil only whether it reads well."""
        read, view = self.read(), self._board.view
        if view.veiled:
            return row(width, [Span("    "), Span("not yet" if read.problem else "reads well", "muted")])
        words = preview(read.words, view.names)
        if not read.problem:
            return row(width, [Span("    "), Span(words, "text")])
        if self._input is None or not self._input.value.strip():
            return row(
                width, [Span("    "), Span("its first letter says what it is; without one it is a learning", "muted")]
            )
        return row(width, [Span(" !  ", "soon-bold"), Span(f"{read.problem} Your text stays.", "text")])
