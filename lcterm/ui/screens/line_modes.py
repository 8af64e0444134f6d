"""What the line at the foot of the board is busy with: picking a person, a choice of one letter, a number, leaving.

A mode takes the keys until it is done. Esc only ever steps out of it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from lcterm.core.events import HandKind
from lcterm.core.telling import HAND_WORDS
from lcterm.ui.keys import Key
from lcterm.ui.line import Line, Span, line_cells, row
from lcterm.ui.picking import Picking, picking, trail_after
from lcterm.ui.view import View

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

HANDS: dict[str, HandKind] = {"1": "process", "2": "question", "3": "reply", "4": "point"}
DROPPED_AFTER_SECONDS = 8.0
"""A verb without its person is dropped after so long: nobody should press `h` now and name a person next hour."""


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


def hinted(width: int, text: str) -> Line:
    return row(width, [Span("    "), Span(text, "muted")])


def refused(width: int, text: str) -> Line:
    return row(width, [Span(" !  ", "soon-bold"), Span(text)])


class PickMode:
    """Verb + person."""

    def __init__(
        self, key: Key, title: str, act: Callable[[str, HandKind], object], view: View, *, kinds: bool
    ) -> None:
        self.key, self.title, self._act, self._kinds = key, title, act, kinds
        self.hand: HandKind = "point"
        self.problem = ""
        self.people = [one for one in view.people if one.badge or key.id == "arrive"]
        self.picking: Picking = picking(self.people)

    def press(self, board: "Board", key: str, letter: str) -> None:
        if key == "escape":
            board.leave_mode()
        elif key == "enter":
            if self.picking.typed and self.picking.matching:
                self._take(board, self.picking.matching[0].person)
        elif key == "backspace":
            self._type(board, self.picking.typed[:-1])
        elif self._kinds and letter in HANDS:
            self.hand = HANDS[letter]
            board.draw()
        elif letter.isalpha():
            self._type(board, self.picking.typed + letter)

    def _type(self, board: "Board", typed: str) -> None:
        narrowed = picking(self.people, typed)
        self.problem = "" if narrowed.matching else f"No one here starts with {typed}."
        if self.problem:
            board.draw()
            return
        self.picking = narrowed
        if (chosen := narrowed.chosen) is not None:
            self._take(board, chosen.person)
            board.keyboard.chose(trail_after(chosen, typed, board.clock.boottime()))
        else:
            board.draw()

    def _take(self, board: "Board", person: str) -> None:
        board.leave_mode(draw=False)
        self._act(person, self.hand)

    @property
    def top(self) -> str:
        return self.picking.matching[0].person if self.picking.typed and self.picking.matching else ""

    def line(self, view: View, width: int) -> Line:
        left = [
            Span(f" {self.key.shown[0]} ", "chip"),
            Span(f" {self.title} ", "text"),
            Span(self.picking.typed, "strong"),
        ]
        return row(width, [*left, Span("_", "muted")])

    def hint(self, view: View, width: int) -> Line:
        if self.problem:
            return refused(width, self.problem)
        spans = [Span("    ")]
        if self.picking.typed:
            for one in self.picking.matching[:4]:
                rest = one.badge[len(self.picking.typed) :] if one.badge.startswith(self.picking.typed) else ""
                spans += [Span(f"{rest} " if rest else "", "bold"), Span(f"{view.name(one.person)}   ")]
            if top := self.top:
                spans += [Span("Enter", "bold"), Span(f" takes {view.name(top)}   ", "muted")]
        if self._kinds:
            number = next(number for number, hand in HANDS.items() if hand == self.hand)
            spans += [Span("as  ", "muted"), Span(number, "bold"), Span(f" {HAND_WORDS[self.hand]}", "text")]
            others = "  ".join(f"{digit} {HAND_WORDS[hand]}" for digit, hand in HANDS.items() if hand != self.hand)
            spans.append(Span(f"   or {others}", "muted"))
        return row(width, spans)

    def ways_out(self) -> Sequence[tuple[str, str]]:
        takes = [("Enter", "takes the top one")] if self.picking.typed else []
        return [
            *takes,
            ("Esc", "never mind"),
            ("a–z", "badge or name"),
            *([("1–4", "what for")] if self._kinds else []),
        ]


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


class LeaveMode:
    """`q` once: the next `q` leaves. `unsaved`: what the header says of the disk."""

    def __init__(self, unsaved: str = "") -> None:
        self.unsaved = unsaved

    def press(self, board: "Board", key: str, letter: str) -> None:
        board.leave_mode(draw=letter == "q")
        if letter == "q":
            board.leave()
        elif key not in ("escape", "enter"):
            board.press(key, letter)

    def line(self, view: View, width: int) -> Line:
        return row(width, [Span(" q ", "chip"), Span(" Leave this screen?")])

    def hint(self, view: View, width: int) -> Line:
        goes_on = "The session goes on without this screen." if view.session.live else "Everything is kept."
        return row(
            width,
            [
                Span("    "),
                Span(self.unsaved or goes_on, "soon" if self.unsaved else "text"),
                Span("   q", "bold"),
                Span(" again leaves", "muted"),
            ],
        )

    def ways_out(self) -> Sequence[tuple[str, str]]:
        return [("q", "leave"), ("Esc", "stay")]
