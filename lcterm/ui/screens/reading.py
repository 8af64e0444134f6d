"""Something that was written for a community, to read and to hand on: report, chronicle, what goes round."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lcterm.core.refusal import Refused
from lcterm.core.text import sentence
from lcterm.documents.wrapping import WIDTH
from lcterm.ui.handing_on import hand_on_text
from lcterm.ui.keys import Key
from lcterm.ui.line import Line, Span, cells, title_line, wrap
from lcterm.ui.page import Page
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.over_board import OverBoard
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import BACK, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WIDEST = 90
HIDDEN = "What is read here is not for the room."
READING = "Looking through the sessions …"
LISTED = ("- ", "* ", "> ")
"""What a line may begin with whose next rows stand below its words."""


class Written(NamedTuple):
    """A text, and where it is kept in the home; None where it is not kept there. `shown`: its lines for so many cells,
    where the screen has more to show than the text that is handed on."""

    text: str
    path: Path | None = None
    shown: Callable[[int], Sequence[Line]] | None = None


class Reading(OverBoard):
    """The text is made on a thread, as many sessions may have to be read for it. Enter hands it on.

    `private`: it is for the facilitators alone, as its colour says."""

    def __init__(
        self, board: "Board", title: str, what: str, write: Callable[[], Written], *, private: bool = False
    ) -> None:
        super().__init__(board)
        self._look = "private-bold" if private else "bold"
        self._title, self._what, self._write = title, what, write
        self._written: Written | None = None
        self._problem = ""
        self._busy = False
        self._laid_out: tuple[Written, int, Sequence[Line]] | None = None

    def opened(self) -> None:
        self.board.message = Message()
        self.run_worker(self._read, name="reading", thread=True)

    def _read(self) -> None:
        try:
            self.app.call_later(self._taken, self._write(), "")
        except Refused as refused:
            self.app.call_later(self._taken, None, refused.reason)

    def _taken(self, written: Written | None, problem: str) -> None:
        self._written, self._problem = written, problem
        if self.is_running:
            self.draw()

    def page(self, width: int, height: int) -> Page:
        if self.board.veiled:
            return Page([title_line(width, "To read")], [(), (Span(HIDDEN, "muted"),)])
        title = title_line(width, self._title, look=self._look)
        if self._written is None:
            said = sentence(self._problem) if self._problem else READING
            return Page([title], [(), *((Span(part, "muted"),) for part in wrap(said, width))])
        return Page([title], [(), *self._lines(self._written, min(width, WIDEST))])

    def _lines(self, written: Written, width: int) -> Sequence[Line]:
        """As they stand at this width; they stay as they are while the window does."""
        if self._laid_out is None or self._laid_out[:2] != (written, width):
            lines = text_lines(written.text, width) if written.shown is None else written.shown(width)
            self._laid_out = written, width, lines
        return self._laid_out[2]

    def press(self, key: str, letter: str) -> None:
        if key == "escape":
            self.back()
        elif key == "enter" or letter == "c":
            self._hand_on()
        elif not self.roll(key) and (meant := self.keys.by_key(key, letter)) is not None:
            self._by_table(meant)

    def _by_table(self, key: Key) -> None:
        if key.id == "help":
            self.open_help()
        elif key.id == "veil" and not self.board.between:
            do_key(self.board, key)
            self.draw()

    def _hand_on(self) -> None:
        if self._written is None or self._busy or self.board.veiled:
            return
        self._busy = True
        hand_on_text(self.app, self._written.text, self._written.path, self._what, self._told)

    def _told(self, sign: str, line: str) -> None:
        self._busy = False
        self.board.message = Message(sign, line)
        if self.is_running:
            self.draw()

    def ways(self) -> Sequence[Way]:
        kept = self._written is not None and self._written.path is not None
        more = [Way("pagedown", "↑ ↓", "more")] if self.laid.above or self.laid.below else []
        copies = "to the clipboard and a file" if kept and self.frame.layout == "wide" else "to the clipboard"
        copy = [Way("enter", "Enter", copies)] if self._written and not self.board.veiled else []
        return (BACK, *copy, *more, *([] if self.board.between else [way("veil")]))


def text_lines(text: str, width: int) -> list[Line]:
    """A text in rows of this width; headings are bold, and a list stays one."""
    lines: list[Line] = []
    texts = whole_lines(text)
    for before, line, after in zip(("", *texts), texts, (*texts[1:], ""), strict=False):
        plain = line.lstrip("# ") if line.startswith("#") else line.strip()
        lead = _lead(line)
        indent = len(line) - len(line.lstrip()) if not line.startswith("#") else 0
        over_a_list = bool(line) and not before and not lead and bool(_lead(after)) and not line.endswith((".", ":"))
        look = "bold" if line.startswith("#") or over_a_list else "text"
        parts = wrap(plain.removeprefix(lead), max(1, width - indent - len(lead))) or [""]
        for number, part in enumerate(parts):
            beside = " " * indent + (lead if not number else " " * len(lead))
            lines.append((Span(beside, "muted"), Span(part, look)) if beside else (Span(part, look),))
    return lines


def whole_lines(text: str) -> list[str]:
    """The lines as they were before a document broke them at its own width, which is not the screen's."""
    whole: list[str] = []
    last = ""
    for line in text.splitlines():
        first = line.split(maxsplit=1)[0] if line.strip() else ""
        goes_on = bool(last and first) and not _lead(line) and not line.startswith("#")
        if goes_on and cells(last) <= WIDTH < cells(f"{last} {first}"):
            whole[-1] += f" {line.strip()}"
        else:
            whole.append(line)
        last = line
    return whole


def _lead(line: str) -> str:
    """The sign of a list that a line begins with."""
    return next((sign for sign in LISTED if line.lstrip().startswith(sign)), "")
