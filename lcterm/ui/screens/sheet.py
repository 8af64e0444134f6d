"""Something to read, a screenful: the keys, and what to say now."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import KeyTable
from lcterm.ui.page import Page
from lcterm.ui.point_offers import KEY as OFFER
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.framed import Framed
from lcterm.ui.screens.over_board import OverBoard
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.key_sheet import Entry, Group, help_page
from lcterm.ui.widgets.saying import say_page
from lcterm.ui.widgets.ways import Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

NONE = KeyTable(())
"""The board's keys where there is no board."""
ARROW = "↓"
SHORT = 40
"""A footer narrower than this has no room for where Esc goes back to."""


def sheet(
    name: str, board: "Board", title: str = "", keys: Sequence[Way] = (), table: KeyTable | None = None
) -> Screen[None]:
    """The sheet of this name: help or say. KeyError for any other. `title`, `keys`: those of the screen that help is
    asked for from; `table`: the board's keys as far as they work there, None for all of them."""
    here = Group(title, [Entry(one.shown, one.words) for one in keys]) if title else None
    sheets: dict[str, Callable[[], Screen[None]]] = {
        "help": lambda: HelpSheet(board, here, table),
        "say": lambda: SaySheet(board),
    }
    return sheets[name]()


class Sheet(OverBoard):
    """A page to read. Esc, and the key that opened it, close it."""

    AHEAD: ClassVar[bool] = True
    OPENED_BY = ""
    """The id of that key."""

    @property
    def said(self) -> Message:
        """Nothing happens here, so nothing is said; under the veil the row says that it is on."""
        return Message()

    def press(self, key: str, letter: str) -> None:
        meant = self.keys.by_key(key, letter)
        if key == "escape" or (meant is not None and meant.id == self.OPENED_BY):
            self.back()
        elif self.roll(key) or meant is None or self.board.between:
            return
        elif meant.id == "veil":
            do_key(self.board, meant)
            self.draw()
        elif meant.id == "palette":
            self.board.open_palette()
        elif meant.id == "help":
            self.open_help()

    def ways(self) -> Sequence[Way]:
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack else stack[-1]
        short = self.frame.footer.w < SHORT or isinstance(below, Framed)
        more = [Way("pagedown", "↑ ↓", "more")] if self.laid.above or self.laid.below else []
        return (
            Way("escape", "Esc", "back" if short or self.board.between else "back to the board"),
            *more,
            *([] if self.board.between else [way("palette")]),
        )


class HelpSheet(Sheet):
    """Every key; on top those of the screen it was opened from."""

    OPENED_BY = "help"

    def __init__(self, board: "Board", here: Group | None, table: KeyTable | None = None) -> None:
        super().__init__(board)
        self._here, self._table = here, table if table is not None else self.keys
        if board.between:
            self._table = NONE
        self._page: tuple[tuple[int, int], Page] | None = None

    def page(self, width: int, height: int) -> Page:
        """The same as long as the screen is as large: it is asked for at every turn, and no word on it changes."""
        if self._here is None:
            return _all_keys(width, height, self._table, drawn_key(ARROW))
        if self._page is None or self._page[0] != (width, height):
            self._page = ((width, height), help_page(width, height, self._here, self._table))
        return self._page[1]


@lru_cache(1)
def _all_keys(width: int, height: int, table: KeyTable, arrow: str) -> Page:
    """The sheet of the board, kept from one time it is asked for to the next. `arrow`: how one is drawn, as plain
    signs draw it by a word."""
    return help_page(width, height, None, table)


class SaySheet(Sheet):
    """Prompts, question, reasons."""

    OPENED_BY = "say"

    def page(self, width: int, height: int) -> Page:
        return say_page(self.view, width)

    def press(self, key: str, letter: str) -> None:
        meant = self.keys.by_key(key, letter)
        if meant is not None and meant.id == OFFER:
            self.back()
            do_key(self.board, meant)
        else:
            super().press(key, letter)
