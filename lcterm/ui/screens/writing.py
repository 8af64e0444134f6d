"""Writing a capture on the board: the line has the focus, what is understood stands below it."""

from typing import TYPE_CHECKING

from lcterm.core.captures import Line as Read
from lcterm.core.captures import preview, read_line, write_line
from lcterm.core.commands import EditCapture, WriteCapture
from lcterm.core.when import local
from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.plain_board import line_box
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
        self._mends = ""
        self._left: dict[str, str] = {}
        """What was left in the line unfinished, by the capture that it mends, "" for a new one."""
        self._stored = ""
        self.active = False

    @property
    def unfinished(self) -> str:
        """What is in the line, or was left in it, and is kept nowhere else: a new capture, else one being mended."""
        if self.active and self._input is not None and self._input.value != self._stored:
            return self._input.value.strip()
        return self._left.get("", "") or next(iter(self._left.values()), "")

    def give_back(self, text: str) -> None:
        """Put a line that was kept elsewhere back, for the next time it is opened."""
        if text:
            self._left[""] = text

    async def open(self, text: str = "", mends: str = "") -> None:
        """Give the line the focus, with the text that was left in it, else this one. `mends`: the capture it changes,
        which reads as `text`."""
        board = self._board
        if self._input is None:
            self._input = CaptureInput()
            await board.mount(self._input)
        self._mends, self._stored = mends, text
        self.active = True
        self.veil()
        self._input.display = True
        self.place()
        self._input.open(self._left.get(mends, text), board.view.people)
        self.focus()
        board.draw()

    def place(self) -> None:
        """Lay the input over the line, right of its key."""
        if self._input is None:
            return
        box = line_box(self._board.grid)
        styles = self._input.styles
        styles.offset, styles.width = (box.x + 5, box.y), max(1, box.w - 6)

    def veil(self) -> None:
        """Dots instead of what is typed while the veil is on."""
        if self._input is not None:
            self._input.password = self._board.veiled

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
            self._input.value = self._stored = ""
        self.leave(draw=done)

    def leave(self, *, draw: bool = True) -> None:
        """Out of the line; its text stays for the next time."""
        if self._input is not None:
            self._keep_unfinished(self._input.value)
            self._input.display = False
        self.active = False
        self._board.set_focus(None)
        if draw:
            self._board.draw()

    def _keep_unfinished(self, text: str) -> None:
        self._left.pop(self._mends, None)
        # What was to be mended may be gone by now; its words are not.
        mends = self._mends if self._mends in self._board.view.session.captures else ""
        if text.strip() and text != self._stored:
            self._left[mends] = text

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
            stray = next((word for word in read.words.text.split() if word[0] in "^>" and len(word) > 1), "")
            note = [Span(f"   {stray}", "soon"), Span(" stays in the text", "muted")] if stray else []
            return row(width, [Span("    "), Span(words, "text"), *note])
        if self._input is None or not self._input.value.strip():
            return row(
                width, [Span("    "), Span("its first letter says what it is; without one it is a learning", "muted")]
            )
        return row(width, [Span(" !  ", "soon-bold"), Span(f"{read.problem} Your text stays.", "text")])
