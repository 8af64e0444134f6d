"""The line at the co-facilitator's seat: always ready, one line after the other; Esc alone steps out of it."""

from typing import TYPE_CHECKING, ClassVar

from lcterm.core.audience import readable
from lcterm.core.session import Session
from lcterm.ui.line import Line, cells
from lcterm.ui.screens.line_modes import LineMode
from lcterm.ui.screens.writing import Writing
from lcterm.ui.widgets.foot import Message, message_line
from lcterm.ui.widgets.notes_foot import line_footer, ready_hint

if TYPE_CHECKING:
    from lcterm.ui.screens.notes_seat import NotesSeat

CAUGHT = (
    "That came like a sentence, so it stands in the line. Single keys want a moment between them.",
    "Came like a sentence, so it stands in the line.",
)
STAYS_BEHIND = "What you were writing waits with the facilitator's seat: it is a note."


class NotesWriting(Writing):
    """A capture line that opens again when it was kept, left or handed over. `stepped_out`: single keys act, as on the
    board, until she goes on writing."""

    LEFT_AT: ClassVar[str] = "notes"
    WAY_ON: ClassVar[tuple[str, str] | None] = ("↑", "finds it")

    def __init__(self, seat: "NotesSeat") -> None:
        super().__init__(seat)
        self._at = seat
        self.stepped_out = False
        self._opened = ""
        """The text that the line began with."""
        self._passed: Message | None = None
        """What the message row said before she typed on: her own line has it since."""
        self._stood: LineMode | None = None

    @property
    def mended(self) -> str:
        """The id of the capture that is being changed, "" for none."""
        return self._mends if self.active else ""

    def open(self, text: str = "", mends: str = "", by: str = "") -> None:
        self.stepped_out, self._at.pointed = False, ""
        if self.active:
            self._leave_in(self._left)
        self._opened = self._left.text(mends or by, text)
        super().open(text, mends, by)

    def leave(self, *, draw: bool = True) -> None:
        """Back to a new line, or to what stands over it."""
        if self._at.keyboard.standing is not None:
            super().leave(draw=draw)
            return
        if self.active:
            self._leave_in(self._left)
            self._left.go_on()
        self.active = False
        self.open()
        self._saving.now()

    def step_out(self) -> None:
        """Esc: from a line that changes something, or a capture that is chosen, back to the new one, from that to
        single keys."""
        if self._at.pointed:
            self._at.point_at("")
            return
        if self._mends or self._by:
            self.leave()
            return
        if self._makes_one():
            return
        super().leave(draw=False)
        self.stepped_out = self._at.keyboard.standing is None
        if self._left:
            self._at.message = Message()
        self._at.draw()

    def settle(self) -> None:
        """What stands over the board has the keys when it comes; when it goes the line has them again."""
        standing = self._at.keyboard.standing
        if standing is self._stood:
            return
        self._stood = standing
        if standing is not None:
            if self.active:
                super().leave(draw=False)
            self.stepped_out = False
        elif not self.active:
            self.open()

    def take_over(self, text: str) -> None:
        """Words that came as if they were written: they stand in the line, behind what waits there."""
        self.open()
        self.type(f" {text}" if self.value and not self.value.endswith(" ") else text)
        room = self._at.grid.message.w - 4
        self._passed = self._at.message
        self._told.say(Message("", next((one for one in CAUGHT if cells(one) <= room), CAUGHT[-1])))
        self._at.draw()

    def keep(self) -> None:
        self._passed = self._at.message
        if not self.value.strip() and not (self._mends or self._by):
            if self._at.pointed:
                self.mend(self._at.pointed)
            self._at.draw()
            return
        super().keep()

    def typed_on(self) -> None:
        """The text has changed; if it was by her, what the message row said makes way for what is understood."""
        if self._input is not None and self._input.value != self._opened:
            self._passed = self._at.message
            self._at.pointed = ""

    def earlier(self, step: int) -> None:
        """Open the capture before this one, or after it, to change it; behind the last is the new line again."""
        ids = [one.id for one in readable("facilitators", self._at.desk.meeting.session)]
        place = (ids.index(self._mends) if self._mends in ids else len(ids)) + step
        self._passed = self._at.message
        if 0 <= place < len(ids):
            self.mend(ids[place])
        elif place >= len(ids) and (self._mends or self._by):
            self.leave()

    def hint(self, width: int) -> Line:
        message = self._at.message
        if message.text and message is not self._passed:
            return message_line(self._at.worded, message, width)
        if said := self._told.row(width):
            return said
        if not self._mends and not self._by and self._input is not None and not self._input.value.strip():
            return ready_hint(self._at.view, width, self._at.others.beside_the_line(width))
        return super().hint(width)

    def footer(self, width: int) -> Line:
        written = self._input is not None and bool(self._input.value.strip())
        ways = [("Enter", "keep")] if written else []
        if written and "@" in (self._input.value if self._input is not None else ""):
            ways.append(("Tab", "complete"))
        if self._mends or self._by:
            ways.append(("Esc", "new line"))
        ways += [way for way in self.ways_out() if way[0].startswith("ctrl")]
        last = ("Esc", "single keys") if not (self._mends or self._by) else ("↑ ↓", "others")
        return line_footer(self._at.view, self._at.seconds, self._at.grid.layout, width, ways, last)

    def _hand_over(self, session: Session) -> None:
        """The facilitator's seat has passed to another. Only what may be a note stays behind: who writes here is the
        same as before."""
        was_active, text, before = self.active, self._input.value if self._input is not None else "", self._left.seat
        note = self.read().words.audience in ("facilitators", "room")
        goes_along = was_active and not (self._mends or self._by or note)
        if was_active:
            super().leave(draw=False)
        super()._hand_over(session)
        if goes_along and text.strip():
            self._left.take_along(before, text)
        if was_active:
            self.open()
            if text.strip() and note:
                self._at.say(STAYS_BEHIND, sign="", private=True)
            if not goes_along:
                self._at.keyboard.line_closed(said=bool(text.strip()))
