"""Verb + person: the line asks who, and a whole badge, or a name when one is left, acts at once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lcterm.core.events import HandKind
from lcterm.core.queueing import HAND_WORDS
from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import KeyTable
from lcterm.ui.keys import PERSON, Key
from lcterm.ui.line import Line, Span, row
from lcterm.ui.picking import Picking, picking, trail_after
from lcterm.ui.screens.line_modes import Lapsed, refused
from lcterm.ui.view import View

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

HANDS: dict[str, HandKind] = {"1": "process", "2": "question", "3": "reply", "4": "point"}


class Otherwise(NamedTuple):
    """What Enter does while nothing is typed, and in words."""

    words: str
    act: Callable[[], object]


class PickMode:
    """Asks who. `why_not`: why this person cannot be meant, "" where they can. `hand`: what for, None until it is said:
    a hand that is up stays for what it is for."""

    def __init__(
        self,
        key: Key,
        title: str,
        act: Callable[[str, HandKind | None], object],
        view: View,
        *,
        kinds: bool = False,
        why_not: Callable[[str], str] = lambda person: "",
        otherwise: Otherwise | None = None,
    ) -> None:
        self.key, self.title, self._act, self._kinds = key, title, act, kinds
        self._why_not, self._otherwise = why_not, otherwise
        self.hand: HandKind | None = None
        self.problem = ""
        self.people = [one for one in view.people if one.badge or key.id == "arrive"]
        self.picking: Picking = picking(self.people)

    @property
    def matching(self) -> list[str]:
        """Who still fits what was typed and can be meant, first the one that Enter takes."""
        return [one.person for one in self.picking.matching if not self._why_not(one.person)]

    @property
    def top(self) -> str:
        """Whom Enter takes."""
        return next(iter(self.matching), "") if self.picking.typed else ""

    def press(self, board: "Board", key: str, letter: str) -> None:
        if key == "escape":
            board.leave_mode()
        elif key == "enter":
            self._enter(board)
        elif key == "backspace":
            self._type(board, self.picking.typed[:-1])
        elif self._kinds and letter in HANDS:
            self.hand = HANDS[letter]
            board.draw()
        elif letter.isalpha():
            self._type(board, self.picking.typed + letter)

    def _enter(self, board: "Board") -> None:
        if top := self.top:
            self._take(board, top)
        elif self._otherwise is not None and not self.picking.typed:
            board.leave_mode(draw=False)
            self._otherwise.act()

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
        if reason := self._why_not(person):
            board.refuse(reason)
        else:
            self._act(person, self.hand)

    def line(self, view: View, width: int) -> Line:
        chip = Span(f" {drawn_key(self.key.shown.removesuffix(PERSON))} ", "chip")
        return row(width, [chip, Span(f" {self.title} "), Span(self.picking.typed, "strong"), Span("_", "muted")])

    def hint(self, view: View, width: int) -> Line:
        if self.problem:
            return refused(width, self.problem)
        spans = [Span("    ")]
        if self.picking.typed:
            spans += self._matches(view)
        elif self._otherwise is not None:
            spans += [Span("Enter", "bold"), Span(f" {self._otherwise.words}   ", "muted")]
        if self._kinds:
            chosen = self.hand or "point"
            number = next(number for number, hand in HANDS.items() if hand == chosen)
            spans += [Span("as  ", "muted"), Span(number, "bold"), Span(f" {HAND_WORDS[chosen]}", "text")]
            others = "  ".join(f"{digit} {HAND_WORDS[hand]}" for digit, hand in HANDS.items() if hand != chosen)
            spans.append(Span(f"   or {others}", "muted"))
        return row(width, spans)

    def _matches(self, view: View) -> list[Span]:
        """What is left of the badges of those who match, and whom Enter takes."""
        typed, fitting = self.picking.typed, self.matching
        spans: list[Span] = []
        for one in [one for one in self.picking.matching if one.person in fitting][:4]:
            rest = one.badge[len(typed) :] if one.badge.startswith(typed) else ""
            spans += [Span(f"{rest} " if rest else "", "bold"), Span(f"{view.name(one.person)}   ")]
        if top := self.top:
            spans += [Span("Enter", "bold"), Span(f" takes {view.name(top)}   ", "muted")]
        return spans

    def ways_out(self) -> Sequence[tuple[str, str]]:
        takes = [("Enter", "takes the top one")] if self.picking.typed else []
        return [
            *takes,
            ("Esc", "never mind"),
            ("a–z", "badge or name"),
            *([("1–4", "what for")] if self._kinds else []),
        ]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        return Lapsed("Nobody was named, so nothing was done", self.key.label)
