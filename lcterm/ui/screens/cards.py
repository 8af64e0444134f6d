"""The cards: what helps in a situation, one glance readable across a table. Letters narrow the list at once."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.refusal import Refused
from lcterm.store.card_file import Card
from lcterm.store.cards import cards, matching
from lcterm.ui.deciding_text import CARDS, Chosen
from lcterm.ui.line import Line, Span
from lcterm.ui.page import Page
from lcterm.ui.screens.deciding import open_deciding
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.cards import Drawn, arrangement, below, beside, card_page, find_line, list_page, list_width
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.store.paths import Home
    from lcterm.ui.screens.board import Board

TYPED_MAX = 30
UNREAD = "A card of yours that cannot be read"


class CardsScreen(LargeScreen):
    """A list of situations and the card of the one chosen: beside it, below it, or on a page of its own. Letters are no
    commands here. Nothing on it is private, so the veil hides nothing."""

    NAME: ClassVar[str] = "cards"
    TITLE_HERE: ClassVar[str] = "Among these cards"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"care", "clock"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.known, self.unread = _read(board.desk.home)
        self.typed = ""
        self.alone = False
        self._shown = matching(self.known, "")
        self._drawn = Drawn(Page((), ()), 0, 0)

    def opened(self) -> None:
        if self.unread:
            count = "One card of yours" if self.unread == 1 else f"{self.unread} cards of yours"
            self.board.message = Message("!", f"{count} cannot be read; why stands at the end of the list.")
        self.draw()

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> list[str]:
        return [card.id for card in self._shown]

    @property
    def card(self) -> Card | None:
        """The one that is chosen."""
        place = self.place
        return self._shown[place] if place >= 0 else None

    @property
    def apart(self) -> bool:
        """Whether a card has a page of its own here."""
        return arrangement(self.frame.layout, self.frame.body.h) == "apart"

    def page(self, width: int, height: int) -> Page:
        card, chosen = self.card, self.place
        where = arrangement(self.frame.layout, height)
        if where == "apart" and self.alone and card is not None:
            return card_page(card, width, height)
        list_cells = list_width(width) if where == "beside" else width
        listed = list_page(self.known, self._shown, chosen, list_cells, narrowed=bool(self.typed))
        if where == "apart":
            return listed
        tops = (self._drawn.list_top, self._drawn.card_top)
        if where == "beside":
            self._drawn = beside(listed, card, chosen, width, height, tops)
        else:
            self._drawn = below(listed, self.known, card, chosen, width, height, tops)
        return self._drawn.page

    def line(self, width: int) -> Line:
        return () if self.apart and self.alone else find_line(self.typed)

    def out_of_sight(self) -> Line:
        if self.apart:
            return super().out_of_sight()
        counts = ((self._drawn.above, "above"), (self._drawn.below, "below"))
        hidden = ", ".join(f"{count} {where}" for count, where in counts if count)
        return (Span(f"of the card {hidden}", "muted"),) if hidden else ()

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "backspace": lambda: self.narrow(self.typed[:-1]),
            "enter": self._enter,
            "right": self._open_alone,
            "left": self._to_the_list,
        }

    def take(self, key: str, letter: str) -> None:
        if key == "escape":
            self._step_out()
        elif letter.isalpha() or (letter in " -'’" and letter and self.typed):
            self.narrow((self.typed + letter)[:TYPED_MAX])
        elif not self._read_on(key):
            super().take(key, letter)

    def narrow(self, typed: str) -> None:
        """Only the cards with these words; all of them again when nothing is typed."""
        self.typed, self.alone, self.top = typed, False, 0
        self._shown = matching(self.known, typed)
        self.chosen = self._shown[0].id if self._shown else ""
        self._drawn = self._drawn._replace(list_top=0, card_top=0)
        self.draw()

    def _step_out(self) -> None:
        """One step at a time: from the card's own page, from what was typed, then to the board."""
        if self.apart and self.alone:
            self._to_the_list()
        elif self.typed:
            chosen = self.chosen
            self.narrow("")
            self.chosen = chosen or self.chosen
            self.draw()
        else:
            self.back()

    def _open_alone(self) -> None:
        if self.apart and self.card is not None:
            self.alone, self.top = True, 0
            self.draw()

    def _enter(self) -> None:
        """The card's own page, where it has one; there, and where it stands by the list, the way to decide that it
        tells of."""
        if self.apart and not self.alone:
            self._open_alone()
        elif (begins := self.begins) is not None:
            self.back()
            open_deciding(self.board, begins)

    @property
    def begins(self) -> Chosen | None:
        """The way to decide that the chosen card tells of."""
        return CARDS.get(self.card.id) if self.card is not None else None

    def _to_the_list(self) -> None:
        self.alone, self.top = False, 0
        self.draw()

    def _read_on(self, key: str) -> bool:
        """Move in a card that is longer than its place; whether the key means that."""
        if self.apart:
            return self.alone and self.roll(key)
        if key not in ("pageup", "pagedown"):
            return False
        step = max(1, self.frame.body.h // 2)
        top = self._drawn.card_top + (step if key == "pagedown" else -step)
        self._drawn = self._drawn._replace(card_top=max(0, top))
        self.draw()
        return True

    def move(self, key: str) -> bool:
        before = self.chosen
        moved = super().move(key)
        if moved and self.chosen != before:
            self._drawn = self._drawn._replace(card_top=0)
            self.draw()
        return moved

    def ways(self) -> Sequence[Way]:
        if self.apart and self.alone:
            return (Way("escape", "Esc", "the list"), *self._start(), Way("", "↑ ↓", "read on"), way("care"))
        out = Way("escape", "Esc", "clear" if self.typed else "back")
        into = [Way("enter", "Enter", "the card")] if self.apart else self._start()
        more = [Way("pagedown", "PgDn", "read on")] if self._drawn.below and not self.apart else []
        return (out, CHOOSE, *into, Way("", "a–z", "find"), *more, way("care"))

    def _start(self) -> Sequence[Way]:
        return (Way("enter", "Enter", "start it"),) if self.begins is not None else ()


def _read(home: "Home") -> tuple[list[Card], int]:
    """All cards, and how many of them stand for a file that could not be read: they say why."""
    try:
        known, reasons = cards(home)
    except Refused as refused:
        known, reasons = [], [refused.reason]
    return [*known, *(_unread(number, reason) for number, reason in enumerate(reasons))], len(reasons)


def _unread(number: int, reason: str) -> Card:
    return Card(
        id=f"!{number}",
        situation=UNREAD,
        group="Not read",
        say=(),
        do=(reason,),
        source="",
        also="",
        own=True,
        path=Path(),
    )
