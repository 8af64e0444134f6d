"""What the line at the foot of the board is busy with: a choice of one letter, a number, leaving; picking a person and
moving a hand have files of their own.

A mode takes the keys until it is done. Esc only ever steps out of it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, cells, line_cells, row
from lcterm.ui.view import View

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

DROPPED_AFTER_SECONDS = 20.0
"""A verb without its person is dropped after so long: nobody should press `h` now and name a person next hour."""
NOTHING_CHOSEN = "Nothing was chosen, so nothing was done"


class Lapsed(NamedTuple):
    """What is said when nobody went on in time, without its full stop, and the key that begins again, "" for none."""

    text: str
    begins: str


class LineMode(Protocol):
    """A way in which the line takes keys."""

    def press(self, board: "Board", key: str, letter: str) -> None:
        """Take a key; `letter` is what it types, small, "" where it types nothing."""
        ...

    def line(self, view: View, width: int) -> Line:
        """The line."""
        ...

    def hint(self, view: View, width: int) -> Line:
        """The row below it."""
        ...

    def ways_out(self) -> Sequence[tuple[str, str]]:
        """The footer: keys and words, ways out first."""
        ...

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        """What it says when its time is over; None where a key that comes late does what it would have done."""
        ...


def hinted(width: int, text: str) -> Line:
    return row(width, [Span("    "), Span(text, "muted")])


def refused(width: int, text: str) -> Line:
    return row(width, [Span(" !  ", "soon-bold"), Span(text)])


class ChoiceMode:
    """A choice by one letter."""

    def __init__(self, shown: str, title: str, choices: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
        self.shown, self.title, self.choices = shown, title, choices
        self.problem = ""

    def press(self, board: "Board", key: str, letter: str) -> None:
        if key in ("escape", "enter"):
            board.leave_mode()
            return
        for choice, _, act in self.choices:
            if letter == choice:
                board.leave_mode(draw=False)
                act()
                return
        self.problem = f"{letter} is none of these." if letter else ""
        board.draw()

    def line(self, view: View, width: int) -> Line:
        lead = [Span(f" {self.shown} ", "chip"), Span(f" {self.title} ", "text")]
        return row(width, [*lead, *self._fitting(width - line_cells(lead))[0]])

    def hint(self, view: View, width: int) -> Line:
        if self.problem:
            return refused(width, self.problem)
        lead = [Span(f" {self.shown} ", "chip"), Span(f" {self.title} ", "text")]
        return row(width, [Span("  "), *self._fitting(width - line_cells(lead))[1]])

    def _fitting(self, room: int) -> tuple[list[Span], list[Span]]:
        """The choices that have room in the line, and those for the row below it."""
        here: list[Span] = []
        below: list[Span] = []
        for choice, words, _ in self.choices:
            part = [Span(f"  {choice}", "bold"), Span(f" {words}", "muted")]
            into = here if not below and line_cells(here) + line_cells(part) <= room else below
            into += part
        return here, below

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return [("Esc", "never mind")]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return Lapsed(NOTHING_CHOSEN, self.shown.split(" ")[0])


class NumberMode:
    """A number, then Enter; a number that can go no further acts at once."""

    def __init__(self, shown: str, title: str, hint: str, act: Callable[[int], object], largest: int) -> None:
        self.shown, self.title, self._hint, self._act, self.largest = shown, title, hint, act, largest
        self.typed = ""

    def press(self, board: "Board", key: str, letter: str) -> None:
        if key == "escape":
            board.leave_mode()
        elif key == "enter" and self.typed:
            self._take(board)
        elif key == "backspace":
            self.typed = self.typed[:-1]
            board.draw()
        elif letter.isdecimal() and len(self.typed) < 3:
            self.typed += letter
            if int(self.typed) * 10 > self.largest and int(self.typed):
                self._take(board)
            else:
                board.draw()

    def _take(self, board: "Board") -> None:
        board.leave_mode(draw=False)
        self._act(int(self.typed))

    def line(self, view: View, width: int) -> Line:
        chip = Span(f" {self.shown} ", "chip")
        return row(width, [chip, Span(f" {self.title} "), Span(self.typed, "strong"), Span("_", "muted")])

    def hint(self, view: View, width: int) -> Line:
        return hinted(width, self._hint)

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return [("Enter", "go"), ("Esc", "never mind"), ("0–9", "the number")]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return Lapsed(NOTHING_CHOSEN, self.shown.split(" ")[0])


class LeaveMode:
    """The key that leaves, once: the next time it leaves. `unsaved`: what the header says of the disk."""

    def __init__(self, unsaved: str = "") -> None:
        self.unsaved = unsaved

    def press(self, board: "Board", key: str, letter: str) -> None:
        meant = board.keys.by_key(key, letter)
        again = meant is not None and meant.id == "quit"
        board.leave_mode(draw=not again)
        if again:
            board.leave()
        elif key not in ("escape", "enter"):
            board.press(key, letter)

    def line(self, view: View, width: int) -> Line:
        return row(width, [Span(f" {view.keys.shown('quit')} ", "chip"), Span(" Leave this screen?")])

    def hint(self, view: View, width: int) -> Line:
        goes_on = "The session goes on without this screen." if view.session.live else "Everything is kept."
        if cells(goes_on) + 4 + cells(f"   {view.keys.shown('quit')} again leaves") > width:
            goes_on = "The session goes on."
        return row(
            width,
            [
                Span("    "),
                Span(self.unsaved or goes_on, "soon" if self.unsaved else "text"),
                Span(f"   {view.keys.shown('quit')}", "bold"),
                Span(" again leaves", "muted"),
            ],
        )

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return [("quit", "leave"), ("Esc", "stay")]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return None
