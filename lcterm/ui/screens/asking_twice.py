"""A large screen that asks once more before something goes that nobody should lose by a slip of the finger."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer

from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS
from lcterm.ui.screens.striking import APART_MS
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class Sure(NamedTuple):
    """What is asked: the key that began it, the question, what it is about (not for the room, "" for nothing).
    `warnings`: what is said before each Enter that it takes, in ever fewer words for less room. `does`: the word for
    the footer. `stands`: whether there is still something to ask about. `left`: what is said if it was left."""

    key: str
    question: str
    about: str
    warnings: tuple[Sequence[str], ...]
    does: str
    act: Callable[[], object]
    stands: Callable[[], bool]
    left: str


class AskingTwice(LargeScreen):
    """While it asks, Enter goes on to the end and every other key steps out; after a while it steps out by itself."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._sure: Sure | None = None
        self._entered = 0
        self._entered_at = 0
        self._lapse: Timer | None = None

    @property
    def sure(self) -> Sure | None:
        """What is asked now; nothing once another seat has settled it."""
        return self._sure if self._sure is not None and self._sure.stands() else None

    def ask_if_sure(self, asked: Sure) -> None:
        self._sure, self._entered = asked, 0
        self.board.message = Message()
        self._wait()
        self.draw()

    def take(self, key: str, letter: str) -> None:
        asked = self.sure
        if asked is None:
            self._sure = None
            super().take(key, letter)
        elif key == "enter" and self._held_down():
            return
        elif key == "enter" and self._entered + 1 == len(asked.warnings):
            self._forget()
            asked.act()
            self.draw()
        elif key == "enter":
            self._entered += 1
            self._wait()
            self.draw()
        else:
            self._leave()
            if (meant := self.keys.by_key(key, letter)) is not None and meant.id == "care":
                super().take(key, letter)

    def clicked(self, item: int) -> None:
        """A click is never the Enter that does it."""
        if self.sure is None:
            super().clicked(item)
        else:
            self._leave()

    def _held_down(self) -> bool:
        """Whether this is the Enter before it still: what asks twice wants two presses."""
        before, self._entered_at = self._entered_at, self.board.clock.boottime()
        return self._entered > 0 and self._entered_at - before < APART_MS

    def _wait(self) -> None:
        if self._lapse is not None:
            self._lapse.stop()
        self._lapse = self.set_timer(DROPPED_AFTER_SECONDS, self._leave)

    def _leave(self) -> None:
        if self._sure is not None:
            self.board.message = Message("", self._sure.left)
        self._forget()
        self.draw()

    def _forget(self) -> None:
        self._sure = None
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def line_row(self, width: int) -> Line:
        asked = self.sure
        if asked is None:
            return super().line_row(width)
        about = [Span(f"  {asked.about}", "strong")] if asked.about and not self.view.veiled else []
        return row(width, [Span(f" {asked.key} ", "chip"), Span(f" {asked.question}"), *about])

    def message_row(self, width: int) -> Line:
        asked = self.sure
        if asked is None:
            return super().message_row(width)
        texts = asked.warnings[self._entered]
        text = next((one for one in texts if len(one) + 4 <= width), texts[-1])
        sign = Span(" !  ", "soon-bold") if self._entered else Span("    ")
        return row(width, [sign, Span(text, "strong" if self._entered else "text")])

    def shown_ways(self) -> Sequence[Way]:
        asked = self.sure
        if asked is None:
            return super().shown_ways()
        return (Way("escape", "Esc", "leave it"), Way("enter", "Enter", asked.does))
