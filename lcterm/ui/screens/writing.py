"""Writing a capture on the board: the line has the focus, what is understood stands below it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from lcterm.core.audience import readable
from lcterm.core.captures import Line as Read
from lcterm.core.captures import read_line, write_line
from lcterm.core.commands import EditCapture, WriteCapture
from lcterm.core.events import Words
from lcterm.core.kept_captures import as_mended, heard_now
from lcterm.core.session import Session
from lcterm.core.when import local
from lcterm.store.drafts import Draft, take_drafts
from lcterm.store.seats import Doing
from lcterm.ui.capture_hints import WAYS_OUT, asked_again, understood
from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.clashes import Clash
from lcterm.ui.screens.plain_board import line_box
from lcterm.ui.widgets.capture_input import CaptureInput
from lcterm.ui.widgets.foot import Message, message_line, ways_out

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

NAMING = "ctrl+f"
"""Whether the name of whoever gave the feedback may stand beside it."""


class Writing:
    """The capture line of a board. The input is made when it is first needed; nothing typed is ever dropped."""

    LEFT_AT: ClassVar[str] = ""
    """The kind of seat that what is left unfinished waits for, as a draft has it."""
    WAY_ON: ClassVar[tuple[str, str] | None] = None
    """The key that finds a change that was left, and its words, where a new line needs none: it is always there."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._input: CaptureInput | None = None
        self._mends = ""
        self._by = ""
        self._named = False
        self._left: dict[str, str] = {}
        """What was left in the line unfinished, by the capture that it mends or by the person whose words it takes
        down, "" for a plain new one."""
        self._seat = board.desk.meeting.session.facilitator
        self._behind: dict[str, dict[str, str]] = {}
        """What others who held the facilitator's seat left unfinished, by the seat: it may be a note."""
        self._stored = ""
        self._asked = ""
        """The line about which was asked whether the group may read what was meant for fewer."""
        self._clash = Clash(board)
        self.active = False

    @property
    def unfinished(self) -> str:
        """What is in the line, or was left in it, and is kept nowhere else: a new capture, else one being mended."""
        if self.active and self._input is not None and self._input.value != self._stored:
            return self._input.value.strip()
        return self._left.get("", "") or next(iter(self._left.values()), "")

    @property
    def doing(self) -> Doing:
        """What other seats are told of it; a line in which nothing stands is none."""
        if not self.active or self._input is None:
            return Doing()
        return Doing("mend", self._mends) if self._mends else Doing("line" if self._input.value.strip() else "")

    @property
    def waiting(self) -> bool:
        """Whether a new line was left unfinished, which the key that begins a line goes on with."""
        return not self.active and bool(self._left.get("", "").strip())

    def empty(self) -> None:
        """The line that waits goes; the next one begins afresh."""
        if self._left.pop("", ""):
            self._board.say("The line that waited is empty now.")

    def give_back(self, drafts: Iterable[Draft]) -> None:
        """Put lines that were kept elsewhere back, for the next time that what they belong to is opened."""
        session = self._board.desk.meeting.session
        for draft in drafts:
            key = draft.mends if draft.mends in session.captures else draft.by
            self._left[key] = f"{self._left[key]} {draft.text}" if key in self._left else draft.text

    def drafts(self) -> list[Draft]:
        """All that is unfinished, by whatever seat."""
        if self.active and self._input is not None:
            self._keep_unfinished(self._input.value)
        captures = self._board.desk.meeting.session.captures
        people = self._board.view.community.members
        return [
            Draft(text.strip(), key if key in captures else "", seat, key if key in people else "", self.LEFT_AT)
            for seat, left in {**self._behind, self._seat: self._left}.items()
            for key, text in left.items()
        ]

    def open(self, text: str = "", mends: str = "", by: str = "") -> None:
        """Give the line the focus, with the text that was left in it, else this one. `mends`: the capture it changes,
        which reads as `text`. `by`: the person whose words are taken down."""
        board = self._board
        if self.active and self._input is not None:
            self._keep_unfinished(self._input.value)
        if self._input is None:
            self._input = CaptureInput(self.switch_name, board.keyboard.is_no_text)
            board.mount(self._input)
        self._mends, self._by, self._stored, self._asked = mends, by, text, ""
        self._clash.begin(mends, goes_on=mends in self._left)
        self._named = mends in board.view.session.captures and board.view.session.captures[mends].words.named
        self.active = True
        self.veil()
        self.place()
        self._input.open(self._left.get(mends or by, text), board.view.people)
        self.focus()
        board.draw()

    def sentence(self) -> None:
        """Begin a line for whoever has the floor, else for who was just heard."""
        board = self._board
        if person := heard_now(board.view.session):
            self.open(by=person)
        else:
            board.refuse("Nobody has spoken yet, so there are no words to take down.", ("capture", "starts a line"))

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
        """Take the keys, unless something else has them for a while."""
        if self._input is not None and self.active and self._board.keyboard.mode is None:
            self._input.display = True
            self._board.set_focus(self._input)

    def give_way(self) -> None:
        """Let something else have the line for a while; the text stays."""
        if self._input is not None and self.active:
            self._board.set_focus(None)
            self._input.display = False

    def type(self, text: str) -> None:
        """Put this where the cursor is, as if it were typed."""
        if self._input is not None:
            self._input.insert_text_at_cursor(text)

    def read(self) -> Read:
        """What the line says so far, and whose words they are."""
        view = self._board.view
        text = self._input.value if self._input is not None else ""
        read = read_line(text, view.people, local(view.now, view.zone).date())
        return replace(read, words=self._whose(read.words))

    def _whose(self, words: Words) -> Words:
        """A quote is by whom it names, a sentence by whom it was opened for, what is mended by whom it was; a new
        quote, or feedback with a name, by who is heard now."""
        session = self._board.view.session
        mended = session.captures.get(self._mends)
        if mended is not None:
            words = as_mended(words, mended.words)
        by = words.by or self._by
        named = self._named and words.kind == "feedback"
        if not by and (named or (words.kind == "quote" and mended is None)):
            by = heard_now(session)
        return replace(words, by=by, named=named and by != "")

    def switch_name(self) -> None:
        """Feedback with the name of whoever gave it, or without."""
        self._named = not self._named
        self._board.draw()

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
        if read.unaddressed and line not in (self._asked, self._stored):
            self._asked = line
            board.draw()
            return
        if self._clash.asks(self._mends, words, line):
            board.draw()
            return
        before = board.desk.meeting.session.captures
        done = board.act(EditCapture(self._mends, words) if self._mends else WriteCapture(words))
        if done:
            written = next((id for id in board.desk.meeting.session.captures if id not in before), self._mends)
            self._input.remember(line, written)
            self._input.value = self._stored = ""
        self.leave(draw=done)

    def step_out(self) -> None:
        """Esc: out of the line. What was said of the line before would seem to be said of the one that waits."""
        self.leave(draw=False)
        if self._left:
            self._board.message = Message()
        self._board.draw()

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
        session = self._board.desk.meeting.session
        self._left.pop(self._mends or self._by, None)
        # What was to be mended may be gone by now; its words are not, unless they were struck.
        gone = self._mends not in session.captures
        if text.strip() and text != self._stored and self._mends not in session.struck:
            self._left[self._by if gone else self._mends] = text

    def follow(self) -> None:
        """No words come back by the line, neither as an earlier one nor as one left unfinished, that were struck, or
        that stay with whoever held the facilitator's seat before."""
        session = self._board.desk.meeting.session
        if session.facilitator != self._seat:
            self._hand_over(session)
        self._forget_struck()

    def _hand_over(self, session: Session) -> None:
        """What is being written stays with the seat, and is there again when that comes back."""
        if self.active:
            self.leave(draw=False)
        self._behind[self._seat], self._seat = self._left, session.facilitator
        self._left = self._behind.pop(self._seat, {})
        self.give_back(take_drafts(self._board.desk.home, session.id, self._seat, session.struck, self.LEFT_AT))
        if self._input is not None:
            self._input.value = self._stored = ""
            self._input.forget(session.captures.keys() - {one.id for one in readable("facilitators", session)})

    def _forget_struck(self) -> None:
        struck = self._board.desk.meeting.session.struck
        if self._input is not None:
            self._input.forget(struck)
        for id in struck & self._left.keys():
            del self._left[id]
        if self.active and self._mends in struck and self._input is not None:
            self._input.value = self._stored = ""
            self.leave(draw=False)

    def mend(self, capture: str) -> None:
        """Open a capture again, as the line that reads like it."""
        view = self._board.view
        known = view.session.captures[capture]
        self.open(write_line(known.words, view.people), mends=capture)

    def line(self, width: int) -> Line:
        id = "mend" if self._mends else "sentence" if self._by else "capture"
        return row(width, [Span(f" {self._board.view.keys.shown(id) or '›'} ", "chip"), Span(" ")])

    def ways_out(self) -> Sequence[tuple[str, str]]:
        """The footer while the line is written."""
        if self.read().words.kind != "feedback":
            return WAYS_OUT
        name = (NAMING, "without the name" if self._named else "with their name")
        return (WAYS_OUT[0], ("Esc", "leave"), name, *WAYS_OUT[2:])

    def footer(self, width: int) -> Line:
        """The last row while the line is written."""
        return ways_out(self.ways_out(), width, self._board.view.keys)

    def hint(self, width: int) -> Line:
        """What was understood, or what has to be mended. Under the veil only whether it reads well."""
        read, view = self.read(), self._board.view
        if self._board.keyboard.tells:
            return message_line(view, self._board.message, width)
        if clash := self._clash.row(self._input.value if self._input is not None else "", width):
            return clash
        if read.unaddressed and self._input is not None and self._input.value == self._asked:
            return row(width, [Span(" !  ", "soon-bold"), Span(asked_again(read, width - 4, veiled=view.veiled))])
        empty = self._input is None or not self._input.value.strip()
        return understood(view, read, width, self._clash.also(self._mends), empty=empty)
