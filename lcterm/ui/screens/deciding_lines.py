"""What is typed while a decision is made: its question, then what is suggested, one a line."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.widgets.input import Selection

from lcterm.core.commands import (
    BeginDeciding,
    DecidingCommand,
    StrikeCapture,
    Suggest,
    WriteCapture,
)
from lcterm.core.decide_agenda import not_running
from lcterm.core.deciding import PAIR_MAX, Deciding, Suggestion
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.ui.deciding_groups import groups, is_vote, marked, unmarked
from lcterm.ui.deciding_text import Chosen
from lcterm.ui.line import Span
from lcterm.ui.screens.asking_twice import AskingTwice, Sure
from lcterm.ui.screens.striking import NOT_STRUCK, ONCE, ONCE_SHORT, TWICE

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

Hint = Callable[[str], str]

ENDS = "one a line; Enter alone ends"
SUGGESTED = {"lights": "A suggestion:", "pairs": "A suggestion:", "what-else": "What do we need to know?"}


class DecidingLines(AskingTwice):
    """Question and suggestions; these come one after the other until Enter is pressed alone."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._hint: Hint = lambda typed: ""
        self._chain = ""

    # ── The line ────────────────────────────────────────────────────────────────────────────────────────────────

    def hint(self, typed: str) -> Sequence[Span]:
        """What Enter would take, or why it would not."""
        try:
            return [Span(self._hint(typed), "muted")]
        except Refused as refused:
            return [Span(refused.reason, "muted")]

    def _stop_asking(self) -> None:
        """The last of several lines: the cursor goes where the group begins with what was written."""
        super()._stop_asking()
        held, chain = self.deciding, self._chain
        self._chain = ""
        if chain == "suggestions" and held is not None and (waiting := unmarked(held)):
            self.chosen, self.top = waiting[0].id, 0
            self.draw()

    def ask_for(
        self, key: str, words: str, take: Callable[[str], bool], hint: Hint, before: str = "", *, fresh: bool = False
    ) -> None:
        """As `ask`, with what is said below the line of what is typed in it; what cannot be read stays, and why.
        `fresh`: what is typed takes the place of what stands there, unless somebody goes into it first."""
        self._hint, self._chain = hint, ""

        def taken(typed: str) -> bool:
            try:
                return take(typed)
            except Refused as refused:
                self.board.refuse(refused.reason)
                return False

        self.ask(key, words, taken, before)
        if fresh:
            self.entry.selection = Selection(0, len(before))

    # ── The decision ────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def session(self) -> Session:
        return self.desk.meeting.session

    @property
    def deciding(self) -> Deciding | None:
        """The one under way."""
        return self.session.deciding

    @property
    def suggestion(self) -> Suggestion | None:
        """What is chosen; None for a pair, or nothing."""
        return self._suggestion(self.chosen) if self.place >= 0 else None

    def _suggestion(self, id: str) -> Suggestion | None:
        held = self.deciding
        return next((one for one in held.suggestions if one.id == id), None) if held is not None else None

    def to_first(self) -> None:
        """The cursor to the top of the list."""
        self.chosen, self.top = next(iter(self.ids()), ""), 0

    def with_suggestion(self, act: Callable[[Suggestion], object]) -> None:
        """Do this with what is chosen, or say that nothing is."""
        one = self.suggestion
        if one is not None:
            act(one)
        else:
            nothing = "Choose a suggestion first." if self.place >= 0 else "Nothing is suggested yet."
            self.board.refuse(nothing, ("a", "adds one"))

    # ── Beginning ───────────────────────────────────────────────────────────────────────────────────────────────

    def ask_question(self, key: str, way: Chosen) -> None:
        """What is to be decided; proposed is what the group is asking itself already."""
        if way != "park" and not self.session.live:
            self.board.refuse(not_running(self.session).reason)
            return

        def take(typed: str) -> bool:
            return self._park_at_once(typed) if way == "park" else self._begin(way, typed)

        words = "Park what?" if way == "park" else "What do we decide?"
        hint = "it goes on the list as parked" if way == "park" else "a question; the room screen shows it"
        self.ask_for(key, words, take, lambda typed: hint, proposed(self.session), fresh=True)

    def _park_at_once(self, typed: str) -> bool:
        if not self.board.act(WriteCapture(Words(kind="parked", text=typed.strip()))):
            return False
        self.call_later(self.back)
        return True

    def _begin(self, way: Chosen, typed: str) -> bool:
        if way == "park" or not self.board.act(BeginDeciding(way, typed)):
            return False
        self.to_first()
        if way == "pairs":
            return True
        self.ask_suggestion()
        return False  # the line goes on with the suggestions

    # ── Suggestions ─────────────────────────────────────────────────────────────────────────────────────────────

    def ask_suggestion(self) -> None:
        """The next one: of the pair that is chosen, or of whose suggestion is."""
        held = self.deciding
        if held is None or self._stays(held):
            return
        pair = self._pair_here(held)
        names = [self.view.short(person) for person in pair]
        count = self._count_of(pair)
        which = f"{count + 1} of {PAIR_MAX}; {ENDS}" if count < PAIR_MAX else f"all {PAIR_MAX}; Enter alone ends"
        hint = f"{' and '.join(names)}: {which}" if pair else ENDS

        def take(typed: str) -> bool:
            if not self._act_on_new(Suggest(typed, pair)):
                return False
            self.ask_suggestion()
            return False

        self.ask_for("a", SUGGESTED[held.way], take, lambda typed: hint)
        self._chain = "suggestions"

    def _stays(self, held: Deciding) -> bool:
        """Whether what is on the wall stays as it is, because all vote on it; then that is said."""
        stays = held.way == "pairs" and held.voting
        if stays:
            self.board.refuse("All vote on what is on the wall now.", ("o", "goes back to the pairs"))
        return stays

    def _pair_here(self, held: Deciding) -> tuple[str, ...]:
        if held.way != "pairs" or is_vote(held) or self.place < 0:
            return ()
        found = groups(self.session, held)
        return next((one.pair for one in found if self.chosen in (one.id, *(each.id for each in one.suggestions))), ())

    def _count_of(self, pair: tuple[str, ...]) -> int:
        held = self.deciding
        return sum(one.pair == pair for one in held.suggestions) if held is not None else 0

    def _act_on_new(self, command: DecidingCommand) -> bool:
        """Do it; what is new in the list is chosen."""
        before = {one.id for one in self.deciding.suggestions} if self.deciding else set()
        if not self.board.act(command):
            return False
        new = [one.id for one in self.deciding.suggestions if one.id not in before] if self.deciding else []
        self.chosen = new[-1] if new else self.chosen
        return True

    def reword(self, one: Suggestion) -> None:
        """Other words in its place; nobody has voted on those."""
        if self.deciding is None or self._stays(self.deciding):
            return
        gone = "; its marks go, as these words are new" if marked(one) else ""

        def take(typed: str) -> bool:
            return self._act_on_new(Suggest(typed, one.pair, one.sort, instead=one.id))

        self.ask_for("e", "In other words:", take, lambda typed: f"takes its place{gone}", one.text)

    def strike(self, one: Suggestion) -> None:
        """Gone for good, after two Enters."""
        self.ask_if_sure(
            Sure(
                key="d",
                question="Strike",
                about=one.text,
                warnings=((ONCE, ONCE_SHORT), TWICE),
                does="strike",
                act=lambda: self.board.act(StrikeCapture(one.id)),
                stands=lambda: self._suggestion(one.id) is not None,
                left=NOT_STRUCK,
            )
        )


def proposed(session: Session) -> str:
    """What the group may be deciding: the point's own question, else the last question that was written down."""
    point = session.point
    if point is not None and point.plan.question:
        return point.plan.question
    questions = [one.words.text for one in session.captures.values() if one.words.kind == "question"]
    return questions[-1] if questions else ""
