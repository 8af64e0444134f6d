"""Reading back: what was written since the group last summed up, to be read aloud and mended on the spot."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.audience import may_read
from lcterm.core.captures import TEXT_MAX, preview, read_line, write_line
from lcterm.core.captures import Line as Read
from lcterm.core.commands import EditCapture, ShowInRoom
from lcterm.core.kept_captures import as_mended
from lcterm.core.readback import ReadBackList, read_back
from lcterm.core.session import Capture
from lcterm.core.when import local
from lcterm.store.seats import Doing
from lcterm.ui.capture_hints import asked_again, third_party_hint
from lcterm.ui.line import Span, cells
from lcterm.ui.page import Page
from lcterm.ui.screens.capture_screen import SETTLING, CaptureScreen
from lcterm.ui.screens.clashes import Clash
from lcterm.ui.widgets.capture_input import completed
from lcterm.ui.widgets.entry import Entry
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.read_back import read_back_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

INDENT = 4
"""Cells before the text of the message row."""
MENDING = (Way("enter", "Enter", "keep"), Way("escape", "Esc", "never mind"), Way("tab", "Tab", "complete"))


class ReadBack(CaptureScreen):
    """What was written down since the last summing up, gaps first; a gap that is mended makes way for the next."""

    NAME: ClassVar[str] = "read-back"
    TITLE_HERE: ClassVar[str] = "While reading back"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"next-point"})
    LOOKING: ClassVar[frozenset[str]] = frozenset({"a"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.entry = Entry(max_length=4 * TEXT_MAX)
        self._everything = False
        self._mends = self._unchanged = self._doubted = ""
        self._clash = Clash(board)

    @property
    def doing(self) -> Doing:
        """What other seats are told of it."""
        return Doing("mend", self._mends) if self.asking and self._mends else super().doing

    @property
    def aloud(self) -> ReadBackList:
        """What is read aloud."""
        return read_back(self.desk.meeting.session, everything=self._everything)

    def listed(self) -> Sequence[Capture]:
        return [item.capture for item in self.aloud.items]

    def page(self, width: int, height: int) -> Page:
        return read_back_page(self.view, self.aloud, width, self.capture.id if self.capture else "")

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self.settling_keys(),
            "enter": lambda: self.with_chosen(self._mend),
            "e": lambda: self.with_chosen(self._mend),
            "@": lambda: self.with_chosen(lambda one: self._mend(one, "@")),
            "^": lambda: self.with_chosen(lambda one: self._mend(one, "^")),
            ">": lambda: self.with_chosen(lambda one: self._mend(one, ">")),
            "o": self._open_or_close,
            "a": self._switch_everything,
        }

    def with_chosen(self, act: Callable[[Capture], object]) -> None:
        if self.capture is None and self.view.session.captures:
            self.board.refuse("Nothing new is there to read back.", ("a", "shows all of it"))
        else:
            super().with_chosen(act)

    def _open_or_close(self) -> None:
        """The captures on the room screen, or no longer."""
        self.board.act(ShowInRoom("question" if self.view.session.room == "captures" else "captures"))

    def _switch_everything(self) -> None:
        self._everything = not self._everything

    # ── Mending on the spot ─────────────────────────────────────────────────────────────────────────────────────

    def _mend(self, capture: Capture, sign: str = "") -> None:
        """The line of the capture, to change right here; with a sign it goes on behind that."""
        self._mends = capture.id
        self._clash.begin(capture.id)
        self.ask(sign or "e", "Mend", self._keep)
        self._doubted, self._unchanged = "", (line := write_line(capture.words, self.view.people))
        self.entry.value = f"{line} {sign}" if sign else line
        self.entry.cursor_position = len(self.entry.value)
        self.board.others.tell()

    def _read(self, typed: str) -> Read:
        return read_line(typed, self.view.people, local(self.view.now, self.view.zone).date())

    def _keep(self, typed: str) -> bool:
        """The capture reads like this from now on; what cannot be kept stays in the line."""
        capture = self.desk.meeting.session.captures.get(self._mends)
        read = self._read(typed)
        if read.problem:
            problem = "It cannot be kept like this yet." if self.view.veiled else read.problem
            self.board.refuse(f"{problem} Your text stays.")
            return False
        if read.unaddressed and typed not in (self._doubted, self._unchanged):
            self._doubted = typed
            self.board.refuse(asked_again(read, self.frame.message.w - INDENT, veiled=self.view.veiled))
            return False
        if capture is None:
            self.board.refuse("That capture is not there any more.")
            return True
        words = as_mended(read.words, capture.words)
        if self._clash.asks(capture.id, words, typed):
            self.board.refuse(self._clash.words(self.frame.message.w))
            return False
        place, settled = self.place, self.aloud.lacking
        if self.board.act(EditCapture(capture.id, self._clash.together(capture.id, words))):
            self._clash.tell()
        if self.aloud.lacking < settled and place < self.aloud.lacking:
            self.chosen = self.ids()[place]
        return True

    def hint(self, typed: str) -> Sequence[Span]:
        capture = self.view.session.captures.get(self._mends)
        read = self._read(typed)
        if read.problem or capture is None:
            return [Span(read.problem, "muted")]
        understood = Span(f"{preview(as_mended(read.words, capture.words), self.view.names)}   ")
        room = self.frame.message.w - INDENT - cells(understood.text)
        return [*self._clash.also(self._mends), understood, *third_party_hint(self.view, read.words, room)]

    def draw(self) -> None:
        if self.asking and self._taken_away:
            self.entry.value = self._mends = ""
            self.board.message = Message("!", "At another seat those words were taken away.")
            self._stop_asking()
        super().draw()

    @property
    def _taken_away(self) -> bool:
        """Whether another seat has struck what is mended here, or it is a note and the seat was handed over."""
        session = self.desk.meeting.session
        mended = session.captures.get(self._mends)
        hidden = mended is not None and not may_read("facilitators", mended, session.facilitator)
        return hidden or self._mends in session.struck

    def is_for_line(self, key: str) -> bool:
        return super().is_for_line(key) and key != "tab"

    def press(self, key: str, letter: str) -> None:
        if self.asking and key == "tab":
            entry = self.entry
            entry.value, entry.cursor_position = completed(entry.value, entry.cursor_position, self.view.people)
        else:
            super().press(key, letter)

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def shown_ways(self) -> Sequence[Way]:
        return MENDING if self.asking else super().shown_ways()

    def ways(self) -> Sequence[Way]:
        shown = self.view.session.room == "captures"
        return (
            BACK,
            CHOOSE,
            Way("e", "e", "mend"),
            Way("@", "@", "who"),
            Way("^", "^", "when"),
            Way(">", ">", "for whom"),
            *SETTLING[:2],
            Way("o", "o", "hide in the room" if shown else "show the room"),
            *SETTLING[2:],
            Way("a", "a", "since last time" if self._everything else "all of it"),
            way("next-point", "next point"),
            way("capture", "new line"),
            way("undo"),
            way("veil"),
        )
