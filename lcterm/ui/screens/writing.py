"""Writing a capture on the board: the line has the focus, what is understood stands below it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.audience import readable
from lcterm.core.kept_captures import heard_now
from lcterm.core.session import Session
from lcterm.store.seats import Doing
from lcterm.ui.screens.left_lines import LeftLines
from lcterm.ui.screens.line_looks import LineLooks
from lcterm.ui.screens.line_saving import LineSaving
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.store.drafts import Draft
    from lcterm.ui.screens.board import Board

WAITS = "The facilitator's seat has passed on; what you were writing waits with it."


class Writing(LineLooks):
    """The capture line of a board. The input is made when it is first needed; nothing typed is ever dropped."""

    LEFT_AT: ClassVar[str] = ""
    """The kind of seat that what is left unfinished waits for, as a draft has it."""
    WAY_ON: ClassVar[tuple[str, str] | None] = None
    """The key that finds a change that was left, and its words, where a new line needs none: it is always there."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._left = LeftLines(board.desk.meeting.session.facilitator)
        self._stored = ""
        self._saving = LineSaving(board, self)

    @property
    def unfinished(self) -> str:
        """What is in the line, or was left in it, and is kept nowhere else: a new capture, else one being mended."""
        if self.active and self.value != self._stored:
            return self.value.strip()
        return self._left.any_text

    @property
    def doing(self) -> Doing:
        """What other seats are told of it; a line in which nothing stands is none."""
        if not self.active:
            return Doing()
        return Doing("mend", self._mends) if self._mends else Doing("line" if self.value.strip() else "")

    @property
    def waiting(self) -> bool:
        """Whether a new line was left unfinished, which the key that begins a line goes on with."""
        return not self.active and bool(self._left.text().strip())

    def empty(self) -> None:
        """The line that waits goes; the next one begins afresh."""
        if self._left.take(""):
            self._left.go_on()
            self._board.say("The line that waited is empty now.")

    def come_back(self) -> "tuple[Draft, ...]":
        """What was left here when the board was last open, in place again."""
        drafts = self._saving.take(self._board.desk.meeting.session)
        self.give_back(drafts)
        return drafts

    def go(self) -> None:
        """The board goes: what is unfinished waits for it to be opened again."""
        self._saving.leave()

    def give_back(self, drafts: "Iterable[Draft]") -> None:
        """Put lines that were kept elsewhere back, for the next time that what they belong to is opened."""
        session = self._board.desk.meeting.session
        for draft in drafts:
            self._left.add(draft.mends if draft.mends in session.captures else draft.by, draft.text)

    def drafts(self) -> "list[Draft]":
        """All that is unfinished, by whatever seat."""
        left = self._left.copy()
        if self.active:
            self._leave_in(left)
        captures = self._board.desk.meeting.session.captures
        return list(left.drafts(captures, self._board.view.community.members, self.LEFT_AT))

    def open(self, text: str = "", mends: str = "", by: str = "") -> None:
        """Give the line the focus, with the text that was left in it, else this one. `mends`: the capture it changes,
        which reads as `text`. `by`: the person whose words are taken down."""
        board = self._board
        if self.active:
            self._leave_in(self._left)
        line = self._mounted(self.switch_name)
        self._mends, self._by, self._stored, self._asked = mends, by, text, ""
        self._told.over()
        self._clash.begin(mends, goes_on=mends in self._left)
        self._named = mends in board.view.session.captures and board.view.session.captures[mends].words.named
        self.active = True
        self.veil()
        self.place()
        line.open(self._left.text(mends or by, text), board.view.people)
        self.focus()
        self._saving.begin()
        board.draw()

    def sentence(self) -> None:
        """Begin a line for whoever has the floor, else for who was just heard."""
        board = self._board
        if person := heard_now(board.view.session):
            self.open(by=person)
        else:
            board.refuse("Nobody has spoken yet, so there are no words to take down.", ("capture", "starts a line"))

    def keep(self) -> None:
        """Enter: the line becomes a capture, or says what has to be mended first."""
        board, read = self._board, self.read()
        if self._input is None:
            return
        if self._several:
            self._keep_each(self._several)
            return
        if not self._input.value.strip():
            self.leave()
            return
        if read.problem:
            board.draw()
            return
        words = read.words
        line = self._input.value
        if read.unaddressed and line not in (self._asked, self._stored):
            self._asked = line
            board.draw()
            return
        if self._clash.asks(self._mends, words, line) or self._told.asks(line):
            board.draw()
            return
        from lcterm.core.commands import EditCapture, WriteCapture

        before = board.desk.meeting.session.captures
        words = self._clash.together(self._mends, words) if self._mends else words
        done = board.act(EditCapture(self._mends, words) if self._mends else WriteCapture(words))
        if done:
            self._clash.tell()
            written = next((id for id in board.desk.meeting.session.captures if id not in before), self._mends)
            self._left.put_aside(self._input.put_by)
            self._input.remember(line, written)
            self._input.value = self._stored = ""
        self.leave(draw=done)

    def _keep_each(self, lines: Sequence[str]) -> None:
        """A capture a line. Those that have to be mended first stay: one in the line, the others behind it."""
        from lcterm.ui.screens.line_several import all_kept, keep_each, some_kept

        kept, stay = keep_each(self._board, lines, self._by)
        if self._input is None:
            return
        self._stored = self._input.value = ""
        if not stay:
            self._board.message = all_kept(kept)
            self.leave()
            return
        for line in reversed(stay[1:]):
            self._left.put_aside(line)
        self._input.open(stay[0], self._board.view.people)
        self._told.say(some_kept(kept, len(lines), self.read()))
        self._board.draw()

    def step_out(self) -> None:
        """Esc: out of the line. What was said of the line before would seem to be said of the one that waits."""
        if self._makes_one():
            return
        self.leave(draw=False)
        if self._left:
            self._board.message = Message()
        self._board.draw()

    def leave(self, *, draw: bool = True) -> None:
        """Out of the line; its text stays for the next time."""
        if self._input is not None:
            self._leave_in(self._left)
            self._left.go_on()
            self._input.display = False
        self.active = False
        self._saving.now()
        self._board.set_focus(None)
        if draw:
            self._board.draw()

    def _leave_in(self, left: LeftLines) -> None:
        """What stands in the line is left unfinished there."""
        if self._input is None:
            return
        session, text = self._board.desk.meeting.session, self._input.begun
        left.take(self._mends or self._by)
        left.put_aside(self._input.put_by)
        # What was to be mended may be gone by now; its words are not, unless they were struck.
        gone = self._mends not in session.captures
        if text.strip() and text != self._stored and self._mends not in session.struck:
            left.put(self._by if gone else self._mends, text)

    def follow(self) -> None:
        """No words come back by the line, neither as an earlier one nor as one left unfinished, that were struck, or
        that stay with whoever held the facilitator's seat before."""
        session = self._board.desk.meeting.session
        if session.facilitator != self._left.seat:
            self._hand_over(session)
        if self._input is not None:
            self._input.forget(session.struck)
        if self._left.strike(session.struck):
            self._saving.now()
        if self.active and self._mends and self._mends not in session.captures:
            self._go_on_anew(struck=self._mends in session.struck)

    def _go_on_anew(self, *, struck: bool) -> None:
        """What was to be mended is gone: the line stays open under the hands that type, for a new one. A new line that
        waited goes on waiting."""
        if self._input is None:
            return
        from lcterm.ui.screens.line_lost import lost_words, rest_of

        said = lost_words(self._board, self._mends, struck=struck)
        text = rest_of(self._board, self.value, self._stored, struck=struck)
        self._left.take(self._mends)
        self._left.put_aside(self._left.take(""))
        self._mends = self._stored = ""
        self._input.open(text, self._board.view.people)
        self._told.say(said, text)
        self._saving.now()

    def _hand_over(self, session: Session) -> None:
        """What is being written stays with the seat, and is there again when that comes back."""
        if self.active:
            written = bool(self.value.strip())
            if written:
                self._board.message = Message("", WAITS, private=True)
            self.leave(draw=False)
            self._board.keyboard.line_closed(said=written)
        seat = session.facilitator
        self._left.hand_over(seat)
        self.give_back(self._saving.take(session, own=False))
        if self._input is not None:
            self._input.value = self._stored = ""
            self._input.forget(session.captures.keys() - {one.id for one in readable("facilitators", session)})
        self._saving.now()

    def mend(self, capture: str) -> None:
        """Open a capture again, as the line that reads like it."""
        from lcterm.core.captures import write_line

        view = self._board.view
        known = view.session.captures[capture]
        self.open(write_line(known.words, view.people), mends=capture)
